"""Titles without their numbering, and which of them name a story or a category and not only a format."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from starling.text.notes.marks import Mark
from starling.text.notes.questions import is_question
from starling.text.notes.vocabulary import FORMAT, PAGE, PRINCIPLES
from starling.text.words import words

_NUMBERED = re.compile(
    r"^(?:(?:star\s+)?(?:story|example|stars?|case|scenario|question|q|answer|experience|option|version|no\.?)"
    r"\s*(?:#|no\.?\s*)?\d{1,3}\b\s*[.:)–—-]*\s*"  # Story 3:
    r"|#?\d{1,3}(?:\.\d{1,2})?\s*[.:)]\s+|\d{1,3}\s*[–—-]\s+|[–—-]\s+|[A-Z]\d{0,2}[.)]\s+"  # 2.1)
    r"|(?:category|section|part|theme|competency|principle)\s*\d{0,2}\s*[:.–—-]+\s*"
    r"|(?:star )?(?:story|example|question|format|answer)s?(?:\s*\([^()]*\))?\s*[:–—-]+\s*)",
    re.IGNORECASE,
)
_IN_A_ROW = re.compile(
    r"[\W_]*(?P<word>story|example|case|scenario|experience|star) ?#?(?P<number>\d{1,3})\b", re.IGNORECASE
)
_ABOUT = re.compile(r"^(?:questions?|stories|examples?)\s+(?:on|about|for)\s+", re.IGNORECASE)
_PLURAL = re.compile(r"\s+(?:questions?|examples?|stories|scenarios?|examples and answers)$", re.IGNORECASE)
_SYMBOLS = re.compile(r"[^\w\s\"“'‘(\[$€£#&.,:;?!%/+@)\]”’–—→×≥≤<>=-]+|[\u200d\ufe0f]")
_LINK = re.compile(r"\[([^\[\]]*)\]\([^()]*\)")
_WIKI = re.compile(r"\[\[(?:[^\[\]|]*\|)?([^\[\]|]*)\]\]")
_HASHTAGS = re.compile(r"(?:\s+#(?=[A-Za-z])[\w/-]{1,60})+\s*$")
_BRACKET = re.compile(
    r"[\s*_#]*(?:\d{1,3}[.)]\s+)?(?:\[(?P<before>[^!\[\]][^\[\]]{1,80})\](?!\()\s*)?(?P<title>[^\[\]]*)"
    r"(?:\[(?P<behind>[^\[\]]{2,160})\](?!\()[\s*_]*)?$"
)
_TALK = re.compile(
    r"[\W_]*(?:(?:sure|certainly|absolutely|of course|great|got it|perfect)\b[!,.]|here(?:['’]s| is| are)\b"
    r"|(?:would you like|do you want|want) me to\b|let me know\b|feel free\b|i hope this\b)",
    re.IGNORECASE,
)
CALLOUT = re.compile(r"\[![\w-]{1,30}\][+-]?[ \t]+(?=\S)")
"""What opens a box in a quotation that has a title: "[!example]- The outage"."""
_CLICK = re.compile(
    r"\s*\((?:(?:click|tap)[^()]*|~?\d[\d–-]{0,6} ?(?:s|secs?|seconds|m|mins?|minutes))\)\s*$", re.IGNORECASE
)
_NO_NAMES = FORMAT | PRINCIPLES
_PAIRS = {'"': '"', "“": "”", "'": "'", "‘": "’"}
_READ = 300
"""Characters of a line from which a title is made."""
_CATEGORY = 7
"""Words that the name of a category has at most."""


def bracketed_title(text: str) -> tuple[str, str]:
    """A title, and what stands in square brackets before or behind it: "[Ownership] The outage"."""
    found = _BRACKET.match(text[:_READ].strip())
    if found is None or not found["title"].strip():
        return text, ""
    return found["title"], found["before"] or found["behind"] or ""


def hashtags(text: str) -> list[str]:
    """The tags behind a title: "The outage #ownership #night"."""
    found = _HASHTAGS.search(text[:_READ])
    tags = (tag.removeprefix("#") for tag in (found.group().split() if found else ()))
    return [tag for tag in tags if not is_generic(tag)]


def clean_title(text: str) -> str:
    """A title without numbering, emphasis, emoji and quotes."""
    text = _WIKI.sub(r"\1", text[:_READ]) if "[[" in text else CALLOUT.sub("", text[:_READ])
    text = _CLICK.sub("", _HASHTAGS.sub("", _LINK.sub(r"\1", text)).replace("**", "").replace("__", ""))
    text = " ".join(_SYMBOLS.sub(" ", text).split()).strip(" *_`:–—-#|")
    previous = ""
    while previous != text:
        previous, text = text, _NUMBERED.sub("", text)
    return _unquoted(text.strip(" *_`:–—-#")) or previous.strip()


def in_a_row(text: str) -> tuple[str, int] | None:
    """The word and the number of a line that counts stories: "Story 3 - when I failed"."""
    found = _IN_A_ROW.match(text)
    return (found["word"].lower(), int(found["number"])) if found else None


def is_next(text: str, before: str) -> bool:
    """Whether a line counts the story after the one that *before* counts."""
    one, other = in_a_row(before), in_a_row(text)
    return one is not None and other == (one[0], one[1] + 1)


def is_talk(text: str) -> bool:
    """Whether a line is what a chat assistant says around a story: "Sure! Here's a shorter version:"."""
    return _TALK.match(text) is not None


def is_generic(text: str) -> bool:
    """Whether a title names a format ("Full STAR answer") and nothing that happened."""
    return all(word.lower in _NO_NAMES or word.lower.isdigit() for word in words(text))


def names_the_page(text: str) -> bool:
    """Whether a title says what kind of page this is and names no story: "Interview Prep 2024"."""
    return any(word.lower in PAGE for word in words(text))


def is_category(text: str) -> bool:
    """Whether a heading names a kind of question and no story: "Leadership Questions"."""
    text = clean_title(text)
    return _PLURAL.search(text) is not None or _ABOUT.match(text) is not None


def category_name(text: str) -> str:
    """What a category heading names: "Leadership" of "Leadership Questions"."""
    return _unquoted(_ABOUT.sub("", _PLURAL.sub("", clean_title(text))).strip(" :."))


def category(found: Sequence[Mark], headings: tuple[int, ...], own: int | None) -> Iterator[str]:
    """The heading over the story's *own*, where it says what the story shows."""
    for place, index in reversed(list(enumerate(headings))):
        text = found[index].text
        parent = found[headings[place - 1]].text.lower() if place else ""
        a_principle = "principle" in parent or "competenc" in parent
        if (index == own and not is_category(text) and not a_principle) or "stories" in text.lower():
            continue
        name = category_name(text)
        if shows(name) and not is_question(text):
            yield name
            return


def shows(text: str) -> bool:
    """Whether a category says in a few words more than that here are interview stories."""
    return 0 < len(text.split()) <= _CATEGORY and not is_generic(text) and not names_the_page(text)


def _unquoted(text: str) -> str:
    if text[:1] in _PAIRS and _PAIRS[text[0]] == text[-1:] and text[1:-1].strip():
        return text[1:-1].strip()
    return text.strip('"“”') if text.count('"') % 2 else text
