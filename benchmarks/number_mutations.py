"""Relations that hold, broken on purpose: one number, one unit or one direction changed at a time.

A change is by a factor of three or more, far beyond rounding and tolerance,
and in the direction in which the relation fails. It counts as found where the
audit then reports a contradiction or an ambiguity on the changed quantity.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from fractions import Fraction

from benchmarks.number_labels import told_text
from starling.model.report import Brief
from starling.model.story import Line, Story
from starling.review.numbers.audit import audit
from starling.review.numbers.quantities.quantity import Bound, Kind, Quantity, Role
from starling.review.numbers.relation import Claim, Verdict
from starling.review.reading import Reading

STRICT = ("R1", "R2", "R3", "R4", "R5", "R6", "R9", "R10", "R15", "R18")
LOOSE = ("R7", "R8", "R13", "R17")
_NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?|[a-z]+", re.IGNORECASE)
_OTHER_UNIT = {
    "millisecond": ("ms|milliseconds?", "minutes"),
    "second": ("s|secs?|seconds?", "hours"),
    "minute": ("min|mins|minutes?", "days"),
    "hour": ("h|hrs?|hours?", "minutes"),
    "day": ("days?", "minutes"),
    "week": ("weeks?", "hours"),
    "month": ("months?", "days"),
    "gigabyte": ("gb|gigabytes?", "KB"),
    "megabyte": ("mb|megabytes?", "TB"),
}
_COUNTED = re.compile(
    r"\d+\+?(?![\d)])|(?:two|three|four|five|six|seven|eight|nine|ten|twelve)\b", re.IGNORECASE
)
_THREE = Fraction(3)
_HALF = 50
_Changed = tuple[Quantity, Fraction] | None


@dataclass(frozen=True)
class Mutant:
    """A story with one relation broken: which, how, and the span of what was changed."""

    relation: str
    how: str
    story: Story
    start: int
    end: int


def mutants(story: Story, claim: Claim, chance: random.Random) -> Iterator[Mutant]:
    """The story with a claim of it broken in each way that fits its relation."""
    number = _changed_number(claim, chance)
    if number is not None:
        quantity, value = number
        yield _edited(story, claim, "number", quantity, _with_number(quantity, value))
    if claim.relation in ("R1", "R2"):
        unit = _changed_unit(claim)
        if unit is not None:
            yield _edited(story, claim, "unit", *unit)
        yield from _turned(story, claim)


def is_found(mutant: Mutant) -> Verdict | None:
    """The verdict with which the audit raises what was changed, or None where it does not."""
    raised = [
        claim.verdict
        for claim in audit(Reading(mutant.story, Brief())).claims
        if claim.verdict in (Verdict.CONTRADICTION, Verdict.AMBIGUOUS)
        and any(each.start < mutant.end and mutant.start < each.end for each in claim.quantities)
    ]
    return min(raised, key=[Verdict.CONTRADICTION, Verdict.AMBIGUOUS].index, default=None)


def _changed_number(claim: Claim, chance: random.Random) -> _Changed:
    """A quantity of the claim, and a value with which the relation cannot hold."""
    quantities = [each for each in claim.quantities if _writable(each)]
    if not quantities:
        return None
    change = _CHANGES.get(claim.relation)
    return _result_moved(claim, quantities) if change is None else change(quantities, chance)


def _four_more(quantities: list[Quantity], _: random.Random) -> _Changed:
    counted = next((each for each in quantities if _COUNTED.match(each.text)), None)
    return None if counted is None else (counted, counted.low + 4)


def _share_moved(quantities: list[Quantity], chance: random.Random) -> _Changed:
    share = chance.choice(quantities)
    return share, share.low + (20 if share.low < _HALF else -20)


def _highest_shrunk(quantities: list[Quantity], _: random.Random) -> _Changed:
    highest = max(quantities, key=lambda each: each.value())
    return highest, highest.low / 20


def _part_above_its_whole(quantities: list[Quantity], _: random.Random) -> _Changed:
    ordered = sorted(quantities, key=lambda each: each.value())
    if len(ordered) < 2:  # a part and its whole
        return None
    part, whole = ordered[-2:]
    return part, Fraction(int(whole.value() / part.unit.readings[0] * _THREE) or 1)


def _target_missed(quantities: list[Quantity], _: random.Random) -> _Changed:
    """What was reached, on the other side of the target; with both alike, time and money grow."""
    if len(quantities) < 2:  # a target and what was reached
        return None
    target = next((each for each in quantities if each.role is Role.TARGET), quantities[0])
    reached = [each for each in quantities if each is not target][-1]
    if reached.kind is not target.kind:
        return None
    at_most = target.bound in (Bound.BELOW, Bound.AT_MOST) or reached.value() < target.value()
    costs = target.bound is Bound.EXACT and target.kind in (Kind.TIME, Kind.MONEY)
    low = at_most or (costs and reached.value() == target.value())
    value = target.low * _THREE if low else target.low / _THREE
    return reached, value * target.unit.readings[0] / reached.unit.readings[0]


_CHANGES: dict[str, Callable[[list[Quantity], random.Random], _Changed]] = {
    "R5": _share_moved,
    "R6": _share_moved,
    "R7": _part_above_its_whole,
    "R8": _highest_shrunk,
    "R9": _target_missed,
    "R10": _four_more,
    "R13": _part_above_its_whole,
}


def _result_moved(claim: Claim, quantities: list[Quantity]) -> _Changed:
    """The stated factor, percent or total, three times as large, or a third where it cannot be larger."""
    if _gives_way(claim, quantities):
        return None
    changes = [each for each in quantities if each.kind in (Kind.RATIO, Kind.POINTS)]
    odd = [each for each in quantities if each.kind is Kind.SHARE]
    if claim.relation in ("R1", "R2") and len(odd) in (1, 3):
        changes = changes or odd[-1:]
    chosen = (changes or quantities)[-1]
    smaller = chosen.bound in (Bound.BELOW, Bound.AT_MOST)
    larger = chosen.bound in (Bound.ABOVE, Bound.AT_LEAST)
    down = smaller or (not larger and chosen.kind is Kind.SHARE and chosen.low * _THREE > 100)
    return chosen, chosen.low / _THREE if down else chosen.low * _THREE


def _gives_way(claim: Claim, quantities: list[Quantity]) -> bool:
    """Whether the figures bind too loosely to break: a change without both its values, or two open bounds."""
    open_ended = sum(each.bound not in (Bound.EXACT, Bound.ABOUT) for each in quantities)
    return open_ended > 1 or (claim.relation in ("R1", "R2") and len(quantities) < 3)


def _changed_unit(claim: Claim) -> tuple[Quantity, str] | None:
    for each in claim.quantities:
        names = _OTHER_UNIT.get(each.unit.name)
        if names is not None and each.bound is not Bound.RANGE:
            other, found = re.subn(rf"(?i)(?<![a-z])(?:{names[0]})$", names[1], each.text)
            if found:
                return each, other
    return None


def _turned(story: Story, claim: Claim) -> Iterator[Mutant]:
    """The before and the after of a percent change in each other's place."""
    pair = [each for each in claim.quantities if each.kind not in (Kind.RATIO, Kind.POINTS)]
    percent = [each for each in claim.quantities if each.kind is Kind.SHARE]
    if claim.relation != "R2" or len(pair) != 3 or len(percent) != 1:
        return
    first, last = (each for each in pair if each not in percent)
    edits = ((first, last.text), (last, first.text))
    changed = _with(story, [(each.start, each.end, text) for each, text in edits])
    yield Mutant(claim.relation, "direction", changed, first.start, last.end)


