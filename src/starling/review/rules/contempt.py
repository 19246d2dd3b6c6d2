"""Contempt for somebody the speaker worked with."""

from __future__ import annotations

from collections.abc import Iterator

from starling.model.report import Strength
from starling.review.reading import Reading
from starling.review.reading.vocabulary import vocabulary
from starling.review.rule import Mark, Rule, example, tell
from starling.review.signals.people import contempt

_NOBODY = frozenset(("nobody", "none", "no-one", "hardly"))
_NEAR = 40
"""Characters before the words in which "nobody" stands."""


def check(reading: Reading) -> Iterator[Mark]:
    """Mark each contemptuous word or phrase."""
    labels = vocabulary("personality_labels")
    for hit in contempt(reading):
        if reading.lower[hit.start : hit.end] in labels:
            continue
        said = reading.quote(_from_nobody(reading, hit.start), hit.end)
        yield Mark(
            hit.start,
            hit.end,
            f"Say what they did and what it caused, in place of “{said}”. "
            "A listener will wonder how you speak of colleagues.",
        )


def _from_nobody(reading: Reading, start: int) -> int:
    """The start of the words that are quoted: "nobody in the team had a clue", not "had a clue"."""
    near = reading.words_in(max(0, start - _NEAR), start)
    return next((word.start for word in reversed(near) if word.lower in _NOBODY), start)


RULE = Rule(
    summary="Somebody is spoken of with contempt.",
    why="It is heard as how the speaker treats people, whatever the other person did.",
    source="rubric, D11 (anchor 1, contempt words) and 6.2 conflict",
    strength=Strength.ESSENTIAL,
    dimension="D11",
    hits=(
        example(tell(situation="Our PM never understood anything about models, so planning was painful.")),
        example(tell(situation="I inherited the pipeline from an incompetent contractor.")),
        example(tell(situation="The vendor's people were clueless about their own API.")),
        example(tell(situation="Nobody in the office had a clue about statistics.")),
    ),
    misses=(
        example(tell(situation="I did not understand the billing rules, and it showed in my first design.")),
        example(tell(situation="I had no clue about tariffs, so I asked the oldest clerk.")),
        example(tell(action="I made a stupid mistake in the join and wrote it into the post-mortem.")),
        example(tell(situation="The new analyst had not worked with embeddings before.")),
    ),
    check=check,
    cues=("contempt_words",),
)
