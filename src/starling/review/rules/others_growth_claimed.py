"""Credit for another person's step up, without what that person did."""

from __future__ import annotations

from collections.abc import Iterator

from starling.model.report import Strength
from starling.model.story import PartKind
from starling.review.reading import Reading
from starling.review.reading.parts import told_in
from starling.review.rule import Mark, Rule, example, tell
from starling.review.signals.deeds import Agent, deeds
from starling.review.signals.people import held_by_other
from starling.text.phrases import Hit

_TOLD_IN = (PartKind.ACTION, PartKind.RESULT, PartKind.REFLECTION)


def _did_something(reading: Reading, promoted: Hit) -> bool:
    """Whether somebody else does a thing before the promotion is told; what others said of it is none."""
    there = reading.sentence_at(promoted.start)
    theirs = (d for d in deeds(reading) if d.agent is Agent.OTHER and d.sentence.kind in _TOLD_IN)
    return any(d.sentence is not there or d.end <= promoted.start for d in theirs)


def check(reading: Reading) -> Iterator[Mark]:
    """Mark a promotion of somebody else in the result when that person does nothing in the story."""
    for sentence in told_in(reading, PartKind.RESULT):
        for hit in reading.hits_in("promotions", sentence):
            if held_by_other(reading, hit.start) and not _did_something(reading, hit):
                said = reading.quote(sentence.start, sentence.end)
                yield Mark(
                    hit.start,
                    hit.end,
                    f"Say what they did to get there. In “{said}” their step is told as yours.",
                )
            return


RULE = Rule(
    summary="Another person's promotion is the result, and that person did nothing in the story.",
    why="A listener who hears whose work it was believes your part in it.",
    source="rubric, 6.2 (leadership: credit for others' growth)",
    strength=Strength.INFORMATIVE,
    dimension="D11",
    hits=(
        example(
            tell(
                action="I met her each week and reviewed every change.",
                result="She was promoted in six months.",
            )
        ),
        example(tell(action="- Set up pairing\n- Gave feedback", result="My mentee was promoted to senior.")),
        example(
            tell(
                situation="Nadia joined my team as a tester.",
                action="I sent her on a course and reviewed her work.",
                result="She got promoted after eight months, and my director praised me for it.",
            )
        ),
    ),
    misses=(
        example(
            tell(
                action="I met her each week; she led the migration by herself.",
                result="She was promoted in six months.",
            )
        ),
        example(tell(action="I rebuilt the ranker.", result="I was promoted a year later.")),
        example(
            tell(action="I rebuilt the ranker.", result="The challenger model was promoted to production.")
        ),
    ),
    check=check,
    cues=("promotions",),
)
