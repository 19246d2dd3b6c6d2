"""Each command as a person meets it: help, errors, and what it says on the way."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import click
import pytest

from starling.cli import import_, paper, progress
from starling.cli import main as cli
from starling.cli.exits import Exit
from tests.cli.conftest import NOTES, Run

COMMANDS = list(cli.COMMANDS)


@pytest.mark.parametrize("name", COMMANDS)
def test_help_has_a_real_example(starling: Run, name: str) -> None:
    """
    The help of every command shows at least one way to call it, and fits the terminal.
    """
    ran = starling(name, "--help")

    assert 0 == ran.code
    assert re.search(rf"^ +Examples?:\n +.*starling {name}\b", ran.out, re.MULTILINE), ran.out
    assert max(map(len, ran.out.splitlines())) <= 100


def test_every_command_has_a_file_of_its_name() -> None:
    """
    The commands that are listed are the files that are there.
    """
    files = Path(cli.__file__).parent.glob("*_.py")

    assert sorted(COMMANDS) == sorted(
        path.stem.removesuffix("_") for path in files if not path.stem.startswith("_")
    )


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("chek", "a.md"), 2, "There is no command “chek”. Did you mean check?"),
        (("frobnicate",), 2, "No such command"),
        (("check", "zzz.md"), 3, "starling: zzz.md: There is no such file.\n  Check the path.\n"),
        (
            ("check", "notes.md", "--only", "result-mising"),
            2,
            "starling: only: There is no rule “result-mising”.\n  Did you mean result-missing?\n",
        ),
        (("check", "notes.md", "--ignore", "result-mising"), 2, "starling: ignore: There is no rule"),
        (
            ("check", "notes.md", "--minutes", "4-2"),
            2,
            "starling: the options: minutes cannot be “4-2”.\n  Write a range such as 2-3",
        ),
        (("check", "notes.md", "--pace", "fast"), 2, "pace cannot be “fast”"),
        (("check", "notes.md", "--level", "boss"), 2, "'boss' is not one of 'junior', 'senior', 'staff'"),
        (("check", "notes.md", "--format", "xml"), 2, "'xml' is not one of"),
        (("explain", "result-mising"), 2, "Did you mean result-missing?"),
        (("explain", "qqqqqq"), 2, "See them all: starling rules"),
        (("stories",), 2, "No prep folder is here or above.\n  Make one with  starling init my-prep"),
        (("stories", "--prep", "."), 2, "it has no starling.toml.\n  Make one: starling init ."),
        (("import", "notes.md", "--into", "nowhere"), 2, "This is not a prep folder"),
        (("import", "nothing.md", "--into", "prep"), 3, "There is no such file."),
        (("import", "prep", "--into", "prep"), 2, "This is the prep folder itself."),
        (("import", "prep/stories", "--into", "prep"), 2, "This is the prep folder itself."),
        (("show", "the-lat", "--prep", "prep"), 2, "There is no story “the-lat”.\n  Import your notes first"),
        (("init", "notes.md"), 2, "This cannot be written"),
        (("completion", "tcsh"), 2, "'tcsh' is not one of"),
    ],
)
def test_errors_say_what_where_and_what_to_try(
    here: Path, starling: Run, arguments: tuple[str, ...], code: int, said: str
) -> None:
    """
    Errors are sentences on stderr with the status that their kind has; stdout stays empty.
    """
    shutil.copy(NOTES / "trains.md", here / "notes.md")
    starling("init", "prep")

    ran = starling(*arguments)

    assert code == ran.code
    assert said in ran.err
    assert "Traceback" not in ran.err


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        (
            "levle = 'senior'\n",
            "starling: prep/starling.toml: “levle” is not a setting.\n  Did you mean level?\n",
        ),
        (
            "ignore = ['to-short']\n",
            "starling: ignore: There is no rule “to-short”.\n  Did you mean too-short?\n",
        ),
        ("level = senior\n", "The settings are not TOML"),
    ],
)
def test_broken_settings_are_said_with_their_file(
    prep: Path, starling: Run, settings: str, said: str
) -> None:
    """
    A setting or a rule in starling.toml that does not exist is a usage error that names the nearest.
    """
    (prep / "starling.toml").write_text(settings, "utf-8")

    ran = starling("check", "prep")

    assert 2 == ran.code
    assert said in ran.err


@pytest.mark.parametrize(
    ("file", "data", "said"),
    [
        ("accepted.toml", b"[[accepted]\n", "prep/accepted.toml: This is not TOML"),
        ("stories/scan.md", bytes(range(256)), "prep/stories/scan.md: This is not text"),
        ("starling.toml", bytes(range(256)), "prep/starling.toml: This is not text"),
    ],
)
def test_files_of_a_prep_folder_that_cannot_be_read(
    prep: Path, starling: Run, file: str, data: bytes, said: str
) -> None:
    """
    A broken file of the prep folder is named, with status 3.
    """
    (prep / file).write_bytes(data)

    ran = starling("check", "prep")

    assert 3 == ran.code
    assert said in ran.err


def test_a_check_finds_what_is_missing(starling: Run) -> None:
    """
    The status is 1 where something is left to mend, and 0 where nothing is.
    """
    text = starling("check", str(NOTES / "trains.md"), "--only", "result-missing")

    assert 1 == text.code
    assert "2 stories: 1 thing to mend first, no things to mend next" in text.out
    assert "19:16  Say how it ended" in text.out
    assert "Next: mend line 19 of “The label nobody checked”" in text.out
    assert 0 == starling("check", str(NOTES / "trains.md"), "--only", "too-long").code


def test_a_check_reads_standard_input(starling: Run) -> None:
    """
    A dash reads from the pipe, and the report says so.
    """
    ran = starling("check", "-", stdin=(NOTES / "trains.md").read_bytes())

    assert "standard input:5" in ran.out


def test_notes_without_a_story_say_what_was_found(starling: Run) -> None:
    """
    Where there is no story, the kinds of lines are named, and what to do.
    """
    ran = starling("check", str(NOTES / "list.txt"))

    assert 0 == ran.code
    assert "No story was found here; what was found: check-list" in ran.out
    assert "Situation, Task, Action, Result" in ran.out


def test_a_story_file_of_a_prep_folder_is_checked_as_such(prep: Path, starling: Run) -> None:
    """
    A page of a prep folder is checked with what its author accepted.
    """
    starling("accept", "the-label", "result-missing", "--prep", "prep")
    (page,) = (prep / "stories").glob("the-label*.md")

    ran = starling("check", str(page.relative_to(Path.cwd())), "--only", "result-missing")

    assert 0 == ran.code
    assert "1 finding you called fine." in ran.out


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


def test_an_import_says_what_every_line_became(here: Path, starling: Run) -> None:
    """
    The report names the lines, what they are, and which stories are new.
    """
    starling("init", "prep")
    ran = starling("import", str(NOTES), "--into", "prep")

    assert re.search(r"^ +5–16  story +The late train forecast +new$", ran.out, re.MULTILINE), ran.out
    assert re.search(r"check-list", ran.out)
    assert "2 stories found: 2 new. 2 new questions kept." in ran.out
    assert here.is_dir()


def test_an_edited_copy_is_shown_and_taken_only_when_asked(prep: Path, here: Path, starling: Run) -> None:
    """
    Without --update the difference is shown with status 1; with it the page is brought in line.
    """
    (here / "trains.md").write_text(
        (NOTES / "trains.md").read_text("utf-8").replace("40 seconds", "30 seconds"), "utf-8"
    )

    shown = starling("import", "trains.md", "--into", "prep")
    dry = starling("import", "trains.md", "--into", "prep", "--update", "--dry-run")
    taken = starling("import", "trains.md", "--into", "prep", "--update")

    assert 1 == shown.code
    assert "+The forecast arrives within 30 seconds" in shown.out
    assert "import again with --update" in shown.out
    assert "Nothing was written." in dry.out
    assert "1 updated" in taken.out
    assert "30 seconds" in next((prep / "stories").glob("the-late*.md")).read_text("utf-8")
    assert 0 == starling("import", "trains.md", "--into", "prep").code


@pytest.mark.parametrize(("reply", "seconds"), [(True, "30 seconds"), (False, "40 seconds")])
def test_on_a_terminal_an_import_asks(
    prep: Path, starling: Run, monkeypatch: pytest.MonkeyPatch, reply: bool, seconds: str
) -> None:
    """
    On a terminal each changed story is shown and asked about, and the answer decides.
    """
    (prep.parent / "trains.md").write_text(
        (NOTES / "trains.md").read_text("utf-8").replace("40 seconds", "30 seconds"), "utf-8"
    )
    monkeypatch.setattr(import_, "is_terminal", lambda: True)
    asked: list[str] = []

    def answer(text: str) -> bool:
        asked.append(text)
        return reply

    monkeypatch.setattr(click, "confirm", answer)

    starling("import", "trains.md", "--into", "prep")

    assert ["Take the wording of the notes?"] == asked
    assert seconds in next((prep / "stories").glob("the-late*.md")).read_text("utf-8")


def test_edits_in_both_places_are_kept_and_asked_about(
    prep: Path, here: Path, starling: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """
    A story that changed here and in the notes is never overwritten; the other text is put beside it.
    """
    (here / "trains.md").write_text(
        (NOTES / "trains.md").read_text("utf-8").replace("40 seconds", "30 seconds"), "utf-8"
    )
    (page,) = (prep / "stories").glob("the-late*.md")
    page.write_text(page.read_text("utf-8").replace("40 seconds", "35 seconds"), "utf-8")
    monkeypatch.setattr(import_, "is_terminal", lambda: True)
    monkeypatch.setattr(click, "confirm", lambda text: "both places" in text)

    ran = starling("import", "trains.md", "--into", "prep")

    assert 1 == ran.code
    assert (
        "kept of what changed in both places: prep/stories/the-late-train-forecast.conflict-1.md"
        in " ".join(ran.out.split())
    )
    assert "35 seconds" in page.read_text("utf-8")


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


def test_narrow_and_wide_terminals(here: Path, starling: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """
    Lines fit the terminal from 60 columns on; no word is lost by wrapping.
    """
    shutil.copy(NOTES / "trains.md", here)
    said = []
    for columns in ("60", "80", "100"):
        monkeypatch.setenv("COLUMNS", columns)
        out = starling("check", "trains.md", "--only", "result-missing").out
        assert max(map(len, out.splitlines())) < int(columns)
        said.append(out.split("no Task")[1].split("How a listener")[0].split())

    assert said[0] == said[1] == said[2]


def test_colour_only_where_it_is_wanted(monkeypatch: pytest.MonkeyPatch) -> None:
    """
    Colour needs a terminal that can show it, and NO_COLOR turns it off.
    """
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True, raising=False)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.delenv("NO_COLOR", raising=False)
    assert "\x1b[" in paper.bold("word")
    monkeypatch.setenv("NO_COLOR", "1")
    assert "word" == paper.bold("word")
    monkeypatch.delenv("NO_COLOR")
    monkeypatch.setenv("TERM", "dumb")
    assert "word" == paper.bold("word")


@pytest.mark.parametrize(
    ("text", "columns"), [("abc", 3), ("é", 1), ("e\u0301", 1), ("語", 2), ("“→”", 3), ("🙂", 2)]
)
def test_cells_count_what_a_terminal_shows(text: str, columns: int) -> None:
    """
    Wide letters take two columns, combining signs none.
    """
    assert columns == paper.cells(text)


def test_progress_shows_on_a_terminal_when_work_is_long(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """
    A counter comes after a second on a terminal, is wiped at the end, and never shows in a pipe.
    """
    times = iter(range(100))
    monkeypatch.setattr(progress, "monotonic", lambda: float(next(times)))
    assert [1, 2, 3] == list(progress.counted([1, 2, 3], 3, "Reading"))
    assert "" == capsys.readouterr().err

    monkeypatch.setattr(sys.stderr, "isatty", lambda: True, raising=False)
    assert [1, 2, 3] == list(progress.counted([1, 2, 3], 3, "Reading"))
    shown = capsys.readouterr().err
    assert "Reading 3 of 3…" in shown
    assert shown.endswith("\r\x1b[K")


@pytest.mark.parametrize("error", [KeyboardInterrupt, click.Abort])
def test_an_interrupt_ends_quietly(
    starling: Run, monkeypatch: pytest.MonkeyPatch, error: type[BaseException]
) -> None:
    """
    Ctrl-C ends with 130 and says nothing.
    """

    def interrupted(*_: object) -> None:
        raise error

    monkeypatch.setattr("starling.usecases.rules.all_rules", interrupted)
    ran = starling("rules")

    assert (Exit.INTERRUPTED, "", "") == (ran.code, ran.out, ran.err.strip())


def test_a_closed_pipe_ends_quietly() -> None:
    """
    When the reader has seen enough, nothing is said about it.
    """
    process = subprocess.Popen(
        [sys.executable, "-m", "starling", "rules"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, bufsize=0
    )
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.close()
    said = process.stderr.read()
    process.stderr.close()

    assert (b"", 1) == (said, process.wait())


@pytest.mark.parametrize(
    ("arguments", "unwanted"),
    [
        (("--help",), {"yaml", "ftfy", "syntok", "docx", "numpy", "json"}),
        (("init", "new"), {"yaml", "ftfy", "syntok", "docx", "numpy"}),
        (("stories", "--prep", "prep"), {"ftfy", "syntok", "docx", "numpy"}),
        (("check", "trains.md"), {"yaml", "ftfy", "docx", "numpy", "sqlite3"}),
    ],
)
def test_commands_load_what_they_need(prep: Path, arguments: tuple[str, ...], unwanted: set[str]) -> None:
    """
    A command leaves the libraries alone that it does not need, so that it starts fast.
    """
    shutil.copy(NOTES / "trains.md", prep.parent)
    program = (
        "import sys\nfrom starling.cli.main import main\n"
        f"try:\n    main({list(arguments)!r})\n"
        "except SystemExit:\n    pass\nsys.stderr.write(' '.join(sys.modules))"
    )
    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)

    assert set() == unwanted & set(ran.stderr.split())


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_scripts_are_what_shells_read(starling: Run, shell: str) -> None:
    """
    The script names the program and the variable through which the shell asks it.
    """
    ran = starling("completion", shell)

    assert 0 == ran.code
    assert "_STARLING_COMPLETE" in ran.out


@pytest.mark.skipif(
    shutil.which("bash") is None, reason="bash is not installed, so its completion is not tried"
)
@pytest.mark.parametrize(
    ("line", "offered"),
    [
        ("starling exp", "explain"),
        ("starling explain result-mis", "result-missing"),
        ("starling show --prep prep the-la", "the-label-nobody-checked"),
    ],
)
def test_completion_works_in_bash(prep: Path, line: str, offered: str) -> None:
    """
    In bash, commands, rules and stories are completed after the script was evaluated.
    """
    assert prep.is_dir()
    words = line.split(" ")
    script = (
        f'eval "$(starling completion bash)"; COMP_WORDS=({line}); COMP_CWORD={len(words) - 1}; '
        '_starling_completion starling; echo "${COMPREPLY[@]}"'
    )
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    ran = subprocess.run(
        ["bash", "-c", script], capture_output=True, text=True, check=False, env=os.environ | {"PATH": path}
    )

    assert offered in ran.stdout.split(), ran
