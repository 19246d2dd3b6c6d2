"""The settings of a prep folder."""

from __future__ import annotations

from starling.usecases.settings import NamedRule, ShownSettings
from starling.wire.common import Json, Shapes


def _settings(shown: ShownSettings) -> Json:
    settings = shown.settings
    return {
        "where": shown.where,
        "role": settings.role,
        "company": settings.company,
        "level": None if settings.level is None else settings.level.value,
        "minutes": list(settings.minutes),
        "pace": settings.pace,
        "minutes_a_day": settings.minutes_a_day,
        "stories": settings.stories,
        "embeddings": settings.embeddings,
        "only": [_rule(each) for each in shown.only],
        "ignore": [_rule(each) for each in shown.ignore],
        "interviews": [{"company": each.company, "day": each.day.isoformat()} for each in settings.interview],
    }


def _rule(rule: NamedRule) -> Json:
    return {"name": rule.name, "summary": rule.summary}


SHAPES: Shapes = {ShownSettings: ("settings", _settings)}
