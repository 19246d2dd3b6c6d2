"""Which rules, relations and dimensions there are, what one of them means, and which rules are to run."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from starling.model.nearest import did_you_mean
from starling.model.problem import UnknownError
from starling.model.report import NotRun
from starling.review.dimension import Dimension
from starling.review.engine import all_rules
from starling.review.numbers.audit import all_relations
from starling.review.numbers.relation import Relation, Verdict
from starling.review.rubric import all_dimensions
from starling.review.rule import Example, Rule


@dataclass(frozen=True, kw_only=True)
class RuleChoice:
    """The rules that run, and those that do not and why."""

    rules: tuple[Rule, ...]
    not_run: tuple[NotRun, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Rules:
    """The rules there are, the relations between figures that are looked at, and the twelve dimensions."""

    rules: tuple[Rule, ...]
    relations: tuple[Relation, ...]
    dimensions: tuple[Dimension, ...]


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


@dataclass(frozen=True, kw_only=True)
class ExplainedDimension:
    """One dimension of the rubric, and the rules whose findings belong to it."""

    dimension: Dimension
    rules: tuple[Rule, ...]


def list_rules() -> Rules:
    """Every rule by name, R1 to R18, D1 to D12."""
    return Rules(rules=all_rules(), relations=all_relations(), dimensions=all_dimensions())


def explain(name: str) -> Explained | ExplainedRelation | ExplainedDimension:
    """What a rule, a relation between figures or a dimension looks for, why, and on whose authority.

    A relation goes by its code, its name, or a reply code (R2, percent-change,
    NUM-R2-contradiction), a dimension by its code (D3). UnknownError names the
    nearest rule.
    """
    asked = name.strip().lower().replace("_", "-")
    relation, dimension = _find_relation(asked), _find_dimension(asked)
    if relation is not None:
        return _explained_relation(relation)
    if dimension is not None:
        return _explained_dimension(dimension)
    rule = find_rule(name)
    return Explained(rule=rule, speaks_on=_shown(rule.hits), silent_on=_shown(rule.misses))


def names() -> tuple[str, ...]:
    """Every name that can be explained, as it is written in the list."""
    listed = list_rules()
    codes = (each for relation in listed.relations for each in (relation.code, relation.name))
    return (*(each.name for each in listed.rules), *codes, *(each.name for each in listed.dimensions))


def _find_relation(asked: str) -> Relation | None:
    code = asked.removeprefix("num-").partition("-")[0]
    return next((each for each in all_relations() if asked == each.name or code == each.code.lower()), None)


def _find_dimension(asked: str) -> Dimension | None:
    return next((each for each in all_dimensions() if asked == each.name.lower()), None)


def _explained_dimension(dimension: Dimension) -> ExplainedDimension:
    rules = tuple(each for each in all_rules() if each.dimension == dimension.name)
    return ExplainedDimension(dimension=dimension, rules=rules)


def _explained_relation(relation: Relation) -> ExplainedRelation:
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
    advice = did_you_mean(asked, rules, "See them all: starling rules")
    raise UnknownError(f"There is no rule “{name}”.", where=where, try_this=advice)


def choose_rules(only: Sequence[str] = (), ignore: Sequence[str] = ()) -> RuleChoice:
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
    return RuleChoice(rules=tuple(rules), not_run=tuple(not_run))


def _shown(examples: Iterable[Example]) -> tuple[str, ...]:
    return tuple("\n\n".join(reading.text for reading in example.reading) for example in examples)
