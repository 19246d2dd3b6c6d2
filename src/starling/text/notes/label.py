"""The label at the start of a line: one grammar for bold, plain, bracketed, lettered and heading labels."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass

from starling.model.story import PartKind
from starling.text.notes.labels import Fact, Kind, Meaning, meanings

_HEAD = 120
"""Characters at the start of a line in which a label may stand."""
_LABEL = 80
"""Characters that a label has at most."""
_WORDS = {"bold": 9, "plain": 5, "heading": 0}
"""Words that an unknown label has at most, by how it is written."""
_END = "¦"
"""What stands for the end of an emphasised phrase: it ends a label as a colon does."""

_SEPARATOR = re.compile(
    r"[:：¦|\t]|(?<=\s)(?:[-–—=]+>?|[>~»])(?=\s|$)|→|(?<=^[A-Za-z])[.)/](?=\s)"
    r"|(?<=[A-Za-z]{2})(?:[.?]|\s?\.{2,}|\s?…)(?=\s)"  # Task ..... x
    r"|[(\[]~?\d[\d–-]{0,6} ?(?:%|s|secs?|seconds?|m|mins?|minutes?|words?|lines?|sentences?)[)\]](?=\s)"
    r"|[ ]{2,}(?=[A-Z\d\"“])|(?:(?<=^[A-Z]{4})|(?<=[A-Z]{6}))\s(?=[A-Z\d][a-z’']|[AI] [a-z])"
)
_WEAK = ".…?>~»([ "
"""How separators begin that end only a label of STAR's own words: stops, a time, a gap, small letters."""
_SHORT = 40
"""Characters that such a label has at most."""
_AFTER_BOLD = re.compile(
    r"(?:\s*[(\[][^()\[\]]{0,60}[)\]])?"  # **Action** (60 sec):
    r"(?:\s*[:：|]|\s*(?:[-–—=]+>?|>{1,2}|»)(?=\s|$)|\s*→)?¦?"
)
_BRACKETED = re.compile(
    r"(?:[(\[]([A-Za-z][^()\[\]]{0,40}(?:\([A-Z]\))?)[)\]](?=\s|[A-Z:¦]|$)\s*|【([^【】]{1,40})】)[:¦–-]?¦?"
)
_CALLOUT = re.compile(r"^\s*\[(?:![\w-]{1,30}\][+-]?)?(?=[^\]]*$)")
_MEASURE = re.compile(r"\d\s?[A-Za-z]$")
"""A number and its unit, of which the letter is no label: "4.8 s → 1.3 s"."""
_CLOSING = re.compile(
    r"(?:\s*(?:\*{1,3}|_{1,3}|`|==)(?=[\s:]|$)|\s*[:：]+(?=[\s*_-]|$)|(?<=[:：])[-–—](?=\s))*\s*"
)
_TOKEN = re.compile(
    r"(?P<emoji>:[a-z][a-z_]{1,30}:)|(?P<emphasis>[*_`]+|==)|[^*_`=:\u2000-\U0010ffff]+|.", re.DOTALL
)


@dataclass(frozen=True, slots=True)
class Label:
    """The label at the start of a line: its words, what they may mean, and how it is written.

    ``end`` is where the text after it begins in the line. ``form`` is "heading", "bold" or
    "plain". A label with no meanings is written like one, but its words are not known.
    """

    words: str
    end: int
    form: str
    meanings: tuple[Meaning, ...] = ()

    @property
    def kinds(self) -> tuple[Kind, ...]:
        """The first thing that each of its words means."""
        return tuple(meaning.kinds[0] for meaning in self.meanings)

    @property
    def core(self) -> bool:
        """Whether it names a part of a story."""
        return any(isinstance(meaning.kinds[0], PartKind) for meaning in self.meanings)

    @property
    def sure(self) -> bool:
        """Whether some of its words are STAR's own."""
        return any(meaning.sure for meaning in self.meanings)

    @property
    def letter(self) -> bool:
        """Whether it is one letter, which means much less than a word."""
        return _is_letter(self.words)

    def names(self, *facts: Fact) -> bool:
        """Whether it names one of these facts about a story."""
        return any(meaning.kinds[0] in facts for meaning in self.meanings)


def find_label(text: str, start: int = 0, *, heading: bool = False) -> Label | None:
    """The label that *text* has at *start*, if any; only the first words are looked at."""
    head = _Head(text, start)
    form = "heading" if heading else "bold" if head.bold or head.text.startswith("[!") else "plain"
    found = _bracketed(head, form) or _separated(head, form)
    if found is None:
        return None
    closing = _CLOSING.match(text, found.end)
    return Label(found.words, closing.end() if closing else found.end, found.form, found.meanings)


