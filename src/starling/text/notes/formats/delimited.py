"""Sheets saved as CSV or TSV: one story or question a row."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice

from starling.model.problem import Problem
from starling.model.story import Line
from starling.text.notes.formats._format import Format, Read
from starling.text.notes.formats._html import unfold_html
from starling.text.notes.formats._records import lines_of
from starling.text.notes.formats._rows import is_question, is_story, words
from starling.text.notes.formats._source import Source
from starling.text.notes.formats._tables import names_parts
from starling.text.notes.formats._values import Object, Scalar, Value
from starling.text.notes.questions import is_question as reads_as_question

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
_FEWEST_HEADS, _FEWEST_NAMES = 3, 2
_READ = 20_000
"""Characters of a text by which it is told that its lines are the rows of a sheet."""
_HEAD_ROWS = 6
"""Rows of a sheet of which one may be its head; those above are its title."""
_CARDS = ("question", "answer", "tags", "deck", "notes", "more")
"""What the columns of a deck of cards hold, which has no head."""
_TAGS = _CARDS.index("tags")
_ANKI = re.compile(r"(?:#(?:separator|html|tags|columns|notetype|deck|guid)\b[^\n]*\n)+")
_CARD = re.compile(
    r"[^\t\n]{10,300}\?[ \"]*\t[^\t\n]{20,}|(?:Tell me|Describe|Give)[^\t\n]{10,300}\t[^\t\n]{20,}"
)


def looks_like(text: str) -> bool:
    """Whether the first line names columns as story sheets do and another line follows, or cards do."""
    text = text.lstrip("\n")
    if _ANKI.match(text) or _CARD.match(text[:2000]):
        return True
    head, _, rest = text.partition("\n")
    delimiter = _delimiter(head)
    if delimiter == "\t" and _is_turned(text):
        return True
    names = [words(name.strip(' "')) for name in head[:2000].split(delimiter)]
    known = [name for name in names if name in _HEADS]
    if head[:1] in "#|-*" or len(names) < _FEWEST_NAMES or not rest.strip():
        return False
    return len(known) >= min(_FEWEST_HEADS, len(names)) or (
        names_parts(names) and rest.partition("\n")[0].count(delimiter) >= _FEWEST_NAMES
    )


def _is_turned(text: str) -> bool:
    """Whether the parts stand down the left of a sheet, and each further column is a story."""
    rows = [row.split("\t") for row in text[:_READ].split("\n") if row.strip()]
    return min(map(len, rows), default=0) > _FEWEST_NAMES and names_parts([row[0] for row in rows])


def to_lines(text: str) -> Read:
    """Stories and questions of a sheet; a sheet of anything else becomes a pipe table."""
    source = Source(text)
    rows, problems = _rows(text)
    lead, head, body = _headed(rows)
    if not body:
        return source.lines(), problems
    values = [Object(row[0].starts[0], _entries(head, row)) for row in body]
    if any(is_story(value.items) or is_question(value.items) for value in values):
        lines, repeats = lines_of(values, source)
        return unfold_html((*_plain(lead, source), *lines)), (*problems, *repeats)
    return (_pipes(rows, source) if _is_sheet(rows) else source.lines()), problems


def _is_sheet(rows: Sequence[Row]) -> bool:
    """Whether most rows have the same cells; prose has as many as each sentence has commas."""
    (width, alike), *_ = Counter(map(len, rows)).most_common(1)
    return width > 1 and 2 * alike > len(rows)


def _headed(rows: list[Row]) -> tuple[list[Row], list[str], list[Row]]:
    """The rows above the head of a sheet, the names of its columns, and the rows below."""
    if rows and reads_as_question(rows[0][0].text) and len(rows[0]) > 1:
        return [], list(_CARDS[: len(rows[0])]), [_card(row) for row in rows]
    texts = [[cell.text.strip() for cell in row] for row in rows]
    at = next((at for at, names in enumerate(texts[:_HEAD_ROWS]) if names_parts(names)), 0)
    if at < len(texts) and not names_parts(texts[at]) and names_parts([row[0] for row in texts]):
        width = max(map(len, rows))
        columns = [
            [row[place] if place < len(row) else Scalar("", row[0].starts) for row in rows]
            for place in range(1, width)
        ]
        return [], [row[0] or "title" for row in texts], columns
    return rows[:at], texts[at] if texts else [], rows[at + 1 :]


def _card(row: Row) -> Row:
    """A card with commas between its tags, which decks part by spaces."""
    return [
        replace(cell, text=", ".join(cell.text.split())) if at == _TAGS and "," not in cell.text else cell
        for at, cell in enumerate(row)
    ]


def _plain(rows: Sequence[Row], source: Source) -> Iterator[Line]:
    """Rows above the head of a sheet as they read."""
    for row in rows:
        text = " ".join(" ".join(cell.text.split()) for cell in row if cell.text.strip())
        yield Line(text, source.place(row[0].starts[0]).line)


def _delimiter(head: str) -> str:
    return "\t" if "\t" in head[:2000] else max(",;", key=head[:2000].count)


def _entries(head: Sequence[str], row: Row) -> list[tuple[str, Value]]:
    return [
        (name or f"column {at}", cell)
        for at, (name, cell) in enumerate(zip(head, row, strict=False), start=1)
    ]


def _rows(text: str) -> tuple[list[Row], tuple[Problem, ...]]:
    """Every row that says something, and whether a quote is missing."""
    rows: list[Row] = [[]]
    unclosed = 0
    start = _ANKI.match(text)
    begin = start.end() if start else 0
    for cell, closed, last in _cells(text, _delimiter(text[begin:].lstrip("\n").partition("\n")[0]), begin):
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


def _cells(text: str, delimiter: str, at: int) -> Iterator[tuple[Scalar, bool, bool]]:
    """Each cell from *at* on, whether its quote is closed, and whether it ends its row."""
    bare = re.compile(rf"[^\n{delimiter}]*")
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
