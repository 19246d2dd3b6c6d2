"""The items of an enumeration: list lines, (1) (2) marks, or a series of commas, and how many they can be."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import NamedTuple

from starling.review.numbers.quantities.quantity import Quantity
from starling.review.numbers.quantities.sheet import Sheet
from starling.review.numbers.told.neighbours import neighbours
from starling.review.reading import Sentence

_OPENER = re.compile(r":(?!\d)|\s[—–-]\s|[—–]|\(")
_MOVED = re.compile(r"\s*(?:down |up )?from [~$€£]?\d")
"""What opens two values, and no list: "to 8 bits: from 360 KB to 90 KB"."""
_SELECTION = re.compile(
    r"\b(?:including|include[sd]?|across|such as|like|e\.g|for example|for instance|among|namely the"
    r"|mostly|mainly|"
    r"especially|notably|ranging|spanning|serving)\b"
)
_INSTEAD = re.compile(
    r"\s(?:instead of|rather than|not|vs\.?|versus)\s(?:only )?(?:\d+|one|two|three|four|five)\b"
)
_MARK = re.compile(r"(?<![^\s(])\(?(\d{1,2}|[a-h]|i{1,3}|iv|vi{0,3})\)(?=\s)")
_FIRST_MARK = re.compile(r"\s*\(?(?:1|a|i)\)\s")
_SENTENCES = 24
_PARENTHESIS = re.compile(r"\([^()]*\)")
_AND = re.compile(r"(?:and|or|plus|then|finally|&|as well as|followed by)\s")
_INNER_AND = re.compile(r"\s(?:and|or|&|plus|as well as|vs\.?|versus)\s")
_OTHERS = re.compile(
    r"(?:,|\band|\bplus) (?:and )?(?:the (?:rest|others?|remaining|remainder)|others|several|some"
    r"|many|more|a few|so on|etc)\b"
)
_ADDS_ON = re.compile(
    r"(?:which|who|where|when|while|with|without|mostly|especially|including|such|like|but|so|because"
    r"|if|not|rather|"
    r"that|each|all|both|e\.g|i\.e|thus|since|although|though|even|in|on|for|from|by|at|to)\b"
)
_COUNTED = re.compile(r"\s*(?:vs\.? |versus )?(?:\d|two\b|three\b|four\b|five\b|six\b)(?!\))")
_WORD = re.compile(r"[^\W_][\w'’./-]*")
ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
_ORDINAL = re.compile(rf"\b(?:{'|'.join(ORDINALS)})")
_SUMS_UP = re.compile(
    r"\W*(?:total|overall|effective|average|combined|result|outcome|net|sum|together|in total|all in)\b"
)
_NUMBERS = {"one": 1, "another": 1, "other": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6}
_HOW_MANY = re.compile(rf"(?:the )?({'|'.join(_NUMBERS)}|\d)\b")
_SHORT = 6
_LEAD = 80
_LONGEST = 1500
_DASH = re.compile(r"\s[—–-]\s|[—–]")
_MOST = 20


class Listing(NamedTuple):
    """An enumeration: its span, and how many items it can be read as, commonest first.

    ``fewest`` and ``most`` bound what any reading allows; ``full`` says that it
    follows a colon, so that a listener takes it for all of them; ``inline`` that
    it stands in one sentence.
    """

    start: int
    end: int
    counts: tuple[int, ...]
    fewest: int
    most: int
    full: bool
    inline: bool = True


def listing(sheet: Sheet, count: Quantity) -> Listing | None:
    """The enumeration that *count* announces in its own sentence or in the list lines after it."""
    sentence = sheet.sentence(count)
    if sentence is None or sheet.lower.startswith(")", count.end):
        return None
    opener = _OPENER.search(sheet.lower, count.end, min(sentence.end, count.end + _LEAD))
    if opener is None or not _leads(sheet, count, opener.start()) or _MOVED.match(sheet.lower, opener.end()):
        return None
    mark, end = opener.group().strip(), closing(sheet.lower, opener.end(), sentence.end)
    if not sheet.lower[opener.end() : end].strip():
        return _lines(sheet, sentence) if mark == ":" else None
    if mark == ":" and _FIRST_MARK.match(sheet.lower, opener.end()):
        end = _last_of_part(sheet, sentence, opener.end())
    return series(sheet.lower, opener.end(), end, full=mark == ":")


def _last_of_part(sheet: Sheet, home: Sentence, start: int) -> int:
    """Where the marks (1), (2), … may go on to: the end of the part, within reach."""
    following = sheet.reading.sentences[home.index : home.index + _SENTENCES]
    return max(each.end for each in following if each.kind is home.kind and each.end < start + 3 * _LONGEST)


def _leads(sheet: Sheet, count: Quantity, opener: int) -> bool:
    """Whether only the counted thing stands before the opener: no other number, no break, no "including"."""
    lead = _INSTEAD.sub("", sheet.lower[count.end : opener])
    if re.search(r"[.;!?,\d]", lead) or _SELECTION.search(lead):
        return False
    told = len(lead) < opener - count.end  # "3 models instead of 1"
    return told or not any(count.end <= other.start < opener for other in neighbours(sheet, count))


def closing(lower: str, start: int, end: int) -> int:
    """Where a list ends that a bracket, colon or dash before *start* opens, at *end* at the latest."""
    opener, end = lower[max(0, start - 3) : start].rstrip()[-1:], min(end, start + _LONGEST)
    if opener == "(":
        return _bracket(lower, start, end)
    dash = None if opener == ":" else _DASH.search(lower, start, end)
    return end if dash is None else dash.start()


def _bracket(lower: str, start: int, end: int) -> int:
    depth = 1
    for position in range(start, end):
        depth += {"(": 1, ")": -1}.get(lower[position], 0)
        if depth == 0:
            return position
    return end


def _lines(sheet: Sheet, intro: Sentence) -> Listing | None:
    """The list lines after a sentence that ends with a colon; deeper lines belong to their item."""
    sentences = sheet.reading.sentences
    items: list[Sentence] = []
    depth = -1
    for sentence in sentences[intro.index + 1 :]:
        if sentence.kind is not intro.kind:
            break
        indent = _indent(sheet.lower, sentence)
        if depth < 0:
            if not sentence.bullet or (intro.bullet and indent <= _indent(sheet.lower, intro)):
                return None
            depth = indent
        previous = items[-1].end if items else intro.end
        if _ends_list(sheet.lower, sentence, indent, depth, previous):
            break
        if sentence.bullet and indent == depth:
            items.append(sentence)
    if not items:
        return None
    most = len(items)
    fewest = most - sum(_SUMS_UP.match(item.lower) is not None for item in items)
    counts = tuple(dict.fromkeys((fewest, most)))
    return Listing(items[0].start, items[-1].end, counts, fewest, most, full=True, inline=False)


def _ends_list(lower: str, sentence: Sentence, indent: int, depth: int, previous: int) -> bool:
    if sentence.bullet:
        return indent < depth
    return indent <= depth and "\n\n" in lower[previous : sentence.start].replace(" ", "")


def _indent(lower: str, sentence: Sentence) -> int:
    line = lower[lower.rfind("\n", 0, sentence.start) + 1 : sentence.start]
    return len(line) - len(line.lstrip())


def series(lower: str, start: int, end: int, *, full: bool) -> Listing | None:
    """The items of a series in one sentence, or None where nothing marks a second item."""
    body = _PARENTHESIS.sub(lambda match: "\x00" * len(match.group()), lower[start:end])
    if _SELECTION.match(body.lstrip()) or _COUNTED.match(body):
        return None
    counts, fewest, most = _marked(lower[start:end]) or _split(body.strip(" .\"'”’;!?\n"))
    if most <= 1:
        return None
    return Listing(start, end, counts, fewest, most, full)


_Counts = tuple[tuple[int, ...], int, int]


def _marked(body: str) -> _Counts | None:
    """How many items marks count: (1) … (2) …, or first …, second …."""
    marks = _MARK.findall(body)
    found = _in_turn(marks) if marks and marks[0] in ("1", "a", "i") else 0
    if found <= 1 and re.match(r"\W*(?:the )?first", body):
        found = ordinals(_ORDINAL.findall(body))
    return ((found,), found, found) if found > 1 else None


def _in_turn(marks: list[str]) -> int:
    """How far marks count: all of them, or as far as digits go on by one."""
    if marks[0] != "1":
        return len(marks)
    found = 0
    for mark in marks:
        if found and mark == "1":  # another list
            break
        found += mark == str(found + 1)
    return found


def ordinals(words: list[str]) -> int:
    """How far a run of ordinals counts that begins with "first", each in its turn."""
    found = 0
    for word in words:
        if found < len(ORDINALS) and word.startswith(ORDINALS[found]):
            found += 1
    return found


def _split(body: str) -> _Counts:
    """How many items a series can be: by semicolons, plus signs, "one …, one …", or commas."""
    for sign in (";", " + "):
        if sign in body and (sign == ";" or "," not in body):
            found = len([piece for piece in body.split(sign) if piece.strip()])
            return (found,), found, found
    pieces = [piece.strip() for piece in body.split(",") if piece.strip()]
    if not pieces:
        return (0,), 0, 0
    heads = [_AND.sub("", piece, count=1) if _AND.match(piece) else piece for piece in pieces]
    if _OTHERS.search(body):
        return (len(pieces),), 2, _MOST
    told = [_told(head) for head in heads]
    if told[0] == 1 and len([number for number in told if number]) > 1:
        found = sum(told)
        return (found,), found, found
    joins = sum(len(_INNER_AND.findall(f" {head} ")) for head in heads)
    last = bool(_AND.match(pieces[-1])) and len(pieces) > 1
    found = len(pieces)
    counts: tuple[int, ...] = (
        (found,) if last else (found + 1, found) if _INNER_AND.search(pieces[-1]) else (found,)
    )
    if found == 1 and joins > 1:
        counts = tuple(range(joins + 1, 1, -1))
    return counts, _fewest(pieces, heads, counts), found + joins


def _told(head: str) -> int:
    """How many an item says that it is: "one in Oslo", "two in Bergen"; 0 where it says nothing."""
    match = _HOW_MANY.match(head)
    return 0 if match is None else _NUMBERS.get(match[1]) or int(match[1])


def _fewest(pieces: list[str], heads: list[str], counts: tuple[int, ...]) -> int:
    """The fewest items of any reading: all of them where each is short or nothing hangs on another."""
    inner = any(_AND.match(piece) for piece in pieces[:-1])
    hangs = any(_ADDS_ON.match(head) for head in heads[1:])
    mixed = any(_INNER_AND.search(head) for head in heads[:-1])
    short = all(len(_WORD.findall(head)) <= _SHORT for head in heads)
    return 2 if inner or hangs or (mixed and not short) else min(counts)


def as_quantity(sheet: Sheet, count: Quantity, found: Listing) -> Quantity:
    """The list as a quantity of its own, with as many as it has items, so that it can be quoted."""
    start = (
        found.start
        + len(sheet.text[found.start : found.end])
        - len(sheet.text[found.start : found.end].lstrip())
    )
    return replace(count, start=start, end=found.end, text=sheet.text[start : found.end])
