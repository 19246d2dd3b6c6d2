"""A company's principles: text -> values, and what does not fit in it."""

from __future__ import annotations

from datetime import date

from starling.content.fields import Fields, Taken
from starling.content.read_lists import Read, file_problems, in_order
from starling.model.principle import Principle, Standing
from starling.model.report import Confidence
from starling.text.toml_page import TomlPage

_SHARED = ("company", "source", "checked", "confidence")
_OWN = ("slug", "name", "gist", "under", "good", "over", "standing", "until", "also", *_SHARED[1:])


def read_principles(text: str, set_name: str, where: str, *, own: bool = False) -> Read[Principle]:
    """One set of principles, shipped or the user's own; *set_name* is its file without ``.toml``."""
    page = TomlPage(text)
    problems = list(file_problems(page, "principle", () if own else _SHARED))
    values: list[Principle] = []
    taken: Taken = {}
    for entry in page.entries("principle"):
        fields = Fields(entry, _SHARED)
        values.append(_principle(fields, set_name, fields.slug(taken, where), own=own))
        problems += fields.problems
    return Read(tuple(values), in_order(problems))


def _principle(fields: Fields, set_name: str, slug: str, *, own: bool) -> Principle:
    fields.only(_OWN)
    standing = fields.choice("standing", Standing, needed=False) or Standing.CURRENT
    until = fields.value("until")
    if (standing is Standing.SUPERSEDED) != isinstance(until, int):
        fields.problem("What was replaced says until which year, and nothing else does.", "standing")
    return Principle(
        set_name=set_name,
        company=fields.text("company", needed=not own) or set_name,
        slug=slug,
        name=fields.text("name"),
        gist=fields.text("gist", needed=not own),
        source=fields.text("source", needed=not own),
        checked=_checked(fields, own=own),
        confidence=fields.choice("confidence", Confidence, needed=not own) or Confidence.LOW,
        under=fields.text("under", needed=not own),
        good=fields.text("good", needed=not own),
        over=fields.text("over", needed=not own),
        standing=standing,
        until=until if isinstance(until, int) else None,
        also=fields.texts("also"),
        own=own,
    )


def _checked(fields: Fields, *, own: bool) -> date | None:
    return None if own and not fields.has("checked") else fields.day()
