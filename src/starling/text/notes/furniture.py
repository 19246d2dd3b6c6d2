"""Lines that interrupt a text: page numbers, running titles, and in a transcript who speaks from when on."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from starling.model.story import Line
from starling.text.notes.label import find_label

_TITLE = r"(?:(?P<title>\S.{0,80}?)(?:[ \t]{2,}|[ \t]*[|·•–—-][ \t]*))?"
_BEHIND = r"(?:(?:[ \t]{2,}|[ \t]*[|·•–—-]).{0,80})?"
_PAGE = re.compile(
    rf"[ \t]*[-–—|]?[ \t]*{_TITLE}(?:page|p\.|pg\.?)[ \t]{{0,3}}(?P<number>\d{{1,3}})"
    rf"(?:[ \t]{{0,3}}(?:of|/)[ \t]{{0,3}}(?P<last>\d{{1,3}}){_BEHIND})?[ \t]*[-–—|]?[ \t]*",
    re.IGNORECASE,
)
_NUMBER = re.compile(
    r"[ \t]*(?:[-–—][ \t]?)?(?P<number>\d{1,3})(?:[ \t]?/[ \t]?\d{1,3})?(?:[ \t]?[-–—])?[ \t]*"
)
_SPEAKER = re.compile(r"[A-Z][\w .'’-]{0,30}?[ \t]{1,4}\(?(?:\d{1,2}:)?\d{1,2}:\d{2}\)?[ \t]*")
_OWN = re.compile(r"[ \t]*(?:collapsed|id|heading|background-color|created-at|updated-at):: \S{1,60}[ \t]*")
_TOP = re.compile(
    r"\W{0,12}\[\W{0,6}(?:back to )?(?:the )?(?:top|table of contents|toc|contents)\b\W{0,6}\]"
    r"\(#[^()\s]{0,200}\)\W{0,6}",
    re.IGNORECASE,
)
_DASHES = "-–—"
_LONGEST = 200
"""Characters of a line at the head or foot of a page."""
_NEAR = 5
"""Lines between a running title and the page number that it stands with."""
_TWICE, _OFTEN = 2, 3
"""Times that a running title stands beside page numbers, and without them."""
_TITLE_WORDS = 3
"""Words of a running title that stands without page numbers."""
_MARKS = "#|>-*+`~<[{("
"""How lines begin that are never a running title."""
_ENDED = (".", "!", "?", ":", ";", "”", '"', ")", "*", "_", "|", "`")


def without_furniture(lines: Sequence[Line]) -> tuple[Line, ...]:
    """*lines* without the heads and feet of printed pages, and without the gaps in sentences around them.

    The first line stays, which may be the title. "Page 3" is a page number where others go on
    counting, a bare 3 where one of them interrupts a sentence, too. A running title stands
    beside page numbers again and again, or interrupts sentences. Who speaks from when on is
    known by a name and a time over what was said, twice at least. What an outliner keeps for
    itself, and links back to the top, go as well.
    """
    gone = _numbers(lines)
    gone |= _running(lines, gone) | _interrupting(lines) | _speakers(lines) | _kept_for_itself(lines)
    if not gone:
        return tuple(lines)
    gone |= {at for run in _runs(lines, gone) if _is_open(lines, run) for at in run}
    return tuple(line for at, line in enumerate(lines) if at not in gone)


class _Foot(NamedTuple):
    """What a line says that may be the foot of a page."""

    number: int
    title: str = ""
    of: bool = False
    bare: bool = False


def _numbers(lines: Sequence[Line]) -> set[int]:
    """The lines that say which page this is, by index."""
    feet = {at: foot for at in range(len(lines)) if (foot := _foot(lines, at)) is not None}
    if not any(foot.bare and _is_open(lines, [at]) for at, foot in feet.items()):
        feet = {at: foot for at, foot in feet.items() if not foot.bare}
    counted = {(foot.number, foot.title) for foot in feet.values()}
    return {
        at
        for at, foot in feet.items()
        if foot.of or {(foot.number - 1, foot.title), (foot.number + 1, foot.title)} & counted
    }


def _foot(lines: Sequence[Line], at: int) -> _Foot | None:
    """What a line says with the word "page", or as a number that stands alone."""
    text = lines[at].text
    if not text or len(text) > _LONGEST or not any(map(str.isdecimal, text)):
        return None
    page = _PAGE.fullmatch(text)
    if page is not None:
        return _Foot(int(page["number"]), page["title"] or "", of=page["last"] is not None)
    number = _NUMBER.fullmatch(text)
    dashed = text.strip()[0] in _DASHES and text.strip()[-1] in _DASHES  # - 3 -
    bare = number is not None and not dashed
    return _Foot(int(number["number"]), bare=bare) if number and (dashed or _alone(lines, at)) else None


def _alone(lines: Sequence[Line], at: int) -> bool:
    """Whether a line stands between blank lines, or at the end of a text."""
    near = (lines[beside].text for beside in (at - 1, at + 1) if 0 <= beside < len(lines))
    return not any(text.strip() for text in near)


def _running(lines: Sequence[Line], numbers: set[int]) -> set[int]:
    """The lines near page numbers that stand there again and again."""
    near = {
        beside
        for at in sorted(numbers)
        for beside in range(max(1, at - _NEAR), min(len(lines), at + _NEAR + 1))
        if beside not in numbers and _may_be_title(lines[beside].text)
    }
    times = Counter(lines[at].text.strip() for at in near)
    return {at for at in near if times[lines[at].text.strip()] >= _TWICE}


def _interrupting(lines: Sequence[Line]) -> set[int]:
    """The lines that stand again and again, and inside a sentence at least once."""
    places: dict[str, list[int]] = {}
    for at, line in enumerate(lines):
        places.setdefault(line.text.strip(), []).append(at)
    often = {
        text: at for text, at in places.items() if len(at) >= _OFTEN and len(text.split()) >= _TITLE_WORDS
    }
    titles = (at for text, at in often.items() if _may_be_title(text))
    return {at for each in titles if any(_is_open(lines, [at]) for at in each) for at in each if at}


def _speakers(lines: Sequence[Line]) -> set[int]:
    """The lines that hold a name and a time, over what was said then: "Ada Orre  0:14"."""
    stamped = {at for at, line in enumerate(lines) if ":" in line.text[-6:] and _SPEAKER.fullmatch(line.text)}
    below = (at for at in stamped if at + 1 < len(lines) and at + 1 not in stamped)
    spoken = {at for at in below if len(lines[at + 1].text.split()) >= _TITLE_WORDS}
    return spoken if len(spoken) >= _TWICE else set()


def _kept_for_itself(lines: Sequence[Line]) -> set[int]:
    """An outliner's own lines ("collapsed:: true"), links back to the top, and the ? that parts a card."""
    cued = (at for at, line in enumerate(lines) if ":: " in line.text or "](#" in line.text)
    gone = {at for at in cued if _OWN.fullmatch(lines[at].text) or _TOP.fullmatch(lines[at].text)}
    return gone | {at for at, line in enumerate(lines) if line.text == "?"}


