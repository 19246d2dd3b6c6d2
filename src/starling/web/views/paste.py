"""Pasted notes as a page shows them: the finding on top, the stories to tick, and what else was there."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup, escape

from starling.model.notes import Region, RegionKind
from starling.model.problem import UnreadableError
from starling.review.numbers.relation import Verdict
from starling.usecases.candidates import Origin
from starling.usecases.import_notes import Outcome
from starling.usecases.paste import First, FoundStory, KeptNotes, Preview
from starling.web.draw import clock
from starling.web.views.notes import first_sentence
from starling.web.views.story import note_number, story_url
from starling.web.views.versions import DiffLine, diff_lines

_QUOTED = re.compile(r"“([^”]+)”")
_LABELS = 6
"""Labels that are named above the stories; more are not read."""
_BESIDE = (
    (RegionKind.PLAN, "plan", "plans"),
    (RegionKind.LINKS, "list of links", "lists of links"),
    (RegionKind.TEMPLATE, "empty form", "empty forms"),
    (RegionKind.METHOD, "page about method", "pages about method"),
)
_HEADS = {Origin.PARAGRAPH: "Paragraphs", Origin.ANSWER: "Answers"}
_ANSWERS = (("answer that may be a story", "answers that may be stories"), ("answer", "answers"))
"""What an answer is called where there is no story, and where there is one."""
_LEFT_OPEN = {
    "numbers-unclear": "a number that can be read two ways",
    "result-leaves-target-open": "a target that is left open",
    "headline-without-basis": "a figure without a base",
}


@dataclass(frozen=True, slots=True)
class FoundRow:
    """One story to tick: ``field`` is what the tick is called ("" for one that is kept already)."""

    number: int
    title: str
    field: str
    ticked: bool
    note: str
    figures: str
    diff: tuple[DiffLine, ...] = ()


@dataclass(frozen=True, slots=True)
class FirstBox:
    """What to look at first: quotations with the figures marked, what to do, why, and in which story."""

    head: str
    quotes: tuple[Markup, ...]
    text: str
    why: str
    where: str
    title: str
    mend: bool


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
    unread: tuple[UnreadableError, ...]
    keeps: bool


def preview_view(found: Preview) -> PreviewView:
    """Everything that was found, the finding as the headline."""
    origins = {each.origin for each in found.stories}
    rows = tuple(_row(each, alone=origins == {Origin.ANSWER}) for each in found.stories)
    return PreviewView(
        draft=found.draft,
        eyebrow=f"{_pasted(found)}, {_count(found.words, 'word')}",
        headline=_headline(found, origins),
        lede=_lede(rows),
        kind=_HEADS.get(next(iter(origins)), "Stories") if len(origins) == 1 else "Stories",
        first=_first(found),
        rows=rows,
        labels=_labels(found.stories),
        questions=_count(found.questions, "new question") if found.questions else "",
        more=tuple(_more(found)),
        sources=tuple(_sources(found)),
        unread=found.unread,
        keeps=any(row.field for row in rows) or found.questions > 0,
    )


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
        _count(new, "story", "stories") + " kept" if new else "",
        _count(updated, "story", "stories") + " updated" if updated else "",
        _count(result.questions, "question") + " kept" if result.questions else "",
    ]
    told = ", ".join(each for each in said if each)
    return f"{told}." if told else "The notes are kept; no story was taken from them."


def _pasted(found: Preview) -> str:
    files = [source.name for source in found.sources]
    return (
        files[0]
        if len(files) == 1 and not files[0].startswith("pasted-")
        else ("Pasted" if len(files) == 1 else _count(len(files), "file"))
    )


def _headline(found: Preview, origins: Collection[Origin]) -> str:
    if Origin.PARAGRAPH in origins:
        return "No stories yet. Which of these sounds like one?"
    if found.stories and all(each.imported.outcome is Outcome.UNCHANGED for each in found.stories):
        return "You keep all of these stories already"
    stories = [each for each in found.stories if each.origin is Origin.STORY]
    answers = len(found.stories) - len(stories)
    questions = sum(len(notes.questions) for notes in found.notes)
    told = [
        _count(len(stories), "story", "stories") if stories else "",
        _count(answers, *_ANSWERS[bool(stories)]) if answers else "",
        _count(questions, "question") if questions else "",
        _finding(found),
    ]
    return _joined([each for each in told if each]) or "No stories in these notes"


def _finding(found: Preview) -> str:
    """The end of the headline: what is the matter with the numbers."""
    clashes = _total(found, Verdict.CONTRADICTION)
    if clashes:
        return "numbers that disagree" + (f" in {clashes} places" if clashes > 1 else "")
    if found.first is not None:
        return _LEFT_OPEN[found.first.finding.rule]
    return f"all {_figures(found)} numbers hold" if _all_hold(found) else ""


def _total(found: Preview, verdict: Verdict) -> int:
    relations = (each for story in found.stories for each in story.numbers.of(verdict))
    return sum(each.stated and not each.question for each in relations)


def _figures(found: Preview) -> int:
    return sum(len(each.numbers.figures) for each in found.stories)


def _all_hold(found: Preview) -> bool:
    """Whether there are numbers, and nothing at all is to be said against them."""
    open_ones = (Verdict.CONTRADICTION, Verdict.AMBIGUOUS, Verdict.UNVERIFIABLE)
    against = any(story.numbers.of(verdict) for story in found.stories for verdict in open_ones)
    return _figures(found) > 1 and not against


def _lede(rows: Sequence[FoundRow]) -> str:
    if any(row.field == "take" and row.ticked for row in rows):
        return "Nothing is saved yet. Untick what you do not want"
    if any(row.field for row in rows):
        return "Nothing is saved yet. Tick what you want to keep"
    return "There is nothing new in them. Look them over"


def _first(found: Preview) -> FirstBox | None:
    if found.first is not None:
        return _finding_box(found.first)
    told = [each for each in found.stories if each.origin is not Origin.PARAGRAPH]
    if not any(each.imported.outcome is Outcome.NEW for each in told):
        return None
    low, high = (60 * each for each in found.brief.minutes)
    longest = max(told, key=lambda each: each.report.seconds)
    shortest = min(told, key=lambda each: each.report.seconds)
    short = longest.report.seconds <= high and shortest.report.seconds < low
    chosen, word = (shortest, "shortest") if short else (longest, "longest")
    head = f"All {_figures(found)} numbers hold" if _all_hold(found) else "No numbers disagree"
    if not _figures(found):
        head = "Your stories have no numbers yet"
    which = "The story" if len(told) == 1 else f"The {word} story"
    text = f"{which} takes about {clock(chosen.report.seconds)} at {found.brief.pace} words a minute."
    where = "" if len(told) == 1 else "It is"
    return FirstBox(head, (), text, "", where, chosen.imported.story.title, mend=False)


def _finding_box(first: First) -> FirstBox:
    figures = _QUOTED.findall(first.finding.message)
    return FirstBox(
        head="Look at this first",
        quotes=tuple(_marked(quote, figures) for quote in first.quotes),
        text=first.finding.message,
        why=first.why,
        where="It is in",
        title=first.story.imported.story.title,
        mend=True,
    )


def _marked(quote: str, figures: Sequence[str]) -> Markup:
    """A quotation with each of the figures underlined, the longer before the shorter."""
    known = sorted((each for each in figures if each in quote and each != quote), key=len, reverse=True)
    if not known:
        return escape(quote)
    pieces = re.split(f"({'|'.join(map(re.escape, known))})", quote)
    mark = Markup('<mark class="mark" data-kind="clash">{}</mark>')
    return Markup().join(mark.format(each) if each in known else escape(each) for each in pieces)


def _row(found: FoundStory, *, alone: bool) -> FoundRow:
    """One story; an answer is ticked where there is nothing else to tick."""
    imported = found.imported
    figures = len(found.numbers.figures)
    field, ticked, note = _tick(found)
    return FoundRow(
        number=found.number,
        title=imported.story.title or "Untitled",
        field=field,
        ticked=ticked or (alone and field == "take"),
        note=note,
        figures=_count(figures, "number") if figures else "",
        diff=diff_lines(imported.diff) if imported.outcome in (Outcome.CHANGED, Outcome.CONFLICT) else (),
    )


def _tick(found: FoundStory) -> tuple[str, bool, str]:
    """What the tick of a story is called, whether it is set, and what to say beside it."""
    outcome = found.imported.outcome
    if outcome is Outcome.UNCHANGED:
        return "", False, "You keep it already, in these words."
    if outcome is Outcome.CHANGED:
        return "update", False, "The wording has changed. Tick it to take the new one over yours."
    if outcome is Outcome.CONFLICT:
        return "update", False, "You changed yours too. Tick it to keep the new text beside it."
    if found.origin is Origin.PARAGRAPH:
        return "take", False, " ".join(found.imported.story.parts[0].text.split())
    if found.origin is Origin.ANSWER:
        return "take", False, f"An answer without labels; its parts are told apart. {_note(found)}".strip()
    return "take", True, _note(found)


def _note(found: FoundStory) -> str:
    """The one thing to say about a story."""
    if not found.report.english:
        return "This seems to be another language than English. It is kept, and not assessed."
    if found.mend is not None:
        return first_sentence(found.mend.message)[0]
    figures = len(found.numbers.figures)
    return f"All {figures} numbers hold." if figures > 1 and _holds(found) else "Nothing to mend first."


def _holds(found: FoundStory) -> bool:
    return not any(
        found.numbers.of(verdict)
        for verdict in (Verdict.CONTRADICTION, Verdict.AMBIGUOUS, Verdict.UNVERIFIABLE)
    )


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
    known = sum(len(each.questions) for each in notes) - found.questions
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
        yield _count(number, one, many)


def _sources(found: Preview) -> Iterator[SourceRow]:
    for source in found.sources:
        problems = tuple(" ".join(each for each in (p.what, p.try_this) if each) for p in source.problems)
        yield SourceRow(source.name, tuple(map(_region, source.regions)), problems)


def _region(region: Region) -> tuple[str, str, str]:
    lines = str(region.first) if region.first == region.last else f"{region.first}–{region.last}"
    return lines, region.kind.value, region.what


def _joined(parts: Sequence[str]) -> str:
    """Parts of a sentence with commas, and an "and" before the last."""
    if len(parts) < 3:  # noqa: PLR2004 - two need no comma
        return " and ".join(parts)
    return f"{', '.join(parts[:-1])}, and {parts[-1]}"


def _count(number: int, one: str, many: str = "") -> str:
    return f"{number:,} {one if number == 1 else many or one + 's'}"
