"""Nothing is forgotten: every command, address and use case is compared, or says why it is not."""

from __future__ import annotations

import ast
import importlib
import inspect
import os
import pty
import re
import signal
import subprocess
import sys
import urllib.request
import zipfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import click
import pytest
from click.testing import CliRunner
from fastapi.routing import APIRoute
from starlette.testclient import TestClient

import starling
from starling.cli.main import starling as program
from starling.web.routes import routers
from tests.web import test_faces, test_faces_notes
from tests.web.faces import command, files

SOURCE = Path(starling.__file__).parent


def test_export_is_one(client: TestClient, prep: Path, tmp_path: Path) -> None:
    """
    The archive of the page is the archive of the command, byte for byte, under the same name and list.
    """
    listed = client.get("/export.json").json()
    answer = client.get("/export.zip")
    said = command(prep, ["export", "--to", str(tmp_path / "all.zip")])
    piped = CliRunner().invoke(program, ["export", "--prep", str(prep), "--to", "-"], standalone_mode=False)

    assert answer.content == (tmp_path / "all.zip").read_bytes() == piped.stdout_bytes
    assert listed["files"] == said["files"]
    assert [each["name"] for each in said["files"]] == zipfile.ZipFile(BytesIO(answer.content)).namelist()
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(tmp_path)
        named = command(prep, ["export"])["where"]
    assert f'filename="{named}"' in answer.headers["content-disposition"]


def test_the_first_start_makes_the_folder_that_init_makes(tmp_path: Path) -> None:
    """
    ``starling`` without a command offers a folder and opens it; it has the bytes of ``starling init``.
    """
    (tmp_path / "elsewhere").mkdir()
    made = command(tmp_path, ["init", str(tmp_path / "made")])["made"]
    near, far = pty.openpty()
    environ = {name: value for name, value in os.environ.items() if not name.startswith("STARLING_")}
    run = subprocess.Popen(
        [sys.executable, "-m", "starling"],
        cwd=tmp_path / "elsewhere",
        env=environ | {"BROWSER": "true"},
        stdin=far,
        stdout=far,
        stderr=far,
    )
    try:
        _until(near, r"\[Y/n\]")
        os.write(near, b"y\n")
        where = _until(near, r"http://[\d.:]+/")
        page = urllib.request.urlopen(where).read().decode()  # noqa: S310 - our own server
    finally:
        run.send_signal(signal.SIGINT)
        run.wait(20)
        for end in (near, far):
            os.close(end)

    assert "Paste your interview notes." in page
    assert files(tmp_path / "made") == files(tmp_path / "elsewhere" / "prep")
    assert sorted(Path(each).name for each in made) == sorted(files(tmp_path / "made"))


def _until(terminal: int, pattern: str) -> str:
    """
    Read what a program prints until it has printed something; that.
    """
    said = ""
    while (found := re.search(pattern, said)) is None:
        said += os.read(terminal, 4096).decode(errors="replace")
    return found[0]


NOTES_ARE_COMPARED = (
    test_faces_notes.test_import_and_paste_are_one,
    test_faces_notes.test_the_review_of_notes_is_the_same,
    test_faces_notes.test_the_review_of_a_folder_is_the_same,
    test_faces_notes.test_the_numbers_of_notes_are_the_same,
    test_export_is_one,
    test_the_first_start_makes_the_folder_that_init_makes,
)
"""What holds the commands and addresses of the two tables below that are compared by a test of their own."""

COMMANDS = {
    "import": "compared with paste",
    "check": "compared with /check.json",
    "export": "compared with /export.zip",
    "init": "compared with the first start; the app has a folder already",
    "serve": "is the app",
    "completion": "is for a shell",
}
"""Commands that are in no table of test_faces.py, and why."""

ADDRESSES = {
    "POST /paste": "compared with import",
    "GET /paste/{draft}": "compared with import --dry-run",
    "POST /paste/{draft}": "compared with import",
    "GET /check": "compared with check",
    "POST /check": "compared with check",
    "POST /numbers": "compared with numbers",
    "GET /export": "compared with export",
    "GET /export.zip": "compared with export",
    "GET /paste": "the empty box shows nothing",
    "GET /coverage": "leads on to the set of the next interview",
    "GET /find": "the palette: what it finds are the addresses of others",
    "GET /commands": "the palette, all of it",
    "GET /keys": "the keys; a terminal has none",
    "GET /api/docs": "the addresses themselves",
    "GET /_parts": "for who works on the pages",
    "GET /stories/{slug}.md": "the file as it is; at a terminal it is a file",
    "GET /stories/{slug}/edit": "the editor; at a terminal a person has their own, and the file is the truth",
    "POST /stories/{slug}/edit": "the editor saves; at a terminal the file is the truth",
    "POST /stories/{slug}/live": "the notes beside the editor while one types",
    "GET /stories/{slug}/delete": "asks before it deletes; the command asks without a page",
    "POST /settings/{what}": "what a browser remembers: theme and keys",
    "POST /interviews": "the first run says /settings/interviews, and is led on to Today",
}
"""Addresses that are in no table of test_faces.py, and why."""

