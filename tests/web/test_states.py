"""What a page says when something is missing, over, or not as it should be."""

from __future__ import annotations

import re
from datetime import timedelta
from html import unescape
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from starling import wiring
from starling.settings import Settings
from starling.web.frame import Said, read_said, write_said
from starling.web.views.notes import comes_out
from tests.web.conftest import TOKEN, AppFor


def _text(page: str) -> str:
    """What a person reads of the main part of a page."""
    main = page.partition("<main")[2].partition("</main>")[0]
    return unescape(re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", main)))


def _interview(folder: Path, days: int) -> None:
    """Set the one interview of a folder so many days from today."""
    today = wiring.open_workspace(folder, Settings()).clock.today()
    path = folder / "starling.toml"
    path.write_text(path.read_text("utf-8").replace("2030-05-17", str(today + timedelta(days=days))), "utf-8")


def test_an_interview_that_is_over_is_named_and_the_next_asked_for(client: TestClient, prep: Path) -> None:
    """
    After the day Today does not pretend that nothing was: it names the last one and asks for the next.
    """
    _interview(prep, -30)

    said = _text(client.get("/").text)

    assert "When is your next interview?" in said
    assert "Amazon was on" in said


def test_on_the_day_the_page_counts_nothing(client: TestClient, prep: Path) -> None:
    """
    On the day of the interview the headline says so, and no calendar of one day stands beside it.
    """
    _interview(prep, 0)

    page = client.get("/").text

    assert "Amazon is today" in _text(page)
    assert 'class="month"' not in page


def test_today_has_one_button_and_every_task_is_a_link(client: TestClient) -> None:
    """
    Of what is to do one thing is next: the others are links and no buttons.
    """
    page = client.get("/").text
    tasks = page.partition('<ol class="tasks plan">')[2].partition("</ol>")[0]

    assert tasks.count("<li") > 1
    assert tasks.count('class="btn') == 1
    assert tasks.count("data-row") == tasks.count("<li")


@pytest.mark.parametrize(
    ("path", "url", "step"),
    [
        ("/stories/never-written", "/stories", "See your stories"),
        ("/questions/never-asked", "/questions", "See the questions"),
        ("/coverage/nowhere", "/coverage", "See the coverage"),
        ("/nowhere", "/", "Go to Today"),
    ],
)
def test_a_page_that_is_not_there_leads_on(client: TestClient, path: str, url: str, step: str) -> None:
    """
    What is not there leads to what is, by a link; a command for the terminal is no advice on a page.
    """
    answer = client.get(path)

    assert answer.status_code in {400, 404}
    assert f'href="{url}">{step}</a>' in answer.text
    assert "starling " not in _text(answer.text)


def test_a_file_that_cannot_be_read_is_named_and_leads_to_the_doctor(client: TestClient, prep: Path) -> None:
    """
    A broken file is the headline by its name, and the next step is not the page that needs it.
    """
    (prep / "stories" / "a-picture.md").write_bytes(bytes(range(256)))

    answer = client.get("/stories/a-picture")

    assert answer.status_code == 422
    assert "<h1>a-picture.md cannot be read</h1>" in answer.text
    assert 'href="/doctor"' in answer.text
    assert client.get("/doctor").status_code == 200


def test_coverage_of_nothing_asks_for_notes(app_for: AppFor, empty: Path) -> None:
    """
    Without a story there is no row of sums and no simulation: the one button is to paste notes.
    """
    with TestClient(app_for(empty), base_url="http://localhost") as client:
        page = client.get("/coverage/amazon").text

    assert 'class="btn primary" href="/paste"' in page
    assert "<tfoot" not in page
    assert "/loop" not in page


def test_a_conflict_shows_where_the_texts_differ(client: TestClient, prep: Path) -> None:
    """
    Who is told that a story has changed sees which lines, and need not compare two pages by eye.
    """
    path = prep / "stories" / "the-leak-i-shipped.md"
    old = path.read_text("utf-8")
    seen = client.get("/stories/the-leak-i-shipped.json").json()["seen"]
    path.write_text(old + "\nSaid on disk.\n", "utf-8")
    sent = {"token": TOKEN, "seen": seen, "text": old + "\nSaid in the browser.\n"}

    page = client.post("/stories/the-leak-i-shipped/edit", data=sent).text

    assert "<del>Said on disk.</del>" in page
    assert "<ins>Said in the browser.</ins>" in page


def test_no_page_calls_a_story_by_its_file(client: TestClient) -> None:
    """
    A person knows a story by its title: simulated loops and fact sheets say no name of a file.
    """
    for path in ("/loop?company=amazon", "/facts/bread-nobody-bought"):
        said = _text(client.get(path).text)
        assert not re.search(r"\b[a-z]+(?:-[a-z]+){2,}\b", said), path


@pytest.mark.parametrize(
    ("arithmetic", "same"),
    [
        ("(8 − 6) / 8 = 25%, written 25%", True),
        ("(94 − 71) / 71 ≈ 32.4%, written 32%", True),
        ("1,200 × 3 = 3,600, written 3,600", True),
        ("(5 − 3) / 3 ≈ 66.7%, written 50%", False),
        ("4 stores = four stores", True),
    ],
)
def test_a_sum_is_called_right_where_it_comes_out(arithmetic: str, same: bool) -> None:
    """
    Beside a story a sum "checks out" where it gives the figure that is written, not where rounding allows it.
    """
    assert comes_out(arithmetic) is same


def test_undo_is_offered_only_where_it_takes_back_what_was_done(client: TestClient) -> None:
    """
    After “It is fine” Undo carries the words; none is offered where nothing or several things are new.
    """
    story = "/stories/bread-nobody-bought"

    def page(rule: str, about: str = "") -> str:
        client.post(f"{story}/accept", data={"rule": rule, "about": about, "token": TOKEN})
        return client.get(story).text.partition("<h1")[0]

    once = page("numbers-unclear", "9%")
    assert f'action="{story}/reopen"' in once
    assert 'name="about" value="9%"' in once
    assert ["Undo" in page("numbers-unclear", "9%"), "Undo" in page("figures-too-dense")] == [False, True]
    client.post(f"{story}/reopen", data={"rule": "numbers-unclear", "token": TOKEN})
    assert "Undo" not in page("numbers-unclear")


@pytest.mark.parametrize(("length", "undo"), [(10, True), (2_000, True), (9_000, False)])
def test_what_was_done_is_said_however_long_its_words(length: int, undo: bool) -> None:
    """
    Words too long for a cookie leave out Undo, and never the message; a browser keeps 4096 bytes of a cookie.
    """
    said = Said("It is fine.", "/stories/a/reopen", (("about", "x" * length),))

    assert read_said(write_said(said)) == (said if undo else Said(said.text))
    assert len(write_said(said)) < 4_000


def test_every_note_says_why(client: TestClient, prep: Path) -> None:
    """
    The word of each note beside a story leads to its rule or relation, also where nothing is to mend.

    Only what may be mended can be called fine.
    """
    page = "# The night\n\n## Result\n\nScoring fell from 80 minutes to 20 minutes, a reduction of 75%.\n"
    (prep / "stories" / "night.md").write_text(page, "utf-8")
    kinds = set()
    for slug in ("bread-nobody-bought", "the-leak-i-shipped", "night"):
        page = client.get(f"/stories/{slug}").text
        for kind, note in re.findall(r'class="note" data-kind="(\w+)">(.*?)</li>', page, re.DOTALL):
            (rule,) = re.findall(r'class="kind" href="(/rules/[^"]+)"', note)
            assert client.get(rule).status_code == 200, rule
            assert ("/accept" in note) is (kind not in {"keep", "ok"}), note
            kinds.add(kind)

    assert {"keep", "ok", "gap"} <= kinds


def test_what_to_rehearse_says_what_stays_open(client: TestClient) -> None:
    """
    The choice leads with how many rows it covers, and names each row that no story of it is strong at.
    """
    told = client.get("/coverage/amazon/choice.json").json()
    rows = {row["slug"]: row["name"] for row in client.get("/coverage/amazon.json").json()["rows"]}
    page = _text(client.get("/coverage/amazon/choice").text)
    strong = {row for story in told["stories"] for row in story["strong"]}
    left = page.partition("What stays open")[2]

    assert f"{len(strong)} of Amazon’s 16 principles" in page
    assert f"{len(rows) - len(strong)} stay open" in page
    assert [] == [name for slug, name in rows.items() if (name in left) is (slug in strong)]


def test_a_strong_story_on_another_page_is_named(app_for: AppFor, prep: Path) -> None:
    """
    Of a row that is covered the matrix always shows or names a strong story, however many stories there are.
    """
    for number in range(30):
        page = f"# Story {number}\n\n## Action\n\nI took ownership of queue {number} and found its cause.\n"
        (prep / "stories" / f"other-{number}.md").write_text(page, "utf-8")
    with TestClient(app_for(prep), base_url="http://localhost") as client:
        pages = [client.get(f"/coverage/amazon?stories={number}").text for number in (1, 2)]
    covered = [page.partition("grp-one")[2] for page in pages]
    rows = [re.findall(r'<tr role="row" id="[^"]+">(.*?)</tr>', each, re.DOTALL) for each in covered]

    assert len(rows[0]) == len(rows[1]) > 1
    assert all("#g-strong" in row or "<small>Strong: " in row for row in (*rows[0], *rows[1]))


def test_a_story_that_was_deleted_meanwhile_keeps_what_was_written(client: TestClient, prep: Path) -> None:
    """
    Who saves a story whose file is gone sees their text, and one more press brings the story back with it.

    A story whose name begins in the same way is not touched, by a save or by a press on a page left open.
    """
    path = prep / "stories" / "the-leak.md"
    other = prep / "stories" / "the-leak-i-shipped.md"
    path.write_text(other.read_text("utf-8"), "utf-8")
    page = client.get("/stories/the-leak/edit").text
    seen = re.findall(r'name="seen" value="([^"]*)"', page)[0]
    path.unlink()
    before = other.read_text("utf-8")

    told = client.post("/stories/the-leak/edit", data={"token": TOKEN, "seen": seen, "text": "# Mine\n"})
    again = re.findall(r'name="seen" value="([^"]*)"', told.text)[0]
    for press in ("delete", "accept", "reopen"):
        sent = {"token": TOKEN, "rule": "too-short"}
        assert client.post(f"/stories/the-leak/{press}", data=sent).status_code == 404

    assert told.status_code == 409
    assert "This story was deleted since you opened it" in told.text
    assert "# Mine" in told.text
    saved = client.post("/stories/the-leak/edit", data={"token": TOKEN, "seen": again, "text": "# Mine\n"})
    assert (saved.status_code, path.read_text("utf-8")) == (303, "# Mine\n")
    assert before == other.read_text("utf-8")


def test_an_error_of_the_program_is_a_page(app_for: AppFor, prep: Path) -> None:
    """
    What nobody foresaw is said in a sentence too, behind the same headers as every page.
    """
    app = app_for(prep)
    app.state.open = lambda: 1 // 0
    with TestClient(app, base_url="http://localhost", raise_server_exceptions=False) as client:
        answers = [client.get(path) for path in ("/stories", "/stories.json")]

    assert [500, 500] == [each.status_code for each in answers]
    assert "Something in Starling broke." in _text(answers[0].text)
    assert answers[1].json()["kind"] == "error"
    assert all("default-src 'none'" in each.headers["content-security-policy"] for each in answers)


@pytest.mark.parametrize(
    ("path", "place"),
    [
        ("/loop", "Coverage"),
        ("/sets", "Coverage"),
        ("/match?question=Tell+me+about+a+mistake", "Questions"),
        ("/principles/amazon", "Questions"),
        ("/facts/bread-nobody-bought", "Stories"),
        ("/rules/too-long", "Settings"),
        ("/doctor", "Settings"),
    ],
)
def test_every_page_says_where_it_stands(client: TestClient, path: str, place: str) -> None:
    """
    A page that the navigation does not name is marked at the place that it belongs to.
    """
    marked = re.findall(r'<a [^>]*aria-current="page"[^>]*>([^<]+)</a>', client.get(path).text)

    assert {place} == set(marked)
