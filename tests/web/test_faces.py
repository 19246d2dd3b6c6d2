"""One function, three faces: command, page and API give the same answer to the same question."""

from __future__ import annotations

import json
import re
import shutil
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from starlette.testclient import TestClient

from starling import wiring
from starling.cli.main import starling
from starling.settings import Settings
from starling.usecases.versions import story_versions
from tests.web.conftest import TOKEN, AppFor

STORY = "bread-nobody-bought"
READS = {
    "today": (["today"], "/today", "/"),
    "stories": (["stories"], "/stories", "/stories"),
    "story": (["show", STORY], f"/stories/{STORY}", f"/stories/{STORY}"),
    "numbers": (["numbers", STORY], f"/stories/{STORY}/numbers", f"/stories/{STORY}/numbers"),
    "versions": (["versions", STORY], f"/stories/{STORY}/versions", f"/stories/{STORY}/versions"),
    "answers": (["answers", STORY], f"/stories/{STORY}/answers", f"/stories/{STORY}/answers"),
    "questions": (["questions", "--own"], "/questions", "/questions?own=true"),
    "question": (
        ["questions", "show", "disagreed-with-a-peer"],
        "/questions/disagreed-with-a-peer",
        "/questions/disagreed-with-a-peer",
    ),
    "matches": (
        ["match", "disagreed-with-a-peer"],
        "/questions/disagreed-with-a-peer/stories",
        "/questions/disagreed-with-a-peer/stories",
    ),
    "principles": (["principles", "amazon"], "/principles/amazon", "/principles/amazon"),
    "sets": (["coverage"], "/sets", "/sets"),
    "coverage": (["coverage", "amazon"], "/coverage/amazon", "/coverage/amazon"),
    "fit": (
        ["fit", STORY, "amazon/dive-deep"],
        "/coverage/amazon/fit",
        f"/coverage/amazon/fit?story={STORY}&row=amazon/dive-deep",
    ),
    "loop": (
        ["loop", "--company", "amazon", "--draws", "500", "--seed", "3"],
        "/loop",
        "/loop?company=amazon&draws=500&seed=3",
    ),
    "difference": (
        ["versions", STORY, "--diff", "1..1"],
        f"/stories/{STORY}/diff/1..1",
        f"/stories/{STORY}/diff/1..1",
    ),
    "facts": (["facts", STORY], f"/facts/{STORY}", f"/facts/{STORY}"),
    "rule": (["explain", "too-long"], "/rules/too-long", "/rules/too-long"),
    "settings": (["settings"], "/settings", "/settings"),
    "doctor": (["doctor"], "/doctor", "/doctor"),
}
WRITES: dict[str, tuple[list[str], str, dict[str, str]]] = {
    "accept": (
        ["accept", STORY, "result-leaves-target-open", "--reason", "it is in the appendix"],
        f"/stories/{STORY}/accept",
        {"rule": "result-leaves-target-open", "reason": "it is in the appendix"},
    ),
    "restore": (["restore", STORY, "--version", "1"], f"/stories/{STORY}/restore", {"number": "1"}),
    "settings": (["settings", "pace", "150"], "/settings", {"pace": "150"}),
    "interview": (
        ["settings", "--interview", "Waxworks", "2030-02-03"],
        "/settings/interviews",
        {"company": "Waxworks", "day": "2030-02-03"},
    ),
    "delete": (["delete", STORY, "--yes"], f"/stories/{STORY}/delete", {}),
    "question": (["questions", "add", "Why bees?"], "/questions/new", {"text": "Why bees?"}),
    "asked": (
        ["questions", "asked", "disagreed-with-a-peer", "--at", "Waxworks", "--on", "2026-11-02"],
        "/questions/disagreed-with-a-peer/asked",
        {"company": "Waxworks", "day": "2026-11-02"},
    ),
    "fit": (
        ["fit", STORY, "amazon/dive-deep", "strong", "--because", "I looked at the log."],
        "/coverage/fit",
        {"story": STORY, "row": "amazon/dive-deep", "fit": "strong", "because": "I looked at the log."},
    ),
}


def _command(prep: Path, arguments: list[str]) -> Any:
    place = [] if arguments[0] == "explain" else ["--prep", str(prep)]
    ran = CliRunner().invoke(starling, [*arguments, *place, "--json"], standalone_mode=False)
    assert ran.exception is None, ran.exception
    return json.loads(ran.stdout)


def _without(answer: Any, prep: Path) -> str:
    """An answer without the path of its folder and the moment of it."""
    text = json.dumps(answer, ensure_ascii=False).replace(str(prep), "PREP")
    lines = [line for line in json.dumps(json.loads(text), indent=1).splitlines() if '"at":' not in line]
    return "\n".join(lines)


@pytest.mark.parametrize("name", READS)
def test_the_same_answer_through_every_face(client: TestClient, prep: Path, name: str) -> None:
    """
    The page's JSON twin says what the command says with --json, and the page is there.
    """
    arguments, path, page = READS[name]
    query = page.partition("?")[2]
    client.get(page)
    told = client.get(f"{path}.json?{query}")

    assert told.status_code == 200, told.text
    assert _without(told.json(), prep) == _without(_command(prep, arguments), prep)
    assert client.get(page).status_code == 200


@pytest.mark.parametrize("name", WRITES)
def test_the_same_write_through_every_face(
    demo_folder: Path, app_for: AppFor, tmp_path: Path, name: str
) -> None:
    """
    Command, form and API write the same bytes to the same files, and say the same.
    """
    arguments, path, form = WRITES[name]
    folders = {face: shutil.copytree(demo_folder, tmp_path / face) for face in ("command", "form", "api")}
    for folder in folders.values():
        story_versions(wiring.open_workspace(folder, Settings()), STORY)
    said = _command(folders["command"], arguments)
    with TestClient(app_for(folders["form"]), base_url="http://localhost", follow_redirects=False) as client:
        led = client.post(path, data={**form, "token": TOKEN})
    with TestClient(app_for(folders["api"]), base_url="http://localhost") as client:
        told = client.post(f"{path}.json", data=form, headers={"x-starling-token": TOKEN})

    assert led.status_code == 303, led.text
    assert _without(told.json(), folders["api"]) == _without(said, folders["command"])
    assert _files(folders["command"]) == _files(folders["form"]) == _files(folders["api"])


def _files(prep: Path) -> dict[str, bytes]:
    """What a person keeps; caches and the history are Starling's."""
    paths = [path for path in sorted(prep.rglob("*")) if path.is_file() and ".starling" not in path.parts]
    return {str(path.relative_to(prep)): path.read_bytes() for path in paths}


def test_a_sum_is_called_fine_by_its_words(client: TestClient) -> None:
    """
    In the ledger “It is fine” is said of one sum, with its reason; another open sum of the story stays open.
    """
    page = client.get(f"/stories/{STORY}/numbers").text
    before = page.count("Why it is fine")
    form = re.search(r'name="rule" value="([^"]*)"><input type="hidden" name="about" value="([^"]*)"', page)
    assert form is not None
    fields = {
        "rule": form[1],
        "about": unescape(form[2]),
        "reason": "of the bin",
        "token": TOKEN,
    }
    client.post(f"/stories/{STORY}/accept", data=fields)
    after = client.get(f"/stories/{STORY}/numbers").text

    assert before > 1
    assert after.count("Why it is fine") == before - 1
    assert "Fine by you: of the bin" in after
