"""What the keys of a row of data (an object, a line of a sheet) say that it holds."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from starling.model.story import CORE, PartKind
from starling.text.notes.formats._tables import speaks, tells_parts
from starling.text.notes.formats._values import Array, Object, Scalar, Value
from starling.text.notes.labels import Fact, Kind, meanings

Row = Sequence[tuple[str, Value]]

_HUMP = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])|[_\s.-]+")
_KEY = re.compile(r"[A-Za-z][\w-]*")
_MACHINE = re.compile(
    r"(?:.* )?(?:id|uuid|slug|href|url|image|icon|color|hash|created|updated|modified|timestamp)(?: at)?$"
)
QUESTION_KEY = re.compile(r"(?:.* )?(?:question|questions|prompt|q)(?: text)?$")
_SIDES = {"front": "question", "back": "answer"}
_DEEPEST = 6
_LONGEST_KEY = 120
_PARTS, _SURE_PARTS = 3, 2
"""Parts that keys must name to make a story: in any words, and in STAR's own."""
_PAIR = 2
TITLE, TAGS, FACT, PART = range(4)
"""Where an entry of a story is written, in this order."""


def has_rows(values: Iterable[Value]) -> bool:
    """Whether a story or a question stands somewhere in *values*."""
    waiting = list(values)
    while waiting:
        node = waiting.pop()
        if isinstance(node, Object):
            if is_story(folded(node.items)) or is_question(node.items):
                return True
            waiting.extend(value for _, value in node.items)
        elif isinstance(node, Array):
            waiting.extend(node.items)
    return False


def is_story(row: Row) -> bool:
    """Whether the keys of *row* name three of the four parts of a story, or two of STAR's own.

    Without a situation somebody must speak, or it is a sheet of chores.
    """
    kinds = cores_of(row)
    if len(kinds) < _PARTS and len(cores_of(row, sure=True)) < _SURE_PARTS:
        return False
    return PartKind.SITUATION in kinds or any(
        speaks(text.text) for _, value in row for text in texts_of(value)
    )


def is_question(row: Row) -> bool:
    """Whether *row* holds a question and is no story."""
    asked = [value for key, value in row if QUESTION_KEY.match(words(key)) and texts_of(value)]
    return any(not _holds_rows(value) for value in asked) and not is_story(row)


def _holds_rows(value: Value) -> bool:
    """Whether a value is a list of rows: the questions, each with what is said of it."""
    return isinstance(value, Array) and any(isinstance(item, Object) for item in value.items)


@lru_cache(maxsize=4096)  # the rows of a page have the same keys
def words(key: str) -> str:
    """A key as words: ``questionText`` is "question text", and the front of a card is a question."""
    said = " ".join(piece for piece in _HUMP.split(key[:_LONGEST_KEY]) if piece).lower()
    return _SIDES.get(said, said)


def kind_of(key: str) -> Kind | None:
    found = meanings(words(key))
    return found[0].kinds[0] if found else None


def cores_of(row: Row, *, sure: bool = False) -> set[Kind]:
    found: set[Kind] = set()
    for key, value in row:
        for meaning in meanings(words(key)):
            if texts_of(value) and (meaning.sure or not sure) and not _describes(value):
                found.add(PartKind.TASK if meaning.kinds[0] is PartKind.OBSTACLE else meaning.kinds[0])
    return found & set(CORE)


def _describes(value: Value) -> bool:
    """Whether a value says what belongs there, as in a schema: ``{"type": "string", ...}``."""
    return isinstance(value, Object) and any(key == "type" for key, _ in value.items)


def texts_of(value: Value) -> list[Scalar]:
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
    return [value for key, value in node.items if not is_machine(key)]


def place_of(key: str, row: Row = ()) -> int:
    """Where an entry of a story is written: title, tags, other facts, parts.

    What a key names in other words than STAR's own is a mere fact where *row*
    has that part: a role beside a task.
    """
    found = meanings(words(key))
    kind = found[0].kinds[0] if found else None
    if kind is Fact.TITLE:
        return TITLE
    if kind is Fact.TAGS:
        return TAGS
    spare = found and not found[0].sure and set(found[0].kinds) <= cores_of(row, sure=True)
    return PART if isinstance(kind, PartKind) and not spare else FACT


def tells(value: Value) -> bool:
    """Whether an answer is told in parts under labels of its own."""
    return any(tells_parts(text.text) for text in texts_of(value))


def named(key: str, row: Row, start: int) -> Row:
    """A story without a title under the key that it stands under, if that is a name."""
    titled = any(place_of(each) == TITLE for each, _ in row)
    is_name = is_story(row) and _is_name(key) and not titled
    return [("title", Scalar(key, (start,))), *row] if is_name else row


def _is_name(key: str) -> bool:
    """Whether a key is the name of a story, and not that of a field."""
    return " " in key.strip() and not meanings(words(key))


def told_under(row: Row) -> list[tuple[str, Value]]:
    """The stories under a question (``{question: ..., answers: [{...}]}``), each with what is said of it."""
    if not is_question(row):
        return []
    told = {key: _told(value) for key, value in row}
    facts = [(key, value) for key, value in row if not told[key]]
    return [("", Object(story.start, [*facts, *story.items])) for each in told.values() for story in each]


def _told(value: Value) -> list[Object]:
    items = value.items if isinstance(value, Array) else [value]
    return [item for item in items if isinstance(item, Object) and is_story(folded(item.items))]


def _spelled(value: Value) -> list[tuple[str, Value]]:
    """The parts in a list of objects that each hold a label and a text: ``[{label: ..., text: ...}]``."""
    items = value.items if isinstance(value, Array) else ()
    pairs = [
        [text for _, each in item.items for text in texts_of(each)]
        for item in items
        if isinstance(item, Object)
    ]
    known = [(pair[0].text, pair[1]) for pair in pairs if len(pair) == _PAIR and meanings(pair[0].text)]
    return [*known] if known and len(known) == len(items) else []


def folded(row: Row) -> Row:
    """*row* with the parts that stand in an object of their own (``star: {...}``) taken in."""
    for entry in () if is_story(row) else row:
        spelled = _spelled(entry[1])
        if is_story(spelled):
            return [*(other for other in row if other is not entry), *spelled]
    inner = [value for _, value in row if isinstance(value, Object) and is_story(value.items)]
    if len(inner) != 1 or is_story(row) or (len(row) == 1 and _is_name(row[0][0])):
        return row
    beside = (value.items if isinstance(value, Object) else [(key, value)] for key, value in row)
    return [entry for items in beside for entry in items]


def label_of(key: str) -> str:
    """A key as its author would write it over a text."""
    text = words(key) if "_" in key or _KEY.fullmatch(key) else key.strip()
    return text[:1].upper() + text[1:80]


def is_machine(key: str) -> bool:
    return _MACHINE.match(words(key)) is not None
