"""Settings in the browser: the file is changed in place, and looks are remembered by the browser alone."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from tests.web.conftest import TOKEN, AppFor


@pytest.fixture
def file(empty: Path) -> Path:
    """The settings of the prep folder."""
    return empty / "starling.toml"


@pytest.fixture
def new(app_for: AppFor, empty: Path) -> Iterator[TestClient]:
    """A client before an empty prep folder."""
    with TestClient(app_for(empty), base_url="http://localhost", follow_redirects=False) as client:
        yield client


def change(client: TestClient, path: str = "/settings", /, **fields: str) -> str:
    """
    Send a form; where it leads.
    """
    answer = client.post(path, data={"token": TOKEN} | fields)
    assert 303 == answer.status_code, answer.text
    return answer.headers["location"]


def test_a_form_changes_what_it_says_and_keeps_what_was_written(new: TestClient, file: Path) -> None:
    """
    What the page sends is in the file, comments stay, and what stayed the usual is not written down.
    """
    fields = {"role": "ML engineer", "company": "", "level": "senior", "pace": "140", "minutes_a_day": "60"}
    before = file.read_text()
    change(new, minutes="2–3", **fields)
    said = tomllib.loads(file.read_text())

    assert {"role": "ML engineer", "level": "senior", "minutes_a_day": 60} == said
    assert before.count("#") - 3 == file.read_text().count("#"), "the # before three settings"
    assert "You prepare for: senior ML engineer" in new.get("/settings").text
    change(new, **{**fields, "level": ""})
    assert "level" not in tomllib.loads(file.read_text())


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"pace": "7"}, "pace cannot be “7”."),
        ({"level": "boss", "role": "ML engineer"}, "level cannot be “boss”."),
        ({"minutes": "9-2"}, "minutes cannot be “9-2”."),
        ({"ignore": "too-lon"}, "Did you mean too-long?"),
    ],
)
def test_a_wrong_value_changes_nothing(
    new: TestClient, file: Path, fields: dict[str, str], said: str
) -> None:
    """
    One value that cannot be keeps the whole form out of the file, and is named.
    """
    before = file.read_text()
    answer = new.post("/settings", data={"token": TOKEN} | fields)

    assert answer.status_code in {400, 404}
    assert said in answer.text
    assert before == file.read_text()


def test_interviews_come_and_go(new: TestClient, file: Path) -> None:
    """
    An interview is added once, shown by day, and taken away again.
    """
    for day, company in (
        ("2999-12-09", "Tallowmere"),
        ("2999-01-31", "Brindlecart"),
        ("2999-12-09", "Tallowmere"),
    ):
        assert "/settings#interviews" == change(new, "/settings/interviews", day=day, company=company)
    page = new.get("/settings").text

    assert 2 == len(tomllib.loads(file.read_text())["interview"])
    assert 0 < page.index("Brindlecart, Thursday, 31 January 2999") < page.index("Tallowmere, Monday")
    change(new, "/settings/interviews/remove", day="2999-01-31", company="Brindlecart")
    assert ["Tallowmere"] == [each["company"] for each in tomllib.loads(file.read_text())["interview"]]
    gone = {"token": TOKEN, "day": "2999-01-31", "company": "Brindlecart"}
    assert 404 == new.post("/settings/interviews/remove", data=gone).status_code
    assert 400 == new.post("/settings/interviews", data={"token": TOKEN, "day": "soon"}).status_code


@pytest.mark.parametrize(("theme", "shown"), [("dark", 'data-theme="dark"'), ("light", 'data-theme="light"')])
def test_the_theme_is_remembered_by_the_browser(new: TestClient, file: Path, theme: str, shown: str) -> None:
    """
    A theme is chosen for this browser, may be the system's again, and is nothing that the file knows.
    """
    before = file.read_text()
    change(new, "/settings/theme", theme=theme)
    assert shown in new.get("/stories").text
    change(new, "/settings/theme", theme="")
    assert "data-theme" not in new.get("/stories").text
    assert before == file.read_text()


def test_single_keys_can_be_turned_off_from_any_page(new: TestClient) -> None:
    """
    The form leads back to the page it was on, and never to another site.
    """
    there = {"referer": "http://localhost/stories?x=1"}
    elsewhere = {"referer": "http://elsewhere.example//evil"}
    form = {"token": TOKEN, "keys": "off"}

    assert "/stories" == new.post("/settings/keys", data=form, headers=there).headers["location"]
    assert 'data-keys="off"' in new.get("/stories").text
    assert "/settings" == new.post("/settings/keys", data=form, headers=elsewhere).headers["location"]
    change(new, "/settings/keys", keys="on")
    assert 'data-keys="off"' not in new.get("/stories").text
    assert 403 == new.post("/settings/keys", data={"keys": "off"}).status_code


def test_silent_rules_are_named_explained_and_let_speak(new: TestClient, file: Path) -> None:
    """
    A rule that is silent leads to what it looks for, and speaks again by one button.
    """
    change(new, ignore="too-long,too-short")
    page = new.get("/settings").text
    rule = new.get("/rules/too-long")

    assert 'href="/rules/too-long"' in page
    assert 'name="ignore" value="too-short"' in page
    assert (200, True) == (rule.status_code, "It speaks on" in rule.text)
    change(new, ignore="too-short")
    assert ["too-short"] == tomllib.loads(file.read_text())["ignore"]
    change(new, ignore="")
    assert "ignore" not in tomllib.loads(file.read_text())
    assert 404 == new.get("/rules/no-such-rule").status_code


def test_settings_that_cannot_be_read_are_said_on_every_page(new: TestClient, file: Path) -> None:
    """
    A misspelt setting is named with its file and the nearest one, wherever one is.
    """
    file.write_text('levle = "senior"\n')
    answer = new.get("/stories")

    assert 400 == answer.status_code
    assert all(each in answer.text for each in ("levle", "Did you mean level?", "starling.toml"))
