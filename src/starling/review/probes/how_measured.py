"""How a figure of the result was got."""

from __future__ import annotations

import re
from collections.abc import Iterator

from starling.model.story import PartKind
from starling.review.numbers.quantities.quantity import Kind, Quantity
from starling.review.probe import Asked, Probe, about
from starling.review.reading import Reading, Sentence
from starling.review.reading.clauses import clause_around
from starling.review.reading.parts import told_in
from starling.review.rule import example, tell
from starling.review.signals.outcomes import outcomes
from starling.text.phrases import Hit

_BASIS = ("basis_cues", "test_markers", "controlled_tests", "judged_markers")
_GAIN = re.compile(r"\b(?:sav|cost|cut|reduc|revenue|generat|worth|loss|profit|sales|avoid)")
_LOST = re.compile(r"\b(?:lost|losing|refund)")
_FELT = re.compile(r"\b(?:relationship|confidence|trust|morale|engagement|culture|mood|atmosphere)")
_NO_GAIN = re.compile(
    r"\b(?:coverage|adopted by|of (?:those|these|them)|allocat|exam|written tests?|resources"
    r"|of (?:my|our) time|target|budget|peak (?:was|of|reached)|of a fresh|only reached)"
)
_SEEN, _HOW_MUCH = "What did you see that showed it?", "How much was that, and how did you know?"
_WITH_CONTROL = ("a/b", "ab test", "split test", "control group", "treatment group", "holdout")
_MOST_FIGURES = 12
"""Nobody asks about more figures of one sentence."""


def _has_basis(reading: Reading, sentence: Sentence) -> bool:
    return any(reading.hits_in(name, sentence) for name in _BASIS)


def _was_compared(reading: Reading) -> bool:
    """Whether the action tells of a test with a control, which says how it was measured and against what."""
    told = reading.hits("test_markers", PartKind.ACTION)
    return any(reading.lower[hit.start : hit.end].startswith(_WITH_CONTROL) for hit in told)


def _is_estimated(figure: Quantity, figures: tuple[Quantity, ...], clause: str) -> bool:
    """Whether a figure was worked out: money saved or made, or a share without the readings it comes from."""
    if figure.kind is Kind.MONEY:
        return _GAIN.search(clause) is not None and _LOST.search(clause) is None
    if _NO_GAIN.search(clause) is not None:
        return False
    readings = [other for other in figures if other.kind is Kind.TIME]
    return figure.kind in (Kind.SHARE, Kind.RATIO) and len(readings) < 2  # noqa: PLR2004 - before and after


def _figures(reading: Reading) -> Iterator[tuple[bool, Asked]]:
    """The questions about figures, and whether each is about money."""
    compared = _was_compared(reading)
    for outcome in outcomes(reading):
        if _has_basis(reading, outcome.sentence):
            continue
        for figure in outcome.figures[:_MOST_FIGURES]:
            start, end = clause_around(reading, figure.start, figure.end)
            is_money = figure.kind is Kind.MONEY
            if (is_money or not compared) and _is_estimated(
                figure, outcome.figures, reading.lower[start:end]
            ):
                how = "estimated" if is_money else "measured"
                yield (
                    is_money,
                    about(reading, start, end, f"How was that {how}, and against what?"),
                )
                break


def _weighs(reading: Reading, hit: Hit) -> bool:
    """Whether a degree weighs the sentence and measures nothing: "most significantly"."""
    before = reading.words_in(max(0, hit.start - 10), hit.start)
    return bool(before) and before[-1].lower in ("most", "more", "perhaps")


def _vague(reading: Reading) -> Iterator[Asked]:
    """Ask how much "significantly" was, and how one knew."""
    for sentence in told_in(reading, PartKind.RESULT):
        hits = [hit for hit in reading.hits_in("vague_degree", sentence) if not _weighs(reading, hit)]
        if hits and not _has_basis(reading, sentence) and not any(c.isdigit() for c in sentence.text):
            start, end = clause_around(reading, hits[0].start, hits[0].end)
            felt = _FELT.search(reading.lower, start, end) is not None
            yield about(reading, start, end, _SEEN if felt else _HOW_MUCH)


def _early(reading: Reading) -> Iterator[Asked]:
    """Ask how early "ahead of time" was."""
    for sentence in told_in(reading, PartKind.RESULT):
        hits = reading.hits_in("schedule_claims", sentence)
        if hits and not any(c.isdigit() for c in sentence.text):
            start, end = clause_around(reading, hits[0].start, hits[0].end)
            yield about(reading, start, end, "By which plan, and how far from it?")


def ask(reading: Reading) -> Iterator[Asked]:
    """Ask about figures without a method beside them, money first; then about change without a figure."""
    figures = list(_figures(reading))
    yield from (asked for is_money, asked in figures if is_money)
    yield from (asked for is_money, asked in figures if not is_money)
    yield from _vague(reading)
    yield from _early(reading)


PROBE = Probe(
    summary="How was that measured or estimated, and against what?",
    source="rubric, 6.1 (how measured); numbers-audit, R12 and R13",
    hits=(
        example(tell(action="I tuned the retries.", result="It saved $300K a year.")),
        example(tell(action="I tuned the retries.", result="Errors fell by 40%.")),
        example(tell(action="I tuned the retries.", result="Support load was significantly reduced.")),
        example(tell(action="I called him every week.", result="Our working relationship improved greatly.")),
    ),
    misses=(
        example(tell(action="I corrected the prices.", result="We lost about €3,000.")),
        example(tell(action="I tuned the retries.", result="In the A/B test errors fell by 40%.")),
        example(
            tell(action="- Tuned the retries\n- A/B, 3 weeks, 5% of users", result="Errors fell by 40%.")
        ),
        example(
            tell(action="I tuned the retries.", result="It saved $300K a year, based on the cloud bill.")
        ),
        example(
            tell(
                situation="Errors had grown by 40%.",
                action="I tuned the retries.",
                result="The pager stopped.",
            )
        ),
        example(
            tell(action="I cached the index.", result="Build time fell by 90%, from 50 minutes to 5 minutes.")
        ),
        example(tell(action="I rebuilt the demo.", result="They gave me a $5M budget to lead.")),
        example(tell(action="I asked users to opt in.", result="38% of those asked said yes.")),
    ),
    ask=ask,
)
