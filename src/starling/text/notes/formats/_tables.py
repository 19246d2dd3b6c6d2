"""Tables whose rows or columns are the parts of stories, as labelled lines."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from starling.model.story import CORE, Line, PartKind
from starling.text.notes.labels import Fact, Kind, meanings

Cell = tuple[Line, ...]
Row = Sequence[Cell]

_CELL = re.compile(r"(?:[^|\\]|\\.|\\$)*")
_BREAK = re.compile(r"<br\s{0,3}/?>", re.IGNORECASE)
_TOLD = re.compile(
    r"(?:^|[\n>*(\[|])\s*(Situation|Task|Action|Result|[STAR](?=\s?(?:[:)\]*]|</)))", re.IGNORECASE
)
_OWN = re.compile(r"\b(?:I|my)\b", re.IGNORECASE)
_SPEAKER = re.compile(r"\b(?:I|we|my|our)\b", re.IGNORECASE)
_READER = re.compile(r"\byour?\b", re.IGNORECASE)
_PARTS, _SURE_PARTS = 3, 2
_FEWEST_WORDS = 25
"""A told story has more words (the shortest tenth of real ones: 54); an explanation of STAR has fewer."""
_FEW_WORDS = 12
"""Words of a story in which somebody says "I"."""


def unfold_tables(lines: Sequence[Line]) -> tuple[Line, ...]:
    """*lines* with each table of stories as labelled lines; every other line as it is."""
    done: list[Line] = []
    level = 1
    index = 0
    while index < len(lines):
        last = _table_end(lines, index)
        if last > index + 1:
            rows = [cells(line) for at, line in enumerate(lines[index:last]) if at != 1]
            done.extend(labelled(rows, level + 1) or lines[index:last])
            index = last
            continue
        text = lines[index].text
        if text.startswith("#"):
            level = len(text) - len(text.lstrip("#"))
        done.append(lines[index])
        index += 1
    return tuple(done)


def cells(line: Line) -> list[Cell]:
    """The cells of one row of a pipe table, each cut at its ``<br>`` marks."""
    found: list[Cell] = []
    text = line.text.rstrip()
    start = len(text) - len(text.lstrip())
    start += text.startswith("|", start)
    while start < len(text):
        match = _CELL.match(text, start)
        end = match.end() if match else len(text)
        found.append(_broken(line, start, end))
        start = end + 1
    return found


def labelled(rows: Sequence[Row], level: int) -> tuple[Line, ...]:
    """The stories of a table as labelled lines under headings of *level*; nothing if it holds none."""
    if not rows:
        return ()
    across = [_first(cell) for cell in rows[0]]
    if names_parts(across):
        stories = [list(zip(across, row, strict=False)) for row in rows[1:]]
        return _stories(stories, level)
    down = [_first(row[0]) if row else "" for row in rows]
    if names_parts(down):
        width = max(map(len, rows))
        columns = [[row[at] if at < len(row) else () for row in rows] for at in range(1, width)]
        told = _stories([list(zip(down, column, strict=True)) for column in columns], level)
        alone = rows[0] and rows[0][0] and not any(rows[0][1:]) and not meanings(down[0])
        return (_marked(f"{'#' * min(level, 6)} ", rows[0][0][0]), *told) if told and alone else told
    return tuple(_in_cells(across, rows[1:], level))


def speaks(text: str) -> bool:
    """Whether somebody speaks: a row of tasks and results in which nobody does is a sheet of chores."""
    return _SPEAKER.search(text) is not None


def tells_parts(text: str) -> bool:
    """Whether a text inside a cell or a field is told in parts, under labels of its own."""
    return len({label[0].lower() for label in _TOLD.findall(text)}) >= _PARTS


def _in_cells(heads: Sequence[str], rows: Sequence[Row], level: int) -> Iterator[Line]:
    """The stories that stand whole in one cell of a row each, under what the first other cell says."""
    told = [
        next((cell for cell in row if tells_parts("\n".join(line.text for line in cell))), None)
        for row in rows
    ]
    if not any(told):
        return
    for row, story in zip(rows, told, strict=True):
        others = [(head, cell) for head, cell in zip(heads, row, strict=False) if cell and cell is not story]
        title = next((cell for head, cell in others if _is_title(head, cell)), None) if story else None
        for head, cell in others:
            mark = f"{'#' * min(level, 6)} " if cell is title else f"**{head}:** " if head and story else ""
            yield _marked(mark, cell[0])
            yield from cell[1:]
        yield from story or ()


def _table_end(lines: Sequence[Line], index: int) -> int:
    """Past the pipe table that begins at *index*; *index* itself where none does."""
    if "|" not in lines[index].text or index + 1 >= len(lines):
        return index
    under = lines[index + 1].text
    if "|" not in under or "-" not in under or under.strip(" \t|:-"):
        return index
    last = index + 2
    while last < len(lines) and "|" in lines[last].text:
        last += 1
    return last


def _broken(line: Line, start: int, end: int) -> Cell:
    pieces: list[Line] = []
    marks = [(mark.start(), mark.end()) for mark in _BREAK.finditer(line.text, start, end)]
    for stop, past in (*marks, (end, end)):
        text = line.text[start:stop]
        if text.strip():
            column = line.column + start + len(text) - len(text.lstrip())
            pieces.append(Line(text.strip(), line.number, column))
        start = past
    return tuple(pieces)


def _first(cell: Cell) -> str:
    return cell[0].text.strip("*_` ").replace("**", "") if cell else ""


def _core(label: str) -> Kind | None:
    found = meanings(label)
    kind = found[0].kinds[0] if found else None
    return PartKind.TASK if kind is PartKind.OBSTACLE else kind


def names_parts(labels: Sequence[str]) -> bool:
    """Whether *labels* name three of the four parts, two of them in STAR's own words or one as "mine"."""
    kinds = {_core(label) for label in labels} & set(CORE)
    sure = [label for label in labels if any(meaning.sure for meaning in meanings(label))]
    own = any(_OWN.search(label) and meanings(label) for label in labels)
    return len(kinds) >= _PARTS and (own or len(sure) >= _SURE_PARTS)


