"""Stories for a question, and questions for a story, in a prep folder."""

from __future__ import annotations

from pathlib import Path

import pytest

from starling.matching.features import Features, read_features
from starling.matching.fit import Fit
from starling.matching.score import cell, order
from starling.model.problem import UsageError
from starling.model.story import Story
from starling.ports import Workspace
from starling.prep.cover_rows import rows_of
from starling.prep.material import cells, read_material
from starling.usecases.fits import set_fit
from starling.usecases.matching import answers_of, match_question

PAGES = sorted((Path(__file__).parents[2] / "examples" / "bank" / "stories").glob("*.md"))
MISTAKE = "Tell me about a time you made a mistake."


@pytest.fixture
def full(work: Workspace) -> Workspace:
    """A prep folder with the stories of the example bank."""
    for page in PAGES:
        work.stories.add(page.stem, page.read_text("utf-8"))
    return work


def test_a_question_by_words_by_slug_and_by_principle(full: Workspace) -> None:
    """
    A question may be asked in any words, by its name in the bank, or as a principle of a company.
    """
    assert "the-price-in-cents" == match_question(full, MISTAKE).stories[0].match.story
    assert "table-or-feature-store" == match_question(full, "disagreed-with-a-peer").stories[0].match.story
    assert "principle" == match_question(full, "amazon/dive-deep").demand.kind


@pytest.mark.parametrize("asked", ["", "   ", "?!"])
def test_an_empty_question_is_refused(full: Workspace, asked: str) -> None:
    """
    Where nothing is asked, the person is told how to ask.
    """
    with pytest.raises(UsageError) as refused:
        match_question(full, asked)

    assert "Nothing is asked." == refused.value.what


@pytest.mark.parametrize(
    ("asked", "near"),
    [("amazon/dive-deeper", "dive-deep"), ("disagreed-with-a-pear", "disagreed-with-a-peer")],
)
def test_an_unknown_name_is_told_the_nearest(full: Workspace, asked: str, near: str) -> None:
    """
    A principle or question that does not exist is refused with the nearest name.
    """
    with pytest.raises(UsageError) as refused:
        match_question(full, asked)

    assert near in refused.value.try_this


def test_an_empty_bank_and_one_story(work: Workspace) -> None:
    """
    Without stories nothing fits and nothing breaks; one story is offered or not by what it tells.
    """
    empty = match_question(work, MISTAKE)
    work.stories.add("only", PAGES[0].read_text("utf-8"))
    one = match_question(work, MISTAKE)

    assert ((), 0) == (empty.stories, empty.total)
    assert 1 == one.total
    assert [] == [each for each in one.stories if each.match.fit is Fit.STRONG]


def test_a_hundred_tellings_of_one_project_are_offered_once(work: Workspace) -> None:
    """
    Many tellings of one event take one place, and the others are named beside it.
    """
    page = next(page for page in PAGES if page.stem == "the-price-in-cents").read_text("utf-8")
    for number in range(100):
        work.stories.add(f"telling-{number:03}", page.replace("three hours", f"{number} hours"))
    matches = match_question(work, MISTAKE)

    assert [1, 99] == [len(matches.stories), len(matches.stories[0].match.tellings)]


def test_another_telling_fills_a_gap(work: Workspace) -> None:
    """
    Where one telling of a project lacks what the question wants, the telling that has it is named.
    """
    page = next(page for page in PAGES if page.stem == "the-price-in-cents")
    lines = page.read_text("utf-8").split("\n")
    short = "\n".join(lines[: lines.index("## Reflection")])
    later = (
        "# What I took from it\n\n## Situation\n\nAfter the sale.\n\n## Reflection\n\n"
        "I learned that a unit is part of a feature. Since then I never sign off my own release alone.\n"
    )
    work.stories.add("event", f"---\nproject: Sale\n---\n{short}")
    work.stories.add("lesson", f"---\nproject: Sale\n---\n{later}")
    found = match_question(
        work, "What have you learned from a failure, and what do you do differently since?"
    )

    assert 1 == len(found.stories)
    assert {"event", "lesson"} == {found.stories[0].match.story, *found.stories[0].match.tellings}


def test_what_the_page_states_is_strong_and_quoted(full: Workspace) -> None:
    """
    A story that serves a principle by its own front matter is strong for it, with those words.
    """
    page = full.stories.get("cuda-in-five-weeks")
    assert page is not None
    full.stories.save(page.slug, f"---\nserves: [Frugality]\n---\n{page.text}", page.seen)
    first = match_question(full, "amazon/frugality").stories[0].match

    assert ("cuda-in-five-weeks", Fit.STRONG, "Frugality") == (first.story, first.fit, first.stated)


