"""The same sentence is told in two stories."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from starling.model.report import Strength
from starling.review.reading import Reading, Sentence
from starling.review.rule import Mark, Rule, example, tell
from starling.text.words import lowers

FEWEST_WORDS = 8


def check_bank(readings: Sequence[Reading]) -> Iterator[tuple[int, Mark]]:
    """Mark, in each story, the first spoken sentence that an earlier story tells word for word."""
    first_told: dict[tuple[str, ...], int] = {}
    for index, reading in enumerate(readings):
        again = list(_told_before(reading, index, first_told))
        if again:
            sentence, earlier = again[0]
            more = f" and {len(again) - 1} more" if len(again) > 1 else ""
            quote, title = reading.quote(sentence.start, sentence.end), readings[earlier].story.title
            message = f"Keep “{quote}”{more} in one story: “{title}” has it word for word."
            yield index, Mark(sentence.start, sentence.end, message)


def _told_before(
    reading: Reading, index: int, first_told: dict[tuple[str, ...], int]
) -> Iterator[tuple[Sentence, int]]:
    """The sentences of a story that an earlier one has told, and which; its own are added to *first_told*."""
    for sentence in reading.spoken:
        if len(sentence.words) >= FEWEST_WORDS:
            said = tuple(lowers(sentence.words))
            if first_told.setdefault(said, index) != index:
                yield sentence, first_told[said]


RULE = Rule(
    summary="A sentence is told word for word in two stories.",
    why="In a loop of interviews both may be told on one day, and the interviewers compare notes.",
    source="rubric, D12 (repeated phrases); evaluation, section 6.1",
    strength=Strength.INFORMATIVE,
    dimension="D12",
    hits=(
        example(
            tell("Late labels", situation="Labelling took six weeks because each item was seen three times."),
            tell("New tool", situation="Labelling took six weeks because each item was seen three times."),
        ),
        example(
            tell("Late labels", result="- Labels arrive within two days of the request now"),
            tell("New tool", action="I hired.", result="Labels arrive within two days of the request now."),
        ),
    ),
    misses=(
        example(
            tell("Late labels", situation="Labelling took six weeks because each item was seen three times."),
            tell(
                "New tool", situation="Labelling had taken six weeks, since each item was seen three times."
            ),
        ),
        example(tell("Late labels", result="It was adopted."), tell("New tool", result="It was adopted.")),
        example(tell("Once", situation="Labelling took six weeks because each item was seen three times.")),
    ),
    check_bank=check_bank,
)
