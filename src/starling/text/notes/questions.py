"""What an interviewer's question looks like, and how it reads without its marks."""

from __future__ import annotations

import re

from starling.text.notes.labels import Fact
from starling.text.notes.marks import Mark

_ORDER = re.compile(
    r"(?:please )?(?:tell (?:me|us)|describe|give (?:me|us|an example)|share (?:a|an|with)|walk (?:me|us)"
    r"|talk (?:about|me)|explain (?:a|how|to)|discuss a|think of a|recall a|provide an example|name a time"
    r"|can you (?:tell|describe|give|share)|(?:a |an )?time (?:when |where |you )|have you ever"
    r"|example of a time|let's hear about)",
    re.IGNORECASE,
)
_ASKS = re.compile(
    r"(?:what|how|why|when|which|who|where|do|did|does|have|has|had|can|could|would|will|should|are|is|was|were|if)\b",
    re.IGNORECASE,
)
_NUMBER = re.compile(
    r"[\s#>*_+•-]*(?:\[![\w-]{1,30}\][+-]?\s*)?"
    r"(?:(?:q(?:uestion)?|prompt|scenario)?\s*[#.]?\s*\d{1,3}[a-z]?\s*[.):–—|-]+\s*(?!\d)"
    r"|\d{1,2}\.\d{1,2}[.)]?\s+|[a-z]\d{1,2}[.):]\s+|q\d{1,3}\s+(?=[A-Z\"“])|q\s*[:.]\s*)?[\s*_]*",
    re.IGNORECASE,
)
_BRACKET = re.compile(r"\s*[\[(]([^\[\]()]{2,200})[\])]\s*$")
_JOINT = re.compile(r"\s+[—–-]+\s+|:\s+|\s+\|\s+|(?<=\w)\s+(?=[(\"“])")
"""What parts a title from the question that it answers."""
_OPENING = ("(", '"', "“")
_QUOTES = "\"“”'‘’«»`*_ \t"
_READ = 600
"""Characters of a line by which it is told whether it asks."""
_SHORTEST, _BARE, _LONGEST = 10, 160, 400
"""Characters of a question: at least, at most where only its mark shows it, and at most."""


def is_question(text: str) -> bool:
    """Whether *text* as a whole asks something, as an interviewer would."""
    text = question_text(text[:_READ])
    if len(text) < _SHORTEST or " " not in text:
        return False
    if _ORDER.match(text) is not None:
        return len(text) < _LONGEST
    return text.endswith(("?", "?)")) and (len(text) < _BARE or _ASKS.match(text) is not None)


def asks(mark: Mark) -> bool:
    """Whether a line is a question that stands by itself: labelled, numbered, bold, quoted or bare."""
    if mark.cell:
        return False
    if mark.label is not None and mark.label.names(Fact.QUESTION):
        return True
    alone = not mark.indent and (not mark.bullet or mark.numbered)
    return alone and is_question(mark.text)


def question_text(text: str) -> str:
    """A question without number, quotes, emphasis and the bracket of principles behind it."""
    text = text.strip()
    number = _NUMBER.match(text)
    text = text[number.end() if number else 0 :].strip(_QUOTES)
    bracket = _BRACKET.search(text[-_LONGEST:])
    if bracket and text[: len(text) - len(bracket.group())].rstrip("*_ ")[-1:] in ("?", ".", "!", '"', "”"):
        text = text[: len(text) - len(bracket.group())]
    return text.strip(_QUOTES).replace("**", "").replace("__", "")


def title_and_question(text: str) -> tuple[str, str] | None:
    """The two halves of a title that also asks: 'The leak – "Tell me about a hard bug"', either one first."""
    for joint in _JOINT.finditer(text[:_READ]):
        one, other = text[: joint.start()].strip(), text[joint.end() :].strip()
        inner = other.strip("()")
        marked = other[:1] in _OPENING or _ORDER.match(other) is not None
        if marked and is_question(inner) and not is_question(one):
            return one, question_text(inner)
        if one[-1:] in _QUOTES and is_question(one) and other and not is_question(other):
            return other, question_text(one)
    return None


def bracketed(text: str) -> tuple[str, ...]:
    """The principles in the bracket behind a question."""
    text = text.strip().rstrip(_QUOTES)
    found = _BRACKET.search(text[-_LONGEST:])
    if found is None or text[: len(text) - len(found.group())].rstrip(_QUOTES)[-1:] not in ("?", ".", "!"):
        return ()
    return tuple(name for part in re.split(r"[,;/]", found[1]) if (name := part.strip()))
