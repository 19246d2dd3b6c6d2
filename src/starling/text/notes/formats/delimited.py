"""Sheets saved as CSV or TSV: one story or question a row."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from starling.model.problem import Problem
from starling.model.story import Line
from starling.text.notes.formats._format import Format, Read
from starling.text.notes.formats._records import is_question, is_story, lines_of, words
from starling.text.notes.formats._source import Source
from starling.text.notes.formats._values import Object, Scalar, Value

Row = list[Scalar]

_QUOTED = re.compile(r'[ ]*"([^"]*+(?:""[^"]*+)*+)("?)[^\n\t,;]*')
_HEADS = frozenset(
    (
        "id, title, story, situation, task, action, result, reflection, question, category, company, tags,"
        " impact, domain, stakes, strength, notes, status, level, primary skill, secondary skill,"
        " earned secret, primary lp, secondary lps, use count, last used"
    ).split(", ")
)
"""Columns of the story sheets that people keep (reference: the conventions of peers)."""
_FEWEST_HEADS = 3


def looks_like(text: str) -> bool:
    """Whether the first line names at least three known columns and another line follows."""
    head, _, rest = text.lstrip("\n").partition("\n")
    names = [words(name.strip(' "')) for name in head[:2000].split(_delimiter(head))]
    known = [name for name in names if name in _HEADS]
    enough = len(names) > 1 and len(known) >= min(_FEWEST_HEADS, len(names))
    return enough and bool(rest.strip()) and head[:1] not in "#|-*"


def to_lines(text: str) -> Read:
    """Stories and questions of a sheet; a sheet of anything else becomes a pipe table."""
    source = Source(text)
    rows, problems = _rows(text)
    if not rows[1:]:
        return source.lines(), problems
    head = [cell.text.strip() for cell in rows[0]]
    values = [Object(row[0].starts[0], _entries(head, row)) for row in rows[1:]]
    if any(is_story(value.items) or is_question(value.items) for value in values):
        lines, repeats = lines_of(values, source)
        return lines, (*problems, *repeats)
    return _pipes(rows, source), problems


def _delimiter(head: str) -> str:
    return max("\t,;", key=head[:2000].count)


def _entries(head: Sequence[str], row: Row) -> list[tuple[str, Value]]:
    return [
        (name or f"column {at}", cell)
        for at, (name, cell) in enumerate(zip(head, row, strict=False), start=1)
    ]


def _rows(text: str) -> tuple[list[Row], tuple[Problem, ...]]:
    """Every row that says something, and whether a quote is missing."""
    rows: list[Row] = [[]]
    unclosed = 0
    for cell, closed, last in _cells(text, _delimiter(text.lstrip("\n").partition("\n")[0])):
        rows[-1].append(cell)
        if not closed:
            unclosed = unclosed or text.count("\n", 0, cell.starts[0]) + 1
        if last:
            rows.append([])
    told = [row for row in rows if any(cell.text.strip() for cell in row)]
    if not unclosed:
        return told, ()
    what = f"A quote opens in line {unclosed} and never closes; the rest was read as one cell."
    return told, (Problem(what=what, line=unclosed, try_this=f'Close the quote with " in line {unclosed}.'),)


def _cells(text: str, delimiter: str) -> Iterator[tuple[Scalar, bool, bool]]:
    """Each cell, whether its quote is closed, and whether it ends its row."""
    bare = re.compile(rf"[^\n{delimiter}]*")
    at = 0
    while at <= len(text):
        quoted = _QUOTED.match(text, at)
        if quoted:
            body, at = quoted[1], quoted.end()
            starts = (quoted.start(1), *(quoted.start(1) + feed.end() for feed in re.finditer("\n", body)))
            cell, closed = Scalar(body.replace('""', '"'), starts), bool(quoted[2])
        else:
            match = bare.match(text, at)
            end = match.end() if match else at
            cell, closed, at = Scalar(text[at:end], (at,)), True, end
        yield cell, closed, text[at : at + 1] != delimiter
        at += 1


def _pipes(rows: Sequence[Row], source: Source) -> tuple[Line, ...]:
    """*rows* as the lines of a pipe table, its first row the head."""
    lines: list[Line] = []
    for row in rows:
        place = source.place(row[0].starts[0])
        cells = (" ".join(cell.text.split()).replace("|", "\\|") for cell in row)
        lines.append(Line(f"| {' | '.join(cells)} |", place.line))
    under = Line("|" + "---|" * len(rows[0]), lines[0].number)
    return (*islice(lines, 1), under, *lines[1:])


FORMAT = Format(
    suffixes=(".csv", ".tsv"),
    looks_like=looks_like,
    to_lines=to_lines,
    reads=(
        (
            'Title,Situation,Task,Action,Result\nSpill,"It ""leaked"",\nbadly.",Stop it.,I shut it.,Dry.',
            (
                "## Spill",
                "**Situation:**",
                'It "leaked",',
                "badly.",
                "**Task:**",
                "Stop it.",
                "**Action:**",
                "I shut it.",
                "**Result:**",
                "Dry.",
            ),
        ),
        (
            "question\tcategory\nWhen did you wait?\tPatience\nWhen did you rush?\tPatience",
            ("## Patience", "- When did you wait?", "- When did you rush?"),
        ),
        (
            "ID,Title,Primary skill,Impact\nS1,Spill,Calm,high",
            ("| ID | Title | Primary skill | Impact |", "|---|---|---|---|", "| S1 | Spill | Calm | high |"),
        ),
    ),
    refuses=("A title, a task, a result.\nMore prose.", "# Title\n\ntext", '{"title": 1}', "Situation", ""),
)
