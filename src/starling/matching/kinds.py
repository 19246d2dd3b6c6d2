"""What a kind of story asks for: the story that many of its questions want."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from starling.matching.asked_before import Bank
from starling.matching.demand import Demand, is_of_yourself, of_principle
from starling.matching.lexicon import lexicon
from starling.matching.themes import SLOT_MADE, joined, strongest, together
from starling.matching.understood import scaled, understood
from starling.model.principle import Principle
from starling.model.question import BankQuestion

_OF_KIND = (0.2, 0.3, 1.5)
"""What the name, the gist, and the questions of a kind of story say: its name is often a picture ("From small
to large"), and what its questions share is the kind."""

_MANY = 0.4
"""The share of the questions for a kind of story from which an answer must show what they want to hear."""


def of_kind(kind: Principle, questions: Sequence[BankQuestion], bank: Bank) -> Demand:
    """What a kind of story asks for: by what many of the *questions* for it want, then by its gist."""
    asked, said = together(questions), f"{kind.gist} {kind.good}"
    shared = Counter({at: weight**2 for at, weight in asked.items()})
    shared = scaled(shared, asked.total() / (shared.total() or 1.0))
    heard = (understood(kind.name), understood(said), shared)
    wanted = Counter(slot for each in questions for slot in each.shows if slot in _telling())
    yourself = sum(is_of_yourself(each.competency, each.type) for each in questions)
    return replace(
        of_principle(kind, questions, bank),
        themes=strongest(joined(*zip(heard, _OF_KIND, strict=True))),
        shows=tuple(slot for slot, count in wanted.most_common() if count >= _MANY * len(questions)),
        event=2 * yourself <= len(questions),
    )


@cache
def _telling() -> frozenset[str]:
    """The slots that make a theme: what you did and what came of it, any story shows."""
    return frozenset(slot for each in lexicon().themes for slot, weight in each.slots if weight >= SLOT_MADE)
