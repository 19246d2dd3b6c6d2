"""Accounts: stories in prose without labels, under headings or titles of their own, and what is none."""

from __future__ import annotations

import pytest

from starling.text.notes import read_notes

BOATS = (
    "I looked after the booking model of a boat rental. In my second week I released a change without "
    "asking anybody, and the boats were booked twice. My job was to mend it before the weekend. I told "
    "my lead within the hour, rolled back, and called the eleven customers myself. Two of them "
    "cancelled."
)
NETS = (
    "The fishers did not trust our tide forecast. I had to bring the error under ten minutes before the"
    " season. I read 200 of their log books with the harbour master and added the wind to the features."
    " Then I ran both forecasts side by side for a month. The error fell from 19 to 8 minutes and they "
    "asked for the second port."
)
ASKED = "Tell me about a time you won somebody over."
ADVICE = "Always name the harbour. Never say that it was a great time. Keep each boat under two minutes."


def titles(text: str) -> list[str]:
    """The titles of the answers in some notes."""
    return [answer.title for answer in read_notes(text).answers]


@pytest.mark.parametrize(
    "form",
    [
        "# My stories\n\n## {0}\n\n{1}\n\n## {2}\n\n{3}\n",
        "{0}\n\n{1}\n\n{2}\n\n{3}\n",
        "{0}\n\n{1}\n\n---\n\n{2}\n\n{3}\n",
        "# My stories\n\n{0}\n\n{1}\n\n{2}\n\n{3}\n",
        "**{0}**\n\n{1}\n\n**{2}**\n{3}\n",
    ],
)
def test_prose_under_titles_is_an_account_each(form: str) -> None:
    """
    Stories told in prose under headings or titles of their own are found, each with its title and words.
    """
    notes = read_notes(form.format("Boats booked twice", BOATS, "the tide nobody believed", NETS))

    assert ["Boats booked twice", "the tide nobody believed"] == [answer.title for answer in notes.answers]
    assert [BOATS, NETS] == [answer.parts[0].text for answer in notes.answers]
    assert () == notes.stories


def test_items_that_are_accounts_are_one_each() -> None:
    """
    In a numbered list of whole stories each item is one, and its first words are its title.
    """
    notes = read_notes(f"Stories for Monday\n\n1. The boats. {BOATS}\n\n2. The tide: {NETS}\n")

    assert [("The boats", BOATS), ("The tide", NETS)] == [
        (answer.title, answer.parts[0].text) for answer in notes.answers
    ]


def test_short_notes_of_what_happened_are_an_account() -> None:
    """
    Bullets under a title are an account where they say what was wanted and what was done; a CV's are none.
    """
    bullets = (
        "- May, harbour of Ork, the pager went off twice a night\n"
        "- I had to get it quiet before the regatta\n"
        "- went through the alerts of a month, cut the eleven that nobody had acted on\n"
        "- one page in the week after, and the team kept the list\n"
    )
    career = (
        "- Built a forecast for 40 ports\n- Led four people and cut the cost by 12%\n- Wrote the guide\n" * 2
    )

    assert ["The pager"] == titles(
        f"# Notes\n\n## The pager\n\n{bullets}\n## Harbour AI, analyst\n\n{career}"
    )


def test_the_next_story_by_number_is_not_the_end_of_the_one_before() -> None:
    """
    "Story 2 - ..." after a story with labels begins the next, in prose, whatever label stands in it.
    """
    labelled = (
        "story 1: the till\nS: the till broke\nT: had to sell\nA: I counted by hand\nR: we sold 40 loaves\n"
    )
    notes = read_notes(
        f"{labelled}\nstory 2 - the tide\n{NETS}\nlearned: ask first\n\nto do\n[x] read their page\n"
    )

    assert ["we sold 40 loaves"] == [story.parts[-1].text for story in notes.stories]
    assert [("the tide", f"{NETS}\nlearned: ask first")] == [
        (answer.title, answer.parts[0].text) for answer in notes.answers
    ]
    assert [("read their page", True)] == [(each.text, each.done) for each in notes.checklist]


def test_the_first_line_of_a_pasted_story_is_its_title() -> None:
    """
    A short line over a single paragraph is the title of it, and not the beginning of its first sentence.
    """
    assert ["boats booked twice"] == titles(f"boats booked twice\n\n{BOATS.lower()}\n")


@pytest.mark.parametrize(
    ("heading", "title"),
    [("# Nets and tides", "Nets and tides"), ("## Teamwork questions", ASKED), ("# Interview prep", ASKED)],
)
def test_a_heading_over_one_answer_is_its_title(heading: str, title: str) -> None:
    """
    An answer to a question takes the heading over it for its title, unless that names a page or a group.
    """
    (answer,) = read_notes(f"{heading}\n\nQuestion: {ASKED}\n\n{NETS}\n").answers

    assert (title, ASKED) == (answer.title, answer.question)


@pytest.mark.parametrize(
    "page",
    [
        f"# Boats\n\n## Introduction\n\n{BOATS}\n\n## Nets\n\n{NETS}\n",
        f"# How I did it\n\n## Boats\n\n{BOATS} So can you.\n\n## Nets\n\n{NETS}\n",
        f"# Diary\n\n{BOATS}\n\nBuy tar, buy rope, call the harbour about the second berth.\n",
        f"Dear Ms Ito,\n\n{BOATS} I would like to join your harbour.\n\nYours, Bo Lind\n",
        f"# Boats\n\n## What to say\n\n{ADVICE} {ADVICE} {ADVICE}\n",
        "# Boats\n\n## To do\n\n"
        + "\n".join(
            f"- I {verb} the boats and was told so" for verb in ("painted", "moved", "booked", "sold") * 3
        ),
    ],
)
def test_articles_advice_and_lists_are_no_accounts(page: str) -> None:
    """
    Articles, diaries, letters, advice to others, and lists of short items are left in the notes.
    """
    assert [] == titles(page)
