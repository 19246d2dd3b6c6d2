"""What became of a multiple that was aimed at: "halve the share", and before and after in the result."""

from __future__ import annotations

from starling.review.numbers.aims import Aim
from starling.review.numbers.closing_value import short_end
from starling.review.numbers.ended import Closing, End, Told, about
from starling.review.numbers.exact import ratio
from starling.review.numbers.pairs import Pair
from starling.review.numbers.sums import values

_NEARLY = ratio(99, 100)
"""A multiple is reached to one percent (numbers-audit, section 5)."""


def factor(told: Told, aim: Aim) -> Closing | None:
    """The end of a multiple by the first pair of the same measure; None where no pair tells it."""
    wanted = aim.quantity
    for pair in told.pairs if wanted.low else ():  # nothing is aimed at by "0x"
        if not about(wanted) & (about(pair.before) | about(pair.after)) or not _is_that_way(aim, pair):
            continue
        least = 1 / wanted.low if wanted.low < 1 else wanted.low
        before, after = values(pair)
        met = max(before, after) >= least * min(before, after) * _NEARLY
        end = End.MET if met else short_end(told, aim, pair.after)
        return None if end is None else Closing(aim, end, (pair.before, pair.after))
    return None


def _is_that_way(aim: Aim, pair: Pair) -> bool:
    """Whether the pair moves as the multiple asks: "halve" and "double" name a direction, "3x" names none."""
    before, after = values(pair)
    if not before or not after or pair.before.kind is not pair.after.kind:
        return False
    return aim.at_most is None or aim.at_most == (after < before)
