"""What became of a multiple that was aimed at: "halve the share", and before and after in the result."""

from __future__ import annotations

from starling.review.numbers.closing.ended import Closing, End, Told, about
from starling.review.numbers.closing.missed import short_end
from starling.review.numbers.quantities.exact import ratio
from starling.review.numbers.quantities.metric import stems
from starling.review.numbers.quantities.pairs import Pair
from starling.review.numbers.told.aims import Aim
from starling.review.numbers.told.sums import values

_NEARLY = ratio(99, 100)
"""A multiple is reached to one percent (numbers-audit, section 5)."""


def factor(told: Told, aim: Aim) -> Closing | None:
    """The end of a multiple by a pair of the same measure that meets it, or the first; None without one."""
    named = about(aim.quantity)
    if not aim.quantity.low:
        return None  # nothing is aimed at by "0x"
    told_of = [pair for pair in told.pairs if named & (about(pair.before) | about(pair.after))]
    fitting = [pair for pair in told_of if _is_that_way(aim, pair)]
    near = (pair for pair in told.pairs if _is_that_way(aim, pair) and named & _sentence(told, pair))
    first = fitting[0] if fitting else None
    pair = next((pair for pair in (*fitting, *near) if _is_met(aim, pair)), first)
    if pair is None:
        return None
    end = End.MET if _is_met(aim, pair) else short_end(told, aim, pair.after)
    return None if end is None else Closing(aim, end, (pair.before, pair.after))


def _sentence(told: Told, pair: Pair) -> frozenset[str]:
    """The stems of the sentence that tells a pair: "of the good ones we turned away 8, not 20"."""
    return stems(" ".join(sentence.lower for sentence in told.around(pair.after)[:1]))


def _is_met(aim: Aim, pair: Pair) -> bool:
    wanted = aim.quantity.low
    before, after = values(pair)
    least = 1 / wanted if wanted < 1 else wanted
    return bool(max(before, after) >= least * min(before, after) * _NEARLY)


def _is_that_way(aim: Aim, pair: Pair) -> bool:
    """Whether the pair moves as the multiple asks: "halve" and "double" name a direction, "3x" names none."""
    before, after = values(pair)
    if not before or not after or pair.before.kind is not pair.after.kind:
        return False
    return aim.at_most is None or aim.at_most == (after < before)
