"""The baselines of the evaluation plan, section 3.3: their rules and their units, word for word."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from benchmarks.segment_corpus import Sample, owner
from starling.model.story import CORE
from starling.text.plain import plain
from starling.text.segment_features import Noticed
from starling.text.units import BULLET, Unit
from starling.text.words import words

S, T, A, R = range(4)


def _has(text: str, cues: str) -> bool:
    return any(cue in text for cue in cues.split("|"))


def _majority(_text: str, _place: float) -> int:
    return A


def _keywords(text: str, _place: float) -> int:
    rules = ("situation|when", "task|role", "action|did", "result|outcome")
    return next((label for label, cues in enumerate(rules) if _has(text, cues)), -1)


_RESULT = "outcome|improved|reduced|saved|achieved|increased|dropped to|prevented|promoted|%"
_TASK = "responsib|task|needed to|had to|objective|target"
_DID = r"\bi (?:did|built|implemented|created|proposed|decided|worked|introduced|leveraged|took)\b"
_ACTION = "implemented|built|added|created|switched"
_SITUATION = "during|at a|our|was|were"


def _cues(text: str, _place: float) -> int:
    if re.search(r"\bresult", text) or _has(text, _RESULT):
        return R
    if re.search(r"\bgoal", text) or _has(text, _TASK):
        return T
    if re.search(_DID, text) or _has(text, _ACTION):
        return A
    return S if re.search(r"\bwhen", text) or _has(text, _SITUATION) else A


def _position(_text: str, place: float) -> int:
    return next((label for label, end in ((S, 0.17), (T, 0.29), (A, 0.82)) if place < end), R)


def _vote(text: str, place: float) -> int:
    votes = [0.0] * len(CORE)
    votes[_position(text, place)] += 2
    votes[_cues(text, place)] += 1
    votes[T] += 1.5 if re.search(r"\b(?:goal|needed to|had to)\b", text) else 0
    return votes.index(max(votes))


BASELINES: dict[str, Callable[[str, float], int]] = {
    "majority (Action)": _majority,
    "literal keywords": _keywords,
    "verb and phrase cues": _cues,
    "position only": _position,
    "position + cues": _vote,
}
"""Name -> rule: a unit's text in lower case and its place (0 to 1) in, a label out, -1 for none."""

_BETWEEN = re.compile(r"(?<=[.!?])\s+(?=[A-Z])")


def in_plain_units(one: Sample) -> Sample:
    """*one* in the units of section 3.3: lines without marks, cut before capitals, two words or more."""
    masked = plain(one.text)
    found = [
        Unit(*span, bullet=False) for line in re.finditer(r"[^\n]+", masked) for span in _sentences(line)
    ]
    counted = [Noticed(unit, len(words(masked[unit.start : unit.end])), (), "") for unit in found]
    kept = [seen for seen in counted if seen.length > 1]
    labels = [owner(one.spans, seen.unit.start, seen.unit.end) for seen in kept]
    return one._replace(noticed=kept, labels=labels)


def _sentences(line: re.Match[str]) -> Iterator[tuple[int, int]]:
    mark = BULLET.match(line.group())
    start = line.start() + (mark.end() if mark else 0)
    for gap in _BETWEEN.finditer(line.string, start, line.end()):
        yield start, gap.start()
        start = gap.end()
    yield start, line.end()
