"""The accounts of a page without stories: under headings, bare titles or numbers, or the page as one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from starling.model.story import Part, PartKind
from starling.text.notes.accounts import Answer, account, is_no_prose, until
from starling.text.notes.front import front_end, front_question
from starling.text.notes.marks import Mark, blank_before
from starling.text.notes.part import cut_part, trimmed
from starling.text.notes.titles import clean_title
from starling.text.notes.vocabulary import ME, PAST, SELF, YOU
from starling.text.words import words

_NARRATIVE = 40
"""Words of an account on a page that has no stories."""
_ITEM = 25
"""Words of each account in a list of them."""
_OWN_SHARE = 50
"""A page of prose says "I" or "we", and that something happened, at least once in so many words."""
_TITLE = 12
"""Words that a title without any mark has at most."""
_NAME = re.compile(r"\W*(?P<name>\w[^.:!?\n]{2,60}?)(?:\.|:| [–—-])\*{0,2}\s+(?=[\"“'(*]*\w)")
"""What an item of a list is called: "1. The outage. In March ..."."""
_JOTTED = (30, 3)
"""Words of an account in short notes, and how many of them tell what happened."""
_ASKED = re.compile(
    r"\b(?:had|needed|was asked|wanted) to\b|\basked (?:me|us|for)\b|\b(?:our|my) \w+ wanted\b"
)
_QUOTED = re.compile(r"[\"“][^\"“”\n]*[\"”]")
_TO_READERS = 4
"""Where one account in so many says "you", the page is an article."""
_ESSAYS = frozenset(
    (
        "abstract introduction conclusion conclusions overview contents references installation usage "
        "features license licence contributing prerequisites acknowledgements acknowledgments education "
        "skills experience employment publications certifications requirements faq appendix changelog"
    ).split()
)
"""Headings of what is no page of stories: an article, a manual, a CV."""


def of_a_page(found: Sequence[Mark]) -> list[Answer]:
    """The accounts of a page without stories, each under its title; or all of it as one."""
    start = front_end(found)
    told = _headed(found, start) if any(mark.level for mark in found[start:]) else []
    return told or _in_a_row(found, start, len(found)) or _whole(found, start)


def _headed(found: Sequence[Mark], start: int) -> list[Answer]:
    """The accounts under headings, but those of an article or a CV."""
    heads = [at for at in range(start, len(found)) if found[at].level and not found[at].fenced]
    if any(found[at].text.strip("*_: ").lower() in _ESSAYS for at in heads):
        return []
    free, told = [False] * len(found), list[Answer]()
    for at in heads:
        last = until(found, free, at)
        one = _jotted if _is_list(found[at + 1 : last]) else _prose
        told += _in_a_row(found, at + 1, last) or one(found, at, last)
    to_readers = sum(_speaks(_QUOTED.sub("", answer.part.text), YOU) for answer in told)
    return told if to_readers * _TO_READERS < len(told) else []


def _in_a_row(found: Sequence[Mark], first: int, last: int) -> list[Answer]:
    """Accounts one after another, each with a number or a title."""
    return _listed(found, first, last) or _titled(found, first, last)


def _prose(found: Sequence[Mark], at: int, last: int) -> list[Answer]:
    """What is told in prose under a title, or nothing."""
    told = account(found, at, last, titled=True, least=_NARRATIVE)
    return [] if told is None or not all(map(_tells, told.part.text.split("\n\n"))) else [told]


def _tells(paragraph: str) -> bool:
    """Whether a paragraph belongs to what happened: something did, or somebody says "I" or "we"."""
    return PAST.search(paragraph) is not None or _speaks(paragraph, SELF)


def _jotted(found: Sequence[Mark], at: int, last: int) -> list[Answer]:
    """What is told in short notes under a title, or nothing: what was wanted, and what was done."""
    lines = [mark for mark in found[at + 1 : last] if not mark.blank]
    text = " ".join(mark.text for mark in lines)
    enough = len(words(text)) >= _JOTTED[0] and len(PAST.findall(text)) >= _JOTTED[1]
    if not enough or any(map(is_no_prose, lines)) or not any(PAST.match(mark.text) for mark in lines):
        return []
    if _ASKED.search(text.lower()) is None and not _speaks(text, ME):
        return []
    return [Answer(at, last, _part(found, at + 1, last), None, clean_title(found[at].text))]


def _speaks(text: str, persons: frozenset[str]) -> bool:
    return any(word.lower in persons for word in words(text))


def _part(found: Sequence[Mark], first: int, last: int) -> Part:
    return Part(PartKind.OTHER, trimmed([mark.line for mark in found[first:last]]))


def _is_list(found: Sequence[Mark]) -> bool:
    """Whether list marks stand before more than half of the lines that say something."""
    lines = [mark for mark in found if not mark.blank]
    return 2 * sum(mark.bullet != "" for mark in lines) > len(lines)


def _listed(found: Sequence[Mark], first: int, last: int) -> list[Answer]:
    """The accounts that are items of one list, where each item is one."""
    items = [at for at in range(first, last) if found[at].bullet and not found[at].indent]
    lead = [mark for mark in found[first : items[0]] if not mark.blank] if len(items) > 1 else [None]
    if any(mark is None or len(mark.text.split()) > _TITLE for mark in lead):
        return []
    spans = [(at, _end(found, at, after)) for at, after in pairwise((*items, last))]
    told = [_item(found, at, end) for at, end in spans if end > at]
    return [answer for answer in told if answer is not None] if None not in told else []


def _item(found: Sequence[Mark], at: int, last: int) -> Answer | None:
    """The account in an item of a list, under the name that it begins with."""
    told = account(found, at, last, titled=False, least=_ITEM)
    named = _NAME.match(found[at].line.text, found[at].body) if told is not None else None
    if told is None or named is None or _speaks(named["name"], SELF):
        return told
    tells = PAST.search(named["name"]) is not None  # a name that is a sentence of the story, too
    part = told.part if tells else Part(PartKind.OTHER, cut_part(found, at, last, named.end()))
    return replace(told, part=part, title=clean_title(named["name"]))


def _titled(found: Sequence[Mark], first: int, last: int) -> list[Answer]:
    """The accounts under bare titles, where nothing else stands from *first* to *last* (excluded)."""
    titles = [at for at in range(first, last) if _is_title(found, at)]
    if not titles or any(not mark.blank for mark in found[first : titles[0]]):
        return []
    told = [_prose(found, at, _end(found, at, after)) for at, after in pairwise((*titles, last))]
    return [answer for each in told for answer in each] if [] not in told else []


def _end(found: Sequence[Mark], at: int, after: int) -> int:
    """Where what begins at a mark ends, without empty lines and rules; at the mark, if it says nothing."""
    said = (end for end in range(after, at, -1) if not (found[end - 1].blank or found[end - 1].rule))
    return next(said, at)


def _is_title(found: Sequence[Mark], at: int) -> bool:
    """Whether a line is short, ends like no sentence, and stands apart over prose."""
    mark, text = found[at], found[at].text.rstrip("*_ ")
    if mark.blank or mark.level or mark.fenced or mark.cell or mark.quote or mark.rule or mark.label:
        return False
    apart = blank_before(found, at) or found[at - 1].rule
    short = len(text.split()) <= _TITLE and text[-1:] not in ".!?,;:"
    below = next((n for n in range(at + 1, len(found)) if not found[n].blank), None)
    return apart and short and below is not None and len(found[below].text.split()) > _TITLE


def _whole(found: Sequence[Mark], start: int) -> list[Answer]:
    """A page that is nothing but somebody's own story in prose."""
    if not _is_narrative(found[start:]):
        return []
    return [Answer(0, len(found), _part(found, start, len(found)), front_question(found))]


def _is_narrative(found: Sequence[Mark]) -> bool:
    """Whether a page is nothing but somebody's own story in prose."""
    lines = [mark for mark in found if not mark.blank]
    if any(mark.level or mark.bullet or mark.label or mark.rule or mark.quote for mark in lines):
        return False
    if any(mark.fenced or mark.cell for mark in lines):
        return False
    text = "\n".join(mark.line.text for mark in lines)
    said = [word.lower for word in words(text)]
    own, past = sum(word in SELF for word in said), len(PAST.findall(text))
    to_somebody = said[:1] == ["dear"]
    return len(said) >= _NARRATIVE and min(own, past) * _OWN_SHARE >= len(said) and not to_somebody
