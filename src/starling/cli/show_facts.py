"""The fact sheet of a project as terminal text: each figure under the state of its tellings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from starling.cli.paper import Lines, bold, cells, count, cut, pad, paint, width, wrap
from starling.review.numbers.facts import State
from starling.usecases.facts import Facts, ToldFact

_HEADS = (
    (State.DIFFERS, "Differ from telling to telling", "red"),
    (State.AGREES, "Agree", "green"),
    (State.ONCE, "Told in one story only", "cyan"),
)
_FIGURE = 24


def facts_lines(facts: Facts) -> Iterator[str]:
    """The stories of the project, and its figures with every telling."""
    yield bold(cut(facts.project or facts.stories[0].title, width()))
    told = count(len(facts.stories), "story", "stories")
    yield from wrap(f"{told}: {', '.join(story.slug for story in facts.stories)}")
    for state, head, colour in _HEADS:
        chosen = facts.of(state)
        if chosen:
            yield from ("", f"  {paint(head, colour)}", *_rows(chosen))
    yield from ("", *wrap(_next(facts)))


def _rows(facts: Sequence[ToldFact]) -> Iterator[str]:
    """One row a telling: the figure, where it stands, and the words around it."""
    tellings = [each for fact in facts for each in fact.tellings]
    figure = min(_FIGURE, max(cells(each.text) for each in tellings))
    places = {id(each): f"{each.story}:{each.evidence.start.line}" for each in tellings}
    place = min(width() // 3, max(map(cells, places.values())))
    for fact in facts:
        for number, each in enumerate(fact.tellings):
            mark = " " if number else "-"
            head = f"    {mark} {pad(each.text, figure)}  {pad(places[id(each)], place)}  "
            yield head + cut(f"“{each.evidence.quote}”", width() - cells(head))


def _next(facts: Facts) -> str:
    differing = facts.of(State.DIFFERS)
    if differing:
        last = differing[0].tellings[-1]
        return f"Next: tell one figure everywhere; begin with {last.where}:{last.evidence.start.line}."
    if len(facts.stories) == 1:
        return "Next: one story tells this so far; write  project: NAME  into the others to compare them."
    return "Next: know by heart the figures that you tell only once; nothing else holds them."


LINES: Lines = {Facts: facts_lines}
