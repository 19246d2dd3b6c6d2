"""Stories as people keep them: pasted from editors, chats, sheets and decks, each with its own habits."""

from __future__ import annotations

import pytest

from starling.model.notes import Notes, RegionKind
from starling.model.story import CORE, PartKind, Story
from starling.text.notes import read_notes

SITUATION = "The ferry timetable was wrong every week."
TASK = "My captain wanted it right before June."
ACTION = "I wrote a small script for the crew."
RESULT = "Nobody complained in a year."
STAR = ("(S) ", " (T) ", " (A) ", " (R) ")
TOLD = [SITUATION, TASK, ACTION, RESULT]


def read(text: str, source: str = "notes.md") -> Notes:
    """What a page holds; {} stand for the four parts, in order."""
    return read_notes(text.format(*TOLD) if "{}" in text else text, source)


def only_story(text: str, source: str = "notes.md") -> Story:
    """The one story of a page."""
    (story,) = read(text, source).stories
    return story


def core_texts(story: Story) -> list[str]:
    """The texts of the four parts, in the order of the story."""
    return [part.text for part in story.parts if part.kind in CORE]


KEPT = {
    "aligned columns": "The ferry\n\nSituation   {}\nTask        {}\nAction      {}\nResult      {}\n",
    "a time and no colon": "## The ferry\nSituation (20s) {}\nTask [10 words] {}\n"
    "Action (60 sec) {}\nResult (20s) {}\n",
    "capitals and no colon": "THE FERRY\n\nSITUATION {}\n\nTASK {}\n\nACTION {}\n\nRESULT {}\n",
    "letters and nothing": "the ferry\nS {}\nT {}\nA {}\nR {}\n",
    "letters and slashes": "The ferry\nS/ {}\nT/ {}\nA/ {}\nR/ {}\n",
    "numbered steps": "## The ferry\nStep 1 - Situation: {}\nStep 2 - Task: {}\n"
    "Step 3 - Action: {}\nStep 4 - Result: {}\n",
    "lenticular brackets": "■ フェリー\n【Situation】{}\n【Task】{}\n【Action】{}\n【Result】{}\n",
    "italics in a paragraph": "**The ferry.** *Situation.* {} *Task.* {} *Action.* {} *Result.* {}\n",
    "two letters on a line": "The ferry\nS: {} T: {}\nA: {}\nR: {}\n",
    "bars behind a title": "The ferry | Situation: {} | Task: {} | Action: {} | Result: {}\n",
    "headings of differing depth": "# Prep\n### Situation\n{}\n#### Task\n{}\n"
    "### Action\n{}\n#### Result\n{}\n",
    "spans of a page": "<div><span>Situation</span><span>{}</span></div>\n"
    "<div><span>Task</span><span>{}</span></div>\n<div><span>Action</span><span>{}</span></div>\n"
    "<div><span>Result</span><span>{}</span></div>\n",
    "a recording": "[00:01:20] Me: Situation: {}\n[00:01:40] Me: Task: {}\n[00:02:05] Me: Action: {}\n"
    "[00:03:30] Me: Result: {}\n[00:04:00] Ada: Thanks.\n",
    "a recorder": "Ada Orre  0:14\nSituation: {}\n\nAda Orre  0:40\nTask: {}\n\n"
    "Ada Orre  1:10\nAction: {}\n\nAda Orre  2:30\nResult: {}\n",
    "a chat": "03/03/2026, 21:14 - Ada: Situation: {}\n03/03/2026, 21:15 - Ada: Task: {}\n"
    "03/03/2026, 21:16 - Ada: Action: {}\n03/03/2026, 21:18 - Ada: Result: {}\n"
    "03/03/2026, 21:20 - Bo: a strong one\n",
    "letters and times": "The ferry\n[S - 20s] {}\n[T - 10s] {}\n[A - 60s] {}\n[R - 20s] {}\n",
    "italics and dashes": "*Situation* – {} *Task* – {} *Action* – {} *Result* – {}\n",
    "between rules": "---\nS: {}\nT: {}\nA: {}\nR: {}\n---\n",
    "other words": "**What happened:** {}\n**What I was asked to do:** {}\n**What I did about it:** {}\n"
    "**How it went:** {}\n",
    "French": "Contexte : {}\nTâche : {}\nActions : {}\nRésultats : {}\n",
}  # fmt: skip


def test_a_label_over_a_list_needs_no_mark() -> None:
    """
    Between other labels "what I did" over a list is the action, in small letters and without a colon.
    """
    story = only_story(
        f"### 1. the ferry\nctx: {SITUATION}\ngoal: {TASK}\nwhat I did\n- {ACTION}\n- I asked the crew.\n"
        f"outcome: {RESULT}\n"
    )

    assert [SITUATION, TASK, f"- {ACTION}\n- I asked the crew.", RESULT] == core_texts(story)


