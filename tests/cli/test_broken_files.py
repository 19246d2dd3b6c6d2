"""A file of the person's own that cannot be read stops nothing but what would write to it, and is named."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import NOTES, Run

BINARY = bytes(range(256))
ACCEPTED, QUESTIONS, OWN_SET = "accepted.toml", "questions.toml", "principles/waxworks.toml"
BROKEN = {
    (ACCEPTED, b'[[accepted]]\nstory = "the-late\n'): (
        ("check", "prep"),
        ("show", "the-late"),
        ("today",),
        ("numbers", "the-late"),
    ),
    (ACCEPTED, BINARY): (("check", "prep", "--format", "github"), ("today", "--json")),
    (QUESTIONS, BINARY): (
        ("today",),
        ("questions", "--competency", "conflict"),
        ("principles", "amazon"),
        ("coverage",),
        ("coverage", "kinds"),
        ("coverage", "amazon", "--best", "1"),
        ("match", "Tell me about a mistake."),
        ("answers", "the-late"),
        ("loop", "--draws", "20"),
    ),
    (OWN_SET, BINARY): (("today",), ("questions",), ("principles",), ("coverage", "amazon")),
}


@pytest.fixture
def folder(prep: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A prep folder that every command finds, with nothing in it but stories."""
    monkeypatch.setenv("STARLING_PREP", "prep")
    (prep / QUESTIONS).unlink()
    return prep


def put(folder: Path, name: str, data: bytes) -> Path:
    """
    Write a file of the folder as somebody else broke it.
    """
    path = folder / name
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(data)
    return path


@pytest.mark.parametrize(("name", "data"), BROKEN, ids=lambda each: repr(each)[:16])
def test_the_rest_is_answered_and_the_file_is_named(
    folder: Path, starling: Run, name: str, data: bytes
) -> None:
    """
    The answer is that of a folder without the file; stderr names it with what to do, and the status is 3.
    """
    commands = BROKEN[name, data]
    without = [starling(*command) for command in commands]
    put(folder, name, data)

    for command, before in zip(commands, without, strict=True):
        ran = starling(*command)
        assert before.code in {0, 1}
        assert 3 == ran.code, command
        assert f"{name}: This is not" in ran.err
        assert 1 == ran.err.count("starling: "), "it is named once"
        if "--json" in command:
            assert f'{name}",' in ran.out.partition('"unread"')[2]
        else:
            assert before.out == ran.out != ""


@pytest.mark.parametrize("data", [BINARY, b'[[question]]\n[[accepted]]\ntext = "x\n'], ids=["binary", "toml"])
@pytest.mark.parametrize(
    ("name", "command"),
    [
        (ACCEPTED, ("accept", "the-late", "too-short")),
        (ACCEPTED, ("accept", "the-late", "too-short", "--forget")),
        (QUESTIONS, ("questions", "add", "Why bees?")),
        (QUESTIONS, ("questions", "asked", "biggest-failure", "--at", "Waxworks")),
    ],
)
def test_what_would_write_to_it_leaves_it_as_it_is(
    folder: Path, starling: Run, name: str, command: tuple[str, ...], data: bytes
) -> None:
    """
    Nothing is added to a file that nobody can read: the error names it, and not a byte of it changes.
    """
    path = put(folder, name, data)

    ran = starling(*command)

    assert 3 == ran.code
    assert f"{name}: This is not" in ran.err
    assert data == path.read_bytes()


def test_an_import_brings_the_stories_all_the_same(folder: Path, starling: Run) -> None:
    """
    Where the questions of the notes cannot be added, the stories come in, and the file is named.
    """
    stories = sorted(path.name for path in (folder / "stories").iterdir())
    for path in (folder / "stories").iterdir():
        path.unlink()
    path = put(folder, QUESTIONS, BINARY)

    ran = starling("import", str(NOTES), "--into", "prep")

    assert 3 == ran.code
    assert f"{QUESTIONS}: This is not text" in ran.err
    assert stories == sorted(path.name for path in (folder / "stories").iterdir())
    assert "2 stories found: 2 new." in ran.out
    assert BINARY == path.read_bytes()


def test_the_doctor_names_all_of_them(folder: Path, starling: Run) -> None:
    """
    Whoever looks the folder over is told of each such file, and of what does not fit in one that is read.
    """
    for name in (ACCEPTED, QUESTIONS, OWN_SET):
        put(folder, name, BINARY)
    put(folder, "principles/fit.toml", b'[[principle]]\nslug = "bees"\nname = "Bees"\nolder = 1\n')

    ran = starling("doctor")

    assert 1 == ran.code
    for name in (ACCEPTED, QUESTIONS, OWN_SET):
        assert f"{name}" in ran.out
    assert "“older” is not known here." in ran.out
    assert "1 set" in ran.out
