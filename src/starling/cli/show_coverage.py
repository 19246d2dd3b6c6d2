"""What stories cover, as terminal text: a grid by need, and the story that is nearest to each gap."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from shlex import quote

from starling.cli.paper import Lines, bold, cells, clean, count, cut, dim, pad, width, wrap
from starling.matching.coverage import Group
from starling.matching.fit import Fit
from starling.usecases.coverage import Column, Coverage, CoverRow, CoverSet, CoverSets, Near

MARKS = {Fit.STRONG: "●", Fit.PARTLY: "◐", Fit.ANGLE: "○", Fit.NONE: "·"}
_HEADS = {
    Group.GAP: ("Gaps", "no story yet"),
    Group.THIN: ("Thin", "only touched on"),
    Group.ONE: ("One story", "no spare"),
    Group.SPARE: ("Strong, with a spare", "two stories or more"),
}
_NAME, _MOST = 44, 8
"""Columns for the name of a row, and rows of a group that are shown of a long set."""
_LONG = 40
"""Rows from which a set is long."""
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_TWICE = "In one loop, tell a story twice at most."


def coverage_lines(coverage: Coverage, most: int = 0) -> Iterator[str]:
    """One set: rows by group, the columns named below; of a long set the first rows of each group."""
    most = most or (_MOST if len(coverage.rows) > _LONG else len(coverage.rows))
    room = min(_NAME, max((cells(each.name) for each in coverage.rows), default=0))
    columns = coverage.columns[: min(len(_LETTERS), (width() - room - 4) // 2)]
    yield bold(_title(coverage.cover_set))
    yield from wrap(_state(coverage))
    if columns:
        yield from ("", f"  {' ' * room}  {' '.join(_LETTERS[: len(columns)])}")
    for group in Group:
        yield from _group(coverage.of(group), group, columns, room, most)
    yield from _legend(coverage, columns)
    yield from ("", *wrap(_next(coverage)))


def _title(one: CoverSet) -> str:
    what = {"principles": "principles", "questions": "questions", "kinds": "kinds of story"}[one.kind]
    of = f"{one.title}’s {one.size} {what}" if one.kind == "principles" else f"{one.size} {what}"
    return f"{count(one.gaps, 'gap') if one.gaps else 'No gaps'} in {of}"


def _state(coverage: Coverage) -> str:
    one = coverage.cover_set
    strong = one.one + one.spare
    said = f"{strong} {'has' if strong == 1 else 'have'} a strong story, {one.spare} of them a spare; "
    said += f"{one.thin} {'is' if one.thin == 1 else 'are'} only touched on."
    sure = f" The set itself is known with {coverage.sure} confidence." if coverage.sure else ""
    return said + sure


def _group(
    rows: Sequence[CoverRow], group: Group, columns: Sequence[Column], room: int, most: int
) -> Iterator[str]:
    if not rows:
        return
    name, what = _HEADS[group]
    yield from ("", f"{len(rows)} {bold(name)}  {dim(what)}")
    for row in rows[:most]:
        marks = " ".join(MARKS[each.fit] for each in row.cells[: len(columns)])
        yield f"  {pad(row.name, room)}  {marks}".rstrip()
        if row.near is not None:
            yield from map(dim, wrap(near_text(row.near), "      "))
    if len(rows) > most:
        yield dim(f"  and {len(rows) - most} more: --all")


def near_text(near: Near) -> str:
    """The nearest story, what it shows and what it lacks, in a sentence or two."""
    match = near.match
    lacks = f" Tell there: {near.missing[0].name.lower()}." if near.missing else ""
    if not match.proofs:
        return f"Nearest: {match.story}.{'' if match.fit is Fit.ANGLE else lacks}"
    quote = f" “{match.proofs[0].quote}”"
    if match.fit is Fit.ANGLE:
        return f"{match.story} has an angle that you have not told:{quote}"
    return f"{match.story}:{quote}{lacks}"


def _legend(coverage: Coverage, columns: Sequence[Column]) -> Iterator[str]:
    if not coverage.columns:
        return
    yield from ("", dim("● strong  ◐ partly  ○ an angle not told  · none"))
    yield dim(f"carries  story  ({_TWICE})")
    for letter, each in zip(_LETTERS, columns, strict=False):
        told = f"  (also told in {', '.join(each.tellings[:3])})" if each.tellings else ""
        yield f"{each.carries:>7}  {letter}  {cut(f'{each.story}{told}', width() - 12)}"
    rest = len(coverage.columns) - len(columns)
    if rest:
        yield dim(f"            and {count(rest, 'story', 'stories')} that carry no more: --format csv")


def _next(coverage: Coverage) -> str:
    if not coverage.columns:
        return "There are no stories here yet. Next: starling import my-notes.md"
    worst = next((each for each in coverage.rows if each.group in (Group.GAP, Group.THIN)), None)
    if worst is None:
        return f"Next: starling coverage {coverage.cover_set.name} --fewest"
    if worst.near is None:
        return f"Next: write a story for {worst.name}"
    return f"Next: starling fit {clean(quote(worst.near.match.story))} {clean(quote(worst.slug))}"


def _sets(found: CoverSets) -> Iterator[str]:
    room = max(cells(each.name) for each in found.sets)
    yield dim(f"{'set':<{room}}  rows  gaps  thin  one story  spare")
    for each in found.sets:
        counts = f"{each.size:>4}  {each.gaps:>4}  {each.thin:>4}  {each.one:>9}  {each.spare:>5}"
        yield f"{pad(each.name, room)}  {counts}"
    told = count(found.stories, "story", "stories")
    events = f" of {count(found.events, 'event')}" if found.events != found.stories else ""
    yield from ("", *wrap(f"{told.capitalize()}{events}. Next: starling coverage SET"))


LINES: Lines = {Coverage: coverage_lines, CoverSets: _sets}
