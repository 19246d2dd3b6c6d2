"""What every shape is made of: places, problems, errors, quotations, regions."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from starling.model.notes import Region
from starling.model.problem import Problem, StarlingError
from starling.model.report import Evidence, NotRun
from starling.model.story import Place

Json = dict[str, Any]
Shapes = dict[type, tuple[str, Callable[[Any], Json]]]
"""For each kind of answer: what it is called, and what makes JSON of it."""


def place_json(place: Place) -> Json:
    """A line and a column."""
    return {"line": place.line, "column": place.column}


def problem_json(problem: Problem) -> Json:
    """What could not be read as meant."""
    return {"what": problem.what, "line": problem.line, "try_this": problem.try_this}


def error_json(error: StarlingError) -> Json:
    """What a person must act on."""
    return {"what": error.what, "where": error.where, "try_this": error.try_this}


def evidence_json(evidence: Evidence) -> Json:
    """A quotation and where it stands."""
    return {"quote": evidence.quote, "start": place_json(evidence.start)}


def region_json(region: Region) -> Json:
    """Lines of the notes and what they became."""
    return {"kind": region.kind.value, "first": region.first, "last": region.last, "what": region.what}


def not_run_json(each: NotRun) -> Json:
    """A rule that did not look, and why."""
    return {"rule": each.rule, "why": each.why}
