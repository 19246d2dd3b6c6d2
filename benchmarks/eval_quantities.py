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
from collections.abc import Iterator, Sequence
from fractions import Fraction
from pathlib import Path
from typing import Any, NamedTuple

from benchmarks.corpus import PARTS
from starling.model.report import Brief
from starling.review.numbers.quantities.quantity import Kind, Quantity
from starling.review.numbers.quantities.sheet import Sheet
from starling.review.reading import Reading
from starling.review.rule import tell

GOAL = 0.95
WORDS = {
    word: number
    for number, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve".split()
    )
}
SCALES = {"k": 10**3, "thousand": 10**3, "m": 10**6, "million": 10**6, "b": 10**9, "billion": 10**9}
UNITS = {
    "%": "percent", "percent": "percent", "x": "times", "×": "times", "times": "times", "ms": "millisecond",
    "s": "second", "sec": "second", "second": "second", "min": "minute", "minute": "minute", "h": "hour",
    "hr": "hour", "hour": "hour", "day": "day", "week": "week", "month": "month", "year": "year",
    "kb": "kilobyte", "mb": "megabyte", "gb": "gigabyte", "tb": "terabyte", "byte": "byte",
    "quarter": "quarter", "sprint": "sprint", "millisecond": "millisecond",
}  # fmt: skip
NUMBER = re.compile(
    r"(?P<money>[$€£₹])?(?<![\w.#/])(?:(?P<digits>\d[\d,]*(?:\.\d+)?)|(?P<word>" + "|".join(WORDS) + r"))"
    r"(?P<scale>\s?(?:k|m|b|thousand|million|billion)(?![a-z]))?(?P<plus>\+)?"
    r"(?:[\s-]?(?P<unit>percentage points?|%|×|x(?![a-z])|[a-z]+))?",
    re.IGNORECASE,
)
RANGE = re.compile(r"\s?[-–]\s?(?=\d)")
NAMED = re.compile(
    r"(?:phase|step|level|tier|version|v|day|week|month|hour|story|part|stage|option|sprint|team|line|no|page"
    r"|option|horizon|question|ticket|http|http/|java|python|status|code|port)[\s-]?#?$",
    re.IGNORECASE,
)
NO_QUANTITY = re.compile(
    r"^(?:\.\d|\.\s|\)|:\d|st\b|nd\b|rd\b|th\b|/\d|-on-|\s?(?:am|pm)\b|x per |xx|-step|(?:-|–)\d{4})",
    re.IGNORECASE,
)
YEAR = re.compile(r"(?:19|20)\d\d")
TRAP = re.compile(
    r"[A-Z]{2,}[- ]?\d+|[A-Za-z]+\d+|v\d|#\d+|^\d+\. |\b\d+\.\d+\.\d+|HTTP/?\d?|N\+1|\d(?:am|pm)\b"
    r"|\b(?:Phase|Step|Day|Week|Hour|Story|Team|Option|Level|Tier) \d"
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
    if (
        not word
        and (end := RANGE.match(match.string, match.end()))
        and (second := NUMBER.match(end.string, end.end()))
    ):
        return value, _measured(second)[1]  # "15-20%"
    return value, UNITS.get(word, UNITS.get(word.removesuffix("s"), ""))


def covers(quantity: Quantity, wanted: Expected, offset: int) -> bool:
    """Whether an extracted quantity is the wanted one."""
    start, end = wanted.start + offset, wanted.end + offset
    if not (quantity.start < end and start < quantity.end):
        return False
    if wanted.value not in (quantity.low, quantity.high):
        return False
    return wanted.unit == quantity.unit.name or (wanted.unit == "" and quantity.kind is not Kind.SHARE)


Label = tuple[dict[str, Any], str, Sheet]


class Tally(NamedTuple):
    """How many were looked for, and how many were as they should be."""

    looked_for: int
    right: int


def main(folder: Path, *, errors: bool) -> int:
    """Print the coverage of labelled quantities and the silence on traps; 1 where the goal is missed."""
    stories = {row["id"]: row for row in _rows(folder / "stories.jsonl")}
    labels = _rows(folder / "number_labels.jsonl")
    sheets = {name: _sheet(stories[name]) for name in sorted({label["story_id"] for label in labels})}
    placed = [(label, *sheets[label["story_id"]]) for label in labels]
    seen, missed = _measured_ones([each for each in placed if each[0]["kind"] != "hard_negative"])
    silent, wrong = _traps([each for each in placed if each[0]["kind"] == "hard_negative"])
    share = seen.right / seen.looked_for
    print(
        f"quantities: {seen.right} of {seen.looked_for} labelled ones extracted with value and unit", end=""
    )
    print(f", {share:.3f} (goal {GOAL})")
    print(f"quantities: {silent.right} of {silent.looked_for} identifiers among the hard negatives silent")
    if errors:
        print(*missed, *wrong, sep="\n")
    return int(share < GOAL)


def _measured_ones(labels: Sequence[Label]) -> tuple[Tally, list[str]]:
    """How many numbers of the labelled spans were extracted, and those that were not."""
    looked_for, missed = 0, []
    for label, text, sheet in labels:
        for span, at in _spans(label, text):
            for each in expected(span):
                looked_for += 1
                near = [q for q in sheet.quantities if q.start < at + each.end and at + each.start < q.end]
                if not any(covers(quantity, each, at) for quantity in near):
                    gave = [(q.text, str(q.low), str(q.high), q.unit.name) for q in near]
                    missed.append(f"  {label['story_id']}: {each.value} {each.unit} of {span!r} gave {gave}")
    return Tally(looked_for, looked_for - len(missed)), missed


def _traps(labels: Sequence[Label]) -> tuple[Tally, list[str]]:
    """How many spans that are nothing but an identifier gave no quantity, and those that did."""
    looked_for, wrong = 0, []
    for label, text, sheet in labels:
        for span, at in _spans(label, text):
            if TRAP.fullmatch(span):
                looked_for += 1
                said = [q.text for q in sheet.quantities if q.start < at + len(span) and at < q.end]
                if said:
                    wrong.append(f"  trap {label['story_id']}: {span!r} gave {said}")
    return Tally(looked_for, looked_for - len(wrong)), wrong


def _spans(label: dict[str, Any], text: str) -> Iterator[tuple[str, int]]:
    """Each labelled span with its place in the text; spans stand in the order of the story."""
    position = 0
    for span in label["spans"]:
        at = text.find(span, position)
        position = max(position, at)
        yield span, text.find(span) if at < 0 else at


def _sheet(row: dict[str, Any]) -> tuple[str, Sheet]:
    parts = {part: row[part] for part in PARTS if row[part]}
    reading = Reading(tell(row["title"] or "", **parts), Brief())
    return "\n\n".join(part.text for part in reading.story.parts), Sheet(reading)


def _rows(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), errors="--errors" in sys.argv))
