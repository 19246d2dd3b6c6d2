"""Whether parts under labels are a story, a template to fill in, or an explanation of the method."""

from __future__ import annotations

import re
from collections.abc import Sequence

from starling.model.notes import RegionKind
from starling.model.story import CORE, Part, PartKind
from starling.text.notes.labels import meanings
from starling.text.notes.vocabulary import ASKING, HINTS, ME, ORDERS, PAST, SELF, YOU
from starling.text.plain import plain
from starling.text.words import words

_BLANK = re.compile(
    r"\[\[?(?=[^\[\]\n]*[A-Za-z])[^\[\]\n]{1,300}\]?\](?!\()"  # [your project]; no link, no [3]
    r"|\{\{?[^{}\n]{1,120}\}?\}|<[A-Za-z][^<>\n]{2,80}>|_{3,}|\.{3,}|…|\bX{2,}\b"
    r"|\b(?:TODO|TBD|TBA|N/A|FIXME|lorem ipsum)\b"
)
_QUOTED = re.compile(r"[\"“][^\"“”]{0,80}[\"”]")
_LENGTH = re.compile(
    r"\b\d+\s*(?:[-–—]\s*\d+)?\s*(?:sentences?|lines?|bullets?|words)\b"
    r"|^\W*~?\d+(?:\.\d+)?\s*(?:[-–—]\s*\d+)?\s*(?:%|s|secs?|seconds|mins?|minutes?)\b"
    r"|\bfor \d+\s?(?:s|secs?|seconds|mins?|minutes?)\b",
    re.IGNORECASE,
)
_PARTS = 2
"""Parts that must be told, and labels of STAR's own that make a story by themselves."""
_LEAST = 10
"""Words that the shortest story has."""
_FEW = 25
"""Words that a story has at least which is not told in sentences, by nobody (as in tables)."""
_BLANKS = (2, 25)
"""A form has more blanks than the first figure, and more than one in so many words."""
_HINT = 14
"""Words that a hint has at most."""
_SHORT, _MIDDLING, _LONG = 30, 40, 60
"""Words of a part that explains: by one "you", without "you" and "I", by several "you"; at most."""
_PERSONS = frozenset(
    "candidate candidate's candidates interviewer interviewers interviewee interviewees applicant"
    " applicants".split()
)
"""Whom an explanation speaks of where it does not say "you"."""
_READ = 1500
"""Characters of a part by which it is judged."""


def judge(
    parts: Sequence[Part], heading: str = "", *, least: int = 1, expected: bool = True
) -> RegionKind | None:
    """STORY, TEMPLATE, METHOD, or None where a few labels make neither.

    *heading* stands over them. *least* is how many of the labels must be STAR's own words.
    *expected* says that a question or a page of stories stands over them.
    """
    core = [part for part in parts if part.kind in CORE]
    if not _labelled_enough(core, least):
        return None
    texts = [plain(part.text).strip() for part in core]
    told = [text for text in texts if not _is_blank(text)]
    if len(told) < _PARTS or 2 * sum(map(_explains, told)) >= len(told):
        blanks = any(not text or _BLANK.search(text) for text in texts)
        return RegionKind.TEMPLATE if blanks else RegionKind.METHOD
    if _still_a_form(texts, formal="template" in heading.lower()):
        return RegionKind.TEMPLATE
    theirs = _is_likely(core) if expected else _is_somebodys(core)
    return RegionKind.STORY if theirs and _is_told(core) else None


def in_own_voice(parts: Sequence[Part], *, headed: bool) -> bool:
    """Whether the labels speak of "me" ("What I did", "My role") or, but for headings, the Action does."""
    if any(word.lower in ME for part in parts for word in words(part.label)):
        return True
    actions = [words(part.text[:_READ]) for part in parts if part.kind is PartKind.ACTION and not headed]
    return any(sum(word.lower in ME for word in said) >= _PARTS and len(said) > _HINT for said in actions)


def is_whole(parts: Sequence[Part]) -> bool:
    """Whether all four parts are there, something has happened, and "I" did it."""
    kinds = {kind for part in parts for kind in (part.kind, *part.also)}
    acts = [part for part in parts if part.kind is PartKind.ACTION]
    mine = any(word.lower in ME for part in acts for word in words(part.text[:_READ]))
    return kinds >= set(CORE) and mine and has_happened(parts)


def is_told_by_me(parts: Sequence[Part]) -> bool:
    """Whether somebody says "I" or "my" in a part, or in its label."""
    return any(word.lower in ME for part in parts for word in words(f"{part.label} {part.text[:_READ]}"))


def is_jotted(parts: Sequence[Part]) -> bool:
    """Whether an Action begins with what was done, and leaves out who did it: "Moved the job"."""
    acts = (words(part.text[:_READ]) for part in parts if part.kind is PartKind.ACTION)
    return any(said[:1] != [] and PAST.fullmatch(said[0].lower) is not None for said in acts)


