"""What the seed notes ask, the bank asks: every behavioural question of theirs, and every hint under one.

The bank has its own wording, so that content words are compared. A question is
there when a question of the bank, or the name of a principle, has three
quarters of its content words. A hint is there when half of its words stand in
what belongs to that: wordings, follow-ups and what an answer shows, of the
questions of that competency, or of those that probe the principle. Words are
one when they share their beginning.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

from starling.adapters.inputs import find_files, read_file
from starling.content import bank
from starling.model.notes import Question
from starling.model.prep import Source
from starling.model.question import BankQuestion
from starling.prep.notes import read_source

SEEDS = Path(__file__).parents[3] / "shared" / "seeds"
pytestmark = pytest.mark.skipif(
    not SEEDS.is_dir(), reason="The seed notes are not on this machine: nothing was checked."
)

TECHNICAL = re.compile(
    r"^(?:phase|machine learning$|deep learning$|mlops|sql$|system design|technical deep dive)", re.IGNORECASE
)
"""Headings of the seeds under which no behavioural question stands."""
OWN_LIST = re.compile(r"^ \d\. (?P<head>[^:\n]+?)(?: ?: ?(?P<hints>.+))?$", re.MULTILINE)
"""A numbered list of areas with hints behind a colon, which the importer leaves as notes."""
CHECKS = re.compile(r"^\*\s+\*\*[^*]+\*\*: (?P<check>.+\?)", re.MULTILINE)
"""What an author asks themselves under a principle."""
EMPTY = frozenset(
    "a about an and any are as at be by did do for from get give had has have how i in is it just me my no "
    "not of on or our share so tell that the their them then there this time to up us use was we were what "
    "when where which who why with would you your yourself describe situation experience example examples "
    "explain work working exactly handle handling considerations".split()
)
"""Words that any question may hold."""
SAME = {"ml": "machine learning", "5": "five", "favorite": "favourite", "deriving": "driving"}
"""Other spellings, and one slip of a pen."""
QUESTION, HINT = 0.75, 0.5


class Wanted(NamedTuple):
    """A question of the seeds, its hints, and where it stands."""

    text: str
    hints: tuple[str, ...]
    where: str


class Target(NamedTuple):
    """A question of the bank or a principle: its ways to be worded, and the words of what belongs to it."""

    name: str
    wordings: tuple[frozenset[str], ...]
    around: frozenset[str]


def words(text: str) -> frozenset[str]:
    """The content words of a text, without a number at its head and without what an apostrophe cuts off."""
    plain = re.sub(r"^\d+ |['’](?:s|re|ve|m|t)\b", "", text.lower())
    found = re.findall(r"[a-z0-9]+(?:-[a-z]+)?", plain)
    return frozenset(word for each in found for word in SAME.get(each, each).split() if word not in EMPTY)


@cache
def one(first: str, second: str) -> bool:
    """Whether two words share their beginning: at least four letters, and half of the longer."""
    pairs = enumerate(zip(first, second, strict=False))
    common = next((n for n, (a, b) in pairs if a != b), min(len(first), len(second)))
    return first == second or common >= max(4, max(len(first), len(second)) / 2)


def share(wanted: frozenset[str], there: Iterable[str]) -> float:
    """How much of the wanted words is there."""
    known = tuple(there)
    return sum(any(one(word, each) for each in known) for word in wanted) / max(1, len(wanted))


@cache
def targets() -> tuple[Target, ...]:
    """All that a question of the seeds may be."""
    said = {each.slug: all_words(each) for each in bank.questions()}
    found = []
    for each in bank.questions():
        near = (said[other.slug] for other in bank.questions() if other.competency == each.competency)
        texts = tuple(words(text) for text in (each.text, *each.also))
        found.append(Target(each.slug, (*texts, frozenset().union(*texts)), frozenset().union(*near)))
    for principle in bank.principles():
        near = (said[each.slug] for each in bank.questions() if principle.ref in each.probes)
        found.append(Target(principle.ref, (words(principle.name),), frozenset().union(*near)))
    return tuple(found)


def all_words(question: BankQuestion) -> frozenset[str]:
    """The words of a question, of what comes next, and of what an answer shows."""
    shows = (f"{each.name} {each.gist}" for each in bank.slots() if each.slug in question.shows)
    return words(" ".join((question.text, *question.also, *question.follow_ups, *question.traps, *shows)))


@cache
def best(text: str) -> tuple[float, Target]:
    """What has most of a text, in the fewest words."""
    wanted = words(text)
    scored = ((share(wanted, each), -len(each), target) for target in targets() for each in target.wordings)
    most, _, target = max(scored, key=lambda each: each[:2])
    return most, target


def notes() -> Iterator[Source]:
    """The seed notes."""
    for path in sorted(SEEDS.iterdir()):
        for found in find_files([str(path)]).files:
            read = read_file(found)
            assert isinstance(read, Source), path
            yield read


def is_behavioural(question: Question) -> bool:
    """Whether it stands under no technical heading."""
    return TECHNICAL.match(question.category or "") is None


def wanted() -> Iterator[Wanted]:
    """Every behavioural question of the seeds with its hints."""
    for source in notes():
        for question in filter(is_behavioural, read_source(source).questions):
            hints = tuple(each for each in question.prompts if not each.startswith("Trap"))
            yield Wanted(question.text, hints, f"{source.name}:{question.line}")
        for found in OWN_LIST.finditer(source.text):
            hints = tuple((found["hints"] or "").split(","))
            yield Wanted(found["head"], tuple(filter(words, hints)), f"{source.name}: own list")
        for found in CHECKS.finditer(source.text):
            yield from (
                Wanted(each, (), f"{source.name}: checks") for each in found["check"].split(" or ")[:1]
            )


def test_every_question_of_the_seeds_is_in_the_bank() -> None:
    """
    No behavioural question of the seeds is without one in the bank that asks for the same.
    """
    asked = [(each.where, each.text, *best(each.text)) for each in wanted()]
    missing = [(where, text, target.name) for where, text, found, target in asked if found < QUESTION]

    assert len(asked) >= 25
    assert [] == missing


def test_every_hint_under_them_is_in_what_belongs_to_the_question() -> None:
    """
    What the seeds note under a question is asked or expected by the bank beside that question.
    """
    hints = [(best(each.text)[1], hint, each.where) for each in wanted() for hint in each.hints]
    missing = [
        (where, hint, target.name)
        for target, hint, where in hints
        if share(words(hint), target.around) < HINT
    ]

    assert len(hints) >= 30
    assert [] == missing


def test_every_kind_of_story_of_the_seeds_is_one_of_ours() -> None:
    """
    The ML stories that the seeds say to prepare, and the must-haves, are kinds of ours.
    """
    ours = [words(f"{each.name} {each.gist} {each.slug} {' '.join(each.has)}") for each in bank.story_kinds()]
    section = re.compile(r"^## [^\n]*ML-Specific Stories.*?(?=^## )", re.MULTILINE | re.DOTALL)
    listed = [found.group() for source in notes() for found in section.finditer(source.text)]
    named = [name for text in listed for name in re.findall(r"^\d\. \*\*(.+?)\*\*", text, re.MULTILINE)]
    named += re.findall(r'\d "(\w+) Stor\w+"', "".join(source.text for source in notes()))

    assert len(named) >= 11
    assert [] == [name for name in named if max(share(words(name) - {"story"}, each) for each in ours) < HINT]
