"""What an interviewer would say about any notes, or about the stories of a prep folder."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from itertools import chain

from starling.model.notes import Notes, RegionKind
from starling.model.prep import Incoming, Source
from starling.model.problem import Looked, Problem
from starling.model.report import Brief, Finding, NotRun, Report, Strength
from starling.model.story import Line, Story
from starling.ports import Workspace
from starling.prep.mend import first_to_mend, to_mend
from starling.prep.notes import read_all, stories_in
from starling.prep.pages import read_page
from starling.usecases.bank import find_stories
from starling.usecases.review import LONGEST, Around, Progress, review, review_page
from starling.usecases.rules import RuleChoice, choose_rules

_TOLD = (RegionKind.STORY, RegionKind.ANSWER)


@dataclass(frozen=True, kw_only=True)
class CheckedSource:
    """One file: the stories in it, reviewed, and what the rest of it shows.

    ``notes`` is None for a page of a prep folder, which is one story.
    """

    name: str
    reports: tuple[Report, ...]
    page: tuple[Finding, ...] = ()
    problems: tuple[Problem, ...] = ()
    notes: Notes | None = None


@dataclass(frozen=True, kw_only=True)
class Checked(Looked):
    """Everything that was looked at, and what could not be read."""

    sources: tuple[CheckedSource, ...]
    not_run: tuple[NotRun, ...] = ()

    @classmethod
    def joined(cls, parts: Iterable[Checked]) -> Checked:
        """Several checks as one."""
        parts = tuple(parts)
        return cls(
            sources=tuple(source for part in parts for source in part.sources),
            unread=tuple(error for part in parts for error in part.unread),
            not_run=tuple(dict.fromkeys(each for part in parts for each in part.not_run)),
        )

    @property
    def reports(self) -> tuple[Report, ...]:
        """The report of every story, in the order of the files."""
        return tuple(report for source in self.sources for report in source.reports)

    @property
    def to_mend(self) -> tuple[Finding, ...]:
        """What is left to act on, in the stories and around them."""
        told = chain.from_iterable(report.findings for report in self.reports)
        return to_mend((*told, *chain.from_iterable(source.page for source in self.sources)))

    def first_to_mend(self) -> tuple[Report, Finding] | None:
        """The story to mend first, and what in it: something essential in any, else what the first has."""
        for wanted in ((Strength.ESSENTIAL,), tuple(Strength)):
            for report in self.reports:
                first = first_to_mend(each for each in report.findings if each.strength in wanted)
                if first is not None:
                    return report, first
        return None


def check_notes(
    incoming: Iterable[Incoming], brief: Brief, choice: RuleChoice | None = None, progress: Progress = iter
) -> Checked:
    """Review every story in some notes; all stories are looked at beside one another."""
    choice = choose_rules() if choice is None else choice
    sources, unread = read_all(incoming)
    tellings = [stories_in(notes) for _, notes in sources]
    reports = iter(review([story for each in tellings for story in each], brief, choice, progress=progress))
    checked = tuple(
        CheckedSource(
            name=source.name,
            notes=notes,
            reports=tuple(next(reports) for _ in stories),
            page=review_page(rest, brief, choice),
            problems=(*source.problems, *notes.problems, *_cut_short(rest)),
        )
        for (source, notes), stories in zip(sources, tellings, strict=True)
        for rest in (_rest(source, notes, stories),)
    )
    return Checked(sources=checked, unread=unread, not_run=choice.not_run)


def check_bank(
    work: Workspace, slugs: Collection[str] = (), brief: Brief | None = None, progress: Progress = iter
) -> Checked:
    """Review the stories of a prep folder, or those of *slugs*, beside all the others."""
    asked, unread = find_stories(work, slugs)
    chosen = sorted(asked, key=lambda each: each.slug)
    named = {each.slug for each in chosen}
    others = (read_page(each)[0] for each in work.stories.all() if each.slug not in named)
    pages = [read_page(each) for each in chosen]
    choice = choose_rules(work.only, work.ignore)
    brief = work.brief if brief is None else brief
    around = Around(accepted=work.acceptances.all(), beside=tuple(others))
    reports = review([story for story, _ in pages], brief, choice, around, progress)
    sources = tuple(
        CheckedSource(
            name=each.where,
            reports=(report,),
            page=review_page(story.notes, brief, choice),
            problems=problems,
        )
        for each, (story, problems), report in zip(chosen, pages, reports, strict=True)
    )
    unread = (*unread, *work.acceptances.unread())
    return Checked(sources=sources, unread=unread, not_run=choice.not_run)


def _rest(source: Source, notes: Notes, stories: Iterable[Story]) -> tuple[Line, ...]:
    """The lines of a source that no story and no answer takes, or that a story keeps as notes alone."""
    taken = {
        number for each in notes.regions if each.kind in _TOLD for number in range(each.first, each.last + 1)
    }
    taken.difference_update(line.number for story in stories for line in story.notes)
    rows = enumerate(source.text.split("\n"), 1)
    return tuple(Line(row, number) for number, row in rows if number not in taken and row.strip())


def _cut_short(lines: Iterable[Line]) -> Iterator[Problem]:
    for line in lines:
        if len(line.text) > LONGEST:
            what = f"Only the first {LONGEST:,} characters of this line were looked at."
            yield Problem(what, line.number, "Break it into lines of their own.")
