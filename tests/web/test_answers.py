"""What pages say of questions and of the stories that answer them."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from starling.web import draw
from tests.web.conftest import AppFor


def _said(page: str) -> str:
    """What a person reads of the main part of a page."""
    main = page.partition("<main")[2].partition("</main>")[0]
    return unescape(re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", main)))


@pytest.mark.parametrize(
    ("asked", "lede"),
    [
        ("Why do you want to work here?", "It asks for no event, so a story is an angle of it at most."),
        ("Tell me about a time you failed.", "Understood as failure and mistakes."),
        (
            "Purple umbrella lantern?",
            "It is like no question of the bank, so it was matched by its words alone.",
        ),
    ],
)
def test_a_question_says_what_it_was_taken_for(client: TestClient, asked: str, lede: str) -> None:
    """
    Who asks in words of their own sees how they were understood, as at a terminal.
    """
    assert lede in _said(client.get("/match", params={"question": asked}).text)


def test_what_asks_for_no_event_is_no_gap(app_for: AppFor, empty: Path) -> None:
    """
    A question about the person misses no story, and one about an event says that there are none yet.
    """
    with TestClient(app_for(empty), base_url="http://localhost") as client:
        listed = client.get("/questions.json", params={"competency": "why-us"}).json()["questions"]
        of_person = _said(client.get(f"/questions/{listed[0]['slug']}").text)
        of_event = _said(client.get("/match", params={"question": "Tell me about a time you failed."}).text)

    assert "No story has to answer it" in of_person
    assert "You have no stories yet." in of_event
    assert "other stor" not in of_event


def test_loops_without_a_story_count_nothing(app_for: AppFor, empty: Path) -> None:
    """
    Where nothing can be told no share of answered questions is simulated, and no confidence in it.
    """
    with TestClient(app_for(empty), base_url="http://localhost") as client:
        said = _said(client.get("/loop").text)

    assert "No stories yet to tell in an interview" in said
    assert "confidence" not in said


def test_each_sentence_that_shows_a_fit_says_where_it_stands(client: TestClient) -> None:
    """
    Beside a proof stands what it shows and its line, or its line alone; and a strong fit asks for no more.
    """
    strong = set()
    for row in client.get("/coverage/amazon.json").json()["rows"]:
        for cell in row["cells"]:
            if cell["fit"] == "strong":
                asked = {"story": cell["story"], "row": row["slug"]}
                page = client.get("/coverage/amazon/fit", params=asked).text
                strong.add("For a strong fit" in page)
                notes = re.findall(r"”</span><small>([^<]*)</small>", page)
                assert all(re.match(r"[A-Z]", each) for each in notes), notes

    assert {False} == strong


def test_a_company_is_written_as_it_writes_itself(client: TestClient) -> None:
    """
    The principles that a story answers stand behind the names of Coverage, capitals and all.
    """
    tabs = re.findall(r'href="/coverage/[a-z]+"[^>]*>([^<]+) <span', client.get("/coverage/amazon").text)
    named: set[str] = set()
    for story in client.get("/stories.json").json()["stories"]:
        page = client.get(f"/stories/{story['slug']}/answers").text
        named |= set(re.findall(r'href="/principles/[^"]*" data-row>([^:<]+):', page))

    assert len(named) > 2
    assert named <= set(tabs)


def test_a_sum_that_says_no_more_than_the_story_is_not_checked(client: TestClient, prep: Path) -> None:
    """
    “4 of 19” is no sum: only what was worked out stands in the margin as checked.
    """
    path = prep / "stories" / "the-cut.md"
    path.write_text(
        "# The cut\n\n## Action\n\nI removed 4 of 19 features that leaked.\n\n"
        "## Result\n\nTraining fell from 80 minutes to 20 minutes, a reduction of 75%.\n",
        "utf-8",
    )

    said = _said(client.get("/stories/the-cut").text)

    assert "(80 − 20) / 80 = 75%" in said
    assert 1 == said.count("Checked")


def test_the_label_of_a_narrow_part_ends_with_it() -> None:
    """
    In the balance every part is named, and the name of a narrow one does not run into the next.
    """
    drawn = draw.star([("S", "Situation", 22), ("T", "Task", 4), ("A", "Action", 71), ("R", "Result", 3)])

    assert '<text class="star-p" x="26%" text-anchor="end" y="48">T 4%</text>' in drawn
    assert '<text class="star-p" x="100%" text-anchor="end" y="48">R 3%</text>' in drawn
    assert ">A</text>" in drawn
