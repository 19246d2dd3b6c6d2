"""Which lines lead into a story: its title, its question, its facts."""

from __future__ import annotations

import re
from collections.abc import Sequence

from starling.model.story import PartKind
from starling.text.notes.labels import Fact
from starling.text.notes.marks import Mark
from starling.text.notes.questions import asks
from starling.text.notes.titles import CALLOUT, is_talk

_STAMP = re.compile(
    r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? |(?:created|updated|last edited)\b"
    r"|\d{1,2}[:/.]\d{2}(?:[:/.]\d{2,4})?(?: ?[ap]m)?$|\d{4}-\d{2}-\d{2}\b"
    r"|\w{2,12},? \d{1,2}\.? \w{3,12}\.? \d{4}\b)",
    re.IGNORECASE,
)
"""A line that an app puts under the title of a note: its day and time."""
REACH = 40
"""Lines above a story's first label that may still belong to it."""
_ASIDES = 8
"""Lines between a title and the first label that may be neither fact nor question."""
_SECTION = 12
"""Lines above the beginning of a story in which the line may stand that heads its section."""
_LISTED = 15
"""Items that a list above a story may have."""
_TITLE = 90
"""Characters that a bare title has at most."""


def where_it_begins(found: Sequence[Mark], first: int, floor: int, own: int | None) -> int:
    """Where the lines begin that belong to the story whose first label is at *first*.

    That is its *own* heading, if little stands between, or where only lines stand that lead
    into it; nothing above *floor* belongs to it.
    """
    if own is not None and own >= max(floor, first - REACH):
        between = range(own + 1, first)
        others = sum(not found[index].blank and not leads(found, index, first) for index in between)
        if others <= _ASIDES:
            return own
    return _climb(found, first, floor)


def section_over(found: Sequence[Mark], begin: int, floor: int) -> int | None:
    """The short line with a colon that heads what a story stands in, with only prose between; or None."""
    for index in range(begin - 1, max(floor, begin - _SECTION) - 1, -1):
        mark, label = found[index], found[index].label
        if mark.level or mark.bullet or mark.cell or mark.fenced:
            return None
        if label is not None and not (label.meanings or mark.rest or mark.indent or is_talk(mark.text)):
            return index if found[index + 1].blank else None
    return None


def _climb(found: Sequence[Mark], first: int, floor: int) -> int:
    """Walk up from a story's first label over all that can only belong to it."""
    begin, listed = first, 0
    for index in range(first - 1, max(floor, first - REACH) - 1, -1):
        mark = found[index]
        if mark.rule and begin < first:
            break
        if mark.blank:
            continue
        if begin < first and floor and _is_tail(found, index, begin):
            break
        if _belongs(found, index, first):
            begin, listed = index, 0
        elif (mark.bullet or mark.quote) and listed < _LISTED:
            listed += 1
        else:
            break
        if mark.level and not (mark.label and mark.label.names(Fact.QUESTION, Fact.ANSWER)):
            break
    return begin


def _is_tail(found: Sequence[Mark], index: int, begin: int) -> bool:
    """Whether a line of tags stands at the foot of the story above: nearer to it, over a new title."""
    label = found[index].label
    if label is None or not label.names(Fact.TAGS, Fact.SERVES) or found[begin].label == label:
        return False
    above = next((at for at in range(index - 1, -1, -1) if not found[at].blank), -1)
    return index - above <= begin - index and begin - index > 1


def _belongs(found: Sequence[Mark], index: int, first: int) -> bool:
    in_its_table = found[index].cell and found[first].cell
    return found[index].level > 0 or in_its_table or leads(found, index, first)


def leads(found: Sequence[Mark], index: int, first: int) -> bool:
    """Whether a line by itself leads into a story: a question, a fact, a bold or a short bare line."""
    mark, label = found[index], found[index].label
    if mark.fenced or mark.blank:
        return False
    if asks(mark) or mark.bold or _opens_box(mark) or _STAMP.match(mark.text) or is_talk(mark.text):
        return True
    if label is not None and label.meanings:
        return label.names(*Fact)
    if label is not None and label.form == "bold" and not mark.indent and not mark.bullet:
        return True
    return is_bare_title(found, index) or is_parent_item(found, index, first)


def is_bare_title(found: Sequence[Mark], index: int) -> bool:
    """Whether a line without marks is short, ends like a title, and stands under nothing."""
    mark = found[index]
    quoted = mark.quote and not (index + 1 < len(found) and found[index + 1].blank and found[index + 1].quote)
    labelled = mark.label is not None and not is_cut(found, index)
    inside = mark.indent and not _heads_labels(found, index)
    marked = inside or quoted or mark.level or labelled or (mark.bullet and not mark.numbered)
    if marked or mark.blank or len(mark.text) > _TITLE or is_talk(mark.text):
        return False
    if mark.text[-1] in ".,;!|" or mark.text[0] in "|<!":
        return False
    before = found[index - 1] if index else None
    over = is_cut(found, index) or (mark.numbered and _is_scene(found, index + 1))
    apart = before is None or before.blank or before.level > 0 or before.bold
    return apart or over or (mark.indent > 0 and before is not None and before.numbered)


def _heads_labels(found: Sequence[Mark], index: int) -> bool:
    """Whether a line stands in the item of a list right over the first label in it, as far in as that."""
    below = next((at for at in range(index + 1, min(index + 3, len(found))) if not found[at].blank), index)
    return _is_scene(found, below) and found[below].indent == found[index].indent


def _is_scene(found: Sequence[Mark], index: int) -> bool:
    """Whether a line begins a story with its situation."""
    label = found[index].label if index < len(found) else None
    return label is not None and PartKind.SITUATION in label.kinds[:1]


def is_cut(found: Sequence[Mark], index: int) -> bool:
    """Whether a piece of a line stands before the first label on it: "The outage: (S) ... (T) ..."."""
    label = found[index].label
    known = label is not None and bool(label.meanings or found[index].rest)
    beside = index + 1 < len(found) and found[index + 1].line.number == found[index].line.number
    return not known and beside and _is_scene(found, index + 1)


def is_parent_item(found: Sequence[Mark], index: int, first: int) -> bool:
    """Whether a line is the list item under which the labels of a story stand, or an item over that."""
    mark = found[index]
    if not mark.bullet or mark.indent >= found[first].indent or len(mark.text) > _TITLE:
        return False
    below = found[index + 1 : first]
    return all(_is_fact(each) or each.indent > mark.indent for each in below)


def is_bold_title(mark: Mark) -> bool:
    """Whether a line is a bold phrase that stands as a title, with at most a bracket behind it."""
    label = mark.label
    if (mark.quote and not _opens_box(mark)) or mark.level or mark.text.strip("*_")[:1] in ('"', "“", "'"):
        return False
    if label is None:
        return mark.bold or _opens_box(mark)
    if label.form != "bold" or label.meanings or ":" in mark.text:
        return False
    return not mark.rest or (mark.rest.startswith("[") and mark.rest.endswith("]"))


def _opens_box(mark: Mark) -> bool:
    """Whether a line opens a box in a quotation, with its title."""
    return mark.quote > 0 and mark.label is None and CALLOUT.match(mark.text) is not None


def _is_fact(mark: Mark) -> bool:
    return mark.blank or asks(mark) or (mark.label is not None and mark.label.names(*Fact))
