"""The review: what was found, what did not look, and what a report counts."""

from __future__ import annotations

from pathlib import Path

import pytest

from starling.model.prep import Source
from starling.model.problem import UsageError
from starling.model.report import Brief, Level, QuestionType, Report
from starling.model.story import Place
from starling.ports import Workspace
from starling.text.story_format import parse
from starling.usecases.bank import list_stories, show_story
from starling.usecases.check import check_bank, check_notes
from starling.usecases.review import LONGEST, Around, review, said
from starling.usecases.rules import Explained, choose_rules, explain, list_rules
from tests.usecases.examples import PAGE, RULE


def report_of(page: str) -> Report:
    """
    The report of one story page by itself.
    """
    return review([parse(page, "label")[0]], Brief(), choose_rules())[0]


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


def test_a_line_beside_a_story_is_looked_at_once_and_where_it_stands(work: Workspace) -> None:
    """
    What an assistant said above a story is found in notes as in the story's page, on its own line, once.
    """
    left = "Certainly! Here is a more polished version of your answer:"
    told = (
        f"# Late labels\n\n{left}\n\n**Situation:** The labels of the night shift came a day late.\n\n"
        "**Action:** I moved the job to the evening, because the scanners were idle then.\n\n"
        "**Result:** Since May they are there at six.\n"
    )
    work.stories.add("label", f"{PAGE}\n## Notes\n\n{left}\n")

    for checked, line in (
        (check_notes([Source("a.md", told, told.encode())], Brief()), 3),
        (check_bank(work), PAGE.count("\n") + 4),
    ):
        within = [each.rule for report in checked.reports for each in report.findings]
        around = [(each.rule, each.start.line) for source in checked.sources for each in source.page]
        assert within
        assert "assistant-residue" not in within
        assert [("assistant-residue", line)] == around


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
