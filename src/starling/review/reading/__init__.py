"""A story read once: its words, sentences and phrases, shared by every rule and dimension."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache, cached_property
from operator import itemgetter
from typing import Any, TypeVar

from starling.content import load
from starling.model.report import Brief, Evidence, QuestionType
from starling.model.story import SPOKEN, Part, PartKind, Place, Story
from starling.text.language import is_english
from starling.text.phrases import Hit, Phrases
from starling.text.plain import plain
from starling.text.units import units
from starling.text.words import Word, lowered, words

T = TypeVar("T")

_QUOTE = 70


@cache
def _phrases() -> Phrases:
    return Phrases({name: load.wordlist(name) for name in load.wordlist_names()})


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the story and the half-open span it takes in the reading."""

    part: Part
    start: int
    end: int


@dataclass(frozen=True, slots=True, eq=False)
class Sentence:
    """A sentence or list item: its span, its part, its words and its place in the order.

    It is known by itself, not by what it says, which may be said twice.
    ``bullet`` says that a list mark stands before it, so that a dropped
    subject ("Implemented drift checks") is the speaker's.
    """

    index: int
    kind: PartKind
    start: int
    end: int
    bullet: bool
    text: str
    lower: str
    words: tuple[Word, ...]


class Reading:
    """A story and its brief, read once.

    All spans are offsets into ``text``: the parts of the story, Markdown
    marks blanked, parted by empty lines. ``where`` turns an offset into a
    place in the user's file, ``quote`` a span into the user's own words;
    ``signals`` holds what has been looked for so far.
    """

    def __init__(self, story: Story, brief: Brief, question_type: QuestionType | None = None) -> None:
        self.story = story
        self.brief = brief
        self.question_type = question_type
        self.text, self.sections = _join(story.parts)
        self.signals: dict[Callable[[Reading], Any], Any] = {}

    def once(self, look: Callable[[Reading], T]) -> T:
        """What *look* sees in this reading, looked for the first time only."""
        try:
            seen: T = self.signals[look]
        except KeyError:
            seen = self.signals[look] = look(self)
        return seen

    @cached_property
    def lower(self) -> str:
        """The text in lower case with straight apostrophes, of the same length."""
        return lowered(self.text)

    @cached_property
    def words(self) -> list[Word]:
        """Every word of every part."""
        return words(self.text)

    @cached_property
    def is_english(self) -> bool:
        """Whether the review can read it: every rule and dimension listens for English words."""
        return is_english(self.text, self.words)

    @cached_property
    def _word_starts(self) -> list[int]:
        return list(map(itemgetter(1), self.words))

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """Every sentence and list item of every part, in order."""
        found: list[Sentence] = []
        text, lower, said, starts = self.text, self.lower, tuple(self.words), self._word_starts
        last = 0
        for section in self.sections:
            kind, base = section.part.kind, section.start
            for unit in units(text[base : section.end], masked=True):
                start, end = base + unit.start, base + unit.end
                first = bisect_left(starts, start, last)
                last = bisect_left(starts, end, first)
                inside, cut = said[first:last], slice(start, end)
                found.append(
                    Sentence(len(found), kind, start, end, unit.bullet, text[cut], lower[cut], inside)
                )
        return tuple(found)

    @cached_property
    def spoken(self) -> tuple[Sentence, ...]:
        """The sentences that the candidate says aloud."""
        return tuple(sentence for sentence in self.sentences if sentence.kind in SPOKEN)

    @cached_property
    def _hits(self) -> dict[str, list[Hit]]:
        return _phrases().find(self.words)

    def hears(self, names: Iterable[str]) -> bool:
        """Whether a phrase of one of these lists stands anywhere."""
        return not self._hits.keys().isdisjoint(names)

    def hits(self, name: str, *kinds: PartKind) -> list[Hit]:
        """Where phrases of the list *name* stand, in the parts of *kinds* or anywhere."""
        found = self._hits.get(name, [])
        return [hit for hit in found if self.kind_at(hit.start) in kinds] if found and kinds else found

    def hits_in(self, name: str, sentence: Sentence) -> list[Hit]:
        """Where phrases of the list *name* stand in one sentence."""
        found, start, end = self._hits.get(name), sentence.start, sentence.end
        return [hit for hit in found if start <= hit.start and hit.end <= end] if found else []

    def words_in(self, start: int, end: int) -> list[Word]:
        """The words that begin in a span."""
        starts = self._word_starts
        return self.words[bisect_left(starts, start) : bisect_left(starts, end)]

    def words_before(self, offset: int) -> int:
        """How many words begin before an offset."""
        return bisect_left(self._word_starts, offset)

    def of(self, *kinds: PartKind) -> list[Sentence]:
        """The sentences of the parts of these kinds, in order."""
        if len(kinds) == 1:
            return self._by_kind.get(kinds[0], [])
        return [sentence for sentence in self.sentences if sentence.kind in kinds]

    @cached_property
    def _by_kind(self) -> dict[PartKind, list[Sentence]]:
        found: dict[PartKind, list[Sentence]] = {}
        for sentence in self.sentences:
            found.setdefault(sentence.kind, []).append(sentence)
        return found

    def word_count(self, *kinds: PartKind) -> int:
        """How many words the parts of these kinds hold; without kinds, all that is spoken."""
        chosen = kinds or SPOKEN
        told = zip(self.sections, self.word_counts, strict=True)
        return sum([count for section, count in told if section.part.kind in chosen])

    @cached_property
    def word_counts(self) -> tuple[int, ...]:
        """How many words each section holds."""
        return tuple(self.words_before(each.end) - self.words_before(each.start) for each in self.sections)

    def sentence_at(self, offset: int) -> Sentence | None:
        """The sentence around an offset, or None between sentences."""
        index = bisect_right(self._sentence_starts, offset) - 1
        return self.sentences[index] if index >= 0 and offset < self.sentences[index].end else None

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [sentence.start for sentence in self.sentences]

    @cached_property
    def _section_starts(self) -> list[int]:
        return [section.start for section in self.sections]

    def kind_at(self, offset: int) -> PartKind | None:
        """The kind of the part around an offset."""
        index = bisect_right(self._section_starts, offset) - 1
        return self.sections[index].part.kind if index >= 0 else None

    def where(self, offset: int) -> Place:
        """The place of an offset in the user's file."""
        index = bisect_right(self._section_starts, offset) - 1
        if index < 0 or not self.sections[index].part.lines:
            return Place(self.story.line, 1)
        return self.sections[index].part.place(offset - self.sections[index].start)

    def quote(self, start: int, end: int, limit: int = _QUOTE) -> str:
        """The user's words in a span on one line, cut at a word after *limit* characters."""
        said = " ".join(self.text[start:end].split())
        short = said if len(said) <= limit else said[:limit].rsplit(" ", 1)[0].rstrip(" ,;:–—-") + "…"
        return short.strip('"') if short.count('"') % 2 else short  # the other half of the pair is not quoted

    def evidence(self, start: int, end: int) -> Evidence:
        """The words of a span with their place, for an assessment."""
        return Evidence(self.quote(start, end), self.where(start))


def _join(parts: tuple[Part, ...]) -> tuple[str, tuple[Section, ...]]:
    pieces: list[str] = []
    sections: list[Section] = []
    start = 0
    for part in parts:
        text = plain(part.text)
        sections.append(Section(part, start, start + len(text)))
        pieces.append(text)
        start += len(text) + 2
    return "\n\n".join(pieces), tuple(sections)
