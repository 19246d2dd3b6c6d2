"""Labels that stand in many words and in no mark: what others around them, or a key on the page, show."""

from __future__ import annotations

import pytest

from starling.model.notes import RegionKind
from starling.model.story import CORE, PartKind, Story
from starling.text.notes import read_notes
from starling.text.notes.labels import meanings

SITUATION = "The lighthouse lamp failed on stormy nights."
TASK = "My keeper wanted it lit by the first of May."
ACTION = "I logged the voltage for a week and moved the cable."
RESULT = "It has burned every night since, and two crews wrote to thank us."
TOLD = [SITUATION, TASK, ACTION, RESULT]


def stories(text: str, source: str = "notes.md") -> tuple[Story, ...]:
    """The stories of a page."""
    return read_notes(text, source).stories


def core_texts(story: Story) -> list[str]:
    """The texts of the four parts, in the order of the story."""
    return [part.text for part in story.parts if part.kind in CORE]


def page(shape: str, labels: tuple[str, ...], texts: list[str] | None = None) -> str:
    """A story under a heading; *shape* holds "L" for each label and "X" for the text of its part."""
    parts = zip(labels, texts or TOLD, strict=True)
    return "## The lamp\n\n" + "\n".join(
        shape.replace("L", label).replace("X", text) for label, text in parts
    )


@pytest.mark.parametrize(
    "labels",
    [
        ("Situation overview", "Task at hand", "Key actions", "Results achieved"),
        ("Business context", "Project goal", "Technical approach", "Measurable impact"),
        ("Situation context", "Task goal", "Action steps", "Result impact"),
        ("Where things stood", "My charge", "What I changed", "Where it ended"),
        ("Context", "Requirements", "Strategy", "Outcome"),
        ("S - Situation", "T - Task", "A - Action", "R - Result"),
        ("Story 2 Situation", "Story 2 Task", "Story 2 Action", "Story 2 Result"),
        ("[Situation (S)]", "[Task (T)]", "[Action (A)]", "[Result (R)]"),
        ("==Situation==", "==Task==", "==Action==", "==Result=="),
    ],
)
def test_words_around_the_name_of_a_part_change_nothing(labels: tuple[str, ...]) -> None:
    """
    What says of what kind a part is, or adds nothing to its name, leaves the name what it is.
    """
    (story,) = stories(page("**L:** X\n", labels))

    assert TOLD == core_texts(story)


@pytest.mark.parametrize(
    "category", ["Technical challenges", "Customer conflict", "Personal growth", "Technical decisions"]
)
def test_what_interviewers_ask_about_is_no_part(category: str) -> None:
    """
    A heading over a kind of question is not read as a part with a word before it.
    """
    assert () == meanings(category)


@pytest.mark.parametrize(
    "shape",
    [
        "**L** X\n",
        "- **L** X",
        "`L` X\n",
        "==**L**== X\n",
        "- L\n  - X",
        "🔹 L\nX\n",
        "L\n: X\n",
        "**L** -\n- X\n",
        "L -\nX\n",
    ],
)
def test_three_names_written_alike_are_labels(shape: str) -> None:
    """
    Common words ("Background", "Goal") need no colon where three of them follow one another, written alike.
    """
    (story,) = stories(page(shape, ("Background", "Goal", "Approach", "Outcome")))

    assert TOLD == [text.removeprefix("- ") for text in core_texts(story)]


def test_a_list_of_such_names_is_no_story() -> None:
    """
    A table of contents has the same names and nothing under them.
    """
    assert () == stories(
        "# The lamp\n\n- Background\n- Goal\n- Approach\n- Outcome\n\nI wrote it all in May.\n"
    )


def test_pictures_that_the_page_explains_are_labels() -> None:
    """
    A line that says what each picture stands for makes labels of the pictures, and is no story itself.
    """
    told = "\n".join(f"{key} {text}" for key, text in zip("📍🎯⚡📈", TOLD, strict=True))
    (story,) = stories(f"📍 Situation · 🎯 Task · ⚡ Action · 📈 Result\n\n## The lamp\n\n{told}\n")

    assert "The lamp" == story.title
    assert TOLD == core_texts(story)


def test_a_scenario_that_is_told_is_the_situation() -> None:
    """
    "Scenario" names a story where a few words follow, and is its situation where it is told and none is.
    """
    labels = ("Scenario", "Task", "Action", "Result")
    (told,) = stories(page("**L:** X\n", labels))
    (named,) = stories(f"**Scenario:** The lamp\n{page('**L:** X', ('Situation', *labels[1:]))[13:]}\n")

    assert TOLD == core_texts(told) == core_texts(named)
    assert "The lamp" == told.title == named.title


