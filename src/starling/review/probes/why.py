"""Why it was done this way, where the telling gives no reason."""

from __future__ import annotations

import re
from collections.abc import Iterator

from starling.model.story import PartKind
from starling.review.probe import Asked, Probe, about
from starling.review.reading import Reading, Sentence
from starling.review.rule import example, tell
from starling.review.signals.choices import choices
from starling.review.signals.parts import told_in
from starling.review.signals.reasons import reasons
from starling.review.signals.steps import concrete

_KNOB = r"(?:threshold|cut-?off|time-?out|ttl|window|batch size|rate limit|learning rate|retention|top[- ]k)"
_VALUE = r"\d[\d.,]*(?: ?%| ?ms| ?s\b| (?:seconds?|minutes?|hours?|days?)\b)?"
_SETTING = re.compile(rf"\b{_KNOB}s? (?:of|to|at|=|was) {_VALUE}|(?<![\w.]){_VALUE}[ -](?:[a-z]+ )?{_KNOB}\b")
_GROUNDS = ("reason_markers", "judged_markers", "rejection_markers", "test_markers")
_FOR = re.compile(
    r"\bfor (?:its|their)\b|\bto (?:keep|cut|avoid|reduce|make|let|allow|support|meet|handle|improve)\b"
)


def _has_reason(reading: Reading, sentence: Sentence) -> bool:
    """Whether a sentence, or the one after it, gives a reason or a test."""
    near = reading.sentences[sentence.index : sentence.index + 2]
    return any(reading.hits_in(name, s) for s in near for name in _GROUNDS) or bool(
        _FOR.search(sentence.lower)
    )


def ask(reading: Reading) -> Iterator[Asked]:
    """Ask about each setting and each choice that stands without a reason."""
    for sentence in reading.of(PartKind.ACTION):
        setting = _SETTING.search(sentence.lower)
        if setting is not None and not _has_reason(reading, sentence):
            start, end = sentence.start + setting.start(), sentence.start + setting.end()
            yield about(
                reading, start, end, "Why that value, and what would a little more or less have cost?"
            )
    for deed in choices(reading):
        if not _has_reason(reading, deed.sentence):
            yield about(
                reading, deed.start, deed.end, "Why that, and how did you know that it was the right call?"
            )
    yield from _first_step(reading)


def _first_step(reading: Reading) -> Iterator[Asked]:
    """Ask why the speaker began as they did, when the action gives no reason for anything."""
    done = concrete(reading)
    if (
        done
        and not reasons(reading).any
        and not any(_has_reason(reading, s) for s in told_in(reading, PartKind.ACTION))
    ):
        deed = done[0].deed
        yield about(reading, deed.start, deed.end, "Why did you begin there?")


PROBE = Probe(
    summary="Why that, and by what measure?",
    source="rubric, 6.1 (why and criteria) and D4",
    hits=(
        example(tell(action="I switched to mixed precision on the second day.")),
        example(tell(action="- Replaced the random forest with a small transformer")),
        example(tell(action="I built the scorer with a 0.7 threshold.")),
        example(tell(action="- Profiled the loader\n- Rewrote the two slow joins")),
    ),
    misses=(
        example(tell(action="I switched to mixed precision because the profiler showed idle tensor cores.")),
        example(tell(action="I asked the analysts what they needed, to find out which table they trusted.")),
        example(tell(action="I set a threshold of 0.7, since below it the reviewers could not keep up.")),
    ),
    ask=ask,
)
