"""Stories to rehearse, as terminal text: what each adds, and whether fewer would do."""

from __future__ import annotations

from collections.abc import Iterator

from starling.cli.paper import Lines, bold, clean, count, cut, dim, width, wrap
from starling.prep.cover_rows import rows_called
from starling.usecases.choose import Choice, Pick, strong_at

_NAMED = 6
"""Rows that are named of one story; the JSON has all."""


def _choice(choice: Choice) -> Iterator[str]:
    named = {"kinds": "the kinds of story", "questions": "the questions"}
    what = named.get(choice.set_name, choice.title)
    few = f"The fewest stories that cover {what} twice"
    yield bold(clean(few if choice.most is None else f"The best {choice.most} stories for {what}"))
    yield from wrap(_covered(choice))
    for number, pick in enumerate(choice.picks, 1):
        yield from ("", f"{number:>3}  {bold(cut(pick.title, width() - 5))}  {dim(clean(pick.story))}")
        yield from wrap(_use(choice, pick), "     ")
    yield from ("", *wrap(_sure(choice)))


def _use(choice: Choice, pick: Pick) -> str:
    """What a story is good for: the rows it is strong at, by name."""
    strong = strong_at(choice, pick, _NAMED)
    said = [f"strong at {strong}"] if strong else []
    return "; ".join([*said, *([f"partly at {len(pick.partly)}"] if pick.partly else [])])


def _covered(choice: Choice) -> str:
    if not choice.picks:
        return f"No story is strong at any of the {rows_called(choice.set_name)} yet."
    told, what = count(len(choice.picks), "story", "stories"), rows_called(choice.set_name)
    total = choice.twice + choice.once + choice.never
    twice = f"{choice.twice} of {total} {what} have two strong ones among them"
    return f"{told}: {twice}, {choice.once} one, {choice.never} none."


def _sure(choice: Choice) -> str:
    if not choice.picks:
        return f"Next: starling coverage {choice.set_name}"
    said = []
    if choice.most is None and choice.short:
        short = f"{len(choice.short)} of the {rows_called(choice.set_name)}"
        said.append(f"For {short} there are fewer than two strong stories at all.")
    if choice.stopped:
        said.append("You stopped the search; this is the best so far.")
    return " ".join((*said, _bound(choice)))


def _bound(choice: Choice) -> str:
    """How far another choice could be better."""
    if choice.proven:
        return f"No {'fewer stories do it' if choice.most is None else 'other choice is worth more'}: proven."
    if not choice.bound:
        return "A quick choice, close to the best. For the exact one: .venv/bin/pip install highspy"
    if choice.most is None:
        return f"At least {choice.bound} are needed; whether {len(choice.picks)} is the least is not proven."
    rest = 100 * (choice.bound - choice.value) / choice.value
    return f"Whether another choice is worth more is not proven; at most {rest:.1f}% more."


LINES: Lines = {Choice: _choice}
