"""Stories in notes: where they begin and end, what is said about them, and what is no story."""

from __future__ import annotations

from pathlib import Path

import pytest

from starling.model.notes import Notes, RegionKind
from starling.model.story import PartKind, Story
from starling.text.notes import read_notes
from starling.text.notes.labels import MEANINGS, meanings
from starling.text.repair import repair

SEEDS = Path(__file__).parents[3] / "shared" / "seeds"
FERRY = (
    "S: The ferry timetable was wrong.\nT: Fix it before June.\n"
    "A: I wrote a small script.\nR: No complaint in a year.\n"
)
BAKERY = (
    "S: The queue went round the corner.\nT: Halve the wait.\n"
    "A: I opened a second till.\nR: It took 7 minutes.\n"
)


def read(text: str) -> Notes:
    """What a Markdown page holds."""
    return read_notes(text, "notes.md")


def text_of(story: Story, kind: PartKind) -> str:
    """The text of one part."""
    part = story.part(kind)
    assert part is not None
    return part.text


def test_bare_questions_part_stories() -> None:
    """
    Of stories with nothing but a question between them, each keeps its own question.
    """
    notes = read(f"Tell me about a mess you cleaned up\n{FERRY}Describe a quick win\n{BAKERY}")
    first, second = notes.stories

    assert ("Tell me about a mess you cleaned up", "Describe a quick win") == (
        first.question,
        second.question,
    )
    assert "No complaint in a year." == text_of(first, PartKind.RESULT)


def test_a_heading_that_asks_is_the_title_over_a_stated_question() -> None:
    """
    Of a title that ends in a question mark and a line called "Question", the latter is what was asked.
    """
    parts = "**Situation:** The till broke.\n**Action:** I counted by hand.\n**Result:** We sold 40 loaves.\n"
    (story,) = read_notes(f"# Whose till was it?\n\nQuestion: Tell me of a failure.\n\n{parts}").stories

    assert ("Whose till was it?", "Tell me of a failure.", ()) == (story.title, story.question, story.serves)


def test_several_stories_answer_one_question() -> None:
    """
    Every story under a question heading has that question, and a bracket behind it names its principles.
    """
    notes = read(f"### 3. Tell me about a mess? [Ownership, Dive Deep]\n{FERRY}\n{BAKERY}")

    assert ["Tell me about a mess?"] * 2 == [story.question for story in notes.stories]
    assert [("Ownership", "Dive Deep")] * 2 == [story.tags for story in notes.stories]


@pytest.mark.parametrize(
    "above",
    [
        '**Question:** *"Tell me about a mess."*\n\n',
        "**Q4: Tell me about a mess.**\n\n**Strong Answer:**\n",
        "### The Question:\n> “Tell me about a mess.”\n\n### Your Answer:\n",
        "**Scenario Prompt**\n\n> Tell me about a mess.\n\n**STAR Breakdown**\n\n",
        '## 2.1 "Tell me about a mess."\n',
        "Interviewer: Tell me about a mess.\nCandidate: Gladly.\n",
        "1. Tell me about a mess.\n\n",
    ],
)
def test_questions_are_found_however_they_are_set(above: str) -> None:
    """
    A labelled, quoted, numbered, spoken or headed question over a story is its question.
    """
    (story,) = read(f"# Prep\n\n{above}{FERRY}").stories

    assert "Tell me about a mess." == story.question


@pytest.mark.parametrize(
    ("above", "title"),
    [
        ("### Story 3: The ferry\n", "The ferry"),
        ("# 🚢 **The ferry**\n\n## STAR format\n", "The ferry"),
        ("**The ferry**\n", "The ferry"),
        ("2. The ferry\n", "The ferry"),
        ("The ferry\n=========\n", "The ferry"),
        ("Scenario: The ferry\n", "The ferry"),
        ("## STAR Stories\n", "The ferry timetable was wrong Fix it"),
        ("", "The ferry timetable was wrong Fix it"),
    ],
)
def test_titles_name_the_story(above: str, title: str) -> None:
    """
    The title is the author's without number and emoji; without one it is the first words of the story.
    """
    (story,) = read(above + FERRY.replace("wrong.\nT: ", "wrong Fix it\nT: ")).stories

    assert title == story.title


def test_tags_uses_and_project_are_facts_and_not_text() -> None:
    """
    What labels say about a story goes to its facts, above it or under it, and into no part.
    """
    notes = read(
        "### The ferry\n**Competency:** Ownership, Dive Deep\n**Project:** Harbour\n\n"
        "**Situation:** It was wrong.\n**Task:** Fix it before June.\n**Action:** I wrote a script.\n"
        "**Result:** No complaint in a year.\n\n"
        '**Best for:** "Tell me about a mess" / "What are you proud of?"\n**Tags:** `tides` `python`\n'
    )
    (story,) = notes.stories

    assert ("Ownership", "Dive Deep", "tides", "python") == story.tags
    assert ("Tell me about a mess", "What are you proud of?") == story.serves
    assert "Harbour" == story.project
    assert "No complaint in a year." == story.parts[-1].text


