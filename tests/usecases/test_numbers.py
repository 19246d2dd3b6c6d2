"""The ledger: figures in reading order, relations by verdict, and what their author called fine."""

from __future__ import annotations

from pathlib import Path

from starling.model.prep import Source
from starling.model.problem import UnreadableError
from starling.ports import Workspace
from starling.review.numbers.relation import Verdict
from starling.usecases.bank import accept_finding, show_story
from starling.usecases.numbers import StoryNumbers, numbers_in_bank, numbers_in_notes
from starling.usecases.rules import ExplainedRelation, explain

PAGE = """\
# The slow night

> Tell me about something you made faster.

## Situation

Scoring ran every night and held up the morning report.

## Action

I moved the join into the feature table.

## Result

Scoring fell from 80 minutes to 20 minutes, a reduction of 40%.
Accuracy improved from 80% to 92%, a 12% improvement.
"""


def only(numbers: tuple[StoryNumbers, ...]) -> StoryNumbers:
    """
    The one ledger there is.
    """
    (one,) = numbers
    return one


def kept(work: Workspace) -> StoryNumbers:
    """
    The ledger of the one page of a prep folder.
    """
    return only(numbers_in_bank(work, ["slow"]).sources[0].stories)


def test_figures_come_in_reading_order_with_the_words_around_them() -> None:
    """
    Every figure has its place, its kind and unit, and the clause that says what it measures.
    """
    found = only(numbers_in_notes([Source("slow.md", PAGE, PAGE.encode())]).sources[0].stories)

    assert ["80 minutes", "20 minutes", "40%", "80%", "92%", "12%"] == [each.text for each in found.figures]
    assert sorted(each.start for each in found.figures) == [each.start for each in found.figures]
    assert ("time", "minute", 15) == (
        found.figures[0].kind,
        found.figures[0].unit,
        found.figures[0].start.line,
    )
    assert all(each.text in each.measures for each in found.figures)


def test_relations_come_worst_first_with_quotations_and_sum() -> None:
    """
    What disagrees comes first; each relation quotes the author, names the lines, and shows the sum.
    """
    found = only(numbers_in_notes([Source("slow.md", PAGE, PAGE.encode())]).sources[0].stories)
    first, second = found.relations[:2]

    assert ["NUM-R2-contradiction", "NUM-R2-ambiguous"] == [first.code, second.code]
    assert (first,) == found.of(Verdict.CONTRADICTION)
    assert all("40%" in each.quote and each.start.line == 15 for each in first.quotations)
    assert "= 75%, written 40%" in first.arithmetic
    assert "percent-change" == first.name


def test_a_reason_is_kept_and_shown_in_the_ledger(work: Workspace) -> None:
    """
    What its author called fine is marked with the reason, after edits elsewhere too, and for its words only.
    """
    work.stories.add("slow", PAGE)
    assert None is kept(work).relations[0].reason

    accept_finding(work, "slow", "numbers-disagree", "40%", "40 % is for the cold start")
    page = Path(work.where) / "stories" / "slow.md"
    page.write_text(page.read_text("utf-8").replace("every night", "each night"), "utf-8")

    assert ["40 % is for the cold start", None] == [each.reason for each in kept(work).relations[:2]]
    page.write_text(page.read_text("utf-8").replace("of 40%", "of 45%"), "utf-8")
    assert None is kept(work).relations[0].reason


def test_the_review_raises_what_the_ledger_shows(work: Workspace) -> None:
    """
    Each relation of the ledger that names a rule is a finding of that rule, with the same code.
    """
    work.stories.add("slow", PAGE)
    raised = {(each.rule, each.code) for each in kept(work).relations if each.rule}
    findings = show_story(work, "slow").report.findings

    assert raised
    assert raised == {(each.rule, each.code) for each in findings if each.code}


def test_what_cannot_be_read_is_named_and_the_rest_is_audited() -> None:
    """
    An unreadable file is handed on, and notes without a story have no ledger.
    """
    missing = UnreadableError("There is no such file.", where="gone.md")
    found = numbers_in_notes([missing, Source("list.md", "- milk\n- bread 2\n", b"")])

    assert (missing,) == found.unread
    assert () == found.sources[0].stories


def test_a_relation_is_explained_by_any_of_its_names() -> None:
    """
    A relation is found by its code, its name and its reply code, with a telling for each verdict.
    """
    by_code, by_name, by_reply = explain("r2"), explain("percent_change"), explain("NUM-R2-contradiction")

    assert by_code == by_name == by_reply
    assert isinstance(by_code, ExplainedRelation)
    assert Verdict.CONTRADICTION in dict(by_code.verdicts)
    assert all(tellings for _, tellings in by_code.verdicts)
