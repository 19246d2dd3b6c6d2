"""Counts that the result takes up in words: "all 5 teams use it", "no incidents since", "all were fixed"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from starling.model.story import PartKind
from starling.review.numbers.closing.ended import Closing, End, Told
from starling.review.numbers.quantities.metric import stem
from starling.review.numbers.quantities.quantity import Bound, Kind, Quantity
from starling.review.numbers.told.aims import Aim, AimKind, goal_sentences

_ALL = re.compile(r"\b(?:all|every one|each one)\s(?:of\s)?(?:the |our |those |these )?$")
_OF_SOME = re.compile(r"\s(?:of|in|at|for|from|that|which|who|owned|run|with)\b")
_WHOLE = re.compile(
    r"\b(?:all|across|every|each of|for|to|our|the|of)\s(?:all |the |our |of |about |over )?[~]?$"
)
_MENDED = re.compile(
    r"\ball (?:of )?(?:the |our |those |these )?(?P<what>(?:[a-z][\w-]* ){0,3}?[a-z][\w-]*s) "
    r"(?:(?:were|are|have been|had been|got|is now|are now|now)\s)?(?:successfully |fully |finally )?"
    r"(?:fixed|remediated|resolved|closed|patched|migrated|retired|moved|repaired|removed|replaced|"
    r"restored|recovered|cleared|covered|onboarded|trained|converted|upgraded)\b"
)
_PROBLEM = re.compile(
    r"(?:incident|error|alert|alarm|bug|crash|outage|complaint|ticket|failur|defect|violation|breach|"
    r"timeout|escalation|issu|loss|regression|warning|finding|vulnerabilit|cve|fault|leak|exception|"
    r"duplicat|mistak|accident|collision|rollback|pag)"
)
"""The stems of things of which none is the aim."""
_NONE = re.compile(
    r"\b(?:no|not a single|not one)\s(?:more |further |new )?(?:[a-z-]+ ){0,2}?(?P<what>[a-z]+)\b"
    r"(?=[.,;]|\s(?:since|in|for|during|after|at all|ever|so far|were|was|has|have)\b|$)"
)
_REAL = 2
"""From here on a count is a set of things, and a whole."""


def counts(told: Told) -> Iterator[Closing]:
    """The counts of a telling whose whole the result claims to have reached."""
    earlier = _counted(told)
    if earlier:
        yield from _none_left(told, earlier)
        yield from _all_of(told, earlier)
        yield from _all_mended(told, earlier)


def _counted(told: Told) -> dict[str, list[Quantity]]:
    """The counts of things before the result, by the stem of what they count."""
    found: dict[str, list[Quantity]] = {}
    for each in told.sheet.of_kind(Kind.COUNT):
        if each.sentence not in told.indices and each.noun and each.low > 0:
            found.setdefault(stem(each.noun), []).append(each)
    return found


def _none_left(told: Told, earlier: dict[str, list[Quantity]]) -> Iterator[Closing]:
    """As in "about 30 alerts a day" and "zero alerts in the first month"."""
    problems = {noun: counts for noun, counts in earlier.items() if _PROBLEM.match(noun)}
    if not problems:
        return
    for q in told.by_kind[Kind.COUNT]:
        known = problems.get(stem(q.noun)) if q.noun and not q.high else None
        if known:
            yield _met(known[-1], q)
    said = told.sheet.places.known
    for sentence in told.sentences if "no" in said or "not" in said else ():
        for none in _NONE.finditer(sentence.lower):
            known = problems.get(stem(none["what"]))
            if known:
                yield _met(known[-1], told.words(sentence.start + none.start(), sentence.start + none.end()))
                break


def _met(whole: Quantity, answer: Quantity) -> Closing:
    return Closing(Aim(whole, AimKind.VALUE, named=False), End.MET, (answer,), apart=True)


def _all_of(told: Told, earlier: dict[str, list[Quantity]]) -> Iterator[Closing]:
    """As in "one tool for 5 teams" and "all 5 teams use it"; another number is another whole."""
    if not told.sheet.mentions("all ", "every one", "each one"):
        return
    goal = {sentence.index for sentence in goal_sentences(told.reading)}
    for q in told.by_kind[Kind.COUNT]:
        if q.low <= 1 or not q.noun or _ALL.search(told.sheet.before(q)) is None:
            continue
        aimed = [each for each in earlier.get(stem(q.noun), ()) if _is_aimed(told, each, goal)]
        if any(each.low == q.low for each in aimed):
            yield _met(next(each for each in aimed if each.low == q.low), q)
        elif len(aimed) == 1 and _OF_SOME.match(told.sheet.after(q)) is None:
            yield Closing(Aim(aimed[0], AimKind.VALUE, named=False), End.OTHER_SIZE, (q,), apart=True)


def _is_aimed(told: Told, count: Quantity, goal: set[int]) -> bool:
    """Whether a count of the goal names all that there are."""
    wanted = count.part is PartKind.TASK or count.sentence in goal
    exact = count.bound in (Bound.EXACT, Bound.ABOUT)
    return wanted and exact and count.low >= _REAL and _WHOLE.search(told.sheet.before(count)) is not None


def _all_mended(told: Told, earlier: dict[str, list[Quantity]]) -> Iterator[Closing]:
    """As in "4 images had open findings" and "All findings were fixed"."""
    if not told.sheet.mentions("all "):
        return
    for sentence in told.sentences:
        match = _MENDED.search(sentence.lower)
        if match is None:
            continue
        start = sentence.start + match.start()
        named = {stem(word) for word in match["what"].split()}
        told_of = [q for each in earlier.values() for q in each if named & {*q.metric, stem(q.noun)}]
        if told_of:
            first = min(told_of, key=lambda q: q.start)
            yield _met(first, told.words(start, sentence.start + match.end()))
