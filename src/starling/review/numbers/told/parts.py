"""Parts and their whole, where words join them: "13 of our 15", "10 teams (4 internal, 6 external)"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction
from itertools import pairwise
from typing import NamedTuple

from starling.review.numbers.evaluate import about, fits, in_step
from starling.review.numbers.quantities.exact import ratio
from starling.review.numbers.quantities.interval import Interval, total
from starling.review.numbers.quantities.quantity import Bound, Kind, Quantity, Role
from starling.review.numbers.quantities.sheet import Sheet
from starling.review.numbers.told.divided import GROUP, divides
from starling.review.numbers.told.neighbours import neighbours

_SCALES = frozenset((5, 6, 7, 10, 100))
_MARKED = re.compile(
    r"\b(?:quality|rat(?:e[ds]?|ings?)|scor(?:e[ds]?|ing)|marks?|graded?|satisfaction|stars?|confidence|nps|"
    r"helpfulness|happiness|readability)\b"
)
_OF = re.compile(r"\s(?:out )?of (?:(?:our|the|all|those|these|my|their|its|a|total|a total of) ){0,3}")
_SIZE = " of "
_REST = re.compile(r"\b(?:remaining|other|rest of the|last|final)\s$")
_OPENER = re.compile(r"\s?(?:\(|:|—|–|, )\s?|(?: [a-z-]+){1,4}:\s")
_BETWEEN_PARTS = re.compile(r"[^().;:\d]{0,40}(?:,|\+|and|&|/|;)(?:[^().;:\d]{0,12}| and the remaining )")
_TOTAL = re.compile(
    r"\b(?:in total|total(?:l?ing)?(?: of)?|altogether|in all,?|add(?:s|ed|ing)? up to|c[oa]mes? to"
    r"|a combined|combined,?|summing to)\s?(?:about |around |roughly |over |nearly )?[~≈$€£]?$"
)
_TOTAL_AFTER = re.compile(r"\s?(?:in total|total\b|altogether|in all\b|in sum\b|combined\b|all told)")
_TOTAL_WORDS = (
    "total", "altogether", "in all", "in sum", "up to", "come", "came", "combined", "summing", "all told"
)  # fmt: skip
_SO = re.compile(
    r"\b(?:so|together|in total|meaning|which makes|that is|thus)\s(?:about |nearly |around |roughly "
    r"|over |almost )?[~≈]?$"
)
_AND = re.compile(r"\b(?:and|plus)\b")
_MOST = 12
_NONE = ratio(0)
_COUPLE = 2
_TELLING = 10
"""From here on a sum of neighbours is no coincidence."""
_COMMA = re.compile(r"[^().;:\d]{0,45}(?:,|:|—|–| and)\s?(?:and )?(?:only )?")
_WITH = re.compile(r"\s(?:with|including|plus|once|after|counting)\b")
_LIST_OF = re.compile(r", \d")
_SLIP = ratio(5, 4)
"""Parts that come to more than this much of their whole overlap, or are of something else."""
_OF_THE = re.compile(r"(?:^|[,:;] )(?:and )?(?:out )?of (?:the|our|these|those|all|my) $")
_OVERLAP = re.compile(r"\b(?:both|also|overlap\w*|more than one|several|too|as well)\b")


class Whole(NamedTuple):
    """Parts beside their whole; *full* where they make it up, *sure* where no other scope helps.

    *asks* is for those that are only a question where they do not fit;
    *size* is the whole in its own unit where that is not what is written.
    """

    parts: tuple[Quantity, ...]
    whole: Quantity
    full: bool
    sure: bool
    asks: bool = False
    size: Fraction | None = None

    @property
    def quantities(self) -> tuple[Quantity, ...]:
        """All of them in the order of the text."""
        return tuple(sorted((*self.parts, self.whole), key=lambda quantity: quantity.start))

    def holds(self) -> bool:
        """Whether the parts make up the whole, or none of them exceeds it."""
        hedged = about(self.whole, *self.parts)
        sized = self.whole
        if self.size is not None:
            sized = replace(sized, low=self.size, high=self.size, bound=Bound.EXACT)
        for whole, *parts in in_step(sized, *(replace(part, slack=_NONE) for part in self.parts)):
            if self.full and fits(whole, total(parts), hedged):
                return True
            if not self.full and all(fits(Interval(_NONE, whole.hi), part, hedged) for part in parts):
                return True
        return False


def out_of(sheet: Sheet) -> Iterator[Whole]:
    """Of "13 of our 15 teams", and the remaining two where they are told next."""
    for part, whole in zip(sheet.quantities, sheet.quantities[1:], strict=False):
        if part.sentence != whole.sentence or _OF.fullmatch(sheet.lower, part.end, whole.start) is None:
            continue
        if not (is_plain(part) and is_plain(whole) and whole.low > 1) or _is_mark(sheet, part, whole):
            continue
        if part.noun and sheet.between(part, whole) == _SIZE:
            continue  # "500 batches of 32" has a size, "500 of 832 batches" are a part
        if not whole.noun and _LIST_OF.match(sheet.after(whole, 8)):
            continue  # "3 outages of 20, 35 and 50 minutes"
        rest = _rest(sheet, whole)
        if rest is not None:
            yield Whole((part, rest), whole, full=True, sure=rest.sentence == whole.sentence)
        else:
            yield Whole((part,), whole, full=False, sure=True)


def _is_mark(sheet: Sheet, part: Quantity, whole: Quantity) -> bool:
    """Whether it is a mark on a scale, such as "quality is 4 out of 5", which is no part of anything."""
    scale = not part.noun and not whole.noun and whole.low in _SCALES
    return scale and _MARKED.search(sheet.before(part, 50)) is not None


def is_plain(quantity: Quantity) -> bool:
    """Whether it is a whole number of things, and no rate or range."""
    counts = quantity.unit.kind is Kind.COUNT and not quantity.per and quantity.bound is not Bound.RANGE
    return counts and quantity.low.denominator == 1


def _rest(sheet: Sheet, whole: Quantity) -> Quantity | None:
    for each in neighbours(sheet, whole, 1):
        alike = is_plain(each) and each.start > whole.end and each.noun in ("", whole.noun)
        if alike and _REST.search(sheet.before(each)):
            return each
    return None


def split(sheet: Sheet) -> Iterator[Whole]:
    """A count, and in brackets or after a colon what it is made of: "10 teams (4 internal, 6 external)"."""
    for index, inside in sheet.by_sentence.items():
        for n, count in enumerate(inside[:-2]):
            opened = _OPENER.fullmatch(sheet.lower, count.end, inside[n + 1].start)
            if opened is None or index < 0 or not is_plain(count) or not _named(sheet, count):
                continue
            parts = _run(sheet, inside[n + 1 : n + 1 + _MOST])
            whole = _made_up(inside[:n], count, parts)
            if whole is None or len(parts) <= 1:
                continue
            found = Whole(parts, whole, full=True, sure=divides(sheet, whole, parts))
            if found.sure or found.holds():
                yield found


def of_the(sheet: Sheet) -> Iterator[Whole]:
    """As in "of the 90 boats 50 were sold, 30 sank and 20 were lost": more than there were."""
    for index, inside in sheet.by_sentence.items():
        for n, whole in enumerate(inside[:-2] if index >= 0 else ()):
            if not (is_plain(whole) and whole.noun and _OF_THE.search(sheet.before(whole))):
                continue
            parts = _run(sheet, inside[n + 1 : n + 1 + _MOST])
            told = sum((part.low for part in parts), _NONE)
            apart = any(part.noun.endswith("s") and part.noun != whole.noun for part in parts)
            if len(parts) < _COUPLE or apart or not whole.low <= told <= whole.low * _SLIP:
                continue
            if not _OVERLAP.search(sheet.lower, parts[0].start, sheet.reading.sentences[index].end):
                yield Whole(parts, whole, full=True, sure=True)


def _made_up(earlier: Sequence[Quantity], count: Quantity, parts: Sequence[Quantity]) -> Quantity | None:
    """What the parts make up: the count, or in "17 files in 3 runs: 6, 6 and 5" what was told before it."""
    if len(parts) != count.low or any(part.noun for part in parts[:-1]):
        return count
    return earlier[-1] if earlier and is_plain(earlier[-1]) and earlier[-1].noun else None


def _named(sheet: Sheet, whole: Quantity) -> bool:
    """Whether it says what is counted: "9 teams", or "a team of 9"."""
    return bool(whole.noun) or GROUP.search(sheet.before(whole)) is not None


def _run(sheet: Sheet, following: Sequence[Quantity]) -> tuple[Quantity, ...]:
    parts = [following[0]] if is_plain(following[0]) else []
    for first, second in pairwise(following):
        if (
            not parts
            or not is_plain(second)
            or _BETWEEN_PARTS.fullmatch(sheet.between(first, second)) is None
        ):
            break
        parts.append(second)
    return tuple(parts)


def shares_so(sheet: Sheet) -> Iterator[Whole]:
    """Two shares and what they come to: "30% minor and 10% major, so 40%"."""
    shares = sheet.of_kind(Kind.SHARE)
    for first, second, whole in zip(shares, shares[1:], shares[2:], strict=False):
        next_to = sheet.index_of(whole) == sheet.index_of(first) + 2
        if (
            first.sentence == whole.sentence
            and next_to
            and _SO.search(sheet.between(second, whole))
            and _AND.search(sheet.between(first, second))
        ):
            yield Whole((first, second), whole, full=True, sure=False)


def partitions(sheet: Sheet) -> Iterator[Whole]:
    """A count and the counts next to it that make it up exactly: "200 attempts, 1 success, 199 errors"."""
    quantities = sheet.quantities
    for place, (whole, first, second) in enumerate(
        zip(quantities, quantities[1:], quantities[2:], strict=False)
    ):
        if whole.sentence != second.sentence or not (
            is_plain(whole) and is_plain(first) and is_plain(second)
        ):
            continue
        if whole.low < _TELLING or not (first.low and second.low) or whole.low != first.low + second.low:
            continue
        gaps = sheet.between(whole, first), sheet.between(first, second)
        if all(_COMMA.fullmatch(gap) for gap in gaps) and not _goes_on(sheet, second, place + 3):
            yield Whole((first, second), whole, full=True, sure=False)


def _goes_on(sheet: Sheet, last: Quantity, place: int) -> bool:
    """Whether another count follows in the list, so that the first is one of its members and no sum."""
    following = sheet.quantities[place : place + 1]
    return (
        any(is_plain(each) and each.sentence == last.sentence for each in following)
        and _BETWEEN_PARTS.fullmatch(sheet.between(last, following[0])) is not None
    )


def totals(sheet: Sheet) -> Iterator[Whole]:
    """Amounts of one kind in a sentence, and what they make "in total"."""
    if not sheet.mentions(*_TOTAL_WORDS):
        return
    for inside in sheet.by_sentence.values():
        for n, whole in enumerate(inside):
            if not 1 < n <= _MOST or not (
                _TOTAL.search(sheet.before(whole)) or _TOTAL_AFTER.match(sheet.after(whole))
            ):
                continue
            parts = tuple(each for each in inside[:n] if _summable(each, whole) and each.role is Role.PLAIN)
            if (
                len(parts) == n
                and not _WITH.match(sheet.after(whole))
                and not _TOTAL.search(sheet.before(parts[0]))
            ):
                yield Whole(parts, whole, full=True, sure=True)


def _summable(part: Quantity, whole: Quantity) -> bool:
    alike = part.kind is whole.kind and part.per == whole.per and part.kind not in (Kind.RATIO, Kind.POINTS)
    return alike and (part.kind is not Kind.COUNT or part.noun in ("", whole.noun))