def test_answers_are_the_other_way_round(full: Workspace) -> None:
    """
    What a story answers strongly by the list of its answers, it answers strongly when that is asked.
    """
    answers = answers_of(full, "the-price-in-cents", 3)

    assert [3, 3] == [len(answers.questions), len(answers.principles)]
    for each in (*answers.questions, *answers.principles):
        found = match_question(full, each.demand.slug, 50).stories
        assert (
            each.match.fit is next(one for one in found if one.match.story == "the-price-in-cents").match.fit
        )


def test_answers_of_an_unknown_story(full: Workspace) -> None:
    """
    A story that is not there is refused with the nearest name.
    """
    with pytest.raises(UsageError) as refused:
        answers_of(full, "the-price-in-euros")

    assert "the-price-in-cents" in refused.value.try_this


def test_the_cache_changes_nothing(full: Workspace) -> None:
    """
    What is kept gives the same answer as what is computed, after an edit and after the cache was spoilt too.
    """
    fresh = [list(row) for row in cells(full, read_material(full))]
    again = [list(row) for row in cells(full, read_material(full))]
    page = full.stories.get(PAGES[0].stem)
    assert page is not None
    full.stories.save(page.slug, page.text.replace("forecast", "mistake"), page.seen)
    edited = [list(row) for row in cells(full, read_material(full))]
    for name in ("matching-features", "matching-cells"):
        full.cache.put(name, b"\x00spoilt")
    anew = [list(row) for row in cells(full, read_material(full))]

    assert fresh == again
    assert edited == anew
    assert [False, True] == [edited[0] == fresh[0], edited[1:] == fresh[1:]]


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The stories whose features are read, and not taken from the cache, in their order."""
    from starling.prep import kept_features  # noqa: PLC0415 - the module under watch

    found: list[str] = []

    def watched(story: Story) -> Features:
        found.append(story.slug)
        return read_features(story)

    monkeypatch.setattr(kept_features, "read_features", watched)
    return found


def test_one_changed_story_is_read_alone(full: Workspace, read: list[str]) -> None:
    """
    After one story changed, the others come from the cache.
    """
    read_material(full)
    read.clear()
    page = full.stories.get(PAGES[0].stem)
    assert page is not None
    full.stories.save(page.slug, page.text + "\nMore.\n", page.seen)
    read_material(full)

    assert [PAGES[0].stem] == read


def test_a_damaged_line_of_the_cache_costs_one_story(full: Workspace, read: list[str]) -> None:
    """
    Where what is kept of one page is damaged, that page alone is read again, and nothing else changes.
    """
    before = read_material(full).features
    read.clear()
    made_by, first, *rest = (full.cache.get("matching-features") or b"").split(b"\n")
    full.cache.put("matching-features", b"\n".join((made_by, first[:-2], *rest)))

    assert before == read_material(full).features
    assert 1 == len(read)


@pytest.mark.parametrize(
    ("kind", "story"),
    [
        ("kinds/end-to-end", "from-notebook-to-newsroom"),
        ("kinds/scaling", "thirty-hours-to-three"),
        ("kinds/debugging", "the-night-of-the-wrong-clock"),
        ("kinds/mentorship", "ines-and-the-evaluation"),
    ],
)
def test_a_kind_of_story_is_what_its_questions_want(full: Workspace, kind: str, story: str) -> None:
    """
    The story of a kind is the one that answers its questions, and not one that shares a word of its name.
    """
    material = read_material(full)
    asked = next(row.demand for row in rows_of(material, "kinds") if row.demand.slug == kind)
    first = order(asked, material.features)[0]

    assert story == material.features[first].slug
    assert Fit.STRONG is cell(asked, material.features[first]).fit


def test_no_event_tells_who_you_are(full: Workspace) -> None:
    """
    A kind of story about yourself is covered by no event, as the questions for it are answered by none.
    """
    material = read_material(full)
    asked = next(
        row.demand for row in rows_of(material, "kinds") if row.demand.slug == "kinds/about-yourself"
    )

    assert {Fit.ANGLE, Fit.NONE} >= {cell(asked, each).fit for each in material.features}


def test_what_the_author_states_comes_first(full: Workspace) -> None:
    """
    A fit that was denied is not offered for that question any more, and its story does not answer it.
    """
    asked = "evidence-changed-your-mind"
    found = match_question(full, asked).stories
    assert found
    set_fit(full, found[0].match.story, asked, "none", "It was another matter.")

    assert found[0].match.story not in {each.match.story for each in match_question(full, asked).stories}
    assert asked not in {each.demand.slug for each in answers_of(full, found[0].match.story, 400).questions}
