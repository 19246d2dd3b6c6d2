"""A changed practice with a later case in which it held."""

from __future__ import annotations

import re
from collections.abc import Iterator

from starling.model.report import Strength
from starling.model.story import PartKind
from starling.review.reading import Reading
from starling.review.reading.clauses import quote_around
from starling.review.rule import Mark, Rule, example, tell
from starling.review.signals.learning import learning
from starling.text.phrases import Hit

_NO_PROOF = re.compile(r"\bpromot|\b(?:role|offer|raise|would|differently)\b")
_AFTER = (PartKind.RESULT, PartKind.REFLECTION)


def _proves_nothing(reading: Reading, hit: Hit) -> bool:
    """Whether what came later is a new role, or only wished: neither proves a practice."""
    sentence = reading.sentence_at(hit.start)
    return sentence is not None and _NO_PROOF.search(sentence.lower) is not None


def check(reading: Reading) -> Iterator[Mark]:
    """Mark the proof from later work in a story that also tells a changed practice."""
    told = learning(reading)
    proofs = [hit for hit in told.evidence if not _proves_nothing(reading, hit)]
    if not proofs:
        return
    proof = proofs[-1]
    put_in_place = (*told.practice, *told.prevention)
    if not any(hit.end <= proof.start for hit in put_in_place):
        return
    sentence = reading.sentence_at(proof.start)
    if sentence is not None and sentence.kind in _AFTER:
        said = quote_around(reading, proof.start, proof.end)
        yield Mark(proof.start, proof.end, f"Keep “{said}” in every telling. It shows that the change held.")


RULE = Rule(
    summary="A changed practice is shown to have held in later work.",
    why="Most stories stop at the lesson; later proof is what turns it into growth.",
    source="rubric, D9 (anchor 5)",
    strength=Strength.CELEBRATORY,
    dimension="D9",
    hits=(
        example(
            tell(
                result="The job recovered.",
                reflection="Since then I dry-run migrations. Two months later that caught a wrong key.",
            )
        ),
        example(
            tell(result="I now send the schema first. On the next launch it caught two breaking changes.")
        ),
        example(
            tell(
                reflection="What I do now is split the test by kind of road. In January that caught a wrong "
                "gate."
            )
        ),
    ),
    misses=(
        example(tell(result="The job recovered.", reflection="Since then I dry-run each migration.")),
        example(tell(result="Two months later the table was complete.")),
        example(
            tell(
                action="I read what the alerts may be used for, and turned the plan down.",
                result="Our second plan became a product a year later.",
            )
        ),
        example(tell(result="Since then I dry-run each migration. Two months later I was promoted.")),
        example(tell(action="I added a checklist.", reflection="I would do the naming differently.")),
    ),
    check=check,
    cues=("later_evidence",),
)
