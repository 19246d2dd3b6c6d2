"""Three steps or more, and not one reason."""

from __future__ import annotations

import re
from collections.abc import Iterator

from starling.model.report import Strength
from starling.model.story import PartKind
from starling.review.reading import Reading
from starling.review.reading.clauses import before_stop
from starling.review.rule import Mark, Rule, example, tell
from starling.review.signals.reasons import reasons
from starling.review.signals.steps import concrete

FEWEST_STEPS = 3


_WHY = re.compile(
    r"\bso\b(?! far| much| many| called| on\b)|\bin case\b|\bturn(?:ed|s) out\b"
    r"|\bwhen i (?:saw|found|noticed)\b"
    r"|\bif (?:an?|the|it|they|we|i)\b|\bwithout\b|\bcould(?:n['’]t)?\b|\bcan(?:no|['’])t\b"
    r"|\b(?:forc|allow|enabl|ensur|mak|avoid|prevent|reduc|minimi[sz]|help)(?:ed|es|ing)\b"
    r"|\b(?:prioriti[sz]|focus)\w*|\bunderstood\b|\breali[sz]ed\b"
    r"|\bto (?:absorb|allow|enable|reduce|minimi[sz]e|handle|protect|catch|show|demonstrate|identify)\b"
    r"|\bto (?:isolate|limit|improve|simplify|support|speed|help|build|gain|get|address|align)\b"
)
"""Purpose and cause in the plainest words, which would be too weak to praise and are enough not to ask."""


def _has_reason(reading: Reading) -> bool:
    """Whether anything in the action tells a reason, a choice, a criterion, a diagnosis or a purpose."""
    why = reasons(reading)
    if why.any or why.rejections or why.judged or reading.hits("diagnosis_verbs", PartKind.ACTION):
        return True
    return any(_WHY.search(sentence.lower) for sentence in reading.of(PartKind.ACTION))


def check(reading: Reading) -> Iterator[Mark]:
    """Mark the weightiest step of an action that tells no reason at all."""
    told = concrete(reading)
    if len(told) >= FEWEST_STEPS and not _has_reason(reading):
        step = max((step.deed.sentence for step in told), key=lambda sentence: len(sentence.words))
        end = before_stop(reading, step.start, step.end)
        said = reading.quote(step.start, end)
        message = f"Say for one step at least why you did it that way: “{said}”. None has a reason yet."
        yield Mark(step.start, end, message)


RULE = Rule(
    summary="The action has three steps or more and no reason.",
    why="Steps show that you were there; a reason, a criterion or a rejected way shows how you think.",
    source="rubric, D4 (anchor 3: concrete steps, no reason)",
    strength=Strength.ACTIONABLE,
    dimension="D4",
    hits=(
        example(tell(action="- Built a streaming loader\n- Added a cache for embeddings\n- Wrote a runbook")),
        example(
            tell(action="I exported the tickets. I trained a small classifier. I deployed it on a Friday.")
        ),
    ),
    misses=(
        example(
            tell(
                action="- Built a streaming loader, because the nightly one held the GPUs\n"
                "- Added a cache for embeddings\n- Wrote a runbook"
            )
        ),
        example(
            tell(action="I profiled the loader and found one slow join. I rewrote the join. I added a cache.")
        ),
        example(tell(action="I built a loader. I wrote a runbook.")),
    ),
    check=check,
)
