"""The twelve dimensions of the rubric, found by walking their folder, and what they say of a story."""

from __future__ import annotations

import dataclasses
import importlib
import pkgutil
from functools import cache

from starling.model.report import Assessment
from starling.review import dimensions as dimensions_package
from starling.review.dimension import Dimension, Score, not_assessed
from starling.review.question_type import is_asked_for
from starling.review.reading import Reading


@cache
def all_dimensions() -> tuple[Dimension, ...]:
    """Every dimension, D1 to D12; its name is the head of its file's name: ``d01_structure.py`` is D1."""
    names = sorted(module.name for module in pkgutil.iter_modules(dimensions_package.__path__))
    return tuple(_load(name) for name in names)


def _load(module_name: str) -> Dimension:
    module = importlib.import_module(f"{dimensions_package.__name__}.{module_name}")
    dimension: Dimension = module.DIMENSION
    return dataclasses.replace(dimension, name=f"D{int(module_name.partition('_')[0][1:])}")


_NOT_ASKED_FOR = (
    "A question about you and your motives does not ask for one event with an action and a result."
)
_NOT_ENGLISH = "Starling reads English, and this seems to be another language."


def assess(reading: Reading) -> tuple[Assessment, ...]:
    """What each dimension says of a story, D1 to D12; there is no total (rubric, 3.1)."""
    return tuple(_assessment(reading, dimension) for dimension in all_dimensions())


def _score(reading: Reading, dimension: Dimension) -> Score:
    if not reading.is_english:
        return not_assessed(_NOT_ENGLISH)
    if is_asked_for(reading.question_type, dimension.name):
        return dimension.assess(reading)
    return not_assessed(_NOT_ASKED_FOR)


def _assessment(reading: Reading, dimension: Dimension) -> Assessment:
    found = _score(reading, dimension)
    return Assessment(
        dimension=dimension.name,
        title=dimension.title,
        score=found.score,
        confidence=found.confidence,
        because=found.because,
        evidence=found.evidence,
        suggestions=found.suggestions,
        primary=reading.question_type in dimension.primary_for,
    )
