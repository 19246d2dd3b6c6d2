"""A company's principles as a page shows them: under-done, good and over-done, and how sure that is."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlencode

from starling.model.principle import Standing
from starling.usecases.principles import ListedPrinciple, PrincipleList

_STANDING = {
    Standing.CURRENT: "",
    Standing.SUPERSEDED: "replaced",
    Standing.PHILOSOPHY: "a belief, not a rubric",
}


@dataclass(frozen=True, slots=True)
class PrincipleRow:
    """One principle."""

    name: str
    slug: str
    gist: str
    under: str
    good: str
    over: str
    standing: str
    questions: int
    url: str


@dataclass(frozen=True, slots=True)
class PrinciplesView:
    """One set of principles, and how far it can be trusted."""

    headline: str
    sure: str
    source: str
    rows: tuple[PrincipleRow, ...]


def principles_view(answer: PrincipleList) -> PrinciplesView:
    """The principles in the order of their set; those that were replaced come with that word."""
    first = answer.principles[0].principle
    current = sum(each.principle.standing is Standing.CURRENT for each in answer.principles)
    checked = f"on {first.checked:%d %b %Y}" if first.checked is not None else "by you"
    return PrinciplesView(
        headline=f"{first.company} looks for {current} things",
        sure=f"Checked {checked}. How sure this is: {first.confidence}.",
        source=first.source,
        rows=tuple(map(_row, answer.principles)),
    )


def _row(listed: ListedPrinciple) -> PrincipleRow:
    one = listed.principle
    until = f" in {one.until}" if one.until is not None else ""
    standing = _STANDING.get(one.standing, "")
    return PrincipleRow(
        name=one.name,
        slug=one.slug,
        gist=one.gist,
        under=one.under,
        good=one.good,
        over=one.over,
        standing=f"{standing}{until}" if standing else "",
        questions=len(listed.questions),
        url=f"/questions?{urlencode({'company': one.ref})}",
    )