@pytest.mark.parametrize("kept", KEPT)
def test_every_habit_gives_the_same_parts(kept: str) -> None:
    """
    Whatever stands for a label, each part holds the author's words and nothing of a speaker or a label.
    """
    story = only_story(KEPT[kept])

    assert TOLD == core_texts(story)
    assert list(CORE) == [part.kind for part in story.parts]


@pytest.mark.parametrize(
    ("labels", "kinds"),
    [
        (("Situation", "Behaviour", "Impact"), [PartKind.SITUATION, PartKind.ACTION, PartKind.RESULT]),
        (("Problem", "Solution", "Benefit"), [PartKind.SITUATION, PartKind.ACTION, PartKind.RESULT]),
        (("ST", "A", "R"), [PartKind.SITUATION, PartKind.ACTION, PartKind.RESULT]),
        (("S", "A", "R", "E"), [PartKind.SITUATION, PartKind.ACTION, PartKind.RESULT, PartKind.REFLECTION]),
        (
            ("Situation", "Action", "Short-term result", "Long-term result"),
            [PartKind.SITUATION, PartKind.ACTION, PartKind.RESULT, PartKind.RESULT],
        ),
        (
            ("Context", "Action", "Result", "Insight"),
            [PartKind.SITUATION, PartKind.ACTION, PartKind.RESULT, PartKind.REFLECTION],
        ),
    ],
)
def test_relatives_of_star_name_their_parts(labels: tuple[str, ...], kinds: list[PartKind]) -> None:
    """
    Acronyms beside STAR come to the same kinds of part.
    """
    texts = (
        f"{SITUATION} {TASK}",
        f"{ACTION} I asked them first and my captain twice.",
        RESULT,
        "I test sooner now.",
    )
    lines = [f"**{label}:** {text}" for label, text in zip(labels, texts, strict=False)]

    assert kinds == [part.kind for part in only_story("### The ferry\n" + "\n".join(lines)).parts]


def test_bare_words_are_labels_beside_bare_words_of_star() -> None:
    """
    A line that holds only "Challenge" or "What I learned" is a label where "Action" stands so, too.
    """
    labels = ["Challenge", "Action", "Result", "Learnings"]
    told = zip(labels, (SITUATION, ACTION, RESULT, "Test sooner."), strict=True)
    story = only_story("The ferry\n\n" + "".join(f"{label}\n\n{text}\n\n" for label, text in told))

    assert labels == [part.label for part in story.parts]


def test_a_sheet_may_have_its_parts_down_the_left() -> None:
    """
    Pasted columns are a story each, with the name over the column for its title.
    """
    rows = zip(("Situation", "Task", "Action", "Result"), TOLD, reversed(TOLD), strict=True)
    page = "Story\tFerry\tBakery\n" + "".join("\t".join(row) + "\n" for row in rows)
    notes = read(page, "pasted.txt")

    assert ["Ferry", "Bakery"] == [story.title for story in notes.stories]
    assert [TOLD, TOLD[::-1]] == [core_texts(story) for story in notes.stories]


def test_a_table_of_short_stories_keeps_each_and_ends() -> None:
    """
    Columns in which somebody says "I" are stories though they are short, and the next table is none of them.
    """
    page = (
        "| | Ferry | Bakery |\n|---|---|---|\n| **S** | Wrong times. | Long queue. |\n"
        "| **T** | Mend them. | Halve it. |\n| **A** | I wrote a script for it. | I opened a second till. |\n"
        "| **R** | Nobody complained. | It took 7 minutes. |\n\n"
        "| Question | Story |\n|---|---|\n| A mess? | Ferry |\n"
    )
    notes = read(page)

    assert ["Nobody complained.", "It took 7 minutes."] == [story.parts[-1].text for story in notes.stories]
    assert RegionKind.QUESTIONS is notes.regions[-1].kind


@pytest.mark.parametrize(
    "line",
    [
        "Tags: [[Ownership]] [[Dive Deep]]",
        "LP: Ownership / Dive Deep",
        "#Ownership #Dive-Deep",
        "principles:: [[lp/own|Ownership]], [[Dive Deep]]",
    ],
)
@pytest.mark.parametrize("below", [False, True])
def test_tags_are_read_however_they_are_linked(line: str, *, below: bool) -> None:
    """
    Wiki links, slashes and a line of hashtags are tags, above a story or below it, and no text or title.
    """
    parts = "S: {}\nT: {}\nA: {}\nR: {}\n".format(*TOLD)
    page = f"## The ferry\n{parts}{line}\n" if below else f"## The ferry\n{line}\n\n{parts}"
    story = only_story(page)

    assert ("Ownership", "Dive Deep") == tuple(tag.replace("-", " ") for tag in story.tags)
    assert ("The ferry", RESULT) == (story.title, story.parts[-1].text)


