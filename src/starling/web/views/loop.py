"""Simulated interview loops as a page shows them: facts, and what they rest on."""

from __future__ import annotations

from dataclasses import dataclass

from starling.usecases.loops import Blamed, Help, LoopReport
from starling.web.views.questions import question_url
from starling.web.views.story import story_url


@dataclass(frozen=True, slots=True)
class LoopView:
    """What came of simulated loops, under the assumptions it rests on."""

    headline: str
    lede: str
    company: str
    rounds: int
    questions: int
    seed: int
    draws: int
    blamed: tuple[tuple[str, str, str], ...]
    principles: tuple[tuple[str, str], ...]
    missing: tuple[str, ...]
    mended: tuple[tuple[str, str], ...]
    musts: tuple[tuple[str, str], ...]
    assumptions: tuple[str, ...]


def loop_view(report: LoopReport) -> LoopView:
    """The loops in words: facts, with their interval and what they rest on."""
    share = report.short
    per_100 = round(100 * share.count / max(1, share.of))
    return LoopView(
        headline=f"In {per_100} of 100 loops a question finds no fresh, strong story",
        lede=(
            f"{report.draws:,} loops of {report.rounds} rounds with {report.questions} questions each,"
            f" drawn for {report.company or 'any company'} (seed {report.seed}). The true share lies between"
            f" {100 * share.low:.1f} and {100 * share.high:.1f} in 95 of 100 cases."
        ),
        company=report.company,
        rounds=report.rounds,
        questions=report.questions,
        seed=report.seed,
        draws=report.draws,
        blamed=tuple(_blamed(each) for each in report.blamed),
        principles=tuple((each.name, _left(each)) for each in report.principles),
        missing=tuple(_missing(each) for each in report.missing),
        mended=tuple((story_url(each.story), _mended(each)) for each in report.mended),
        musts=tuple((each.name, ", ".join(each.stories) or "none yet") for each in report.musts),
        assumptions=report.assumptions,
    )


def _blamed(each: Blamed) -> tuple[str, str, str]:
    return each.name, question_url(each.slug), _left(each)


def _left(each: Blamed) -> str:
    why = "the stories that fit had been told" if each.has else "no strong story fits"
    return f"left open in {each.left:,} of {each.asked:,}: {why}"


def _missing(each: Help) -> str:
    return f"One more story of {each.name.lower()}: {_gain(each)}. For example: {each.example}"


def _mended(each: Help) -> str:
    return f"Tell “{each.name.lower()}” in {each.story}: {_gain(each)}"


def _gain(each: Help) -> str:
    """What it would change in the same loops: how many are whole now, or at least questions answered."""
    if each.loops:
        return f"{each.loops:,} more loops without an open question"
    return f"{each.questions:,} more questions find a story"
