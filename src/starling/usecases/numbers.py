"""The ledger: every figure of a story, what it measures, and which figures fit, disagree, or stand alone."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from starling.model.prep import Acceptance, Incoming, Kept
from starling.model.problem import Looked, Problem
from starling.model.report import Brief, Evidence
from starling.model.story import PartKind, Place, Story
from starling.ports import Workspace
from starling.prep.notes import read_all, stories_in
from starling.prep.pages import read_page
from starling.review.numbers.audit import all_relations, audit
from starling.review.numbers.quantities.quantity import Quantity
from starling.review.numbers.relation import Claim, Verdict
from starling.review.numbers.voice import place, quotations, rule_of
from starling.review.reading import Reading
from starling.review.reading.clauses import quote_around
from starling.usecases.bank import find_stories
from starling.usecases.readings import read_again
from starling.usecases.review import Read, fine_key, read_story, said


@dataclass(frozen=True, kw_only=True)
class Figure:
    """One quantity as it is written: its kind and unit, the words it stands in, and where.

    ``unit`` is "" for a plain count.
    """

    text: str
    kind: str
    unit: str
    bound: str
    measures: str
    part: PartKind
    start: Place


@dataclass(frozen=True, kw_only=True)
class Related:
    """Figures that belong together: the verdict, the quotations, the sum, and what to do.

    ``question`` marks a contradiction that a difference of scope would
    explain: a listener asks about it, so it counts as ambiguous. ``stated`` is
    False for an offer, where the author claims no factor or total. ``rule`` is
    the rule that raises it in a check, "" where none does. ``start`` and
    ``end`` are its figures in the last sentence that has any. ``reason`` is
    None unless the author called it fine.
    """

    code: str
    relation: str
    name: str
    verdict: Verdict
    subtype: str
    quotations: tuple[Evidence, ...]
    arithmetic: str
    advice: str
    question: bool
    stated: bool
    rule: str
    start: Place
    end: Place
    reason: str | None = None

    @property
    def heard(self) -> Verdict:
        """The verdict as every count and every heading has it, which is that of the rule that raises it."""
        return Verdict.AMBIGUOUS if self.question else self.verdict

    @property
    def is_open(self) -> bool:
        """Whether its author claims it, and has not called it fine."""
        return self.stated and self.reason is None


@dataclass(frozen=True, kw_only=True)
class StoryNumbers:
    """The ledger of one story."""

    story: Story
    figures: tuple[Figure, ...]
    relations: tuple[Related, ...]

    def of(self, verdict: Verdict) -> tuple[Related, ...]:
        """The relations that are heard with one verdict, in the order of the text."""
        return tuple(each for each in self.relations if each.heard is verdict)

    def open(self, verdict: Verdict) -> int:
        """How many of them are open."""
        return sum(each.is_open for each in self.of(verdict))


@dataclass(frozen=True, kw_only=True)
class NumbersSource:
    """One file or page, and the ledgers of the stories in it.

    ``kept`` says that it is a page of a prep folder, where things can be called fine.
    """

    name: str
    stories: tuple[StoryNumbers, ...]
    problems: tuple[Problem, ...] = ()
    kept: bool = False


@dataclass(frozen=True, kw_only=True)
class Numbers(Looked):
    """The ledgers of everything that was looked at, and what could not be read."""

    sources: tuple[NumbersSource, ...]

    @classmethod
    def joined(cls, parts: Iterable[Numbers]) -> Numbers:
        """Several answers as one."""
        parts = tuple(parts)
        return cls(
            sources=tuple(source for part in parts for source in part.sources),
            unread=tuple(error for part in parts for error in part.unread),
        )


Reasons = Mapping[tuple[str, str, tuple[str, ...]], str]


def numbers_in_notes(incoming: Iterable[Incoming]) -> Numbers:
    """The ledger of every story in some notes."""
    read, unread = read_all(incoming)
    sources = tuple(
        NumbersSource(
            name=source.name,
            stories=tuple(ledger(story, Brief(), {}) for story in stories_in(notes)),
            problems=(*source.problems, *notes.problems),
        )
        for source, notes in read
    )
    return Numbers(sources=sources, unread=unread)


def numbers_in_bank(work: Workspace, slugs: Collection[str] = ()) -> Numbers:
    """The ledgers of the stories of a prep folder, or of those of *slugs*, with what was called fine."""
    chosen, unread = find_stories(work, slugs)
    reasons = reasons_of(work.acceptances.all())
    sources = tuple(_page(each, work.brief, reasons) for each in chosen)
    return Numbers(sources=sources, unread=(*unread, *work.acceptances.unread()))


def _page(kept: Kept, brief: Brief, reasons: Reasons) -> NumbersSource:
    story, problems = read_page(kept)
    stories = (ledger(story, brief, reasons, read_again),)
    return NumbersSource(name=kept.where, stories=stories, problems=problems, kept=True)


def reasons_of(accepted: Iterable[Acceptance]) -> Reasons:
    """Why relations were called fine, by what an acceptance is known by."""
    return {fine_key(each.story, each.rule, each.words): each.reason for each in accepted}


def ledger(story: Story, brief: Brief, reasons: Reasons, read: Read = read_story) -> StoryNumbers:
    """The ledger of one story."""
    reading = read(story, brief)
    found = audit(reading)
    return StoryNumbers(
        story=story,
        figures=tuple(_figure(reading, each) for each in found.quantities),
        relations=tuple(_related(reading, each, reasons) for each in found.claims),
    )


def _figure(reading: Reading, quantity: Quantity) -> Figure:
    return Figure(
        text=" ".join(quantity.text.split()),
        kind=quantity.kind.value,
        unit=quantity.unit.name,
        bound=quantity.bound.value,
        measures=quote_around(reading, quantity.start, quantity.end),
        part=quantity.part,
        start=reading.where(quantity.start),
    )


def _related(reading: Reading, claim: Claim, reasons: Reasons) -> Related:
    rule = rule_of(reading, claim)
    start, end = place(claim)
    words = said(reading.story, reading.where(start), reading.where(end))
    return Related(
        code=claim.code,
        relation=claim.relation,
        name=next(each.name for each in all_relations() if each.code == claim.relation),
        verdict=claim.verdict,
        subtype=claim.subtype,
        quotations=tuple(
            Evidence(each.words, reading.where(each.start)) for each in quotations(reading, claim)
        ),
        arithmetic=claim.arithmetic,
        advice=claim.advice,
        question=claim.escapable,
        stated=claim.stated,
        rule=rule,
        start=reading.where(start),
        end=reading.where(end),
        reason=reasons.get(fine_key(reading.story.slug, rule, words)) if rule else None,
    )
