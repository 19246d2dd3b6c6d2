"""Plans that the telling takes up elsewhere: a stage and how long it took, a slot, a forecast, a load."""

from __future__ import annotations

import re
from collections.abc import Iterator

from starling.review.numbers.closing.ended import Closing, End, Told, plain
from starling.review.numbers.evaluate import fits, in_step
from starling.review.numbers.quantities.exact import ratio
from starling.review.numbers.quantities.metric import stem
from starling.review.numbers.quantities.quantity import Kind, Quantity
from starling.review.numbers.told.aims import Aim, AimKind, aims
from starling.review.numbers.told.blocks import blocks
from starling.review.numbers.told.same import stems_of

_LASTED = re.compile(
    r"\b(?:over the (?:past|last)|in the (?:past|last)|took(?: us| me)?|lasted|within|after)\s"
    r"(?:about |roughly )?$"
)
_DONE = re.compile(r"\b(?:execut|complet|finish|deliver|implement|shipp?|clos|achiev|realis|realiz)\w*")
_STAGE = re.compile(r"([a-z]+ \d{1,2})\s?[(:–—-]\s?$")
_SLOT = re.compile(r"^ (?P<what>[a-z][\w-]+)")
_FILLS = re.compile(
    r"\b(?P<what>[a-z][\w-]+) (?:(?:now|only|itself) )?(?:takes|took|lasts|lasted|runs|ran)(?: for)?\s"
    r"(?:about |only |just )?$"
)
_NEARLY = re.compile(
    r"\b(?:nearly|almost|close to|just short of|just under|slightly below)\b[^.;\d]{0,30}"
    r"\b(?:projected|planned|expected|estimated|promised|original|forecast|target)"
)
_SHARE_OF_AIM = re.compile(
    r"^ of (?:the |our |its |my )?(?:original |planned |initial |annual |full )?(?:[a-z-]+ ){0,2}?"
    r"(?:target|goal|plan|quota|forecast|projection)\b"
)
_MET = re.compile(
    r"\b(?:met|hit|reached|exceeded|beat|surpassed) (?:the|our|its|my|every|all)?\s?(?:[a-z-]+ )?"
    r"(?:target|goal|quota)"
)
_TESTED = re.compile(
    r"\b(?:load|stress|soak|scale|capacity)[ -]?test\w*\b[^.;\n]{0,80}$|\bsimulat\w+\b[^.;\n]{0,60}$"
)
_HELD = re.compile(
    r"\b(?:handled|served|held|sustained|processed|peaked?|survived|reached|saw)\b[^.;\n]{0,60}$"
)
_BOOKED = re.compile(
    r"\b(?:scheduled|agreed|booked|planned|arranged|promised)\b[^.;]{0,40}\b(?:in|after|for)\s$"
)
_PLAN = re.compile(r"^ (?:[a-z]+ ){0,2}(?:plan|roadmap|programme|curriculum)\b")
_FULL = 100
_ROOM, _OWN = ratio(11, 10), 4
"""A plan outgrows its limit by more than a tenth; one four times as long is of something else."""
_NEAR_LEAST = 2
"""From half to twice a figure another one is near it; farther off, "nearly" is no word for it."""


def in_plans(told: Told) -> Iterator[Closing]:
    """The plans of a telling whose end is told in other words than those of a target."""
    yield from _stages(told)
    yield from _slots(told)
    yield from _booked(told)
    yield from _nearly(told)
    yield from _of_the_target(told)
    yield from _tested(told)
    yield from _outgrown(told)


def _aim(quantity: Quantity, kind: AimKind = AimKind.VALUE) -> Aim:
    return Aim(quantity, kind, named=False, planned=True, at_most=kind is AimKind.DEADLINE)


def _stages(told: Told) -> Iterator[Closing]:
    """A stage with its months, and how long it took in the end: "Stage 1 (0-12 months)"."""
    sheet = told.sheet
    if not sheet.mentions("past ", "last ", "took", "lasted"):
        return
    for block in blocks(sheet):
        stage = _STAGE.search(sheet.lower[max(0, block.start - 24) : block.start])
        if stage is None:
            continue
        for q in sheet.of_kind(Kind.TIME):
            sentence = sheet.sentence(q)
            if q.start < block.end or sentence is None or stage[1] not in sentence.lower:
                continue
            if _LASTED.search(sheet.before(q)) and _DONE.search(sentence.lower):
                end = End.MET if q.value() <= block.high * block.unit.readings[0] else End.LONGER
                yield Closing(_aim(block, AimKind.DEADLINE), end, (q,), apart=True)
                break


