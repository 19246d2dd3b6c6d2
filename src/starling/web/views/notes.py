"""Findings and checked sums as margin notes: numbered in reading order, each with its word and what to do."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from starling.model.report import Finding, Strength
from starling.model.story import Place
from starling.review.numbers.relation import Verdict
from starling.usecases.numbers import Related

_OUTSIDE = re.compile(r"“[^”]*”|[^“]")
_END = re.compile(r"[.?](?=\s)")
_DISAGREE = frozenset({"numbers-disagree", "figures-drift-between-stories"})
_UNCLEAR = frozenset({"numbers-unclear"})
_WHOSE = frozenset({"team-action-without-own-part", "agent-unclear"})
_NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")
_SUMS = frozenset({"R1", "R2", "R3", "R4", "R5", "R6", "R7", "R15", "R17"})
"""Relations with something to add up, multiply or divide (docs/relations.md)."""
_WORKED = re.compile(r"[=≈]")
"""What stands in a sum that was worked out; "3 of 4 docks" says no more than the story does."""
BY_STRENGTH = {
    Strength.ESSENTIAL: ("gap", "Mend first"),
    Strength.ACTIONABLE: ("gap", "Mend"),
    Strength.INFORMATIVE: ("gap", "Worth knowing"),
    Strength.CELEBRATORY: ("keep", "Keep"),
}
"""How a finding is marked, and the word for it, by how much it matters."""


@dataclass(frozen=True, slots=True, order=True)
class Note:
    """One note: where it belongs, the word for its kind, a first sentence, the rest, and what may be done.

    ``number`` is its place in reading order, from 1. ``rule`` is the rule or
    the relation that says why; ``about`` is what an acceptance of it carries.
    ``edit`` is the label of the way to the words, "" where nothing is to mend.
    """

    start: Place
    end: Place
    kind: str
    word: str
    head: str
    text: str
    rule: str = ""
    about: str = ""
    edit: str = ""
    number: int = 0


def of_finding(finding: Finding, about: str) -> Note:
    """What a rule says, as a note; *about* are the words it was said of."""
    kind, word = kind_of(finding)
    head, text = first_sentence(finding.message)
    edit = {"keep": "", "clash": "Settle"}.get(kind, "Edit")
    return Note(finding.start, finding.end, kind, word, head, text, finding.rule, about, edit)


def of_sum(related: Related) -> Note:
    """A sum that holds, as a note."""
    quote = related.quotations[-1].quote
    text = related.arithmetic[:1].upper() + related.arithmetic[1:]
    head = f"“{quote}” checks out."
    return Note(related.start, related.end, "ok", "Checked", head, text, related.relation)


def holds(related: Related) -> bool:
    """Whether a relation is a stated sum that is right: two figures that say the same are no sum."""
    return (
        related.verdict is Verdict.CONSISTENT
        and related.stated
        and related.relation in _SUMS
        and _WORKED.search(related.arithmetic) is not None
        and comes_out(related.arithmetic)
    )


def comes_out(arithmetic: str) -> bool:
    """Whether a sum comes out at the figure that is written, and not only where both ends are rounded."""
    worked, _, written = arithmetic.rpartition(", written ")
    stated = _NUMBER.search(written)
    if not worked or stated is None:
        return True
    return any(_same(each, stated[0]) for each in _NUMBER.findall(worked))


def _same(computed: str, stated: str) -> bool:
    """Two numbers, the computed one as exact as the stated one is written."""
    exact, said = (Decimal(each.replace(",", "")) for each in (computed, stated))
    return round(exact, len(stated.partition(".")[2])) == said


def kind_of(finding: Finding) -> tuple[str, str]:
    """How the words of a finding are underlined, and the word that says the same."""
    if finding.rule in _DISAGREE:
        return "clash", "Disagrees"
    if finding.rule in _UNCLEAR:
        return "clash", "Unclear"
    if finding.rule in _WHOSE:
        return "we", "We"
    return BY_STRENGTH[finding.strength]


def first_sentence(message: str) -> tuple[str, str]:
    """The first sentence of a message and the rest; a full stop inside a quotation ends nothing."""
    blind = _OUTSIDE.sub(lambda match: match[0] if len(match[0]) == 1 else "x" * len(match[0]), message)
    end = _END.search(blind)
    return (message, "") if end is None else (message[: end.end()], message[end.end() :].strip())


def numbered(notes: Sequence[Note]) -> tuple[Note, ...]:
    """The notes in reading order, numbered from 1."""
    return tuple(replace(note, number=index) for index, note in enumerate(sorted(notes), 1))
