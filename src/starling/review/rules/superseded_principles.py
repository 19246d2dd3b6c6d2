"""A company's values as they were before it replaced them."""

from __future__ import annotations

from collections.abc import Iterator

from starling.content import bank
from starling.model.principle import Standing
from starling.model.report import Strength
from starling.review.reading import Reading
from starling.review.rule import Mark, Rule, example, page, tell
from starling.review.signals.named_principles import Named, named_principles

_LIST = 3
"""Names that make a list."""
_OLD = 2
"""Names in it that only the older list has."""


def _is_old_list(named: tuple[Named, ...]) -> bool:
    """Whether a list is the older one: names of it are gone, and the present list is not beside it."""
    old = {n.principle.slug for n in named if n.principle.standing is Standing.SUPERSEDED}
    now = {n.principle.slug for n in named if n.principle.standing is Standing.CURRENT}
    return len(old) >= _OLD and len(old) + len(now) >= _LIST and len(now) < _LIST


def check(reading: Reading) -> Iterator[Mark]:
    """Mark each list of values that the company has replaced, and name the present ones."""
    for named in named_principles(reading):
        if _is_old_list(named):
            gone = next(n for n in named if n.principle.standing is Standing.SUPERSEDED)
            firm = gone.principle.company
            now = [p.name for p in bank.principles() if p.company == firm and p.standing is Standing.CURRENT]
            said = reading.quote(gone.start, gone.end)
            yield Mark(
                named[0].start,
                named[-1].end,
                f"Prepare for {firm}'s present values: {'; '.join(now)}. "
                f"“{said}” is from the list that they replaced in {gone.principle.until}.",
            )


RULE = Rule(
    summary="A company's values are out of date.",
    why="Stories chosen for values that are gone miss the questions that are asked now.",
    source="content/principles/meta.toml; rubric, 1.6; evaluation, DOC1",
    strength=Strength.ESSENTIAL,
    dimension="D10",
    hits=(
        example(
            page("## Facebook\n- Be bold\n- Focus on impact\n- Move fast\n- Be open\n- Build social value")
        ),
        example(page("Meta values: Be Bold, Be Open, Move Fast")),
    ),
    misses=(
        example(page("## Meta\n- Move Fast\n- Focus on Long-Term Impact\n- Live in the Future\n- Be Direct")),
        example(
            page("Tips\n- Be open to feedback\n- Be bold when you answer\n- Focus on impact and results")
        ),
        example(
            page(
                "Old: Be Bold, Be Open, Build Social Value\n"
                "Since 2022: Move Fast; Focus on Long-Term Impact; Build Awesome Things; Live in the Future"
            )
        ),
        example(tell(action="I told them to be bold, to be open, and to move fast.")),
    ),
    check_page=check,
)
