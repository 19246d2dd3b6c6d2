"""A result that says “significantly” where a listener waits for how much."""

from __future__ import annotations

import re
from collections.abc import Iterator

from starling.model.report import Strength
from starling.model.story import PartKind
from starling.review.reading import Reading, Sentence
from starling.review.reading.clauses import quote_around
from starling.review.reading.parts import told_in
from starling.review.rule import Mark, Rule, example, tell
from starling.review.signals.measures import measures_in
from starling.text.phrases import Hit

_ELABORATES = re.compile(r"[–—:;(]|\s-\s")
_MOST = re.compile(r"\b(?:most|more|perhaps|not|statistically) \Z")


def _is_claim(reading: Reading, sentence: Sentence, hit: Hit) -> bool:
    """Whether the word measures the change, and nothing after it in the sentence tells more."""
    after = sentence.text[hit.end - sentence.start :]
    return (
        _MOST.search(reading.lower[max(0, hit.start - 14) : hit.start]) is None
        and _ELABORATES.search(after) is None
    )


def _measured(reading: Reading, sentence: Sentence, following: list[Sentence]) -> bool:
    """Whether a sentence gives an amount or a change that somebody could see, or the next one an amount."""
    amount = any(
        measures_in(reading, s) or reading.hits_in("number_words", s) for s in [sentence, *following]
    )
    return amount or bool(reading.hits_in("observed_changes", sentence))


def check(reading: Reading) -> Iterator[Mark]:
    """Mark the first such word in the result with no figure in its sentence or the next one."""
    told = told_in(reading, PartKind.RESULT)
    for index, sentence in enumerate(told):
        vague = [
            hit for hit in reading.hits_in("vague_degree", sentence) if _is_claim(reading, sentence, hit)
        ]
        if vague and not _measured(reading, sentence, told[index + 1 : index + 2]):
            start, end = vague[0].start, vague[0].end
            claim = f"“{reading.quote(start, end)}” in “{quote_around(reading, start, end)}”"
            yield Mark(
                start, end, f"Put what you saw in place of {claim}. A count, a time, or who noticed will do."
            )
            return


RULE = Rule(
    summary="A result says how much with an adverb only.",
    why="Every candidate's change is significant; what was seen, counted or said by someone is yours alone.",
    source="rubric, D5 (who, what changed, and how it was known); evaluation, K22",
    strength=Strength.ACTIONABLE,
    dimension="D5",
    hits=(
        example(tell(result="Annotation errors went down significantly. The team was happy.")),
        example(tell(result="Deployments became much faster.")),
    ),
    misses=(
        example(tell(result="Annotation errors went down significantly, from 9% to 2%.")),
        example(tell(result="Deployments became much faster. A release now takes 20 minutes.")),
        example(tell(result="The difference was statistically significant.")),
        example(
            tell(situation="The load had grown massively.", result="No query timed out in the next sale.")
        ),
    ),
    check=check,
    cues=("vague_degree",),
)
