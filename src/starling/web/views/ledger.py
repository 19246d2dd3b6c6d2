"""The ledger of one story: its relations by verdict, then every figure in reading order."""

from __future__ import annotations

from dataclasses import dataclass

from starling.model.story import Story
from starling.review.numbers.relation import Verdict
from starling.usecases.numbers import Numbers, Related
from starling.usecases.review import said
from starling.web.views.counted import count
from starling.web.views.notes import comes_out
from starling.web.views.story import edit_url, story_url

HEADS = (
    (Verdict.CONTRADICTION, "disagree", "These disagree", "clash"),
    (Verdict.AMBIGUOUS, "ambiguous", "A listener would ask", "clash"),
    (Verdict.UNVERIFIABLE, "open", "These stand alone", "gap"),
    (Verdict.CONSISTENT, "hold", "These hold", "ok"),
)
"""The verdicts as a page says them, each with its anchor and its colour."""


@dataclass(frozen=True, slots=True)
class RelationRow:
    """Figures that belong together, in the author's words (with line and editor), the sum, and what to do."""

    quotes: tuple[tuple[str, int, str], ...]
    arithmetic: str
    advice: str
    rule: str
    about: str
    reason: str | None


@dataclass(frozen=True, slots=True)
class Group:
    """The relations with one verdict."""

    anchor: str
    head: str
    kind: str
    rows: tuple[RelationRow, ...]


@dataclass(frozen=True, slots=True)
class FigureRow:
    """One figure as it is written, with the words it stands in, and where the editor has it."""

    text: str
    measures: str
    line: int
    at: str


@dataclass(frozen=True, slots=True)
class LedgerView:
    """Every figure of a story and every relation between them."""

    title: str
    url: str
    headline: str
    groups: tuple[Group, ...]
    offers: tuple[RelationRow, ...]
    figures: tuple[FigureRow, ...]


def ledger_view(numbers: Numbers) -> LedgerView:
    """The ledger of the one story that was asked for."""
    found = numbers.sources[0].stories[0]
    groups = tuple(
        Group(
            anchor,
            head,
            kind,
            tuple(_row(found.story, each) for each in found.of(verdict) if each.stated),
        )
        for verdict, anchor, head, kind in HEADS
    )
    return LedgerView(
        title=found.story.title,
        url=story_url(found.story.slug),
        headline=_headline(len(found.figures), groups),
        groups=tuple(group for group in groups if group.rows),
        offers=tuple(_row(found.story, each) for each in found.relations if not each.stated),
        figures=tuple(
            FigureRow(each.text, each.measures, each.start.line, edit_url(found.story.slug, each.start))
            for each in found.figures
        ),
    )


def _headline(figures: int, groups: tuple[Group, ...]) -> str:
    if figures == 0:
        return "No numbers in this story"
    disputed = [row.reason for group in groups[:2] for row in group.rows]
    if None in disputed:
        return f"{count(figures, 'number')}, {disputed.count(None)} to settle"
    if figures == 1:
        return "One number, with none to disagree with"
    return f"{figures} numbers, {'all settled' if disputed else 'none disagrees'}"


def _row(story: Story, related: Related) -> RelationRow:
    arithmetic = related.arithmetic[:1].upper() + related.arithmetic[1:]
    if related.verdict is Verdict.CONSISTENT and not comes_out(related.arithmetic):
        arithmetic += ", which rounding allows"
    return RelationRow(
        quotes=tuple(
            (each.quote, each.start.line, edit_url(story.slug, each.start)) for each in related.quotations
        ),
        arithmetic=arithmetic,
        advice=related.advice,
        rule=related.rule,
        about=said(story, related.start, related.end),
        reason=related.reason,
    )
