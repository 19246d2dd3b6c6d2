"""The fact sheet of a project: each figure with every telling of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from starling.model.nearest import LOOSELY, did_you_mean
from starling.model.problem import Looked, StarlingError, UsageError
from starling.model.report import Evidence
from starling.model.story import Story
from starling.ports import Workspace
from starling.prep.pages import read_page
from starling.review.numbers.facts import Fact, State, fact_sheet, projects
from starling.review.numbers.show import said
from starling.review.reading import Reading
from starling.usecases.bank import find_story
from starling.usecases.readings import read_again


@dataclass(frozen=True, kw_only=True)
class Told:
    """A figure as one story tells it; ``evidence`` is the words around it, with their place."""

    story: str
    where: str
    text: str
    evidence: Evidence


@dataclass(frozen=True, kw_only=True)
class ToldFact:
    """A figure in all its tellings, and whether these agree."""

    state: State
    tellings: tuple[Told, ...]


@dataclass(frozen=True, kw_only=True)
class Facts(Looked):
    """The fact sheet of one project: its stories, and its figures, those that differ first."""

    project: str
    stories: tuple[Story, ...]
    facts: tuple[ToldFact, ...]

    def of(self, state: State) -> tuple[ToldFact, ...]:
        """The figures in one state."""
        return tuple(fact for fact in self.facts if fact.state is state)


def project_facts(work: Workspace, project: str) -> Facts:
    """The fact sheet of the stories of a project.

    *project* is what the pages call it, or a story: then it is the project of
    that story, and where that has no name, all stories that tell the same event.
    UsageError names the projects there are.
    """
    kept = work.stories.all()
    stories = [read_page(each)[0] for each in kept]
    readings = [read_again(story, work.brief) for story in stories]
    asked = project.strip().casefold()
    chosen = [n for n, story in enumerate(stories) if (story.project or "").casefold() == asked != ""]
    if not chosen:
        try:
            slug = find_story(work, project, kept).slug
        except UsageError as error:
            raise _no_project(project, stories) from error
        chosen = [next(n for n, story in enumerate(stories) if story.slug == slug)]
    group = sorted({*chosen, *(n for each in projects(readings) if set(each) & set(chosen) for n in each)})
    sheet = fact_sheet([readings[n] for n in group])
    names = [stories[n].project for n in group if stories[n].project]
    told = [(stories[n].slug, kept[n].where, readings[n]) for n in group]
    return Facts(
        project=names[0] or "" if names else "",
        stories=tuple(stories[n] for n in group),
        facts=tuple(_fact(fact, told) for fact in sheet.facts),
        unread=work.stories.unread(),
    )


def _fact(fact: Fact, told: Sequence[tuple[str, str, Reading]]) -> ToldFact:
    tellings = []
    for each in fact.tellings:
        slug, where, _ = told[each.story]
        evidence = Evidence(each.words, each.place)
        tellings.append(Told(story=slug, where=where, text=said(each.quantity), evidence=evidence))
    return ToldFact(state=fact.state, tellings=tuple(tellings))


def _no_project(project: str, stories: Sequence[Story]) -> StarlingError:
    names = sorted({story.project for story in stories if story.project})
    none = "Write  project: NAME  into the head of the stories that belong together, or name a story."
    advice = did_you_mean(project, names, f"There are {', '.join(names)}.", like=LOOSELY) if names else none
    return UsageError(f"There is no project “{project}”, and no story of that name.", try_this=advice)
