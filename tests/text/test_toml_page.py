"""A TOML file knows the lines of what it says, and takes a mark without losing a row."""

from __future__ import annotations

import tomllib
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from starling.text.question_page import mark_asked
from starling.text.toml_page import TomlPage
from starling.text.toml_write import rows, toml

PAGE = """\
# what I was asked
[[question]]  # first
text = \"\"\"
[[question]]
probes = "not a key"
\"\"\"
shows = [
  "goal",
  "result",
]

[[question]]
text = "Why?"
# until here

[other]
text = "no question"
"""
TEXTS = st.text(max_size=30)


def test_entries_and_keys_know_their_lines() -> None:
    """
    A table, a key and one text of a list are found where they stand; rows inside a long text are none.
    """
    first, second = TomlPage(PAGE).entries("question")

    assert (2, 3, 7, 9) == (
        first.line(),
        first.line("text"),
        first.line("shows"),
        first.line("shows", "result"),
    )
    assert (12, 13) == (second.line(), second.line("text"))
    assert 2 == first.line("probes")


def test_what_is_no_toml_says_where() -> None:
    """
    A file that cannot be read is empty and names the line.
    """
    page = TomlPage('a = 1\nb = "open\n')

    assert {} == page.values
    assert page.broken is not None
    assert 2 == page.broken.line


@given(TEXTS)
def test_any_text_is_read_or_refused(text: str) -> None:
    """
    No text of a user makes the page raise, and what it finds stands in the text.
    """
    page = TomlPage(text)
    last = text.count("\n") + 1

    assert (page.broken is None) or page.values == {}
    assert all(0 <= entry.line("slug") <= last for entry in page.entries("question"))


@pytest.mark.parametrize("number", [0, 1])
def test_a_mark_is_one_row_more(number: int) -> None:
    """
    Marking an entry adds one row to it; what stood there is as it was, and the mark is read back.
    """
    marked = mark_asked(PAGE, number, '{company = "Brindlecart"}')

    assert marked is not None
    assert PAGE.split("\n") == [row for row in marked.split("\n") if not row.startswith("asked")]
    asked = [each.get("asked") for each in tomllib.loads(marked)["question"]]
    assert [{"company": "Brindlecart"}] == asked[number]
    assert asked[1 - number] is None


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("asked = []", ["new"]),
        ('asked = [{company = "Old"}]', ["new", "Old"]),
        ('asked = [\n  {company = "Old"},\n]', ["new", "Old"]),
        ("  asked=[ ]  # nobody yet", ["new"]),
    ],
)
def test_a_mark_joins_those_that_are_there(before: str, after: list[str]) -> None:
    """
    A second mark goes into the same list, on one row or on many.
    """
    marked = mark_asked(f'[[question]]\ntext = "Why?"\n{before}\n', 0, '{company = "new"}')

    assert marked is not None
    assert after == [each["company"] for each in tomllib.loads(marked)["question"][0]["asked"]]


@pytest.mark.parametrize("text", ["[[question]]\nasked = 3\n", 'question = [{text = "Why?"}]\n'])
def test_a_mark_without_room_is_refused(text: str) -> None:
    """
    Where an entry has no list to take the mark, nothing is guessed.
    """
    assert mark_asked(text, 0, "{}") is None


@given(TEXTS, TEXTS, st.dates())
def test_what_is_written_is_read_back(one: str, other: str, day: date) -> None:
    """
    Texts, days, lists and tables come back as they were.
    """
    table = {"text": one, "list": (one, other), "asked": [{"company": other, "day": day}]}

    assert {"text": one, "list": [one, other], "asked": [{"company": other, "day": day}]} == tomllib.loads(
        "\n".join(rows(table))
    )


def test_what_toml_cannot_say_is_an_error_of_ours() -> None:
    """
    A value of another kind is a mistake in the program, and is not written as something else.
    """
    with pytest.raises(TypeError):
        toml(None)
