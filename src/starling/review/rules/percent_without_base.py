"""A business measure moves by a percentage of nobody knows what."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from starling.model.report import Strength
from starling.model.story import PartKind
from starling.review.reading import Reading, Sentence
from starling.review.rule import Mark, Rule, example, tell
from starling.review.signals.clauses import quote_around
from starling.review.signals.measures import measures_in
from starling.review.signals.parts import told_in

_PERCENT = re.compile(r"\b\d[\d.]{0,12}\s?(?:%|percent\b)")
_MOVES = ("outcome_verbs", "outcome_nouns")


class _Moved(NamedTuple):
    """A business measure, and the span that holds it and its percentage."""

    measure: str
    start: int
    end: int


def _moved(reading: Reading, sentence: Sentence) -> _Moved | None:
    """The business measure that one percentage, and no other figure, is said to move."""
    named = reading.hits_in("business_measures", sentence)
    moves = any(reading.hits_in(name, sentence) for name in _MOVES)
    percent = _PERCENT.search(sentence.lower)
    if not named or not moves or percent is None or len(measures_in(reading, sentence)) != 1:
        return None
    return _Moved(
        reading.lower[named[0].start : named[0].end],
        min(named[0].start, sentence.start + percent.start()),
        max(named[0].end, sentence.start + percent.end()),
    )


def _has_base(reading: Reading, measure: str) -> bool:
    """Whether a figure stands beside the measure before the result: the state it started from."""
    name = re.escape(measure)
    stated = re.compile(rf"\d\S{{0,12}}(?: \w{{1,20}}){{0,2}} {name}|{name}(?: \w{{1,20}}){{0,3}} [$€£~]?\d")
    before = reading.of(PartKind.SITUATION, PartKind.TASK, PartKind.OBSTACLE)
    return any(stated.search(sentence.lower) for sentence in before)


def check(reading: Reading) -> Iterator[Mark]:
    """Mark the first percentage of a business measure with no base, period, test or source anywhere near."""
    named = reading.hits("business_measures", PartKind.RESULT)
    if not named or reading.hits("controlled_tests"):
        return
    told = told_in(reading, PartKind.RESULT)
    for index, sentence in enumerate(told):
        moved = _moved(reading, sentence)
        explained = any(reading.hits_in("basis_cues", near) for near in told[index : index + 2])
        if moved is not None and not explained and not _has_base(reading, moved.measure):
            said = quote_around(reading, moved.start, moved.end)
            message = f"Add the base and the period to “{said}”: from what, to what, over which weeks."
            yield Mark(moved.start, moved.end, message)
            return


RULE = Rule(
    summary="A business measure moves by a percentage without base or period.",
    why="“35% of how many, since when, and how do you know it was that?” is one breath for an interviewer.",
    source="numbers-audit, R12 and N15; evaluation, K03",
    strength=Strength.ACTIONABLE,
    dimension="D7",
    hits=(
        example(
            tell(action="I rewrote the help page.", result="- Cut complaints by 40%\n- Two teams copied it")
        ),
        example(
            tell(
                situation="Complaints kept rising, and 4 of 9 agents had left.",
                action="I rewrote the help page.",
                result="This led to a 25% increase in customer satisfaction.",
            )
        ),
    ),
    misses=(
        example(tell(action="I rewrote it.", result="Complaints fell from 900 to 540 a month, or by 40%.")),
        example(tell(situation="We had 900 complaints a month.", result="I cut complaints by 40%.")),
        example(tell(action="I ran an A/B test.", result="Conversion rose by 4%.")),
        example(tell(action="I rewrote the loader.", result="Training time fell by 60%.")),
        example(tell(result="I cut complaints by 40%, measured over the two quarters after.")),
    ),
    check=check,
)
