"""Simulated interview loops."""

from __future__ import annotations

from starling.matching.loops import Share
from starling.model.loop import LoopPlan
from starling.usecases.loop_draws import Design
from starling.usecases.loops import Blamed, Help, LoopReport, MustHave
from starling.wire.common import Json, Shapes


def _report(report: LoopReport) -> Json:
    return {
        **_design(report.design),
        "stories": report.stories,
        "events": report.events,
        "wanted": report.wanted,
        "short": _share(report.short),
        "touched": _share(report.touched),
        "asked": report.asked,
        "answered": report.answered,
        "blamed": [_blamed(each) for each in report.blamed],
        "principles": [_blamed(each) for each in report.principles],
        "missing": [_help(each) for each in report.missing],
        "mended": [_help(each) for each in report.mended],
        "musts": [_must(each) for each in report.musts],
        "assumptions": list(report.assumptions),
        **_plan(report.design.plan),
    }


def _design(design: Design) -> Json:
    return {
        "company": design.company,
        "set": design.set_name,
        "rounds": design.rounds,
        "questions": design.per_round,
        "draws": design.draws,
        "seed": design.seed,
    }


def _plan(plan: LoopPlan) -> Json:
    """What is known of the company, and how well."""
    return {
        "source": plan.source,
        "checked": None if plan.checked is None else plan.checked.isoformat(),
        "confidence": plan.confidence.value,
    }


def _must(must: MustHave) -> Json:
    return {"slug": must.slug, "name": must.name, "stories": list(must.stories)}


def _share(share: Share) -> Json:
    return {
        "count": share.count,
        "of": share.of,
        "low": round(share.low, 6),
        "high": round(share.high, 6),
        "interval": "Wilson, 95%",
    }


def _blamed(each: Blamed) -> Json:
    return {"slug": each.slug, "name": each.name, "asked": each.asked, "left": each.left, "has": each.has}


def _help(each: Help) -> Json:
    return {
        "slug": each.slug,
        "name": each.name,
        "story": each.story or None,
        "example": each.example,
        "loops": each.loops,
        "questions": each.questions,
    }


SHAPES: Shapes = {LoopReport: ("loop", _report)}