def test_numbers_stand_for_the_result_where_there_is_none() -> None:
    """
    "Metrics" behind the Action is the Result of a story without one, and a part of its own beside one.
    """
    (alone,) = stories(page("**L:** X\n", ("Context", "Task", "Action", "Metrics")))
    (beside,) = stories(
        page("**L:** X\n", ("Context", "Task", "Action", "Result")) + "\n**Metrics:** 30 nights\n"
    )

    assert TOLD == core_texts(alone) == core_texts(beside)
    assert PartKind.OTHER is beside.parts[-1].kind


def test_a_headline_does_not_say_how_the_parts_are_written() -> None:
    """
    A one-line version in a quotation over a story leaves its parts, its question and its tags with it.
    """
    told = page("**L:** X\n", ("Context", "Goal", "Approach", "Impact")).partition("\n\n")[2]
    (story,) = stories(
        "## The lamp\n\n**Question:** When did you repair something?\n\n**Tags:** calm, light\n\n"
        f"> One-line version: it was dark and I made it bright.\n\n{told}"
    )

    assert TOLD == core_texts(story)
    assert "When did you repair something?" == story.question
    assert ("calm", "light") == story.tags


def test_a_box_to_tick_is_no_label() -> None:
    """
    Parts that are still to be written, in a list of boxes, are a check-list and no template.
    """
    notes = read_notes(
        "# To do\n\n- [ ] Quantified results\n- [ ] Lessons learned\n- [x] Breathe\n", "notes.md"
    )

    assert [RegionKind.CHECKLIST] == [region.kind for region in notes.regions]
    assert 3 == len(notes.checklist)


def test_letters_behind_their_names_cut_no_line() -> None:
    """
    In "Situation (S): ... Task (T): ..." on one line the letters belong to the labels.
    """
    line = " ".join(
        f"**{name} ({name[0]}):** {text}"
        for name, text in zip(("Situation", "Task", "Action", "Result"), TOLD, strict=True)
    )
    (story,) = stories(f"### The lamp\n\n{line}\n")

    assert TOLD == core_texts(story)


def test_tags_under_a_story_stay_with_it() -> None:
    """
    A line of tags at the foot of a story is not taken for the head of the next.
    """
    one = "\n".join(f"- **{name}:** {text}" for name, text in zip("STAR", TOLD, strict=True))
    first, second = stories(
        f"Q: When did you repair something?\n\n{one}\n\n#calm #light\n\n\n"
        f"Q: When did you wait?\n\n{one.replace('lamp', 'horn')}\n\n#sound #patience\n"
    )

    assert (("calm", "light"), ("sound", "patience")) == (first.tags, second.tags)


def test_a_heading_that_names_no_story_says_what_it_shows() -> None:
    """
    Over a bold title a short heading is the category of the story.
    """
    (story,) = stories(
        f"# Prep\n\n## Dive Deep\n\n**1. The lamp**\n\n{page('**L:** X', tuple('STAR'))[13:]}\n"
    )

    assert ("The lamp", ("Dive Deep",)) == (story.title, story.tags)


@pytest.mark.parametrize("fold", ["", "-", "+"])
def test_a_box_in_a_quotation_gives_its_title(fold: str) -> None:
    """
    What stands behind "[!example]-" is the title of the story in the box.
    """
    told = "\n".join(f"> **{name}** {text}" for name, text in zip("STAR", TOLD, strict=True))
    (story,) = stories(f"> [!example]{fold} The lamp\n{told}\n")

    assert "The lamp" == story.title
    assert TOLD == core_texts(story)


def test_a_number_with_its_unit_is_no_label() -> None:
    """
    "4.8 s → 1.3 s" under a result is the result, and no situation that begins there.
    """
    page = (
        "## Faster photos\n\n**Situation**\n- The app took 5 s to open.\n\n**Task**\n- Get it under 2 s.\n\n"
        "**Action**\n- I cut the images.\n\n**Result**\n- 4.8 s → 1.3 s on phones\n- 2 A → 1 A at rest\n"
    )

    (story,) = read_notes(page).stories

    assert "- 4.8 s → 1.3 s on phones\n- 2 A → 1 A at rest" == story.parts[-1].text


@pytest.mark.parametrize(
    ("title", "label"),
    [
        ("## Conflict", "**{}:** "),
        ("## 2. Challenge: the lamp", "- {}: "),
        ("## Growth", "**{}:** "),
        ("## Goal", "### {}\n"),
        ("**Conflict**", "{}: "),
        ("Conflict\n========", "**{}:** "),
    ],
)
def test_the_name_of_a_part_over_all_parts_is_a_title(title: str, label: str) -> None:
    """
    "Conflict" over a story in four parts is its title, also behind another story, and no part of either.
    """
    names = ("Situation", "Task", "Action", "Result")
    told = "\n".join(label.format(name) + text for name, text in zip(names, TOLD, strict=True))

    found = stories(f"# Mine\n\n## First\n{told}\n\n{title}\n{told.replace('.', ' again.')}\n")

    assert ["First", title.lstrip("#*2. ").rstrip("*=\n")] == [story.title for story in found]
    assert [4, 4] == [len(story.parts) for story in found]
