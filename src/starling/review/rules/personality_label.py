"""A label on somebody's character, where what they did could be told."""

from __future__ import annotations

import re
from collections.abc import Iterator

from starling.model.report import Strength
from starling.review.reading import Reading
from starling.review.rule import Mark, Rule, example, tell
from starling.text.phrases import Hit

_PERSON = (
    r"(?:person|people|colleague|co-?worker|team ?mate|manager|boss|lead|engineer|developer|client|guy"
    r"|designer|architect|director|analyst|intern|nurse|customer|stakeholder)"
)
_SAID_OF = re.compile(
    rf"\b(?:he|she|they|who|one of the {_PERSON}s(?: \w+){{0,4}}"
    rf"|{_PERSON}(?: (?:at|from|in|on|of) \w+(?: \w+)?){{0,2}}) "
    r"(?:was|were|is|are|can be|could be|seemed|became|being) "
    r"(?:(?:very|quite|so|really|rather|extremely|pretty|often|always|a bit|somewhat|such) ){0,2}(?:an? )?\Z"
)
_BEFORE_PERSON = re.compile(r"\b(?:an?|the|our|my|this) (?:very |quite |extremely )?\Z")
_PERSON_AFTER = re.compile(rf"\A {_PERSON}s?\b")
_ABOUT_A_THING = re.compile(r"\A (?:about|to|with|for|on|of|in|that|at)\b")
_NEAR = 60


def _label(reading: Reading, hit: Hit) -> tuple[int, int] | None:
    """The span in which a person is labelled ("he was stubborn", "a toxic colleague"), or None."""
    before = reading.lower[max(0, hit.start - _NEAR) : hit.start]
    after = reading.lower[hit.end : hit.end + _NEAR]
    said_of, person = _SAID_OF.search(before), _PERSON_AFTER.match(after)
    if said_of is not None and not _ABOUT_A_THING.match(after):
        return hit.start - len(before) + said_of.start(), hit.end
    if person is not None and _BEFORE_PERSON.search(before):
        return hit.start, hit.end + person.end()
    return None


def check(reading: Reading) -> Iterator[Mark]:
    """Mark the first label put on a person."""
    for hit in reading.hits("personality_labels"):
        span = _label(reading, hit)
        if span is not None:
            said = reading.quote(*span)
            yield Mark(*span, f"Say what they did that made it hard. “{said}” is a verdict on a person.")
            return


RULE = Rule(
    summary="A person gets a label instead of a description of what they did.",
    why="What somebody did can be understood and answered; a label closes the case and shows one side.",
    source="rubric, 6.2 (conflict: personality labels)",
    strength=Strength.ACTIONABLE,
    dimension="D11",
    hits=(
        example(tell(situation="The other engineer was very stubborn and we lost a week.")),
        example(tell(situation="I had to work with a toxic teammate on the labelling tool.")),
        example(tell(situation="My lead was a micromanager.")),
        example(tell(situation="My manager at Redwing was a micromanager, so I sent a weekly summary.")),
        example(tell(situation="A backend engineer on my project at Redwing Games was extremely stubborn.")),
        example(tell(situation="One of the nurses on the project was really difficult and always late.")),
    ),
    misses=(
        example(tell(situation="The cache used lazy loading, and the stubborn bug was in the retry.")),
        example(
            tell(
                situation="The team was negative about the move, since the last one had cost them a quarter."
            )
        ),
        example(tell(action="I chose an aggressive timeout and a difficult but safe migration.")),
        example(tell(situation="He was difficult to reach, because his team was on call.")),
    ),
    check=check,
    cues=("personality_labels",),
)
