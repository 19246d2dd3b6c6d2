"""Why the speaker did it that way: reasons, other ways, what was given up, and how it was judged."""

from __future__ import annotations

import re
from dataclasses import dataclass

from starling.model.story import PartKind
from starling.review.reading import Reading, Sentence
from starling.review.signals import signal
from starling.review.signals.deeds import Agent, actions
from starling.review.signals.learning import mistaken
from starling.review.signals.told import told_hits
from starling.review.signals.vocabulary import about, subjects
from starling.text.phrases import Hit
from starling.text.words import lowers

_REACH = 60
"""How many characters after "chose" the "over" may stand."""
_SO = re.compile(
    r"(?<!and )so (?:i|we|stayed|kept|chose|cut|moved|left|took|split|dropped|switched|started|used)\b"
)
_OWN = frozenset(("i", "we"))
_PREMISE = 2
"""How many words of subject matter stand before a "so" that draws a conclusion."""
_SUBSTANCE = 3
"""How many words of subject matter a sentence must hold beside its marker to be a reason."""


@dataclass(frozen=True, slots=True)
class Reasons:
    """The markers in the Action that hang on something done, by what they show.

    ``weighed``: an option turned down or a price paid, told beside its reason or its test.
    """

    reasons: tuple[Hit, ...]
    alternatives: tuple[Hit, ...]
    rejections: tuple[Hit, ...]
    trade_offs: tuple[Hit, ...]
    judged: tuple[Hit, ...]
    weighed: tuple[Hit, ...]
    diagnosis: Hit | None

    @property
    def any(self) -> bool:
        """Whether one reason, alternative, trade-off or diagnosis before the fix is told."""
        return bool(self.reasons or self.alternatives or self.trade_offs or self.diagnosis)


@signal
def reasons(reading: Reading) -> Reasons:
    """The reasoning told with the action (rubric, D4)."""
    near = _near_deeds(reading) - mistaken(reading)

    def attached(name: str) -> tuple[Hit, ...]:
        return tuple(hit for hit in told_hits(reading, name) if _hangs_on(reading, hit, near))

    over = _chosen_over(reading, near)
    why, judged = attached("reason_markers") + _therefore(reading, near), attached("judged_markers")
    rejected, trade_offs = attached("rejection_markers"), attached("tradeoff_markers")
    return Reasons(
        reasons=why,
        alternatives=attached("alternative_markers") + over,
        rejections=rejected + over,
        trade_offs=trade_offs,
        judged=judged,
        weighed=_weighed(reading, rejected + trade_offs + over, why + judged),
        diagnosis=_diagnosis(reading),
    )


def _therefore(reading: Reading, near: frozenset[int]) -> tuple[Hit, ...]:
    """Where what was found leads to what was done: "half was empty, so I sorted those out first"."""
    said = (s for s in reading.of(PartKind.ACTION) if s.index in near and " so " in s.lower)
    found = ((sentence, _SO.search(sentence.lower)) for sentence in said)
    return tuple(
        Hit("reason_markers", sentence.start + so.start(), sentence.start + so.end())
        for sentence, so in found
        if so is not None and len(_before(sentence, sentence.start + so.start())) >= _PREMISE
    )


def _before(sentence: Sentence, offset: int) -> frozenset[str]:
    return subjects(word for word in sentence.words if word.start < offset)


def _chosen_over(reading: Reading, near: frozenset[int]) -> tuple[Hit, ...]:
    """Choices of one thing over another: "chose the small model over the ensemble"."""
    chosen = [hit for hit in told_hits(reading, "decision_verbs") if _hangs_on(reading, hit, near)]
    return tuple(
        hit for hit in chosen if any(w.lower == "over" for w in reading.words_in(hit.end, hit.end + _REACH))
    )


def _weighed(reading: Reading, options: tuple[Hit, ...], grounds: tuple[Hit, ...]) -> tuple[Hit, ...]:
    """The rejections and trade-offs with a reason or a test in the same sentence or the next."""
    return tuple(
        option for option in options if any(_beside_one_another(reading, option, g) for g in grounds)
    )


def _beside_one_another(reading: Reading, one: Hit, other: Hit) -> bool:
    first, second = reading.sentence_at(one.start), reading.sentence_at(other.start)
    apart = one.end <= other.start or other.end <= one.start
    return apart and first is not None and second is not None and abs(first.index - second.index) <= 1


def _near_deeds(reading: Reading) -> frozenset[int]:
    """The sentences of the Action that hold a deed or say "I" or "we", and the one after each."""
    held = {deed.sentence.index for deed in actions(reading) if deed.agent is not Agent.OTHER}
    rest = (s for s in reading.of(PartKind.ACTION) if s.index not in held)
    own = {s.index for s in rest if not _OWN.isdisjoint(lowers(s.words))}
    return frozenset(held | own | {index + 1 for index in held})


def _hangs_on(reading: Reading, hit: Hit, near: frozenset[int]) -> bool:
    sentence = reading.sentence_at(hit.start)
    if sentence is None or sentence.index not in near or sentence.kind is PartKind.RESULT:
        return False
    said = len(about(reading, sentence))
    sure = said - len(reading.words_in(hit.start, hit.end)) >= _SUBSTANCE
    return sure or (said >= _SUBSTANCE and len(_beside(sentence, hit)) >= _SUBSTANCE)


def _beside(sentence: Sentence, hit: Hit) -> frozenset[str]:
    return subjects([word for word in sentence.words if not hit.start <= word.start < hit.end])


def _diagnosis(reading: Reading) -> Hit | None:
    """The first look for a cause that stands before the first mending, or None."""
    done = [deed for deed in actions(reading) if deed.agent is not Agent.OTHER]
    verbs = {deed.start: deed for deed in done}
    looked = [hit for hit in told_hits(reading, "diagnosis_verbs") if hit.start in verbs]
    mended = [hit for hit in told_hits(reading, "fix_verbs") if hit.start in verbs]
    if looked and mended and looked[0].start < mended[0].start:
        return looked[0]
    return None
