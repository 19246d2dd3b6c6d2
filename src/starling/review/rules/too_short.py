"""The story is told in far less time than there is."""

from __future__ import annotations

from collections.abc import Iterator

from starling.model.report import QuestionType, Strength
from starling.model.story import PartKind
from starling.review.reading import Reading
from starling.review.rule import Mark, Rule, example, tell


def check(reading: Reading) -> Iterator[Mark]:
    """Mark the story when it fills less than a third of the user's shortest time.

    Notes grow when they are spoken, so anything above that may well be right;
    and a question about oneself is answered in less.
    """
    if reading.question_type is QuestionType.MOTIVATION:
        return
    words, pace, least = reading.word_count(), reading.brief.pace, reading.brief.minutes[0]
    if reading.story.has(PartKind.ACTION) and 0 < words < pace * least / 3:
        seconds = 5 * max(1, round(words * 12 / pace))
        yield Mark(
            0,
            0,
            f"Tell it aloud once and add the details that come: as written it takes about {seconds} seconds "
            f"at {pace} words a minute. Notes grow when spoken, so this may be all you need.",
        )


RULE = Rule(
    summary="As written, the story fills less than a third of the shortest time you set.",
    why="After half a minute the interviewer chooses what to hear next; in two minutes you would have.",
    source="rubric, section 1.4 (length is custom, and bulleted notes grow when spoken)",
    strength=Strength.INFORMATIVE,
    dimension="D12",
    hits=(
        example(
            tell(situation="The queue grew every night.", action="I added workers.", result="It stopped.")
        ),
        example(tell(situation="The queue grew.", action="I read the logs and found one slow job. " * 10)),
    ),
    misses=(
        example(tell(situation="The queue grew.", action="I read the logs and found one slow job. " * 18)),
        example(tell(situation="The queue grew every night.")),
        example(
            tell(situation="I find out what is measured.", action="I sat with the operators for two shifts."),
            asked=QuestionType.MOTIVATION,
        ),
    ),
    check=check,
)
