"""How many of the labelled quantities the numbers audit sees: CORPUS [--errors].

Every number in a labelled span is read a second time by a small reader of its
own, which knows digits, common number words and unit signs and nothing else;
the audit must have extracted the same value with the same unit at that place.
Hard negatives are places that name rather than measure; there the audit must
extract nothing.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path
from typing import Any, NamedTuple

from benchmarks.corpus import PARTS

from starling.model.report import Brief
from starling.review.numbers.quantity import Kind, Quantity
from starling.review.numbers.sheet import Sheet
from starling.review.reading import Reading
from starling.review.rule import tell

GOAL = 0.95
WORDS = {
    word: number
    for number, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen".split()
    )
}
SCALES = {
    "k": 10**3,
    "thousand": 10**3,
    "m": 10**6,
    "mn": 10**6,
    "million": 10**6,
    "b": 10**9,
    "billion": 10**9,
}
UNITS = {
    "%": "percent", "percent": "percent", "x": "times", "×": "times", "times": "times", "ms": "millisecond",
    "s": "second", "sec": "second", "second": "second", "min": "minute", "minute": "minute", "h": "hour",
    "hr": "hour", "hour": "hour", "day": "day", "week": "week", "month": "month", "year": "year",
    "kb": "kilobyte", "mb": "megabyte", "gb": "gigabyte", "tb": "terabyte", "byte": "byte",
    "quarter": "quarter", "sprint": "sprint", "millisecond": "millisecond",
}  # fmt: skip
NUMBER = re.compile(
    r"(?P<money>[$€£₹])?(?<![\w.#/-])(?:(?P<digits>\d[\d,]*(?:\.\d+)?)|(?P<word>" + "|".join(WORDS) + r"))"
    r"(?P<scale>\s?(?:k|mn|m|b|thousand|million|billion)(?![a-z]))?(?P<plus>\+)?"
    r"(?:[\s-]?(?P<unit>percentage points?|%|×|x(?![a-z])|[a-z]+))?",
    re.IGNORECASE,
)
NAMED = re.compile(
    r"(?:phase|step|level|tier|version|v|day|week|month|hour|story|part|stage|option|sprint|team|line|no|page"
    r"|option|horizon|question|ticket|http|http/|java|python|status|code|port|\()[\s-]?#?$",
    re.IGNORECASE,
)
NO_QUANTITY = re.compile(
    r"^(?:\.\d|\.\s|\)|:\d|st\b|nd\b|rd\b|th\b|/\d|-on-|\s?(?:am|pm)\b|x per |xx|-step|(?:-|–)\d{4})",
    re.IGNORECASE,
)
YEAR = re.compile(r"(?:19|20)\d\d")
TRAP = re.compile(
    r"[A-Z]{2,}[- ]?\d+|[A-Za-z]+\d+|v\d|#\d+|^\d+\. |\b\d+\.\d+\.\d+|HTTP/?\d?|N\+1|\d(?:am|pm)\b|\b(?:Phase|Step|Day|Week"
    r"|Hour|Story|Team|Option|Level|Tier) \d"
)


class Expected(NamedTuple):
    """A number that a labelled span names: where, how much, and in which unit ('' where none is known)."""

    start: int
    end: int
    value: Fraction
    unit: str


def expected(text: str) -> Iterator[Expected]:
    """What the small reader sees in the text of a span."""
    for match in NUMBER.finditer(text):
        number_end = match.end("digits") if match["digits"] else match.end("word")
        if NO_QUANTITY.match(text[number_end:]) or (match.start() == 0 and re.match(r"\d+\. ", text)):
            continue
        if NAMED.search(text[: match.start()]) or (match["digits"] and YEAR.fullmatch(match["digits"])):
            continue
        if match["word"] and match["word"].lower() == "one":
            continue
        yield Expected(match.start(), number_end, *_measured(match))


def _measured(match: re.Match[str]) -> tuple[Fraction, str]:
    digits = match["digits"]
    value = Fraction(digits.replace(",", "")) if digits else Fraction(WORDS[match["word"].lower()])
    value *= SCALES.get((match["scale"] or "").strip().lower(), 1)
    if match["money"]:
        return value, "money"
    word = (match["unit"] or "").lower()
    if word.startswith("percentage point"):
        return value, "percentage point"
    return value, UNITS.get(word, UNITS.get(word.removesuffix("s"), ""))


def covers(quantity: Quantity, wanted: Expected, offset: int) -> bool:
    """Whether an extracted quantity is the wanted one."""
    start, end = wanted.start + offset, wanted.end + offset
    if not (quantity.start < end and start < quantity.end):
        return False
    if wanted.value not in (quantity.low, quantity.high):
        return False
    return wanted.unit == quantity.unit.name or (wanted.unit == "" and quantity.kind is not Kind.SHARE)


def main(folder: Path, *, errors: bool) -> int:
    """Print the coverage of labelled quantities and the silence on traps; 1 where the goal is missed."""
    stories = {row["id"]: row for row in _rows(folder / "stories.jsonl")}
    labels = _rows(folder / "number_labels.jsonl")
    sheets = {name: _sheet(stories[name]) for name in sorted({label["story_id"] for label in labels})}
    wanted, seen, traps, silent = 0, 0, 0, 0
    for label in labels:
        text, sheet = sheets[label["story_id"]]
        position = 0
        for span in label["spans"]:
            at = text.find(span, position)
            at = text.find(span) if at < 0 else at
            position = max(position, at)
            if label["kind"] == "hard_negative":
                if TRAP.fullmatch(span):
                    traps += 1
                    said = [q.text for q in sheet.quantities if q.start < at + len(span) and at < q.end]
                    silent += not said
                    if said and errors:
                        print(f"  trap {label['story_id']}: {span!r} gave {said}")
                continue
            for each in expected(span):
                wanted += 1
                near = [q for q in sheet.quantities if q.start < at + each.end and at + each.start < q.end]
                found = any(covers(quantity, each, at) for quantity in near)
                seen += found
                if not found and errors:
                    gave = [(q.text, str(q.low), str(q.high), q.unit.name) for q in near]
                    number = span[each.start : each.end]
                    print(f"  {label['story_id']}: {number!r} {each.unit} of {span!r} gave {gave}")
    print(
        f"quantities: {seen} of {wanted} labelled ones extracted with value and unit, {seen / wanted:.3f} (goal {GOAL})"
    )
    print(f"quantities: {silent} of {traps} identifiers among the hard negatives silent")
    return int(seen < GOAL * wanted)


def _sheet(row: dict[str, Any]) -> tuple[str, Sheet]:
    parts = {part: row[part] for part in PARTS if row[part]}
    reading = Reading(tell(row["title"] or "", **parts), Brief())
    return "\n\n".join(part.text for part in reading.story.parts), Sheet(reading)


def _rows(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), errors="--errors" in sys.argv))
