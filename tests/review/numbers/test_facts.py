"""A project's figures are gathered over all its tellings, and those that differ stand out."""

from __future__ import annotations

from dataclasses import replace

from starling.model.report import Brief
from starling.model.story import Story
from starling.review.numbers.facts import FactSheet, State, fact_sheet, projects
from starling.review.reading import Reading
from starling.review.rule import tell


def sheet(*stories: Story) -> FactSheet:
    """The fact sheet of some stories."""
    return fact_sheet([Reading(story, Brief()) for story in stories])


def figures(found: FactSheet, state: State) -> list[set[str]]:
    """The written figures of each fact in one state."""
    return [{telling.quantity.text for telling in fact.tellings} for fact in found.of(state)]


FIRST = tell("One", result="Churn of annual plans fell from 9% to 6%, which saved $2M a year.")


def test_equal_figures_agree() -> None:
    """A figure that two stories tell is one fact with two tellings."""
    found = sheet(FIRST, tell("Two", result="Annual plans: churn went from 9% to 6%."))
    assert [{"9%"}, {"6%"}] == figures(found, State.AGREES)
    assert [] == figures(found, State.DIFFERS)


def test_another_figure_differs() -> None:
    """The same measure with another value is one fact that differs, and its tellings keep their places."""
    found = sheet(FIRST, tell("Two", result="Churn of annual plans fell from 9% to 4%."))
    assert [{"6%", "4%"}] == figures(found, State.DIFFERS)
    assert [0, 1] == [telling.story for telling in found.of(State.DIFFERS)[0].tellings]
    assert all(telling.place.line == 1 for fact in found.facts for telling in fact.tellings)


def test_told_once() -> None:
    """What no other story tells is told once."""
    found = sheet(FIRST, tell("Two", result="Churn of annual plans fell from 9% to 6%."))
    assert 1 == len(found.of(State.ONCE))


def test_a_named_project_holds_its_stories() -> None:
    """Stories of one named project belong together, whatever their words; a story alone is no group."""
    one, two = (
        replace(FIRST, project="Plans"),
        replace(tell("Two", result="It is quiet now."), project="plans"),
    )
    other = replace(tell("Three", result="It is quiet now."), project="Search")
    assert [(0, 1)] == projects([Reading(story, Brief()) for story in (one, two, other)])


def test_every_figure_is_told_somewhere() -> None:
    """The sheet holds every quantity of every story exactly once."""
    stories = (FIRST, tell("Two", result="Churn of annual plans fell from 9% to 4% in 3 weeks."))
    tellings = [telling for fact in sheet(*stories).facts for telling in fact.tellings]
    assert 6 == len(tellings) == len({(each.story, each.quantity.start) for each in tellings})