def _bracketed(head: _Head, form: str) -> Label | None:
    """A label in brackets: "(S) ..." or "[Situation] ..."."""
    bracketed = _BRACKETED.match(head.text)
    words = (bracketed[1] or bracketed[2]) if bracketed else ""
    known = meanings(words) if words else ()
    return Label(words, head.offset(bracketed.end()), form, known) if bracketed and known else None


def _separated(head: _Head, form: str) -> Label | None:
    """A label before a separator, or alone on its line; of two that are known, the longer."""
    best: Label | None = None
    for separator in _SEPARATOR.finditer(head.text):
        weak = separator.group()[0] in _WEAK and separator.start() > 1
        found = _before(head, form, separator) if not weak or separator.start() < _SHORT else None
        if weak and found is not None and not (found.sure and found.words[:1].isupper()):
            continue
        best = found if found and (found.meanings or not (best and best.meanings)) else best
        if separator.group() in (":", "：", _END, "|"):
            return best
    if len(head.text) > _LABEL:
        return best
    whole = _label(head.text, head.offset(len(head.text)), form, strong=False, alone=True)
    return whole if best is None or (whole and _restates(head.text, form)) else best


def _restates(text: str, form: str) -> bool:
    """Whether the words after a dash say the label again ("S – Situation"), and are no text under it."""
    again = meanings(_SEPARATOR.split(text)[-1])
    return form != "plain" or (again != () and all(meaning.sure for meaning in again))


def _before(head: _Head, form: str, separator: re.Match[str]) -> Label | None:
    """The label that ends at this separator."""
    words, end, strong = head.text[: separator.start()], separator.end(), True
    if separator.group() == _END:
        after = _AFTER_BOLD.match(head.text, end)
        end = after.end() if after else end
        strong = head.text[end - 1] != _END or words.rstrip()[-1:] in (".", ":")
    alone = not head.text[end:].strip(" " + _END)
    return _label(words, head.offset(end), form, strong=strong, alone=alone)


def _label(words: str, end: int, form: str, *, strong: bool, alone: bool) -> Label | None:
    """A label of these words: known ones, or unknown ones that stand as a label stands.

    *strong* says that a colon, dash or full stop ends it, *alone* that nothing comes after it.
    """
    words = _CALLOUT.sub("", words).strip(" ¦\t\"“”'")
    if not words or len(words) > _LABEL or _MEASURE.search(words):
        return None
    known = meanings(words)
    if known and alone and form == "plain" and words.endswith("?"):
        return None  # "What was the result?" in a list of questions
    if not known:
        short = len(words.split()) <= _WORDS[form] and words[0] not in "-–—="  # --- A title ---
        unknown = strong and short and (form == "bold" or alone)
        return Label(words, end, form) if unknown else None
    sure = any(meaning.sure for meaning in known)
    bare = alone and sure and (not _is_letter(words) or words.isupper())
    marked = form != "plain" and (alone or sure or words.endswith("?"))
    return Label(words, end, form, known) if strong or bare or marked else None


def _is_letter(words: str) -> bool:
    return sum(map(str.isalpha, words)) == 1


class _Head:
    """The first characters of a line without emphasis and emoji, and where each of them stands."""

    def __init__(self, text: str, start: int) -> None:
        self.bold = False
        self._line = text
        self._pieces: list[str] = []
        self._starts: list[int] = []
        self._places: list[int] = []
        self._length = 0
        self._inside = False
        self._stop = min(len(text), start + _HEAD)
        for token in _TOKEN.finditer(text, start, self._stop):
            if token["emphasis"]:
                self._emphasis(token)
            elif not token["emoji"] or self._length:
                self._add(token.group(), token.start())
        self.text = "".join(self._pieces)

    def offset(self, index: int) -> int:
        """Where the character at *index* of ``text`` stands in the line."""
        if index >= self._length:
            return self._stop
        piece = bisect_right(self._starts, index) - 1
        return self._places[piece] + index - self._starts[piece]

    def _add(self, piece: str, place: int) -> None:
        if not self._length:
            place += len(piece) - len(piece.lstrip())
            piece = piece.lstrip()
        if piece and not _is_symbol(piece[0]):
            self._pieces.append(piece)
            self._starts.append(self._length)
            self._places.append(place)
            self._length += len(piece)

    def _emphasis(self, token: re.Match[str]) -> None:
        """Emphasis that opens the head makes it bold; where it closes before a space, a label may end."""
        goes_on = self._line[token.end() : token.end() + 1].isalnum()
        if self._inside and not goes_on:
            self._add(_END, token.start())
            self._inside = False
        elif not self._length:
            self.bold = self._inside = True
        elif token.group()[0] == "_" and goes_on and not self._inside:
            self._add(" ", token.start())


def _is_symbol(character: str) -> bool:
    """Whether a character is an emoji or a part of one."""
    return character > "\u2000" and unicodedata.category(character) in ("So", "Sk", "Cf", "Mn", "Me", "Cn")
