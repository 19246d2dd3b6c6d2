"""A label on somebody's character, where what they did could be told."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from starling.model.report import Strength
from starling.review.reading import Reading
from starling.review.rule import Mark, Rule, example, tell
from starling.review.signals.vocabulary import vocabulary

_BE = r"(?:was|were|is|are|can be|could be|seemed|became|being)"
_DEGREE = r"(?:(?:very|quite|so|really|rather|extremely|pretty|often|always|a bit|somewhat|such) ){0,2}"
_PERSON = r"(?:person|people|colleague|co-?worker|team ?mate|manager|boss|lead|engineer|developer|client|guy)"
_OF_A_THING = r"(?! (?:about|to|with|for|on|of|in|that|at)\b)"


@cache
def _label() -> re.Pattern[str]:
    """A person who is said to be something: "he was stubborn", "a toxic colleague"."""
    labels = "|".join(sorted(re.escape(label) for label in vocabulary("personality_labels")))
    return re.compile(
        rf"\b(?:he|she|they|who|{_PERSON}) {_BE} {_DEGREE}(?:an? )?({labels})\b{_OF_A_THING}"
        rf"|\b(?:an?|the|our|my|this) (?:very |quite |extremely )?({labels}) {_PERSON}s?\b"
    )


def check(reading: Reading) -> Iterator[Mark]:
    """Mark the first label put on a person."""
    for match in _label().finditer(reading.lower):
        start, end = match.span()
        said = reading.quote(start, end)
        yield Mark(start, end, f"Say what they did that made it hard. “{said}” is a verdict on a person.")
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
)
