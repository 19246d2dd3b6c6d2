"""What a wording is about, and what kind of event it asks for, by the vote of the bank's likest questions."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from starling.matching.asked_before import Near
from starling.model.report import QuestionType

_BY_WORDS = 0.4
"""What shared words say of the likeness of two questions; shared themes say the rest."""

_VOTERS = 25
"""Questions that vote, each with the square of its likeness. Both calibrated on the bank, each question
understood by the other 355, and on re-wordings of our own (docs/matching.md)."""

_LEAST = 0.3
"""The likeness of the likest from which the vote counts: below it no question of the bank is about this."""

_CLEAR = 0.25
"""The share of the votes from which a competency is named."""

_Choice = TypeVar("_Choice", bound=str)


@dataclass(frozen=True, slots=True)
class Vote:
    """The competency, "" where none has votes enough, and the type, None where no question is like it."""

    competency: str = ""
    type: QuestionType | None = None


def like(by_words: float, by_themes: float) -> float:
    """How like two questions are, 0 to 1, by how like their words and their themes are."""
    return _BY_WORDS * by_words + (1 - _BY_WORDS) * by_themes


def voted(alike: Sequence[tuple[Near, float]]) -> Vote:
    """What a wording is, by the questions, how like their words are to it, and how like their themes."""
    voters = _voters(alike)
    competency, share = _most((each.question.competency, each.likeness**2) for each in voters)
    kind, _ = _most((each.question.type, each.likeness**2) for each in voters)
    return Vote((competency or "") if share >= _CLEAR else "", kind)


def _voters(alike: Sequence[tuple[Near, float]]) -> list[Near]:
    """The likest questions, the likest first; none where not even that one is like it."""
    likest = [Near(each.question, like(each.likeness, by_themes)) for each, by_themes in alike]
    likest = [each for each in likest if each.likeness > 0]
    voters = sorted(likest, key=lambda each: (-each.likeness, each.question.slug))[:_VOTERS]
    return voters if voters and voters[0].likeness >= _LEAST else []


def _most(votes: Iterable[tuple[_Choice, float]]) -> tuple[_Choice | None, float]:
    """What has most votes and its share of them; None where nobody votes."""
    found: dict[_Choice, float] = defaultdict(float)
    for choice, weight in votes:
        found[choice] += weight
    if not found:
        return None, 0.0
    most = max(found, key=lambda each: (round(found[each], 9), each))
    return most, found[most] / sum(found.values())
