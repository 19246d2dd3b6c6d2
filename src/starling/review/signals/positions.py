"""Whether a telling holds a disagreement: a word for one, or another's position beside the speaker's own."""

from __future__ import annotations

from starling.review.reading import Reading
from starling.review.signals import signal
from starling.review.signals.people import other_views, wanted_by_other
from starling.review.signals.told import told_hits
from starling.text.phrases import Hit

_OWN = frozenset(("i", "we", "i'd", "we'd"))


@signal
def disagreement(reading: Reading) -> tuple[Hit, ...]:
    """Where it is told that two sides did not agree."""
    said = told_hits(reading, "disagreement_markers")
    if said:
        return tuple(said)
    theirs = other_views(reading)
    return theirs if theirs and _has_own_position(reading) else ()


def _is_wish(reading: Reading, hit: Hit) -> bool:
    """Whether it only says what was to be done: "I want to see how they decide"."""
    wanted = reading.lower[hit.start : hit.end] in ("want", "wanted")
    return wanted and reading.lower.startswith(" to ", hit.end)


def _has_own_position(reading: Reading) -> bool:
    """Whether the speaker, too, says what they thought, wanted or feared."""
    for hit in told_hits(reading, "stance_verbs"):
        sentence = reading.sentence_at(hit.start)
        own = sentence is not None and any(w.lower in _OWN for w in sentence.words if w.start < hit.start)
        if own and not _is_wish(reading, hit) and not wanted_by_other(reading, hit.start):
            return True
    return False
