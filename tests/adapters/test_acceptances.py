"""What was called fine: any words survive, and what is taken back leaves the rest of the file as it was."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from starling.adapters.acceptances import FolderAcceptances
from starling.model.prep import Acceptance
from starling.model.problem import UnreadableError, UsageError

ANY_TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=60)
LATE = Acceptance("late", "too-long", "", "2026-11-21")


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(words=ANY_TEXT, reason=ANY_TEXT)
def test_acceptances_are_read_back(tmp_path_factory: pytest.TempPathFactory, words: str, reason: str) -> None:
    """
    Any words survive the file, quotation marks and line ends included.
    """
    kept = FolderAcceptances(tmp_path_factory.mktemp("prep"))
    given_ones = [Acceptance("late", "too-long", words, "2026-11-21", reason), Acceptance("a", "b", "", "")]
    for each in given_ones:
        kept.add(each)

    assert tuple(given_ones) == kept.all()


def test_acceptances_leave_what_stands_there(tmp_path: Path) -> None:
    """
    Comments and entries that a person wrote stay as they are.
    """
    path = tmp_path / "accepted.toml"
    mine = '# mine\n[[accepted]]\nstory   = "a"\nrule = "b"\n\n[[accepted]]\nnote = "half an entry"'
    path.write_text(mine, "utf-8")
    kept = FolderAcceptances(tmp_path)

    kept.add(Acceptance("late", "too-long", "", "2026-11-21"))

    assert path.read_text("utf-8").startswith(mine)
    assert ["a", "late"] == [each.story for each in kept.all()]


def test_broken_toml_says_where_and_what_to_do(tmp_path: Path) -> None:
    """
    A file that a person broke is named with its fault, says nothing, and nothing is written to it.
    """
    path = tmp_path / "accepted.toml"
    path.write_text("[[accepted]\n", "utf-8")
    kept = FolderAcceptances(tmp_path)

    (unread,) = kept.unread()
    for write in (partial(kept.add, LATE), partial(kept.remove, [LATE])):
        with pytest.raises(UnreadableError, match="not TOML"):
            write()

    assert () == kept.all()
    assert str(path) == unread.where
    assert "Mend that line" in unread.try_this
    assert "[[accepted]\n" == path.read_text("utf-8")


def entry(acceptance: Acceptance) -> str:
    """
    An entry as a person may write it.
    """
    return f"  [[ accepted ]]  # by hand\nrule=\"{acceptance.rule}\"\nstory = '{acceptance.story}' # whose\n"


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    before=st.sampled_from(["", "# mine\n", "# mine\r\n\r\n", "\ufeff# mine\n", "a = 1\n\n", "\n\n"]),
    words=ANY_TEXT,
    reason=ANY_TEXT,
    count=st.integers(0, 2),
)
def test_taking_back_is_as_if_it_had_not_been_said(
    tmp_path_factory: pytest.TempPathFactory, before: str, words: str, reason: str, count: int
) -> None:
    """
    What is called fine and taken back leaves the bytes of the file as they were, its line ends too.
    """
    path = tmp_path_factory.mktemp("prep") / "accepted.toml"
    path.write_bytes(before.encode())
    kept = FolderAcceptances(path.parent)
    for number in range(count):
        kept.add(Acceptance("late", f"rule-{number}", words, "2026-11-20"))
    there = path.read_bytes()
    kept.add(Acceptance("late", "too-long", words, "2026-11-21", reason))
    kept.add(Acceptance("late", "too-long", words, "2026-11-21", reason))

    kept.remove([Acceptance("late", "too-long", words, "2026-11-21", reason)])

    assert there == path.read_bytes()


@pytest.mark.parametrize("gone", [0, 1, 2])
def test_comments_and_order_stay_when_one_is_taken_back(tmp_path: Path, gone: int) -> None:
    """
    Of a file that a person wrote, only the rows of one entry go: no comment, no other entry.
    """
    ones = [Acceptance(name, "too-long", "", "") for name in "abc"]
    path = tmp_path / "accepted.toml"
    pieces = [
        "# mine\n\n# about a\n",
        entry(ones[0]),
        "# below a\n\n# about b\n",
        entry(ones[1]),
        '\n[[accepted]]\nnote = "half an entry"\n\n[other]\nx = [\n  1,\n]\n# about c\n',
        entry(ones[2]),
        "\n# the end",
    ]
    path.write_text("".join(pieces), "utf-8")

    FolderAcceptances(tmp_path).remove([ones[gone]])

    del pieces[2 * gone + 1]
    assert "".join(pieces) == path.read_text("utf-8")
    assert [each for each in ones if each is not ones[gone]] == list(FolderAcceptances(tmp_path).all())


@pytest.mark.parametrize(
    "text",
    [
        'accepted = [{story = "late", rule = "too-long", day = "2026-11-21"}]\n',
        '[[accepted]]\nstory = "late"\nrule = "too-long"\nday = "2026-11-21"\n[accepted.note]\nx = 1\n',
        '[[accepted]]\nx = """\n[[accepted]]\n"""\nday = "2026-11-21"\nrule = "too-long"\nstory = "late"\n',
    ],
)
def test_what_cannot_be_told_apart_is_left(tmp_path: Path, text: str) -> None:
    """
    Where an entry is no run of rows below its head, the file stays, and the advice is to do it by hand.
    """
    path = tmp_path / "accepted.toml"
    path.write_text(text, "utf-8")

    with pytest.raises(UsageError) as raised:
        FolderAcceptances(tmp_path).remove([LATE])

    assert str(path) == raised.value.where
    assert "by hand" in raised.value.try_this
    assert text == path.read_text("utf-8")


def test_what_is_not_there_is_not_taken_back(tmp_path: Path) -> None:
    """
    Forgetting what nobody called fine writes nothing, not even a file.
    """
    FolderAcceptances(tmp_path).remove([LATE])

    assert [] == list(tmp_path.iterdir())
