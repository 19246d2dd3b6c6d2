"""What to mend first in a story: one order for the pages, for Today and for pasted notes."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from starling.model.report import Finding, Strength

MISSING = ("result-missing", "action-missing", "situation-missing", "goal-missing")
"""The rules that say a whole part is missing."""

_ORDER = (
    "numbers-disagree",
    "numbers-unclear",
    *MISSING,
    "result-leaves-target-open",
    "headline-without-basis",
)
"""What is said first, by certainty: numbers that disagree, a missing part, an open target, a figure alone."""


def to_mend(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings to act on that their author has not called fine."""
    urgent = (Strength.ESSENTIAL, Strength.ACTIONABLE)
    return tuple(each for each in findings if each.strength in urgent and not each.accepted)


def first_to_mend(findings: Iterable[Finding], rules: Collection[str] = ()) -> Finding | None:
    """The one to mend first: by certainty, then by strength, then in the order of the text.

    With *rules* only what they say is looked at. None where nothing is to mend.
    """
    asked = (each for each in to_mend(findings) if not rules or each.rule in rules)
    return min(
        asked, key=lambda each: (certainty(each), each.strength is not Strength.ESSENTIAL, each), default=None
    )


def certainty(finding: Finding) -> int:
    """Where the rule of a finding stands in the order; those that have no place in it come last."""
    return _ORDER.index(finding.rule) if finding.rule in _ORDER else len(_ORDER)
