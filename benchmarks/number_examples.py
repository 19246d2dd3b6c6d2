"""The worked examples of the numbers audit, held against what it says.

An example that cites lines of a seed is looked for there: the stories of that
seed are audited whole, and a claim counts when one of its quantities stands on
a cited line. Every other example is audited on its ``text`` alone. A verdict is
right when some claim of a relation that the example names has it, and none of
them is a contradiction, other than those that another example of the same lines
and relation wants; for a trap, when nothing is raised on the numbers it names.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from benchmarks.number_labels import alike
from starling.model.prep import Source
from starling.model.report import Brief
from starling.model.story import Story
from starling.prep.notes import read_source, stories_in
from starling.review.numbers.audit import audit
from starling.review.numbers.facts import State, fact_sheet, projects
from starling.review.numbers.relation import Claim, Verdict
from starling.review.reading import Reading
from starling.review.rule import tell
from starling.text.repair import decode, repair

_CITED = re.compile(r"seed(\d{3})")
_LINES = re.compile(r"(?<![\w-])L?(\d+)(?:-(\d+))?(?![\w-])")
_ACROSS = "R16"
_ACROSS_SAYS = {
    State.DIFFERS: Verdict.CONTRADICTION,
    State.AGREES: Verdict.CONSISTENT,
    State.ONCE: Verdict.UNVERIFIABLE,
}
_STORY = re.compile(r"\bS(\d)\b")
_DIGITS = re.compile(r"\d+(?:\.\d+)?")
_RELATION = re.compile(r"R\d+")


class Said(NamedTuple):
    """What a claim says, and on which lines of its file."""

    relation: str
    verdict: Verdict
    lines: frozenset[int]
    digits: frozenset[str]
    shown: str


def lines(shared: Path, errors: list[str]) -> Iterator[str]:
    """One row an example: what it is run on, the verdict it must get, and whether it gets it."""
    path = shared / "reference" / "numbers_examples.json"
    if not path.exists():
        yield "worked examples: not here, not run"
        return
    examples = json.loads(path.read_text("utf-8"))
    right = 0
    for example in examples:
        way, claims = _said(example, shared / "seeds")
        others = [each for each in examples if each is not example and each["verdict"] == "contradiction"]
        good = _is_right(example, [each for each in claims if not _is_wanted(each, example, others)])
        right += good
        relation = " ".join(_RELATION.findall(example["relation"])) or "trap"
        head = f"  {example['id']:<4} {relation:<8} {example['verdict']:<14}"
        row = f"{head} {way:<22} {'right' if good else 'MISSED'}"
        yield row
        if not good:
            heard = "; ".join(f"{each.relation} {each.verdict}: {each.shown}" for each in claims) or "nothing"
            errors.append(f"{row}\n      {example['text']}\n      heard {heard}")
    reached = "reached" if right == len(examples) else "MISSED"
    yield f"worked examples: {right} of {len(examples)} verdicts right   all {reached}"


def _is_wanted(claim: Said, example: dict[str, Any], others: Iterable[dict[str, Any]]) -> bool:
    """Whether a contradiction is the one that another example of the same seed asks for."""
    return claim.verdict is Verdict.CONTRADICTION and any(
        claim.relation in _RELATION.findall(other["relation"])
        and claim.lines & _lines_of(other["source"])
        and _CITED.findall(other["source"]) == _CITED.findall(example["source"])
        for other in others
    )


def _is_right(example: dict[str, Any], claims: list[Said]) -> bool:
    named = _RELATION.findall(example["relation"])
    if example["verdict"] == "none":
        traps = set(_DIGITS.findall(example["text"]))
        heard = (each for each in claims if (each.relation in named or not named) and each.digits & traps)
        return all(each.verdict is Verdict.CONSISTENT for each in heard)
    verdicts = {each.verdict for each in claims if any(alike(each.relation, name) for name in named)}
    strict = example["verdict"] == "contradiction" or Verdict.CONTRADICTION not in verdicts
    return strict and example["verdict"] in verdicts


def _said(example: dict[str, Any], seeds: Path) -> tuple[str, list[Said]]:
    """What the example was run on, and the claims heard there."""
    cited = _CITED.search(example["source"])
    found = sorted(seeds.glob(f"{cited[1]}_*.txt")) if cited is not None else []
    if not found:
        return "its text", _claims([tell(result=example["text"])])
    wanted = _lines_of(example["source"])
    stories = _stories(found[0])
    near = [each for each in stories if wanted & _span(each)]
    if not wanted:
        near = [stories[int(number) - 1] for number in _STORY.findall(example["source"])]
    claims = _claims(near) if near else _claims([tell(result=_text(found[0]))])
    if _ACROSS in example["relation"]:
        claims += _across(stories)
    heard = [each for each in claims if not wanted or each.lines & wanted]
    return "seed lines" if wanted else "its story of the seed", heard


def _lines_of(source: str) -> set[int]:
    """The lines that a source cites: 92 to 95 of “seed002 S2 L92-95”."""
    cited: set[int] = set()
    for piece in re.findall(r"L[\d,\-\s]+(?:\(\+L\d+\))?", source.replace("(+", "").replace(")", "")):
        for first, last in _LINES.findall(piece):
            cited |= set(range(int(first), int(last or first) + 1))
    return cited


@cache
def _stories(path: Path) -> tuple[Story, ...]:
    text = _text(path)
    return stories_in(read_source(Source(path.name, text, text.encode())))


def _text(path: Path) -> str:
    return repair(decode(path.read_bytes())[0])[0]


def _span(story: Story) -> set[int]:
    return {line.number for part in story.parts for line in part.lines}


def _claims(stories: Iterable[Story]) -> list[Said]:
    found = []
    for story in stories:
        reading = Reading(story, Brief())
        found += [_of(claim, reading) for claim in audit(reading).claims]
    return found


def _of(claim: Claim, reading: Reading) -> Said:
    numbers = frozenset(reading.where(each.start).line for each in claim.quantities)
    digits = frozenset(found for each in claim.quantities for found in _DIGITS.findall(each.text))
    return Said(claim.relation, claim.verdict, numbers, digits, claim.arithmetic)


def _across(stories: Iterable[Story]) -> list[Said]:
    """What the fact sheets of a seed's projects say of each figure, on all lines that tell it."""
    readings = [Reading(story, Brief()) for story in stories]
    found = []
    for group in projects(readings):
        for fact in fact_sheet([readings[n] for n in group]).facts:
            numbers = frozenset(each.place.line for each in fact.tellings)
            found.append(
                Said(
                    _ACROSS,
                    _ACROSS_SAYS[fact.state],
                    numbers,
                    frozenset(),
                    f"{fact.state}: {fact.tellings[0].words}",
                )
            )
    return found