def _stories(stories: Sequence[list[tuple[str, Cell]]], level: int) -> tuple[Line, ...]:
    lines = [line for story in stories if _is_told(story) for line in _story(story, level)]
    return (*lines, Line("---", lines[-1].number)) if lines else ()


def _is_told(story: Sequence[tuple[str, Cell]]) -> bool:
    """Whether the parts are told by someone, and not an explanation of what belongs there."""
    text = " ".join(line.text for label, cell in story if _core(label) in CORE for line in cell)
    explains = _READER.search(text) is not None and _SPEAKER.search(text) is None
    scene = any(cell and _core(label) is PartKind.SITUATION for label, cell in story)
    least = _FEW_WORDS if _OWN.search(text) else _FEWEST_WORDS
    return len(text.split()) >= least and not explains and (scene or speaks(text))


def _story(story: Sequence[tuple[str, Cell]], level: int) -> list[Line]:
    facts = [(label, cell) for label, cell in story if not isinstance(_core(label), PartKind) and cell]
    parts = [(label, cell) for label, cell in story if isinstance(_core(label), PartKind)]
    title = next((cell for label, cell in facts if _is_title(label, cell)), None)
    lines: list[Line] = []
    if title is not None:
        lines.append(_marked(f"{'#' * min(level, 6)} ", title[0]))
    for label, cell in facts:
        if cell is not title and label:
            lines.append(_marked(f"**{label}:** ", cell[0]))
            lines.extend(cell[1:])
    for label, cell in parts:
        place = cell[0] if cell else None
        if place is not None:
            lines.extend([Line("", place.number), Line(f"**{label}:**", place.number, place.column), *cell])
    return lines


def _is_title(label: str, cell: Cell) -> bool:
    kind = _core(label)
    return (kind is None or kind is Fact.TITLE) and any(map(str.isalpha, _first(cell)))


def _marked(mark: str, line: Line) -> Line:
    return Line(mark + line.text, line.number, max(1, line.column - len(mark)))
