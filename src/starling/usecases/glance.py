"""Each story at a glance: its length, its numbers, and what to mend first; remembered until it changes."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from functools import lru_cache
from typing import Any

from starling.model.prep import Acceptance, Kept
from starling.model.report import Finding, Strength
from starling.ports import Workspace
from starling.review.numbers.relation import Verdict
from starling.usecases.bank import missing_parts
from starling.usecases.memo import edition
from starling.usecases.numbers import StoryNumbers, ledger, reasons_of
from starling.usecases.pages import read_again, read_page
from starling.usecases.review import Around, review
from starling.usecases.rules import choose_rules

CACHE = "glances.json"
_ORDER = (
    "numbers-disagree",
    "numbers-unclear",
    "result-missing",
    "action-missing",
    "situation-missing",
    "goal-missing",
    "result-leaves-target-open",
    "headline-without-basis",
)
"""What is said first, by certainty: numbers that disagree, a missing part, an open target, a figure alone."""


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
        found[kept.slug] = known if known is not None and known[0] == key else (key, glance(work, kept, fine))
    if found != held:
        entries = {slug: [key, asdict(each)] for slug, (key, each) in found.items()}
        work.cache.put(CACHE, json.dumps(entries).encode())
    return tuple(each for _, each in found.values())


def glance(work: Workspace, kept: Kept, fine: Sequence[Acceptance]) -> Glance:
    """One story at a glance, read now."""
    story, _ = read_page(kept)
    (report,) = review(
        [story],
        work.brief,
        choose_rules(work.only, work.ignore),
        Around(accepted=tuple(fine)),
        read=read_again,
    )
    numbers = ledger(story, work.brief, reasons_of(fine), read_again)
    to_mend = [each for each in report.findings if not each.accepted and _is_to_mend(each)]
    return Glance(
        slug=kept.slug,
        title=story.title,
        question=story.question or "",
        project=story.project or "",
        seconds=report.seconds,
        words=report.words,
        english=report.english,
        missing=tuple(kind.value for kind in missing_parts(story)),
        figures=len(numbers.figures),
        hold=_count(numbers, Verdict.CONSISTENT),
        disagree=_count(numbers, Verdict.CONTRADICTION),
        unclear=_count(numbers, Verdict.AMBIGUOUS),
        alone=_count(numbers, Verdict.UNVERIFIABLE),
        open_findings=len(to_mend),
        first=_first(to_mend),
    )


def _is_to_mend(finding: Finding) -> bool:
    return finding.strength in (Strength.ESSENTIAL, Strength.ACTIONABLE)


def _first(findings: Iterable[Finding]) -> First | None:
    """The most certain of some findings: by rule, then by strength, then in the order of the text."""
    ranked = sorted(
        findings,
        key=lambda each: (
            _ORDER.index(each.rule) if each.rule in _ORDER else len(_ORDER),
            each.strength is not Strength.ESSENTIAL,
            each,
        ),
    )
    if not ranked:
        return None
    best = ranked[0]
    return First(
        rule=best.rule,
        message=best.message,
        quote=best.quote,
        line=best.start.line,
        column=best.start.column,
    )


def _count(numbers: StoryNumbers, verdict: Verdict) -> int:
    return sum(each.stated and each.reason is None for each in numbers.of(verdict))


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
