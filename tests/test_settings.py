"""Settings: from a file, from the environment, and what is said about those that do not exist."""

from __future__ import annotations

import tomllib
from dataclasses import fields
from datetime import date
from pathlib import Path

import pytest

from starling.model.prep import Interview
from starling.model.problem import UsageError
from starling.model.report import Level
from starling.settings import Settings, override, read_settings


def test_nothing_said_gives_the_usual() -> None:
    """
    Without settings a telling has two to three minutes at 140 words a minute.
    """
    assert Settings() == read_settings("", {})
    assert ((2.0, 3.0), 140) == (Settings().minutes, Settings().pace)


def test_the_environment_comes_before_the_file() -> None:
    """
    The file is read, and the environment says the last word.
    """
    text = 'role = "ML engineer"\nlevel = "senior"\nminutes = [1, 2.5]\nignore = ["too-short"]\n'
    found = read_settings(
        text, {"STARLING_LEVEL": "staff", "STARLING_ONLY": "a, b", "STARLING_PREP": "x", "HOME": "y"}
    )

    assert (Level.STAFF, (1.0, 2.5), ("a", "b"), ("too-short",)) == (
        found.level,
        found.minutes,
        found.only,
        found.ignore,
    )


@pytest.mark.parametrize(
    ("said", "minutes"), [("2-3", (2, 3)), ("1.5 – 4", (1.5, 4)), ("3", (0, 3)), (2, (0, 2))]
)
def test_minutes_are_a_range_or_the_most(said: object, minutes: tuple[float, float]) -> None:
    """
    One figure is the longest time, two are a range.
    """
    assert minutes == override(Settings(), {"minutes": said}, "the options").minutes


@pytest.mark.parametrize(
    ("text", "environ", "what", "advice"),
    [
        ("levle = 'senior'", {}, "“levle” is not a setting.", "Did you mean level?"),
        ("zzz = 1", {}, "“zzz” is not a setting.", "Known are role, company, level"),
        ("level = 'boss'", {}, "level cannot be “boss”.", "junior, senior or staff"),
        ("minutes = [3, 2]", {}, "minutes cannot be “[3, 2]”.", "a range such as 2-3"),
        ("minutes = [1, 2, 3]", {}, "minutes cannot be “[1, 2, 3]”.", "a range such as 2-3"),
        ("pace = 10", {}, "pace cannot be “10”.", "words a minute, from 60 to 300"),
        ("pace = -140", {}, "pace cannot be “-140”.", "words a minute"),
        ("role = 3", {}, "role cannot be “3”.", "a text"),
        ("only = 3", {}, "only cannot be “3”.", "names of rules"),
        ("ignore = [3]", {}, "ignore cannot be “[3]”.", "names of rules"),
        ("minutes_a_day = 0", {}, "minutes_a_day cannot be “0”.", "minutes, from 5 to 480"),
        ("interview = 3", {}, "interview cannot be “3”.", "tables [[interview]]"),
        ("[[interview]]\ncompany = 'A'", {}, "interview cannot be", "day = 2026-12-09"),
        ("[[interview]]\nday = 2026-12-09\ntime = 9", {}, "interview cannot be", "company ="),
        ("[[interview]]\nday = '9 December'", {}, "interview cannot be", "day = 2026-12-09"),
        ("level = senior", {}, "not TOML", "quotation marks"),
        ("", {"STARLING_LEVLE": "senior"}, "“levle” is not a setting.", "Did you mean level?"),
        ("", {"STARLING_PACE": "fast"}, "pace cannot be “fast”.", "words a minute"),
    ],
)
def test_what_is_not_known_is_an_error_that_helps(
    text: str, environ: dict[str, str], what: str, advice: str
) -> None:
    """
    An unknown key or value says what is wrong, where, and the nearest thing that is right.
    """
    with pytest.raises(UsageError) as raised:
        read_settings(text, environ, "prep/starling.toml")

    assert what in raised.value.what
    assert advice in raised.value.try_this
    assert raised.value.where == ("the environment" if environ else "prep/starling.toml")


def test_interviews_are_days_with_or_without_a_company() -> None:
    """
    A day is TOML's own or a text, in the order of the file; the workspace has them by day.
    """
    text = "[[interview]]\ncompany = ' Brindlecart '\nday = '2026-12-09'\n[[interview]]\nday = 2026-12-01\n"

    assert (Interview(date(2026, 12, 9), "Brindlecart"), Interview(date(2026, 12, 1))) == read_settings(
        text, {}
    ).interview


def test_the_page_about_settings_shows_them_all() -> None:
    """
    The starling.toml of docs/story-format.md can be read, and holds every setting that there is.
    """
    page = (Path(__file__).parents[1] / "docs" / "story-format.md").read_text("utf-8")
    block = page.partition("## starling.toml\n\n```toml\n")[2].partition("```")[0]

    assert {each.name for each in fields(Settings)} == set(tomllib.loads(block))
    assert "Brindlecart" == read_settings(block, {}).company
