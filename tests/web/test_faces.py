"""One function, three faces: command, page and API give the same answer to the same question."""

from __future__ import annotations

import re
import shutil
from html import unescape
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from starling import wiring
from starling.settings import Settings
from starling.usecases.bank import accept_finding
from starling.usecases.fits import set_fit
from starling.usecases.versions import story_versions
from tests.web.conftest import TOKEN, AppFor
from tests.web.faces import at, command, files, without, words

STORY, STATED = "bread-nobody-bought", "the-leak-i-shipped"
ASKED, ROW = "disagreed-with-a-peer", "amazon/dive-deep"
READS = {
    "today": (["today"], "/", "tasks.title"),
    "stories": (["stories"], "/stories", "stories.title"),
    "story": (["show", STORY], f"/stories/{STORY}", "report.findings.message"),
    "numbers": (
        ["numbers", STORY],
        f"/stories/{STORY}/numbers",
        "sources.stories.relations.quotations.quote",
    ),
    "facts": (["facts", STORY], f"/facts/{STORY}", "facts.tellings.evidence.quote"),
    "versions": (["versions", STORY], f"/stories/{STORY}/versions", "versions.number"),
    "version": (["versions", STORY, "--diff", "..1"], f"/stories/{STORY}/v/1", "title"),
    "difference": (["versions", STORY, "--diff", "1..1"], f"/stories/{STORY}/diff/1..1", "title"),
    "answers": (["answers", STORY], f"/stories/{STORY}/answers", "questions.asked.text"),
    "questions": (["questions", "--company", "amazon"], "/questions?company=amazon", "questions.text"),
    "interviews": (["questions"], "/questions", "interviews.focus"),
    "question": (["questions", "show", ASKED], f"/questions/{ASKED}", "question.text"),
    "matches": (["match", ASKED], f"/questions/{ASKED}/stories", "stories.title"),
    "match": (
        ["match", "Tell me about a mistake"],
        "/match?question=Tell+me+about+a+mistake",
        "stories.title",
    ),
    "match, a principle": (["match", ROW, "-n", "2"], f"/match?question={ROW}&most=2", "stories.title"),
    "principles": (["principles", "amazon"], "/principles/amazon", "principles.principle.name"),
    "sets": (["coverage"], "/sets", "sets.title"),
    "coverage": (["coverage", "amazon"], "/coverage/amazon", "rows.name"),
    "fewest": (["coverage", "amazon", "--fewest", "--quick"], "/coverage/amazon/choice", "stories.title"),
    "best": (
        ["coverage", "amazon", "--best", "2", "--quick"],
        "/coverage/amazon/choice?most=2",
        "stories.title",
    ),
    "fit": (
        ["fit", STATED, "amazon/ownership"],
        f"/coverage/amazon/fit?story={STATED}&row=amazon/ownership",
        "match.proofs.quote",
    ),
    "loop": (
        ["loop", "--company", "amazon", "--draws", "500", "--seed", "3", "--stories", "4"],
        "/loop?company=amazon&draws=500&seed=3&stories=4",
        "assumptions",
    ),
    "rules": (["rules"], "/rules", "rules.summary"),
    "rules, the relations": (["rules"], "/rules", "relations.summary"),
    "rules, the dimensions": (["rules"], "/rules", "dimensions.asks"),
    "rule": (["explain", "too-long"], "/rules/too-long", "speaks_on"),
    "relation": (["explain", "NUM-R2-contradiction"], "/rules/NUM-R2-contradiction", "verdicts.tellings"),
    "dimension": (["explain", "d3"], "/rules/d3", "dimension.anchors"),
    "settings": (["settings"], "/settings", "interviews.company"),
    "doctor": (["doctor"], "/doctor", "checks.found"),
}
"""The command, the page whose twin says the same, and what of it stands on the page."""

