"""Where the goal is said."""

from __future__ import annotations

from starling.model.story import PartKind
from starling.review.reading import Reading
from starling.review.signals import signal

_BEFORE_THE_OUTCOME = (PartKind.HEADLINE, PartKind.SITUATION, PartKind.OBSTACLE, PartKind.ACTION)


@signal
def goal_starts(reading: Reading) -> int | None:
    """Where a listener first hears the goal: a goal phrase or the Task; None where there is neither."""
    said = [hit.start for hit in reading.hits("goal_phrases", *_BEFORE_THE_OUTCOME)]
    told = [s.start for s in reading.sections if s.part.kind is PartKind.TASK or PartKind.TASK in s.part.also]
    return min(said + told, default=None)