def _may_be_title(text: str) -> bool:
    """Whether a line is short and bare, and no label of a part."""
    text = text.strip()
    if not 0 < len(text) <= _LONGEST or text[0] in _MARKS or text[0].islower():
        return False
    label = find_label(text)
    return label is None or not label.meanings


def _runs(lines: Sequence[Line], gone: Container[int]) -> Iterator[list[int]]:
    """Runs of lines that are gone or blank, if some are gone."""
    for empty, run in groupby(range(len(lines)), lambda at: at in gone or not lines[at].text.strip()):
        found = list(run)
        if empty and any(at in gone for at in found):
            yield found


def _is_open(lines: Sequence[Line], run: Sequence[int]) -> bool:
    """Whether a sentence that stands open before a run of lines goes on behind it."""
    first, last = run[0] - 1, run[-1] + 1
    while first >= 0 and run[0] - first <= _NEAR and not lines[first].text.strip():
        first -= 1
    while last < len(lines) and last - run[-1] <= _NEAR and not lines[last].text.strip():
        last += 1
    if first < 0 or last >= len(lines):
        return False
    before, after = lines[first].text.rstrip(), lines[last].text.lstrip()
    if not before or before.endswith(_ENDED):
        return False
    return after[:1].islower() or before.endswith(",")
