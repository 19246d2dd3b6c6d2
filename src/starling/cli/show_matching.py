"""Matches as terminal text: each story under its fit, the sentence that shows it, and what is missing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from shlex import quote

from starling.cli.paper import Lines, bold, clean, count, cut, dim, paint, width, wrap
from starling.matching.fit import Fit, Match, Proof
from starling.model.question import Slot
from starling.usecases.matching import Answer, Answers, Matched, Matches

_HEADS = {
    Fit.STRONG: ("Strong", "green"),
    Fit.PARTLY: ("Partly", "yellow"),
    Fit.ANGLE: ("An angle that you have not told yet", "cyan"),
}
_SLOTS = 3
"""Missing slots that are named; more would be a list to work off, not advice."""


def _matches(matches: Matches) -> Iterator[str]:
    yield bold(cut(matches.demand.text, width()))
    if matches.competency:
        yield dim(f"Understood as: {matches.competency}")
    elif matches.demand.event and not matches.demand.slug:
        yield dim("Like no question of the bank, so it was matched by its words alone.")
    if not matches.demand.event:
        yield dim("It asks for no event, so a story is an angle of it at most.")
    if matches.cut:
        yield dim("Only the beginning of this long question was looked at.")
    yield from _by_fit(matches.stories)
    yield from ("", *wrap(_next(matches)))


def _by_fit(stories: Sequence[Matched]) -> Iterator[str]:
    for fit, (head, colour) in _HEADS.items():
        chosen = [each for each in stories if each.match.fit is fit]
        if chosen:
            yield from ("", f"  {paint(head, colour)}")
        for each in chosen:
            yield from _story(each)


def _story(matched: Matched) -> Iterator[str]:
    match = matched.match
    yield f"    {bold(cut(matched.title, width() - 4))}  {dim(clean(match.story))}"
    yield from _evidence(match)
    yield from _missing(matched.missing)
    for slot, other in matched.elsewhere[:_SLOTS]:
        yield from wrap(f"{other} tells it: {slot.name.lower()}.", "        ", first="      → ")
    if match.tellings:
        yield from map(dim, wrap(f"The same event: {', '.join(match.tellings[:_SLOTS])}", "      "))


def _evidence(match: Match) -> Iterator[str]:
    if match.stated:
        yield from wrap(f"You say so yourself: “{match.stated}”", "        ", first="      = ")
    for proof in match.proofs[:1]:
        why = f"  ({proof.why.lower()})" if proof.why else ""
        yield from wrap(f"{quoted(proof)}{why}", "        ", first="      - ")


def quoted(proof: Proof) -> str:
    """The sentence that shows a fit, behind its line where it stands in the story."""
    return f"line {proof.line} “{proof.quote}”" if proof.line else f"“{proof.quote}”"


def _missing(missing: Sequence[Slot]) -> Iterator[str]:
    if missing:
        named = "; ".join(slot.name.lower() for slot in missing[:_SLOTS])
        yield from wrap(f"To make it stronger, tell: {named}.", "        ", first="      + ")


def _next(matches: Matches) -> str:
    if not matches.total:
        return "There are no stories here yet. Next: starling import my-notes.md"
    if not matches.stories:
        told = count(matches.total, "story", "stories")
        return f"None of your {told} answers this. Next: write one that does, or: starling questions"
    first = matches.stories[0].match
    rest = f"{count(matches.others, 'other story', 'other stories')} not shown. " if matches.others else ""
    if first.fit is Fit.STRONG:
        return f"{rest}Next: starling show {quote(first.story)}"
    nearest = f"No strong answer yet; the nearest is {first.story}."
    return f"{nearest} {rest}Next: starling show {quote(first.story)}"


def _answers(answers: Answers) -> Iterator[str]:
    yield bold(cut(answers.story.title, width()))
    yield dim(clean(f"{answers.where}:{answers.story.line}"))
    yield from _kind("Questions", answers.questions, answers.more_questions)
    yield from _kind("Principles", answers.principles, answers.more_principles)
    if answers.tellings:
        yield from ("", *wrap(f"The same event is told in {', '.join(answers.tellings)}."))
    yield from ("", *wrap(_hint(answers)))


def _kind(head: str, found: Sequence[Answer], more: int) -> Iterator[str]:
    if not found:
        return
    yield from ("", f"  {bold(head)}")
    for each in found:
        named = each.demand.text if each.demand.kind == "question" else each.demand.slug
        yield from wrap(named, "        ", first=f"    {_MARKS[each.match.fit]} ")
        if each.match.stated:
            yield from map(dim, wrap(f"you say so yourself: “{each.match.stated}”", "        "))
        elif each.match.proofs:
            yield dim(f"        {cut(quoted(each.match.proofs[0]), width() - 8)}")
    if more:
        yield dim(f"    and {more} more: -n {more + len(found)}")


_MARKS = {Fit.STRONG: "●", Fit.PARTLY: "◐", Fit.ANGLE: "○", Fit.NONE: "·"}


def _hint(answers: Answers) -> str:
    if not answers.questions and not answers.principles:
        return f"It answers no question of the bank yet. Next: starling check {quote(answers.where)}"
    return "● strong, ◐ partly. Next: starling match QUESTION shows what is missing."


LINES: Lines = {Matches: _matches, Answers: _answers}
