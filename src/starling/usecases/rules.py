"""Which rules there are, what one of them means, and which are to run."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from starling.model.problem import UnknownError
from starling.model.report import NotRun
from starling.review.engine import all_rules
from starling.review.numbers.audit import all_relations
from starling.review.numbers.relation import Relation, Verdict
from starling.review.rule import Example, Rule


@dataclass(frozen=True, kw_only=True)
class Choice:
    """The rules that run, and those that do not and why."""

    rules: tuple[Rule, ...]
    not_run: tuple[NotRun, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Rules:
    """The rules there are."""

    rules: tuple[Rule, ...]


@dataclass(frozen=True, kw_only=True)
class Explained:
    """One rule, with tellings that it speaks on and tellings on which it stays silent."""

    rule: Rule
    speaks_on: tuple[str, ...]
    silent_on: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class ExplainedRelation:
    """One relation between figures, with tellings for each verdict and tellings on which it stays silent."""

    relation: Relation
    verdicts: tuple[tuple[Verdict, tuple[str, ...]], ...]
    silent_on: tuple[str, ...]


def list_rules() -> Rules:
    """Every rule, by name."""
    return Rules(rules=all_rules())


def explain(name: str) -> Explained | ExplainedRelation:
    """What a rule or a relation between figures looks for, why, and on whose authority.

    A relation goes by its code, its name, or a reply code (R2, percent-change,
    NUM-R2-contradiction). UsageError names the nearest rule.
    """
    relation = _find_relation(name)
    return explain_rule(name) if relation is None else _explained(relation)


def explain_rule(name: str) -> Explained:
    """What a rule looks for, why, and on whose authority; UsageError names the nearest rule."""
    rule = find_rule(name)
    return Explained(rule=rule, speaks_on=_shown(rule.hits), silent_on=_shown(rule.misses))


def _find_relation(name: str) -> Relation | None:
    asked = name.strip().lower().replace("_", "-")
    code = asked.removeprefix("num-").partition("-")[0]
    return next((each for each in all_relations() if asked == each.name or code == each.code.lower()), None)


def _explained(relation: Relation) -> ExplainedRelation:
    tellings = {
        verdict: _shown(each for each, wanted in relation.hits if wanted is verdict) for verdict in Verdict
    }
    return ExplainedRelation(
        relation=relation,
        verdicts=tuple((verdict, shown) for verdict, shown in tellings.items() if shown),
        silent_on=_shown(relation.misses),
    )


def find_rule(name: str, where: str = "") -> Rule:
    """The rule of this name; UsageError names the nearest one."""
    rules = {rule.name: rule for rule in all_rules()}
    asked = name.strip().lower().replace("_", "-")
    if asked in rules:
        return rules[asked]
    near = difflib.get_close_matches(asked, rules, 1, cutoff=0.5)
    advice = f"Did you mean {near[0]}?" if near else "See them all: starling rules"
    raise UnknownError(f"There is no rule “{name}”.", where=where, try_this=advice)


def choose(only: Sequence[str] = (), ignore: Sequence[str] = ()) -> Choice:
    """The rules of *only* (every rule where it is empty) without those of *ignore*."""
    wanted = {find_rule(name, "only").name for name in only}
    unwanted = {find_rule(name, "ignore").name for name in ignore}
    rules: list[Rule] = []
    not_run: list[NotRun] = []
    for rule in all_rules():
        if wanted and rule.name not in wanted:
            not_run.append(NotRun(rule.name, "not among those you asked for"))
        elif rule.name in unwanted:
            not_run.append(NotRun(rule.name, "ignored, as you asked"))
        else:
            rules.append(rule)
    return Choice(rules=tuple(rules), not_run=tuple(not_run))


def _shown(examples: Iterable[Example]) -> tuple[str, ...]:
    return tuple("\n\n".join(reading.text for reading in example.reading) for example in examples)
