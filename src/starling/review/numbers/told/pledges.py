"""Whether a sentence pledges its figure: it is the task, or a pledge or a word of aiming leads to it."""

from __future__ import annotations

import re

from starling.model.story import PartKind
from starling.review.numbers.quantities.quantity import Bound, Kind, Quantity
from starling.review.numbers.quantities.sheet import Sheet
from starling.review.reading import Reading
from starling.review.reading.vocabulary import vocabulary

_LOADED = re.compile(
    r"(?:users?|customers|requests?|documents?|queries|events|packets|tasks|transactions|records|rows|messages|sessions|"
    r"recommendations|features|models|reports|stores|sites|pipelines|services|nodes|workers|images|files|devices|shops|tenants|clients|accounts|sellers|players)"
)
"""Counted things whose number a listener remembers as a target."""
_IDLE = re.compile(
    r"\b(?:could|might|if|because|since|as|which|who|after|when|while|already|team of|option|alternative"
    r"|affecting|spent|took|costs?|costing|was|were|had been|involv\w+|serving|spanning|across|among|every"
    r"|each|per|for)\b"
)
_IS = frozenset(("is", "was", "were", "are"))
_AIM = frozenset(
    ("aim", "aims", "goal", "goals", "target", "targets", "objective", "requirement", "requirements")
)
"""As in "the aim was no outage and a recall of 95%", where "was" tells no circumstance."""
_DAY = 86400
_LESS_AFTER = re.compile(r"^ (?:points? )?(?:fewer|less|loss|drop|decrease|decline|degradation|regression)\b")
_NO_WORSE = re.compile(r"\b(?:at most|no more than|not more than|less than|within) [-−–]$")
_LISTED = (Kind.SHARE, Kind.RATE, Kind.TIME)
"""What is a target where a line of the task gives it alone: "- line items right on 95% of the pages"."""


def pledged(sheet: Sheet, quantity: Quantity, goal: set[int]) -> bool:
    """Whether the sentence speaks of what was to be done: the task, or a pledge before the figure."""
    if quantity.sentence in goal:
        return True
    sentence = sheet.sentence(quantity)
    if sentence is None or quantity.part not in (
        PartKind.SITUATION,
        PartKind.ACTION,
        PartKind.OBSTACLE,
        PartKind.OTHER,
    ):
        return False
    return sheet.reading.once(_pledges).get(sentence.index, quantity.start) < quantity.start


def _pledges(reading: Reading) -> dict[int, int]:
    """Where the first pledge of each sentence begins, by the index of the sentence."""
    found: dict[int, int] = {}
    for hit in reading.hits("pledge_phrases"):
        sentence = reading.sentence_at(hit.start)
        if sentence is not None:
            found.setdefault(sentence.index, hit.start)
    return found


def is_score(quantity: Quantity) -> bool:
    """Whether a bare number is the score of a measure: the 0.7 of "an AUC of 0.7"."""
    return quantity.kind is Kind.COUNT and not quantity.per and 0 < quantity.low < 1


def is_load(quantity: Quantity) -> bool:
    """Whether a count is of things whose number a listener remembers: users, requests, documents."""
    return quantity.kind is Kind.COUNT and (
        bool(quantity.per) or _LOADED.fullmatch(quantity.noun) is not None
    )


def led_by_aim(sheet: Sheet, quantity: Quantity) -> bool:
    """Whether the last telling word before the figure is one of aiming, with no circumstance in between."""
    sentence = sheet.sentence(quantity)
    if sentence is None:
        return False
    load = is_load(quantity)
    words = sheet.reading.words_in(max(sentence.start, quantity.start - 90), quantity.start)
    for place, word in reversed(tuple(enumerate(words))):
        if word.lower in vocabulary("aim_words"):
            return True
        if word.lower in _IS and place and words[place - 1].lower in _AIM:
            return "to" not in (each.lower for each in words[place + 1 : place + 2])
        if load and word.lower == "for":
            continue
        if word.lower in vocabulary("circumstance_words") or _IDLE.fullmatch(word.lower):
            return False
    alone = sentence.bullet or (not words and quantity.value() < _DAY)
    return alone and quantity.part is PartKind.TASK and quantity.kind in _LISTED


def is_price(quantity: Quantity, before: str, after: str) -> bool:
    """Whether it limits what the gain may cost: "at most 2% fewer visits", "no more than -1%"."""
    if quantity.kind not in (Kind.SHARE, Kind.POINTS):
        return False
    limited = quantity.bound in (Bound.AT_MOST, Bound.BELOW)
    return _NO_WORSE.search(before) is not None or (limited and _LESS_AFTER.match(after) is not None)
