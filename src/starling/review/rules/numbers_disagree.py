"""Two figures of the story that no reading makes fit."""

from __future__ import annotations

from collections.abc import Iterator

from starling.model.report import Strength
from starling.review.numbers.voice import DISAGREE, raised
from starling.review.reading import Reading
from starling.review.rule import Mark, Rule, example, tell


def check(reading: Reading) -> Iterator[Mark]:
    """Mark every contradiction of the numbers audit that no difference of scope would explain."""
    return raised(reading, DISAGREE)


RULE = Rule(
    summary="Two figures do not fit, in whatever way they are read.",
    why="An interviewer does this sum while you speak, and from then on listens to the sum and not to you.",
    source="numbers-audit, section 5 (contradiction); rubric, D6",
    strength=Strength.ESSENTIAL,
    dimension="D6",
    hits=(
        example(tell(result="Training time fell from 80 minutes to 20 minutes, a reduction of 40%.")),
        example(tell(result="A replay went from 60 minutes to 20 minutes, which makes it 9x faster.")),
    ),
    misses=(
        example(tell(result="Training time fell from 80 minutes to 20 minutes, a reduction of 75%.")),
        example(tell(result="A replay went from 60 minutes to 20 minutes, which makes it 3x faster.")),
        example(tell(result="Cost fell by 40% and training time fell from 80 minutes to 20 minutes.")),
    ),
    check=check,
)