def test_a_sentence_is_one_tag() -> None:
    """
    A competency that is a sentence with a comma is kept whole.
    """
    (story,) = read("**Theme:** Mending timetables, even at night\n" + FERRY).stories

    assert ("Mending timetables, even at night",) == story.tags


def test_category_headings_are_tags() -> None:
    """
    The heading over a story's own says what it shows; a heading of the page does not.
    """
    (story,) = read(
        f"# Interview prep\n\n## Leadership Questions\n\n### Tell me about a mess.\n{FERRY}"
    ).stories

    assert ("Leadership",) == story.tags


def test_a_nested_label_is_text() -> None:
    """
    A "Situation" or "Result" bullet inside an Action belongs to the Action.
    """
    (story,) = read(
        "- **Situation:** It was wrong.\n- **Action:** I did two things:\n"
        "  - **Situation:** I asked the crew.\n  - **Result:** I had a list.\n- **Result:** No complaint.\n"
    ).stories

    assert 3 == len(story.parts)
    assert "I asked the crew." in text_of(story, PartKind.ACTION)
    assert "No complaint." == text_of(story, PartKind.RESULT)


def test_a_story_may_act_twice() -> None:
    """
    A second Action and Result belong to the story; a Task that opened one story opens the next.
    """
    twice = ("Situation", "Action", "Result", "Action", "Result")
    tasks = ("Task", "Action", "Result", "Task", "Action", "Result")
    lines = "{}: It was number {} of all.\n"
    pages = ["".join(lines.format(label, n) for n, label in enumerate(labels)) for labels in (twice, tasks)]

    assert [[5], [3, 3]] == [[len(story.parts) for story in read(page).stories] for page in pages]


def test_sub_headings_stay_in_their_part() -> None:
    """
    Steps with bold headings of their own are part of the Action that they stand in.
    """
    (story,) = read(
        "### Situation\nIt was wrong.\n### Task\nFix it.\n### Action\n"
        "**Step 1 – Ask:**\nI asked the crew.\n\n"
        "**Step 2 – Write:**\nI wrote a script.\n### Result\nNo complaint in a year.\n"
    ).stories

    assert 4 == len(story.parts)
    assert "I wrote a script." in text_of(story, PartKind.ACTION)


def test_lists_and_code_inside_a_part_are_kept() -> None:
    """
    A part keeps its own bullets and its code as they are.
    """
    action = "1. I asked:\n   - the crew\n2. I wrote:\n   ```sql\n   SELECT Result: FROM tides;\n   ```"
    (story,) = read(
        f"**Situation:** Wrong.\n\n**Action:**\n{action}\n\n**Result:** No complaint in a year.\n"
    ).stories

    assert action == text_of(story, PartKind.ACTION)


def test_a_legend_is_no_story_but_the_bullets_under_it_are() -> None:
    """
    Letters explained on one line are a method; the same letters with text under it are the story.
    """
    notes = read(f"S : Situation, T : Task, A : Action, R : Result\n\n{FERRY}")

    assert ["The ferry timetable was wrong."] == [story.parts[0].text for story in notes.stories]
    assert [RegionKind.METHOD, RegionKind.STORY] == [region.kind for region in notes.regions]


def test_a_may_mean_answer() -> None:
    """
    Under "Q:", the letter A is an answer; under "S:" and "T:" it is the action.
    """
    told = "I mend timetables for the harbour, and I have done so for nine years with my own hands."
    notes = read(f"**Q**: Tell me about yourself.\n**A**: {told}\n\n**Q**: Tell me about a mess.\n{FERRY}")

    assert [("Tell me about yourself.", told)] == [
        (each.question, each.parts[0].text) for each in notes.answers
    ]
    assert ["Tell me about a mess."] == [story.question for story in notes.stories]


