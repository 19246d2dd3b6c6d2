"""Each story at a glance: its length, its numbers, and what to mend first; remembered until it changes."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from functools import lru_cache
from typing import Any

from starling.model.prep import Acceptance, Kept
from starling.model.report import Finding, Report
from starling.ports import Workspace
from starling.prep.memo import edition
from starling.prep.mend import first_to_mend, to_mend
from starling.prep.pages import read_page
from starling.review.numbers.relation import Verdict
from starling.usecases.bank import missing_parts
from starling.usecases.numbers import StoryNumbers, ledger, reasons_of
from starling.usecases.readings import read_again
from starling.usecases.review import Around, review
from starling.usecases.rules import choose_rules

CACHE = "glances.json"


@dataclass(frozen=True, kw_only=True)
class First:
    """The finding to mend first, and where it stands."""

    rule: str
    message: str
    quote: str
    line: int
    column: int


@dataclass(frozen=True, kw_only=True)
class Glance:
    """One story in figures. ``open_findings`` are those to act on that their author has not called fine."""

    slug: str
    title: str
    question: str
    project: str
    seconds: float
    words: int
    english: bool
    missing: tuple[str, ...]
    figures: int
    hold: int
    disagree: int
    unclear: int
    alone: int
    open_findings: int
    first: First | None

    @property
    def to_settle(self) -> int:
        """Relations between numbers that would not survive a follow-up question."""
        return self.disagree + self.unclear


def glances(work: Workspace) -> tuple[Glance, ...]:
    """Every story of a prep folder at a glance, by slug; only what changed is read again."""
    held = _held(work.cache.get(CACHE) or b"{}")
    fine = work.acceptances.all()
    mine = _by_story(fine)
    around = repr((edition(), work.brief, work.only, work.ignore))
    found: dict[str, tuple[str, Glance]] = {}
    for kept in work.stories.all():
        key = _key(around, kept, mine.get(kept.slug, ()))
        known = held.get(kept.slug)
        found[kept.slug] = known if known is not None and known[0] == key else (key, _look(work, kept, fine))
    if found != held:
        entries = {slug: [key, asdict(each)] for slug, (key, each) in found.items()}
        work.cache.put(CACHE, json.dumps(entries).encode())
    return tuple(each for _, each in found.values())


def _look(work: Workspace, kept: Kept, fine: tuple[Acceptance, ...]) -> Glance:
    """One story at a glance, read now."""
    story, _ = read_page(kept)
    rules, around = choose_rules(work.only, work.ignore), Around(accepted=fine)
    (report,) = review([story], work.brief, rules, around, read=read_again)
    return _in_figures(report, ledger(story, work.brief, reasons_of(fine), read_again))


def _in_figures(report: Report, numbers: StoryNumbers) -> Glance:
    story = report.story
    return Glance(
        slug=story.slug,
        title=story.title,
        question=story.question or "",
        project=story.project or "",
        seconds=report.seconds,
        words=report.words,
        english=report.english,
        missing=tuple(kind.value for kind in missing_parts(story)),
        figures=len(numbers.figures),
        hold=numbers.open(Verdict.CONSISTENT),
        disagree=numbers.open(Verdict.CONTRADICTION),
        unclear=numbers.open(Verdict.AMBIGUOUS),
        alone=numbers.open(Verdict.UNVERIFIABLE),
        open_findings=len(to_mend(report.findings)),
        first=_first(first_to_mend(report.findings)),
    )


def _first(finding: Finding | None) -> First | None:
    if finding is None:
        return None
    return First(
        rule=finding.rule,
        message=finding.message,
        quote=finding.quote,
        line=finding.start.line,
        column=finding.start.column,
    )


def _by_story(fine: Iterable[Acceptance]) -> dict[str, list[Acceptance]]:
    found: dict[str, list[Acceptance]] = {}
    for each in fine:
        found.setdefault(each.story, []).append(each)
    return found


def _key(around: str, kept: Kept, fine: Sequence[Acceptance]) -> str:
    """What a glance depends on: the program, the settings, the text, and what was called fine."""
    said = "\n".join((around, kept.slug, kept.seen, repr(fine) if fine else ""))
    return hashlib.sha256(said.encode("utf-8", "replace")).hexdigest()


@lru_cache(maxsize=2)
def _held(data: bytes) -> Mapping[str, tuple[str, Glance]]:
    """What the cache holds; what cannot be read is not there."""
    try:
        entries = json.loads(data)
        return {slug: (key, _glance(each)) for slug, (key, each) in entries.items()}
    except (ValueError, TypeError, AttributeError, KeyError):
        return {}


def _glance(each: Mapping[str, Any]) -> Glance:
    first = each["first"]
    changed = {"missing": tuple(each["missing"]), "first": None if first is None else First(**first)}
    return Glance(**{**each, **changed})
