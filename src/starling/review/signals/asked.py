"""What a story is asked for: its question, and what its author filed it under."""

from __future__ import annotations

import re
from enum import StrEnum

from starling.model.report import QuestionType
from starling.review.question_type import question_type
from starling.review.reading import Reading
from starling.review.signals import signal


class Asked(StrEnum):
    """The common questions with traps of their own (rubric, 6.2)."""

    FAILURE = "failure"
    CONFLICT = "conflict"
    LEADERSHIP = "leadership"
    WEAKNESS = "weakness"
    WHY_US = "why us"
    ABOUT_YOURSELF = "about yourself"


_BY_TYPE = {
    QuestionType.FAILURE: Asked.FAILURE,
    QuestionType.CONFLICT: Asked.CONFLICT,
    QuestionType.LEADERSHIP: Asked.LEADERSHIP,
}
_PROJECT_FAILED = re.compile(
    r"\b(?:project|program|programme|risk|plan|launch|product|model|system|result|experiment|idea|approach"
    r"|hypothesis|study|bet)s? (?:\w+ ){0,3}(?:fail|didn['’]?t|did not|went wrong|was failing)"
)
"""A question about a project or an experiment that failed, which need not have been the speaker's error."""
_BY_WORDS = {
    Asked.WEAKNESS: re.compile(r"\bweakness|\bareas? (?:of|for) (?:improvement|growth|development)"),
    Asked.WHY_US: re.compile(
        r"\bwhy (?:do you want|are you interested|did you apply|would you like)"
        r"|\bwhy (?:us|this (?:company|role|job|team))\b|\bwhat (?:attracts|draws|interests) you"
    ),
    Asked.ABOUT_YOURSELF: re.compile(
        r"\babout (?:your|my)self\b|\bintroduce yourself|\bthrough your (?:resume|résumé|cv|background)"
    ),
}
_HEADING = 80
"""A line above a story that is longer than this is no heading."""
_FILED = {
    Asked.FAILURE: re.compile(
        r"\bfail(?:ed|ing)\b(?! (?:job|build|test|pipeline|node|disk|over))"
        r"|\bmistakes?\b|\bregrets?\b|\bmy failure"
        r"|\blearn\w* from (?:\w+ ){0,2}(?:failure|mistake|setback|challenge)s?\b"
        r"|^\W*(?:(?:story|star|example|question|q)? ?\d*\W*)(?:biggest |greatest )?(?:failures?|setbacks?)\b"
        r"(?! (?:detect|recover|handl|mode|rate|reduc|prevent|analy))"
    ),
    Asked.CONFLICT: re.compile(
        r"\bconflicts?\b(?! (?:of interest|detection|in (?:git|merge)))|\bdisagree\w*|\bpush(?:ing)? ?back\b"
    ),
    Asked.LEADERSHIP: re.compile(r"\bleadership\b(?! principle)|\bleading (?:a|the|people|without)\b"),
} | _BY_WORDS


@signal
def asked(reading: Reading) -> frozenset[Asked]:
    """The kinds of question this story answers; several where it is filed under several.

    The brief's type and the story's own question decide; its title, its tags
    and the lines above it are read only where there is neither.
    """
    story = reading.story
    question = (story.question or "").lower()
    kind = reading.question_type or question_type(story.question)
    if kind is None and story.question is None:
        headings = (line.text for line in story.notes if len(line.text) <= _HEADING)
        return _filed_under((story.title, *story.tags, *story.serves, *headings))
    found = {by for by, cue in _BY_WORDS.items() if cue.search(question)}
    if kind in _BY_TYPE and not (kind is QuestionType.FAILURE and _PROJECT_FAILED.search(question)):
        found.add(_BY_TYPE[kind])
    return frozenset(found)


def _filed_under(names: tuple[str, ...]) -> frozenset[Asked]:
    filed = [name.lower() for name in names]
    return frozenset(kind for kind, cue in _FILED.items() if any(cue.search(name) for name in filed))
