"""D6: the figures agree with one another; assessed once the numbers audit is here."""

from __future__ import annotations

from starling.model.report import QuestionType
from starling.review.dimension import Dimension, Score, not_assessed
from starling.review.reading import Reading


def assess(_: Reading) -> Score:
    """Nothing has looked at the figures, and so nothing is said of them."""
    return not_assessed("Starling does not check yet whether your figures agree with one another.")


DIMENSION = Dimension(
    title="Numerical integrity",
    asks="Do your figures agree with one another, and say what they mean?",
    anchors=(
        "Two figures or more that cannot both hold.",
        "Two figures that cannot both hold, or several that hardly do.",
        "A doubt, or a headline figure that nothing supports.",
        "All figures that can be checked agree.",
        "As 4, with baselines, units and populations named.",
    ),
    source="rubric, D6",
    assess=assess,
    primary_for=frozenset((QuestionType.ACHIEVEMENT,)),
)
