"""A company's philosophy prepared for as if interviewers rated it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from starling.content import bank
from starling.model.principle import Standing
from starling.model.report import Strength
from starling.review.reading import Reading
from starling.review.rule import Mark, Rule, example, page
from starling.review.signals.named_principles import named_principles

_LIST = 3
"""Names that make a list."""
_BEFORE = 400
"""Characters before a list in which its heading stands."""
_AWARE = re.compile(r"\bphilosophy\b|\b(?:ten|10) things\b|\bnot (?:a|the|an interview) rubric\b")


def check(reading: Reading) -> Iterator[Mark]:
    """Mark each list of a company's beliefs under its name, where nothing says that it is a philosophy."""
    for named in named_principles(reading):
        beliefs = [n for n in named if n.principle.standing is Standing.PHILOSOPHY]
        if len({n.principle.slug for n in beliefs}) < _LIST:
            continue
        firm = beliefs[0].principle.company
        above = reading.lower[max(0, beliefs[0].start - _BEFORE) : beliefs[0].start]
        if firm.lower() in above and not _AWARE.search(above):
            rated = [
                p.name for p in bank.principles() if p.company == firm and p.standing is Standing.CURRENT
            ]
            said = reading.quote(beliefs[0].start, beliefs[0].end)
            yield Mark(
                beliefs[0].start,
                beliefs[-1].end,
                f"Prepare for what {firm}'s interviewers rate: {', '.join(rated[:-1])} and {rated[-1]}. "
                f"“{said}” comes from its philosophy page, which is no rubric.",
            )


RULE = Rule(
    summary="A company's philosophy is taken for its interview rubric.",
    why="Interviewers fill in a form with other headings; stories should be chosen for those.",
    source="content/principles/google.toml (re:Work); rubric, 1.6; evaluation, DOC2",
    strength=Strength.ESSENTIAL,
    dimension="D10",
    hits=(
        example(
            page("### Google\n- Democracy on the web works\n- Focus on the user\n- Fast is better than slow")
        ),
        example(
            page("Google: Focus on the user; You can be serious without a suit; Fast is better than slow")
        ),
    ),
    misses=(
        example(
            page("10 things, Google: Focus on the user; Democracy on the web works; Fast is better than slow")
        ),
        example(page("### Google\n- General Cognitive Ability\n- Leadership\n- Googleyness")),
        example(
            page(
                "### Design notes for Google Maps\n- Focus on the user\n- Fast is better than slow, they say"
            )
        ),
    ),
    check_page=check,
)
