"""Two tellings of one project give a fact two figures, or only one of them has the headline."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from starling.model.report import Strength
from starling.model.story import PartKind, Story
from starling.review.numbers.facts import Fact, State, Telling, fact_sheet, projects, retold
from starling.review.numbers.quantities.quantity import Kind
from starling.review.numbers.quantities.sheet import Sheet
from starling.review.numbers.told.changes import changes
from starling.review.reading import Reading
from starling.review.rule import Mark, Rule, example, tell

_MANY = 3
"""From this many tellings on, a headline that only one of them has is heard as new."""


def check_bank(readings: Sequence[Reading]) -> Iterator[tuple[int, Mark]]:
    """Mark, in a later telling, each figure that differs; and each headline that one telling alone has."""
    alike = set(retold(readings))
    for group in projects(readings):
        own = [readings[index] for index in group]
        sheet = fact_sheet(own)
        agreed = bool(sheet.of(State.AGREES))
        if agreed or _one_named_project(own):
            for fact in sheet.of(State.DIFFERS):
                yield from _differs(group, own, fact)
        if len(group) >= _MANY and agreed and _are_retellings(group, alike):
            for fact in sheet.of(State.ONCE):
                yield from _once(group, own, fact)


def _one_named_project(own: list[Reading]) -> bool:
    """Whether the author says that these stories belong together."""
    names = {(reading.story.project or "").casefold() for reading in own}
    return len(names) == 1 and "" not in names


def _are_retellings(group: tuple[int, ...], alike: set[tuple[int, int]]) -> bool:
    """Whether every story of the group tells the same event as some other of it."""
    linked = {index for pair in alike for index in pair}
    return all(index in linked for index in group)


def _differs(group: tuple[int, ...], own: list[Reading], fact: Fact) -> Iterator[tuple[int, Mark]]:
    first = fact.tellings[0]
    later = next((each for each in fact.tellings if each.quantity.text != first.quantity.text), None)
    if later is None or later.story == first.story:
        return
    title = own[first.story].story.title
    message = (
        f"Use one figure in every telling, or say what differs: “{later.words}” here, "
        f"“{first.words}” in “{title}”."
    )
    yield group[later.story], Mark(later.quantity.start, later.quantity.end, message, "NUM-R16-ambiguous")


def _once(group: tuple[int, ...], own: list[Reading], fact: Fact) -> Iterator[tuple[int, Mark]]:
    telling = fact.tellings[0]
    if not _is_headline(own[telling.story], telling):
        return
    message = (
        f"Tell “{telling.words}” in every telling of this project, or in none: "
        "the others leave it out, and an interviewer who hears two of them will ask."
    )
    yield (
        group[telling.story],
        Mark(telling.quantity.start, telling.quantity.end, message, "NUM-R16-unverifiable"),
    )


def _is_headline(reading: Reading, telling: Telling) -> bool:
    quantity = telling.quantity
    if quantity.part is not PartKind.RESULT:
        return False
    changed = {change.quantity.start for change in changes(reading.once(Sheet))}
    return quantity.kind is Kind.MONEY or quantity.start in changed


_RETURNS = tell(
    "The returns model",
    situation="The returns classifier for the warehouse sent 30% of parcels to manual inspection.",
    task="I owned the classifier and its appeal queue with the warehouse lead.",
    action="I sampled inspected parcels with the lead and relabelled the damaged packaging category.",
    result="Manual inspection fell from 30% to 12% of parcels, and the appeal queue emptied.",
)


def _retold(result: str, title: str = "Working with the warehouse") -> Story:
    """The same event told again with another result, for examples."""
    return tell(
        title,
        situation="Our returns classifier sent too many parcels at the warehouse to manual inspection.",
        task="I had to convince the warehouse lead that the classifier and its appeal queue could improve.",
        action="We sampled inspected parcels together and I relabelled the damaged packaging category.",
        result=result,
    )


RULE = Rule(
    summary="A figure is not the same in two tellings of one project.",
    why="In a loop of interviews both tellings are heard on one day, and the notes are laid side by side.",
    source="numbers-audit, R16 and N18",
    strength=Strength.ACTIONABLE,
    dimension="D6",
    hits=(
        example(_RETURNS, _retold("Manual inspection fell from 30% to 18% of parcels.")),
        example(_RETURNS, _retold("Manual inspection fell from 45% to 12% of parcels.")),
        example(
            _RETURNS,
            _retold("Manual inspection fell from 30% to 12% of parcels."),
            _retold(
                "The appeal queue emptied, which saved the company $400K a year.", "Persuading a sceptic"
            ),
        ),
    ),
    misses=(
        example(_RETURNS, _retold("Manual inspection fell from 30% to 12% of parcels.")),
        example(_RETURNS, _retold("The appeal queue emptied and stayed empty for 5 weeks.")),
        example(
            _RETURNS,
            tell(
                "The late trains",
                situation="The arrival forecast was late for 45% of trains.",
                action="I rebuilt the timetable features.",
                result="Late forecasts fell from 45% to 20% of trains.",
            ),
        ),
        example(
            tell(result="Precision rose from 60% to 80% on the fraud stream."),
            tell(result="Precision rose from 71% to 83% in search ranking."),
        ),
    ),
    check_bank=check_bank,
)
