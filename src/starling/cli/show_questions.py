"""Questions as terminal text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from starling.cli.paper import Lines, bold, cells, clean, count, cut, dim, pad, width, wrap
from starling.cli.show_principles import unfit_lines
from starling.model.question import Asked, BankQuestion, Competency, InterviewType
from starling.usecases.questions import QuestionKept, QuestionList, QuestionShown, Wanted

_SLUG = 34
"""Columns for a slug in a list; a longer one pushes its question to the right."""


def question_list_lines(found: QuestionList) -> Iterator[str]:
    """The questions below their competencies; without a wish, the tree and how many each branch has."""
    if found.wanted == Wanted():
        yield from _tree(found)
    else:
        yield from _listed(found)
    yield from unfit_lines(found.unfit)


def _tree(found: QuestionList) -> Iterator[str]:
    counts = {each.slug: _number(found.questions, each.slug) for each in found.competencies}
    room = max(cells(each.slug) for each in found.competencies) + 2
    for branch in _below(found.competencies, None):
        leaves = _below(found.competencies, branch.slug)
        total = counts[branch.slug] + sum(counts[leaf.slug] for leaf in leaves)
        yield f"{bold(pad(branch.slug, room))} {total:>4}  {branch.name}"
        for leaf in leaves:
            head = f"  {pad(leaf.slug, room - 2)} {counts[leaf.slug]:>4}  "
            yield head + cut(leaf.gist, width() - cells(head))
    if counts_elsewhere := _number(found.questions, ""):
        yield f"{pad('without a competency', room)} {counts_elsewhere:>4}"
    yield from _list("Kinds of interview", map(_interview, found.interviews))
    own = sum(each.own for each in found.questions)
    yours = f", {own} of them yours" if own else ""
    others = f" {count(found.others, 'other')} of yours ask for no event." if found.others else ""
    said = f"{count(found.total, 'question')}{yours}.{others} Next: starling questions --competency NAME"
    yield from ("", *wrap(said))


def _interview(interview: InterviewType) -> str:
    return f"{interview.name}, {interview.length}. {interview.focus}"


def _below(tree: Sequence[Competency], parent: str | None) -> list[Competency]:
    return [each for each in tree if each.parent == parent]


def _number(questions: Iterable[BankQuestion], competency: str) -> int:
    return sum(each.competency == competency for each in questions)


def _listed(found: QuestionList) -> Iterator[str]:
    if not found.questions:
        yield from wrap(
            f"None of {count(found.total, 'question')} is so. Leave out an option, or add your own."
        )
        return
    names = {each.slug: each.name for each in found.competencies}
    for competency, questions in groupby(found.questions, key=lambda each: each.competency):
        yield from ("", bold(names.get(competency, "Without a competency")))
        for each in questions:
            yield from _row(each)
    shown = f"{len(found.questions)} of {count(found.total, 'question')}"
    yield from ("", *wrap(f"{shown}. Next: starling questions show QUESTION"))


def _row(question: BankQuestion) -> Iterator[str]:
    room = min(_SLUG, width() // 2)
    head = f"  {pad(question.slug, room) if cells(question.slug) <= room else clean(question.slug)}  "
    yield from wrap(question.text, " " * (room + 4), first=head)
    if question.asked:
        yield dim(clean(f"{' ' * (room + 4)}asked {_asked(question.asked)}"))


def _asked(asked: Iterable[Asked]) -> str:
    return ", ".join(f"at {each.company}{f' on {each.day}' if each.day else ''}" for each in asked)


def question_lines(shown: QuestionShown) -> Iterator[str]:
    """One question: its wordings, what an answer shows, what spoils it, what comes next, whom it serves."""
    question = shown.question
    yield from map(bold, wrap(question.text))
    under = shown.competency.name if shown.competency else "no competency yet"
    level = f", from {question.level} on" if question.level else ""
    yield dim(clean(f"{question.slug}: {under}, {question.type}{level}{', yours' if question.own else ''}"))
    yield from _list("A full answer shows", (f"{each.name}: {_small(each.gist)}" for each in shown.shows))
    yield from _list("What spoils it", question.traps)
    yield from _list("What comes next", question.follow_ups)
    yield from _list("Kinds of story", (f"{each.name} ({each.slug})" for each in shown.kinds))
    yield from _list("Also asked as", question.also)
    yield from _list("Probes", (f"{each.company}: {each.name}" for each in shown.probes))
    yield from _list("Asked", (_asked([each]) for each in question.asked))
    checked = f", checked {question.checked}" if question.checked else ""
    yield from ("", *map(dim, wrap(f"Source: {question.source}{checked}")))


def _small(gist: str) -> str:
    return gist[:1].lower() + gist[1:]


def _list(head: str, rows: Iterable[str]) -> Iterator[str]:
    rows = list(rows)
    if rows:
        yield from ("", f"  {bold(head)}")
        for row in rows:
            yield from wrap(row, "      ", first="    - ")


def kept_lines(kept: QuestionKept) -> Iterator[str]:
    """That a question is kept, and where."""
    if not kept.new:
        yield from wrap(f"“{kept.slug}” is in the bank already; nothing was changed.")
    else:
        yield from wrap(f"Kept as “{kept.slug}” in {kept.where}.")
    if kept.question is None:
        said = "It asks for no event of yours, so no story is looked for. If it does, write  type = "
        yield from wrap(f'{said}"…"  into its entry.')
    elif not kept.question.competency:
        said = "To put it into the tree, write  competency = "
        yield from wrap(f'{said}"…"  into its entry; starling questions lists them.')
    yield f"Next: starling questions show {kept.slug}" if kept.question else "Next: starling questions --own"


LINES: Lines = {
    QuestionList: question_list_lines,
    QuestionShown: question_lines,
    QuestionKept: kept_lines,
}
