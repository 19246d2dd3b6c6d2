"""How well one story fits one row, and what its author states."""

from __future__ import annotations

from starling.usecases.fits import FitSet, FitShown
from starling.wire.common import Json, Shapes
from starling.wire.matching import match_json


def _fit(shown: FitShown) -> Json:
    """A fit with its evidence, and what is stated instead."""
    stated = shown.stated
    return {
        "story": shown.story,
        "title": shown.title,
        "where": shown.where,
        "row": shown.row,
        "name": shown.name,
        "match": match_json(shown.match),
        "stated": None
        if stated is None
        else {"fit": stated.fit, "because": stated.because, "line": shown.line},
    }


def _set(answer: FitSet) -> Json:
    return {"fit": _fit(answer.shown), "seen": answer.seen}


SHAPES: Shapes = {FitShown: ("fit", _fit), FitSet: ("fit_set", _set)}
