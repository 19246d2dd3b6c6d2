"""Turns of talk in transcripts and chats: who speaks, and where what they say begins."""

from __future__ import annotations

import re
from typing import NamedTuple

from starling.text.notes.labels import Fact, meanings
from starling.text.notes.questions import is_question, question_text

STAMP = r"(?:\[[^\[\]\n]{1,30}\]|[\d/.-]{6,10},? \d{1,2}:\d{2}(?: ?[AP]M)? -|\(?\d{1,2}:\d{2}(?::\d{2})?\)?)"
"""The time of a turn, as recorders and chats write it."""
_TURN = re.compile(
    rf"[ \t>*_-]*(?P<before>{STAMP} )?[*_]{{0,2}}(?P<name>[A-Z][\w .'’-]{{0,25}}?)(?P<behind> {STAMP})?"
    r"[*_]{0,2}:[*_]{0,2}[ \t]+(?=\S)"
)
_SENTENCE = re.compile(r"(?<=[.!?])\s+|\s[—–-]\s")
_READ = 600
"""Characters of a turn in which a question is looked for."""
_ASKED_WORDS = 60
"""Words of a turn that is a question."""


class Turn(NamedTuple):
    """Who speaks, where in the line what they say begins, and whether its time stands there."""

    name: str
    end: int
    timed: bool


def turn(text: str) -> Turn | None:
    """The turn that a line begins; None for a line of no speaker, or one with a label."""
    found = _TURN.match(text)
    if found is None:
        return None
    timed, known = bool(found["before"] or found["behind"]), meanings(found["name"])
    if known and not (timed and known[0].kinds[0] is Fact.QUESTION):  # Interviewer (03:40): ...
        return None
    return Turn(found["name"], found.end(), timed=timed)


def asked_in(text: str) -> str | None:
    """The question in what somebody says, or None; whoever goes on for long after it asks nobody."""
    whole = text[:_READ].strip()
    sentences = (whole, *_SENTENCE.split(whole))
    if len(text.split()) > _ASKED_WORDS:
        sentences = sentences[-1:]
    return next((question_text(each) for each in sentences if is_question(each)), None)
