"""What stories cover: stated fits over computed ones, many tellings of one event, nearly empty banks."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from starling.matching.coverage import Group
from starling.matching.fit import BY_AUTHOR, Fit
from starling.model.prep import Interview, Kept
from starling.model.problem import ConflictError, UnknownError, UsageError
from starling.model.question import Asked
from starling.ports import Workspace
from starling.prep.cover_rows import set_names
from starling.prep.question_bank import question_bank
from starling.usecases.choose import best, fewest
from starling.usecases.coverage import Coverage, cover, coverage_sets
from starling.usecases.fits import forget_fit, set_fit, show_fit
from starling.usecases.loop_draws import Wish
from starling.usecases.loops import simulate_loops
from starling.usecases.matching import match_question
from starling.usecases.questions import add_question
from starling.usecases.versions import story_versions

STORY = """---
serves: [Dive Deep]
tags: [delay]  # of trains
---

# The late forecast

## Situation

At Vallhold Rail the forecast of delays reached the control room an hour late.

## Action

I measured where the hour went, step by step, and traced it to one join that ran over all stations.

## Result

The forecast arrives within 40 seconds, down from 60 minutes.
"""
ROW = "amazon/dive-deep"
SENTENCE = "I measured where the hour went"


def add(work: Workspace, slug: str, text: str = STORY) -> None:
    """
    One story more in the prep folder.
    """
    work.stories.add(slug, text)


def group(coverage: Coverage, row: str) -> Group:
    """
    How well a row is covered.
    """
    return next(each.group for each in coverage.rows if each.slug == row)


def test_a_stated_link_is_strong_until_its_author_denies_it(work: Workspace) -> None:
    """
    Denying a fit moves its row from "one story" to a gap, and taking the denial back moves it there again.
    """
    add(work, "late")
    assert Group.ONE is group(cover(work, "amazon"), ROW)

    denied = set_fit(work, "late", "dive-deep", "none", "The join was found by a colleague.")
    assert Fit.NONE is denied.shown.match.fit
    assert Group.GAP is group(cover(work, "amazon"), ROW)

    forget_fit(work, "late", ROW)
    assert Group.ONE is group(cover(work, "amazon"), ROW)


@pytest.mark.parametrize(
    ("name", "row"),
    [("kinds", "kinds/weakness"), ("netflix", "netflix/courage"), ("questions", "missed-a-deadline")],
)
def test_what_is_stated_counts_in_every_kind_of_set(work: Workspace, name: str, row: str) -> None:
    """
    A principle, a kind of story or a question is stated, with the line of the sentence that shows it.
    """
    add(work, "late")
    answer = set_fit(work, "late", row, "strong", SENTENCE.lower())
    rows = work.stories.all()[0].text.split("\n")

    assert Group.ONE is group(cover(work, name, 0), row)
    assert rows[answer.shown.line - 1].startswith(SENTENCE)
    assert show_fit(work, "late", row).stated == answer.shown.stated


def test_the_sentence_of_a_stated_fit_is_shown_once_with_its_line(work: Workspace) -> None:
    """
    What the author gives for a fit is one proof wherever the fit is shown, with the line it stands on.
    """
    add(work, "late")
    line = set_fit(work, "late", ROW, "strong", SENTENCE).shown.line
    (matched,) = match_question(work, ROW).stories

    for match in (show_fit(work, "late", ROW).match, matched.match):
        assert [(SENTENCE, line)] == [
            (each.quote, each.line) for each in match.proofs if each.why == BY_AUTHOR
        ]


def test_stating_a_fit_leaves_every_other_line_of_the_file(work: Workspace) -> None:
    """
    Two rows come into the front matter, the file is otherwise the same, and its history has what it was.
    """
    add(work, "late")
    set_fit(work, "late", "kinds/hero", "partly", SENTENCE)
    text = work.stories.all()[0].text
    added = ["fits:", f'  - "kinds/hero is partly, because {SENTENCE}"']

    assert STORY.split("\n") == [row for row in text.split("\n") if row not in added]
    assert [text, STORY] == [each.text for each in story_versions(work, "late").versions]
    forget_fit(work, "late", "kinds/hero")
    assert STORY == work.stories.all()[0].text


def test_a_page_that_changes_meanwhile_is_not_overwritten(
    work: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    """
    Where the page changes between the reading and the writing of a statement, both texts are kept.
    """
    add(work, "late")
    changed = STORY.replace("an hour", "half an hour")
    save = work.stories.save

    def edited_before(slug: str, text: str, seen: str) -> Kept:
        save(slug, changed, seen)
        return save(slug, text, seen)

    monkeypatch.setattr(work.stories, "save", edited_before)

    with pytest.raises(ConflictError) as conflict:
        set_fit(work, "late", ROW, "none", "No.")
    assert changed == work.stories.all()[0].text == conflict.value.theirs
    assert "is none" in conflict.value.ours


@pytest.mark.parametrize(
    ("row", "fit", "because", "what", "advice"),
    [
        ("amazon/dive-dep", "none", "", "dive-dep", "amazon/dive-deep"),
        ("amzon/dive-deep", "none", "", "amzon", "amazon"),
        ("judgment", "none", "", "more than one set", "general/judgment"),
        (ROW, "great", "", "great", "strong, partly or none"),
        (ROW, "strong", "", "needs the sentence", "because"),
        (ROW, "partly", "?!", "needs the sentence", "because"),
        (ROW, "none", "no " * 200, "characters", "300"),
    ],
)
def test_what_cannot_be_stated_names_what_can(  # noqa: PLR0913, PLR0917
    work: Workspace, row: str, fit: str, because: str, what: str, advice: str
) -> None:
    """
    An unknown row or fit, or a claim without its sentence, is refused with what to say; nothing is written.
    """
    add(work, "late")

    with pytest.raises(UsageError) as refused:
        set_fit(work, "late", row, fit, because)
    assert what in refused.value.what
    assert advice in refused.value.try_this
    assert STORY == work.stories.all()[0].text


def test_what_was_not_stated_cannot_be_taken_back(work: Workspace) -> None:
    """
    Taking back what nobody stated names what is stated, and writes nothing.
    """
    add(work, "late")
    with pytest.raises(UnknownError, match="states nothing") as first:
        forget_fit(work, "late", ROW)
    set_fit(work, "late", "kinds/hero", "none")
    text = work.stories.all()[0].text
    with pytest.raises(UnknownError, match="states nothing") as second:
        forget_fit(work, "late", ROW)

    assert "There is nothing to take back." == first.value.try_this
    assert "It states something about kinds/hero." == second.value.try_this
    assert text == work.stories.all()[0].text


def test_nothing_is_written_into_facts_that_cannot_be_read(work: Workspace) -> None:
    """
    A page whose front matter is broken is left as it is, and the person is told.
    """
    broken = STORY.replace("[Dive Deep]", "[Dive Deep")
    add(work, "late", broken)

    with pytest.raises(UsageError, match="cannot be read"):
        set_fit(work, "late", ROW, "none")
    assert broken == work.stories.all()[0].text
    with pytest.raises(UnknownError):
        forget_fit(work, "late", ROW)


def test_a_hundred_tellings_of_one_project_are_one_story(work: Workspace) -> None:
    """
    They make one column, no row has a spare, the choice is one story, and a loop can tell it twice at most.
    """
    for number in range(100):
        text = STORY.replace("serves", "project: Rail\nserves").replace("40 seconds", f"{number + 2} seconds")
        add(work, f"late-{number:02}", text)
    coverage = cover(work, "amazon")
    report = simulate_loops(work, Wish(company="amazon", draws=100))

    assert 1 == len(coverage.columns)
    assert 99 == len(coverage.columns[0].tellings)
    assert not coverage.of(Group.SPARE)
    assert 1 == len(fewest(work, "amazon").picks) == len(best(work, "amazon", 10).picks)
    assert (100, 1) == (report.stories, report.events)
    assert report.answered <= 2 * report.design.draws


def test_an_empty_bank_covers_nothing_and_says_so(work: Workspace) -> None:
    """
    Every row is a gap, nothing can be chosen, each loop leaves a question, and one story more would help.
    """
    sets = coverage_sets(work)
    report = simulate_loops(work, Wish(company="meta", draws=200))

    assert all(each.gaps == each.size for each in sets.sets)
    assert () == cover(work, "amazon").columns
    assert () == fewest(work, "amazon").picks == best(work, "amazon", 10).picks
    assert (200, 200, 0) == (report.short.count, report.touched.count, report.answered)
    assert report.missing
    assert () == report.mended
    assert all(not each.stories for each in report.musts)


def test_every_set_can_be_covered_and_chosen_for(work: Workspace) -> None:
    """
    With one story every set has one column, and counts that add up to its rows.
    """
    add(work, "late")
    for name in set_names(question_bank(work)):
        coverage = cover(work, name, 2)
        one = coverage.cover_set
        assert one.size == len(coverage.rows) == one.gaps + one.thin + one.one + one.spare
        assert 1 == len(coverage.columns)
        assert len(fewest(work, name).picks) <= 1


@pytest.mark.parametrize(("name", "near"), [("amazn", "amazon"), ("kind", "kinds"), ("Amazonia", "amazon")])
def test_an_unknown_set_names_the_nearest(work: Workspace, name: str, near: str) -> None:
    """
    A set that does not exist is told with the one that was probably meant.
    """
    with pytest.raises(UsageError) as refused:
        cover(work, name)
    assert near in refused.value.try_this


def test_an_emptied_cache_changes_nothing(work: Workspace) -> None:
    """
    What is computed again is what was kept.
    """
    add(work, "late")
    add(work, "other", STORY.replace("serves: [Dive Deep]\n", "").replace("forecast", "label"))
    before = cover(work, "amazon")
    again = cover(work, "amazon")
    work.cache.clear()

    assert before == again == cover(work, "amazon")


def test_the_same_seed_gives_the_same_report(work: Workspace) -> None:
    """
    A report can be had again from its seed, and another seed draws other loops.
    """
    add(work, "late")
    first, again, other = (
        simulate_loops(work, Wish(company="amazon", draws=300, seed=seed)) for seed in (4, 4, 5)
    )

    assert first == again
    assert first.blamed != other.blamed


def test_another_story_never_makes_loops_worse(work: Workspace) -> None:
    """
    In the same loops, a bank with one story more leaves no more questions open.
    """
    add(work, "late")
    before = simulate_loops(work, Wish(company="general", draws=300))
    add(work, "wrong", STORY.replace("Dive Deep", "Learning from failure").replace("forecast", "label"))
    after = simulate_loops(work, Wish(company="general", draws=300))

    assert after.answered >= before.answered
    assert after.short.count <= before.short.count


def test_the_next_interview_says_whose_loops(work: Workspace) -> None:
    """
    Without a company it is that of the next interview to come; without one, loops in general.
    """
    today = work.clock.today()
    coming = replace(
        work,
        interviews=(
            Interview(date(2020, 1, 1), "Google"),
            Interview(today + timedelta(3), "NVIDIA"),
            Interview(today + timedelta(9), "Amazon"),
        ),
    )

    assert "general" == simulate_loops(work, Wish(draws=10)).design.set_name
    assert "nvidia" == simulate_loops(coming, Wish(draws=10)).design.set_name


def test_a_company_without_principles_is_drawn_as_in_general(work: Workspace) -> None:
    """
    A company that one was asked at is drawn as in general, and the report says that nothing is known of it.
    """
    add_question(work, "Tell me about a time a forecast of yours came late.", Asked("Brindlecart"))
    report = simulate_loops(work, Wish(company="Brindlecart", draws=10))

    assert ("general", "Brindlecart") == (report.design.set_name, report.design.company)
    assert "Nothing is known of loops at Brindlecart" in report.assumptions[0]


@pytest.mark.parametrize(
    ("wish", "advice"),
    [
        (Wish(company="amzon"), "amazon"),
        (Wish(rounds=0), "1 to 12"),
        (Wish(questions=13), "1 to 12"),
        (Wish(draws=0), "1 to 100000"),
        (Wish(draws=1_000_000), "1 to 100000"),
        (Wish(wanted=0), "1 to 1000"),
    ],
)
def test_what_cannot_be_drawn_is_refused(work: Workspace, wish: Wish, advice: str) -> None:
    """
    An unknown company names the nearest, and a size that cannot be says which can.
    """
    with pytest.raises(UsageError) as refused:
        simulate_loops(work, wish)
    assert advice in refused.value.try_this
