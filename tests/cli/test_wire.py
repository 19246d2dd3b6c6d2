"""What ``--json`` prints has the shapes that docs/wire.md shows, in both directions."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import NOTES, Run

PAGE = (Path(__file__).parents[2] / "docs" / "wire.md").read_text("utf-8")
TYPE = re.compile(r"^type (\w+) = (\{.*?^\}|[^\n]+)", re.MULTILINE | re.DOTALL)
KEY = re.compile(r"^  (\w+): (.+?)(?:\s+//.*)?$", re.MULTILINE)
TYPES = dict(TYPE.findall("\n".join(re.findall(r"```ts\n(.*?)```", PAGE, re.DOTALL))))
ANSWERS = dict(re.findall(r"^\| `starling [\w ]+`(?:, `\w+`)* \| `(\w+)` \| `(\w+)` \|$", PAGE, re.MULTILINE))
PLAIN: dict[str, type | tuple[type, ...]] = {"string": str, "number": (int, float), "boolean": bool}


def faults(value: Any, shape: str, path: str = "answer") -> list[str]:
    """
    Where a value has not the shape that the page shows.
    """
    options = [option.strip() for option in shape.split(" | ")]
    first = next(option for option in options if option != "null")
    if value is None:
        right = "null" in options
    elif first.startswith('"'):
        right = json.dumps(value) in options
    elif first in PLAIN:
        right = isinstance(value, PLAIN[first]) and isinstance(value, bool) == (first == "boolean")
    else:
        return faults_inside(value, first, path)
    return [] if right else [f"{path} is {value!r}"]


def faults_inside(value: Any, shape: str, path: str) -> list[str]:
    """
    Where a list or an object has not the shape that the page shows.
    """
    if shape.endswith("[]"):
        assert isinstance(value, list), path
        return [fault for n, each in enumerate(value) for fault in faults(each, shape[:-2], f"{path}[{n}]")]
    if not TYPES[shape].startswith("{"):
        return faults(value, TYPES[shape], path)
    keys = dict(KEY.findall(TYPES[shape]))
    if set(keys) != set(value):
        return [f"{path} has {sorted(set(keys) ^ set(value))} on one side only"]
    return [fault for key, inner in keys.items() for fault in faults(value[key], inner, f"{path}.{key}")]


def answers(ran: str) -> tuple[str, dict[str, Any]]:
    """
    The kind of an answer and what it says besides its version and kind.
    """
    answer = json.loads(ran)
    assert 1 == answer.pop("starling")
    return answer.pop("kind"), answer


COMMANDS = {
    "prep": ("init", "other", "--json"),
    "import": ("import", str(NOTES), "missing.md", "--into", "prep", "--json"),
    "check": ("check", str(NOTES), "missing.md", "prep", "--ignore", "too-short", "--json"),
    "today": ("today", "--prep", "prep", "--json"),
    "stories": ("stories", "--prep", "prep", "--json"),
    "story": ("show", "the-late", "--prep", "prep", "--json"),
    "numbers": ("numbers", "the-late", str(NOTES), "missing.md", "--prep", "prep", "--json"),
    "facts": ("facts", "the-late", "--prep", "prep", "--json"),
    "questions": ("questions", "--own", "--prep", "prep", "--json"),
    "question": ("questions", "show", "conflict-with-a-coworker", "--json"),
    "question_kept": ("questions", "add", "Why bees?", "--asked-at", "Waxworks", "--prep", "prep", "--json"),
    "principles": ("principles", "meta", "--json"),
    "matches": ("match", "Tell me about a mistake.", "--prep", "prep", "--json"),
    "answers": ("answers", "the-late", "--prep", "prep", "--json"),
    "coverage_sets": ("coverage", "--prep", "prep", "--json"),
    "coverage": ("coverage", "amazon", "--prep", "prep", "--json"),
    "choice": ("coverage", "amazon", "--best", "2", "--prep", "prep", "--json"),
    "fit": ("fit", "the-late", "kinds/conflict", "--prep", "prep", "--json"),
    "fit_set": ("fit", "the-late", "kinds/hero", "none", "--because", "No.", "--prep", "prep", "--json"),
    "loop": ("loop", "--company", "meta", "--draws", "50", "--prep", "prep", "--json"),
    "accepted": ("accept", "the-label", "result-missing", "--prep", "prep", "--json"),
    "reopened": ("accept", "the-label", "result-missing", "--forget", "--prep", "prep", "--json"),
    "versions": ("versions", "the-late", "--prep", "prep", "--json"),
    "difference": ("versions", "the-late", "--diff", "1..1", "--prep", "prep", "--json"),
    "saved": ("restore", "the-late", "--prep", "prep", "--json"),
    "deleted": ("delete", "the-late", "--prep", "prep", "--json"),
    "settings": ("settings", "--interview", "Waxworks", "2026-12-09", "--prep", "prep", "--json"),
    "exported": ("export", "--prep", "prep", "--json"),
    "health": ("doctor", "--prep", "prep", "--json"),
    "rules": ("rules", "--json"),
    "rule": ("explain", "result-missing", "--json"),
    "relation": ("explain", "NUM-R2-contradiction", "--json"),
    "dimension": ("explain", "D3", "--json"),
}


def test_every_answer_is_on_the_page() -> None:
    """
    The page names the kinds that there are, and each shape it names is shown.
    """
    assert list(COMMANDS) == list(ANSWERS)
    assert set(ANSWERS.values()) <= set(TYPES)


@pytest.mark.parametrize("kind", COMMANDS)
def test_answers_have_the_shape_that_is_shown(prep: Path, starling: Run, kind: str) -> None:
    """
    Every key of an answer is on the page, every key on the page is in the answer, and each has its type.
    """
    assert prep.is_dir()
    if kind == "reopened":
        starling(*COMMANDS["accepted"])
    said, answer = answers(starling(*COMMANDS[kind]).out)

    assert kind == said
    assert [] == faults(answer, ANSWERS[kind])


def test_a_check_shows_everything_that_it_is_made_of(prep: Path, starling: Run) -> None:
    """
    The notes of these tests bring at least one value of every list, so that no shape is held by an empty one.
    """
    assert prep.is_dir()
    _, checked = answers(starling(*COMMANDS["check"]).out)
    reports = [report for source in checked["sources"] for report in source["reports"]]

    assert all(
        any(report[key] for report in reports) for key in ("findings", "assessments", "follow_ups", "ran")
    )
    assert checked["unread"]
    assert checked["not_run"]
    assert any(source["regions"] for source in checked["sources"])


def test_a_list_of_questions_shows_everything_that_it_is_made_of(prep: Path, starling: Run) -> None:
    """
    Questions that were asked, own ones, and what does not fit in their file are all in the answer.
    """
    (prep / "questions.toml").write_text(
        '[[question]]\ntext = "Why did you move the bees?"\nasked = 3\n', "utf-8"
    )
    starling(
        "questions",
        "asked",
        "conflict-with-a-coworker",
        "--at",
        "Waxworks",
        "--on",
        "2026-11-02",
        "--prep",
        "prep",
    )
    _, listed = answers(starling("questions", "--prep", "prep", "--json").out)

    assert [] == faults(listed, ANSWERS["questions"])
    assert [[{"company": "Waxworks", "day": "2026-11-02"}]] == [
        q["asked"] for q in listed["questions"] if q["asked"]
    ]
    assert listed["unfit"]


def test_the_same_answer_through_json_and_format(here: Path, starling: Run) -> None:
    """
    ``--json`` and ``--format json`` are one thing, and the same notes give the same answer twice.
    """
    assert here.is_dir()
    first = starling("check", str(NOTES), "--json").out

    assert first == starling("check", str(NOTES), "--format", "json").out