def _slots(told: Told) -> Iterator[Closing]:
    """A time that was given to something, and the time it takes: "a 10-minute talk", "the talk takes 12"."""
    sheet = told.sheet
    slots: dict[str, Quantity] = {}
    for q in sheet.of_kind(Kind.TIME):
        named = _SLOT.match(sheet.after(q)) if "-" in q.text else None
        if named is not None:
            slots.setdefault(stem(named["what"]), q)
    for q in sheet.of_kind(Kind.TIME) if slots else ():
        fills = _FILLS.search(sheet.before(q))
        slot = None if fills is None else slots.get(stem(fills["what"]))
        if slot is not None and slot.start < q.start:
            within = q.value() <= slot.value() or any(fits(a, b) for a, b in in_step(plain(q), plain(slot)))
            yield Closing(_aim(slot, AimKind.DEADLINE), End.MET if within else End.LONGER, (q,))


def _booked(told: Told) -> Iterator[Closing]:
    """As in "booked a second look in 3 weeks" and "three weeks later, …"."""
    sheet = told.sheet
    if not sheet.mentions(" later"):
        return
    later = [q for q in told.by_kind[Kind.TIME] if sheet.after(q, 8).startswith(" later")]
    for aim in sheet.of_kind(Kind.TIME) if later else ():
        if aim.sentence in told.indices or _BOOKED.search(sheet.before(aim, 70)) is None:
            continue
        answer = next((q for q in later if q.value() == aim.value()), None)
        if answer is not None:
            yield Closing(_aim(aim, AimKind.DEADLINE), End.WITHIN, (answer,), apart=True)


def _nearly(told: Told) -> Iterator[Closing]:
    """As in "$18M, nearly the projected benefit", where the projection was told before."""
    if not told.sheet.mentions("nearly", "almost", "close to", "just short", "just under", "slightly below"):
        return
    for sentence in told.sentences:
        match = _NEARLY.search(sentence.lower)
        if match is None:
            continue
        led = [
            q
            for q in told.sheet.by_sentence.get(sentence.index, ())
            if q.end <= sentence.start + match.start()
        ]
        answer = led[-1] if led else None
        if answer is None or answer.kind not in (Kind.MONEY, Kind.TIME, Kind.SHARE):
            continue
        known = [
            q
            for q in told.sheet.of_kind(answer.kind)
            if q.sentence not in told.indices and q.per == answer.per
        ]
        planned = [q for q in known if stems_of(q) & stems_of(answer)]
        if planned:
            yield Closing(_aim(planned[-1]), _nearness(answer, planned[-1]), (answer,))


def _nearness(answer: Quantity, planned: Quantity) -> End:
    low, high = sorted((answer.value(), planned.value()))
    return End.NEAR if high <= low * _NEAR_LEAST else End.STRETCHED


def _of_the_target(told: Told) -> Iterator[Closing]:
    """As in "reached 85% of the target": short of it, whatever else is said."""
    for q in told.by_kind[Kind.SHARE]:
        if _SHARE_OF_AIM.match(told.sheet.after(q, 60)) is None or q.start in told.changed:
            continue
        sentence = told.sheet.sentence(q)
        claimed = None if sentence is None or q.high >= _FULL else _MET.search(sentence.lower)
        if sentence is None or claimed is None:
            yield Closing(_aim(q), End.MET if q.high >= _FULL else End.MISSED, (), apart=True)
        else:
            words = told.words(sentence.start + claimed.start(), sentence.start + claimed.end())
            yield Closing(_aim(q), End.UNMET, (words,), apart=True)


def _tested(told: Told) -> Iterator[Closing]:
    """The load that was tried, and the load that came: "tested with 9,000 users", "held 11,000 users"."""
    sheet = told.sheet
    if not sheet.mentions("load", "stress", "soak", "capacity", "scale", "simulat"):
        return
    tried = [q for q in sheet.of_kind(Kind.COUNT) if q.noun and _TESTED.search(sheet.before(q, 90))]
    for aim in tried:
        if aim.sentence in told.indices:
            continue
        for q in told.by_kind[Kind.COUNT]:
            same = stem(q.noun) == stem(aim.noun) and q.per == aim.per and q.high > 0
            if same and _HELD.search(sheet.before(q, 90)):
                yield Closing(_aim(aim), End.WITHIN, (q,), apart=True)
                break


def _outgrown(told: Told) -> Iterator[Closing]:
    """A plan that is longer than the one limit there is: "within 3 months", "a 200-day plan"."""
    sheet = told.sheet
    if not sheet.mentions("plan", "roadmap", "programme", "curriculum"):
        return
    limits = [aim for aim in aims(sheet) if aim.kind is AimKind.DEADLINE]
    if len({aim.quantity.value() for aim in limits}) != 1:
        return
    limit = limits[0].quantity
    for q in sheet.of_kind(Kind.TIME):
        longer = limit.value() * _ROOM < q.value() <= limit.value() * _OWN
        if longer and limit.end < q.start and "-" in q.text and _PLAN.match(sheet.after(q)):
            yield Closing(limits[0], End.LONGER, (q,), apart=True)
