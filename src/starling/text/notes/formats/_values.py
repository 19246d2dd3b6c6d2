"""Data literals of JSON, JavaScript and their relatives, read leniently and with positions.

One pass, no recursion, no failure: code around the data is skipped, a missing
bracket closes at the end, a missing quote at the end of its line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

_TOKEN = re.compile(
    r"""(?P<skip>\s+|//[^\n]*|\#[^\n]*|/\*[^*]*+(?:\*(?!/)[^*]*+)*+(?:\*/)?)
    |(?P<string>(?P<triple>\"{3}|'{3})(?:(?!(?P=triple))[^\\]|\\.)*+(?:(?P=triple))?
      |"[^"\\\n]*+(?:\\.[^"\\\n]*+)*+"?
      |'[^'\\\n]*+(?:\\.[^'\\\n]*+)*+'?
      |`[^`\\]*+(?:\\.[^`\\]*+)*+`?)
    |(?P<call>[A-Za-z_][\w.]{0,60}\(\s*(?=\w{1,60}\s*[=:](?!=)))
    |(?P<word>[\w$.-]+)
    |(?P<mark>=>|.)""",
    re.VERBOSE | re.DOTALL,
)
_BREAK = re.compile(r"\n|\\(?:u\{[0-9a-fA-F]{1,6}\}|u[0-9a-fA-F]{4}|x[0-9a-fA-F]{2}|.)", re.DOTALL)
_DEEPEST = 500
"""Containers within one another that are kept apart; no notes go as deep."""
_TRIPLE = 6
"""Characters of the shortest text between triple quotes."""
_LAST_CHARACTER = 0x10FFFF
_PLAIN_ESCAPES = {"n": "\n", "t": "\t", "r": "", "b": "", "f": "", "\n": ""}


@dataclass(frozen=True, slots=True)
class Scalar:
    """A string, or any other single value as it is written; ``starts`` are the offsets of its lines."""

    text: str
    starts: tuple[int, ...]
    quoted: bool = True


@dataclass(slots=True)
class Array:
    """A list of values."""

    start: int
    items: list[Value] = field(default_factory=list)


@dataclass(slots=True)
class Object:
    """Keys and values in their order; a value without a key has the key ``""``."""

    start: int
    items: list[tuple[str, Value]] = field(default_factory=list)


Value = Scalar | Array | Object


class _Frame:
    """A container that is being read: the key and the value that wait for their end.

    ``before`` are texts of this value that stand before the one that is held, with no comma between;
    ``brackets`` counts the round brackets that are open in a *call*.
    """

    __slots__ = ("after", "before", "brackets", "call", "held", "joins", "key", "node")

    def __init__(self, node: Array | Object, *, call: bool = False) -> None:
        self.node = node
        self.key = ""
        self.held: Value | None = None
        self.before: Scalar | None = None
        self.after = ""
        self.joins = False
        self.call = call
        self.brackets = 0

    def hold(self, value: Value) -> None:
        """Take *value*; of two without a comma between them, a container or a text is kept."""
        held = self.held
        if isinstance(held, Array | Object):
            self.flush()
        elif isinstance(held, Scalar) and isinstance(value, Scalar) and held.quoted:
            self._hold_beside(held, value)
            return
        self.held = value

    def _hold_beside(self, held: Scalar, value: Scalar) -> None:
        """Take a second single value: a text joins the first by a plus, or in Python by standing there."""
        if self.joins and value.quoted:
            self.held = _joined(held, value)
        elif value.quoted and self.key:
            self.before = held if self.before is None else _joined(self.before, held)
            self.held = value
        elif value.quoted:
            self.flush()
            self.held = value
        else:
            self.after = value.text
        self.joins = False

    def colon(self) -> None:
        """The value that was held is a key; so is a word that followed it without a comma."""
        if self.after:
            word = self.after
            self.flush()
            self.key = word
        elif isinstance(self.node, Object) and isinstance(self.held, Scalar):
            key = self.held.text
            if self.before is not None:  # a comma is missing
                self.held, self.before = self.before, None
                self.flush()
            self.key, self.held = key, None

    def names(self) -> bool:
        """Whether a string is held, which an arrow makes a key."""
        return isinstance(self.held, Scalar) and self.held.quoted

    def operator(self, mark: str) -> None:
        """A plus joins two texts; what stands before an equals sign is a name in code."""
        if mark == "+":
            self.joins = True
        elif isinstance(self.held, Scalar):
            self.held = None

    def flush(self) -> None:
        """Add the value that was held."""
        if self.before is not None and isinstance(self.held, Scalar):
            self.held = _joined(self.before, self.held)
        if self.held is not None:
            if isinstance(self.node, Array):
                self.node.items.append(self.held)
            elif self.key or not isinstance(self.held, Scalar):
                self.node.items.append((self.key, self.held))
        self.key, self.held, self.before, self.after, self.joins = "", None, None, "", False


def scan(text: str, start: int = 0, end: int | None = None) -> Array:
    """Every value in *text* from *start* to *end*, in order, as one list."""
    reader = _Reader()
    for token in _TOKEN.finditer(text, start, len(text) if end is None else end):
        kind = token.lastgroup
        if kind == "string":
            reader.hold(string(token.group(), token.start()))
        elif kind == "word":
            reader.hold(Scalar(token.group(), (token.start(),), quoted=False))
        elif kind == "call":
            reader.call(token.start())
        elif kind == "mark":
            reader.mark(token.group(), token.start())
    return reader.done()


class _Reader:
    """The containers that are open, outermost first, and how many deeper ones are not kept apart."""

    def __init__(self) -> None:
        self._root = Array(0)
        self._frames = [_Frame(self._root)]
        self._deeper = 0

    def hold(self, value: Scalar) -> None:
        """Take a single value."""
        self._frames[-1].hold(value)

    def mark(self, mark: str, start: int) -> None:
        """Take a mark of punctuation; marks that only code has are passed over."""
        frame = self._frames[-1]
        if mark in "{[":
            self._open(Object(start) if mark == "{" else Array(start))
        elif mark in "}]":
            self._end(Object if mark == "}" else Array)
        elif mark in ",;":
            frame.flush()
        elif mark == ":" or (mark == "=>" and frame.names()):
            frame.colon()
        elif frame.call and mark in "()=":
            self._in_call(frame, mark)
        elif mark in ("+", "=", "=>"):
            frame.operator(mark)

    def call(self, start: int) -> None:
        """Take a call with named arguments as an object of theirs: ``Story(title="...", ...)``."""
        self._open(Object(start), call=True)

    def _in_call(self, frame: _Frame, mark: str) -> None:
        """An equals sign names an argument; the last round bracket ends the call."""
        if mark == "=":
            frame.colon()
        elif mark == "(":
            frame.brackets += 1
        elif frame.brackets:
            frame.brackets -= 1
        else:
            self._close()

    def done(self) -> Array:
        """Everything, with what is still open closed."""
        while len(self._frames) > 1:
            self._close()
        self._frames[0].flush()
        return self._root

    def _open(self, node: Array | Object, *, call: bool = False) -> None:
        if len(self._frames) > _DEEPEST:
            self._deeper += not call
        else:
            self._frames.append(_Frame(node, call=call))

    def _end(self, wanted: type[Array | Object]) -> None:
        """Close the innermost container, or the one around it where only that is of this kind."""
        if self._deeper:
            self._deeper -= 1
            return
        kinds = [
            isinstance(frame.node, wanted) and not frame.call
            for frame in reversed(self._frames[max(1, len(self._frames) - 2) :])
        ]
        for _ in range(kinds.index(True) + 1 if True in kinds else 0):
            self._close()

    def _close(self) -> None:
        frame = self._frames.pop()
        frame.flush()
        self._frames[-1].hold(frame.node)


def _joined(first: Scalar, second: Scalar) -> Scalar:
    """Two strings with a plus between them."""
    return Scalar(first.text + second.text, (*first.starts, *second.starts[1:]))


def string(raw: str, start: int, *, escapes: bool = True) -> Scalar:
    """The text of a literal with its quotes *raw*, which stands at the offset *start*.

    Without *escapes* a backslash is a sign like any other.
    """
    quote = 3 if raw[:3] in ('"""', "'''") and len(raw) >= _TRIPLE else 1
    closed = len(raw) > 1 and raw.endswith(raw[:quote])
    body = raw[quote:-quote] if closed else raw[quote:]
    start += quote - 1
    if not escapes:
        return verbatim(body, start + 1)
    if "\\" not in body and "\n" not in body:
        return Scalar(body, (start + 1,))
    pieces: list[str] = []
    starts = [start + 1]
    for piece, end in _pieces(body):
        pieces.append(piece)
        starts.extend([start + 1 + end] * (piece == "\n"))
    text = "".join(pieces)
    if any("\ud800" <= char <= "\udfff" for char in text):
        text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return Scalar(text, tuple(starts))


def verbatim(text: str, start: int) -> Scalar:
    """A text as it stands at the offset *start*."""
    return Scalar(text, (start, *(start + feed.end() for feed in re.finditer("\n", text))))


def _pieces(body: str) -> Iterator[tuple[str, int]]:
    """What *body* says, piece by piece with each line feed alone, and where each piece ends."""
    done = 0
    for escape in _BREAK.finditer(body):
        yield body[done : escape.start()], escape.start()
        done = escape.end()
        yield _meant(escape.group()), done
    yield body[done:], len(body)


def _meant(escape: str) -> str:
    if escape == "\n":
        return escape
    code = escape[2:].strip("{}")
    if escape[1] in "ux" and code:
        number = int(code, 16)
        return chr(number).replace("\r", "") if 0 < number <= _LAST_CHARACTER else "\ufffd"
    return _PLAIN_ESCAPES.get(escape[1], escape[1])
