"""Marks in the text of a story and the notes in its margin lead to one another, also where they overlap."""

from __future__ import annotations

import re

from starling.model.story import Line, Part, PartKind, Place
from starling.web.views.marks import Mark, blocks

TEXT = "Queues went from 40 min to 9 min, that is 80% less."


def _html(*marks: tuple[str, int]) -> str:
    """The text with a mark over each of the words, under its number."""
    made = [
        Mark(Place(1, (at := TEXT.index(words)) + 1), Place(1, at + len(words) + 1), note, "clash")
        for words, note in marks
    ]
    part = Part(PartKind.RESULT, (Line(TEXT, 1),))
    return "".join(str(block.html) for block in blocks(part, made))


def test_the_way_back_of_every_note_ends_at_one_place() -> None:
    """
    Also where the words of one note are inside of another's: a number in the margin leads to one place.
    """
    for marks in (
        (("40 min to 9 min, that is 80%", 1), ("9 min", 2)),
        (("40 min", 1), ("40 min", 2)),
        (("40 min to 9 min", 1), ("9 min, that is 80%", 2)),
    ):
        assert sorted(re.findall(r' id="m(\d)"', _html(*marks))) == ["1", "2"], marks


def test_words_with_two_notes_lead_to_the_one_that_is_about_the_fewest() -> None:
    """
    A link whose words end with the number 2 leads to note 2, not to a longer one around it.
    """
    html = _html(("40 min to 9 min, that is 80%", 1), ("9 min", 2))

    assert re.search(r'href="#n2"[^>]*>9 min<sup>', html)
    assert re.sub(r"<[^>]+>|note ", "", html) == TEXT.replace("9 min", "9 min2").replace("80%", "80%1")
