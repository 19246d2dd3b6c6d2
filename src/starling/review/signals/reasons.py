"""Why the speaker did it that way: reasons, other ways, what was given up, and how it was judged."""

from __future__ import annotations

import re
from dataclasses import dataclass

from starling.model.story import PartKind
from starling.review.reading import Reading, Sentence
from starling.review.reading.vocabulary import about, subjects
from starling.review.signals import signal
from starling.review.signals.deeds import Agent, Deed, actions
from starling.review.signals.learning import mistaken
from starling.review.signals.told import told_hits
from starling.text.phrases import Hit
from starling.text.words import lowers

_REACH = 60
"""How many characters after "chose" the "over" may stand."""
_SO = re.compile(
    r"(?<!and )so (?:i|we|stayed|kept|chose|cut|moved|left|took|split|dropped|switched|started|used)\b"
)
_OWN = frozenset(("i", "we"))
_SEVERAL = re.compile(r"(?:two|three|four|several)\b")
_PICKED = ("cho", "pick", "select", "opt")
_LEFT = re.compile(r"\b(?:instead|(?:i|we) (?:did not|didn['’]t|chose|decided)|but (?:i|we)|rather)\b")
_WITHIN = 2
"""In how many sentences, from "could have" on, it is said what was done instead."""
_BOOKS = frozenset("literature papers documentation docs tutorials courses books manual".split())
_FINDING = frozenset("found saw noticed discovered realised realized learned learnt showed".split())
_IN_PLACE = ("instead of", "rather than", "as opposed to")
_GROUNDS = ("because", "since", " as")
"""How an option ends that carries its own reason: "I did not, because"."""
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

    over = (*_chosen_over(reading, near), *_chosen_among(reading, near))
    why, judged = attached("reason_markers") + _therefore(reading, near), attached("judged_markers")
    rejected = tuple(hit for hit in attached("rejection_markers") if not _is_finding(reading, hit))
    rejected, trade_offs = (*rejected, *_left_aside(reading, near)), attached("tradeoff_markers")
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


def _chosen_among(reading: Reading, near: frozenset[int]) -> tuple[Hit, ...]:
    """A choice with its reason after several ways: "there were two ways ... I chose the first, since"."""
    several = [h for h in told_hits(reading, "alternative_markers") if _SEVERAL.match(reading.lower, h.start)]
    if not several:
        return ()
    chosen = (h for h in told_hits(reading, "decision_verbs") if _hangs_on(reading, h, near))
    return tuple(h for h in chosen if h.start > several[0].end and _is_chosen(reading, h))


def _is_chosen(reading: Reading, hit: Hit) -> bool:
    sentence = reading.sentence_at(hit.start)
    picked = reading.lower.startswith(_PICKED, hit.start)
    return picked and sentence is not None and bool(reading.hits_in("reason_markers", sentence))


def _left_aside(reading: Reading, near: frozenset[int]) -> tuple[Hit, ...]:
    """What could have been done and was not: "I could have dropped them. I told the others instead"."""
    said = [
        h for h in told_hits(reading, "alternative_markers") if reading.lower.startswith("could", h.start)
    ]
    return tuple(hit for hit in said if _hangs_on(reading, hit, near) and _is_left(reading, hit))


def _is_left(reading: Reading, hit: Hit) -> bool:
    sentence = reading.sentence_at(hit.start)
    after = reading.sentences[sentence.index : sentence.index + _WITHIN] if sentence is not None else ()
    return any(_LEFT.search(reading.lower, max(hit.end, s.start), s.end) is not None for s in after)


def _is_finding(reading: Reading, hit: Hit) -> bool:
    """Whether "instead of" stands in what was found: "I saw that it had become 0 instead of an error"."""
    deed = next((d for d in actions(reading) if d.start <= hit.start < d.end), None)
    return deed is not None and deed.verb in _FINDING and reading.lower.startswith(_IN_PLACE, hit.start)


def _weighed(reading: Reading, options: tuple[Hit, ...], grounds: tuple[Hit, ...]) -> tuple[Hit, ...]:
    """The rejections and trade-offs with a reason or a test in the same sentence or the next."""
    return tuple(
        option
        for option in options
        if reading.lower.endswith(_GROUNDS, option.start, option.end)
        or any(_beside_one_another(reading, option, ground) for ground in grounds)
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
    looked = [
        h for h in told_hits(reading, "diagnosis_verbs") if h.start in verbs and not _reads(verbs[h.start])
    ]
    mended = [hit for hit in told_hits(reading, "fix_verbs") if hit.start in verbs]
    if looked and mended and looked[0].start < mended[0].start:
        return looked[0]
    return None


def _reads(deed: Deed) -> bool:
    """Whether only books were looked at: "studied the literature" looks for no cause."""
    return not _BOOKS.isdisjoint(lowers(deed.words))
