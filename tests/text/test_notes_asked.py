"""Where the question, the title and the tags of a story stand in the many ways of writing it down."""

from __future__ import annotations

import json

import pytest

from starling.text.notes import read_notes
from tests.text.pair import FERRY, PARTS, TILL, page, told

ASKED = ("Tell me about a time you fixed something.", "Describe a busy day.")
KEYS = dict(zip(("situation", "task", "action", "result"), FERRY[1:], strict=True))
"""The parts of the first story as data."""
LINES = "\n\n".join(f"**{label}:** {text}" for label, text in zip(PARTS, FERRY[1:], strict=True))
"""The same as a page."""


def both(story: str, part: str, sep: str = "\n") -> str:
    """
    Both stories by one pattern, as in ``page``, with ASKED for the question.
    """
    first, second, rest = page(story, part, sep=sep).split("ASKED")
    return f"{first}{ASKED[0]}{second}{ASKED[1]}{rest}"


PAGES = {
    "quoted.html": both("<h2>TITLE</h2>\n<blockquote>ASKED</blockquote>\nPARTS", "<p>LETTER: TEXT</p>"),
    "details.html": both(
        "<details><summary>ASKED</summary>\n<h4>TITLE</h4>\nPARTS\n</details>", "<p><b>LETTER:</b> TEXT</p>"
    ),
    "outline.md": both("- Often\n  - ASKED\n    - TITLE\nPARTS", "      - LABEL\n        - TEXT"),
    "toggles.md": both("- ASKED\n    \n    **TITLE**\nPARTS", "    \n    LABEL\n    \n    TEXT"),
    "numbered.md": both("1. **ASKED**\n\n   _TITLE_\n\nPARTS\n", "   1. LABEL: TEXT"),
    "list.txt": both("1) ASKED\n   TITLE\nPARTS\n", "   LETTER: TEXT"),
    "bank.md": both("## TITLE\n\n**Common questions:**\n- ASKED\n\nPARTS\n", "**LABEL:** TEXT\n"),
    "quoted.jira": both("h2. TITLE\n{quote}ASKED{quote}\nPARTS\n", "*LABEL:* TEXT"),
    "cells.md": "| Question | Story | Answer |\n|---|---|---|\n"
    + both("| ASKED | TITLE | PARTS |", "LETTER: TEXT", sep=" "),
}


@pytest.mark.parametrize("name", PAGES)
def test_the_question_and_the_title_stay_apart(name: str) -> None:
    """
    Wherever a story's question stands, it is its question, and its title stays its title.
    """
    stories = read_notes(PAGES[name], name).stories

    assert list(ASKED) == [story.question for story in stories]
    assert [FERRY, TILL] == [told(story) for story in stories]


@pytest.mark.parametrize(
    "row",
    [
        {"questions": [{"question": ASKED[0], "stories": [{"title": FERRY[0], **KEYS}]}]},
        {"asked": [{"question": ASKED[0], "answers": [{"title": FERRY[0], "star": KEYS}]}]},
        {"q1": {"question": ASKED[0], "answer": {"title": FERRY[0], "star": KEYS}}},
        {"title": FERRY[0], "question": ASKED[0], "answer": LINES},
        [{"front": ASKED[0], "back": f"### {FERRY[0]}\n{LINES}"}],
    ],
)
def test_a_question_in_data_is_asked_of_the_stories_under_it(row: object) -> None:
    """
    A story that stands under its question in data keeps its own title, and answers the question.
    """
    (story,) = read_notes(json.dumps(row), "stories.json").stories

    assert ASKED[0] == story.question
    assert FERRY == told(story)


def test_a_card_ends_its_question_with_a_sign_alone() -> None:
    """
    In cards of questions and answers a question mark on its own line parts both.
    """
    (story,) = read_notes(f"{ASKED[0]}\n?\n{LINES}", "cards.md").stories

    assert ASKED[0] == story.question


@pytest.mark.parametrize(
    ("above", "below", "tags"),
    [
        ("`care` `long haul`\n\n", "", ("care", "long haul")),
        ("", "\n\n#long-haul", ("long-haul",)),
    ],
)
def test_tags_stand_over_or_under_the_parts(above: str, below: str, tags: tuple[str, ...]) -> None:
    """
    A line of code marks over a story, and one hashtag under it, are tags.
    """
    (story,) = read_notes(f"## The ferry\n\n{above}{LINES}{below}", "notes.md").stories

    assert (tags, "No complaint in a year.") == (story.tags, story.parts[-1].text)


def test_the_head_of_a_page_may_be_toml() -> None:
    """
    The title and the tags that a page gives in TOML are those of its story.
    """
    head = '+++\ntitle = "The ferry"\ntags = ["care", "long haul"]\n+++\n\n'
    (story,) = read_notes(head + LINES, "notes.md").stories

    assert (FERRY, ("care", "long haul")) == (told(story), story.tags)


def test_a_comment_is_no_label() -> None:
    """
    What stands in a comment of the page begins no part.
    """
    pieces = (
        f"<!-- {label[0]} -->\n### {label}\n{text}" for label, text in zip(PARTS, KEYS.values(), strict=True)
    )
    (story,) = read_notes("\n".join(pieces), "notes.md").stories

    assert list(PARTS) == [part.label for part in story.parts]


@pytest.mark.parametrize(
    "title",
    [
        f'The ferry — "{ASKED[0]}"',
        f"The ferry: {ASKED[0]}",
        f"The ferry ({ASKED[0]})",
        f"“{ASKED[0]}” – The ferry",
        f'Story 2: The ferry | "{ASKED[0]}"',
    ],
)
def test_a_title_that_also_asks_is_parted(title: str) -> None:
    """
    A heading that holds a name and a question gives the story both.
    """
    (story,) = read_notes(f"## {title}\n\n{LINES}\n").stories

    assert ("The ferry", ASKED[0].strip()) == (story.title, story.question)


@pytest.mark.parametrize("number", ["A4. ", "Story 3: ", "b2) "])
def test_a_title_that_asks_is_the_question(number: str) -> None:
    """
    However its title is counted, a story whose title asks something answers that.
    """
    (story,) = read_notes(f"## {number}{ASKED[0]}\n\n{LINES}\n").stories

    assert (ASKED[0], ASKED[0]) == (story.title, story.question)
