"""Pasted notes as a page shows them: the finding on top, the stories to tick, and what else was there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from starling.model.notes import Region, RegionKind
from starling.model.problem import UnreadableError
from starling.prep.candidates import Origin
from starling.review.numbers.relation import Verdict
from starling.usecases.import_notes import Outcome
from starling.usecases.paste import FoundStory, KeptNotes, Preview
from starling.web.views.advice import on_a_page
from starling.web.views.counted import count, joined
from starling.web.views.paste_first import FirstBox, all_hold, figures_in, first_box
from starling.web.views.paste_rows import FoundRow, found_row, hold_text
from starling.web.views.story import note_number, story_url

_LABELS = 6
"""Labels that are named above the stories; more are not read."""
_WHAT = 200
"""Characters of what is said of some lines; one word may be longer than a page."""
_BESIDE = (
    (RegionKind.PLAN, "plan", "plans"),
    (RegionKind.LINKS, "list of links", "lists of links"),
    (RegionKind.TEMPLATE, "empty form", "empty forms"),
    (RegionKind.METHOD, "page about method", "pages about method"),
)
_ANSWERS = (("answer that may be a story", "answers that may be stories"), ("answer", "answers"))
"""What an answer to a question is called where there is no story, and where there is one."""
_LEFT_OPEN = {
    "numbers-unclear": "a number they would ask about",
    "result-leaves-target-open": "a target that is left open",
    "headline-without-basis": "a figure without a basis",
}


@dataclass(frozen=True, slots=True)
class SourceRow:
    """One file: what its lines became, and what was mended in it."""

    name: str
    regions: tuple[tuple[str, str, str], ...]
    problems: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class PreviewView:
    """The page of a draft. ``kind`` is the word for its rows; ``more`` is what else was found."""

    draft: str
    eyebrow: str
    headline: str
    lede: str
    kind: str
    first: FirstBox | None
    rows: tuple[FoundRow, ...]
    labels: str
    questions: str
    more: tuple[str, ...]
    sources: tuple[SourceRow, ...]
    unread: tuple[str, ...]
    keeps: bool


def preview_view(found: Preview) -> PreviewView:
    """Everything that was found, the finding as the headline."""
    kind = _kind(found.stories)
    rows = tuple(found_row(each, alone=kind == "Answers") for each in found.stories)
    beside = _beside(found)
    return PreviewView(
        draft=found.draft,
        eyebrow=f"{_pasted(found)}, {count(found.words, 'word')}",
        headline=_headline(found, kind),
        lede=_lede(rows, beside),
        kind=kind,
        first=first_box(found),
        rows=rows,
        labels=_labels(found.stories),
        questions=count(found.result.questions, "new question") if found.result.questions else "",
        more=tuple(_more(found)),
        sources=tuple(_sources(found)),
        unread=tuple(map(_unread, found.result.unread)),
        keeps=bool(beside) or any(row.field for row in rows),
    )


def _kind(stories: Sequence[FoundStory]) -> str:
    """The word for what may be kept: where there is a story, all of them are called so."""
    if not stories or any(each.is_told for each in stories):
        return "Stories"
    return "Answers" if any(each.origin is Origin.ANSWER for each in stories) else "Paragraphs"


def fix_url(kept: KeptNotes) -> str:
    """The note to begin with, on the page of its story; "" where there is none."""
    if kept.fix is None:
        return ""
    number = note_number(kept.fix.shown, kept.fix.numbers, kept.fix.finding)
    return f"{story_url(kept.fix.shown.report.story.slug)}#n{number}"


def kept_text(kept: KeptNotes) -> str:
    """What was kept, in a sentence."""
    result = kept.result
    new, updated = result.count(Outcome.NEW), result.count(Outcome.UPDATED)
    said = [
        count(new, "story", "stories") + " kept" if new else "",
        count(updated, "story", "stories") + " updated" if updated else "",
        count(result.questions, "question") + " kept" if result.questions else "",
    ]
    told = ", ".join(each for each in said if each)
    return f"{told}." if told else "The notes are kept; no story was taken from them."


def _pasted(found: Preview) -> str:
    files = [source.name for source in found.result.sources]
    return (
        files[0]
        if len(files) == 1 and not files[0].startswith("pasted-")
        else ("Pasted" if len(files) == 1 else count(len(files), "file"))
    )


def _headline(found: Preview, kind: str) -> str:
    if kind == "Paragraphs":
        return "No stories yet. Which of these sounds like one?"
    if found.stories and all(each.imported.outcome is Outcome.UNCHANGED for each in found.stories):
        return "You keep all of these stories already"
    stories = [each for each in found.stories if each.is_told]
    answers = len(found.stories) - len(stories)
    questions = sum(len(notes.questions) for notes in found.notes)
    told = [
        count(len(stories), "story", "stories") if stories else "",
        count(answers, *_ANSWERS[bool(stories)]) if answers else "",
        count(questions, "question") if questions else "",
        _finding(found),
    ]
    said = joined([each for each in told if each]) or "No stories in these notes"
    return f"{said}, and {hold_text(figures_in(found))}" if all_hold(found) else said


def _finding(found: Preview) -> str:
    """The end of the headline: what is the matter with the numbers."""
    clashes = sum(story.numbers.open(Verdict.CONTRADICTION) for story in found.stories)
    if clashes:
        return "numbers that disagree" + (f" in {clashes} places" if clashes > 1 else "")
    return "" if found.first is None else _LEFT_OPEN[found.first.finding.rule]


def _beside(found: Preview) -> str:
    """What can be kept although no story is: new questions, or what Today says again before an interview."""
    if found.result.questions:
        return "Keep the questions"
    is_alone = not found.stories and any(each.notes_to_self for each in found.notes)
    return "Keep your notes to yourself, and Today shows what to watch for" if is_alone else ""


def _lede(rows: Sequence[FoundRow], beside: str) -> str:
    if any(row.field == "take" and row.ticked for row in rows):
        return "Nothing is saved yet. Untick what you do not want"
    if any(row.field for row in rows):
        return "Nothing is saved yet. Tick what you want to keep"
    if beside:
        return f"Nothing is saved yet. {beside}"
    if rows:
        return "Nothing in these notes is new"
    return "A story needs a few sentences about one event: what it was, what you did, and what came of it"


def _labels(stories: Sequence[FoundStory]) -> str:
    """The words that the stories were told apart by, as their author wrote them."""
    labels = dict.fromkeys(
        part.label for each in stories if each.origin is Origin.STORY for part in each.imported.story.parts
    )
    named = [f"“{label}”" for label in labels if label][:_LABELS]
    return f"split at {', '.join(named)}" if named else ""


def _more(found: Preview) -> Iterator[str]:
    """What else was found, in counts."""
    notes = found.notes
    known = sum(len(each.questions) for each in notes) - found.result.questions
    yield from _counted(known, "question you keep already", "questions you keep already")
    yield from _counted(sum(len(each.checklist) for each in notes), "check-list item")
    yield from _counted(sum(len(each.principles) for each in notes), "principle named", "principles named")
    yield from _counted(
        sum(len(each.notes_to_self) for each in notes), "note to yourself", "notes to yourself"
    )
    kinds = Counter(region.kind for each in notes for region in each.regions)
    for kind, one, many in _BESIDE:
        yield from _counted(kinds[kind], one, many)


def _counted(number: int, one: str, many: str = "") -> Iterator[str]:
    if number > 0:
        yield count(number, one, many)


def _sources(found: Preview) -> Iterator[SourceRow]:
    for source in found.result.sources:
        problems = tuple(f"{p.what} {on_a_page(p.try_this).words}".strip() for p in source.problems)
        yield SourceRow(source.name, tuple(map(_region, source.regions)), problems)


def _unread(error: UnreadableError) -> str:
    return f"{error.where}: {error.what} {on_a_page(error.try_this).words}".strip()


def _region(region: Region) -> tuple[str, str, str]:
    lines = str(region.first) if region.first == region.last else f"{region.first}–{region.last}"
    what = region.what if len(region.what) <= _WHAT else f"{region.what[:_WHAT].rstrip()}…"
    return lines, region.kind.value, what
