"""What is called fine stays so for its wording, and can be taken back."""

from __future__ import annotations

from pathlib import Path

import pytest

from starling.model.problem import UnknownError, UsageError
from starling.model.report import Finding, Report
from starling.ports import Workspace
from starling.usecases.bank import accept_finding, reopen_finding, show_story
from tests.usecases.examples import PAGE, RULE


def open_ones(report: Report, rule: str = RULE) -> list[Finding]:
    """
    The findings of a rule that nobody has accepted.
    """
    return [each for each in report.findings if each.rule == rule and not each.accepted]


def rewrite(work: Workspace, before: str, after: str) -> None:
    """
    Edit the page of the story by hand.
    """
    page = Path(work.where) / "stories" / "label.md"
    text = page.read_text("utf-8")
    assert before in text
    page.write_text(text.replace(before, after), "utf-8")


def test_an_accepted_finding_survives_edits_elsewhere(work: Workspace) -> None:
    """
    What was called fine stays so while its words do, wherever they move and however they are marked up.
    """
    work.stories.add("label", PAGE)
    before = len(open_ones(show_story(work, "label").report))

    accepted = accept_finding(work, "label", RULE, reason="it is true")
    rewrite(work, "I labelled 300 doors", "With Ana\n\nI labelled **300** doors")

    assert before == accepted.new
    assert before > 0
    assert [] == open_ones(show_story(work, "label").report)
    assert 0 == accept_finding(work, "label", RULE).new


def test_other_words_bring_a_finding_back(work: Workspace) -> None:
    """
    A finding on words that were not called fine is open.
    """
    work.stories.add("label", PAGE)
    accept_finding(work, "label", RULE)
    told = [finding.quote for finding in show_story(work, "label").report.findings if finding.rule == RULE]

    rewrite(work, "It never failed again.", "It has been 100% correct since.")
    again = show_story(work, "label").report

    assert len(open_ones(again)) + sum(f.accepted for f in again.findings if f.rule == RULE) <= len(told) + 1
    assert all(finding.quote not in told for finding in open_ones(again))


def test_one_of_several_findings_can_be_accepted(work: Workspace) -> None:
    """
    With words, only the findings that mark them are called fine.
    """
    work.stories.add("label", PAGE.replace("300 doors", "300 doors for the QZXT and the PWKV"))
    rule = "undefined-acronym"
    assert 2 == len(open_ones(show_story(work, "label").report, rule))

    accepted = accept_finding(work, "lab", rule, "qzxt")

    assert 1 == accepted.new
    assert ["PWKV"] == [each.quote for each in open_ones(show_story(work, "label").report, rule)]


def test_exact_words_come_before_words_that_hold_them(work: Workspace) -> None:
    """
    Where a rule quotes just these words, it is called fine and taken back for them only, whatever their case.
    """
    work.stories.add("label", PAGE.replace("300 doors", "300 doors for the QZX and the QZXT"))
    rule = "undefined-acronym"

    assert ("QZX",) == accept_finding(work, "label", rule, "qzx").words
    accept_finding(work, "label", rule, "QZXT")
    taken = reopen_finding(work, "label", rule, "qzx").taken

    assert ["QZX"] == [each.words for each in taken]
    assert ["QZX"] == [each.quote for each in open_ones(show_story(work, "label").report, rule)]


def test_what_is_taken_back_is_open_again(work: Workspace) -> None:
    """
    Taking back says what had been said, with its reason, and the review is as it was before.
    """
    work.stories.add("label", PAGE)
    before = show_story(work, "label").report
    accept_finding(work, "label", RULE, reason="it is true")

    reopened = reopen_finding(work, "lab", RULE)

    assert len(open_ones(before)) == len(reopened.taken)
    assert {"it is true"} == {each.reason for each in reopened.taken}
    assert before.findings == show_story(work, "label").report.findings
    assert () == work.acceptances.all()


def test_what_is_no_longer_said_can_be_taken_back(work: Workspace) -> None:
    """
    An acceptance outlives its words in the story, and can be taken back without them.
    """
    work.stories.add("label", PAGE)
    accept_finding(work, "label", RULE)
    rewrite(work, "It never failed again.", "It is in use.")

    assert "never failed again" in [each.words for each in reopen_finding(work, "label", RULE).taken]
    assert () == work.acceptances.all()


@pytest.mark.parametrize(
    ("asked", "what", "advice"),
    [
        (("lable", RULE, ""), "There is no story “lable”.", "Did you mean label?"),
        (("label", "absolut-claim", ""), "There is no rule “absolut-claim”.", "Did you mean absolute-claim?"),
        (("label", RULE, "zebra"), "is not called fine for “zebra” in label.", "It is for “"),
        (("label", "too-long", ""), "too-long is not called fine in label.", f"Called fine in it: {RULE}."),
        (("lamp", RULE, ""), f"{RULE} is not called fine in lamp.", "Nothing is called fine in it."),
    ],
)
def test_what_is_not_fine_says_what_is(
    work: Workspace, asked: tuple[str, str, str], what: str, advice: str
) -> None:
    """
    A story, a rule or words that were never called fine are answered with those that were; nothing is lost.
    """
    work.stories.add("label", PAGE)
    work.stories.add("lamp", "# Lamp\n\n## Situation\n\nIt was dark.\n")
    accept_finding(work, "label", RULE)
    held = work.acceptances.all()

    with pytest.raises(UnknownError) as raised:
        reopen_finding(work, *asked)

    assert what in raised.value.what
    assert advice in raised.value.try_this
    assert held == work.acceptances.all()


@pytest.mark.parametrize(
    ("asked", "what", "advice"),
    [
        (("lable", RULE, ""), "There is no story “lable”.", "Did you mean label?"),
        (("label", "absolut-claim", ""), "There is no rule “absolut-claim”.", "Did you mean absolute-claim?"),
        (("label", RULE, "zebra"), "does not quote “zebra”", "It quotes “"),
        (("label", "too-long", ""), "too-long says nothing about label.", RULE),
        (("l", RULE, ""), "More than one story begins with “l”.", "label, lamp"),
        (("xyz", RULE, ""), "There is no story “xyz”.", "starling stories"),
    ],
)
def test_what_cannot_be_accepted_says_what_can(
    work: Workspace, asked: tuple[str, str, str], what: str, advice: str
) -> None:
    """
    A story, a rule or words that do not fit are answered with those that do.
    """
    work.stories.add("label", PAGE)
    work.stories.add("lamp", "# Lamp\n\n## Situation\n\nIt was dark.\n")

    with pytest.raises(UsageError) as raised:
        accept_finding(work, *asked)

    assert what in raised.value.what
    assert advice in raised.value.try_this
