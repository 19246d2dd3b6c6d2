"""Names of stories: found as a person types them, and never two that some disks take for one."""

from __future__ import annotations

import unicodedata

import pytest

from starling.model.prep import Source
from starling.ports import Workspace
from starling.usecases.bank import find_story
from starling.usecases.import_notes import import_notes
from starling.usecases.versions import add_story

COMPOSED, APART = (unicodedata.normalize(form, "café-closed") for form in ("NFC", "NFD"))
NOTES = """\
## The Bakery

**Situation:** The oven of the bakery was cold.

**Action:** I lit it again and measured it for a week.
"""


@pytest.mark.parametrize(("written", "typed"), [(COMPOSED, APART), (APART, COMPOSED), (APART, "Café")])
def test_an_accent_is_one_however_it_is_put_together(work: Workspace, written: str, typed: str) -> None:
    """
    A file that another computer named is found by the same letters, as the keyboard of this one makes them.
    """
    assert COMPOSED != APART
    work.stories.add(written, "# The café closed\n")

    assert written == find_story(work, typed).slug


def test_a_name_is_written_as_it_is_typed(work: Workspace) -> None:
    """
    Letters that stand for a whole syllable stay whole, so that the name of the story finds it.
    """
    saved = add_story(work, "늦은 기차")

    assert "늦은-기차" == saved.slug == find_story(work, "늦은").slug


@pytest.mark.parametrize("taken", ["The-Bakery", "THE-BAKERY"])
def test_no_name_differs_from_another_in_capitals_alone(work: Workspace, taken: str) -> None:
    """
    Beside a page that a person named in capitals a new one gets a number: on some disks they are one file.
    """
    work.stories.add(taken, "# Another story\n")
    added = add_story(work, "The bakery")
    result = import_notes(work, [Source("notes.md", NOTES, NOTES.encode())])

    assert "the-bakery-2" == added.slug
    assert ["the-bakery-3"] == [each.story.slug for each in result.stories]
