"""Simulated interview loops."""

from __future__ import annotations

from starling.matching.loops import Share
from starling.usecases.loops import Blamed, Help, LoopReport
from starling.wire.common import Json, Shapes


def _report(report: LoopReport) -> Json:
    plan = report.design.plan
    return {
        "company": report.design.company,
        "set": report.design.set_name,
        "rounds": report.design.rounds,
        "questions": report.design.per_round,
        "draws": report.design.draws,
        "seed": report.design.seed,
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
        "musts": [
            {"slug": each.slug, "name": each.name, "stories": list(each.stories)} for each in report.musts
        ],
        "assumptions": list(report.assumptions),
        "source": plan.source,
        "checked": None if plan.checked is None else plan.checked.isoformat(),
        "confidence": plan.confidence.value,
    }


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
