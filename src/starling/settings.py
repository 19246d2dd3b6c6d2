"""What a person prepares for, from starling.toml and the environment; an unknown key is an error."""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields, replace
from datetime import date
from typing import Any

import tomli

from starling.model.nearest import did_you_mean
from starling.model.prep import Interview
from starling.model.problem import UsageError
from starling.model.report import Brief, Level, QuestionType

_PREFIX = "STARLING_"
_NUMBER = re.compile(r"\d{1,3}(?:\.\d{1,2})?")
_DASH = re.compile("[-–]")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_PACES = range(60, 301)
_DAILY = range(5, 481)
_READY = range(1, 101)
_LONGEST = 30.0


@dataclass(frozen=True, kw_only=True)
class Settings:
    """What a person prepares for, and which rules they want.

    ``minutes`` is how long a telling may take, ``pace`` how many words the
    person says in a minute, ``minutes_a_day`` how long they prepare,
    ``stories`` how many they want to have ready. ``only``
    empty means every rule. ``interview`` are the interviews, as they are written.
    ``embeddings`` is the folder of a sentence model, seen from the prep folder, "" for none.
    """

    role: str = ""
    company: str = ""
    level: Level | None = None
    minutes: tuple[float, float] = (2.0, 3.0)
    pace: int = 140
    minutes_a_day: int = 45
    stories: int = 10
    only: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    interview: tuple[Interview, ...] = ()
    embeddings: str = ""

    def brief(self, asked: QuestionType | None = None) -> Brief:
        """What a telling is for, when asked this type of question."""
        return Brief(level=self.level, question_type=asked, minutes=self.minutes, pace=self.pace)


def read_settings(text: str, environ: Mapping[str, str], where: str = "starling.toml") -> Settings:
    """The settings of a TOML *text*, with those of the environment over them.

    Raises UsageError for a key or a value that is not known.
    """
    try:
        said = tomli.loads(text)
    except tomli.TOMLDecodeError as error:
        advice = "Put texts into quotation marks, lists into brackets, and one key on a line."
        raise UsageError(f"The settings are not TOML: {error}.", where=where, try_this=advice) from error
    settings = override(Settings(), said, where)
    return override(settings, _from_environment(environ), "the environment")


def override(settings: Settings, said: Mapping[str, Any], where: str) -> Settings:
    """*settings* with the values that are *said*; what is None is not said."""
    values = {key: _value(key, value, where) for key, value in said.items() if value is not None}
    return replace(settings, **values)


def _from_environment(environ: Mapping[str, str]) -> dict[str, str]:
    """The settings among the variables; one that is nearly right is an error, any other is left alone."""
    said = {name.removeprefix(_PREFIX): value for name, value in environ.items() if name.startswith(_PREFIX)}
    known = [key.upper() for key in _READERS]
    return {key.lower(): value for key, value in said.items() if key in known or _near(key, known)}


def _near(key: str, known: list[str]) -> bool:
    return bool(difflib.get_close_matches(key, known, 1, cutoff=0.75))


def reader(key: str, where: str) -> Callable[[object], Any]:
    """What reads a setting, None for a value that it cannot have; UsageError names the nearest key."""
    if key in _READERS:
        return _READERS[key]
    advice = did_you_mean(key, _READERS, f"Known are {', '.join(_READERS)}.")
    raise UsageError(f"“{key}” is not a setting.", where=where, try_this=advice)


def _value(key: str, value: object, where: str) -> Any:
    found = reader(key, where)(value)
    if found is None:
        shown = value if isinstance(value, str) else repr(value)
        raise UsageError(f"{key} cannot be “{shown}”.", where=where, try_this=f"Write {_FORMS[key]}.")
    return found


def _text(value: object) -> str | None:
    return value if isinstance(value, str) else None


def _level(value: object) -> Level | None:
    said = str(value).lower()
    return Level(said) if said in set(Level) else None


def _minutes(value: object) -> tuple[float, float] | None:
    """Both ends of a range: ``[2, 3]``, ``"2-3"``, or one figure for the longest."""
    given = value if isinstance(value, (list, tuple)) else _DASH.split(str(value))
    said = [str(each).strip() for each in given]
    if not 1 <= len(said) <= 2 or not all(_NUMBER.fullmatch(each) for each in said):  # noqa: PLR2004
        return None
    low, high = (float(said[0]), float(said[-1])) if len(said) > 1 else (0.0, float(said[0]))
    return (low, high) if low <= high <= _LONGEST and high > 0 else None


def _pace(value: object) -> int | None:
    return _within(value, _PACES)


def _daily(value: object) -> int | None:
    return _within(value, _DAILY)


def _stories(value: object) -> int | None:
    return _within(value, _READY)


def _within(value: object, known: range) -> int | None:
    said = str(value)
    return int(said) if re.fullmatch(r"[0-9]{1,4}", said) and int(said) in known else None


def read_day(value: object) -> date | None:
    """A day, as TOML has it or written 2026-12-09; None for anything else."""
    if type(value) is date:
        return value
    try:
        return date.fromisoformat(value) if isinstance(value, str) and _DAY.fullmatch(value) else None
    except ValueError:
        return None


def _interviews(value: object) -> tuple[Interview, ...] | None:
    """The tables ``[[interview]]`` in their order; None where one has no day, or says something else."""
    tables = value if isinstance(value, list) else [value]
    found = [_interview(each) for each in tables]
    return None if None in found else tuple(each for each in found if each is not None)


def _interview(table: object) -> Interview | None:
    if not isinstance(table, dict) or not set(table) <= {"day", "company"}:
        return None
    day, company = read_day(table.get("day")), table.get("company", "")
    return None if day is None or not isinstance(company, str) else Interview(day, company.strip())


def _names(value: object) -> tuple[str, ...] | None:
    """Names of rules, from a list or a text with commas."""
    said = value.split(",") if isinstance(value, str) else value
    if not isinstance(said, (list, tuple)) or not all(isinstance(each, str) for each in said):
        return None
    return tuple(each.strip() for each in said if each.strip())


_READERS: dict[str, Callable[[object], Any]] = {
    "role": _text,
    "company": _text,
    "level": _level,
    "minutes": _minutes,
    "pace": _pace,
    "minutes_a_day": _daily,
    "stories": _stories,
    "only": _names,
    "ignore": _names,
    "interview": _interviews,
    "embeddings": _text,
}
_FORMS = {
    "role": 'a text, as in role = "ML engineer"',
    "company": 'a text, as in company = "Brindlecart"',
    "level": "junior, senior or staff",
    "minutes": f"a range such as 2-3, of at most {_LONGEST:.0f} minutes",
    "pace": f"words a minute, from {_PACES[0]} to {_PACES[-1]}",
    "stories": f"how many to have ready, from {_READY[0]} to {_READY[-1]}",
    "minutes_a_day": f"minutes, from {_DAILY[0]} to {_DAILY[-1]}",
    "only": 'names of rules, as in only = ["result-missing"]',
    "ignore": 'names of rules, as in ignore = ["too-short"]',
    "interview": 'tables [[interview]] with company = "Brindlecart" and day = 2026-12-09',
    "embeddings": 'the folder of a sentence model, as in embeddings = "models/minilm"',
}

assert set(_READERS) == set(_FORMS) == {each.name for each in fields(Settings)}, "one reader for each setting"  # noqa: S101
