"""What the rules that compare stories say of a prep folder; kept until one of its stories changes."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from typing import Any

from starling.model.prep import Kept
from starling.model.report import Brief, Finding, Strength
from starling.model.story import Place
from starling.ports import Workspace
from starling.prep.memo import edition, memoized
from starling.prep.pages import read_page
from starling.review.engine import bank_findings
from starling.usecases.readings import read_again
from starling.usecases.rules import RuleChoice

CACHE = "compared.json"

Compared = Mapping[str, Sequence[Finding]]
"""Findings by the slug of the story that they are about."""


def compare_stories(work: Workspace, kept: Sequence[Kept], brief: Brief, choice: RuleChoice) -> Compared:
    """What the rules that compare stories say about each of *kept*, all the stories of a prep folder."""
    key = _key(kept, brief, choice)
    return memoized(work.cache, CACHE, key, lambda: _look(kept, brief, choice), (_written, _read))


def _look(kept: Sequence[Kept], brief: Brief, choice: RuleChoice) -> Compared:
    readings = [read_again(read_page(each)[0], brief) for each in kept]
    return _by_story(finding for _, finding in bank_findings(readings, choice.rules))


def _by_story(findings: Iterable[Finding]) -> Compared:
    found: dict[str, list[Finding]] = {}
    for each in findings:
        found.setdefault(each.story, []).append(each)
    return found


def _key(kept: Sequence[Kept], brief: Brief, choice: RuleChoice) -> str:
    pages = [(each.slug, each.seen) for each in kept]
    rules = [each.name for each in choice.rules if each.check_bank is not None]
    return hashlib.sha256(repr((edition(), pages, brief, rules)).encode()).hexdigest()


def _written(found: Compared) -> list[Any]:
    return [asdict(each) for findings in found.values() for each in findings]


def _read(entries: list[Any]) -> Compared:
    return _by_story(map(_finding, entries))


def _finding(each: Mapping[str, Any]) -> Finding:
    places = {"start": Place(**each["start"]), "end": Place(**each["end"])}
    return Finding(**{**each, **places, "strength": Strength(each["strength"])})
