"""What the rules promise for any text, however odd."""

from __future__ import annotations

from itertools import count

from hypothesis import given
from hypothesis import strategies as st

from starling.model.report import Brief
from starling.model.story import Line, Part, PartKind, Story
from starling.review.engine import all_rules
from starling.review.reading import Reading

SHREDS = st.sampled_from(
    (
        "I raised the threshold from 0.5 to 0.7",
        "we chose Kafka over RabbitMQ because",
        "- ",
        "\n  * ",
        "1) ",
        "saved $2M",
        "by 35%",
        "within budget",
        "(CRX)",
        "QTB",
        "went from 5-10 s to 1-2 s",
        "significantly",
        "ahead of schedule",
        "precision",
        "revenue",
        "A/B test",
        "I can",
        "İ",
        "ß…",
        "😀",
        "مرحبا",
        "\t",
        " ",
        ".",
        "\n\n",
        "```",
    )
)
TEXTS = st.lists(SHREDS | st.text(max_size=12), max_size=30).map("".join)
PARTS = st.lists(st.tuples(st.sampled_from(PartKind), TEXTS), max_size=6)


def told(parts: list[tuple[PartKind, str]]) -> Reading:
    """A story of these parts, one after the other in a file, read for the default brief."""
    numbers = count(1)
    made = tuple(
        Part(kind, tuple(Line(line, next(numbers)) for line in text.split("\n")), kind.value)
        for kind, text in parts
    )
    return Reading(Story(title="Any", parts=made), Brief())


@given(st.lists(PARTS, min_size=1, max_size=3))
def test_marks_lie_inside_the_text(stories: list[list[tuple[PartKind, str]]]) -> None:
    """
    No rule fails on any text, and every mark is a span of the text it is about, with a place in the file.
    """
    readings = [told(parts) for parts in stories]
    for rule in all_rules():
        for index, mark in rule.marks(readings):
            reading = readings[index]
            assert 0 <= mark.start <= mark.end <= len(reading.text)
            assert mark.message
            assert reading.where(mark.start) <= reading.where(mark.end)


@given(
    TEXTS,
    st.sampled_from(
        ('"I can lead a team of nine people through a long migration of data and of habits"', 'he said "no')
    ),
)
def test_a_quotation_holds_both_marks_or_none(before: str, quoted: str) -> None:
    """
    Words quoted from the middle of a quotation, or cut inside it, do not begin or end with half of a pair.
    """
    reading = told([(PartKind.RESULT, f"{before} {quoted} and more")])
    quotes = [reading.quote(sentence.start, sentence.end) for sentence in reading.sentences]

    assert [quote for quote in quotes if quote.count('"') % 2 and quote.strip('"') != quote] == []
