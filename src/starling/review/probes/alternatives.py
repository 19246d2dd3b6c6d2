"""What else was considered, where only the chosen way is told."""

from __future__ import annotations

import re
from collections.abc import Iterator

from starling.model.story import PartKind
from starling.review.probe import Asked, Probe, about
from starling.review.reading import Reading
from starling.review.rule import example, tell
from starling.review.signals.choices import choices, substantial_steps
from starling.review.signals.reasons import reasons

_BRINGING_IN = frozenset(("introduced", "implemented", "designed", "built"))
_ANOTHER = ("could have", "considered", "two ", "three ", "four ", "several ")
"""How another way is named, or that there were several: "I had three options: ..."."""
_SEVERAL = re.compile(r"\b(?:both|options?|compromise|hybrid|combin\w+|alternatives?|prototypes?)\b")


def _names_another(reading: Reading) -> bool:
    """Whether the action says what else there was: "I could have waited for the new model"."""
    told = reading.hits("alternative_markers", PartKind.ACTION)
    return any(reading.lower.startswith(_ANOTHER, hit.start) for hit in told)


def ask(reading: Reading) -> Iterator[Asked]:
    """Ask about each choice in a telling that holds no second way."""
    told = reasons(reading)
    if told.rejections or told.trade_offs or reading.hits("rejection_markers") or _names_another(reading):
        return
    introduced = (deed for deed in substantial_steps(reading) if deed.verb in _BRINGING_IN)
    for deed in (*choices(reading), *introduced):
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
        example(
            tell(action="I could have waited for the new model. I built a list of drug names in two days.")
        ),
        example(tell(action="I moved to Parquet rather than Avro, since we read three columns of ninety.")),
        example(tell(action="I interviewed six analysts and wrote the summary.")),
        example(tell(action="I proposed a hybrid of both designs.")),
        example(tell(action="The first thing I built wasn't a list, it was an answer to every caller.")),
    ),
    ask=ask,
)
