"""The goal comes late."""

from __future__ import annotations

from collections.abc import Iterator

from starling.model.report import Strength
from starling.model.story import SPOKEN, PartKind
from starling.review.reading import Reading
from starling.review.rule import Mark, Rule, example, tell
from starling.review.signals.goals import goal_starts

LONGEST_WAIT_SECONDS = 40


def _seconds_before(reading: Reading, offset: int) -> int:
    """How long a listener waits for what stands at an offset, at the user's pace."""
    before = [
        (s.start, min(s.end, offset)) for s in reading.sections if s.start < offset and s.part.kind in SPOKEN
    ]
    waited = sum(len(reading.words_in(start, end)) for start, end in before)
    return 5 * round(waited * 12 / reading.brief.pace)


def check(reading: Reading) -> Iterator[Mark]:
    """Mark the words of the goal when more than forty seconds are spoken before them."""
    start = goal_starts(reading)
    if start is None or not reading.story.has(PartKind.ACTION):
        return
    seconds = _seconds_before(reading, start)
    sentence = reading.sentence_at(start)
    if seconds > LONGEST_WAIT_SECONDS and sentence is not None:
        said = reading.quote(sentence.start, sentence.end)
        yield Mark(
            sentence.start,
            sentence.end,
            f"Move “{said}” to your second sentence: as written, a listener waits about {seconds} seconds "
            "for the goal.",
        )


RULE = Rule(
    summary="A listener waits more than forty seconds for the goal.",
    why="Background is heard as noise until the listener knows what it is the background of.",
    source="rubric, D1 (“move the goal to sentence two”); forty seconds is a third of a two-minute answer",
    strength=Strength.ACTIONABLE,
    dimension="D1",
    hits=(
        example(
            tell(
                situation="The platform served nine teams with different habits and clocks. " * 12,
                task="Make the training runs repeatable.",
                action="I pinned every input.",
            )
        ),
        example(
            tell(
                situation="The platform served nine teams with different habits and clocks. " * 11,
                action="I read the run logs. Our goal was repeatable training, so I pinned every input.",
            )
        ),
    ),
    misses=(
        example(
            tell(
                situation="We had to make runs repeatable. "
                + "The platform served nine teams with clocks. " * 14,
                task="Make the training runs repeatable.",
                action="I pinned every input.",
            )
        ),
        example(
            tell(
                situation="The platform served nine teams.", task="Repeat runs.", action="I pinned it. " * 50
            )
        ),
    ),
    check=check,
)