@pytest.mark.parametrize(
    ("page", "title", "question", "tags"),
    [
        ("Ferry\nIn list: Ready\nLabels: Calm, Work\nDescription:\n", "", None, ("Calm", "Work")),
        (
            "Question: Tell me about a mess.\nDifficulty: Medium\nMy answer:\n",
            "Tell me about a mess.",
            "Tell me about a mess.",
            (),
        ),
        ("The ferry\nDienstag, 3. März 2026\n21:12\n \n", "The ferry", None, ()),
        ("The ferry\nTuesday, 3 March 2026 at 21:12\n", "The ferry", None, ()),
    ],
)
def test_what_an_app_puts_over_a_story_is_passed(
    page: str, title: str, question: str | None, tags: tuple[str, ...]
) -> None:
    """
    States, dates and empty labels between a story and its title, question and tags part none of them.
    """
    story = only_story(page + "Situation: {}\nTask: {}\nAction: {}\nResult: {}\n".format(*TOLD), "x.txt")

    assert (question, tags) == (story.question, story.tags)
    assert title in ("", story.title)


def test_a_table_may_have_its_question_for_a_head() -> None:
    """
    A question over the parts in a table of two columns is the question of its story.
    """
    rows = "".join(f"| {letter} | {text} |\n" for letter, text in zip("STAR", TOLD, strict=True))

    assert (
        "When did you mend a mess?"
        == only_story(f"| When did you mend a mess? | |\n|---|---|\n{rows}").question
    )


def test_the_head_of_a_page_speaks_for_its_one_story() -> None:
    """
    Title, question and tags in YAML go to the story of the page, whose region holds them.
    """
    head = "---\ntitle: The ferry\nquestion: Tell me about a mess.\ntags:\n  - calm\n  - star\n---\n\n"
    notes = read(head + "## Situation\n{}\n## Task\n{}\n## Action\n{}\n## Result\n{}\n")
    (story,) = notes.stories

    assert ("The ferry", "Tell me about a mess.", ("calm",)) == (story.title, story.question, story.tags)
    assert [RegionKind.STORY] == [region.kind for region in notes.regions]


def test_a_card_keeps_its_tags_and_a_deck_its_questions() -> None:
    """
    A deck with letters in bold gives its question, and its tags between spaces.
    """
    card = "Tell me about a mess.\t<b>S</b>: {}<br><b>T</b>: {}<br><b>A</b>: {}<br><b>R</b>: {}\tcalm work\n"
    story = only_story("#separator:tab\n#html:true\n" + card, "deck.txt")

    assert ("Tell me about a mess.", ("calm", "work")) == (story.question, story.tags)


def test_a_callout_may_ask_and_may_reflect() -> None:
    """
    Callouts carry the question of a story and its last part.
    """
    page = "> [!question] Tell me about a mess.\n> **S** {}\n> **T** {}\n> **A** {}\n> **R** {}\n"
    callouts = "> [!info] Situation\n> {}\n\n> [!todo] Task\n> {}\n\n> [!tip] Action\n> {}\n\n"
    callouts += "> [!done] Result\n> {}\n"

    assert "Tell me about a mess." == only_story(page).question
    assert PartKind.REFLECTION is only_story(callouts + "\n> [!quote] Reflection\n> Test.\n").parts[-1].kind


@pytest.mark.parametrize("title", ["2. The bakery\n", "The bakery: "])
def test_a_title_may_stand_right_over_or_before_its_story(title: str) -> None:
    """
    A number, or the words before the first label of the same line, name the story and end the one before.
    """
    ferry = "1. The ferry\nSituation: {}\nTask: {}\nAction: {}\nResult: {}\n".format(*TOLD)
    labels = ("Situation: ", "\nTask: ", "\nAction: ", "\nResult: ") if title[-1] == "\n" else STAR
    bakery = "".join(map(str.__add__, labels, TOLD[::-1]))
    stories = read(ferry + title + bakery).stories

    assert ["The ferry", "The bakery"] == [story.title for story in stories]
    assert RESULT == stories[0].parts[-1].text


def test_what_an_assistant_says_around_a_story_is_no_part_of_it() -> None:
    """
    "Sure! Here's …" is no title or tag, and "Would you like me to …?" is no interview question.
    """
    page = (
        "Sure! Here's a draft:\n\n**S:** {}\n**T:** {}\n**A:** {}\n**R:** {}\n\nWould you like me to go on?"
    )
    notes = read(page)

    assert ("The ferry timetable was wrong every week", ()) == (notes.stories[0].title, notes.stories[0].tags)
    assert () == notes.questions
