"""The aims of a telling: the figures that something was to reach, keep, or be done within."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from starling.model.story import PartKind
from starling.review.numbers.quantities.quantity import Kind, Quantity
from starling.review.numbers.quantities.sheet import Sheet
from starling.review.numbers.told.aim_sides import SHRINKS, side, way_of
from starling.review.numbers.told.changes import changes, wished
from starling.review.numbers.told.pledges import is_price, is_score, led_by_aim, pledged
from starling.review.reading import Reading, Sentence
from starling.review.reading.parts import told_in
from starling.review.reading.vocabulary import stem


class AimKind(StrEnum):
    """What an aim asks for: a value, a change, a multiple, a time or a sum not to exceed, or a lent delay."""

    VALUE = "value"
    CHANGE = "change"
    FACTOR = "factor"
    DEADLINE = "deadline"
    BUDGET = "budget"
    EXTENSION = "extension"


@dataclass(frozen=True, slots=True)
class Aim:
    """A figure that was aimed at.

    ``named`` says that a word such as "target" or "deadline" stands at the
    figure; ``planned`` that it was an estimate; ``at_most`` is None where
    the telling does not say which side of the figure is good.
    """

    quantity: Quantity
    kind: AimKind
    named: bool
    planned: bool = False
    at_most: bool | None = None


_HOUR = 3600
_MOST = 100
"""Aims of one telling; a text with more is none, and must not take long."""
_REACH = 60
_TARGET = r"target(?:s|ed|ing)?|goals?|objective|requirements?|requires|sla|slo|limit|quota|aim"
_PLAN = r"project(?:ed|ion|ions)|planned|estimate[sd]?|forecast|promised|predicted|expected"
_LED = re.compile(
    rf"\b(?:(?P<target>{_TARGET})|(?P<time>deadline|timeline|time ?frame)|(?P<plan>{_PLAN}))\W{{0,3}}"
    r"(?:(?:of|at|is|was|to|be|as|an?|the|about|around|roughly|approximately|under|below|over|above|than|less|more|"
    r"least|most)\s?){0,4}[<>≤≥=~:$€£]{0,2}\s?$"
)
_LED_ENDS = frozenset(
    "target targets targeted targeting goal goals objective requirement requirements requires sla slo limit "
    "quota aim deadline timeline timeframe frame projected projection projections planned estimate estimates "
    "estimated forecast promised predicted expected of at is was to be as a an the about around roughly "
    "approximately under below over above than less more least most".split()
)
"""How such a lead ends; the whole pattern is dear."""
_FOLLOWED = re.compile(
    r"^\W{0,3}(?:(?!(?:ahead|before|behind|over|early|late|later|after|past|of|to|by|and|so|but|with|in|"
    r"\w+ing|above|below|beyond|within|under|inside|against|vs)\b)[a-z][\w-]*\s){0,2}?"
    r"(?:(?P<target>targets?|goal|objective|requirement|sla|slo|limit|quota|cap"
    r"|(?:we|i) (?:had )?(?:originally |initially )?(?:hoped|aimed|wanted))"
    r"|(?P<budget>budget)|(?P<deadline>deadline|timeline|time ?frame|schedule|commitment)"
    r"|(?P<plan>program(?:me)?|initiative)"
    r"|(?P<extension>extension|delay|postponement)|"
    r"(?P<effort>of (?:engineering |development )?(?:effort|work)))\b"
)
_WITHIN = re.compile(
    r"(?:\bwith)?in\s+(?:the (?:next )?|about |only |under |less than |just )?$"
    r"|\bhad (?:only |about |just )?$"
    r"|\bgiving us (?:only |about |just )?$|\bby $"
    r"|\bin time [^.;]{0,60}\($"
)
_FIRST = re.compile(r"\bfor (?:his|her|their|my|our) first $")
_ALLOCATED = re.compile(
    r"\b(?:allocated|budgeted|budget (?:of|was)) (?:about |around |roughly |approximately )?$"
)
_COMPARED = re.compile(
    r"(?:[<>≤≥]|\b(?:under|below|less than|fewer than|at most|at least|no more than|within|sub-?))\W*$"
)
_OR_LESS = re.compile(
    r" (?:or|and) (?:less|lower|below|fewer|under|faster|more|higher|above|better)$", re.IGNORECASE
)
_ABOVE = re.compile(r"(?:>|\b(?:above|over|more than|exceeding|beyond))\W*$")
"""For shares alone: "more than 40 services" is a circumstance."""
_NO_AIM_AFTER = re.compile(r"^\W{0,2}(?:later|ago|old|of experience|earlier|after|before launch)\b")
_TURNS = re.compile(r"\b(?:becom\w+|fails?|expires?|would|happen\w*|due|break\w*)\b[^.;,]{0,20}$")
_SAVES = re.compile(r"\bsav(?:e|ing) (?:us |about |around |at least |up to )?$")
_MEANS = re.compile(r"\bwith (?:only |just |the same |our )?$")
"""What there was to do it with: "with 3 people", "with 200 GPU hours a week"."""
_HEDGED = r"\W*(?:about |around |over |roughly )?$"
_FROM = re.compile(
    rf"\b(?:from|(?<!less )(?<!more )(?<!fewer )than|took|instead of|taking|out of|compared (?:to|with)"
    rf"|versus|vs\.?){_HEDGED}"
)
_WAS = re.compile(rf"\b(?:was|were|currently){_HEDGED}")
_BEGUN = re.compile(
    r"\b(?:halv\w+|doubl\w+|tripl\w+|cut|reduc\w+|lower|shrink|bring)\b"
    r"(?:(?! to | below | under | within )[^.;,\d]){0,40}? of (?:about |around |over |roughly )?[~$€£]?$"
)
"""What stands before the level that a change begins from: "halve the bill of $9K"."""
_NO_MORE = re.compile(r"\b(?:without|not|never|nor)\b[^.;,\d]{0,50} more than $")
"""As in "without cutting sales by more than 10%": a change that is a price to pay."""
_UP_FROM = re.compile(r"^[^.;,\d]{0,30}\b(?:up|down) to\b")
_PEOPLE = frozenset(
    stem(word) for word in ("people", "team", "engineer", "developer", "stakeholder", "member")
)


def aims(sheet: Sheet) -> tuple[Aim, ...]:
    """Every aim in the order of the text."""
    return sheet.reading.once(_aims)


def goal_sentences(reading: Reading) -> list[Sentence]:
    """The task, or where there is none, the sentences with a goal phrase before the action."""
    task = reading.of(PartKind.TASK)
    if task:
        return task
    early = [*told_in(reading, PartKind.TASK), *reading.of(PartKind.SITUATION, PartKind.OBSTACLE)]
    opened = {s.index for hit in reading.hits("goal_phrases") if (s := reading.sentence_at(hit.start))}
    return [s for s in dict.fromkeys(early) if s.index in opened]


def _aims(reading: Reading) -> tuple[Aim, ...]:
    sheet = reading.once(Sheet)
    goal = {sentence.index for sentence in goal_sentences(reading)}
    changed = {change.quantity.start for change in (*changes(sheet), *wished(sheet))}
    falls = {pair.after.start: pair.after.value() < pair.before.value() for pair in sheet.pairs}
    found: list[Aim] = []
    for quantity in sheet.quantities:
        named = sheet.aims_near(quantity)
        wanted = quantity.part is not PartKind.RESULT and pledged(sheet, quantity, goal)
        if quantity.sentence >= 0 and (True in named or wanted):
            aim = _aim(sheet, quantity, _Near(*named, pledged=wanted), changed, falls)
            found += [] if aim is None else [aim]
    return tuple(found[:_MOST])


class _Near(NamedTuple):
    """Whether a word that can name an aim stands before and after a figure, and whether it was pledged."""

    before: bool
    after: bool
    pledged: bool


def _aim(
    sheet: Sheet, quantity: Quantity, near: _Near, changed: set[int], falls: dict[int, bool]
) -> Aim | None:
    before, after = sheet.before(quantity, _REACH), sheet.after(quantity, 50)
    labelled = _labelled(sheet, quantity, before, after, near)
    nothing = labelled is None and not near.pledged
    if nothing or _NO_AIM_AFTER.match(after) or _FROM.search(before) or _UP_FROM.match(after):
        return None
    counts = quantity.unit.kind is Kind.COUNT or quantity.text[:1].isalpha()  # "with half the staff"
    if is_price(quantity, before, after) or (counts and _MEANS.search(before)):
        return None
    if quantity.unit.kind is Kind.RATIO:
        return Aim(quantity, AimKind.FACTOR, named=labelled is not None, at_most=way_of(quantity))
    if labelled is None:
        return _unnamed(sheet, quantity, before, changed, falls)
    kind, planned = labelled
    if kind is AimKind.VALUE and quantity.start in changed:
        kind = AimKind.CHANGE
    return Aim(quantity, kind, named=True, planned=planned, at_most=_at_most(sheet, quantity, before, kind))


def _unnamed(
    sheet: Sheet, quantity: Quantity, before: str, changed: set[int], falls: dict[int, bool]
) -> Aim | None:
    """The aim of a figure that was pledged without a word for it."""
    begun = quantity.start not in changed and _BEGUN.search(before) is not None
    if begun or _WAS.search(before) or (_lasts(quantity) and before.endswith("all ")):
        return None
    if quantity.start in falls:
        return Aim(quantity, AimKind.VALUE, named=False, at_most=falls[quantity.start])
    kind = _unlabelled(sheet, quantity, before, changed)
    if kind is None:
        return None
    at_most = _at_most(sheet, quantity, before, kind)
    return Aim(quantity, kind, named=False, at_most=at_most)


_Label = tuple[AimKind, bool]
"""The kind of an aim, and whether it is a plan."""


def _labelled(sheet: Sheet, quantity: Quantity, before: str, after: str, near: _Near) -> _Label | None:
    """What a word beside the figure calls it: a target, a deadline, a budget, an estimate."""
    follows = _FOLLOWED.match(after) if near.after else None
    if follows is not None:
        return _followed(quantity, follows.lastgroup or "")
    if not near.before:
        return None
    if quantity.unit.kind is Kind.MONEY and _ALLOCATED.search(before):
        return AimKind.BUDGET, False
    if _lasts(quantity) and _FIRST.search(before):
        return AimKind.DEADLINE, True
    led = _LED.search(before) if sheet.last_word(quantity) in _LED_ENDS else None
    if led is None or (led["plan"] is not None and quantity.part is PartKind.RESULT):
        return None
    return _led(quantity, planned=led["plan"] is not None, in_time=led["time"] is not None)


def _followed(quantity: Quantity, word: str) -> _Label | None:
    if word == "target":
        return AimKind.VALUE, False
    if word == "budget":
        return (AimKind.BUDGET if quantity.kind is Kind.MONEY else AimKind.VALUE), False
    if not _lasts(quantity):
        return None
    return (AimKind.EXTENSION if word == "extension" else AimKind.DEADLINE), word in ("plan", "effort")


def _led(quantity: Quantity, *, planned: bool, in_time: bool) -> _Label | None:
    if _lasts(quantity):
        return (AimKind.DEADLINE if planned or in_time else AimKind.VALUE), planned
    return None if in_time else (AimKind.VALUE, planned)


def _lasts(quantity: Quantity) -> bool:
    """Whether it is a span of time that work takes, not one of a machine."""
    return quantity.unit.kind is Kind.TIME and quantity.value() >= _HOUR


def _unlabelled(sheet: Sheet, quantity: Quantity, before: str, changed: set[int]) -> AimKind | None:
    if _lasts(quantity) and _WITHIN.search(before):
        shrinks = SHRINKS.search(before[-30:]) is not None and "within" not in before[-12:]
        return None if shrinks or _TURNS.search(before) else AimKind.DEADLINE
    moves = quantity.start in changed or _SAVES.search(before) is not None
    if moves and quantity.kind in (Kind.SHARE, Kind.POINTS):
        return AimKind.CHANGE
    if quantity.kind is Kind.COUNT and quantity.noun and _names_people(quantity):
        return None
    if (
        _COMPARED.search(before)
        or _OR_LESS.search(quantity.text)
        or (quantity.kind is Kind.SHARE and _ABOVE.search(before))
    ):
        return AimKind.VALUE
    if quantity.kind is Kind.COUNT and not (quantity.noun or quantity.per or is_score(quantity)):
        return None
    return AimKind.VALUE if led_by_aim(sheet, quantity) else None


def _names_people(quantity: Quantity) -> bool:
    return stem(quantity.noun.rstrip("s")) in _PEOPLE or stem(quantity.noun) in _PEOPLE


def _at_most(sheet: Sheet, quantity: Quantity, before: str, kind: AimKind) -> bool | None:
    """Whether less is better, which some kinds of aims say themselves."""
    if kind in (AimKind.DEADLINE, AimKind.BUDGET, AimKind.EXTENSION):
        return True
    if kind is AimKind.CHANGE:
        return _NO_MORE.search(before) is not None
    return side(sheet, quantity, before)
