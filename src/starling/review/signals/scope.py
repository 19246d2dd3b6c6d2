"""How far a story reaches: one's own task, a team, or several teams (rubric, 1.7 and D8)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from starling.model.report import Level
from starling.model.story import PartKind
from starling.review.numbers.quantities.quantity import Kind
from starling.review.numbers.quantities.sheet import Sheet
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
_COLLEAGUES = frozenset(
    "engineers developers scientists analysts designers researchers colleagues annotators labellers labelers "
    "adjusters teachers nurses doctors counsellors interns technicians operators".split()
)
_A_TEAM, _MOST_COLLEAGUES = 3, 60
"""How many colleagues make a team, and from how many on a count is of a crowd."""
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
    team = (*team, *_colleagues(reading))
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


def _colleagues(reading: Reading) -> Iterator[Hit]:
    """Three colleagues and more, counted: "with four engineers" (rubric, 1.7: the whole team)."""
    for quantity in reading.once(Sheet).quantities:
        if quantity.kind is Kind.COUNT and _A_TEAM <= quantity.low <= _MOST_COLLEAGUES:
            counted = reading.words_in(quantity.start, quantity.end + _NOUN_WITHIN)[:4]
            several = next((word for word in counted if word.lower in _COLLEAGUES), None)
            if several is not None:
                yield Hit("team_reach", quantity.start, several.end)


def _influence(reading: Reading) -> tuple[Hit, ...]:
    """Verbs of moving people, done by the speaker or by "we"."""
    own = {deed.start for deed in deeds(reading) if deed.real and deed.agent is not Agent.OTHER}
    told = (*_distinct(reading, "influence_verbs", *_SPOKEN_OF), *_led(reading))
    return tuple(hit for hit in told if hit.start in own)


def _led(reading: Reading) -> Iterator[Hit]:
    """A role told in the background: "I led a team of three"."""
    before = reading.hits("influence_verbs", PartKind.SITUATION)
    return (hit for hit in before if reading.lower[hit.start : hit.end] == "led")


def _band(near: int, team: int, organisation: int, influence: int) -> Level:
    if organisation >= _STAFF_REACH and influence >= _SENIOR_REACH:
        return Level.STAFF
    if organisation == 0 and (near > team or (near and not influence)):
        return Level.JUNIOR
    reaches = team + organisation >= _SENIOR_REACH or influence >= 1
    return Level.SENIOR if reaches else Level.JUNIOR
