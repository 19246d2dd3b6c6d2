"""What became of a value or a change that was aimed at: the figure of the result that answers it."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from starling.review.numbers.closing.changes import worked_out
from starling.review.numbers.closing.ended import Closing, End, Told, about, meets
from starling.review.numbers.closing.missed import CLAIMS_MET, short_end
from starling.review.numbers.quantities.metric import stem
from starling.review.numbers.quantities.quantity import Kind, Quantity, Role
from starling.review.numbers.told.aims import Aim, AimKind
from starling.review.numbers.told.distances import is_distance
from starling.review.numbers.told.pledges import is_score
from starling.review.reading.vocabulary import vocabulary

_DAY = 86400
_BESIDE = 160
"""How many characters may stand between a figure of the result and the target it is compared with there."""
_PERIOD = re.compile(
    r"\b(?:within|in|after|for|over|last|first|next|past|every|since|during|per|the)\W+"
    r"(?:(?:the|about|only|first|next|last|past|same|a|our)\s){0,2}$"
)
_COSTS = re.compile(
    r"\b(?:costs?|costing|pay|pays|paid|paying|spend\w*|bill\w*|invoice\w*|runs?|comes? to|price[ds]?)\b"
    r"(?:(?!\bsav)[^.;,]){0,24}$"
)
_SAVED = re.compile(r"\bsav(?:e|ed|ing|ings|es)\b[^.;,]{0,20}$")
_HELD = re.compile(
    r"\b(?:under|below|above|over|within|inside|short of|against|of|vs) (?:the|our|my|those) ?[^ ]*$"
)
_AGAINST = re.compile(
    r"\b(?:under|below|above|over|inside|short of|shy of|against|of|than|vs\.?) (?:the |our |my )?[~$€£]?$"
)
_SCOPE = re.compile(r"^\s?(?:for|on|in)\s(?P<what>(?:the |our )?[a-z][\w-]+(?: [a-z][\w-]+){0,2})")
_IT = re.compile(
    r"\b(?:(?:it|them|this|that|these|those),? (?:(?:back|down|up) )?(?:to|under|below|above|over|be)"
    r"|(?:the|our|my) (?:target|goal|aim|limit) (?:was|is) (?:under|below|above|over|at most|at least)?)"
    r" ?[^ ]*$"
)
_WHOLE = re.compile(r"\b(?:all|every|overall|total|production|average|most|\w+ing)\b")
_RATE = stem("rate")
_YARDSTICKS = frozenset((Kind.TIME, Kind.SHARE, Kind.RATE, Kind.DATA, Kind.POINTS))
_SPEAKS_OF_TARGET = ("missed_phrases", "closing_phrases")
"""Lists that tie a figure to the target where no word of its measure does."""


def value(told: Told, aim: Aim) -> Closing | None:
    """The end of an aim that the result answers with a figure of the same measure, or leaves open."""
    candidates = _candidates(told, aim)
    same = [q for q in candidates if told.share(q, aim.quantity)]
    reached = _reached(told, candidates, same, aim)
    if reached is not None:
        return Closing(aim, _kind_of_met(told, reached, aim), told.take(reached))
    moved = worked_out(told, aim)
    if moved is not None:
        return moved
    of_it = _of_it(told, candidates, aim)
    if of_it is not None and meets(*of_it):
        return Closing(aim, End.MET, told.take(of_it[0]))
    tied = same or _tied(told, candidates, aim) or (() if of_it is None else of_it[:1])
    if tied:
        return _fell_short(told, aim, tied[0])
    given_up = told.phrase("abandoned_phrases")
    if given_up is not None:
        return Closing(aim, End.MISSED, (given_up,), apart=True)
    return None if aim.planned and aim.kind is AimKind.CHANGE else Closing(aim, End.OPEN)


def _candidates(told: Told, aim: Aim) -> list[Quantity]:
    """The figures of the result that measure in the unit of the aim, those about the same thing first."""
    wanted = about(aim.quantity)
    found = [
        q
        for q in told.by_kind[aim.quantity.kind]
        if q.start > aim.quantity.start and q.start not in told.used and _comparable(told, q, aim)
    ]
    if len(found) <= 1:
        return found
    found = [q for q in found if not _restates(told, q, aim, found)]
    return sorted(found, key=lambda q: (-len(about(q) & wanted), q.start))


def _restates(told: Told, quantity: Quantity, aim: Aim, found: list[Quantity]) -> bool:
    """Whether a figure is the aim again beside what it is held against: "82%, short of the 85%"."""
    if quantity.value() != aim.quantity.value():
        return False
    beside = any(q is not quantity and q.sentence == quantity.sentence for q in found)
    return beside and _AGAINST.search(told.sheet.before(quantity, 30)) is not None


def _comparable(told: Told, quantity: Quantity, aim: Aim) -> bool:
    wanted = aim.quantity
    if quantity.unit.kind is not wanted.unit.kind or quantity.start in told.aimed_at:
        return False
    other_rate = quantity.per != wanted.per and not _same_rate(told, quantity, wanted)
    if other_rate or _ranks_apart(told, quantity, wanted):
        return False
    if wanted.unit.kind is not Kind.TIME and (quantity.start in told.changed) != (aim.kind is AimKind.CHANGE):
        return False
    if wanted.unit.kind is Kind.COUNT:
        return _counts_same(told, quantity, wanted)
    if wanted.unit.kind is Kind.TIME and quantity.value() >= _DAY:
        return _PERIOD.search(told.sheet.before(quantity)) is None
    return True


def _ranks_apart(told: Told, quantity: Quantity, wanted: Quantity) -> bool:
    """Whether they are two percentiles: a p99 that was aimed at is not answered by the p50."""
    rank, other = told.ranks.get(wanted.start), told.ranks.get(quantity.start)
    return rank is not None and other is not None and rank != other


def _same_rate(told: Told, quantity: Quantity, wanted: Quantity) -> bool:
    """Whether only one of the two says per what: "3 minutes per call" and "a saving of 4 minutes"."""
    if quantity.per and wanted.per:
        return False
    saved = all(_SAVED.search(told.sheet.before(each)) is not None for each in (quantity, wanted))
    return saved or told.share(quantity, wanted) or _was_told_per(told, quantity, wanted)


def _was_told_per(told: Told, quantity: Quantity, wanted: Quantity) -> bool:
    """Whether the level before was told per the same thing: "5 s per page" before "under 2 s" was set."""
    if wanted.kind is Kind.COUNT:
        return False
    per = quantity.per or wanted.per
    earlier = (q for q in told.sheet.of_kind(wanted.kind) if q.end < wanted.start)
    return any(q.per == per for q in earlier)


def _counts_same(told: Told, quantity: Quantity, wanted: Quantity) -> bool:
    """Whether two counts are of one thing, or two rates and scores without one are told of one measure."""
    if is_score(wanted):
        return is_score(quantity) and bool(_named(quantity) & _named(wanted))
    if wanted.noun and quantity.noun:
        return stem(quantity.noun) == stem(wanted.noun)
    return bool(wanted.per) and wanted.per == quantity.per and told.share(quantity, wanted)


def _named(score: Quantity) -> frozenset[str]:
    return about(score) | ({stem(score.noun)} if score.noun else frozenset())


def _reached(told: Told, candidates: list[Quantity], same: list[Quantity], aim: Aim) -> Quantity | None:
    """The first figure that reaches the aim; one about nothing in particular only where no other is."""
    near = [q for q in (same or candidates) if meets(q, aim)]
    if not near:
        return None
    held = next((q for q in near if _is_held_against(told, q, aim)), None)
    if held is not None:
        return held
    fell = len(candidates) == 1 and near[0].start in told.began  # "$9 a page became $4"
    paid = [q for q in near if q.kind is Kind.MONEY and q.per and q.per == aim.quantity.per]
    if not same and len(paid) == 1:
        return paid[0]
    return near[0] if same or fell or aim.quantity.kind in _YARDSTICKS else None


def _is_held_against(told: Told, quantity: Quantity, aim: Aim) -> bool:
    """Whether the aim is told again right behind: "1 hour 50 minutes, just under the 2 hours"."""
    place = told.sheet.index_of(quantity) + 1
    following = told.sheet.quantities[place : place + 1]
    again = [q for q in following if q.kind is aim.quantity.kind and q.value() == aim.quantity.value()]
    beside = again and again[0].sentence == quantity.sentence
    return bool(beside) and _HELD.search(told.sheet.before(again[0], 30)) is not None


def _tied(told: Told, candidates: list[Quantity], aim: Aim) -> list[Quantity]:
    """The figures that answer the aim without naming its measure: the only rate, or one told of a target."""
    if len(candidates) == 1 and aim.quantity.kind is Kind.RATE:
        return candidates
    paid = [q for q in candidates if q.kind is Kind.MONEY and q.per and q.per == aim.quantity.per]
    if len(paid) == 1 and _COSTS.search(told.sheet.before(paid[0])):
        return paid
    rank = told.ranks.get(aim.quantity.start)
    ranked = [q for q in candidates if rank is not None and told.ranks.get(q.start) == rank]
    return ranked or [q for q in candidates if told.phrase(*_SPEAKS_OF_TARGET, sentences=told.around(q)[:1])]


def _of_it(told: Told, candidates: list[Quantity], aim: Aim) -> tuple[Quantity, Aim] | None:
    """What became of the one level told before "bring it under 300 ms", and the aim with its better side.

    One that names nothing of the level answers where it alone lies on the way from there to the aim.
    """
    wanted = aim.quantity
    if aim.kind is not AimKind.VALUE or _IT.search(told.sheet.before(wanted)) is None:
        return None
    earlier = (q for q in told.sheet.of_kind(wanted.kind) if q.end < wanted.start)
    levels = {q.value(): q for q in earlier if q.role is not Role.CHANGE}
    if len(levels) != 1:
        return None
    (start,) = levels.values()
    low, high = sorted((wanted.value(), start.value()))
    alone = len(candidates) == 1 and low < candidates[0].value() < high
    answer = next((q for q in candidates if alone or told.share(q, start)), None)
    return None if answer is None else (answer, replace(aim, at_most=wanted.value() < start.value()))


def _kind_of_met(told: Told, answer: Quantity, aim: Aim) -> End:
    if _renamed(aim.quantity, answer):
        return End.RENAMED
    return End.PART if _part_of_scope(told, answer, aim) else End.MET


def _renamed(wanted: Quantity, reached: Quantity) -> bool:
    """Whether the aim and its answer name two measures: costs in the one, efficiency in the other."""
    one, other = about(wanted) & _measures(), about(reached) & _measures()
    return bool(one and other) and not one & other


@cache
def _measures() -> frozenset[str]:
    return frozenset(
        stem(word) for name in ("business_measures", "model_metrics") for word in vocabulary(name)
    )


def _part_of_scope(told: Told, answer: Quantity, aim: Aim) -> bool:
    """Whether the answer holds for some of the things only, and the result says that others are left."""
    scope = _SCOPE.match(told.sheet.after(answer, 60))
    if scope is None or _WHOLE.search(scope["what"]) or answer.kind is not Kind.TIME:
        return False
    words = {stem(word) for word in scope["what"].split()}
    last = stem(scope["what"].split()[-1])
    opens = {stem(word.lower) for sentence in told.around(answer)[1:] for word in sentence.words[:4]}
    return last in opens and not words <= aim.quantity.metric


def _fell_short(told: Told, aim: Aim, answer: Quantity) -> Closing | None:
    """An aim whose figure was not reached: owned, claimed as met all the same, or passed over."""
    end = short_end(told, aim, answer)
    either = aim.at_most is None and _RATE in aim.quantity.metric  # of something good or bad, nobody said
    if end is None or (end is End.SILENT and either):
        return None
    claimed = told.phrase(*CLAIMS_MET, sentences=told.around(answer)[:1]) is not None
    return Closing(aim, end, told.take(answer), loose=end is End.UNMET and not claimed)


def beside(told: Told, aim: Aim) -> Closing | None:
    """The end of an aim that the result itself names: "31 ms (target: 40 ms)"."""
    answer = _led_by(told, aim)
    if answer is None:
        return None
    first = _stated_before(told, aim)
    if first is not None and _renamed(first.quantity, answer):
        return Closing(first, End.RENAMED, (answer, aim.quantity))
    of_change = first is not None and first.kind is AimKind.CHANGE
    if of_change or answer.start in told.changed:
        aim = replace(aim, at_most=False)
    if meets(answer, aim):
        return Closing(aim, End.MET, told.take(answer))
    return _fell_short(told, aim, answer)


def _led_by(told: Told, aim: Aim) -> Quantity | None:
    """The nearest figure of the same kind before the aim, in its sentence and breath."""
    wanted = aim.quantity
    led = [
        q
        for q in told.sheet.by_sentence[wanted.sentence]
        if q.kind is wanted.kind and q.start not in told.no_answers and 0 <= wanted.start - q.end < _BESIDE
    ]
    led = [q for q in led if not is_distance(told.sheet, q)]
    if not led or re.search(r";|\.\s", told.sheet.between(led[-1], wanted)):
        return None
    return led[-1]


def _stated_before(told: Told, aim: Aim) -> Aim | None:
    """The same figure aimed at before the result."""
    return told.aimed.get((aim.quantity.kind, aim.quantity.low))
