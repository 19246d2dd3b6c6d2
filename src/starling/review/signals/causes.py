"""The cause that a telling found before it changed anything (rubric, D7: a mechanism is stated)."""

from __future__ import annotations

import re

from starling.model.story import PartKind
from starling.review.reading import Reading, Sentence
from starling.review.reading.vocabulary import about
from starling.review.signals import signal
from starling.review.signals.deeds import Agent, actions
from starling.review.signals.learning import mistaken
from starling.review.signals.told import told_hits
from starling.text.phrases import Hit

_FOUND = re.compile(
    r"\b(?:found|saw|noticed|discovered|showed|reali[sz]\w+|learn\w+|turned out|meant|told me)"
    r" (?:out )?that\b"
    r"|\b(?:came from|caused by|due to|because|the (?:cause|reason|culprit|bottleneck) (?:was|were))\b"
    r"|\b(?:measured|profiled|traced|plotted|counted|graphed|looked)\b[^.;:]{0,60}:"
)
"""How a sentence says what stood behind the trouble, and not only that something was looked at."""
_SAW = (" saw that ", " showed that ", "turned out that ")
_SUBSTANCE = 4
"""How many words of subject matter a cause names at least."""


@signal
def causes(reading: Reading) -> tuple[Hit, ...]:
    """Where the Action says what was found to be the cause, with something done about it afterwards."""
    looking = {hit.start for hit in told_hits(reading, "diagnosis_verbs", PartKind.ACTION)}
    shown = [cue for cue in _SAW if cue in reading.lower]
    if not (looking or shown):
        return ()
    done = [deed for deed in actions(reading) if deed.agent is not Agent.OTHER]
    last = max((deed.start for deed in done if deed.start not in looking), default=-1)
    looked = {s.index: s for start in looking if (s := reading.sentence_at(start)) is not None}
    looked |= {s.index: s for s in reading.of(PartKind.ACTION) if any(cue in s.lower for cue in shown)}
    told = (looked[index] for index in sorted(looked) if index not in mistaken(reading))
    return tuple(hit for s in told if (hit := _cause(reading, s)) is not None and hit.start < last)


def _cause(reading: Reading, sentence: Sentence) -> Hit | None:
    found = _FOUND.search(sentence.lower)
    if found is None or len(about(reading, sentence)) < _SUBSTANCE:
        return None
    return Hit("diagnosis_verbs", sentence.start + found.start(), sentence.start + found.end())
