"""What the form of a question says: whether it asks for something that happened to you, or for no story."""

from __future__ import annotations

import re

_EVENT = re.compile(
    r"\b(?:tell (?:me|us) (?:about|of)|describe (?:a|the) time|have you ever|(?:how|what) (?:have|did) you"
    r"|(?:a|any|one) (?:time|situation|moment|case|project|problem) (?:when|where|in which|that|you|your)\b"
    r"|(?:describe|share|give|walk (?:me|us) through|talk about)\b.*\byou(?:r|rs)?\b"
    r"|(?:when|where|who|whom|what|how|whose) ?(?:'d|’d|did|have|has|were|was|had)(?:n['’]t)? you(?:r|rs)?\b"
    r"|(?:was|were|has|have) there (?:ever|been)\b|(?:did|have|had|were) you ever\b|^(?:so,? )?ever \w+"
    r"|would (?:your|a) \w+ (?:say|tell|call)\b)",
    re.IGNORECASE,
)
"""How questions about events begin."""

_NOBODY = (
    r"\b(?!.*\b(?:you(?:r|rs|rself|['’]\w+)?|we|us|our|here|this (?:company|firm|job|place|role|team)"
    r"|someone|somebody|people|audience|non[- ]technical|colleagues?|customers?|managers?|stakeholders?"
    r"|teams?|conflicts?|leadership)\b)"
)
"""Nobody is spoken to, and nothing is said of people or of the place: what somebody did is not the point."""

_TASK = re.compile(
    r"\W*(?:(?:so|okay|ok|now|well|next|right)\b\W*)*"
    r"(?:(?:can|could|would) (?:you|we) (?:please )?|let['’]s |please )?"
    r"(?:(?:explain|define|derive|implement|prove|calculate|compute|compare|discuss|given|solve|spell"
    r"|(?:code|design|draw|estimate|list|name|sketch|write) (?:an?|down|how|me|out|some|the|three|two|up))"
    rf"{_NOBODY}"
    r"|(?:what(?:['’]s| is| are| does| do)|how (?:does|do|is|are|to|many|much)|why (?:is|are|does|do)"
    rf"|when (?:to|is|are|would|does)|where (?:is|are|does)|which (?:is|are)|is|are|does){_NOBODY}"
    r"|how (?:would|do|can|could|should) (?:you|one) (?:architect|build|calculate|classify|code|compute"
    r"|design|detect|estimate|evaluate|forecast|implement|model|monitor|predict|sample|train|tune)\b"
    r"(?!.*\b(?:your|time|last|team|people|trust|culture|relationships?|consensus|alignment)\b))",
    re.IGNORECASE,
)
"""How tasks begin, and questions about what is known: "Explain drift", "What is recall?"."""

_PRACTICAL = re.compile(
    r"\b(?:salary|compensation|notice period|visa|work permit|right to work|authori[sz]ed to work"
    r"|relocat\w+|start date|can you start|are you available|background check|(?:contact|your) references"
    r"|diploma|surname|phone number|hear me|see me|(?:see|share) (?:my|your) screen"
    r"|take a (?:short |quick )?break)\b",
    re.IGNORECASE,
)
"""What an interview settles beside its questions."""


def names_event(question: str) -> bool:
    """Whether a question asks by its words for something that happened: "Tell me about a time"."""
    return _EVENT.search(question) is not None


def names_task(question: str) -> bool:
    """Whether a question sets a task, asks what is known, or settles a practical matter.

    No story answers it: "Explain drift", "What is your notice period?".
    """
    return not names_event(question) and (
        _TASK.match(question) is not None or _PRACTICAL.search(question) is not None
    )
