"""A lesson that would fit any story."""

from __future__ import annotations

from collections.abc import Iterator

from starling.model.report import Strength
from starling.model.story import PartKind
from starling.review.reading import Reading, Sentence
from starling.review.rule import Mark, Rule, example, tell

_LESSON_PARTS = (PartKind.RESULT, PartKind.REFLECTION, PartKind.TAKEAWAY)
_AROUND = 6
"""With more words around its slogans, a sentence says something of its own."""


def _lessons(reading: Reading) -> list[Sentence]:
    """The sentences that tell a lesson."""
    told = reading.of(*_LESSON_PARTS)
    return [
        s
        for s in told
        if s.kind is not PartKind.RESULT or reading.hits_in("learning_markers", s) or _slogan(reading, s)
    ]


def _slogan(reading: Reading, sentence: Sentence) -> bool:
    hits = reading.hits_in("slogans", sentence)
    empty = sum(len(reading.words_in(hit.start, hit.end)) for hit in hits)
    return bool(hits) and len(sentence.words) - empty <= _AROUND


def check(reading: Reading) -> Iterator[Mark]:
    """Mark the lesson when a slogan is all of it."""
    if not reading.hits("slogans"):
        return
    lessons = _lessons(reading)
    if lessons and all(_slogan(reading, sentence) for sentence in lessons):
        first = lessons[0]
        said = reading.quote(first.start, first.end)
        yield Mark(first.start, first.end, f"Say what you do differently now. “{said}” would fit any story.")


RULE = Rule(
    summary="The lesson is a slogan.",
    why="A sentence that fits any story shows nothing learned from this one.",
    source="rubric, D9 (anchor 2)",
    strength=Strength.ACTIONABLE,
    dimension="D9",
    hits=(
        example(tell(result="We shipped.", reflection="I learned that communication is key.")),
        example(tell(result="The launch went well. This taught me the importance of teamwork.")),
        example(tell(result="It was a great experience and I learned a lot about how to deal with people.")),
    ),
    misses=(
        example(
            tell(reflection="Communication is key, I learned. I now send the schema a week before a change.")
        ),
        example(tell(reflection="I ask for the baseline before I promise a date.")),
        example(
            tell(situation="Documentation is important in a regulated team.", result="The audit passed.")
        ),
    ),
    check=check,
    cues=("slogans",),
)
