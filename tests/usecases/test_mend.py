"""What to mend first, and how many pairs of numbers are open: one answer wherever it is asked."""

from __future__ import annotations

from starling.model.report import Finding, Strength
from starling.model.story import Place
from starling.ports import Workspace
from starling.prep.mend import first_to_mend, to_mend
from starling.review.numbers.relation import Verdict
from starling.usecases.bank import show_story
from starling.usecases.glance import glances
from starling.usecases.numbers import numbers_in_bank
from starling.usecases.paste import preview, start_draft

PAGE = """\
# The second pass

## Situation

In March every page of the archive waited for a second pass before it was shown.

## Task

I had to bring the p95 of a page under 900 ms within two weeks.

## Action

I measured both passes, and moved the second one into a queue, because most pages did not need it.

## Result

The p95 is 800 ms. We moved 70% of the pages by June and the remaining 40% by August.
"""


def _finding(
    rule: str, line: int, strength: Strength = Strength.ACTIONABLE, *, fine: bool = False
) -> Finding:
    """A finding of a rule in a line."""
    here = Place(line, 1)
    return Finding(here, here, rule, "", strength, accepted=fine)


def test_what_is_certain_comes_before_what_matters_more() -> None:
    """
    Numbers that disagree come before a missing part, that before an open target, and the rest by strength.
    """
    told = (
        _finding("too-long", 1),
        _finding("no-event", 2, Strength.ESSENTIAL),
        _finding("result-leaves-target-open", 3),
        _finding("result-missing", 4, Strength.ESSENTIAL),
        _finding("numbers-disagree", 5),
    )

    found = [first_to_mend(told[:count]) for count in range(len(told) + 1)]

    assert [None, *told] == found
    assert told[0] == first_to_mend(told, {"too-long"})


def test_what_is_fine_or_good_is_not_to_be_mended() -> None:
    """
    What its author called fine, what is only worth knowing, and what is to be kept never come first.
    """
    told = (
        _finding("numbers-disagree", 1, fine=True),
        _finding("action-too-small", 2, Strength.INFORMATIVE),
        _finding("effect-was-tested", 3, Strength.CELEBRATORY),
    )

    assert (None, ()) == (first_to_mend(told), to_mend(told))


def test_a_paste_and_the_list_of_stories_say_the_same_first(work: Workspace) -> None:
    """
    What pasted notes are told to mend first in a story is what the list says first once it is kept.
    """
    pasted = preview(work, start_draft(work, [("pass.md", PAGE.encode())]).draft).stories[0].mend
    work.stories.add("pass", PAGE)
    (listed,) = (each.first for each in glances(work) if each.slug == "pass")

    assert pasted is not None
    assert listed is not None
    assert (pasted.rule, pasted.message) == (listed.rule, listed.message)


def test_what_another_scope_would_explain_is_asked_and_does_not_disagree(work: Workspace) -> None:
    """
    The ledger, the glance and the findings count such a pair alike: it is unclear, and no contradiction.
    """
    work.stories.add("pass", PAGE)
    (source,) = numbers_in_bank(work, ["pass"]).sources
    (ledger,) = source.stories
    (glance,) = (each for each in glances(work) if each.slug == "pass")
    rules = {each.rule for each in show_story(work, "pass").report.findings}

    assert any(each.question and each.verdict is Verdict.CONTRADICTION for each in ledger.relations)
    assert (glance.disagree, glance.unclear) == (0, 1)
    assert (ledger.open(Verdict.CONTRADICTION), ledger.open(Verdict.AMBIGUOUS)) == (0, 1)
    assert ("numbers-unclear" in rules, "numbers-disagree" in rules) == (True, False)
