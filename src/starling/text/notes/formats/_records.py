"""Rows of data (an object, a line of a sheet) as lines of notes: stories, questions, and the rest."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from starling.model.problem import Problem
from starling.model.story import CORE, Line, PartKind
from starling.text.notes.formats._format import Read
from starling.text.notes.formats._source import Source
from starling.text.notes.formats._values import Array, Object, Scalar, Value
from starling.text.notes.labels import Fact, Kind, meanings
from starling.text.notes.questions import is_question as reads_as_question

Row = Sequence[tuple[str, Value]]

_HUMP = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|[_\s.-]+")
_MACHINE = re.compile(
    r"(?:.* )?(?:id|uuid|slug|href|url|image|icon|color|hash|created|updated|modified|timestamp)(?: at)?$"
)
_JOINTS = re.compile(r"[;|]")
_QUESTION_KEY = re.compile(r"(?:.* )?(?:question|questions|prompt|q)(?: text)?$")
_DEEPEST = 6
_LONGEST_KEY = 120
_PARTS, _SURE_PARTS = 3, 2
"""Parts that keys must name to make a story: in any words, and in STAR's own."""
_GENERIC = frozenset(
    ("", "data", "items", "rows", "stories", "star stories", "questions", "records", "list", "content")
)


def lines_of(values: Iterable[Value], source: Source) -> Read:
    """The lines that *values* become, and a problem where rows are repeated."""
    writer = _Writer(source)
    for value in values:
        writer.walk(value)
    return tuple(writer.lines), writer.problems()


def has_rows(values: Iterable[Value]) -> bool:
    """Whether a story or a question stands somewhere in *values*."""
    waiting = list(values)
    while waiting:
        node = waiting.pop()
        if isinstance(node, Object):
            if is_story(node.items) or is_question(node.items):
                return True
            waiting.extend(value for _, value in node.items)
        elif isinstance(node, Array):
            waiting.extend(node.items)
    return False


def is_story(row: Row) -> bool:
    """Whether the keys of *row* name at least three of the four parts of a story, or two of STAR's own."""
    return len(_cores(row)) >= _PARTS or len(_cores(row, sure=True)) >= _SURE_PARTS


def is_question(row: Row) -> bool:
    """Whether *row* holds a question and is no story."""
    return any(_QUESTION_KEY.match(words(key)) and _texts(value) for key, value in row) and not is_story(row)


def words(key: str) -> str:
    """A key as words: ``questionText`` and ``question_text`` are "question text"."""
    return " ".join(piece for piece in _HUMP.split(key[:_LONGEST_KEY]) if piece).lower()


def _kind(key: str) -> Kind | None:
    found = meanings(words(key))
    return found[0].kinds[0] if found else None


def _cores(row: Row, *, sure: bool = False) -> set[Kind]:
    found: set[Kind] = set()
    for key, value in row:
        for meaning in meanings(words(key)):
            if _texts(value) and (meaning.sure or not sure):
                found.add(PartKind.TASK if meaning.kinds[0] is PartKind.OBSTACLE else meaning.kinds[0])
    return found & set(CORE)


def _texts(value: Value) -> list[Scalar]:
    """The texts in *value*, in order; those that stand very deep are no part of a row."""
    found: list[Scalar] = []
    waiting: list[tuple[int, Value]] = [(0, value)]
    while waiting:
        depth, node = waiting.pop()
        if isinstance(node, Scalar):
            found.extend([node] * (node.quoted and bool(node.text.strip())))
        elif depth < _DEEPEST:
            waiting.extend((depth + 1, item) for item in reversed(_said(node)))
    return found


def _said(node: Array | Object) -> list[Value]:
    """What is in a container, without the values that only a program reads."""
    if isinstance(node, Array):
        return node.items
    return [value for key, value in node.items if not _machine(key)]


