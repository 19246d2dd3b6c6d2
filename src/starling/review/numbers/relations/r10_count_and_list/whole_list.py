"""R10, whether a listener takes the list after a count for all that was counted."""

from __future__ import annotations

import re
from functools import lru_cache

from starling.content import load
from starling.review.numbers.quantities.quantity import Bound, Quantity
from starling.review.numbers.quantities.sheet import Sheet
from starling.review.numbers.relations.r10_count_and_list.lists import Listing

_PART_OF = re.compile(r"\d of (?:the |our |all )?$")
_OTHER_MATTER = re.compile(r"\b(?:and|but|then|what|whether|how|because|so|first|before|after|until|since)\b")
_CLAUSE = re.compile(r"\W*(?:they|it|he|she|we|i|you|there|this|that|these|those)\b")
"""A sentence after the colon explains; it names nothing."""
_DEED = re.compile(
    r"\W*(?:i|we|they|he|she|\w+ed|\w+ing|built|wrote|set|made|ran|took|cut|split|put|led|kept|gave|got|found|met"
    r"|sent|held|taught|drew|what|how|why|when|who|where|if|was|is|it|there|no|not)\b"
)
"""A line that tells a deed, a state or a question, and is not one of the things counted."""
_SOME = re.compile(r"\b(?:last|first|top|next|other|another|previous|past)\s$")
_AROUND = re.compile(r"(?:ed|built|structured) around (?:the |our )?$")
"""Where "around" is no hedge: organised around four principles."""
_WORDS = re.compile(r"[^\W\d_]+")
_MEASURED = frozenset(("line", "word", "page", "sentence", "slide", "paragraph", "character"))
"""How much was said, with what it said after the colon: "five lines: done, next, at risk"."""


def is_whole(sheet: Sheet, count: Quantity, found: Listing) -> bool:
    """Whether a listener takes the list for all that was counted."""
    nouns = nouns_of(count)
    before = sheet.before(count)
    if _SOME.search(before) or (count.bound is Bound.ABOUT and not _AROUND.search(before)):
        return False
    if _PART_OF.search(before) or _is_aside(sheet.lower[count.end : found.start]):
        return False
    if found.end <= count.start:
        return found.full
    return bool(nouns & listed_things()) or _names_them(sheet, count, found)


def _is_aside(lead: str) -> bool:
    """Whether the list may belong to other words: "two looms and to say beforehand what would decide: …"."""
    return "." not in lead and _OTHER_MATTER.search(re.split(r"[:(—–]|\s-\s", lead)[0]) is not None


def _names_them(sheet: Sheet, count: Quantity, found: Listing) -> bool:
    """Whether the list right after "four guards:" names things, and does not tell what was done to them."""
    direct = sheet.lower[count.end : count.end + 3].lstrip(" *_").startswith(":")
    nouns = nouns_of(count)
    if not direct or not found.full or not count.noun or nouns & (_MEASURED | load.vocabulary("persons")):
        return False
    if found.inline:
        return _CLAUSE.match(sheet.lower, found.start) is None
    return not any(map(_DEED.match, sheet.lower[found.start : found.end].split("\n")))


def nouns_of(count: Quantity) -> frozenset[str]:
    """The words that can name the counted thing, singular."""
    return _nouns_in(count.text.lower())


@lru_cache(maxsize=1024)
def _nouns_in(words: str) -> frozenset[str]:
    return frozenset(_singular(word) for word in _WORDS.findall(words))


def listed_things() -> frozenset[str]:
    """Things that one names one by one; a list after a count of them is taken for all of them."""
    return load.vocabulary("listed_things")


def _singular(word: str) -> str:
    if word.endswith("ies"):
        return f"{word[:-3]}y"
    if word.endswith(("ches", "shes", "sses", "xes")):
        return word[:-2]
    return word if word.endswith("ss") else word.removesuffix("s")
