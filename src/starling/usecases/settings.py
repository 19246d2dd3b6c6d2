"""What a person prepares for: shown as it is written, and changed without touching what stands around it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from starling.model.prep import Interview
from starling.model.problem import UnknownError, UsageError
from starling.ports import Workspace
from starling.settings import Settings, override, read_day, read_settings, reader
from starling.usecases.rules import find_rule

_TABLE = "interview"


@dataclass(frozen=True, kw_only=True)
class NamedRule:
    """A rule that the settings name, and what it looks for."""

    name: str
    summary: str


@dataclass(frozen=True, kw_only=True)
class ShownSettings:
    """The settings of a prep folder as its file says them, and the rules that are named there."""

    where: str
    settings: Settings
    ignore: tuple[NamedRule, ...] = ()
    only: tuple[NamedRule, ...] = ()


def show_settings(work: Workspace) -> ShownSettings:
    """The settings as they are written; the environment does not speak here."""
    page = work.preferences.page()
    settings = read_settings(page.text, {}, page.where)
    return ShownSettings(
        where=page.where,
        settings=settings,
        ignore=tuple(map(_named, settings.ignore)),
        only=tuple(map(_named, settings.only)),
    )


def change_settings(work: Workspace, said: Mapping[str, str]) -> ShownSettings:
    """Change the settings that are *said*, as texts; an empty one goes back to the usual.

    Nothing is written where one of them is no setting, or cannot have its value.
    """
    now = show_settings(work)
    for key in said:
        reader(key, now.where)
    if _TABLE in said:
        raise UsageError("Interviews are added and taken away one by one.", where=now.where)
    spoken = {key: text for key, text in said.items() if text.strip()}
    new = override(now.settings, spoken, now.where)
    for name in (*new.ignore, *new.only):
        find_rule(name, now.where)
    changed = {key: _written(getattr(new, key)) for key in spoken if _differ(now.settings, new, key)}
    gone = dict.fromkeys(key for key in said if key not in spoken)
    work.preferences.put(changed | gone)
    return show_settings(work)


def _differ(now: Settings, new: Settings, key: str) -> bool:
    return bool(getattr(now, key) != getattr(new, key))


def _written(value: Any) -> object:
    """A setting as a person writes it: whole minutes without a point, lists in brackets."""
    if isinstance(value, tuple):
        return [int(each) if isinstance(each, float) and each.is_integer() else each for each in value]
    return str(value) if isinstance(value, str) else value


def add_interview(work: Workspace, company: str, day: str) -> ShownSettings:
    """Remember an interview on a day, written 2026-12-09; the same one again changes nothing."""
    interview = _interview(company, day)
    if interview not in show_settings(work).settings.interview:
        name = {"company": interview.company} if interview.company else {}
        work.preferences.add(_TABLE, name | {"day": interview.day})
    return show_settings(work)


def remove_interview(work: Workspace, company: str, day: str) -> ShownSettings:
    """Forget an interview."""
    now = show_settings(work)
    gone = _interview(company, day)
    if gone not in now.settings.interview:
        advice = "See them: starling settings"
        raise UnknownError("There is no such interview.", where=now.where, try_this=advice)
    work.preferences.drop(_TABLE, now.settings.interview.index(gone))
    return show_settings(work)


def _interview(company: str, day: str) -> Interview:
    on = read_day(day.strip())
    if on is None:
        raise UsageError(f"“{day}” is not a day.", try_this="Write year, month and day, as in 2026-12-09.")
    return Interview(on, " ".join(company.split()))


def _named(name: str) -> NamedRule:
    rule = find_rule(name)
    return NamedRule(name=rule.name, summary=rule.summary)
