"""The story takes longer to say than there is time."""

from __future__ import annotations

from collections.abc import Iterator

from starling.model.report import Strength
from starling.review.reading import Reading
from starling.review.rule import Mark, Rule, example, tell


def check(reading: Reading) -> Iterator[Mark]:
    """Mark the story when its words, at the user's pace, run past the user's time."""
    pace, most = reading.brief.pace, reading.brief.minutes[1]
    minutes, seconds = divmod(round(reading.word_count() * 60 / pace), 60)
    if minutes + seconds / 60 > most * 1.1:
        yield Mark(
            0,
            0,
            f"Choose what to leave for a follow-up question: this takes about {minutes}:{seconds:02} "
            f"at {pace} words a minute. You aim for at most {most:g} minutes.",
        )


RULE = Rule(
    summary="Saying the story takes longer than the time you set.",
    why="Past three minutes an interviewer interrupts, or stops writing; what you leave out can be asked.",
    source="rubric, section 1.4 (length is custom: 2-3 minutes, 120-160 words a minute)",
    strength=Strength.ACTIONABLE,
    dimension="D12",
    hits=(
        example(tell(situation="The queue grew every night. " * 50, action="I read the logs again. " * 60)),
        example(tell(situation="The queue grew.", action="I read the logs again and again. " * 75)),
    ),
    misses=(
        example(tell(situation="The queue grew every night. " * 10, action="I read the logs again. " * 60)),
        example(tell(action="I read the logs again. " * 60, follow_up="What if the queue had grown? " * 40)),
    ),
    check=check,
)
