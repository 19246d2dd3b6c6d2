"""A check for machines: GitHub annotations and SARIF."""

from __future__ import annotations

import json
import re
from pathlib import Path

from tests.cli.conftest import NOTES, Ran, Run

COMMAND = re.compile(
    r"::(error|warning|notice) file=([^,]+),line=\d+,col=\d+,endLine=\d+,endColumn=\d+,title=([\w-]+)::\S"
)


def test_github_gets_one_line_for_each_open_finding(prep: Path, starling: Run) -> None:
    """
    Every line is a workflow command with file, place and rule; accepted findings are not among them.
    """
    before = starling("check", str(prep), "--format", "github")
    starling("accept", "the-label", "result-missing", "--prep", str(prep))
    after = starling("check", str(prep), "--format", "github")

    assert 1 == before.code
    assert all(COMMAND.match(line) for line in before.out.splitlines())
    assert [line[:8] for line in before.out.splitlines() if "title=result-missing" in line] == ["::error "]
    assert "result-missing" not in after.out


def test_github_commands_cannot_be_broken_out_of(here: Path, starling: Run) -> None:
    """
    Signs that mean something in a workflow command are escaped in file names and messages.
    """
    (here / "a,b:c.md").write_text(
        "**Situation:** 50% slow.\n**Action:** I never ever failed at 100% of it.\n", "utf-8"
    )

    ran = starling("check", "a,b:c.md", "--format", "github")

    assert "file=a%2Cb%3Ac.md," in ran.out
    assert all("%" not in re.sub(r"%(25|2C|3A)", "", line) for line in ran.out.splitlines())


def test_sarif_is_what_code_hosts_read(prep: Path, starling: Run) -> None:
    """
    Results point at rules that are listed and at places in files; accepted findings are suppressed.
    """
    starling("accept", "the-label", "result-missing", "--prep", str(prep))
    sarif = json.loads(starling("check", str(prep), "--format", "sarif").out)
    (run,) = sarif["runs"]
    rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]

    assert "2.1.0" == sarif["version"]
    assert sorted(rules) == rules
    assert run["results"]
    for result in run["results"]:
        assert result["ruleId"] == rules[result["ruleIndex"]]
        assert result["level"] in ("error", "warning", "note", "none")
        region = result["locations"][0]["physicalLocation"]["region"]
        assert (region["startLine"], region["startColumn"]) <= (region["endLine"], region["endColumn"])
    assert ["result-missing"] == [each["ruleId"] for each in run["results"] if "suppressions" in each]


def test_sarif_calls_praise_no_failure(here: Path, starling: Run) -> None:
    """
    What works has no level, and says that it is no failure.
    """
    parts = "**Situation:** We had a list of doors.\n\n**Action:** I forgot to freeze the list.\n"
    (here / "notes.md").write_text(f"# My biggest mistake\n\n{parts}", "utf-8")

    ran = starling("check", "notes.md", "--format", "sarif")

    results = json.loads(ran.out)["runs"][0]["results"]
    kinds = {result["ruleId"]: result.get("kind", "fail") for result in results}
    assert "informational" == kinds["own-error-named"]
    assert "fail" == kinds["result-missing"]


def test_sarif_names_files_as_addresses(here: Path, starling: Run) -> None:
    """
    A file name with spaces and letters beyond ASCII is an encoded address; one from the root has a scheme.
    """
    notes = here / "my störies.md"
    notes.write_bytes((NOTES / "trains.md").read_bytes())

    assert {"my%20st%C3%B6ries.md"} == _addresses(starling("check", notes.name, "--format", "sarif"))
    assert {notes.as_uri()} == _addresses(starling("check", str(notes), "--format", "sarif"))


def _addresses(ran: Ran) -> set[str]:
    results = json.loads(ran.out)["runs"][0]["results"]
    return {result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for result in results}
