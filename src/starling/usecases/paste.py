"""Pasted notes: what is in them before anything is kept, and which finding to look at first."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from itertools import chain

from starling.content import load
from starling.model.notes import Notes
from starling.model.prep import Draft
from starling.model.problem import Looked, UnknownError, UnreadableError, UsageError
from starling.model.report import Brief, Finding, Report
from starling.ports import Workspace
from starling.prep.candidates import Origin, is_told
from starling.prep.mend import certainty, first_to_mend
from starling.text.words import words
from starling.usecases.bank import Shown, show_story
from starling.usecases.import_notes import (
    ImportedStory,
    ImportResult,
    Outcome,
    Wishes,
    import_notes,
)
from starling.usecases.numbers import StoryNumbers, ledger, numbers_in_bank
from starling.usecases.review import review
from starling.usecases.rules import choose_rules, find_rule

MOST = 20
"""Files that are read at once; a folder is imported on the command line."""
_TELLING = frozenset(
    {"numbers-disagree", "numbers-unclear", "result-leaves-target-open", "headline-without-basis"}
)
"""What shows on sight that notes were read: a sum, a target nobody took up, a figure without a base."""


@dataclass(frozen=True, kw_only=True)
class Started(Looked):
    """A draft of some files, and what cannot be read of them; it is looked at by its name."""

    draft: str
    files: int


@dataclass(frozen=True, kw_only=True)
class FoundStory:
    """Something that may become a story: what an import would do with it, its review and its figures.

    ``mend`` is the finding to say first about it, None where there is nothing to act on.
    """

    imported: ImportedStory
    report: Report
    numbers: StoryNumbers
    mend: Finding | None = None

    @property
    def number(self) -> int:
        """What it is chosen by."""
        return self.imported.number

    @property
    def origin(self) -> Origin:
        """What it was in the notes."""
        return self.imported.origin

    @property
    def is_told(self) -> bool:
        """Whether an import takes it without being asked to."""
        return is_told(self.origin, self.imported.story)


@dataclass(frozen=True, kw_only=True)
class First:
    """The most certain telling finding: the story, the finding, why it matters, and the words it rests on."""

    story: FoundStory
    finding: Finding
    why: str
    quotes: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Preview:
    """Everything that pasted notes hold; nothing of it is kept yet.

    ``result`` is what an import of everything would do. ``first`` is None where
    nothing certain is to be said. ``at`` is when it was pasted, in UTC. ``brief``
    is what the tellings are for.
    """

    draft: str
    at: datetime
    brief: Brief
    words: int
    result: ImportResult
    stories: tuple[FoundStory, ...]
    first: First | None = None

    @property
    def notes(self) -> tuple[Notes, ...]:
        """What each source holds."""
        return tuple(source.notes for source in self.result.sources)


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """What to keep of a draft: stories by their numbers, which of them to update, whether the questions too.

    ``mend`` says that the person wants to go on to the first finding.
    """

    chosen: Collection[int] = ()
    update: Collection[int] = ()
    questions: bool = True
    mend: bool = False


@dataclass(frozen=True, kw_only=True)
class Fix:
    """The story's page that a finding is mended on, reviewed, and the finding as it stands there."""

    shown: Shown
    numbers: StoryNumbers
    finding: Finding


@dataclass(frozen=True, kw_only=True)
class KeptNotes:
    """What was kept of a draft, and where to go on mending."""

    result: ImportResult
    fix: Fix | None = None


def example() -> tuple[str, bytes]:
    """Short notes of an invented person, to see what a paste does."""
    return "example.md", load.text("example.md").encode()


def pasted(text: str) -> tuple[str, bytes]:
    """A pasted text under a name that the same text always gets; what it is written in shows in itself."""
    data = text.replace("\r\n", "\n").encode("utf-8", "replace")
    return pasted_name(data), data


def pasted_name(data: bytes) -> str:
    """What a text without a name is called; two texts have two names."""
    return f"pasted-{sha256(data).hexdigest()[:6]}.txt"


def start_draft(work: Workspace, sources: Sequence[tuple[str, bytes]]) -> Started:
    """Take up pasted texts and chosen files; nothing is kept yet.

    Raises UsageError as `with_something`, UnreadableError where none of them can be read.
    """
    draft = work.drafts.add(with_something(sources))
    unread = tuple(each for each in draft.incoming if isinstance(each, UnreadableError))
    if len(unread) == len(draft.incoming):
        raise unread[0]
    return Started(draft=draft.name, files=len(draft.incoming), unread=unread)


