"""How a telling treats other people (rubric, D11)."""

from __future__ import annotations

from dataclasses import dataclass

from starling.review.reading import Reading
from starling.review.signals import signal
from starling.review.signals.people import contempt, may_own_error, other_views, verdicts
from starling.text.phrases import Hit


@dataclass(frozen=True, slots=True)
class Conduct:
    """Contempt, verdicts on others, their view, and whether an own part is told."""

    contempt: tuple[Hit, ...]
    blame: tuple[Hit, ...]
    other_view: tuple[Hit, ...]
    own_part: bool


@signal
def conduct(reading: Reading) -> Conduct:
    """What in the telling shows how the speaker treats people."""
    return Conduct(
        contempt=contempt(reading),
        blame=verdicts(reading),
        other_view=other_views(reading),
        own_part=may_own_error(reading),
    )