class _Writer:
    """The lines so far, the headings they stand under, and which rows have been seen."""

    def __init__(self, source: Source) -> None:
        self.lines: list[Line] = []
        self._source = source
        self._seen: set[tuple[str, ...]] = set()
        self._repeats: list[int] = []
        self._under: tuple[str, ...] = ()

    def problems(self) -> tuple[Problem, ...]:
        """Whether rows were repeated."""
        if not self._repeats:
            return ()
        count = len(self._repeats)
        rows = "1 row repeats" if count == 1 else f"{count} rows repeat"
        return (
            Problem(what=f"{rows} an earlier row word for word; each is shown once.", line=self._repeats[0]),
        )

    def walk(self, value: Value) -> None:
        """Write *value* and everything in it, in the order of the source."""
        waiting: list[tuple[str, Value]] = [("", value)]
        while waiting:
            key, node = waiting.pop()
            if isinstance(node, Object):
                waiting.extend(reversed(self._object(node)))
            elif isinstance(node, Array):
                self._array(key, node)
                waiting.extend(("", item) for item in reversed(node.items) if not isinstance(item, Scalar))
            elif key and not _machine(key):
                self._fact(_label(key), node)

    def _object(self, node: Object) -> list[tuple[str, Value]]:
        """Write *node* if it is a row; what is in it and still to be written."""
        row = _folded(node.items)
        if not is_story(row) and not is_question(row):
            return list(node.items)
        texts = tuple(text.text for _, value in row for text in _texts(value))
        if texts in self._seen:
            self._repeats.append(self._source.place(node.start).line)
            return []
        self._seen.add(texts)
        self.row(row, node.start)
        return []

    def _array(self, key: str, node: Array) -> None:
        if words(key) not in _GENERIC and any(isinstance(item, Object) for item in node.items):
            self._add(node.start, f"# {_label(key)}")
        scalars: list[Value] = [item for item in node.items if isinstance(item, Scalar)]
        if key and not _machine(key):
            self._part(_label(key), Array(node.start, scalars))

    def row(self, row: Row, start: int) -> None:
        """Write one story or question."""
        if is_story(row):
            self._story(row, start)
        else:
            self._question(row, start)

    def _story(self, row: Row, start: int) -> None:
        entries = [
            (_place(key, row), key, value) for key, value in row if _texts(value) and not _machine(key)
        ]
        titles = [text for place, _, value in entries if place == _TITLE for text in _texts(value)]
        tags = [text for place, _, value in entries if place == _TAGS for text in _texts(value)]
        names = [name.strip() for text in tags for name in _JOINTS.split(_flat(text))]
        self._under = ()
        if titles:
            self._add(titles[0].starts[0], f"## {_flat(titles[0])}")
        else:
            self._add(start, "---")
        if tags:
            self._add(tags[0].starts[0], f"**Tags:** {', '.join(dict.fromkeys(filter(None, names)))}")
        for place, key, value in sorted(entries, key=lambda entry: entry[0]):
            if place == _FACT:
                self._fact(_fact_label(key), value)
            elif place == _PART:
                self._part(_label(key), value)

    def _question(self, row: Row, start: int) -> None:
        under = (_heading("Company: ", row, _is_company), _heading("", row, _is_category))
        if under != self._under:
            self._under = under
            for level, heading in zip(("#", "##"), under, strict=True):
                self._add(start, f"{level} {heading}" if heading else "")
        for key, value in row:
            if _QUESTION_KEY.match(words(key)):
                plain = all(reads_as_question(text.text) for text in _texts(value))
                self._items("- " if plain else "- Question: ", value)
            elif _kind(key) is Fact.ANSWER:
                self._part(_label(key), value)
        for key, value in row:
            if isinstance(value, Array) and _place(key) > _TAGS and not _machine(key):
                self._items("  - ", value)

    def _items(self, bullet: str, value: Value) -> None:
        for text in _texts(value):
            self._add(text.starts[0], bullet + _flat(text))

    def _fact(self, label: str, value: Value) -> None:
        """A label and what it says, on one line where it is one text."""
        texts = _texts(value)
        if len(texts) > 1:
            self._part(label, value)
        elif texts:
            self._add(texts[0].starts[0], f"**{label}:** {_flat(texts[0])}")

    def _part(self, label: str, value: Value) -> None:
        """A label on a line of its own, so that the text under it keeps its place in the source."""
        texts = _texts(value)
        if texts:
            self._add(texts[0].starts[0], f"**{label}:**")
        bullet = "- " if isinstance(value, Array) or len(texts) > 1 else ""
        for text in texts:
            self.lines.extend(_text_lines(text, self._source, bullet))

    def _add(self, offset: int, text: str) -> None:
        place = self._source.place(offset)
        blank = [] if text.startswith(("- ", "  - ")) else [Line("", place.line, place.column)]
        self.lines.extend([*blank, Line(text, place.line, place.column)])


_TITLE, _TAGS, _FACT, _PART = range(4)


def _place(key: str, row: Row = ()) -> int:
    """Where an entry of a story is written: title, tags, other facts, parts.

    What a key names in other words than STAR's own is a mere fact where *row*
    has that part: a role beside a task.
    """
    found = meanings(words(key))
    kind = found[0].kinds[0] if found else None
    if kind is Fact.TITLE:
        return _TITLE
    if kind is Fact.TAGS:
        return _TAGS
    spare = found and not found[0].sure and set(found[0].kinds) <= _cores(row, sure=True)
    return _PART if isinstance(kind, PartKind) and not spare else _FACT


def _fact_label(key: str) -> str:
    """A key that nobody takes for the label of a part."""
    return f"Field “{_label(key)}”" if isinstance(_kind(key), PartKind) else _label(key)


def _is_company(key: str) -> bool:
    return words(key) == "company"


def _is_category(key: str) -> bool:
    return _kind(key) is Fact.TAGS and not words(key).startswith("tag")


def _heading(prefix: str, row: Row, wanted: Callable[[str], bool]) -> str:
    """The first text under a key that is *wanted*, or nothing."""
    texts = (text for key, value in row if wanted(key) for text in _texts(value))
    first = next(texts, None)
    return prefix + _flat(first) if first else ""


def _folded(row: Row) -> Row:
    """*row* with the parts that stand in an object of their own (``star: {...}``) taken in."""
    inner = [value for _, value in row if isinstance(value, Object) and is_story(value.items)]
    if len(inner) != 1 or is_story(row):
        return row
    return [*(entry for entry in row if entry[1] is not inner[0]), *inner[0].items]


def _label(key: str) -> str:
    """A key as its author would write it over a text."""
    text = words(key) if "_" in key or key.isidentifier() else key.strip()
    return text[:1].upper() + text[1:80]


def _machine(key: str) -> bool:
    return _MACHINE.match(words(key)) is not None


def _flat(text: Scalar) -> str:
    return " ".join(text.text.split())


def _text_lines(text: Scalar, source: Source, bullet: str) -> Iterator[Line]:
    """The lines of *text*, without the indent that the source gives all but the first."""
    rows = text.text.split("\n")
    indents = [len(row) - len(row.lstrip(" \t")) for row in rows[1:] if row.strip()]
    cut = min(indents, default=0)
    for number, (row, start) in enumerate(zip(rows, text.starts, strict=False)):
        place = source.place(start)
        gone = cut if number and row.strip() else len(row) - len(row.lstrip())
        mark = bullet if number == 0 else " " * len(bullet)
        yield Line(mark + row[gone:].rstrip(), place.line, max(1, place.column + gone - len(mark)))
