"""How far a story reaches: one's own task, a team, or several teams (rubric, 1.7 and D8)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from starling.model.report import Level
from starling.model.story import PartKind
from starling.review.numbers.quantity import Kind
from starling.review.numbers.sheet import Sheet
from starling.review.reading import Reading
from starling.review.signals import signal
from starling.review.signals.deeds import Agent, deeds
from starling.review.signals.told import told_hits
from starling.text.phrases import Hit

_AFTER = (PartKind.RESULT, PartKind.REFLECTION)
_UNITS = frozenset(
    "teams departments offices sites plants branches hospitals schools countries companies".split()
)
"""What an organisation has several of, each with people of its own."""
_SPOKEN_OF = (PartKind.TASK, PartKind.OBSTACLE, PartKind.ACTION, PartKind.RESULT, PartKind.REFLECTION)
_NOUN_WITHIN = 30
"""How many characters after a figure the word "teams" or its like may stand."""
_STAFF_REACH = 2
"""How many different signs of an organisation's reach, with influence, make a staff story."""
_SENIOR_REACH = 2


@dataclass(frozen=True, slots=True)
class Scope:
    """The signs of reach by distance, of influence, and of a problem found rather than given."""

    near: tuple[Hit, ...]
    team: tuple[Hit, ...]
    organisation: tuple[Hit, ...]
    influence: tuple[Hit, ...]
    found: tuple[Hit, ...]
    band: Level


@signal
def scope(reading: Reading) -> Scope:
    """The reach of a story and the band it suggests; large figures alone do not widen it."""
    near = _distinct(reading, "near_reach")
    team = _distinct(reading, "team_reach")
    named = _distinct(reading, "organisation_reach", *_SPOKEN_OF)
    counted = [
        hit for hit in _many_teams(reading) if not any(hit.start < n.end and n.start < hit.end for n in named)
    ]
    organisation = (*named, *counted)
    influence = (*_influence(reading), *_distinct(reading, "others_followed", *_AFTER))
    felt = bool(told_hits(reading, "team_reach", PartKind.RESULT))
    band = _band(len(near), len(team) + felt, len(organisation), len(influence))
    return Scope(near, team, organisation, influence, _distinct(reading, "found_problems"), band)


def _distinct(reading: Reading, name: str, *kinds: PartKind) -> tuple[Hit, ...]:
    """Each sign once, where it is first said."""
    first: dict[str, Hit] = {}
    for hit in told_hits(reading, name, *kinds):
        first.setdefault(reading.lower[hit.start : hit.end], hit)
    return tuple(first.values())


def _many_teams(reading: Reading) -> Iterator[Hit]:
    """Two teams, departments or sites and more, counted: "6 external teams", "four departments"."""
    for quantity in reading.once(Sheet).quantities:
        if quantity.kind is Kind.COUNT and quantity.low > 1:
            counted = reading.words_in(quantity.start, quantity.end + _NOUN_WITHIN)[:5]
            several = next((word for word in counted if word.lower in _UNITS), None)
            if several is not None:
                yield Hit("organisation_reach", quantity.start, several.end)


def _influence(reading: Reading) -> tuple[Hit, ...]:
    """Verbs of moving people, done by the speaker or by "we"."""
    own = {deed.start for deed in deeds(reading) if deed.real and deed.agent is not Agent.OTHER}
    return tuple(hit for hit in _distinct(reading, "influence_verbs", *_SPOKEN_OF) if hit.start in own)


def _band(near: int, team: int, organisation: int, influence: int) -> Level:
    if organisation >= _STAFF_REACH and influence >= _SENIOR_REACH:
        return Level.STAFF
    if organisation == 0 and (near > team or (near and not influence)):
        return Level.JUNIOR
    reaches = team + organisation >= _SENIOR_REACH or influence >= 1
    return Level.SENIOR if reaches else Level.JUNIOR