def with_something(sources: Sequence[tuple[str, bytes]]) -> list[tuple[str, bytes]]:
    """Those that are not empty; UsageError for nothing at all and for more files than are read at once."""
    given = [(name, data) for name, data in sources if data.strip()]
    if not given:
        what = "There is nothing in it yet." if not sources else "What you chose is empty."
        raise UsageError(what, try_this="Paste your notes, or choose a file with them.")
    if len(given) > MOST:
        advice = "Send them in parts, or import the folder in a terminal: starling import FOLDER"
        raise UsageError(f"These are {len(given)} files, and {MOST} are read at once.", try_this=advice)
    return given


def preview(work: Workspace, name: str) -> Preview:
    """What is in a draft, what an import of it would do, and what to look at first."""
    draft = _find(work, name)
    result = import_notes(work, draft.incoming, Wishes(write=False, answers=True, paragraphs=True))
    stories = _found(work, result)
    return Preview(
        draft=draft.name,
        at=draft.at,
        brief=work.brief,
        words=sum(len(words(each.text)) for each in draft.incoming if not isinstance(each, UnreadableError)),
        result=result,
        stories=stories,
        first=_first(stories),
    )


def keep(work: Workspace, name: str, wanted: Wanted) -> KeptNotes:
    """Keep what is *wanted* of a draft. What is kept already stays as it is, whatever is chosen."""
    draft = _find(work, name)
    first = preview(work, name).first if wanted.mend else None
    wishes = Wishes(
        chosen={*wanted.chosen, *wanted.update},
        update=lambda story: story.number in wanted.update,
        questions=wanted.questions,
    )
    result = import_notes(work, draft.incoming, wishes)
    return KeptNotes(result=result, fix=None if first is None else _fix(work, result, first))


def _find(work: Workspace, name: str) -> Draft:
    draft = work.drafts.get(name)
    if draft is None:
        raise UnknownError("These notes are no longer here.", try_this="Paste them again.")
    return draft


def _found(work: Workspace, result: ImportResult) -> tuple[FoundStory, ...]:
    """Every candidate with its review and its figures, in the order of the notes."""
    stories = result.stories
    reports = review([each.story for each in stories], work.brief, choose_rules(work.only, work.ignore))
    return tuple(
        FoundStory(
            imported=each,
            report=report,
            numbers=ledger(each.story, work.brief, {}),
            mend=first_to_mend(finding for finding in report.findings if not _of_all(finding)),
        )
        for each, report in zip(stories, reports, strict=True)
    )


def _of_all(finding: Finding) -> bool:
    """Whether a finding counts over all stories: it rests on no words of the one that it is marked at."""
    return not finding.quote and find_rule(finding.rule).check_bank is not None


def _first(stories: Iterable[FoundStory]) -> First | None:
    """The most certain of the telling findings on stories that are new."""
    new = (each for each in stories if each.is_told and each.imported.outcome is Outcome.NEW)
    telling = ((each, first_to_mend(each.report.findings, _TELLING)) for each in new)
    found = [(each, finding) for each, finding in telling if finding is not None]
    if not found:
        return None
    story, finding = min(found, key=lambda each: (certainty(each[1]), each[0].number))
    return First(
        story=story, finding=finding, why=find_rule(finding.rule).why, quotes=_quotes(story.numbers, finding)
    )


def _quotes(numbers: StoryNumbers, finding: Finding) -> tuple[str, ...]:
    """The words around the figures of a finding, in the order of the text."""
    same = (each for each in numbers.relations if each.start == finding.start and each.rule == finding.rule)
    near = (each for each in numbers.relations if each.start == finding.start)
    related = next(chain(same, near), None)
    return (finding.quote,) if related is None else tuple(each.quote for each in related.quotations)


def _fix(work: Workspace, result: ImportResult, first: First) -> Fix | None:
    """Where the first finding stands now that its story is kept; None where it was left out."""
    kept = next((each for each in result.stories if each.number == first.story.number), None)
    if kept is None:
        return None
    shown = show_story(work, kept.story.slug)
    same = [each for each in shown.report.findings if each.rule == first.finding.rule and not each.accepted]
    exact = [each for each in same if each.quote == first.finding.quote]
    if not same:
        return None
    numbers = numbers_in_bank(work, [kept.story.slug]).sources[0].stories[0]
    return Fix(shown=shown, numbers=numbers, finding=(exact or same)[0])
