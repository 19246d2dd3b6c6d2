"""The fact sheet: one row a figure, every telling of it, and what differs first."""

from __future__ import annotations

import pytest

from starling.model.problem import UsageError
from starling.ports import Workspace
from starling.review.numbers.facts import State
from starling.usecases.facts import Facts, project_facts

PAGE = """\
---
project: Door labels
---

# {title}

## Situation

The precision of the door model was 60%.

## Action

I labelled {doors} doors again.

## Result

The precision of the door model rose to {after}%. {rest}
"""


@pytest.fixture
def told(work: Workspace) -> Workspace:
    """
    Two tellings of one project with another precision in each, and a story of something else.
    """
    work.stories.add("doors", PAGE.format(title="Doors", doors=300, after=90, rest=""))
    work.stories.add("labels", PAGE.format(title="Labels", doors=300, after=82, rest="It took 5 weeks."))
    work.stories.add("buses", "# Buses\n\n## Situation\n\nWe ran 12 buses.\n")
    return work


def figures(facts: Facts, state: State) -> set[tuple[str, str]]:
    """
    The stories and words of the figures in one state.
    """
    return {(each.story, each.text) for fact in facts.of(state) for each in fact.tellings}


def test_figures_that_differ_come_first_and_each_telling_is_there(told: Workspace) -> None:
    """
    What two tellings say differently is one row with both; what they agree on, and what one tells, follow.
    """
    facts = project_facts(told, "door labels")

    assert ["doors", "labels"] == [story.slug for story in facts.stories]
    assert {("doors", "90%"), ("labels", "82%")} == figures(facts, State.DIFFERS)
    assert {("doors", "60%"), ("labels", "60%")} <= figures(facts, State.AGREES)
    assert ("labels", "5 weeks") in figures(facts, State.ONCE)
    assert State.DIFFERS is facts.facts[0].state


def test_a_story_stands_for_its_project(told: Workspace) -> None:
    """
    Naming one of its stories, or the beginning of its name, gives the sheet of the whole project.
    """
    assert project_facts(told, "Door labels") == project_facts(told, "lab")


def test_a_story_alone_has_a_sheet_of_its_own(told: Workspace) -> None:
    """
    A story that no other tells is a project of one story, and all its figures are told once.
    """
    facts = project_facts(told, "buses")

    assert ["buses"] == [story.slug for story in facts.stories]
    assert {State.ONCE} == {fact.state for fact in facts.facts}


@pytest.mark.parametrize(
    ("asked", "advice"), [("door lables", "Did you mean Door labels?"), ("zzz", "There are Door labels.")]
)
def test_an_unknown_project_names_those_there_are(told: Workspace, asked: str, advice: str) -> None:
    """
    A project that is not there is a usage error that helps.
    """
    with pytest.raises(UsageError) as error:
        project_facts(told, asked)

    assert advice == error.value.try_this
