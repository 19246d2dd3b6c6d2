"""A model got better by figures, and no action could have made it so."""

from __future__ import annotations

from collections.abc import Iterator

from starling.model.report import Strength
from starling.review.reading import Reading
from starling.review.reading.clauses import before_stop
from starling.review.rule import Mark, Rule, example, tell
from starling.review.signals.gains import unexplained_gain


def check(reading: Reading) -> Iterator[Mark]:
    """Mark the gain that nothing in the action explains."""
    gain = unexplained_gain(reading)
    if gain is not None:
        start, end = gain.sentence.start, before_stop(reading, gain.sentence.start, gain.sentence.end)
        which = f"Say which change moved {gain.measure}: “{reading.quote(start, end)}”"
        yield Mark(start, end, f"{which}. No step touches the model or its data.")


RULE = Rule(
    summary="A model measure improves, and no step of the action explains how.",
    why="“How did that raise precision?” is where a good story becomes a doubtful one; one sentence "
    "prevents it.",
    source="rubric, D7 (anchor 2: big effect, no mechanism); evaluation, K20",
    strength=Strength.ACTIONABLE,
    dimension="D7",
    hits=(
        example(
            tell(
                situation="Support did not trust our routing model.",
                action="I met the team leads every week and showed them why each ticket went where it went.",
                result="They use it now, and its accuracy improved from 70% to 91%.",
            )
        ),
        example(
            tell(
                action="I built a dashboard of the model's answers and presented it to sales.",
                result="- Reduced false positives by 40%",
            )
        ),
    ),
    misses=(
        example(
            tell(
                action="I showed the leads each misrouted ticket, and we relabelled the four classes they "
                "confused.",
                result="The model's accuracy improved from 70% to 91%.",
            )
        ),
        example(
            tell(
                situation="Support did not trust our routing model.",
                action="I met the team leads every week and explained its answers.",
                result="The share of tickets they routed by hand fell from 60% to 10%.",
            )
        ),
        example(
            tell(
                action="I counted the boxes in each aisle.", result="Stock accuracy improved from 90% to 99%."
            )
        ),
    ),
    check=check,
    cues=("model_metrics",),
)
