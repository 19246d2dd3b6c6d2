"""An import as terminal text: by line numbers, what every region of the notes became."""

from __future__ import annotations

from collections.abc import Iterator
from shlex import quote

from starling.cli.paper import Lines, bold, cells, clean, count, cut, dim, pad, paint, width, wrap
from starling.cli.show_check import problem_lines
from starling.model.notes import Region
from starling.prep.candidates import Candidate, Origin
from starling.usecases.import_notes import ImportedSource, ImportedStory, ImportResult, Outcome

_SAID = {
    Outcome.NEW: "new",
    Outcome.UNCHANGED: "unchanged",
    Outcome.CHANGED: "changed in the notes",
    Outcome.UPDATED: "updated",
    Outcome.CONFLICT: "changed here and in the notes",
}

_KIND, _NUMBER = 20, 4
"""Columns that a row takes beside its lines and its title: for the kind with its gaps, and for a number."""


def import_lines(result: ImportResult, *, diffs: bool = True) -> Iterator[str]:
    """What became of every line of the notes, which stories differ, and what to do next."""
    for source in result.sources:
        yield from _source(source, written=result.written)
        yield ""
    for story in result.stories:
        if diffs and story.outcome in (Outcome.CHANGED, Outcome.CONFLICT):
            yield from (*diff_lines(story), "")
    yield from _sum(result)
    yield from _next(result)


def _source(source: ImportedSource, *, written: bool) -> Iterator[str]:
    kept = "kept in" if written else "to be kept in"
    copy = f"  {kept} {source.kept_as}" if source.is_new else "  as before"
    yield bold(clean(source.name)) + dim(clean(copy))
    room = max((len(_lines(region)) for region in source.regions), default=0)
    titles = _room_for_titles(source, width() - room - _KIND - (0 if written else _NUMBER))
    for region in source.regions:
        head = f"  {_lines(region):>{room}}  {region.kind.value:<12}  "
        here = [each for each in source.stories if region.first <= each.story.line <= region.last]
        yield from (_story(each, head, titles, written=written) for each in here)
        if not here:
            yield f"{head}{cut(region.what, width() - len(head))}".rstrip()
    yield from problem_lines(source.name, source.problems)


def _room_for_titles(source: ImportedSource, most: int) -> int:
    """Columns for the titles of a source: those of the longest, as far as the outcomes leave room for it."""
    said = max((len(_SAID[each.outcome]) for each in source.stories), default=0)
    return min(max((cells(each.story.title) for each in source.stories), default=0), most - said)


def _story(each: ImportedStory, head: str, room: int, *, written: bool) -> str:
    number = "" if written else f"{each.number:>2}  "
    return f"{head}{number}{pad(each.story.title, room)}  {_coloured(each.outcome, _SAID[each.outcome])}"


def _coloured(outcome: Outcome, said: str) -> str:
    colours = {
        Outcome.NEW: "green",
        Outcome.UPDATED: "green",
        Outcome.CHANGED: "yellow",
        Outcome.CONFLICT: "red",
    }
    return paint(said, colours[outcome]) if outcome in colours else dim(said)


def _lines(region: Region) -> str:
    return str(region.first) if region.first == region.last else f"{region.first}–{region.last}"


def diff_lines(story: ImportedStory) -> Iterator[str]:
    """How a story in the notes differs from its page."""
    yield bold(cut(f"{story.story.slug}: {_SAID[story.outcome]}", width()))
    for row in story.diff.split("\n"):
        line = clean(row)
        yield (
            paint(line, "green")
            if row.startswith("+")
            else paint(line, "red")
            if row.startswith("-")
            else line
        )


def _sum(result: ImportResult) -> Iterator[str]:
    counts = [f"{result.count(each)} {_SAID[each]}" for each in Outcome if result.count(each)]
    found = count(len(result.stories), "story", "stories").capitalize()
    stories = f"{found} found{': ' if counts else ''}{', '.join(counts)}."
    questions = f" {count(result.questions, 'new question')} kept." if result.questions else ""
    dry = "" if result.written else " Nothing was written."
    yield from wrap(f"{stories}{questions}{dry}")


def _left(answers: list[Candidate]) -> Iterator[str]:
    if answers:
        stayed = f"{count(len(answers), 'answer to a question', 'answers to questions')} stayed in the notes"
        numbers = ", ".join(str(each.number) for each in answers)
        one = "--answers takes it as a story."
        many = f"--answers takes them as stories, --take N one of them ({numbers})."
        yield from wrap(f"{stayed}: {one if len(answers) == 1 else many}")


def _paragraphs(found: list[Candidate]) -> Iterator[str]:
    """What sounds like a story where none was found."""
    if found:
        yield "Which of these sounds like one? --take N keeps it."
        for each in found:
            head = f"  {each.number}  line {each.text.line}  "
            yield f"{head}{cut(each.text.title, width() - len(head))}"


def _next(result: ImportResult) -> Iterator[str]:
    """One sentence for each thing that is left to do."""
    left = [each for source in result.sources for each in source.left]
    yield from _left([each for each in left if each.origin is Origin.ANSWER])
    if not result.stories:
        yield from _paragraphs([each for each in left if each.origin is Origin.PARAGRAPH])
    if result.count(Outcome.CHANGED):
        yield from wrap("To take the wording of the notes, import again with --update.")
    aside = [story.where for story in result.stories if story.outcome is Outcome.CONFLICT]
    if aside:
        yield from wrap(f"Two texts are kept of what changed in both places: {', '.join(aside)}")
    if result.count(Outcome.NEW) and result.written:
        yield from wrap(f"Next: starling check {quote(result.where)}")


LINES: Lines = {ImportResult: import_lines}
