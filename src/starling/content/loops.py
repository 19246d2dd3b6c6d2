"""How companies are taken to interview, as it ships; refused with its line where it does not fit."""

from __future__ import annotations

from collections.abc import Collection
from functools import cache

from starling.content import bank, load
from starling.content.fields import Fields, Taken
from starling.content.read_lists import Read, file_problems, in_order
from starling.model.loop import LoopPlan
from starling.model.report import Confidence, QuestionType
from starling.text.toml_page import TomlPage

GENERAL = "general"
"""The loop, and the principles, of every company that has no entry of its own."""

MOST = 12
"""Rounds, and questions in one, that a loop may have."""

_SHARED = ("source", "checked", "confidence")
_KEYS = ("slug", "rounds", "questions", "assumption", "topics", "types", *_SHARED)


@cache
def loop_plans() -> tuple[LoopPlan, ...]:
    """The loops, in the order of the file."""
    where = "loops.toml"
    known: dict[str, tuple[str, ...]] = {}
    for each in bank.principles():
        asked = (each.slug,) if each.standing.is_asked else ()
        known[each.set_name] = known.get(each.set_name, ()) + asked
    return bank.whole(read_loops(load.text(where), where, known), where)


def read_loops(text: str, where: str, known: dict[str, tuple[str, ...]]) -> Read[LoopPlan]:
    """The loops of a text; *known* are the principles that are asked today, by the name of their set."""
    page = TomlPage(text)
    problems = list(file_problems(page, "loop", _SHARED))
    values: list[LoopPlan] = []
    taken: Taken = {}
    for entry in page.entries("loop"):
        fields = Fields(entry, _SHARED)
        slug = fields.slug(taken, where)
        if slug not in known:
            fields.unknown(slug, "slug", known, "set of principles")
        values.append(_plan(fields, slug, known.get(slug, ())))
        problems += fields.problems
    return Read(tuple(values), in_order(problems))


def _plan(fields: Fields, slug: str, principles: Collection[str]) -> LoopPlan:
    fields.only(_KEYS)
    types = _weights(fields, "types", [each.value for each in QuestionType], "type of question")
    return LoopPlan(
        slug=slug,
        rounds=_count(fields, "rounds"),
        questions=_count(fields, "questions"),
        assumption=fields.text("assumption"),
        source=fields.text("source"),
        checked=fields.day(),
        confidence=fields.choice("confidence", Confidence) or Confidence.LOW,
        topics=_weights(fields, "topics", principles, "principle"),
        types={QuestionType(name): weight for name, weight in types.items()},
    )


def _count(fields: Fields, key: str) -> int:
    found = fields.value(key)
    if type(found) is int and 1 <= found <= MOST:
        return found
    fields.problem(f"{key} is not a number from 1 to {MOST}.", key, f"Write {key} = 2.")
    return 1


def _weights(fields: Fields, key: str, known: Collection[str], what: str) -> dict[str, float]:
    found = fields.value(key) or {}
    weights: dict[str, float] = {}
    for name, weight in found.items() if isinstance(found, dict) else ():
        if name not in known:
            fields.unknown(name, key, known, what)
        elif (
            isinstance(weight, bool) or not isinstance(weight, (int, float)) or not 0 <= weight < float("inf")
        ):
            fields.problem(f"{name} in {key} is no weight.", key, f"Write {name} = 2, or 0 to leave it out.")
        else:
            weights[name] = float(weight)
    return weights
