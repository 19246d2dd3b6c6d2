"""Who may talk to the app: foreign hosts, foreign pages, other folders and oversized bodies are refused."""

from __future__ import annotations

import re

import pytest
from starlette.testclient import TestClient

from starling.web.security import HEADERS, LARGEST, Policy
from tests.web.conftest import TOKEN

STORY = "/stories/bread-nobody-bought"


@pytest.mark.parametrize(
    "host", ["evil.example", "evil.example:4321", "localhost.evil.example", "", "[::2]:80"]
)
def test_foreign_hosts_are_refused(client: TestClient, host: str) -> None:
    """
    A name that only pretends to be this computer (DNS rebinding) sees nothing.
    """
    answer = client.get("/stories", headers={"host": host})

    assert answer.status_code == 403
    assert "bread" not in answer.text.lower()


@pytest.mark.parametrize("host", ["localhost", "LOCALHOST:4321", "127.0.0.1:8000", "[::1]:4321"])
def test_this_computer_is_known_by_its_names(client: TestClient, host: str) -> None:
    """
    The loopback names are answered, with and without a port.
    """
    assert client.get("/stories", headers={"host": host}).status_code == 200


@pytest.mark.parametrize(
    "headers",
    [
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
        {"origin": "https://evil.example"},
        {"origin": "null"},
        {"origin": "http://localhost:9999"},
    ],
)
def test_writes_from_other_sites_are_refused(client: TestClient, headers: dict[str, str]) -> None:
    """
    A form on another page cannot write here, even with the right token.
    """
    answer = client.post(f"{STORY}/delete", data={"token": TOKEN}, headers=headers)

    assert answer.status_code == 403
    assert client.get(STORY).status_code == 200


def test_writes_need_the_token(client: TestClient) -> None:
    """
    A write without the token of this app is refused, and says what to do.
    """
    answer = client.post(f"{STORY}/delete", data={"token": "guessed"})

    assert answer.status_code == 403
    assert "Load the page again" in answer.text
    assert client.get(STORY).status_code == 200


def test_the_token_may_come_in_a_header(client: TestClient) -> None:
    """
    A program on this computer sends the token in a header, and gets JSON.
    """
    answer = client.post(f"{STORY}/delete.json", headers={"x-starling-token": TOKEN})

    assert answer.json()["kind"] == "deleted"


def test_every_answer_carries_the_headers(client: TestClient) -> None:
    """
    Pages, refusals, JSON and static files all forbid what a page of this app never does.
    """
    page = client.get("/stories")
    style = re.search(r'href="(/static/[^"]+\.css)"', page.text)
    assert style is not None
    answers = [page, client.get(style[1]), client.get("/stories.json"), client.get("/nowhere")]
    answers.append(client.get("/stories", headers={"host": "evil.example"}))

    for answer in answers:
        assert HEADERS.items() <= dict(answer.headers).items(), answer.url
    assert "unsafe" not in HEADERS["content-security-policy"]


def test_pages_hold_no_inline_script_or_style(client: TestClient) -> None:
    """
    Nothing in a page needs what the policy forbids.
    """
    for path in ("/stories", STORY, f"{STORY}/edit", f"{STORY}/numbers", "/paste", "/settings", "/coverage"):
        text = client.get(path).text
        assert re.findall(r"<script(?![^>]*\bsrc=)|<style|\sstyle=|\son[a-z]+=", text) == [], path


@pytest.mark.parametrize("slug", ["..%2Fstarling", "%2e%2e%2fstarling.toml", "..%5c..%5cetc", "%00", "a%2Fb"])
def test_no_path_leaves_the_stories(client: TestClient, slug: str) -> None:
    """
    A slug is a name of a story, whatever signs are in it.
    """
    for path in (f"/stories/{slug}", f"/stories/{slug}.json", f"/stories/{slug}/edit"):
        assert client.get(path).status_code in (400, 404), path


def test_oversized_bodies_are_refused(client: TestClient) -> None:
    """
    More than a person's notes is refused with a page, before it is read where the length is announced.
    """

    def much() -> object:
        yield from (b"x" * 1_000_000 for _ in range(LARGEST // 1_000_000 + 2))

    kind = {"content-type": "application/x-www-form-urlencoded"}
    length = {"content-length": str(LARGEST + 1)}
    announced = client.post(f"{STORY}/edit", content=b"x", headers=kind | length)
    streamed = client.post(f"{STORY}/edit", content=much(), headers=kind)  # type: ignore[arg-type]

    assert (announced.status_code, streamed.status_code) == (413, 413)
    for answer in (announced, streamed):
        assert "This is larger than 20 MB." in answer.text
        assert "Send the notes in parts" in answer.text
        assert "<nav" in answer.text


def test_each_start_has_a_token_of_its_own() -> None:
    """
    The token cannot be guessed from an earlier one.
    """
    assert Policy().token != Policy().token
    assert len(Policy().token) >= 32
