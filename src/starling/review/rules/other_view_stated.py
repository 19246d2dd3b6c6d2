"""The other side of a conflict, told fairly."""

from __future__ import annotations

import re
from collections.abc import Iterator

from starling.model.report import Strength
from starling.model.story import SPOKEN
from starling.review.reading import Reading, Sentence
from starling.review.rule import Mark, Rule, example, tell
from starling.review.signals.asked import Asked, asked
from starling.review.signals.people import other_views, verdicts

_REASON = re.compile(
    r"\b(?:because|worr\w+|concern\w*|fear\w*|afraid|valid|legitimate|good points?|burned"
    r"|(?:their|his|her) (?:reason\w*|argument was))\b"
)
_ONLY_HEARD = re.compile(
    r"listened|tried to|valid|both |point of view|perspectives?$|sides$|parties$|each other's$"
)
"""Words that say the speaker listened, and not what was said."""
_OWN = frozenset(("i", "we", "i'd", "we'd"))


def _gives_reason(sentence: Sentence, start: int) -> bool:
    """Whether the view at *start* comes with what lay behind it: a worry, a point, a reason of theirs.

    "She wanted A and I wanted B because ..." gives the reason of the other of the two.
    """
    for reason in _REASON.finditer(sentence.lower):
        between = (sentence.start + reason.start(), start)
        told = [w.lower for w in sentence.words if min(between) < w.start < max(between)]
        if _OWN.isdisjoint(told):
            return True
    return False


def check(reading: Reading) -> Iterator[Mark]:
    """Mark the first sentence of a conflict that gives the other side's view with its reason."""
    if Asked.CONFLICT not in asked(reading) or verdicts(reading):
        return
    looked_at = -1
    for hit in other_views(reading):
        sentence = reading.sentence_at(hit.start)
        if sentence is None or sentence.index == looked_at:
            continue
        if _ONLY_HEARD.match(reading.lower[hit.start : hit.end]):
            continue
        looked_at = sentence.index
        if sentence.kind in SPOKEN and _gives_reason(sentence, hit.start):
            said = reading.quote(sentence.start, sentence.end)
            yield Mark(
                hit.start,
                hit.end,
                f"Keep “{said}” in this story. It gives the other side a view and a reason for it.",
            )
            return


RULE = Rule(
    summary="The other side of a conflict has a view and a reason.",
    why="Few tellings give the other side a reason; it shows that you heard it.",
    source="rubric, D11 (anchor 4: other view fairly stated)",
    strength=Strength.CELEBRATORY,
    dimension="D11",
    hits=(
        example(
            tell(
                question="Tell me about a conflict with a coworker.",
                situation="She wanted to wait, because the last launch had paged her team for a week.",
            )
        ),
        example(
            tell(
                "Disagreement on the schema", action="I asked them why; their concern was the nightly export."
            )
        ),
    ),
    misses=(
        example(tell(question="Tell me about a conflict.", situation="She wanted to wait. I did not.")),
        example(
            tell(
                question="Tell me about a conflict.",
                situation="He liked the old tool and I wanted the new one because it counts clicks.",
            )
        ),
        example(
            tell(
                question="Tell me about a conflict.",
                task="I owned the reminder letters and wanted fewer of them, because each costs a stamp.",
            )
        ),
        example(
            tell(
                question="Tell me about a launch.",
                situation="She wanted to wait, because of the on-call load.",
            )
        ),
        example(
            tell(
                question="Tell me about a conflict.", situation="He didn't care because he wanted the bonus."
            )
        ),
        example(
            tell(
                question="Tell me about a conflict.",
                action="I listened, acknowledged valid points and proposed to combine both.",
            )
        ),
    ),
    check=check,
    cues=("stance_verbs", "viewpoint_markers"),
)
