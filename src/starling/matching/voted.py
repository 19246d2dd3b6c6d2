"""What a wording is about, and what kind of event it asks for, by the vote of the bank's likest questions."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from starling.matching.asked_before import Near
from starling.matching.lexicon import lexicon
from starling.model.report import QuestionType

_BY_WORDS = 0.4
"""What shared words say of the likeness of two questions; shared themes say the rest."""

_VOTERS = 25
"""Questions that vote, each with the square of its likeness. All of these figures were calibrated on the
bank, each question understood by the other 355, and on re-wordings of our own (docs/matching.md)."""

_WORDS = 2.5
"""What the single words of a wording say of competencies, against the themes that its phrases name."""

_SAID = 1.5
"""What both together count against all questions."""

_USUAL = 3.0
"""What the types that the bank asks for in these competencies count against all questions."""

_OFTEN = 0.3
"""How far a type that the bank asks for often is held back: it has voters by their number alone."""

_LEAST = 0.3
"""The likeness of the likest from which the vote counts: below it no question of the bank is about this."""

_CLEAR = 0.2
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


def voted(
    alike: Sequence[tuple[Near, float]], themes: Mapping[int, float], by_words: Mapping[str, float]
) -> Vote:
    """What a wording that asks for *themes* is, by how like its words and its themes questions are.

    *by_words* is what its single words say of the competencies.
    """
    voters = _voters(alike)
    if not voters:
        return Vote()
    said = _joined(_named(themes), by_words, _WORDS)
    places = _joined(_shares((each.question.competency, each.likeness**2) for each in voters), said, _SAID)
    kinds = _joined(
        _shares((each.question.type, each.likeness**2) for each in voters), _usual(alike, said), _USUAL
    )
    often = Counter(each.question.type for each, _ in alike)
    competency = _most(places)
    return Vote(
        competency if places[competency] >= _CLEAR else "",
        _most({kind: share / often[kind] ** _OFTEN for kind, share in kinds.items()}),
    )


def _voters(alike: Sequence[tuple[Near, float]]) -> list[Near]:
    """The likest questions, the likest first; none where not even that one is like it."""
    likest = [Near(each.question, like(each.likeness, by_themes)) for each, by_themes in alike]
    likest = [each for each in likest if each.likeness > 0]
    voters = sorted(likest, key=lambda each: (-each.likeness, each.question.slug))[:_VOTERS]
    return voters if voters and voters[0].likeness >= _LEAST else []


def _named(themes: Mapping[int, float]) -> dict[str, float]:
    """The competencies that some themes are of."""
    return _shares(
        (competency, weight / len(lexicon().themes[at].competencies))
        for at, weight in sorted(themes.items())
        for competency in lexicon().themes[at].competencies
    )


def _usual(alike: Sequence[tuple[Near, float]], named: Mapping[str, float]) -> dict[QuestionType, float]:
    """The types that the bank asks for in some competencies."""
    asked: dict[str, Counter[QuestionType]] = defaultdict(Counter)
    for each, _ in alike:
        asked[each.question.competency][each.question.type] += 1
    return _shares(
        (kind, weight * count / asked[competency].total())
        for competency, weight in named.items()
        for kind, count in asked[competency].items()
    )


def _shares(votes: Iterable[tuple[_Choice, float]]) -> dict[_Choice, float]:
    """The share of all votes that each choice has."""
    found: dict[_Choice, float] = defaultdict(float)
    for choice, weight in votes:
        found[choice] += weight
    total = sum(found.values())
    return {choice: weight / total for choice, weight in found.items()} if total else {}


def _joined(
    votes: Mapping[_Choice, float], others: Mapping[_Choice, float], weight: float
) -> dict[_Choice, float]:
    """The shares of two kinds of vote together; *weight* is what the other ones count."""
    choices = {**votes, **others}
    found = {each: votes.get(each, 0.0) + weight * others.get(each, 0.0) for each in choices}
    return _shares(found.items())


def _most(votes: Mapping[_Choice, float]) -> _Choice:
    return max(votes, key=lambda each: (round(votes[each], 9), each))
