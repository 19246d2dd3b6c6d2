"""A story as if it told one slot more: to see what that would change, not to write it for its author."""

from __future__ import annotations

from dataclasses import replace

from starling.matching.features import Features, read_features
from starling.model.question import Slot
from starling.model.story import Line, Part, PartKind, Story

_CUES = 2
"""Phrases of a slot that a sentence about it would have, the longest, which say most; two make it shown."""


def mended(story: Story, slot: Slot) -> Features:
    """The features of *story* with one line more, of phrases of the slot; that line is never shown."""
    cues = sorted((cue for cue in slot.cues if "/" not in cue), key=lambda cue: -len(cue.split()))
    line = Line(". ".join(cues[:_CUES]), 0)
    return read_features(replace(story, parts=(*story.parts, Part(PartKind.ACTION, (line,)))))