USE_CASES = {
    "init_prep.init_prep": "the app is over a folder already",
    "import_notes.import_notes": "the pages look before they keep: paste.preview and paste.keep call it",
    "paste.start_draft": "the pages look before they keep",
    "paste.preview": "import --dry-run says the same",
    "paste.keep": "import says the same",
    "paste.pasted": "what a form sends is text",
    "paste.pasted_name": "what a pipe sends is bytes",
    "paste.with_something": "a command names its files, and says itself which are empty",
    "paste.example": "the first page offers it to who has no notes at hand",
    "versions.save_story": "the editor; at a terminal the file is the truth",
    "bank.review_text": "the notes beside the editor while one types",
    "glance.glances": "a column of the list; the command says it as part of today",
    "today.must_haves": "part of what today says",
    "today.set_of": "leads to a page",
    "review.said": "words of a report, marked on a page",
    "rules.names": "completes a word at a shell",
}
"""Functions of the use cases that one face calls alone, and why."""


def _commands(group: click.Command = program, name: str = "") -> Iterator[str]:
    """
    Every command there is; a command that works without its subcommand counts itself.
    """
    if not isinstance(group, click.Group):
        yield name
        return
    context = click.Context(group)
    if name and group.invoke_without_command:
        yield name
    for each in group.list_commands(context):
        found = group.get_command(context, each)
        assert found is not None
        yield from _commands(found, f"{name} {each}".strip())


def _addresses() -> dict[str, re.Pattern[str]]:
    """
    Every address of the app, a page and its twin as one, with what matches it.
    """
    routes = [each for router in routers() for each in router.routes if isinstance(each, APIRoute)]
    return {
        f"{method} {'/' if each.path == '/today.json' else each.path.removesuffix('.json')}": re.compile(
            each.path_regex.pattern.replace(r"\.json$", "$").replace("^/today$", "^/$")
        )
        for each in routes
        for method in each.methods or ()
    }


def test_every_command_is_compared_or_says_why() -> None:
    """
    A new command is compared with its page, or is in the table with the reason; the table names no other.
    """
    told = [arguments for arguments, *_ in (*test_faces.READS.values(), *test_faces.WRITES.values())]
    compared = {name for name in _commands() for each in told if each[: len(name.split())] == name.split()}

    assert set(_commands()) - compared == set(COMMANDS)


def test_every_address_is_compared_or_says_why() -> None:
    """
    A new page, form or answer of the API is compared, or is in the table with the reason.
    """
    asked = [f"GET {page.partition('?')[0]}" for _, page, _ in test_faces.READS.values()]
    asked += [f"POST {path}" for _, path, _ in test_faces.WRITES.values()]
    compared = set()
    for each in asked:
        method, path = each.split(" ", 1)
        fitting = [name for name, at in _addresses().items() if name.startswith(method) and at.match(path)]
        compared.add(each if each in fitting else fitting[0])

    assert set(_addresses()) - compared == set(ADDRESSES)


def test_every_use_case_has_all_faces_or_says_why() -> None:
    """
    A function that the commands call is called by the pages too, and the other way round, or says why not.
    """
    typed, clicked = (set(_called(face)) for face in ("cli", "web"))

    assert typed ^ clicked == set(USE_CASES)


def _called(face: str) -> Iterator[str]:
    """
    The functions of the use cases that the modules of a face name, as module.function.
    """
    for path in (SOURCE / face).rglob("*.py"):
        tree = ast.parse(path.read_text("utf-8"))
        modules: dict[str, str] = {}
        for each in ast.walk(tree):
            if isinstance(each, ast.ImportFrom) and each.module == "starling.usecases":
                modules |= {alias.asname or alias.name: alias.name for alias in each.names}
            elif isinstance(each, ast.ImportFrom) and (each.module or "").startswith("starling.usecases."):
                names = (_use_case(str(each.module), alias.name) for alias in each.names)
                yield from (name for name in names if name)
        for each in ast.walk(tree):
            if (
                isinstance(each, ast.Attribute)
                and isinstance(each.value, ast.Name)
                and each.value.id in modules
            ):
                name = _use_case(f"starling.usecases.{modules[each.value.id]}", each.attr)
                yield from (name,) if name else ()


def _use_case(module: str, name: str) -> str:
    """
    A function by the module that defines it, "" for anything else.
    """
    found = getattr(importlib.import_module(module), name, None)
    if not inspect.isfunction(found) or not found.__module__.startswith("starling.usecases."):
        return ""
    return f"{found.__module__.removeprefix('starling.usecases.')}.{found.__name__}"
