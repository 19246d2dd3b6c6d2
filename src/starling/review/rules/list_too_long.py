"""A flat list with more steps than a listener can hold."""

from __future__ import annotations

from collections.abc import Iterator

from starling.model.report import Strength
from starling.model.story import SPOKEN
from starling.review.reading import Reading, Section, Sentence
from starling.review.rule import Mark, Rule, example, tell

MOST_ITEMS = 7
_LONGEST_MARGIN = 80
"""How many characters may stand before an item on its line."""


def _indent(reading: Reading, sentence: Sentence) -> int | None:
    """How far the line is indented that a sentence opens; None where the sentence stands inside a line."""
    window = reading.text[max(0, sentence.start - _LONGEST_MARGIN) : sentence.start]
    before = window[window.rfind("\n") + 1 :]
    opens = sentence.bullet or not before.strip()
    return len(before) - len(before.lstrip(" \t")) if opens else None


def _flat_lists(reading: Reading, section: Section) -> Iterator[list[Sentence]]:
    """The lists of a part, without what hangs under their items; a line of its own ends a list."""
    items: list[Sentence] = []
    margin = 0
    for sentence in reading.of(section.part.kind):
        indent = _indent(reading, sentence)
        if indent is None or not section.start <= sentence.start < section.end or (items and indent > margin):
            continue
        if items and (indent < margin or not sentence.bullet):
            yield items
            items = []
        if sentence.bullet:
            items.append(sentence)
            margin = indent
    yield items


def check(reading: Reading) -> Iterator[Mark]:
    """Mark each flat list of more than seven items."""
    for section in reading.sections:
        lists = _flat_lists(reading, section) if section.part.kind in SPOKEN else ()
        for items in lists:
            if len(items) > MOST_ITEMS:
                first = reading.quote(items[0].start, items[0].end, 40)
                points = f"the {len(items)} points from “{first}” on"
                message = (
                    f"Group {points} under three headings, and say those first. Nobody holds more by ear."
                )
                yield Mark(items[0].start, items[-1].end, message)


RULE = Rule(
    summary="A flat list has more than seven points.",
    why="A list without order is heard as a pile; three named groups are remembered.",
    source="rubric, D12 (list length); seven rather than five, because notes are terser than speech",
    strength=Strength.INFORMATIVE,
    dimension="D12",
    hits=(
        example(tell(action="\n".join(f"- Checked source {name}" for name in "abcdefgh"))),
        example(tell(result="\n".join(f"{n}. Team {n} adopted the template" for n in range(1, 10)))),
    ),
    misses=(
        example(tell(action="\n".join(f"- Checked source {name}" for name in "abcdefg"))),
        example(
            tell(
                action="- Looked for the cause\n  - logs\n  - traces\n  - heap\n  - network\n"
                "- Mended it\n  - smaller batch\n  - retry\n  - alert"
            )
        ),
    ),
    check=check,
)
