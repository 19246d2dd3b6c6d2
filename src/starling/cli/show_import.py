"""An import as terminal text: by line numbers, what every region of the notes became."""

from __future__ import annotations

from collections.abc import Iterator

from starling.cli.paper import bold, clean, count, cut, dim, pad, paint, width, wrap
from starling.cli.show_check import problem_lines
from starling.model.notes import Region
from starling.usecases.import_notes import ImportedSource, ImportedStory, ImportResult, Outcome

_SAID = {
    Outcome.NEW: "new",
    Outcome.UNCHANGED: "unchanged",
    Outcome.CHANGED: "changed in the notes",
    Outcome.UPDATED: "updated",
    Outcome.CONFLICT: "changed here and in the notes",
}

_OUTCOME = max(map(len, _SAID.values()))


def import_lines(result: ImportResult, *, diffs: bool = True) -> Iterator[str]:
    """What became of every line of the notes, which stories differ, and what to do next."""
    for source in result.sources:
        yield from _source(source)
        yield ""
    for story in result.stories:
        if diffs and story.outcome in (Outcome.CHANGED, Outcome.CONFLICT):
            yield from (*diff_lines(story), "")
    yield from _sum(result)
    yield from _next(result)


def _source(source: ImportedSource) -> Iterator[str]:
    copy = f"  kept in {source.kept_as}" if source.is_new else "  as before"
    yield bold(clean(source.name)) + dim(clean(copy))
    room = max((len(_lines(region)) for region in source.regions), default=0)
    for region in source.regions:
        here = [each for each in source.stories if region.first <= each.story.line <= region.last]
        yield from _region(region, here, room)
    yield from problem_lines(source.name, source.problems)


def _region(region: Region, stories: list[ImportedStory], room: int) -> Iterator[str]:
    head = f"  {_lines(region):>{room}}  {region.kind.value:<12}  "
    if not stories:
        yield f"{head}{cut(region.what, width() - len(head))}".rstrip()
        return
    for each in stories:
        title = pad(each.story.title, width() - len(head) - _OUTCOME - 2)
        yield f"{head}{title}  {_coloured(each.outcome, cut(_SAID[each.outcome], _OUTCOME))}"


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
    stories = (
        f"{count(len(result.stories), 'story', 'stories')} found{': ' if counts else ''}{', '.join(counts)}."
    )
    questions = f" {count(result.questions, 'new question')} kept." if result.questions else ""
    dry = "" if result.written else " Nothing was written."
    yield from wrap(f"{stories}{questions}{dry}")


def _next(result: ImportResult) -> Iterator[str]:
    """One sentence for each thing that is left to do."""
    answers = sum(source.answers for source in result.sources)
    if answers:
        yield from wrap(
            f"{count(answers, 'answer')} without labels stayed in the notes: --answers takes them as stories."
        )
    if result.count(Outcome.CHANGED):
        yield from wrap("To take the wording of the notes, import again with --update.")
    aside = [story.where for story in result.stories if story.outcome is Outcome.CONFLICT]
    if aside:
        yield from wrap(f"Two texts are kept of what changed in both places: {', '.join(aside)}")
    if result.count(Outcome.NEW) and result.written:
        yield from wrap(f"Next: starling check {result.where}")
