"""Whether labels like those of a story stand in other documents: minutes, a report, a CV, a paper."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from starling.model.story import Part, PartKind
from starling.text.notes.draft import Draft
from starling.text.notes.marks import Mark

_PAGES = re.compile(
    r"\b(?:post[- ]?mortem|stand-?up|(?:weekly|daily|team|board) (?:sync|meeting)|status (?:report|update)"
    r"|lab (?:report|sheet|notes)|rubric|run ?book|okrs?|lesson plan|release notes|change ?log|score ?cards?"
    r"|sprint review|job description"
    r"|incident (?:report|review)|soap note|abstract|meeting notes|retro(?:spective)?)"
    r"(?=\W*(?:$|\d|week\b)|\s*[:,(–—-])"
    r"|^\W*retro(?:spective)?\W+\w+\W*$|^\W*experiment\W{1,3}\d"
    r"|^\W*(?:(?:team|board|project|meeting) )?minutes\b|\bminutes of (?:the|our|a)\b",
    re.IGNORECASE,
)
"""What a heading says over a page of another kind; "Status report bot" is the name of a thing."""
_CAREER = re.compile(
    r"\b(?:19|20)\d\d\s?[-–—]\s?(?:(?:19|20)?\d\d\b|now\b|today\b|present\b)"
    r"|\bcurriculum vitae\b|\br[ée]sum[ée]\b",
    re.IGNORECASE,
)
"""What a heading says in a CV, such as from when to when somebody worked in a place."""
_METHODS = frozenset(("methods", "materials and methods"))
_PAPER = (frozenset(("method", "methodology")), frozenset(("conclusion", "conclusions")))
"""The labels of an abstract: by themselves, and one of each."""
_LABELS = _METHODS | frozenset(
    " ".join(words.split())
    for words in """attendees, present, apologies, absent, participants, agenda, minutes, chair, next meeting,
    action items, action points, education, employment, work experience, references, severity, detection,
    time to detect, steps to reproduce, expected result, expected results, expected behavior,
    expected behaviour, actual result, actual results, diagnosis, medications, allergies, ingredients,
    acceptance criteria""".split(",")
)
"""Labels that stand in such a document and in no story."""
_LETTER = re.compile(r"[*_(]*([A-Z])[*_)]{0,3}\s?[:.–—-][*_]{0,2}\s")
_MEDICAL = ("soap", "sbar")
_NEAR = 8
"""Lines around a draft in which such a label stands."""
_LABEL = 40
"""Characters in which it ends."""


def is_elsewhere(found: Sequence[Mark], draft: Draft, parts: Sequence[Part], heads: Iterable[str]) -> bool:
    """Whether the *parts* of a *draft* in which nobody says what "I" did belong to another document.

    *heads* are its title and the headings over it.
    """
    titles = list(heads)
    acted = any(PartKind.ACTION in (part.kind, *part.also) for part in parts)
    if any(map(_PAGES.search, titles)) or (not acted and any(map(_CAREER.search, titles))):
        return True
    around = {_words(mark) for mark in found[max(0, draft.first - _NEAR) : draft.last + _NEAR]}
    return bool(around & _LABELS) or all(around & each for each in _PAPER)


def is_patients(found: Sequence[Mark], draft: Draft) -> bool:
    """Whether the letters are those of a medical note: S, O, A and the plan P, or S, B, A and R."""
    near = found[draft.first : draft.last + _NEAR]
    letters = (_LETTER.match(mark.text) for mark in near if not mark.fenced)
    return "".join(letter[1] for letter in letters if letter).lower().startswith(_MEDICAL)


def _words(mark: Mark) -> str:
    """The words of a label, or of what stands before the first colon of a line."""
    words = mark.label.words if mark.label else mark.text[:_LABEL].partition(":")[0]
    return words.strip("*_: ").lower()
