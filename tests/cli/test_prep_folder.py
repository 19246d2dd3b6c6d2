"""A prep folder from the command line: found, begun, shown, and what its author calls fine."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.cli.conftest import Run


def test_the_prep_folder_is_found_as_git_finds_its_own(
    prep: Path, starling: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """
    Commands work from inside the folder, from below it, and from anywhere with STARLING_PREP.
    """
    listed = starling("stories", "--prep", "prep").out
    monkeypatch.setenv("STARLING_PREP", str(prep))
    assert listed == starling("stories").out
    monkeypatch.delenv("STARLING_PREP")
    monkeypatch.chdir(prep / "stories")

    assert listed == starling("stories").out


def test_settings_reach_the_review(prep: Path, starling: Run) -> None:
    """
    Pace, minutes and level come from the folder, and options say the last word.
    """
    (prep / "starling.toml").write_text("pace = 100\nminutes = [1, 2]\nlevel = 'staff'\n", "utf-8")
    told = starling("show", "the-late", "--prep", "prep").out
    faster = starling("show", "the-late", "--prep", "prep", "--pace", "200", "--minutes", "5").out

    assert "at 100 words a minute" in told
    assert "you aim at 1 to 2 minutes" in told
    assert "at 200 words a minute" in faster
    assert "you aim at 5 minutes at most" in faster


def test_a_folder_without_stories_says_how_to_begin(here: Path, starling: Run) -> None:
    """
    A new prep folder lists nothing and says what to do; a second init changes nothing.
    """
    made = starling("init", "prep").out

    assert "Next: starling import my-notes.md --into prep" in made
    assert "No stories yet in prep." in starling("stories", "--prep", "prep").out
    assert "nothing was changed" in starling("init", "prep").out
    assert ["starling.toml"] == [
        path.name for path in here.glob("prep/*.toml") if path.name == "starling.toml"
    ]


def test_the_report_of_a_story_has_all_its_sections(prep: Path, starling: Run) -> None:
    """
    A report shows question and time, what to mend, how it is heard, what they may ask, and what is next.
    """
    assert prep.is_dir()
    told = starling("show", "the-late", "--prep", "prep", "--asked", "conflict").out
    half = starling("show", "the-label", "--prep", "prep").out

    assert "“Tell me about a time you disagreed with a colleague.”" in told
    assert "About 0:5" in told
    assert "How a listener hears it" in told
    assert "* what this question asks for first" in told
    assert "Not assessed." in told
    for said in (
        "Mend first",
        "result-missing",
        "no Task · no Result",
        "What they may ask next",
        "Next: edit prep/",
    ):
        assert said in half
    assert max(map(len, (told + half).splitlines())) <= 88


def test_accepting_says_what_is_fine(prep: Path, starling: Run) -> None:
    """
    What was accepted is said with its words, and a second time that it had been.
    """
    assert prep.is_dir()
    first = starling("accept", "the-label", "result-missing", "--prep", "prep", "--reason", "it is going on")
    again = starling("accept", "the-label", "result-missing", "--prep", "prep")

    assert "result-missing is fine for " in first.out
    assert "1 finding had been accepted before." in again.out
    assert 'reason = "it is going on"' in (prep / "accepted.toml").read_text("utf-8")


def test_what_is_fine_can_be_taken_back(prep: Path, starling: Run) -> None:
    """
    Taking back says the words and the reason that were given; once is enough, and it needs no reason.
    """
    starling("accept", "the-label", "result-missing", "--prep", "prep", "--reason", "it is going on")
    back = starling("accept", "the-label", "result-missing", "--prep", "prep", "--forget")
    again = starling("accept", "the-label", "result-missing", "--prep", "prep", "--forget")
    both = starling("accept", "the-label", "result-missing", "--prep", "prep", "--forget", "--reason", "no")

    assert "result-missing is no longer fine for the story as a whole in the-label" in back.out
    assert "You had said: it is going on" in " ".join(back.out.split())
    assert "" == (prep / "accepted.toml").read_text("utf-8")
    assert (2, 2) == (again.code, both.code)
    assert "result-missing is not called fine in the-label" in again.err
    assert "without a reason" in both.err


def test_rules_are_listed_and_explained(starling: Run) -> None:
    """
    A rule's page says why, on whose authority, on what it speaks, and how to turn it off.
    """
    assert re.search(
        r"^result-missing +essential +The story has no Result\.$", starling("rules").out, re.MULTILINE
    )
    explained = starling("explain", "result-missing").out

    for said in ("Source: ", "Speaks on", "Silent on", 'ignore = ["result-missing"]'):
        assert said in explained


LISTS = (
    ("stories",),
    ("check", "."),
    ("numbers", "."),
    ("today",),
    ("match", "Tell me about a failure."),
    ("coverage",),
    ("coverage", "amazon"),
    ("coverage", "amazon", "--format", "csv"),
    ("coverage", "amazon", "--fewest", "--quick"),
    ("loop", "--draws", "10"),
)


@pytest.mark.parametrize("command", LISTS, ids=" ".join)
def test_one_story_that_cannot_be_read_stops_no_list(
    prep: Path, starling: Run, monkeypatch: pytest.MonkeyPatch, command: tuple[str, ...]
) -> None:
    """
    What is about all stories says the same of the others as without it, names it on stderr, and ends with 3.
    """
    monkeypatch.chdir(prep)
    before = starling(*command)
    (prep / "stories" / "scan.md").write_bytes(bytes(range(256)))

    ran = starling(*command)

    assert 3 == ran.code
    assert before.out == ran.out
    assert "stories/scan.md: This is not text" in ran.err


@pytest.mark.parametrize("command", ["show", "versions", "answers", "numbers", "facts", "delete"])
def test_a_story_that_cannot_be_read_is_not_called_unknown(prep: Path, starling: Run, command: str) -> None:
    """
    Who names it, or how it begins, hears why it cannot be read; the page stays as it is.
    """
    (prep / "stories" / "scan.md").write_bytes(bytes(range(256)))

    ran = starling(command, "sca", "--prep", "prep")

    assert (3, "") == (ran.code, ran.out)
    assert "stories/scan.md: This is not text" in ran.err
    assert bytes(range(256)) == (prep / "stories" / "scan.md").read_bytes()


def test_of_named_stories_those_that_can_be_read_are_shown(prep: Path, starling: Run) -> None:
    """
    One that cannot be read stops neither the check nor the ledger of another that is named beside it.
    """
    (prep / "stories" / "scan.md").write_bytes(bytes(range(256)))
    other = next(each.stem for each in sorted((prep / "stories").glob("*.md")) if each.stem != "scan")

    checked = starling("check", "prep/stories/scan.md", f"prep/stories/{other}.md")
    figures = starling("numbers", "scan", other, "--prep", "prep")

    assert (3, 3) == (checked.code, figures.code)
    assert f"{other}.md" in checked.out
    assert f"{other}.md" in figures.out


def test_a_new_story_leaves_one_that_cannot_be_read(prep: Path, starling: Run) -> None:
    """
    A new story of the same name gets another one.
    """
    (prep / "stories" / "scan.md").write_bytes(bytes(range(256)))

    ran = starling("new", "Scan", "--prep", "prep")

    assert 0 == ran.code
    assert (prep / "stories" / "scan-2.md").is_file()
    assert bytes(range(256)) == (prep / "stories" / "scan.md").read_bytes()
