"""Writes what is generated in the documents again; with ``--check``, names what is not current."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path

from starling.cli.exits import Exit
from starling.model.report import QuestionType
from starling.review.dimension import Dimension
from starling.review.engine import all_rules
from starling.review.followups import all_probes
from starling.review.numbers.audit import all_relations
from starling.review.numbers.relation import Relation, Verdict
from starling.review.probe import Probe
from starling.review.rubric import all_dimensions
from starling.review.rule import Example, Rule

ROOT = Path(__file__).parent.parent
_REPEATED = re.compile(r"((?:[A-Z][^.\n]{10,100}\. ?))\1{2,}")
HOW = "<!-- Written by `make docs` from the files it describes. Change those. -->"


def rules_page(rules: Iterable[Rule]) -> Iterator[str]:
    """The lines of docs/rules.md: each rule with why, its source, and what it speaks on."""
    rules = tuple(rules)
    yield from ("# Rules", "", HOW, "")
    yield f"{len(rules)} rules, each one file in `src/starling/review/rules/`."
    yield "`starling explain RULE` shows more examples."
    yield from ("[rubric.md](rubric.md) holds the dimensions, and the sections that sources name.", "")
    for rule in rules:
        weight = f"*{rule.strength.capitalize()}, {rule.dimension}.*"
        yield from (f"## {rule.name}", "", f"{rule.summary} {weight}", "", rule.why, "")
        yield from ("Speaks on:", "", *_quote(rule.hits[0]))
        yield from ("Stays silent on:", "", *_quote(rule.misses[0]))
        yield from (f"Source: {rule.source}", "")


def relations_page(relations: Iterable[Relation]) -> Iterator[str]:
    """The lines of docs/relations.md: each relation with a telling for every answer that it gives."""
    relations = tuple(relations)
    yield from ("# Relations between figures", "", HOW, "")
    yield f"{len(relations)} relations, each one file or folder in `src/starling/review/numbers/relations/`."
    yield "[numbers.md](numbers.md) says how to read them; `starling explain R2` shows more examples."
    for relation in relations:
        yield from ("", f"## {relation.code} {relation.name}", "", relation.summary, "", relation.why, "")
        first = {verdict: telling for telling, verdict in reversed(relation.hits)}
        for verdict in Verdict:
            if verdict in first:
                yield from (f"`NUM-{relation.code}-{verdict}`:", "", *_quote(first[verdict]))
        yield from ("Stays silent on:", "", *_quote(relation.misses[0]), f"Source: {relation.source}")
    yield ""


def _quote(example: Example) -> Iterator[str]:
    for reading in example.reading:
        parts = [
            f"*{s.part.kind.capitalize()}*  \n{_REPEATED.sub(_once, reading.text[s.start : s.end])}"
            for s in reading.sections
        ]
        if reading.story.question is not None:
            parts.insert(0, f"*Question*  \n{reading.story.question}")
        yield from (f"> {line}" if line else ">" for line in "\n\n".join(parts).split("\n"))
        yield ""


def _once(repeated: re.Match[str]) -> str:
    """A sentence that an example repeats to be long, once."""
    sentence = repeated.group(1).strip()
    return f"{sentence} (and so on, {repeated.group().count(sentence)} times)"


def dimensions_part(dimensions: Iterable[Dimension]) -> Iterator[str]:
    """Each dimension with what it asks, its five steps and its source."""
    for dimension in dimensions:
        yield from (f"#### {dimension.name} {dimension.title}", "", dimension.asks, "")
        yield from (f"{step}. {anchor}" for step, anchor in enumerate(dimension.anchors, 1))
        yield from ("", f"Source: {dimension.source}", "")


def question_types_part(dimensions: Iterable[Dimension]) -> Iterator[str]:
    """A table of the question types and the dimensions that each shows first."""
    dimensions = tuple(dimensions)
    yield from ("| question | first |", "|---|---|")
    for kind in QuestionType:
        first = ", ".join(f"{each.name} {each.title}" for each in dimensions if kind in each.primary_for)
        yield f"| {kind} | {first} |"


def probes_part(probes: Iterable[Probe]) -> Iterator[str]:
    """The families of follow-up questions."""
    yield from (f"- **{probe.name}**: {probe.summary}" for probe in probes)


def demo_part() -> Iterator[str]:
    """What `make demo` says: its summary and two of its stories."""
    summary, *stories = re.split(r"\n─+\n", _demo())
    failed = next(story for story in stories if "“Tell me about a time you failed.”" in story)
    invoices = next(story for story in stories if story.startswith("Reading invoices"))
    yield from ("```console", "$ make demo", "…", "", summary, "…", "", failed, "…", "")
    yield from (invoices.partition("\n  How a listener")[0].rstrip(), "", "…", "```")


def _demo() -> str:
    """What the review of the example notes prints in a new prep folder."""
    with tempfile.TemporaryDirectory() as folder:
        _starling(folder, "init", "demo/prep")
        _starling(folder, "import", str(ROOT / "examples" / "notes"), "--into", "demo/prep", "--answers")
        return _starling(folder, "check", "demo/prep", "--level", "senior")


def _starling(folder: str, *args: str) -> str:
    command = (sys.executable, "-m", "starling", *args)
    plain = {
        name: value for name, value in os.environ.items() if name != "COLUMNS" and "STARLING" not in name
    }
    ran = subprocess.run(command, cwd=folder, env=plain, capture_output=True, encoding="utf-8", check=False)
    if ran.returncode > Exit.FINDINGS:
        sys.exit(f"starling {' '.join(args)} failed:\n{ran.stderr}")
    return ran.stdout


def filled(page: str, **parts: Iterator[str]) -> str:
    """The text of a page with its generated parts written again, each between its two comments."""
    text = (ROOT / page).read_text("utf-8")
    for name, lines in parts.items():
        head, tail = (
            f"<!-- {name.replace('_', ' ')}, by `make docs` -->",
            f"<!-- end of {name.replace('_', ' ')} -->",
        )
        before, after = text.partition(head)[0], text.partition(tail)[2]
        text = "\n".join((before + head, "", *lines, "", tail + after))
    return text


def pages() -> dict[str, str]:
    """Every document in which something is generated, and the text it should have."""
    twelve = all_dimensions()
    return {
        "docs/rules.md": "\n".join(rules_page(all_rules())),
        "docs/relations.md": "\n".join(relations_page(all_relations())),
        "docs/rubric.md": filled(
            "docs/rubric.md",
            dimensions=dimensions_part(twelve),
            question_types=question_types_part(twelve),
            probes=probes_part(all_probes()),
        ),
        "README.md": filled("README.md", demo=demo_part()),
    }


def main() -> int:
    """Write the pages, or with ``--check`` return 1 when one is not current."""
    check = "--check" in sys.argv
    for page, text in pages().items():
        path = ROOT / page
        if path.exists() and path.read_text("utf-8") == text:
            continue
        sys.stdout.write(f"{page}\n")
        if check:
            return 1
        path.write_text(text, "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