WRITES: dict[str, tuple[list[str], str, dict[str, str]]] = {
    "accept": (
        ["accept", STORY, "result-leaves-target-open", "--reason", "it is in the appendix"],
        f"/stories/{STORY}/accept",
        {"rule": "result-leaves-target-open", "reason": "it is in the appendix"},
    ),
    "accept, taken back": (
        ["accept", STORY, "figures-too-dense", "--forget"],
        f"/stories/{STORY}/reopen",
        {"rule": "figures-too-dense"},
    ),
    "new": (["new", "The lamp that\tstayed on"], "/stories/new", {"title": "The lamp that\tstayed on"}),
    "restore": (["restore", STORY, "--version", "1"], f"/stories/{STORY}/restore", {"number": "1"}),
    "settings": (["settings", "pace", "150"], "/settings", {"pace": "150"}),
    "interview": (
        ["settings", "--interview", "Waxworks", "2030-02-03"],
        "/settings/interviews",
        {"company": "Waxworks", "day": "2030-02-03"},
    ),
    "interview, taken away": (
        ["settings", "--no-interview", "Amazon", "2030-05-17"],
        "/settings/interviews/remove",
        {"company": "Amazon", "day": "2030-05-17"},
    ),
    "silence": (["settings", "ignore", "too-short"], "/settings", {"ignore": "too-short"}),
    "repair": (["doctor", "--repair"], "/doctor/repair", {}),
    "delete": (["delete", STORY, "--yes"], f"/stories/{STORY}/delete", {}),
    "question": (["questions", "add", "Why bees?"], "/questions/new", {"text": "Why bees?"}),
    "asked": (
        ["questions", "asked", ASKED, "--at", "Waxworks", "--on", "2026-11-02"],
        f"/questions/{ASKED}/asked",
        {"company": "Waxworks", "day": "2026-11-02"},
    ),
    "fit": (
        ["fit", STORY, ROW, "strong", "--because", "I looked at the log."],
        "/coverage/fit",
        {"story": STORY, "row": ROW, "fit": "strong", "because": "I looked at the log."},
    ),
    "fit, forgotten": (
        ["fit", STATED, ROW, "--forget"],
        "/coverage/fit",
        {"story": STATED, "row": ROW, "fit": "computed"},
    ),
}
"""The command, the form that writes the same, and its fields."""


@pytest.mark.parametrize("name", READS)
def test_the_same_answer_through_every_face(client: TestClient, prep: Path, name: str) -> None:
    """
    The page's JSON twin says what the command says with --json, and the page shows it.
    """
    arguments, page, path = READS[name]
    place, mark, query = page.partition("?")
    shown = client.get(page)
    told = client.get(f"{'/today' if place == '/' else place}.json{mark}{query}")

    assert (shown.status_code, told.status_code) == (200, 200), told.text
    assert without(told.json(), prep) == without(command(prep, arguments), prep)
    said = words(shown.text)
    assert at(told.json(), path)
    assert [] == [each for each in at(told.json(), path) if " ".join(each.split()) not in said]


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
        work = wiring.open_workspace(folder, Settings())
        story_versions(work, STORY)
        set_fit(work, STATED, ROW, "none", "Nobody looked.")
        accept_finding(work, STORY, "figures-too-dense", reason="each is asked for")
    said = command(folders["command"], arguments)
    with TestClient(app_for(folders["form"]), base_url="http://localhost", follow_redirects=False) as client:
        led = client.post(path, data={**form, "token": TOKEN})
    with TestClient(app_for(folders["api"]), base_url="http://localhost") as client:
        told = client.post(f"{path}.json", data=form, headers={"x-starling-token": TOKEN})

    assert led.status_code == 303, led.text
    assert without(told.json(), folders["api"]) == without(said, folders["command"])
    assert files(folders["command"]) == files(folders["form"]) == files(folders["api"])


def test_a_sum_is_called_fine_by_its_words(client: TestClient) -> None:
    """
    In the ledger “It is fine” is said of one sum, with its reason; another open sum of the story stays open.

    The headline counts what is left.
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
    assert ("17 numbers, 2 to settle" in page, "17 numbers, 1 to settle" in after) == (True, True)
