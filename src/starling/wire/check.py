"""What a check found in notes."""

from __future__ import annotations

from starling.usecases.check import Checked, CheckedSource
from starling.wire.common import Json, Shapes, not_run_json, problem_json, region_json
from starling.wire.report import finding_json, report_json


def _checked(checked: Checked) -> Json:
    return {
        "sources": [_checked_source(source) for source in checked.sources],
        "not_run": [not_run_json(each) for each in checked.not_run],
    }


def _checked_source(source: CheckedSource) -> Json:
    return {
        "name": source.name,
        "regions": [] if source.notes is None else [region_json(each) for each in source.notes.regions],
        "reports": [report_json(report) for report in source.reports],
        "page": [finding_json(finding) for finding in source.page],
        "problems": [problem_json(problem) for problem in source.problems],
    }


SHAPES: Shapes = {Checked: ("check", _checked)}
