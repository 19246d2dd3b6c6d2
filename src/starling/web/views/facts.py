"""The fact sheet of a project as a page shows it: each figure with every telling of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from starling.review.numbers.facts import State
from starling.usecases.facts import Facts, ToldFact
from starling.web.views.story import story_url

_ALONE = "Nothing tells of the same event, so nothing can differ."
_HEADS = (
    (State.DIFFERS, "Differ from telling to telling", "clash"),
    (State.AGREES, "Agree", "ok"),
    (State.ONCE, "Told in one story only", ""),
)


@dataclass(frozen=True, slots=True)
class Telling:
    """A figure as one story tells it."""

    text: str
    quote: str
    story: str
    url: str


@dataclass(frozen=True, slots=True)
class FactGroup:
    """The figures in one state, each with its tellings."""

    head: str
    kind: str
    facts: tuple[tuple[Telling, ...], ...]


@dataclass(frozen=True, slots=True)
class FactsView:
    """The fact sheet of one project; ``alone`` says that one story tells of it, which the headline names."""

    headline: str
    lede: str
    alone: bool
    groups: tuple[FactGroup, ...]


def facts_view(facts: Facts) -> FactsView:
    """The figures of a project, those that differ first."""
    differ = len(facts.of(State.DIFFERS))
    about = facts.project or facts.stories[0].title
    found = (
        "no figure differs"
        if differ == 0
        else f"{differ} {'figure differs' if differ == 1 else 'figures differ'}"
    )
    stories = "one story" if len(facts.stories) == 1 else f"{len(facts.stories)} stories"
    titles = {each.slug: each.title for each in facts.stories}
    groups = (
        FactGroup(head, kind, tuple(_tellings(each, titles) for each in facts.of(state)))
        for state, head, kind in _HEADS
    )
    alone = len(facts.stories) == 1
    return FactsView(
        headline=f"{about}: {found}",
        lede=f"Told in {stories}. {_ALONE if alone else 'Tell one figure everywhere.'}",
        alone=alone,
        groups=tuple(group for group in groups if group.facts),
    )


def _tellings(fact: ToldFact, titles: Mapping[str, str]) -> tuple[Telling, ...]:
    return tuple(
        Telling(each.text, each.evidence.quote, titles.get(each.story, each.story), story_url(each.story))
        for each in fact.tellings
    )
