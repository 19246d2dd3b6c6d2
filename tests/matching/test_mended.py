"""A story as if it told one slot more, for arithmetic alone."""

from __future__ import annotations

import pytest

from starling.content import bank
from starling.matching.features import read_features
from starling.matching.mended import mended
from starling.matching.score import SHOWN
from starling.model.question import Slot
from starling.model.story import Line, Part, PartKind, Story

STORY = Story(
    title="The late forecast",
    parts=(Part(PartKind.ACTION, (Line("I moved one join into the feature table.", 3),)),),
)


@pytest.mark.parametrize("slot", bank.slots(), ids=lambda slot: slot.slug)
def test_one_line_shows_the_slot(slot: Slot) -> None:
    """
    Every slot of the bank counts as shown in a story that tells it in one line of its own phrases.
    """
    assert mended(STORY, slot).slots.get(slot.slug, 0.0) >= SHOWN


def test_the_story_itself_stays_as_it_is() -> None:
    """
    The line is for the arithmetic alone: the story has no word more afterwards.
    """
    before = read_features(STORY)
    mended(STORY, bank.slots()[0])

    assert before == read_features(STORY)
