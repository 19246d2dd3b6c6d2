"""Heads and feet of printed pages stand in no sentence of a story, and what only looks like one stays."""

from __future__ import annotations

import pytest

from starling.model.story import Line
from starling.text.notes import read_notes
from starling.text.notes.furniture import without_furniture
from tests.conftest import Calls

OPEN, REST = "I wrote a small script for the crew,", "and they tried it on a Sunday."
FEET = {
    "of all": "\n\nPage 1 of 2\n\n",
    "counted": "\n\npage 1\n\n",
    "bare numbers": "\n\n1\n\n",
    "a title beside it": "\nMy stories, Ada Orre     Page 1 of 2\n\f\n",
    "a title over it": "\n- 1 -\n\f\nMy stories, Ada Orre\n",
}  # fmt: skip


@pytest.mark.parametrize("foot", FEET)
def test_a_sentence_goes_on_behind_the_foot_of_a_page(foot: str) -> None:
    """
    Page numbers and running titles are taken out, and the sentence that they tore is whole.
    """
    last = FEET[foot].replace("1", "2", 1)
    page = f"Situation: It was late.\nAction: {OPEN}{FEET[foot]}{REST}\nResult: Nobody complained.{last}"
    notes = read_notes(page, "export.txt")
    told = {part.label: part.text for part in notes.stories[0].parts}

    assert {"Action": f"{OPEN}\n{REST}", "Result": "Nobody complained."}.items() <= told.items()
    assert page.count("\n") + 1 == notes.regions[-1].last


def test_a_running_title_without_numbers_interrupts_sentences() -> None:
    """
    A line that stands again and again, once inside a sentence, is no text; the first may be the title.
    """
    title = "My best stories"
    page = f"{title}\nSituation: It was\n{title}\nlate.\nTask: Mend it.\n{title}\n"
    page += "Action: I did.\nResult: It ran well.\n"
    (story,) = read_notes(page, "export.txt").stories

    assert ["It was\nlate.", "Mend it.", "I did.", "It ran well."] == [part.text for part in story.parts]


@pytest.mark.parametrize(
    "text",
    [
        "1\n\nThe ferry\n\n2\n\nThe bakery",
        "The lamps - p. 12\nThe buoys - p. 13",
        "Seats\n\n12\n\nfor the crew",
        "We read page 3\nand then page 4",
        "Result\nIt ran\nResult\nit ran\nResult\nit ran",
    ],
)
def test_other_numbers_and_repeated_labels_stay(text: str) -> None:
    """
    Numbered titles, a reading list, a figure and labels that come again are no furniture.
    """
    lines = tuple(Line(row, number) for number, row in enumerate(text.split("\n"), start=1))

    assert lines == without_furniture(lines)


@pytest.mark.parametrize(
    "piece", ["Page {0} of 9\n\n", "text,\n\n{0}\n\n", "My best stories\nit was\n", "p. {0}\n"]
)
def test_twice_the_pages_are_twice_the_work(piece: str, calls: Calls) -> None:
    """
    The work grows with the length of the text and no faster.
    """
    once, twice = (
        [Line(row, 1) for row in "".join(piece.format(number) for number in range(count)).split("\n")]
        for count in (200, 400)
    )

    assert calls(lambda: without_furniture(twice)) <= 2.5 * calls(lambda: without_furniture(once)) + 500