def has_happened(parts: Sequence[Part]) -> bool:
    """Whether an Action or a Result tells of something that is past."""
    ends = (part.text[:_READ] for part in parts if part.kind in (PartKind.ACTION, PartKind.RESULT))
    return any(map(PAST.search, ends))


def _is_likely(core: Sequence[Part]) -> bool:
    """Whether STAR's own labels, a speaker or the past make a story of parts where one is expected."""
    _, sure = _named(core)
    if len(sure) >= _PARTS or is_jotted(core) or _speaks(core):
        return True
    return sure != set() and has_happened(core)


def _speaks(core: Sequence[Part]) -> bool:
    """Whether somebody says "I" or "we"."""
    return any(word.lower in SELF for part in core for word in words(part.text[:_READ]))


def _labelled_enough(core: Sequence[Part], least: int) -> bool:
    """Three of the four parts by any words, or two by STAR's own."""
    named, sure = _named(core)
    return len(sure) >= _PARTS or (len(named) > _PARTS and len(sure) >= least)


def _named(core: Sequence[Part]) -> tuple[set[PartKind], set[PartKind]]:
    """The parts that labels name, by any words and by STAR's own."""
    named: set[PartKind] = set()
    sure: set[PartKind] = set()
    for part in core:
        for meaning in meanings(part.label):
            kinds = {kind for kind in (part.kind, *part.also) if kind in meaning.kinds}
            named |= kinds
            sure |= kinds if meaning.sure else set()
    return named, sure


def _is_somebodys(core: Sequence[Part]) -> bool:
    """Whether somebody says "I", or something has happened in a scene or a task that somebody acted on.

    Without "I" it is told in four parts in order, by somebody who says "we", or under whole words.
    """
    if is_told_by_me(core):
        return True
    if not (_speaks(core) or is_jotted(core)) and _is_scant(core):
        return False
    kinds = {kind for part in core for kind in (part.kind, *part.also)}
    scene = PartKind.SITUATION in kinds or {PartKind.TASK, PartKind.ACTION} <= kinds
    if not scene or not has_happened(core):
        return False
    if tuple(part.kind for part in core) == CORE or _speaks(core):
        return True
    return not all(sum(map(str.isalpha, part.label)) == 1 for part in core)


def _is_scant(core: Sequence[Part]) -> bool:
    """Whether the parts are a few words each and no sentence: "**Task** extraction with a small model"."""
    few = sum(len(words(part.text)) for part in core) < _FEW
    return few and not any(part.text.rstrip(" *_").endswith((".", "!")) for part in core)


def _is_told(core: Sequence[Part]) -> bool:
    """Whether it says in more than a few words what was done or what came of it."""
    told = [part for part in core if not _is_blank(plain(part.text).strip())]
    kinds = {kind for part in told for kind in (part.kind, *part.also)}
    enough = sum(len(words(part.text)) for part in told) >= _LEAST
    return enough and bool(kinds & {PartKind.ACTION, PartKind.RESULT})


def _is_blank(text: str) -> bool:
    """Whether nothing is left once the placeholders are taken away."""
    left = [word.lower for word in words(_BLANK.sub(" ", text)) if not word.lower.isdigit()]
    return len(left) < _PARTS or (_BLANK.search(text) is not None and all(word in HINTS for word in left))


def _still_a_form(texts: Sequence[str], *, formal: bool) -> bool:
    """Whether so many placeholders are left that it is not filled in; in a *formal* template one will do."""
    whole = "\n".join(texts)
    blanks, (least, share) = len(_BLANK.findall(whole)), _BLANKS
    return blanks > 0 if formal else blanks > least and blanks * share > len(words(whole))


def _says_we(text: str) -> bool:
    """Whether "I" or "we" stands in a text, and not only in what it quotes."""
    return any(word.lower in SELF for word in words(_QUOTED.sub(" ", text[:_READ])))


def _explains(text: str) -> bool:
    """Whether a part says what to write there and not what happened."""
    found = [word.lower for word in words(text[:_READ])]
    you, own = sum(word in YOU for word in found), sum(word in SELF for word in found)
    asks = found[:1] != [] and found[0] in ASKING
    if len(found) <= _HINT and all(word in HINTS for word in found):
        return True
    if found[:1] != [] and found[0] in ORDERS and len(found) <= _HINT:
        return True
    if you > own:
        return asks or (len(found) < _LONG and (you > 1 or len(found) < _SHORT))
    if any(word in _PERSONS for word in found) and len(found) < _MIDDLING and not _says_we(text):
        return True
    if own or len(found) >= _MIDDLING:
        return False
    return asks or "?" in text or "|" in text or _LENGTH.search(text) is not None
