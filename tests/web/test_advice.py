"""Advice on a page is in a page's words: a command of the terminal is a step, or nothing."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import starling
from starling.web.views.advice import on_a_page
from starling.web.views.trouble import trouble_view

ROOMS = (
    "adapters",
    "content",
    "matching",
    "model",
    "prep",
    "review",
    "settings.py",
    "text",
    "usecases",
    "web",
    "wiring.py",
)
"""All that is below the command line; what the server says at its start is for a terminal."""
COMMAND = re.compile(r"(?<![\w.])(?:starling [a-z]+\b|--[a-z]+)")
ADVICE = {"try_this", "advice", "told", "_MEND", "_ADVICE"}


def _texts(node: ast.AST) -> Iterator[str]:
    """The texts in an expression, with a word for each value that is filled in."""
    if isinstance(node, ast.JoinedStr):
        yield "".join(str(each.value) if isinstance(each, ast.Constant) else "some" for each in node.values)
    elif isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    else:
        for child in ast.iter_child_nodes(node):
            yield from _texts(child)


def _advice() -> Iterator[str]:
    """Every advice in the code that names a command, given as *try_this* or put together before."""
    home = Path(starling.__file__).parent
    paths = [
        path
        for room in ROOMS
        for path in ([home / room] if room.endswith(".py") else (home / room).rglob("*.py"))
    ]
    for path in sorted(set(paths) - {home / "web" / "serve.py"}):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            given: list[ast.expr] = []
            if isinstance(node, ast.keyword) and node.arg in ADVICE:
                given = [node.value]
            elif isinstance(node, ast.Assign):
                names = {
                    each.id
                    for target in node.targets
                    for each in ast.walk(target)
                    if isinstance(each, ast.Name)
                }
                given = [node.value] if names & ADVICE else []
            yield from (text for each in given for text in _texts(each) if COMMAND.search(text))


def test_no_advice_on_a_page_names_a_command() -> None:
    """
    Whatever is advised anywhere in the program, a page says it without a command or its flags.
    """
    found = sorted(set(_advice()))

    assert len(found) > 8
    assert [] == [text for text in found if COMMAND.search(on_a_page(text).words)]


@pytest.mark.parametrize(
    ("advice", "words", "command"),
    [
        ("Did you mean the-leak?", "Did you mean the-leak?", ""),
        ("Did you mean “a --b”? See them all: starling stories", "Did you mean “a --b”?", "stories"),
        ("It holds 1 to 4; to see what is there, import with --dry-run.", "It holds 1 to 4.", ""),
        ("Mend it (starling check names the line), and say it again.", "Mend it, and say it again.", ""),
        ("Send them in parts, or in a terminal: starling import FOLDER", "Send them in parts.", "import"),
        ('Write it in quotes: "Tell me about …"', "", ""),
        ("Run  starling doctor --repair", "", "doctor"),
    ],
)
def test_what_is_left_of_an_advice(advice: str, words: str, command: str) -> None:
    """
    A sentence, a clause or an aside with a command is left out, and nothing around it; quoted words stay.
    """
    assert (words, command) == on_a_page(advice)


@pytest.mark.parametrize(
    ("advice", "path", "step"),
    [
        ("Import your notes first: starling import notes.md", "/stories/a", ("/paste", "Paste notes")),
        ("See them all: starling rules", "/stories/a", ("/rules", "See the rules")),
        ("", "/facts/a", ("/stories", "See your stories")),
        ("", "/", ("/", "Try again")),
    ],
)
def test_a_command_becomes_the_step_that_does_the_same(advice: str, path: str, step: tuple[str, str]) -> None:
    """
    The one button of an error leads where the command would, else to the place around, and never in a circle.
    """
    view = trouble_view("It is not there.", "", advice, 404, path)

    assert (step, "") == ((view.url, view.step), view.try_this)
