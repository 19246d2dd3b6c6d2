"""The stories of the example bank and the shipped questions, read once for the tests of this folder."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from starling.content import bank
from starling.matching.asked_before import Bank
from starling.matching.demand import Demand, content, of_text
from starling.matching.features import Features, read_features
from starling.matching.score import order
from starling.model.story import Story
from starling.text.story_format import parse

ROOT = Path(__file__).parents[2]
PAGES = sorted((ROOT / "examples" / "bank" / "stories").glob("*.md"))


@cache
def stories() -> tuple[Story, ...]:
    """The stories of the example bank."""
    return tuple(parse(page.read_text("utf-8"), page.stem)[0] for page in PAGES)


@cache
def features() -> tuple[Features, ...]:
    """Their features."""
    return tuple(read_features(story) for story in stories())


@cache
def asked() -> Bank:
    """The shipped questions by their words."""
    return Bank(bank.questions(), content)


def demand(text: str) -> Demand:
    """What a wording asks for."""
    return of_text(text, asked())


def first(text: str, count: int = 1) -> list[str]:
    """The slugs of the best stories for a wording."""
    return [features()[place].slug for place in order(demand(text), features())[:count]]