@pytest.mark.parametrize(
    ("page", "question"),
    [
        (
            "## Tell me about a conflict\n- **Trap**: Blame nobody.\n- **Good answer**: {}\n",
            "Tell me about a conflict",
        ),
        ("### Tell me about a conflict\n\n> “{}”\n", "Tell me about a conflict"),
        ("**Q: Tell me about a conflict.**\n\n{}\n\n---\n", "Tell me about a conflict."),
        ("{}\n", None),
    ],
)
def test_prose_is_an_answer_and_not_a_story(page: str, question: str | None) -> None:
    """
    Prose under a question, or a page of nothing but prose, is one answer whose parts nobody has named.
    """
    told = (
        "My captain wanted paper timetables and I wanted a screen, so we quarrelled for a week. Then I put up"
        " a screen for one month beside the paper, and I counted who read what. We kept it, and I am glad."
    )
    notes = read(page.format(told))
    (answer,) = notes.answers

    assert () == notes.stories
    assert (question, 0.0, [PartKind.OTHER]) == (
        answer.question,
        answer.confidence,
        [p.kind for p in answer.parts],
    )
    assert told == answer.parts[0].text.strip("“”")


def test_the_same_story_twice_is_one_that_serves_two_questions() -> None:
    """
    A story that is told again word for word is not a second story.
    """
    (story,) = read(f"## Tell me about a mess.\n{FERRY}\n## Describe a quick win.\n{FERRY}").stories

    assert ("Tell me about a mess.", ("Describe a quick win.",)) == (story.question, story.serves)


def test_what_follows_a_story_is_not_its_result() -> None:
    """
    A paragraph beyond the last part stays with the notes, unless the other parts have paragraphs too.
    """
    plain = FERRY + "\nBuy new shoes before the interview.\n"
    long = (
        FERRY.replace("wrong.\n", "wrong.\n\nIt had been so for years.\n\n") + "\nThe crew still uses it.\n"
    )

    assert "No complaint in a year." == text_of(read(plain).stories[0], PartKind.RESULT)
    assert "The crew still uses it." in text_of(read(long).stories[0], PartKind.RESULT)


@pytest.mark.parametrize("number", ["{}) ", "{}. ", "({}) "])
def test_the_next_item_of_a_list_is_no_part_of_the_story(number: str) -> None:
    """
    A story told under "1)" ends before "2)", whatever stands there; a list of its own stays in it.
    """
    later = f"\n{number.format(2)}The bakery\nNobody has written this one down in parts.\n"
    listed = f"{number.format(1)}it ran\n{number.format(2)}it was right\n"
    (story,) = read(f"{number.format(1)}The ferry\n{FERRY}{later}").stories
    (other,) = read(f"{number.format(1)}The ferry\n{FERRY}{listed}").stories

    assert ("The ferry", "No complaint in a year.") == (story.title, text_of(story, PartKind.RESULT))
    assert "it was right" in text_of(other, PartKind.RESULT)


def test_every_place_is_true() -> None:
    """
    A word of a part stands where its place says, through quote marks, list marks and labels.
    """
    text = (
        "# Prep\n\n> - **Situation:** The ferry was late.\n>   - by days\n> - **Task** – Fix it.\n"
        "> - **Action** I wrote one.\n> - **Result:** No complaint came.\n\n(ignore)\n\n"
        "(S) It was wrong. (T) Fix it. (A) I wrote a script. (R) No complaint in a year."
    )
    lines = text.split("\n")
    stories = read(text).stories
    told = [line for story in stories for part in story.parts for line in part.lines]

    assert 2 == len(stories)
    assert [] == [each for each in told if not lines[each.number - 1].startswith(each.text, each.column - 1)]


def test_regions_say_what_every_line_became() -> None:
    """
    A page is a row of regions, each with the title of its story.
    """
    notes = read(f"# Prep\n\nRead this.\n\n## The ferry\n\n{FERRY}\n## The bakery\n\n{BAKERY}")
    told = [
        (region.first, region.last, region.what)
        for region in notes.regions
        if region.kind is RegionKind.STORY
    ]

    assert [(5, 11, "The ferry"), (12, 18, "The bakery")] == told


@pytest.mark.parametrize(
    ("seed", "stories", "answers"),
    [("000", 0, 0), ("001", 1, 2), ("002", 4, 0), ("003", 5, 0), ("004", 0, 0)],
)
def test_seeds_read_well(seed: str, stories: int, answers: int) -> None:
    """
    The five seed notes give the stories and answers that the answer key counts.
    """
    path = next(SEEDS.glob(f"{seed}_*.txt"), None)
    if path is None:
        pytest.skip("The seed notes are not beside this copy of Starling, so nothing was read.")
    text, _ = repair(path.read_text("utf-8"))
    notes = read_notes(text, path.name)

    assert (stories, answers) == (len(notes.stories), len(notes.answers))


def test_the_label_table_names_each_word_once() -> None:
    """
    Every label word is in lower case, has no stray space, and is found again by its own name.
    """
    assert [] == [word for word in MEANINGS if word != " ".join(word.lower().split()) or not word]
    assert [] == [word for word, meaning in MEANINGS.items() if meanings(word.title()) != (meaning,)]
