"""What goes wrong around a command: said in words, with a status that means something."""

from __future__ import annotations

import shutil
import socket
import subprocess
import sys
from pathlib import Path

import click
import pytest

from starling.adapters.folder import is_prep
from starling.cli.exits import Exit
from starling.wiring import find_prep
from tests.cli.conftest import NOTES, Run


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("chek", "a.md"), 2, "There is no command “chek”. Did you mean check?"),
        (("frobnicate",), 2, "There is no command “frobnicate”."),
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
        (("import", "notes.md", "--into", "nowhere"), 2, "There is no such folder.\n  Make one"),
        (("import", "nothing.md", "--into", "prep"), 3, "There is no such file."),
        (("import", "prep", "--into", "prep"), 2, "This is the prep folder itself."),
        (("import", "prep/stories", "--into", "prep"), 2, "This is the prep folder itself."),
        (("show", "the-lat", "--prep", "prep"), 2, "There is no story “the-lat”.\n  Import your notes first"),
        (("init", "notes.md"), 2, "This is a file, not a folder.\n  Name a folder: starling init my-prep"),
        (("init", "notes.md/prep"), 2, "This cannot be written"),
        (("init", ""), 2, "No folder is named."),
        (("notes.md",), 2, "“notes.md” is no command. To review it: starling check notes.md"),
        (("show", "", "--prep", "prep"), 2, "No story is named.\n  See them all: starling stories"),
        (("delete", " ", "--prep", "prep"), 2, "No story is named."),
        (("stories", "--prep", "notes.md"), 2, "it has no starling.toml.\n  Name the folder around it."),
        (
            ("doctor", "--prep", "nowhere"),
            2,
            "nowhere: There is no such folder.\n  Check the path.",
        ),
        (("settings", "lvl", "--prep", "prep"), 2, "“lvl” is not a setting.\n  Did you mean level?"),
        (("check", "n" * 300), 3, "This cannot be read: file name too long."),
        (("check", "a\x1b[31m.md"), 3, "starling: a[31m.md: There is no such file."),
        (
            ("serve", "--prep", "prep", "--no-browser", "--host", "192.0.2.1"),
            2,
            "starling: This computer does not answer to 192.0.2.1: cannot assign",
        ),
        (("completion", "tcsh"), 2, "'tcsh' is not one of"),
        (("questions", "failure"), 2, "To see its questions: starling questions --competency failure"),
        (("questions", "ad", "Why?"), 2, "There is no command “ad”. Did you mean add?"),
        (("questions", "show", "zzz"), 2, "“zzz”.\n  See what they are about: starling questions"),
        (("questions", "add", "Why?", "--asked-at", "X", "--on", "2.11.2026"), 2, "“2.11.2026” is not"),
        (("match", "Why?", "-n", "0"), 2, "0 is too small; the smallest is 1."),
        (("serve", "--port", "99999"), 2, "99999 is too large; the largest is 65535."),
        (("restore", "a", "--version", "two"), 2, "“two” is not a whole number."),
        (("check", "notes.md", "--format", "sarif", "--json"), 2, "for --json or for --format sarif"),
        (("export", "--prep", "prep", "--to", "nowhere/a.zip"), 2, "nowhere: There is no such folder."),
        (("stories", "--prep", "my prep"), 2, "Make one: starling init 'my prep'"),
    ],
)
def test_errors_say_what_where_and_what_to_try(
    here: Path, starling: Run, arguments: tuple[str, ...], code: int, said: str
) -> None:
    """
    Errors are sentences on stderr with the status that their kind has; what is refused prints nothing.
    """
    shutil.copy(NOTES / "trains.md", here / "notes.md")
    starling("init", "prep")

    ran = starling(*arguments)

    assert code == ran.code
    assert said in ran.err
    assert code != Exit.USAGE or not ran.out
    assert "Traceback" not in ran.err


def test_a_history_that_cannot_be_begun_is_said_to_be_unwritable(prep: Path, starling: Run) -> None:
    """
    Where the folder of the history cannot be made, the person reads that it cannot be written.
    """
    shutil.rmtree(prep / ".starling", ignore_errors=True)
    (prep / ".starling").write_text("in the way", "utf-8")

    ran = starling("versions", "the-label", "--prep", "prep")

    assert 2 == ran.code
    assert "prep/.starling: This cannot be written: file exists.\n  Check that" in ran.err


def test_a_port_that_is_taken_is_said(prep: Path, starling: Run) -> None:
    """
    A port that somebody else listens on is refused with the port, and another is offered.
    """
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        ran = starling("serve", "--prep", str(prep), "--no-browser", "--port", str(port))

    assert 2 == ran.code
    assert f"Port {port} of 127.0.0.1 cannot be used: address already in use.\n  Choose another" in ran.err


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
    ("command", "code", "said"),
    [
        ("check - <&-", 0, ""),
        ("check notes.md >&-", 1, ""),
        ("check nothing.md 2>&-", 3, ""),
        pytest.param(
            "rules > /dev/full",
            3,
            "starling: The system says: no space left on device.\n  Check that the disk has room",
            marks=pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device here is always full"),
        ),
    ],
)
def test_streams_that_are_closed_or_full(here: Path, command: str, code: int, said: str) -> None:
    """
    A closed stream is as good as an empty one, a full disk is a sentence, and nothing is a traceback.
    """
    shutil.copy(NOTES / "trains.md", here / "notes.md")

    ran = subprocess.run(
        ["sh", "-c", f"{sys.executable} -m starling {command}"], capture_output=True, text=True, check=False
    )

    assert code == ran.returncode
    assert said in ran.stderr
    assert "Traceback" not in ran.stderr


def test_a_folder_that_may_not_be_looked_into_is_no_prep_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """
    A folder that is closed to the person is passed over where a prep folder is looked for.
    """

    def refuse(_: Path) -> bool:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "is_file", refuse)

    assert not is_prep(tmp_path)
    assert find_prep(tmp_path) is None


def test_words_of_an_option_are_taken_in_any_case(prep: Path, starling: Run) -> None:
    """
    A level or a type of question is known with capitals too, as an option and as a setting.
    """
    small = starling("check", "prep", "--level", "senior", "--asked", "failure")

    assert small == starling("check", "prep", "--level", "Senior", "--asked", "FAILURE")
    assert 0 == starling("settings", "level", "Senior", "--prep", "prep").code
    assert 'level = "senior"' in (prep / "starling.toml").read_text("utf-8")


def test_a_doctor_says_that_the_settings_are_gone(prep: Path, starling: Run) -> None:
    """
    A prep folder whose settings were deleted is looked over all the same, with what brings them back.
    """
    (prep / "starling.toml").unlink()

    ran = starling("doctor", "--prep", "prep")

    assert 1 == ran.code
    assert "There is no starling.toml here." in ran.out
    assert "Run starling init prep" in ran.out
    assert "2 stories" in ran.out
