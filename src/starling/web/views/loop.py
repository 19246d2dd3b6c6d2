"""Simulated interview loops as a page shows them: facts, and what they rest on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from starling.content.loops import GENERAL
from starling.usecases.bank import StoryList
from starling.usecases.loops import Blamed, Help, LoopReport
from starling.web.views.counted import count
from starling.web.views.questions import question_url
from starling.web.views.story import story_url


@dataclass(frozen=True, slots=True)
class HelpRow:
    """One thing that would help: what to do, in which story or for which question, and what it changes."""

    todo: str
    said: str
    url: str
    gain: str


@dataclass(frozen=True, slots=True)
class LoopView:
    """What came of simulated loops, under the assumptions it rests on."""

    headline: str
    lede: str
    company: str
    rounds: int
    questions: int
    seed: int
    told: tuple[HelpRow, ...]
    new: tuple[HelpRow, ...]
    blamed: tuple[tuple[str, str, str], ...]
    principles: tuple[tuple[str, str], ...]
    musts: tuple[tuple[str, tuple[tuple[str, str], ...]], ...]
    assumptions: tuple[str, ...]


def loop_view(report: LoopReport, stories: StoryList) -> LoopView:
    """The loops in words: facts, with their interval and what they rest on."""
    titles = {each.story.slug: each.story.title for each in stories.stories}
    return LoopView(
        headline=_headline(report),
        lede=_lede(report),
        company=report.design.company,
        rounds=report.design.rounds,
        questions=report.design.per_round,
        seed=report.design.seed,
        told=tuple(_mended(each, titles) for each in report.mended),
        new=tuple(map(_missing, report.missing)),
        blamed=tuple((each.name, question_url(each.slug), _left(each)) for each in report.blamed),
        principles=tuple((each.name, _left(each)) for each in report.principles),
        musts=tuple(
            (each.name, tuple(_story(slug, titles) for slug in each.stories)) for each in report.musts
        ),
        assumptions=report.assumptions,
    )


def _headline(report: LoopReport) -> str:
    if not report.stories:
        return "No stories yet to tell in an interview"
    return f"Of 100 questions, {_of_100(report.answered, report.asked)} find a fresh, strong story"


def _of_100(part: int, whole: int) -> int:
    return round(100 * part / max(1, whole))


def _lede(report: LoopReport) -> str:
    short = report.short
    design = report.design
    at = f" at {design.company}" if design.company.casefold() not in ("", GENERAL) else ""
    drawn = (
        f"{design.draws:,} simulated interviews{at}, {design.rounds} rounds with {design.per_round} questions"
        " each."
    )
    if not report.stories:
        return f"{drawn} What they ask for most stands first."
    return (
        f"{drawn} In {_of_100(short.count, short.of)} of 100 at least one question finds none"
        f" ({100 * short.low:.1f} to {100 * short.high:.1f} with 95% confidence)."
    )


def _left(each: Blamed) -> str:
    """How often it was left open; without any strong story that is every time."""
    if not each.has:
        return f"no strong story, asked {each.asked:,} times"
    return f"left open {each.left:,} of {each.asked:,} times"


def _story(slug: str, titles: Mapping[str, str]) -> tuple[str, str]:
    return titles.get(slug, slug), story_url(slug)


def _missing(each: Help) -> HelpRow:
    return HelpRow(f"{each.name}, for", each.example, "", _gain(each))


def _mended(each: Help, titles: Mapping[str, str]) -> HelpRow:
    title, url = _story(each.story, titles)
    return HelpRow(f"Tell {each.name.lower()} in", title, url, _gain(each))


def _gain(each: Help) -> str:
    """What it would change in the same loops: how many are whole now, or at least questions answered."""
    if each.loops:
        return f"+{count(each.loops, 'interview')} with no question left open"
    return f"+{count(each.questions, 'question')}"
