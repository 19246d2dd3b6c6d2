"""Pasting in the browser: from an empty folder to a mended story, and nothing kept before it is wanted."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from starling.adapters.inputs import LARGEST
from tests.cli.test_wire import PAGE, faults
from tests.web.conftest import NOTES, TOKEN, AppFor

SHAPES = dict(re.findall(r"^\| `(?:POST )?/[\w/{}.]+` \| `(\w+)` \| `(\w+)` \|$", PAGE, re.MULTILINE))


@pytest.fixture
def new(app_for: AppFor, empty: Path) -> Iterator[TestClient]:
    """A client before an empty prep folder."""
    with TestClient(app_for(empty), base_url="http://localhost", follow_redirects=False) as client:
        yield client


def form(fields: dict[str, str], files: Sequence[tuple[str, bytes]]) -> dict[str, Any]:
    """
    What a browser sends for the form: a file field that was left empty is a file without a name.
    """
    parts = [(f'name="{name}"', value.encode()) for name, value in fields.items()]
    parts += [(f'name="files"; filename="{name}"', held) for name, held in files or [("", b"")]]
    rows = (
        b"--edge\r\nContent-Disposition: form-data; %b\r\n\r\n%b\r\n" % (head.encode(), held)
        for head, held in parts
    )
    return {
        "content": b"".join((*rows, b"--edge--\r\n")),
        "headers": {"content-type": "multipart/form-data; boundary=edge"},
    }


def paste(client: TestClient, text: str = "", files: Sequence[tuple[str, bytes]] = (), **data: str) -> str:
    """
    Paste and choose; where that leads.
    """
    answer = client.post("/paste", **form({"token": TOKEN, "text": text} | data, files))
    assert 303 == answer.status_code, answer.text
    return answer.headers["location"]


def shape(answer: dict[str, Any]) -> list[str]:
    """
    Where an answer has not the shape that docs/wire.md shows.
    """
    held = dict(answer)
    assert 1 == held.pop("starling")
    return faults(held, SHAPES[held.pop("kind")])


def test_an_empty_folder_opens_with_the_box(new: TestClient) -> None:
    """
    The first page says where the notes stay, and has a box, a way to choose files, and an example.
    """
    page = new.get("/").text

    assert "<h1>Paste your interview notes. They stay on this computer.</h1>" in page
    assert all(each in page for each in ("<textarea", 'type="file"', "Try it with an example"))
    assert "stay on this computer" in new.get("/paste").text


def test_a_server_that_others_reach_does_not_say_that_notes_stay(app_for: AppFor, empty: Path) -> None:
    """
    Claims about privacy are made only while they are true.
    """
    app = app_for(empty)
    app.state.local = False
    client = TestClient(app, base_url="http://localhost")

    assert all("stay on this computer" not in client.get(path).text for path in ("/", "/paste"))


def test_the_first_minute(new: TestClient) -> None:
    """
    From the empty folder over the example to the note on the numbers, the day of the interview, and Today.
    """
    place = paste(new, shown="example")
    page = new.get(place).text
    assert "<h1>3 stories, 3 questions, and numbers that disagree</h1>" in page
    assert "Nothing is saved yet." in page
    assert [] == new.get("/stories.json").json()["stories"]
    sent = {"token": TOKEN, "take": ["1", "2"], "questions": "true", "mend": "true"}
    note = new.post(place, data=sent).headers["location"]
    assert re.fullmatch(r"/stories/empty-cars-on-the-night-ferry#n\d+", note)
    story = new.get(note.partition("#")[0]).text
    held = story[story.index(f'id="{note.partition("#")[2]}"') :]
    assert "Recompute “60%”" in held[: held.index("</li>")]
    assert "When is your interview?" in new.get("/").text
    answer = new.post("/interviews", data={"token": TOKEN, "day": "2999-12-09", "company": "Tallowmere"})
    assert "/" == answer.headers["location"]
    assert "Tallowmere" in new.get("/").text
    assert 2 == len(new.get("/stories.json").json()["stories"])


def test_not_yet_is_an_answer(new: TestClient) -> None:
    """
    Who has no day yet says so once, and is not asked again in this browser.
    """
    place = paste(new, shown="example")
    new.post(place, data={"token": TOKEN, "take": "1"})
    home = {"referer": "http://localhost/"}
    answer = new.post("/settings/interview", data={"token": TOKEN, "interview": "later"}, headers=home)

    assert "/" == answer.headers["location"]
    assert "When is your interview?" not in new.get("/").text.split("<h1")[1].split("</h1>")[0]


def test_broken_characters_are_repaired_and_said(new: TestClient) -> None:
    """
    Text that was decoded twice reads right in the preview, which says how many lines that were.
    """
    text = (NOTES / "google-doc-export.txt").read_text("utf-8")
    page = new.get(paste(new, text)).text

    assert "22 lines were damaged" in page
    assert "→" in page
    assert "Bread nobody bought" in page


def test_files_are_read_as_an_import_reads_them(new: TestClient) -> None:
    """
    Several files go through the same reading; one that is no text is named, and stops nothing.
    """
    files = (
        ("star-stories.md", (NOTES / "star-stories.md").read_bytes()),
        ("photo.png", b"\x89PNG\r\n\x1a\n\0\0\0"),
        ("table.csv", "Question,Answer\nWhy us?,Because of the trains.\n".encode("utf-16")),
    )
    place = paste(new, files=files)
    answer = new.get(f"{place}.json").json()

    assert ["star-stories.md", "table.csv"] == [each["name"] for each in answer["result"]["sources"]]
    assert ["photo.png" in each["where"] for each in answer["result"]["unread"]] == [True]
    assert 3 == len(answer["stories"])
    assert "photo.png" in new.get(place).text


@pytest.mark.parametrize(
    ("data", "files", "status", "said"),
    [
        ({"text": " "}, (), 400, "There is nothing in it yet."),
        ({}, (("a.md", b""),), 400, "What you chose is empty."),
        ({}, (("a.png", b"\x89PNG\r\n\x1a\n\0\0\0"),), 422, "This is an image, not text."),
        (
            {},
            tuple((f"{n}.md", b"a") for n in range(21)),
            400,
            "These are 21 files, and 20 are read at once.",
        ),
        ({}, (("a.md", b"a" * (LARGEST + 1)),), 422, "This is larger than notes are: 8 MB"),
        ({"text": "a " * 11_000_000}, (), 413, "This is larger than 20 MB."),
    ],
)
def test_what_cannot_be_taken_is_said(
    new: TestClient, data: dict[str, str], files: tuple[tuple[str, bytes], ...], status: int, said: str
) -> None:
    """
    Nothing, too many, too large, and no text are each a sentence, with what to do.
    """
    answer = new.post("/paste", **form({"token": TOKEN} | data, files))

    assert status == answer.status_code
    assert said in answer.text


def test_a_long_text_is_taken_whole(new: TestClient) -> None:
    """
    A pasted text of three megabytes is no error: it is words, not a file that went astray.
    """
    assert paste(new, "The weather was fine again. " * 110_000).startswith("/paste/")


def test_markup_in_notes_is_text(new: TestClient) -> None:
    """
    What looks like HTML in somebody's notes is shown as they wrote it, in titles and quotations too.
    """
    evil = "<script>alert(1)</script><img src=x onerror=alert(1)>"
    example = (NOTES / "star-stories.md").read_text("utf-8")
    text = example.replace("Reading invoices", f"Reading {evil} invoices").replace("71%", f"71% {evil}")
    place = paste(new, text, files=((f"{evil}.md", b"# Why?"),))
    new.post(place, data={"token": TOKEN, "take": ["1", "2", "3"]})
    pages = [new.get(place).text, new.get("/stories").text]

    assert all("<script>alert" not in page and "<img src=x" not in page for page in pages)
    assert all("&lt;script&gt;" in page for page in pages)


def test_what_is_kept_already_is_not_offered_again(new: TestClient) -> None:
    """
    The same notes again say that all is there; a changed story comes with its diff, not ticked.
    """
    text = (NOTES / "star-stories.md").read_text("utf-8")
    place = paste(new, text)
    new.post(place, data={"token": TOKEN, "take": ["1", "2", "3"]})
    again = new.get(paste(new, text)).text
    changed = new.get(paste(new, text.replace("31,000 euros", "13,000 euros"))).text

    assert "You keep all of these stories already" in again
    assert "checkbox" not in again
    assert re.search(r'<input type="checkbox" id="s3" name="update" value="3" data-row>', changed)
    assert re.search(r"<ins>[^<]*13,000 euros[^<]*</ins>", changed)


def test_without_stories_paragraphs_are_offered(new: TestClient) -> None:
    """
    Where nothing is a story, the page asks which paragraph sounds like one; a ticked one is kept.
    """
    told = "In May I rebuilt the ranking for 3 shops, and we sold more."
    text = f"# Log\n\n{told}\n\nBuy milk and eggs for the week."
    place = paste(new, text)
    page = new.get(place).text
    new.post(place, data={"token": TOKEN, "take": "1"})

    assert "No stories yet. Which of these sounds like one?" in page
    assert "Buy milk" not in page
    assert ["In May I rebuilt the ranking for"] == [
        each["title"] for each in new.get("/stories.json").json()["stories"]
    ]


def test_the_api_says_what_the_pages_show(new: TestClient) -> None:
    """
    Draft, preview and what was kept have the shapes of docs/wire.md.
    """
    sent = {"x-starling-token": TOKEN}
    started = new.post("/paste.json", data={"shown": "example"}, headers=sent).json()
    place = f"/paste/{started['draft']}.json"
    found = new.get(place).json()
    kept = new.post(place, data={"take": ["1"], "mend": "true"}, headers=sent).json()

    assert [[], [], []] == [shape(each) for each in (started, found, kept)]
    assert "empty-cars-on-the-night-ferry" == kept["fix"]["story"]
    assert [] == shape(new.get("/export.json").json())


def test_a_draft_that_is_gone_is_said(new: TestClient) -> None:
    """
    An address of a draft that was forgotten says so, as page and as JSON, and nothing is found by guessing.
    """
    assert "These notes are no longer here." in new.get("/paste/aaaaaaaaaaaa").text
    for path in ("/paste/aaaaaaaaaaaa", "/paste/..%2f..%2fstories", "/paste/aaaaaaaaaaaa.json"):
        assert 404 == new.get(path).status_code


def test_a_write_needs_the_token(new: TestClient) -> None:
    """
    A paste that does not come from a page of this app is refused, and leaves no draft.
    """
    assert 403 == new.post("/paste", data={"text": "a", "token": "wrong"}).status_code
    assert 403 == new.post("/paste.json", data={"text": "a"}).status_code
