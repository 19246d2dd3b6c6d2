"""What else was considered, where only the chosen way is told."""

from __future__ import annotations

import re
from collections.abc import Iterator

from starling.review.probe import Asked, Probe, about
from starling.review.reading import Reading
from starling.review.rule import example, tell
from starling.review.signals.choices import choices
from starling.review.signals.deeds import Deed
from starling.review.signals.reasons import reasons
from starling.review.signals.steps import concrete

_BRINGING_IN = frozenset(("introduced", "implemented", "designed", "built"))
_AT_LENGTH = 4
"""Words of subject matter that make a thing brought in worth the question."""
_SEVERAL = re.compile(r"\b(?:both|options?|compromise|hybrid|combin\w+|alternatives?|prototypes?)\b")


def _introduced(reading: Reading) -> Iterator[Deed]:
    """What was brought in and is named at some length: asked about after the choices."""
    for step in concrete(reading):
        if step.deed.verb in _BRINGING_IN and len(step.objects) >= _AT_LENGTH:
            yield step.deed


def ask(reading: Reading) -> Iterator[Asked]:
    """Ask about each choice in a telling that holds no second way."""
    told = reasons(reading)
    if told.rejections or told.trade_offs or reading.hits("rejection_markers"):
        return
    for deed in (*choices(reading), *_introduced(reading)):
        several = reading.hits_in("alternative_markers", deed.sentence) or _SEVERAL.search(
            deed.sentence.lower
        )
        if not several:
            yield about(reading, deed.start, deed.end, "What else did you consider, and why not that?")


PROBE = Probe(
    summary="What else did you consider, and why not?",
    source="rubric, 6.1 (alternatives) and D4",
    hits=(
        example(tell(action="I moved to a columnar format because the loader spent its time on parsing.")),
        example(tell(action="- Migrated the feature jobs to Spark\n- Wrote the runbook")),
    ),
    misses=(
        example(tell(action="I moved to Parquet rather than Avro, since we read three columns of ninety.")),
        example(tell(action="I interviewed six analysts and wrote the summary.")),
        example(tell(action="I proposed a hybrid of both designs.")),
    ),
    ask=ask,
)
