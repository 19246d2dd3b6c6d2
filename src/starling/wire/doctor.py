"""What the doctor saw."""

from __future__ import annotations

from starling.usecases.doctor import Check, Health, Trouble
from starling.wire.common import Json, Shapes


def _health(health: Health) -> Json:
    return {
        "where": health.where,
        "healthy": not health.troubles,
        "checks": [_check(each) for each in health.checks],
    }


def _check(check: Check) -> Json:
    return {
        "name": check.name,
        "found": check.found,
        "troubles": [_trouble(each) for each in check.troubles],
    }


def _trouble(trouble: Trouble) -> Json:
    return {
        "what": trouble.what,
        "where": trouble.where,
        "try_this": trouble.try_this,
        "grave": trouble.grave,
        "repairs": trouble.repairs,
        "repaired": trouble.repaired,
    }


SHAPES: Shapes = {Health: ("health", _health)}
