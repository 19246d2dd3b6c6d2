"""Rows of data (an object, a line of a sheet) as lines of notes: stories, questions, and the rest."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from starling.model.problem import Problem
from starling.model.story import Line, PartKind
from starling.text.notes.formats._format import Read
from starling.text.notes.formats._rows import (
    FACT,
    PART,
    QUESTION_KEY,
    TAGS,
    TITLE,
    Row,
    folded,
    is_machine,
    is_question,
    is_story,
    kind_of,
    label_of,
    named,
    place_of,
    tells,
    texts_of,
    told_under,
    words,
)
from starling.text.notes.formats._source import Source
from starling.text.notes.formats._values import Array, Object, Scalar, Value
from starling.text.notes.labels import Fact
from starling.text.notes.questions import is_question as reads_as_question

_JOINTS = re.compile(r"[;|]")
_GENERIC = frozenset(
    ("", "data", "items", "rows", "stories", "star stories", "questions", "records", "list", "content")
)


def lines_of(values: Iterable[Value], source: Source) -> Read:
    """The lines that *values* become, and a problem where rows are repeated."""
    writer = _Writer(source)
    for value in values:
        writer.walk(value)
    return tuple(writer.lines), writer.problems()


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
                waiting.extend(reversed(self._object(key, node)))
            elif isinstance(node, Array):
                self._array(key, node)
                waiting.extend(("", item) for item in reversed(node.items) if not isinstance(item, Scalar))
            elif key and not is_machine(key):
                self._fact(label_of(key), node)

    def _object(self, key: str, node: Object) -> list[tuple[str, Value]]:
        """Write *node* if it is a row, by the name *key*; what is in it and still to be written."""
        row = named(key, folded(node.items), node.start)
        told = () if is_story(row) else told_under(row)
        if told or not (is_story(row) or is_question(row)):
            return [*told] or list(node.items)
        texts = tuple(text.text for _, value in row for text in texts_of(value))
        if texts in self._seen:
            self._repeats.append(self._source.place(node.start).line)
            return []
        self._seen.add(texts)
        self.row(row, node.start)
        return []

    def _array(self, key: str, node: Array) -> None:
        if words(key) not in _GENERIC and any(isinstance(item, Object) for item in node.items):
            self._add(node.start, f"# {label_of(key)}")
        scalars: list[Value] = [item for item in node.items if isinstance(item, Scalar)]
        if key and not is_machine(key):
            self._part(label_of(key), Array(node.start, scalars))

    def row(self, row: Row, start: int) -> None:
        """Write one story or question."""
        if is_story(row):
            self._story(row, start)
        else:
            self._question(row, start)

    def _story(self, row: Row, start: int) -> None:
        entries = [
            (place_of(key, row), key, value) for key, value in row if texts_of(value) and not is_machine(key)
        ]
        titles = [text for place, _, value in entries if place == TITLE for text in texts_of(value)]
        tags = [text for place, _, value in entries if place == TAGS for text in texts_of(value)]
        names = [name.strip() for text in tags for name in _JOINTS.split(_flat(text))]
        self._under = ()
        if titles:
            self._add(titles[0].starts[0], f"## {_flat(titles[0])}")
        else:
            self._add(start, "---")
        if tags:
            self._add(tags[0].starts[0], f"**Tags:** {', '.join(dict.fromkeys(filter(None, names)))}")
        for place, key, value in sorted(entries, key=lambda entry: entry[0]):
            if place == FACT:
                self._fact(_fact_label(key), value)
            elif place == PART:
                self._part(label_of(key), value)

    def _question(self, row: Row, start: int) -> None:
        under = (_heading("Company: ", row, _is_company), _heading("", row, _is_category))
        if under != self._under:
            self._under = under
            for level, heading in zip(("#", "##"), under, strict=True):
                self._add(start, f"{level} {heading}" if heading else "")
        if any(kind_of(key) is Fact.ANSWER and tells(value) for key, value in row):
            self._told(row)
        else:
            self._asked(row)
        for key, value in row:
            if isinstance(value, Array) and place_of(key) > TAGS and not is_machine(key):
                self._items("  - ", value)

    def _told(self, row: Row) -> None:
        """A question over an answer that is told in parts, with the title as the heading if there is one."""
        titles = [value for key, value in row if place_of(key) == TITLE and texts_of(value)]
        for value in titles:
            self._items("### ", value)
        said = [text for key, value in row if kind_of(key) is Fact.ANSWER for text in texts_of(value)]
        headed = any(text.text.startswith("#") for text in said)
        for key, value in row:
            if QUESTION_KEY.match(words(key)):
                self._items("**Question:** " if titles else "## " if headed else "### ", value)
            elif words(key) in ("tag", "tags") and texts_of(value):
                self._fact("Tags", value)
        for text in said:
            self.lines.extend(_text_lines(text, self._source, ""))

    def _asked(self, row: Row) -> None:
        for key, value in row:
            if QUESTION_KEY.match(words(key)):
                plain = all(reads_as_question(text.text) for text in texts_of(value))
                self._items("- " if plain else "- Question: ", value)
            elif kind_of(key) is Fact.ANSWER:
                self._part(label_of(key), value)

    def _items(self, bullet: str, value: Value) -> None:
        for text in texts_of(value):
            self._add(text.starts[0], bullet + _flat(text))

    def _fact(self, label: str, value: Value) -> None:
        """A label and what it says, on one line where it is one text."""
        texts = texts_of(value)
        if len(texts) > 1:
            self._part(label, value)
        elif texts:
            self._add(texts[0].starts[0], f"**{label}:** {_flat(texts[0])}")

    def _part(self, label: str, value: Value) -> None:
        """A label on a line of its own, so that the text under it keeps its place in the source."""
        texts = texts_of(value)
        if texts:
            self._add(texts[0].starts[0], f"**{label}:**")
        bullet = "- " if isinstance(value, Array) or len(texts) > 1 else ""
        for text in texts:
            self.lines.extend(_text_lines(text, self._source, bullet))

    def _add(self, offset: int, text: str) -> None:
        place = self._source.place(offset)
        blank = [] if text.startswith(("- ", "  - ")) else [Line("", place.line, place.column)]
        self.lines.extend([*blank, Line(text, place.line, place.column)])


def _fact_label(key: str) -> str:
    """A key that nobody takes for the label of a part."""
    return f"Field “{label_of(key)}”" if isinstance(kind_of(key), PartKind) else label_of(key)


def _is_company(key: str) -> bool:
    return words(key) == "company"


def _is_category(key: str) -> bool:
    return kind_of(key) is Fact.TAGS and not words(key).startswith("tag")


def _heading(prefix: str, row: Row, wanted: Callable[[str], bool]) -> str:
    """The first text under a key that is *wanted*, or nothing."""
    texts = (text for key, value in row if wanted(key) for text in texts_of(value))
    first = next(texts, None)
    return prefix + _flat(first) if first else ""


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
