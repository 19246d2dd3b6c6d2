"""Components of a page in MDX: what their attributes say, and nothing of their tags."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from starling.model.story import Line
from starling.text.notes.formats._records import lines_of
from starling.text.notes.formats._rows import QUESTION_KEY, is_story, words
from starling.text.notes.formats._source import Source
from starling.text.notes.formats._values import Object, Scalar, Value, scan, string
from starling.text.notes.labels import meanings

_FENCE = re.compile(r"[ \t>]*(?:`{3}|~{3})")
_CLOSING = re.compile(r"</([A-Z][a-z]\w{0,40})>")
_TAG = re.compile(
    r"<(?P<name>[A-Z][a-z]\w{0,40})(?:\s++[A-Za-z][\w-]{0,40}+(?:=(?:\"[^\"]{0,6000}+\"|'[^']{0,6000}+'"
    r"|\{(?:[^{}`]|`[^`]{0,6000}+`){0,6000}+\}))?+){1,40}+\s*/?>"
)
"""The opening tag of a component with attributes, over several lines or not."""
_ATTRIBUTE = re.compile(
    r"(?P<key>[A-Za-z][\w-]*)=(?:(?P<text>\"[^\"]*\"|'[^']*')|\{(?P<code>(?:[^{}`]|`[^`]*`)*)\})"
)
_TITLES = frozenset("title label heading header summary".split())
"""Attributes that a reader sees over what is in a component."""
_SIGN = re.compile(r"[^\n]")


def unfold_components(lines: Sequence[Line], is_html: Callable[[str], bool]) -> Sequence[Line]:
    """*lines* with the story, or the title and question, in the attributes of a component as lines.

    The tags of components that are closed say nothing else; elements that *is_html* knows stay.
    """
    texts = _shown(lines)
    names = {name for text in texts if "</" in text for name in _CLOSING.findall(text) if not is_html(name)}
    if not names and not any("/>" in text for text in texts):
        return lines
    page = Source("\n".join(texts))
    told = {tag: said for tag in _TAG.finditer(page.text) if (said := _said(tag, page, names))}
    if not names and not told:
        return lines
    return list(_rows(lines, page, told, names))


def _shown(lines: Sequence[Line]) -> list[str]:
    """The text of each line, and none of code."""
    texts: list[str] = []
    code = False
    for line in lines:
        fence = _FENCE.match(line.text) is not None
        texts.append("" if code or fence else line.text)
        code ^= fence
    return texts


def _said(tag: re.Match[str], page: Source, names: set[str]) -> tuple[Line, ...]:
    """The lines that the attributes of one tag become; none where they say nothing of a story."""
    entries = list(_entries(tag))
    if is_story(entries):
        return lines_of([Object(tag.start(), entries)], page)[0]
    return tuple(_heads(entries, page)) if tag["name"] in names else ()


def _entries(tag: re.Match[str]) -> Iterator[tuple[str, Value]]:
    """Each attribute with its value: a text, or the first value in its braces."""
    for found in _ATTRIBUTE.finditer(tag.string, tag.start(), tag.end()):
        if found["text"]:
            yield found["key"], string(found["text"], found.start("text"), escapes=False)
        else:
            values = scan(tag.string, found.start("code"), found.end("code")).items
            yield from ((found["key"], value) for value in values[:1])


def _heads(entries: Sequence[tuple[str, Value]], page: Source) -> Iterator[Line]:
    """The title of a component, as a label where it names a part, and its question."""
    for key, value in entries:
        text = " ".join(value.text.split()) if isinstance(value, Scalar) else ""
        place = page.place(value.start if not isinstance(value, Scalar) else value.starts[0])
        if text and key in _TITLES:
            yield Line(f"**{text}**" if meanings(text) else f"## {text}", place.line, place.column)
        elif text and QUESTION_KEY.match(words(key)):
            yield Line(f"**Question:** {text}", place.line, place.column)


def _rows(
    lines: Sequence[Line], page: Source, told: dict[re.Match[str], tuple[Line, ...]], names: set[str]
) -> Iterator[Line]:
    """Each line without tags, behind what the tag says that begins on it."""
    tags = re.compile(rf"</?(?:{'|'.join(sorted(names)) or '(?!)'})(?=[\s>])[^<>\n]{{0,500}}>")
    said: dict[int, list[Line]] = {}
    pieces, done = list[str](), 0
    for tag, heads in told.items():
        pieces += [page.text[done : tag.start()], _SIGN.sub(" ", tag.group())]
        done = tag.end()
        said.setdefault(page.place(tag.start()).line, []).extend(heads)
    rows = "".join((*pieces, page.text[done:])).split("\n")
    for number, (line, row) in enumerate(zip(lines, rows, strict=True), start=1):
        for head in said.get(number, ()):
            over = lines[head.number - 1]
            yield Line(head.text, over.number, max(1, over.column + head.column - 1))
        yield _blanked(line, row, tags)


def _blanked(line: Line, row: str, tags: re.Pattern[str]) -> Line:
    """A line whose text is *row*, without *tags*; the text between them keeps its place."""
    text = tags.sub(lambda tag: " " * len(tag.group()), row) if "<" in row else row
    if text in (line.text, ""):
        return line
    return Line(text.strip(), line.number, line.column + len(text) - len(text.lstrip()))
