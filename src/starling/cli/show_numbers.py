"""The ledger of a story's figures as terminal text: the figures, then those that belong together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from shlex import quote

from starling.cli.paper import Lines, bold, cells, clean, count, cut, dim, pad, paint, width, wrap
from starling.cli.show_check import problem_lines
from starling.model.story import PartKind
from starling.review.numbers.relation import Verdict
from starling.usecases.numbers import Figure, Numbers, NumbersSource, Related, StoryNumbers

_HEADS = (
    (Verdict.CONTRADICTION, "Disagree", "red"),
    (Verdict.AMBIGUOUS, "A listener would ask", "yellow"),
    (Verdict.UNVERIFIABLE, "Stand alone: have the answer ready", "cyan"),
    (Verdict.CONSISTENT, "Hold", "green"),
)
_SENTENCE = 30
"""Columns from which the words around a figure are worth showing."""
_NUMBER, _UNIT = 24, 14


def numbers_lines(numbers: Numbers) -> Iterator[str]:
    """The ledger of every story, and what could not be read as meant."""
    told = [(source, story) for source in numbers.sources for story in source.stories]
    for source, story in told:
        if len(told) > 1:
            yield from ("", dim("─" * width()))
        yield from _story(story, source)
    for source in numbers.sources:
        if not source.stories:
            yield from wrap(f"{source.name}: no story was found here.")
        yield from problem_lines(source.name, source.problems)


def _story(story: StoryNumbers, source: NumbersSource) -> Iterator[str]:
    yield bold(cut(story.story.title, width()))
    yield dim(clean(f"{source.name}:{story.story.line}"))
    if not story.figures:
        yield from ("", "  No figure in this story.")
        return
    yield from ("", f"  {bold(count(len(story.figures), 'figure'))}", *_figures(story.figures))
    for verdict, head, colour in _HEADS:
        yield from _relations(story.of(verdict), head, colour)
    yield from ("", *wrap(_next(story, kept=source.kept), "  "))


def _figures(figures: Sequence[Figure]) -> Iterator[str]:
    """One row a figure: its place, its words, its kind, and the clause it stands in."""
    places = [f"{each.start.line}:{each.start.column}" for each in figures]
    room = max(map(cells, places))
    number = min(_NUMBER, max(cells(clean(each.text)) for each in figures))
    rest = width() - room - number - _UNIT - 10
    part: PartKind | None = None
    for each, place in zip(figures, places, strict=True):
        if each.part is not part and each.part is not PartKind.OTHER:
            yield dim(f"    {each.part.value.capitalize()}")
        part = each.part
        around = cut(f"“{each.measures}”", rest) if rest >= _SENTENCE else ""
        row = f"    {place:>{room}}  {pad(each.text, number)}  {pad(_unit(each), _UNIT)}  {around}"
        yield row.rstrip()


def _unit(figure: Figure) -> str:
    kind = figure.kind if figure.unit in ("", figure.kind) else f"{figure.unit}"
    return kind if figure.bound in ("=", "range") else f"{figure.bound} {kind}"


def _relations(relations: Sequence[Related], head: str, colour: str) -> Iterator[str]:
    if not relations:
        return
    yield from ("", f"  {paint(head, colour)}")
    for each in relations:
        yield from _relation(each)


def _relation(related: Related) -> Iterator[str]:
    quoted = [f"line {each.start.line} “{each.quote}”" for each in related.quotations]
    first, *others = quoted or [""]
    yield from _tagged(first, "    - ", related.code)
    for other in others:
        yield from wrap(other, "      ")
    offer = "" if related.stated else "  (an offer: you claim nothing here)"
    if related.arithmetic:
        yield from wrap(f"{related.arithmetic}{offer}", "        ", first="      = ")
    if related.advice and related.reason is None:
        yield from wrap(related.advice, "        ", first="      → ")
    if related.reason is not None:
        why = f": “{related.reason}”" if related.reason else "."
        yield from map(dim, wrap(f"You called this fine{why}", "      "))


def _tagged(text: str, first: str, tag: str) -> Iterator[str]:
    *lines, last = wrap(text, "      ", first=first)
    yield from lines
    if cells(last) + 2 + len(tag) <= width():
        yield f"{last}  {dim(tag)}"
    else:
        yield from (last, f"      {dim(tag)}")


def _next(story: StoryNumbers, *, kept: bool) -> str:
    """What to do first; where the story is kept, also how to call it fine."""
    for each in story.relations:
        if each.rule and each.reason is None:
            mend = f"Next: mend line {each.quotations[-1].start.line}"
            fine = f", or call it fine: starling accept {quote(story.story.slug)} {each.rule} --reason WHY"
            return f"{mend}{fine if kept else ''}. More: starling explain {each.relation}"
    return "Next: tell it aloud with these figures, and no others."


LINES: Lines = {Numbers: numbers_lines}
