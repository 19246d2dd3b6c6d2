"""``starling coverage``, ``fit`` and ``loop``, as a person uses them."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run


@pytest.fixture
def covered(prep: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A prep folder with two stories, from within which commands are run."""
    monkeypatch.chdir(prep)
    return prep


def fits(starling: Run, name: str) -> dict[str, list[str]]:
    """
    The fits of each row of a set, by the slug of the row.
    """
    rows = json.loads(starling("coverage", name, "--json").out)["rows"]
    return {row["slug"]: [cell["fit"] for cell in row["cells"]] for row in rows}


def test_without_a_set_every_set_is_listed(covered: Path, starling: Run) -> None:
    """
    Each company, the questions and the kinds stand there with how they are covered, and what to do next.
    """
    assert covered.is_dir()
    ran = starling("coverage")

    assert 0 == ran.code
    assert all(name in ran.out for name in ("amazon", "general", "questions", "kinds"))
    assert "starling coverage SET" in ran.out


def test_the_table_shows_every_row_under_its_group(covered: Path, starling: Run) -> None:
    """
    Gaps come first, every principle is named once, and the stories stand below with what they carry.
    """
    assert covered.is_dir()
    out = starling("coverage", "Amazon").out

    assert out.index("Gaps") < out.index("carries")
    assert 1 == out.count("  Frugality ")
    assert "the-late-train-forecast" in out
    assert "tell a story twice at most" in out


def test_a_sheet_has_one_line_for_each_row(covered: Path, starling: Run) -> None:
    """
    The CSV parses, each line has as many fields as the head, and its fits are those of the JSON.
    """
    assert covered.is_dir()
    head, *lines = list(csv.reader(io.StringIO(starling("coverage", "amazon", "--format", "csv").out)))

    assert ["group", "row", "name"] == head[:3]
    assert {len(head)} == {len(line) for line in lines}
    assert fits(starling, "amazon") == {line[1]: line[3:-1] for line in lines}


def test_a_page_has_a_table_whose_rows_are_equally_long(covered: Path, starling: Run) -> None:
    """
    Whatever stands in a title, the Markdown table has as many cells in each row.
    """
    page = covered / "stories" / "the-label-nobody-checked.md"
    text = page.read_text("utf-8").replace("# The label nobody checked", "# The label | nobody \\ checked")
    page.write_text(text, "utf-8")
    rows = starling("coverage", "kinds", "--format", "markdown").out.rstrip("\n").split("\n")

    assert 1 == len({row.replace("\\\\", "").replace("\\|", "").count("|") for row in rows})
    assert "The label \\| nobody \\\\ checked" in rows[0]


def test_a_stated_fit_is_kept_and_taken_back(covered: Path, starling: Run) -> None:
    """
    What is stated overrules the computed fit, stands in the story's file, and can be taken back again.
    """
    page = covered / "stories" / "the-late-train-forecast.md"
    before, text = fits(starling, "netflix"), page.read_text("utf-8")
    said = starling("fit", "the-late", "netflix/courage", "strong", "--because", "I moved that join")
    assert 0 == said.code
    assert "line" in said.out

    after = fits(starling, "netflix")
    assert "strong" in after.pop("netflix/courage")
    assert sorted(after) == sorted(set(before) - {"netflix/courage"})
    assert "netflix/courage is strong, because I moved that join" in page.read_text("utf-8")

    assert 0 == starling("fit", "the-late", "netflix/courage", "--forget").code
    assert before == fits(starling, "netflix")
    assert text == page.read_text("utf-8")


def test_what_to_rehearse_names_stories_and_whether_that_is_proven(covered: Path, starling: Run) -> None:
    """
    The fewest and the best are stories of this folder; a choice made nearly does not claim to be proven.
    """
    assert covered.is_dir()
    starling("fit", "the-late", "amazon/dive-deep", "strong", "--because", "I measured where the hour went")
    few = starling("coverage", "amazon", "--fewest", "--quick").out
    best = json.loads(starling("coverage", "amazon", "--best", "1", "--quick", "--json").out)

    assert "the-late-train-forecast" in few
    assert "proven" not in few
    assert 1 == len(best["stories"])
    assert (False, None) == (best["proven"], best["bound"])


def test_a_loop_names_its_interval_its_seed_and_its_assumptions(covered: Path, starling: Run) -> None:
    """
    The report says how sure the share is, can be had again from its seed, and shows what it rests on.
    """
    assert covered.is_dir()
    first = starling("loop", "--company", "amazon", "--draws", "200", "--seed", "3")

    assert 0 == first.code
    assert all(
        word in first.out for word in ("Wilson", "seed 3", "This assumes", "confidence", "you want 10")
    )
    assert first.out == starling("loop", "--company", "amazon", "--draws", "200", "--seed", "3").out
    assert first.out != starling("loop", "--company", "amazon", "--draws", "200", "--seed", "4").out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("coverage", "amazn"), "Did you mean amazon?"),
        (("coverage", "--fewest"), "Name the set"),
        (("coverage", "amazon", "--fewest", "--best", "2"), "not for both"),
        (("coverage", "amazon", "--best", "0"), "--best"),
        (("fit", "the-lat", "amazon/dive-dep"), "Did you mean amazon/dive-deep?"),
        (("fit", "the-late", "amazon/dive-deep", "strong"), "--because"),
        (("fit", "the-late", "amazon/dive-deep", "--because", "So."), "strong, partly or none"),
        (("fit", "the-late", "amazon/dive-deep", "none", "--forget"), "--forget"),
        (("fit", "the-late", "amazon/dive-deep", "--forget"), "states nothing"),
        (("fit", "the-lost", "amazon/dive-deep"), "the-late-train-forecast"),
        (("loop", "--company", "amzon"), "Did you mean amazon?"),
        (("loop", "--rounds", "0"), "1 to 12"),
        (("loop", "--draws", "0"), "1 to 100000"),
    ],
)
def test_what_does_not_exist_is_told_with_what_does(
    covered: Path, starling: Run, arguments: tuple[str, ...], said: str
) -> None:
    """
    A wrong name or number ends with a sentence that names the right one, and the status for usage.
    """
    assert covered.is_dir()
    ran = starling(*arguments)

    assert 2 == ran.code
    assert said in ran.err
    assert "" == ran.out
