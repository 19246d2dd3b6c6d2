"""The shipped lists of words and phrases: one list to a name."""

from __future__ import annotations

from importlib.resources import files

from starling.content import load


def test_no_list_hides_another() -> None:
    """
    A set of words never has the name of a phrase list, which it would silently replace.
    """
    sets = {file.name[:-4] for file in (files("starling.content") / "vocabulary").iterdir()}

    assert set() == sets & set(load.wordlist_names())
