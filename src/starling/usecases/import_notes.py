"""Notes into a prep folder: each story once, and a word about every line."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from starling.model.notes import Notes, Question, Region
from starling.model.prep import Incoming, Source
from starling.model.problem import Looked, Problem, UnreadableError, UsageError
from starling.model.story import Story
from starling.ports import Workspace
from starling.prep.candidates import Candidate, Origin, candidates, is_told
from starling.prep.notes import read_all
from starling.prep.same_story import Known, Pair, pair
from starling.prep.slugs import as_file, free_slug
from starling.text.story_edit import mark, rewrite
from starling.text.story_format import render
from starling.text.story_page import layout
from starling.text.telling import words_of


class Outcome(StrEnum):
    """What an import did with a story, or with an update refused would do."""

    NEW = "new"
    UNCHANGED = "unchanged"
    CHANGED = "changed"
    UPDATED = "updated"
    CONFLICT = "conflict"


@dataclass(frozen=True, kw_only=True)
class ImportedStory:
    """A story of the notes, what became of it, and for one that changed the difference as a unified diff.

    ``where`` is its page; of a conflict, where the other text is kept ("" while nothing is written).
    ``number`` is its place among the candidates of all notes, from 1, ``origin`` what it was there.
    """

    story: Story
    number: int
    origin: Origin
    outcome: Outcome
    where: str = ""
    diff: str = ""


@dataclass(frozen=True, kw_only=True)
class ImportedSource:
    """One file: what was found in it, what every region of it became, and where a copy of it is kept.

    ``left`` are the candidates that were not taken.
    """

    name: str
    notes: Notes
    stories: tuple[ImportedStory, ...]
    kept_as: str
    is_new: bool
    left: tuple[Candidate, ...] = ()
    problems: tuple[Problem, ...] = ()

    @property
    def regions(self) -> tuple[Region, ...]:
        """What its lines became."""
        return self.notes.regions


@dataclass(frozen=True, kw_only=True)
class ImportResult(Looked):
    """What an import did, or with ``written`` False would do."""

    where: str
    sources: tuple[ImportedSource, ...]
    questions: int = 0
    written: bool = True

    @property
    def stories(self) -> tuple[ImportedStory, ...]:
        """The stories of all sources."""
        return tuple(story for source in self.sources for story in source.stories)

    def count(self, outcome: Outcome) -> int:
        """How many stories came out so."""
        return sum(story.outcome is outcome for story in self.stories)


@dataclass(frozen=True, kw_only=True)
class Wishes:
    """How to import: which changed stories to update, which candidates to take, whether to write.

    ``chosen`` are the numbers of the candidates to take; None takes every story, with labels or in
    prose, and the answers to questions and the paragraphs where ``answers`` and ``paragraphs`` say so.
    """

    update: Callable[[ImportedStory], bool] = lambda _: False
    answers: bool = False
    paragraphs: bool = False
    write: bool = True
    chosen: Collection[int] | None = None
    questions: bool = True

    def take(self, candidate: Candidate) -> bool:
        """Whether a candidate is to become a story."""
        if self.chosen is not None:
            return candidate.number in self.chosen
        if is_told(candidate.origin, candidate.text):
            return True
        return self.answers if candidate.origin is Origin.ANSWER else self.paragraphs


def import_notes(work: Workspace, incoming: Iterable[Incoming], wishes: Wishes | None = None) -> ImportResult:
    """Bring the stories, questions and texts of some notes into a prep folder.

    The same notes again change nothing. A story that was edited in the notes is
    shown as changed, and updated only where *wishes* say so; one that was edited
    in both places is never overwritten. UsageError where a chosen number is not there.
    """
    wishes = Wishes() if wishes is None else wishes
    read, unread = read_all(incoming)
    found = candidates(read)
    _refuse_unknown(wishes.chosen or (), sum(map(len, found)))
    taken = [tuple(filter(wishes.take, each)) for each in found]
    left = [tuple(each for each in some if not wishes.take(each)) for some in found]
    pairs = iter(pair(work.stories.all(), [each.story() for some in taken for each in some]))
    desk = _Desk(work, wishes)
    sources = tuple(
        desk.take(source, notes, [(each, next(pairs)) for each in some], rest)
        for (source, notes), some, rest in zip(read, taken, left, strict=True)
    )
    asked = [(notes, question) for _, notes in read for question in notes.questions]
    added, closed = _added(desk, asked if wishes.questions else ())
    return ImportResult(
        where=work.where,
        sources=sources,
        questions=added,
        unread=(*unread, *closed),
        written=wishes.write,
    )


def _added(desk: _Desk, asked: Sequence[tuple[Notes, Question]]) -> tuple[int, tuple[UnreadableError, ...]]:
    """How many questions were kept, and why none could be: what the person has may be broken."""
    try:
        return desk.add_questions(asked), ()
    except UnreadableError as error:
        return 0, (error,)


def _refuse_unknown(chosen: Collection[int], most: int) -> None:
    unknown = sorted(number for number in chosen if not 1 <= number <= most)
    if unknown:
        told = f"It holds {most}" if most else "Nothing in it may become a story"
        what = f"There is no number {unknown[0]} in these notes."
        raise UsageError(what, try_this=f"{told}; to see what is there, import with --dry-run.")


class _Desk:
    """One import into one workspace: the slugs that are taken, and what is written."""

    def __init__(self, work: Workspace, wishes: Wishes) -> None:
        self._work = work
        self._wishes = wishes
        self._taken = set(map(as_file, work.stories.slugs()))
        self._new: dict[str, ImportedStory] = {}

    def take(
        self,
        source: Source,
        notes: Notes,
        found: Sequence[tuple[Candidate, Pair]],
        left: tuple[Candidate, ...],
    ) -> ImportedSource:
        """Bring in one source: what was taken of it, each with its page, and what was left in it."""
        kept_as, is_new = self._work.originals.keep(source.name, source.data, write=self._wishes.write)
        return ImportedSource(
            name=source.name,
            notes=notes,
            stories=tuple(self._story(candidate, each) for candidate, each in found),
            kept_as=kept_as,
            is_new=is_new,
            left=left,
            problems=(*source.problems, *notes.problems),
        )

    def _story(self, candidate: Candidate, found: Pair) -> ImportedStory:
        """What becomes of one candidate."""
        read = ImportedStory(
            story=found.story, number=candidate.number, origin=candidate.origin, outcome=Outcome.NEW
        )
        if found.known is None:
            return self._add(read, found.mark)
        known = replace(read, story=replace(found.story, slug=found.known.slug), where=found.known.where)
        return replace(known, outcome=Outcome.UNCHANGED) if found.same else self._change(known, found.known)

    def _add(self, read: ImportedStory, telling: str) -> ImportedStory:
        if telling in self._new:
            same = self._new[telling]
            return replace(read, story=same.story, where=same.where, outcome=Outcome.UNCHANGED)
        slug = free_slug(read.story.title, self._taken)
        self._taken.add(slug)
        story = replace(read.story, slug=slug)
        where = self._work.stories.add(slug, render(story)).where if self._wishes.write else ""
        self._new[telling] = replace(read, story=story, where=where)
        return self._new[telling]

    def _change(self, read: ImportedStory, known: Known) -> ImportedStory:
        """A story that differs from its page: the page is updated if that is wished and loses nothing."""
        text = rewrite(known.text, read.story)
        diff = _difference(known.text, text, known.slug)
        changed = replace(read, outcome=Outcome.CHANGED, diff=diff)
        if known.edited or not layout(known.text).has_parts:
            return self._conflict(changed, known)
        if not self._wishes.update(changed):
            return changed
        if self._wishes.write:
            self._work.stories.save(known.slug, mark(text, read.story), known.seen)
        return replace(changed, outcome=Outcome.UPDATED)

    def _conflict(self, changed: ImportedStory, known: Known) -> ImportedStory:
        """Edited in the notes and in the prep folder: both texts are kept, and the page is told so."""
        conflict = replace(changed, outcome=Outcome.CONFLICT, where=known.where)
        if not (self._wishes.update(conflict) and self._wishes.write):
            return conflict
        aside = self._work.stories.set_aside(known.slug, render(changed.story))
        self._work.stories.save(known.slug, mark(known.text, changed.story), known.seen)
        return replace(conflict, where=aside)

    def add_questions(self, found: Sequence[tuple[Notes, Question]]) -> int:
        """Keep the questions that are not kept yet; how many. UnreadableError as `Questions.kept`."""
        if not found:
            return 0
        kept = self._work.questions.kept()
        slugs, known = set(kept), {words_of(text) for text in kept.values()}
        new: list[Mapping[str, str | tuple[str, ...]]] = []
        for notes, question in found:
            if words_of(question.text) not in known:
                slug = free_slug(question.text, slugs)
                slugs.add(slug)
                known.add(words_of(question.text))
                new.append(_entry(notes, question, slug))
        if new and self._wishes.write:
            self._work.questions.add(new)
        return len(new)


def _entry(notes: Notes, question: Question, slug: str) -> Mapping[str, str | tuple[str, ...]]:
    facts: dict[str, str | tuple[str, ...]] = {
        "slug": slug,
        "text": question.text,
        "category": question.category or "",
        "company": question.company or "",
        "prompts": question.prompts,
        "source": f"{notes.source}, line {question.line}",
    }
    return {key: value for key, value in facts.items() if value}


def _difference(before: str, after: str, slug: str) -> str:
    """A unified diff of two pages of one story."""
    names = f"{slug}.md here", f"{slug}.md as in the notes"
    return "\n".join(difflib.unified_diff(before.split("\n"), after.split("\n"), *names, lineterm="", n=1))
