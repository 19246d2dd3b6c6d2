"""The settings as a page shows them."""

from __future__ import annotations

from dataclasses import dataclass

from starling.model.prep import Interview
from starling.model.report import Level
from starling.settings import Settings
from starling.usecases.settings import ShownSettings

_LEVELS = (("", "Not said: scope is not judged"), *((each.value, each.value.capitalize()) for each in Level))


@dataclass(frozen=True, slots=True)
class InterviewRow:
    """One interview, in words and as its form sends it."""

    text: str
    day: str
    company: str


@dataclass(frozen=True, slots=True)
class SilentRule:
    """A rule that is silent, and the others that stay so when it speaks again."""

    name: str
    rest: str


@dataclass(frozen=True, kw_only=True)
class SettingsView:
    """The page of the settings."""

    headline: str
    where: str
    role: str
    company: str
    level: str
    levels: tuple[tuple[str, str], ...]
    minutes: str
    pace: int
    minutes_a_day: int
    stories: int
    interviews: tuple[InterviewRow, ...]
    silent: tuple[SilentRule, ...]
    only: tuple[str, ...]


def settings_view(shown: ShownSettings) -> SettingsView:
    """The settings, under a headline that says what they are for."""
    said = shown.settings
    names = [each.name for each in shown.ignore]
    return SettingsView(
        headline=_headline(said),
        where=shown.where,
        role=said.role,
        company=said.company,
        level="" if said.level is None else said.level.value,
        levels=_LEVELS,
        minutes=f"{said.minutes[0]:g}–{said.minutes[1]:g}",
        pace=said.pace,
        minutes_a_day=said.minutes_a_day,
        stories=said.stories,
        interviews=tuple(map(_interview, sorted(said.interview))),
        silent=tuple(SilentRule(name, ",".join(each for each in names if each != name)) for name in names),
        only=tuple(each.name for each in shown.only),
    )


def _headline(said: Settings) -> str:
    level = "" if said.level is None else said.level.value
    job = " ".join(each for each in (level, said.role) if each)
    told = f"{job} at {said.company}" if job and said.company else job or said.company
    told = told or next((each.company for each in sorted(said.interview, reverse=True) if each.company), "")
    return f"You prepare for: {told}" if told else "You have not said yet what you prepare for"


def _interview(each: Interview) -> InterviewRow:
    day = f"{each.day:%A}, {each.day.day} {each.day:%B %Y}"
    return InterviewRow(f"{each.company}, {day}" if each.company else day, each.day.isoformat(), each.company)
