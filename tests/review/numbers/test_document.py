"""docs/numbers.md teaches with examples, and each of them gets the answer that the page says."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from starling.model.report import Brief
from starling.review.numbers.audit import audit
from starling.review.reading import Reading
from starling.review.rule import tell

PAGE = (Path(__file__).parents[3] / "docs" / "numbers.md").read_text("utf-8")
EXAMPLE = re.compile(r"^### (\d+)\. (.+?)\n\n((?:>.*\n)+)\n`(NUM-R\d+-\w+)`$", re.MULTILINE)
PART = re.compile(r"> \*\*(\w+):\*\* (.+)")
EXAMPLES = EXAMPLE.findall(PAGE)


def test_there_are_ten() -> None:
    """The page shows ten examples, in order, each with its answer."""
    assert [str(number) for number in range(1, 11)] == [number for number, *_ in EXAMPLES]


@pytest.mark.parametrize(
    ("title", "quoted", "code"), [pytest.param(*each[1:], id=each[0]) for each in EXAMPLES]
)
def test_examples_get_their_answer(title: str, quoted: str, code: str) -> None:
    """The audit of an example raises exactly what the page says of it, and nothing worse."""
    reading = Reading(tell(title, **{part.lower(): text for part, text in PART.findall(quoted)}), Brief())
    said = [claim.code for claim in audit(reading).claims]

    assert code in said
    worse = {
        "consistent": ("contradiction", "ambiguous", "unverifiable"),
        "unverifiable": ("contradiction", "ambiguous"),
        "ambiguous": ("contradiction",),
    }
    assert [] == [each for each in said if each.rpartition("-")[2] in worse.get(code.rpartition("-")[2], ())]
