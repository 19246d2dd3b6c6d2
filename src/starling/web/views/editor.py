"""A story's page in the editor: its text, and the notes with places as a browser counts them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from starling.model.story import Place
from starling.usecases.bank import Shown
from starling.web.views.marks import LONGEST
from starling.web.views.notes import Note, numbered
from starling.web.views.story import open_notes, story_url


@dataclass(frozen=True, slots=True)
class LiveNote:
    """A note, and the span of its words in UTF-16 units, as a browser counts text."""

    note: Note
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class EditView:
    """The editor over one page; *select* is the span to go to, in UTF-16 units."""

    title: str
    url: str
    text: str
    seen: str
    select: tuple[int, int] | None
    live: LiveView


@dataclass(frozen=True, slots=True)
class LiveView:
    """What the review says of the text as it stands in the editor."""

    notes: tuple[LiveNote, ...]


def live_view(shown: Shown) -> LiveView:
    """The open findings of a text, in reading order."""
    count = Units(shown.text)
    return LiveView(tuple(LiveNote(each, *count.span(each)) for each in numbered([*open_notes(shown)])))


def edit_view(shown: Shown, places: Sequence[int]) -> EditView:
    """The editor; *places* are line and column of a beginning and an end, or nothing."""
    count = Units(shown.text)
    select = None
    if len(places) == 4:  # noqa: PLR2004 - two places
        start, end = Place(places[0], places[1]), Place(places[2], places[3])
        select = (count.at(start), max(count.at(start), count.at(end)))
    story = shown.report.story
    return EditView(story.title, story_url(story.slug), shown.text, shown.seen, select, live_view(shown))


class Units:
    """Offsets of a text in UTF-16 units, its line ends counted as one, as a browser has them."""

    def __init__(self, text: str) -> None:
        self._lines = text.replace("\r\n", "\n").split("\n")
        self._starts = [0]
        for line in self._lines:
            self._starts.append(self._starts[-1] + _units(line) + 1)

    def at(self, place: Place) -> int:
        """The offset of a place; one outside of the text is put at its nearest end."""
        index = min(max(place.line, 1), len(self._lines)) - 1
        line = self._lines[index]
        return self._starts[index] + _units(line[: max(0, place.column - 1)])

    def span(self, note: Note) -> tuple[int, int]:
        """The words of a note, or the beginning of more than anybody wants to see underlined."""
        first = self.at(note.start)
        end_of_line = self._starts[min(max(note.start.line, 1), len(self._lines))] - 1
        return first, max(first, min(self.at(note.end), end_of_line, first + LONGEST))


def _units(text: str) -> int:
    return len(text) + sum(character > "\uffff" for character in text)
