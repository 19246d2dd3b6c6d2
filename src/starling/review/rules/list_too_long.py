"""A flat list with more steps than a listener can hold."""

from __future__ import annotations

from collections.abc import Iterator

from starling.model.report import Strength
from starling.review.reading import Reading
from starling.review.rule import Mark, Rule, example, tell
from starling.review.signals.ear import long_lists


def check(reading: Reading) -> Iterator[Mark]:
    """Mark each flat list of more than seven items."""
    for items in long_lists(reading):
        first = reading.quote(items[0].start, items[0].end, 40)
        points = f"the {len(items)} points from “{first}” on"
        message = f"Group {points} under three headings, and say those first. Nobody holds more by ear."
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
