"""What to do today, as JSON."""

from __future__ import annotations

from starling.usecases.glance import Glance
from starling.usecases.today import Task, Today
from starling.wire.common import Json, Shapes
from starling.wire.coverage import set_json


def _today(today: Today) -> Json:
    interview = today.interview
    return {
        "day": today.day.isoformat(),
        "interview": None
        if interview is None
        else {"day": interview.day.isoformat(), "company": interview.company},
        "days": today.days,
        "minutes_a_day": today.minutes_a_day,
        "tasks": [_task(each) for each in today.tasks],
        "stories": [_glance(each) for each in today.stories],
        "hold": today.hold,
        "to_settle": today.to_settle,
        "in_time": today.in_time,
        "coverage": set_json(today.coverage.cover_set),
        "kinds": set_json(today.kinds.cover_set),
        "watch": [{"text": each.text, "where": each.where, "line": each.line} for each in today.watch],
    }


def _task(task: Task) -> Json:
    return {
        "kind": task.kind,
        "title": task.title,
        "why": task.why,
        "minutes": task.minutes,
        "story": task.story,
        "line": task.line,
        "column": task.column,
        "set": task.set_name,
        "row": task.row,
    }


def _glance(glance: Glance) -> Json:
    return {
        "slug": glance.slug,
        "title": glance.title,
        "seconds": round(glance.seconds),
        "missing": list(glance.missing),
        "figures": glance.figures,
        "hold": glance.hold,
        "disagree": glance.disagree,
        "unclear": glance.unclear,
        "alone": glance.alone,
        "open_findings": glance.open_findings,
    }


SHAPES: Shapes = {Today: ("today", _today)}
