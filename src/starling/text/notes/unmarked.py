"""Labels that no mark shows: names of parts alone on a line, letters in a row, terms over definitions."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from starling.model.story import CORE, PartKind
from starling.text.notes.label import Label
from starling.text.notes.labels import Fact, meanings
from starling.text.notes.mark import Mark

_BARE = 40
"""Characters of a label that stands on its line without any mark."""
_TOLD = (*CORE, PartKind.REFLECTION)
_LEGEND = 120
"""Characters of a line that explains pictures."""
_PICTURE = re.compile(r"([\u2190-\u2bff\U0001f000-\U0001faff])\ufe0f?[ \t]*(?=\S)")
_KEY = re.compile(
    r"([\u2190-\u2bff\U0001f000-\U0001faff])\ufe0f?\s{0,3}[=:–-]?\s{0,3}([A-Za-z]{4,12})(?=\W|$)"
)
_ROW = 3
"""Names of parts in a row that show each other to be labels."""
_PHRASE = re.compile(r"(?:==)?(?:[*_]{1,3}([^*_\n]{1,40})[*_]{1,3}|`([^`\n]{1,40})`)(?:==)?[ \t]+(?=\S)")
_REACH = 40
"""Lines from such a label to the next of the same story."""
_OR = 2
"""Things that a label may mean."""
_SCENE = 8
"""Words from which a scenario is told and not named."""
_BELOW = 20
"""Lines below it in which the next part begins."""
_ORDER = "STARL"
_LETTER = re.compile(r"([STARL])[ \t]+(?=[\w\"“'(~<>+-])")
_LETTERS = 2
"""Letters without a mark that are labels where more of them stand in a row."""


def label_unmarked(found: list[Mark]) -> None:
    """Label in place the lines of *found* that others around them show to be names of parts."""
    _keyed(found)
    _defined(found)
    _scenes(found)
    _bare(found)
    _alike(found)
    _lettered(found)


def free_titles(found: list[Mark]) -> None:
    """Take the name of a part for a title where all parts stand under labels below it: "## Conflict"."""
    for index, mark in enumerate(found):
        label = mark.label
        if label is None or mark.fenced or not label.core or not (mark.level or _stands_alone(mark, label)):
            continue
        if _tells_all(found, index, label):
            found[index] = replace(mark, label=None)


def _stands_alone(mark: Mark, label: Label) -> bool:
    return label.form == "bold" and not mark.rest


def _tells_all(found: Sequence[Mark], index: int, label: Label) -> bool:
    """Whether a story with the part that a title names stands below it, before the next title.

    Right below it, where the title is no heading or names no part of STAR.
    """
    level = found[index].level
    reach = found[index + 1 : index + 1 + _REACH]
    below = [*takewhile(lambda mark: mark.fenced or not 0 < mark.level <= level, reach)]
    sure = [mark.label for mark in below if mark.label is not None and mark.label.sure and not mark.fenced]
    told = {kind for each in sure for kind in each.kinds} & set(CORE)
    first = next((mark.label for mark in below if not mark.blank), None)
    named, close = label.kinds[0], first is not None and first in sure
    return (
        len(told) >= _ROW
        and (named in told or named not in CORE)
        and (close or (level > 0 and named in told))
    )


def _keyed(found: list[Mark]) -> None:
    """Label the lines that begin with a picture that the page explains: "📍 Situation · 🎯 Task"."""
    keys: dict[str, str] = {}
    for mark in found:
        if not mark.line.text.isascii() and len(mark.text) <= _LEGEND:
            pairs = _KEY.findall(mark.text)
            keys.update(pairs if len(pairs) >= _ROW else ())
    names = {key: known for key, words in keys.items() if (known := meanings(words)) and known[0].sure}
    for index, mark in enumerate(found) if len(names) >= _ROW else ():
        key = _PICTURE.match(mark.line.text, mark.body)
        if key is None or key[1] not in names or len(_KEY.findall(mark.text[:_LEGEND])) >= _ROW:
            continue
        label = Label(keys[key[1]], key.end(), "plain", names[key[1]])
        found[index] = mark if mark.label and mark.label.meanings else replace(mark, label=label)


def _defined(found: list[Mark]) -> None:
    """Label the names of parts over a line that begins with a colon, as in a list of definitions."""
    for index in range(1, len(found)):
        term = found[index - 1]
        if found[index].text.startswith(": ") and not (term.label or term.fenced or term.blank):
            known = meanings(term.text) if len(term.text) < 2 * _BARE else ()
            if known:
                label = Label(term.text, len(term.line.text), "plain", known)
                found[index - 1] = replace(term, label=label)


def _scenes(found: list[Mark]) -> None:
    """Take "Scenario: ..." for the situation, and no title, where the next part is what was done about it."""
    for index, mark in enumerate(found):
        label = mark.label
        if label is None or not label.meanings or len(label.meanings[0].kinds) < _OR:
            continue
        if label.meanings[0].kinds[0] is Fact.TITLE and _says_more(found, index):
            following = (each.label for each in found[index + 1 : index + _BELOW] if each.label)
            after = next((each for each in following if each.core), None)
            if after is not None and after.kinds[0] in (PartKind.TASK, PartKind.ACTION):
                found[index] = replace(mark, label=replace(label, meanings=meanings("context")))


def _says_more(found: Sequence[Mark], index: int) -> bool:
    """Whether what stands beside a label, or below it, is a sentence or longer than a title."""
    below = (mark.text for mark in found[index + 1 : index + 3] if not (mark.blank or mark.label))
    text = found[index].rest or next(below, "")
    return text.endswith(".") or len(text.split()) >= _SCENE


def _bare(found: list[Mark]) -> None:
    """Label the lines that are the name of a part and nothing else: beside others, or over a list."""
    sure = [index for index, mark in enumerate(found) if _is_bare(mark)]
    told = [index for index, mark in enumerate(found) if mark.label is not None and mark.label.core]
    for index, mark in enumerate(found) if len(told) > 1 else ():
        if mark.label or mark.bullet or mark.level or mark.fenced or not 0 < len(mark.text) < _BARE:
            continue
        beside = len(sure) > 1 and mark.text[0].isupper() and _near(sure, index) > 0
        if beside or (_heads_list(found, index) and _near(told, index) > 1):
            known = meanings(mark.text)
            if any(isinstance(each.kinds[0], PartKind) for each in known):
                label = Label(mark.text, len(mark.line.text), "plain", known)
                found[index] = replace(mark, label=label)


def _near(places: Sequence[int], index: int) -> int:
    """How many of some sorted places are within reach."""
    return bisect_left(places, index + _REACH) - bisect_left(places, index - _REACH)


def _heads_list(found: Sequence[Mark], index: int) -> bool:
    """Whether a list item stands right below a line."""
    return index + 1 < len(found) and bool(found[index + 1].bullet)


def _alike(found: list[Mark]) -> None:
    """Label the names of three parts in a row, all written in one way over or before a text."""
    row: list[tuple[int, Label]] = []
    for index in range(len(found)):
        label = _loose(found, index)
        if label is None:
            continue
        if row and not _goes_on(found, row[-1], (index, label)):
            _label_row(found, row)
            row = []
        row.append((index, label))
    _label_row(found, row)


def _loose(found: Sequence[Mark], index: int) -> Label | None:
    """The name of one of the four parts, alone on its line over a text, or in bold or code before it."""
    mark = found[index]
    if mark.fenced or mark.level or mark.cell or mark.blank:
        return None
    if mark.label is not None and mark.label.meanings:
        return mark.label if mark.label.kinds[0] in _TOLD else None
    phrase = _PHRASE.match(mark.line.text, mark.body)
    alone = phrase is None and len(mark.text) < _BARE and _has_text_below(found, index)
    if phrase is None and not alone:
        return None
    words = (phrase[1] or phrase[2]) if phrase else mark.text
    known = meanings(words)
    if not known or known[0].kinds[0] not in _TOLD or not _begins_large(words):
        return None
    end = phrase.end() if phrase else len(mark.line.text)
    return Label(words, end, "bold" if phrase else "plain", known)


def _begins_large(words: str) -> bool:
    return next((each.isupper() for each in words if each.isalpha()), False)


def _has_text_below(found: Sequence[Mark], index: int) -> bool:
    """Whether a line that is no name of a part stands below a line."""
    below = (mark for mark in found[index + 1 : index + 3] if not mark.blank)
    mark = next(below, None)
    return mark is not None and not (mark.level or mark.rule or mark.label or meanings(mark.text[:_BARE]))


def _goes_on(found: Sequence[Mark], before: tuple[int, Label], after: tuple[int, Label]) -> bool:
    """Whether two names of parts stand near each other, written alike, in the order of a story."""
    one, other = found[before[0]], found[after[0]]
    alike = (one.indent, bool(one.bullet), before[1].form) == (
        other.indent,
        bool(other.bullet),
        after[1].form,
    )
    places = [_TOLD.index(PartKind(label.kinds[0])) for _, label in (before, after)]
    return alike and after[0] - before[0] < _REACH and places[0] < places[1]


def _label_row(found: list[Mark], row: Sequence[tuple[int, Label]]) -> None:
    enough = sum(label.kinds[0] in CORE for _, label in row) >= _ROW
    for index, label in row if enough else ():
        found[index] = replace(found[index], label=label)


def _lettered(found: list[Mark]) -> None:
    """Label the letters of lines in a row that begin with S, T, A and R and nothing behind the letter."""
    index = 0
    while index < len(found):
        row = _row(found, index)
        for at, letter in row if len(row) > _LETTERS else ():
            end = letter.end()
            found[at] = replace(found[at], label=Label(letter[1], end, "plain", meanings(letter[1])))
        index += max(1, len(row))


def _row(found: Sequence[Mark], first: int) -> list[tuple[int, re.Match[str]]]:
    """The lines from *first* on that begin with the letters of a story in their order, by index."""
    row: list[tuple[int, re.Match[str]]] = []
    for at in range(first, min(len(found), first + len(_ORDER))):
        mark = found[at]
        letter = None if mark.label or mark.fenced else _LETTER.match(mark.line.text, mark.body)
        last = _ORDER.index(row[-1][1][1]) if row else -1
        if letter is None or _ORDER.index(letter[1]) <= last or (not row and letter[1] != "S"):
            break
        row.append((at, letter))
    return row


def _is_bare(mark: Mark) -> bool:
    """Whether a line is one of STAR's own words and nothing else."""
    label = mark.label
    bare = label is not None and label.form == "plain" and not (mark.bullet or mark.level or mark.cell)
    return bare and label is not None and label.sure and label.core and label.words == mark.text