def _writable(quantity: Quantity) -> bool:
    in_own_words = not quantity.text.endswith("nines")  # "33.33-nines" is no number
    return quantity.bound is not Bound.RANGE and quantity.low > 0 and in_own_words


def _with_number(quantity: Quantity, value: Fraction) -> str:
    """The quantity's own words with another number."""
    scale = quantity.low / _digits_of(quantity)
    digits = (
        f"{float(value / scale):.6f}".rstrip("0").rstrip(".")
        if value / scale < 100
        else str(int(value / scale))
    )
    return _NUMBER.sub(digits, quantity.text, count=1)


def _digits_of(quantity: Quantity) -> Fraction:
    found = _NUMBER.search(quantity.text)
    written = found.group().replace(",", "") if found is not None else ""
    return Fraction(written) if written[:1].isdigit() and Fraction(written) else quantity.low


def _edited(story: Story, claim: Claim, how: str, quantity: Quantity, text: str) -> Mutant:
    changed = _with(story, [(quantity.start, quantity.end, text)])
    return Mutant(claim.relation, how, changed, quantity.start, quantity.start + len(text))


def _with(story: Story, edits: list[tuple[int, int, str]]) -> Story:
    """The story with spans of its text replaced; offsets are those of the reading."""
    text = told_text(story)
    parts, start = [], 0
    for part in story.parts:
        end = start + len(part.text)
        own = [(a - start, b - start, new) for a, b, new in edits if start <= a < end]
        told = text[start:end]
        for a, b, new in sorted(own, reverse=True):
            told = told[:a] + new + told[b:]
        lines = tuple(Line(line, number) for number, line in enumerate(told.split("\n"), 1))
        parts.append(replace(part, lines=lines))
        start = end + 2
    return replace(story, parts=tuple(parts))
