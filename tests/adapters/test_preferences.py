"""starling.toml is changed in place: what a person wrote around its settings stays."""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from starling.adapters.preferences import FolderPreferences

TEXT = """\
# mine
role = "ML engineer"   # since May

# level = "senior"   # one day
minutes = [ 2, 3 ]

[[interview]]
company = "Brindlecart"  # my favourite
day = 2026-12-09
"""


@pytest.fixture
def kept(tmp_path: Path) -> FolderPreferences:
    """Settings that somebody wrote by hand."""
    (tmp_path / "starling.toml").write_text(TEXT)
    return FolderPreferences(tmp_path, "starling.toml")


def test_a_change_touches_its_value_alone(kept: FolderPreferences) -> None:
    """
    Comments, order and spaces stay; a key that stands there as a comment is opened with its remark.
    """
    kept.put({"role": "Data scientist", "level": "staff"})
    expected = TEXT.replace("ML engineer", "Data scientist").replace('# level = "senior"', 'level = "staff"')

    assert expected == kept.page().text


def test_a_key_is_taken_out_and_nothing_else(kept: FolderPreferences) -> None:
    """
    None takes a key out; one that is not there is no error, and writes nothing.
    """
    kept.put({"minutes": None})
    text = kept.page().text
    kept.put({"pace": None})

    assert TEXT.replace("minutes = [ 2, 3 ]\n", "") == text == kept.page().text


def test_a_new_key_stands_above_the_tables(kept: FolderPreferences) -> None:
    """
    A key that was not there becomes one of the file, not of its last table.
    """
    kept.put({"pace": 150})
    said = tomllib.loads(kept.page().text)

    assert (150, [{"company": "Brindlecart", "day": date(2026, 12, 9)}]) == (said["pace"], said["interview"])


def test_tables_come_and_go_one_by_one(kept: FolderPreferences) -> None:
    """
    A table is added below the others, and each is taken away by its place, comments of the others kept.
    """
    kept.add("interview", {"company": "Tallowmere", "day": date(2026, 12, 1)})
    assert ["Brindlecart", "Tallowmere"] == [
        each["company"] for each in tomllib.loads(kept.page().text)["interview"]
    ]
    kept.drop("interview", 1)
    assert "# my favourite" in kept.page().text
    kept.drop("interview", 0)
    assert "interview" not in tomllib.loads(kept.page().text)
    assert kept.page().text.startswith("# mine\n")


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=40))
def test_any_text_is_written_so_that_it_is_read_back(
    tmp_path_factory: pytest.TempPathFactory, text: str
) -> None:
    """
    A company may be called whatever it likes.
    """
    folder = tmp_path_factory.mktemp("prep")
    (folder / "starling.toml").write_text(TEXT)
    kept = FolderPreferences(folder, "starling.toml")
    kept.put({"company": text})
    kept.add("interview", {"company": text, "day": date(2026, 12, 1)})
    said = tomllib.loads(kept.page().text)

    assert (text, text) == (said["company"], said["interview"][-1]["company"])
