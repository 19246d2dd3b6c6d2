"""Help and completion: how the commands introduce themselves, and what they load to do so."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from starling.cli import main as cli
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


@pytest.mark.parametrize("name", [name for name in COMMANDS if name != "completion"])
def test_examples_of_the_help_are_understood(starling: Run, name: str) -> None:
    """
    Every example names commands and options that exist.
    """
    example = re.compile(rf"^ +(?:.*\| )?starling ({name}\b.*?)(?: > .*)?$", re.MULTILINE)
    lines = example.findall(starling(name, "--help").out)

    assert lines
    for line in lines:
        assert 0 == starling(*shlex.split(line), "--help").code, line


def test_the_list_of_commands_is_whole(starling: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """
    In a terminal of 80 columns every command is listed once, and no sentence about it is cut.
    """
    monkeypatch.setenv("COLUMNS", "80")
    said = starling("--help").out

    assert COMMANDS == re.findall(r"^  ([a-z]+) {2,}", said, re.MULTILINE)
    assert "..." not in said.partition("Options:")[2]
    assert max(map(len, said.splitlines())) <= 79


def test_every_command_has_a_file_of_its_name() -> None:
    """
    The commands that are listed are the files that are there.
    """
    files = Path(cli.__file__).parent.glob("*_.py")

    assert sorted(COMMANDS) == sorted(
        path.stem.removesuffix("_") for path in files if not path.stem.startswith("_")
    )


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


@pytest.mark.parametrize("line", ["starling chek fo", "starling questions shwo x"])
def test_completion_is_silent_after_a_misspelt_command(line: str) -> None:
    """
    The error waits until the line is run; while it is typed nothing is written into it.
    """
    asked = {"COMP_WORDS": line, "COMP_CWORD": str(line.count(" ")), "_STARLING_COMPLETE": "bash_complete"}
    ran = subprocess.run(
        [sys.executable, "-m", "starling"],
        env=os.environ | asked,
        capture_output=True,
        text=True,
        check=False,
    )

    assert ("", "") == (ran.stdout.strip(), ran.stderr)
