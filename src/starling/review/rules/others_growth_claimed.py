"""Credit for another person's step up, without what that person did."""

from __future__ import annotations

from collections.abc import Iterator

from starling.model.report import Strength
from starling.model.story import PartKind
from starling.review.reading import Reading
from starling.review.rule import Mark, Rule, example, tell
from starling.review.signals.deeds import Agent, deeds
from starling.review.signals.parts import told_in
from starling.review.signals.people import held_by_other


def check(reading: Reading) -> Iterator[Mark]:
    """Mark a promotion of somebody else in the result when that person does nothing in the story."""
    for sentence in told_in(reading, PartKind.RESULT):
        for hit in reading.hits_in("promotions", sentence):
            theirs = [
                d for d in deeds(reading) if d.agent is Agent.OTHER and not hit.start <= d.start < hit.end
            ]
            if held_by_other(reading, hit.start) and not theirs:
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
