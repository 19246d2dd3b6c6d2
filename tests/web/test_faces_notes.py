"""Notes through every face: what a command finds, keeps and says of them, page and API find, keep and say."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from tests.cli.test_wire import faults
from tests.web.conftest import NOTES, TOKEN, AppFor
from tests.web.faces import command, files, without, words

DIARY = """\
# Log

In May I rebuilt the ranking for 3 shops with my own hands, and we sold 40 lamps instead of 4.

Buy milk and eggs for the week, call the landlord about the window, and water the plants.

My manager asked me to run the fair for a month. I wrote a plan and we sold 30 bowls in a day.
"""
ANSWER = """\
## Tell me about a time you were wrong.

We planned the festival lights for June. I had to find out how much power they would draw. I measured one
lamp and multiplied, which was wrong, because the dimmers drew as much again. We rented a second generator,
and the lights stayed on. I measure the whole chain now.
"""
EDITED = ("31,000 euros", "13,000 euros")
HEADERS = {"x-starling-token": TOKEN}


@dataclass(frozen=True)
class Faces:
    """Two equal prep folders: one is used by commands, the other through pages and API."""

    typed: Path
    clicked: Path
    client: TestClient

    def paste(self, **sent: Any) -> str:
        """
        Paste, and where the preview stands.
        """
        answer = self.client.post("/paste.json", headers=HEADERS, **sent)
        assert answer.status_code == 200, answer.text
        return f"/paste/{answer.json()['draft']}"

    def look(self, place: str) -> Any:
        """
        What a preview says.
        """
        return self.client.get(f"{place}.json").json()

    def keep(self, place: str, **chosen: Any) -> Any:
        """
        Keep some of a preview, and what that did.
        """
        answer = self.client.post(f"{place}.json", data=chosen, headers=HEADERS)
        assert answer.status_code == 200, answer.text
        return answer.json()

    def say(self, *arguments: str, piped: bytes = b"") -> str:
        """
        What a command says, comparable.
        """
        return without(_said(command(self.typed, list(arguments), piped)), self.typed)

    def heard(self, answer: Any) -> str:
        """
        What the API says, comparable.
        """
        return without(_said(answer), self.clicked)


def _said(answer: Any) -> Any:
    """
    An answer without its version and kind, which an answer inside of another has not.
    """
    return {key: value for key, value in answer.items() if key not in ("starling", "kind")}


@pytest.fixture
def faces(app_for: AppFor, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Faces]:
    """Both folders, made by the command, with settings that change what a review says."""
    typed, clicked = (tmp_path / name for name in ("typed", "clicked"))
    for folder in (typed, clicked):
        command(tmp_path, ["init", str(folder)])
        said = 'level = "senior"\nignore = ["undefined-acronym"]\n'
        (folder / "starling.toml").write_text(said, "utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("STARLING_PREP", str(typed))
    with TestClient(app_for(clicked), base_url="http://localhost", follow_redirects=False) as client:
        yield Faces(typed, clicked, client)


def _written(folder: Path, name: str) -> Path:
    """
    Notes of the demo or of this test, as a file in a folder.
    """
    ours = {"diary.md": DIARY, "answer.md": ANSWER}
    path = folder / name
    path.write_bytes(ours[name].encode() if name in ours else (NOTES / name).read_bytes())
    return path


def _stories(found: Any) -> list[Any]:
    """
    What an import of a preview would do with each story.
    """
    return [story for source in found["result"]["sources"] for story in source["stories"]]


def _numbers(found: Any) -> list[str]:
    return [str(story["number"]) for story in found["stories"]]


def _taken(numbers: list[str]) -> list[str]:
    return [part for number in numbers for part in ("--take", number)]


@pytest.mark.parametrize("name", ["diary.md", "answer.md", *sorted(path.name for path in NOTES.iterdir())])
def test_import_and_paste_are_one(faces: Faces, tmp_path: Path, name: str) -> None:
    """
    Notes of every kind are found, kept byte for byte and known again alike, whether imported or pasted.
    """
    path = _written(tmp_path, name)
    sent = {"files": [("files", (name, path.read_bytes()))]}
    found = faces.look(faces.paste(**sent))
    taken, arguments = _numbers(found), ["import", name, *_taken(_numbers(found))]

    assert faces.heard(found["result"]) == faces.say(*arguments, "--dry-run")
    assert files(faces.typed) == files(faces.clicked)
    kept = faces.keep(faces.paste(**sent), take=taken, questions="true")
    assert faces.heard(kept["result"]) == faces.say(*arguments)
    before = files(faces.typed)
    assert before == files(faces.clicked)
    again = faces.look(faces.paste(**sent))
    assert {"unchanged"} >= {story["outcome"] for story in _stories(again)}
    faces.keep(faces.paste(**sent), take=taken, questions="true")
    assert faces.heard(again["result"]) == faces.say(*arguments, "--dry-run")
    faces.say(*arguments)
    assert before == files(faces.typed) == files(faces.clicked)


def test_what_the_page_ticks_is_what_a_plain_import_takes(faces: Faces, tmp_path: Path) -> None:
    """
    Who changes no tick on the page gets the same folder as who imports without an option.
    """
    names = ("star-stories.md", "question-bank.md")
    sent = [("files", (name, _written(tmp_path, name).read_bytes())) for name in names]
    place = faces.paste(files=sent)
    page = faces.client.get(place).text
    boxes = [tag for tag in re.findall(r'<input type="checkbox"[^>]*>', page) if "checked" in tag]
    ticked = [re.findall(r'name="(\w+)" value="(\w+)"', tag)[0] for tag in boxes]
    fields = {name: [value for key, value in ticked if key == name] for name, _ in ticked}
    faces.client.post(place, data={**fields, "token": TOKEN})
    faces.say("import", *names)

    assert {"take", "questions"} == set(fields)
    assert files(faces.typed) == files(faces.clicked)


@pytest.mark.parametrize("mine", [False, True], ids=["edited in the notes", "edited in both places"])
def test_an_edited_copy_shows_the_same_difference(faces: Faces, tmp_path: Path, mine: bool) -> None:
    """
    The change is shown by both with the same lines, left alone by both, and taken alike where it is wanted.
    """
    name = "star-stories.md"
    path = _written(tmp_path, name)
    faces.say("import", name)
    place = faces.paste(files=[("files", (name, path.read_bytes()))])
    faces.keep(place, take=_numbers(faces.look(place)), questions="true")
    for folder in (faces.typed, faces.clicked) if mine else ():
        for page in (folder / "stories").glob("*.md"):
            page.write_text(page.read_text("utf-8").replace("euros", "euros, I was told,"), "utf-8")
    path.write_text(path.read_text("utf-8").replace(*EDITED), "utf-8")
    place = faces.paste(files=[("files", (name, path.read_bytes()))])
    found = faces.look(place)
    outcome = "conflict" if mine else "changed"
    changed = [story for story in _stories(found) if story["outcome"] == outcome]

    assert faces.heard(found["result"]) == faces.say("import", name, "--dry-run")
    assert [True] == [EDITED[1] in story["diff"] for story in changed if "euros" in story["diff"]]
    shown = words(faces.client.get(place).text)
    assert all(" ".join(row[1:].split()) in shown for each in changed for row in each["diff"].split("\n")[3:])
    numbers = [story["number"] for story in changed]
    kept = faces.keep(place, take=_numbers(found), update=numbers, questions="true")
    assert faces.heard(kept["result"]) == faces.say("import", name, "--update")
    assert files(faces.typed) == files(faces.clicked)


def test_what_is_left_out_stays_out(faces: Faces, tmp_path: Path) -> None:
    """
    One story of several without the questions is the same through both, and each names what it left.
    """
    name = "star-stories.md"
    path = _written(tmp_path, name)
    kept = faces.keep(faces.paste(files=[("files", (name, path.read_bytes()))]), take=["2"])

    assert faces.heard(kept["result"]) == faces.say("import", name, "--take", "2", "--no-questions")
    assert [1, 3] == [each["number"] for each in kept["result"]["sources"][0]["left"]]
    assert files(faces.typed) == files(faces.clicked)


def test_a_number_that_is_not_there_is_refused(faces: Faces, tmp_path: Path) -> None:
    """
    Both name the number and keep nothing.
    """
    path = _written(tmp_path, "diary.md")
    before = files(faces.clicked)
    place = faces.paste(files=[("files", (path.name, path.read_bytes()))])
    answer = faces.client.post(f"{place}.json", data={"take": "7"}, headers=HEADERS)

    assert (400, "There is no number 7 in these notes.") == (answer.status_code, answer.json()["what"])
    with pytest.raises(AssertionError, match="There is no number 7"):
        faces.say("import", path.name, "--take", "7")
    assert before == files(faces.typed) == files(faces.clicked)


def test_a_pipe_is_a_paste(faces: Faces) -> None:
    """
    The same text piped into the command and pasted into the page is kept under the same name.
    """
    text = (NOTES / "star-stories.md").read_text("utf-8")
    place = faces.paste(data={"text": text.replace("\n", "\r\n")})
    kept = faces.keep(place, take=_numbers(faces.look(place)), questions="true")

    assert faces.heard(kept["result"]) == faces.say("import", "-", piped=text.encode())
    assert files(faces.typed) == files(faces.clicked)


def test_a_file_that_cannot_be_read_is_named_alike(faces: Faces, tmp_path: Path) -> None:
    """
    It is in the answer of both in the same words, and stops nothing.
    """
    path = _written(tmp_path, "star-stories.md")
    (tmp_path / "photo.png").write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0")
    names = ["photo.png", path.name]
    sent = [("files", (name, (tmp_path / name).read_bytes())) for name in names]
    found = faces.look(faces.paste(files=sent))

    assert found["result"]["unread"]
    assert faces.heard(found["result"]) == faces.say("import", *names, "--dry-run")


@pytest.mark.parametrize("name", ["diary.md", "answer.md", *sorted(path.name for path in NOTES.iterdir())])
def test_the_review_of_notes_is_the_same(faces: Faces, tmp_path: Path, name: str) -> None:
    """
    Every finding of ``starling check`` is in the answer of the API; what a preview says first is among them.
    """
    path = _written(tmp_path, name)
    sent = [("files", (name, path.read_bytes()))]
    asked = faces.client.post("/check.json", files=sent, data={"asked": "failure", "level": "staff"})
    checked = faces.client.post("/check.json", files=sent).json()
    findings = [
        json.dumps(finding)
        for source in checked["sources"]
        for report in source["reports"]
        for finding in report["findings"]
    ]
    found = faces.look(faces.paste(files=sent))
    told = [story["number"] for story in _stories(found) if story["origin"] != "paragraph"]
    first = [story["mend"] for story in found["stories"] if story["mend"] and story["number"] in told]

    assert faces.heard(checked) == faces.say("check", name)
    assert faces.heard(asked.json()) == faces.say("check", name, "--asked", "failure", "--level", "staff")
    assert faces.heard(checked) != faces.heard(asked.json()) or not findings
    assert [] == [each["rule"] for each in first if json.dumps(each) not in findings]
    assert [] == faults(_said(checked), "Check")


def test_the_numbers_of_notes_are_the_same(faces: Faces, tmp_path: Path) -> None:
    """
    The API gives the ledger of any notes as the command does.
    """
    path = _written(tmp_path, "star-stories.md")
    told = faces.client.post("/numbers.json", files=[("files", (path.name, path.read_bytes()))]).json()

    assert told["sources"][0]["stories"][0]["relations"]
    assert faces.heard(told) == faces.say("numbers", path.name)


def test_the_review_of_a_folder_is_the_same(client: TestClient, prep: Path) -> None:
    """
    All stories of a prep folder, or some of them, with what was called fine.
    """
    command(prep, ["accept", "bread-nobody-bought", "result-leaves-target-open"])
    one = prep / "stories" / "bread-nobody-bought.md"

    for query, path in (("", prep), ("?story=bread-nobody-bought", one)):
        told = client.get(f"/check.json{query}").json()
        assert without(told, prep) == without(command(prep, ["check", str(path)]), prep)
    assert any(each["accepted"] for each in told["sources"][0]["reports"][0]["findings"])


def test_a_check_keeps_nothing_and_needs_no_token(faces: Faces) -> None:
    """
    A program that only asks needs no secret; a foreign page is refused, and nothing at all is a sentence.
    """
    before = files(faces.clicked)
    foreign = {"origin": "http://elsewhere.example"}

    for path in ("/check.json", "/numbers.json"):
        assert 200 == faces.client.post(path, data={"text": ANSWER}).status_code
        assert 403 == faces.client.post(path, data={"text": ANSWER}, headers=foreign).status_code
        assert "There is nothing in it yet." == faces.client.post(path).json()["what"]
    assert before == files(faces.clicked)
    assert not (faces.clicked / ".starling" / "drafts").exists()
