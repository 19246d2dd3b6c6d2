"""The rules of the review, the relations of the numbers audit, and the dimensions of the rubric."""

from __future__ import annotations

from starling.review.dimension import Dimension
from starling.review.numbers.relation import Relation
from starling.review.rule import Rule
from starling.usecases.rules import Explained, ExplainedDimension, ExplainedRelation, Rules
from starling.wire.common import Json, Shapes


def _rules(rules: Rules) -> Json:
    return {
        "rules": [_rule(rule) for rule in rules.rules],
        "relations": [_relation(relation) for relation in rules.relations],
        "dimensions": [_dimension(dimension) for dimension in rules.dimensions],
    }


def _rule(rule: Rule) -> Json:
    return {
        "name": rule.name,
        "summary": rule.summary,
        "why": rule.why,
        "source": rule.source,
        "strength": rule.strength.value,
        "dimension": rule.dimension,
    }


def _explained(explained: Explained) -> Json:
    return {
        "rule": _rule(explained.rule),
        "speaks_on": list(explained.speaks_on),
        "silent_on": list(explained.silent_on),
    }


def _explained_relation(explained: ExplainedRelation) -> Json:
    return {
        "relation": _relation(explained.relation),
        "verdicts": [
            {"verdict": verdict.value, "tellings": list(tellings)} for verdict, tellings in explained.verdicts
        ],
        "silent_on": list(explained.silent_on),
    }


def _relation(relation: Relation) -> Json:
    return {
        "code": relation.code,
        "name": relation.name,
        "summary": relation.summary,
        "why": relation.why,
        "source": relation.source,
    }


def _explained_dimension(explained: ExplainedDimension) -> Json:
    return {
        "dimension": _dimension(explained.dimension),
        "rules": [_rule(rule) for rule in explained.rules],
    }


def _dimension(dimension: Dimension) -> Json:
    return {
        "name": dimension.name,
        "title": dimension.title,
        "asks": dimension.asks,
        "anchors": list(dimension.anchors),
        "source": dimension.source,
    }


SHAPES: Shapes = {
    Rules: ("rules", _rules),
    Explained: ("rule", _explained),
    ExplainedRelation: ("relation", _explained_relation),
    ExplainedDimension: ("dimension", _explained_dimension),
}
