"""The rules: the list by dimension, and one rule, relation or dimension with what it looks for and why."""

from __future__ import annotations

from fastapi import APIRouter

from starling.usecases.rules import (
    Explained,
    ExplainedDimension,
    ExplainedRelation,
    Rules,
    explain,
    list_rules,
)
from starling.usecases.settings import ShownSettings, show_settings
from starling.web.late import LateRoute
from starling.web.respond import Work, twin
from starling.web.views.rules import explained_view, rules_view

router = APIRouter(tags=["rules"], route_class=LateRoute)


def _settings(work: Work) -> ShownSettings:
    return show_settings(work)


@twin(router, "/rules", "rules.html", rules_view, _settings)
def rules() -> Rules:
    """Every rule, every relation between figures, and the dimensions they belong to."""
    return list_rules()


@twin(router, "/rules/{name}", "rule.html", explained_view, _settings)
def rule(name: str) -> Explained | ExplainedRelation | ExplainedDimension:
    """What a rule, a relation between figures or a dimension looks for, and why."""
    return explain(name)
