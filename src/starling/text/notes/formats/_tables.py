"""Tables whose rows or columns are the parts of stories, as labelled lines."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from starling.model.story import CORE, Line, PartKind
from starling.text.notes.labels import Fact, Kind, meanings
from starling.text.notes.marks import mark
from starling.text.notes.titles import is_generic

Cell = tuple[Line, ...]
Row = Sequence[Cell]

_CELL = re.compile(r"(?:[^|\\]|\\.|\\$)*")
_BREAK = re.compile(r"<br\s{0,3}/?>", re.IGNORECASE)
_TOLD = re.compile(
    r"(?:^|[\n>*(\[|]|(?<=[.!?;]\s)(?=\w{1,9}\s?:))\s*(Situation|Task|Action|Result|[STAR](?=\s?(?:[:)\]*]|</)))",
    re.IGNORECASE,
)
_OWN = re.compile(r"\b(?:I|my)\b", re.IGNORECASE)
_SPEAKER = re.compile(r"\b(?:I|we|my|our)\b", re.IGNORECASE)
_READER = re.compile(r"\b(?:your?|candidates?|interviewers?)\b", re.IGNORECASE)
_COLUMN = re.compile(r"(?:what|how) (?:i|we|to|you) \w{1,10}", re.IGNORECASE)
"""The head of a column that holds the parts of a story: "Part | What I say"."""
_PARTS, _SURE_PARTS = 3, 2
_ROWS = 6
"""Rows by which it is told who speaks in a table."""
_HEAD_AND_ROW = 2
"""Rows of a table that says one thing under each of its heads."""
_END = "---"
"""What parts the stories of a table from what follows."""
_REACH = 6
"""Lines under a table in which stands what its story is for."""
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
            told = labelled(rows, level + 1)
            facts = _facts_below(lines, last) if told[-1:] and told[-1].text == _END else last
            if facts > last:  # still the story's own
                told = (*told[:-1], *lines[last:facts], replace(told[-1], number=lines[facts - 1].number))
            done.extend(told or lines[index:last])
            index = facts
            continue
        text = lines[index].text
        if text.startswith("#"):
            level = len(text) - len(text.lstrip("#"))
        done.append(lines[index])
        index += 1
    return tuple(done)


def _facts_below(lines: Sequence[Line], index: int) -> int:
    """Past the lines under a table that say what its story is for; *index* where none do."""
    last = index
    for at in range(index, min(len(lines), index + _REACH)):
        label = mark(lines[at]).label
        if label is not None and label.names(Fact.TAGS, Fact.SERVES):
            last = at + 1
        elif lines[at].text.strip():
            break
    return last


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
    if names_parts(across, _said(rows[1:])):
        stories = [list(zip(across, row, strict=False)) for row in rows[1:]]
        return _stories(stories, level)
    down = [_first(row[0]) if row else "" for row in rows]
    if names_parts(down, _said(rows)):
        width = max(map(len, rows))
        columns = [[row[at] if at < len(row) else () for row in rows] for at in range(1, width)]
        told = _stories([list(zip(down, column, strict=True)) for column in columns], level)
        alone = rows[0] and rows[0][0] and not any(rows[0][1:]) and not meanings(down[0])
        return (_marked(f"{'#' * min(level, 6)} ", rows[0][0][0]), *told) if told and alone else told
    in_cells = tuple(_in_cells(across, rows[1:], level))
    facts = not in_cells and len(rows) == _HEAD_AND_ROW and _names_facts(across)
    return tuple(_facts(across, rows[1])) if facts else in_cells


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


def _facts(heads: Sequence[str], row: Row) -> Iterator[Line]:
    """What stands under each of some heads, as labelled lines."""
    return (_marked(f"**{head}:** ", cell[0]) for head, cell in zip(heads, row, strict=False) if cell)


def _names_facts(labels: Sequence[str]) -> bool:
    """Whether *labels* all name facts about one story, and not only where and when it was."""
    kinds = {_core(label) for label in labels}
    return kinds <= set(Fact) - {Fact.QUESTION, Fact.ANSWER} and not kinds <= {Fact.ASIDE}


def names_parts(labels: Sequence[str], said: str = "") -> bool:
    """Whether *labels* name three of the four parts, two of them in STAR's own words or one as "mine".

    Other words will do where "I" speak in what is *said* under them.
    """
    kinds = {_core(label) for label in labels} & set(CORE)
    if len(kinds) < _PARTS:
        return False
    sure = [label for label in labels if any(meaning.sure for meaning in meanings(label))]
    own = any(_OWN.search(label) and meanings(label) for label in labels)
    return own or len(sure) >= _SURE_PARTS or _OWN.search(said) is not None


def _said(rows: Sequence[Row]) -> str:
    """What the first rows of a table say."""
    return " ".join(line.text for row in rows[:_ROWS] for cell in row for line in cell)


def _stories(stories: Sequence[list[tuple[str, Cell]]], level: int) -> tuple[Line, ...]:
    told = map(_with_scene, filter(_is_told, stories))
    lines = [line for story in told for line in _story(story, level)]
    return (*lines, Line(_END, lines[-1].number)) if lines else ()


def _is_told(story: Sequence[tuple[str, Cell]]) -> bool:
    """Whether the parts are told by someone, and not an explanation of what belongs there."""
    text = " ".join(line.text for label, cell in story if _core(label) in CORE for line in cell)
    explains = _READER.search(text) is not None and _SPEAKER.search(text) is None
    scene = any(cell and _core(label) is PartKind.SITUATION for label, cell in story)
    least = _FEW_WORDS if _OWN.search(text) else _FEWEST_WORDS
    return len(text.split()) >= least and not explains and (scene or speaks(text))


def _with_scene(story: Sequence[tuple[str, Cell]]) -> Sequence[tuple[str, Cell]]:
    """*story* with a long "Scenario" as its situation where its author has no other."""
    if any(_core(label) is PartKind.SITUATION for label, _ in story):
        return story
    return [("Situation" if _is_scene(label, _first(cell)) else label, cell) for label, cell in story]


def _is_scene(label: str, text: str) -> bool:
    found = meanings(label)
    told = text.endswith(".") or len(text.split()) >= _FEW_WORDS
    return told and bool(found) and PartKind.SITUATION in found[0].kinds[1:]


def _story(story: Sequence[tuple[str, Cell]], level: int) -> list[Line]:
    facts = [(label, cell) for label, cell in story if cell and _is_fact(label, cell)]
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


def _is_fact(label: str, cell: Cell) -> bool:
    """Whether a cell is no part of a story, and not the head of a column over one: "Part | Notes"."""
    said = _first(cell)
    heads = _core(label) is None and is_generic(label) and (is_generic(said) or _COLUMN.fullmatch(said))
    return not heads and not isinstance(_core(label), PartKind)


def _is_title(label: str, cell: Cell) -> bool:
    kind = _core(label)
    return (kind is None or kind is Fact.TITLE) and not is_generic(_first(cell))


def _marked(mark: str, line: Line) -> Line:
    return Line(mark + line.text, line.number, max(1, line.column - len(mark)))
