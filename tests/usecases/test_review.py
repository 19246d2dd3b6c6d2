"""The review: what is accepted stays accepted for its wording, and what did not look is named."""

from __future__ import annotations

from pathlib import Path

import pytest

from starling.model.prep import Source
from starling.model.problem import UnknownError, UsageError
from starling.model.report import Brief, Finding, Level, QuestionType, Report
from starling.model.story import Place
from starling.ports import Workspace
from starling.text.story_format import parse
from starling.usecases.bank import accept_finding, list_stories, reopen_finding, show_story
from starling.usecases.check import check_bank, check_notes
from starling.usecases.review import LONGEST, Around, review, said
from starling.usecases.rules import Explained, choose_rules, explain, list_rules

PAGE = """\
# The label nobody checked

> Tell me about a hard technical problem.

## Situation

Our labels for broken doors came from one depot, and it never happened before.

## Action

I labelled 300 doors with two mechanics. We will never ship an unchecked label again.

## Result

It never failed again.
"""
RULE = "absolute-claim"


def report_of(page: str) -> Report:
    """
    The report of one story page by itself.
    """
    return review([parse(page, "label")[0]], Brief(), choose_rules())[0]


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


def test_an_empty_prep_folder_says_how_to_begin(work: Workspace) -> None:
    """
    Where there is no story, the advice is to import one.
    """
    with pytest.raises(UsageError) as raised:
        show_story(work, "label")

    assert "starling import" in raised.value.try_this


def test_nothing_found_and_not_looked_at_differ() -> None:
    """
    Every rule is among those that ran or those that did not, and never in both.
    """
    (report,) = review([parse(PAGE)[0]], Brief(), choose_rules(ignore=["too_short"]))
    silent = {each.rule for each in report.not_run}

    assert {rule.name for rule in list_rules().rules} == silent | set(report.ran)
    assert not silent & set(report.ran)
    assert "ignored, as you asked" in [each.why for each in report.not_run if each.rule == "too-short"]
    assert all(finding.rule not in silent for finding in report.findings)


def test_rules_that_compare_stories_need_two() -> None:
    """
    A story alone is not compared; beside another it is.
    """
    story = parse(PAGE)[0]
    (alone,) = review([story], Brief(), choose_rules())
    (beside,) = review([story], Brief(), choose_rules(), Around(beside=(story,)))

    assert {"it compares stories, and there is one"} == {each.why for each in alone.not_run}
    assert () == beside.not_run


def test_only_the_rules_that_were_asked_for_run() -> None:
    """
    With only, no other rule speaks; a name that does not exist names the nearest.
    """
    (report,) = review([parse(PAGE)[0]], Brief(), choose_rules(only=[RULE]))

    assert {RULE} == {finding.rule for finding in report.findings} == set(report.ran)
    with pytest.raises(UsageError) as raised:
        choose_rules(ignore=["to-short"])
    assert ("ignore", "Did you mean too-short?") == (raised.value.where, raised.value.try_this)
    with pytest.raises(UsageError, match="There is no rule") as raised:
        choose_rules(only=["qqqqqqqq"])
    assert "starling rules" in raised.value.try_this


def test_a_report_counts_what_is_said() -> None:
    """
    Words and seconds are those of the spoken parts, at the pace of the brief.
    """
    (report,) = review(
        [parse("# A\n\n## Situation\n\none two\n\n## Notes\n\nthree\n")[0]], Brief(pace=60), choose_rules()
    )

    assert (2, 2.0) == (report.words, report.seconds)


def test_the_brief_decides_what_is_asked() -> None:
    """
    A type of question that is given comes before that of the story's own question.
    """
    story = parse(PAGE.replace("a hard technical problem", "a conflict with a colleague"))[0]
    own = review([story], Brief(), choose_rules())[0]
    given = review([story], Brief(question_type=QuestionType.FAILURE, level=Level.STAFF), choose_rules())[0]

    assert [each.dimension for each in own.assessments if each.primary] != [
        each.dimension for each in given.assessments if each.primary
    ]


def test_a_book_is_reviewed_as_far_as_anybody_tells_it() -> None:
    """
    Of a story of a million letters the beginning is reviewed, and the report says so.
    """
    page = PAGE.replace("I labelled", "I labelled doors. " * (LONGEST // 10) + "I labelled")
    report = report_of(page)

    assert "all rules" in [each.rule for each in report.not_run]
    assert page.count("\n") >= max(finding.end.line for finding in report.findings)


def test_said_gives_the_words_between_two_places() -> None:
    """
    The words of a mark are taken from the lines of the parts, across parts too.
    """
    story = parse(PAGE)[0]

    assert "labels for broken" == said(story, Place(7, 5), Place(7, 22))
    assert "label again. It never" == said(story, Place(11, 74), Place(15, 9))
    assert "" == said(story, Place(7, 5), Place(7, 5))


def test_notes_are_checked_beside_one_another() -> None:
    """
    Stories of several files are reports of one check, and lines outside them are looked at as a page.
    """
    notes = (
        "**Situation:** The nightly job kept failing.\n\n**Action:** I added a retry and an alert for it.\n"
    )
    sources = [Source(name, notes, notes.encode()) for name in ("a.md", "b.md")]

    checked = check_notes(sources, Brief())

    assert ["a.md", "b.md"] == [source.name for source in checked.sources]
    assert 2 == len(checked.reports)
    assert {"result-missing"} <= {finding.rule for finding in checked.reports[0].findings}


def test_a_page_of_a_prep_folder_is_checked_where_it_stands(work: Workspace) -> None:
    """
    A check of one story names its file and compares it with the others, which are not reported on.
    """
    work.stories.add("label", PAGE)
    work.stories.add("lamp", PAGE.replace("doors", "lamps"))

    checked = check_bank(work, ["label"])

    assert [str(Path(work.where) / "stories" / "label.md")] == [source.name for source in checked.sources]
    assert () == checked.reports[0].not_run


def test_stories_are_listed_with_what_is_missing(work: Workspace) -> None:
    """
    The list shows length and missing parts, and problems of a page with it.
    """
    work.stories.add("label", PAGE)
    work.stories.add("half", "Half a story.\n")

    half, label = list_stories(work).stories

    assert ["task"] == [kind.value for kind in label.missing]
    assert label.words > 20
    assert 2 == len(half.problems)


def test_a_rule_is_explained_with_both_kinds_of_tellings() -> None:
    """
    An explanation shows on what a rule speaks and on what it stays silent.
    """
    explained = explain("RESULT_missing")

    assert isinstance(explained, Explained)
    assert "result-missing" == explained.rule.name
    assert all((explained.speaks_on, explained.silent_on))
