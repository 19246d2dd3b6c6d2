"""Why it was done this way, where the telling gives no reason."""

from __future__ import annotations

import re
from collections.abc import Iterator

from starling.model.story import PartKind
from starling.review.probe import Asked, Probe, about
from starling.review.reading import Reading, Sentence
from starling.review.reading.clauses import clause_around
from starling.review.reading.parts import told_in
from starling.review.rule import example, tell
from starling.review.signals.choices import choices, substantial_steps
from starling.review.signals.reasons import reasons

_SIGNS = "threshold,cutoff,cut-off,timeout,ttl,window,batch size,rate limit,retention".split(",")
_KNOB = r"(?:threshold|cut-?off|timeout|ttl|window|batch size|rate limit|retention)"
_VALUE = r"\d[\d.,]{0,15}(?: ?%| ?ms| ?s\b| (?:seconds?|minutes?|hours?|days?)\b)?"
_NO_THING = r"(?! (?!as\b|has\b|is\b|was\b|this\b|plus\b|versus\b)[a-z]+s\b)"
"""Behind a knob that is one, and not the kind of a thing that is counted: "3 retention managers"."""
_SETTING = re.compile(
    rf"\b{_KNOB}s? (?:of|to|at|=|was) {_VALUE}|(?<![\w.]){_VALUE}[ -](?:[a-z]{{1,20}} )?{_KNOB}\b{_NO_THING}"
)
_UNSET = re.compile(
    r"\b(?:set|added|implemented|used|introduced|defined|configured|tuned|chose)"
    r" (?:[a-z]{1,20} ){0,3}thresholds?\b"
)
"""A threshold that was put in place, with no word of its value."""
_GROUNDS = ("reason_markers", "judged_markers", "rejection_markers", "test_markers")
_FOR = re.compile(
    r"\bfor (?:its|their)\b|\bto (?:keep|cut|avoid|reduce|make|let|allow|support|meet|handle|improve)\b"
)


def _has_reason(reading: Reading, sentence: Sentence) -> bool:
    """Whether a sentence or the next gives a reason or a test; "So I ..." has it in the one before."""
    first = sentence.index - (sentence.index > 0 and sentence.lower.startswith("so "))
    near = reading.sentences[first : sentence.index + 2]
    grounds = any(reading.hits_in(name, each) for each in near for name in _GROUNDS)
    return grounds or _FOR.search(sentence.lower) is not None


def ask(reading: Reading) -> Iterator[Asked]:
    """Ask about each setting and each choice that stands without a reason."""
    yield from _settings(reading)
    for deed in choices(reading):
        if not _has_reason(reading, deed.sentence):
            yield about(
                reading, deed.start, deed.end, "Why that, and how did you know that it was the right call?"
            )
    yield from _first_step(reading)


def _settings(reading: Reading) -> Iterator[Asked]:
    """Ask why a knob was set to its value, or where a threshold was set."""
    for sentence in reading.of(PartKind.ACTION):
        if not any(map(sentence.lower.__contains__, _SIGNS)):
            continue
        setting = _SETTING.search(sentence.lower)
        if setting is not None and not _has_reason(reading, sentence):
            start, end = sentence.start + setting.start(), sentence.start + setting.end()
            yield about(
                reading, start, end, "Why that value, and what would a little more or less have cost?"
            )
        unset = _UNSET.search(sentence.lower)
        if unset is not None and not any(character.isdigit() for character in sentence.text):
            start, end = clause_around(reading, sentence.start + unset.start(), sentence.start + unset.end())
            yield about(reading, start, end, "Where did you set it, and how did you choose the value?")


def _first_step(reading: Reading) -> Iterator[Asked]:
    """Ask why the speaker began as they did, when the action gives no reason for anything."""
    done = substantial_steps(reading)
    told = told_in(reading, PartKind.ACTION)
    if done and not reasons(reading).any and not any(_has_reason(reading, sentence) for sentence in told):
        question = (
            "Why that, and why first?" if len(done) > 1 else "Why that, and how did you know it was needed?"
        )
        yield about(reading, done[0].start, done[0].end, question)


PROBE = Probe(
    summary="Why that, and by what measure?",
    source="rubric, 6.1 (why and criteria) and D4",
    hits=(
        example(tell(action="I switched to mixed precision on the second day.")),
        example(tell(action="- Replaced the random forest with a small transformer")),
        example(tell(action="I built the scorer with a 0.7 threshold.")),
        example(tell(action="I added a confidence threshold, since wrong answers cost a call each.")),
        example(tell(action="- Mapped every manual step of the release\n- Wrote one script for all of it")),
    ),
    misses=(
        example(tell(action="I switched to mixed precision because the profiler showed idle tensor cores.")),
        example(tell(action="I asked the analysts what they needed, to find out which table they trusted.")),
        example(
            tell(
                action="I met 3 retention managers. We read the list together. I rebuilt the labels, because "
                "paused users were counted as gone."
            )
        ),
        example(tell(action="I set a threshold of 0.7, since below it the reviewers could not keep up.")),
        example(
            tell(
                action="The worker gained nothing, since memory was the limit. So I moved the work to upload."
            )
        ),
    ),
    ask=ask,
)
