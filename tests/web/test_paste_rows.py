"""The rows of a preview of notes: what is ticked, what it is called, and what stands beside it."""

from __future__ import annotations

import re
from pathlib import Path

from fastapi import FastAPI
from starlette.testclient import TestClient

from tests.cli.test_import import ASKED, TOLD
from tests.web.conftest import TOKEN, AppFor


def preview(app: FastAPI, *texts: str) -> str:
    """
    The page that shows what some notes hold.
    """
    files = [("files", (f"{number}.md", text.encode())) for number, text in enumerate(texts)]
    with TestClient(app, base_url="http://localhost") as client:
        return client.post("/paste", data={"token": TOKEN}, files=files).text


def test_what_an_import_takes_by_itself_is_ticked(app_for: AppFor, empty: Path) -> None:
    """
    Accounts under titles of their own are ticked as stories are; the answer to a question waits for its tick.
    """
    page = preview(app_for(empty), TOLD, ASKED)
    ticks = re.findall(r'<input type="checkbox" id="s\d" name="take" value="(\d)"( checked)?', page)

    assert [("1", " checked"), ("2", " checked"), ("3", "")] == ticks
    assert "2 stories, 1 answer" in page
    assert 'id="st-h">Stories<' in page


def test_answers_to_questions_alone_are_ticked(app_for: AppFor, empty: Path) -> None:
    """
    Where there is nothing else to keep, an answer that may be a story is ticked and called so.
    """
    page = preview(app_for(empty), ASKED)

    assert "1 answer that may be a story" in page
    assert 'name="take" value="1" checked' in page


def test_an_answer_about_the_person_waits_for_its_tick(app_for: AppFor, empty: Path) -> None:
    """
    “Why do you want to leave?” asks for no event: its answer is offered, not ticked, and its time not judged.
    """
    wrong = ASKED.replace("## ", "Q: ").replace("\n\n", "\nA: ")
    why = (
        "Q: Why do you want to leave?\n"
        "A: I would like to work on larger systems, and with people whom I can learn from.\n"
    )
    page = preview(app_for(empty), f"{wrong}\n{why}")
    ticks = re.findall(r'name="take" value="\d"( checked)?', page)

    assert [" checked", ""] == ticks
    assert "The answer takes about" in page
    assert "shortest" not in page


def test_what_is_said_of_all_stories_stands_beside_none(app_for: AppFor, empty: Path) -> None:
    """
    Beside a story of a preview stands what is to mend in it, and nothing that counts over all of them.
    """
    told = "\n\n".join(
        f"# Story {number}\n\n## Situation\nThe {thing} of our club was in a bad state.\n"
        f"## Task\nI was asked to mend it.\n## Action\nI took the {thing} apart and cleaned it.\n"
        f"## Result\nThe {thing} works again."
        for number, thing in enumerate(("boat", "stove", "roof", "radio"))
    )
    page = preview(app_for(empty), told)

    assert page.count('name="take"') == 4
    assert "at least one story in" not in page


def test_notes_to_oneself_alone_can_be_kept(app_for: AppFor, empty: Path) -> None:
    """
    Who pastes what went wrong in an interview keeps it as an import does, though no story is in it.
    """
    page = preview(app_for(empty), "To do before it\n\ncall the recruiter\nsalary: do not say first\n")

    assert "No stories in these notes" in page
    assert "Keep your notes to yourself" in page
    assert "Keep these</button>" in page
