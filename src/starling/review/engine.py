"""Runs the rules over readings: found by walking the folder, findings sorted before anything is cut."""

from __future__ import annotations

import dataclasses
import importlib
import pkgutil
from collections.abc import Iterable, Sequence
from functools import cache

from starling.model.report import Finding
from starling.review import rules as rules_package
from starling.review.question_type import is_asked_for
from starling.review.reading import Reading
from starling.review.rule import Mark, Rule


@cache
def all_rules() -> tuple[Rule, ...]:
    """Every rule there is, by name."""
    names = sorted(module.name for module in pkgutil.iter_modules(rules_package.__path__))
    return tuple(_load(name) for name in names)


def _load(module_name: str) -> Rule:
    module = importlib.import_module(f"{rules_package.__name__}.{module_name}")
    rule: Rule = module.RULE
    return dataclasses.replace(rule, name=module_name.replace("_", "-"))


def story_findings(reading: Reading, rules: Iterable[Rule]) -> list[Finding]:
    """What the rules say about one story, in the order of its text; nothing of one they cannot read."""
    if not reading.is_english:
        return []
    found: list[Finding] = []
    for rule in rules:
        check = rule.check if is_asked_for(reading.question_type, rule.dimension) else None
        if check is not None and (not rule.cues or reading.hears(rule.cues)):
            found += [_finding(rule, reading, mark) for mark in check(reading)]
    return sorted(found)


def page_findings(reading: Reading, rules: Iterable[Rule]) -> list[Finding]:
    """What the rules say about a page of notes outside its stories, in the order of its text."""
    checks = [(rule, rule.check_page) for rule in rules if rule.check_page is not None]
    return sorted(_finding(rule, reading, mark) for rule, check in checks for mark in check(reading))


def bank_findings(readings: Sequence[Reading], rules: Iterable[Rule]) -> list[tuple[int, Finding]]:
    """What the rules say about stories beside one another: the index of a story, and the finding."""
    checks = [(rule, rule.check_bank) for rule in rules if rule.check_bank is not None]
    return sorted(
        (index, _finding(rule, readings[index], mark))
        for rule, check in checks
        for index, mark in check(readings)
    )


def _finding(rule: Rule, reading: Reading, mark: Mark) -> Finding:
    return Finding(
        start=reading.where(mark.start),
        end=reading.where(mark.end),
        rule=rule.name,
        message=mark.message,
        strength=rule.strength,
        quote=reading.quote(mark.start, mark.end),
        story=reading.story.slug,
        code=mark.code,
    )
