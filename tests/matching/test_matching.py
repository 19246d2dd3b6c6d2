"""What a story tells, and how it is brought together with what is asked."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from starling.content import bank
from starling.matching.demand import of_principle, of_question
from starling.matching.features import Features, read_features
from starling.matching.fit import Fit
from starling.matching.proof import explain
from starling.matching.score import Row, Rows, cell, missing, order
from starling.matching.tellings import groups
from starling.model.report import QuestionType
from starling.text.story_format import parse
from tests.matching.examples import PAGES, asked, demand, features, first, stories


@pytest.mark.parametrize(
    ("question", "story"),
    [
        ("Tell me about a time you made a mistake.", "the-price-in-cents"),
        ("Describe a disagreement with a colleague.", "table-or-feature-store"),
        ("Tell me about a time you mentored someone.", "ines-and-the-evaluation"),
        ("How do you deal with ambiguous requirements?", "make-search-smarter"),
        ("Tell me about critical feedback that you received.", "too-many-slides"),
        ("Tell me about a time you influenced others without authority.", "one-checklist-for-releases"),
        ("Explain something technical to non-technical people.", "a-forecast-for-planners"),
        ("How do you prioritize competing requests?", "three-requests-one-team"),
    ],
)
def test_a_common_question_finds_its_story(question: str, story: str) -> None:
    """
    A common question finds the story that tells the event it asks for among the first two.
    """
    assert story in first(question, 2)


def test_a_proof_is_a_sentence_of_the_story_on_its_line() -> None:
    """
    Whatever is quoted as evidence stands in the story, and begins on the line that is named.
    """
    for question in bank.questions()[::7]:
        wanted = of_question(question, asked())
        for page, story, read in zip(PAGES, stories(), features(), strict=True):
            lines = page.read_text("utf-8").split("\n")
            for proof in explain(wanted, story, read).proofs:
                opening = proof.quote.removesuffix(" …")[:30]
                assert opening in " ".join(" ".join(lines[proof.line - 1 : proof.line + 2]).split())


def test_a_fit_without_evidence_is_none() -> None:
    """
    A story that says nothing of what is asked is no fit, and nothing is quoted from it.
    """
    story, _ = parse(
        "# Lunch\n\n## Situation\n\nIt rained on Tuesday.\n\n## Result\n\nWe ate soup.\n", "lunch"
    )
    match = explain(demand("Tell me about a time you mentored someone."), story, read_features(story))

    assert (Fit.NONE, (), ()) == (match.fit, match.proofs, match.missing)


def test_who_you_are_is_no_event() -> None:
    """
    What asks who somebody is or what they want is answered by no event: a story is an angle of it at most.

    It is strong where its author says so.
    """
    wanted = [of_question(each, asked()) for each in bank.questions()]
    wanted = [each for each in wanted if each.competency in {"about-yourself", "career-motives", "why-us"}]
    motives = [each for each in wanted if each.type is QuestionType.MOTIVATION]
    fits = {cell(each, read).fit for each in motives for read in features()}

    assert len(motives) > 30
    assert fits <= {Fit.ANGLE, Fit.NONE}
    for each in motives:
        assert Fit.STRONG is cell(each, replace(features()[0], question=each.text)).fit


def test_what_the_author_states_comes_first() -> None:
    """
    A story whose page names the question, or the principle it serves, is strong and comes first.
    """
    wanted = demand("Tell me about a time you simplified something.")
    plain = features()[0]
    stated = replace(plain, question="Tell me about a time you simplified something")
    served = replace(plain, stated=("Dive Deep",))
    deep = next(each for each in bank.principles() if each.ref == "amazon/dive-deep")
    dive = of_principle(deep, bank.questions(), asked())

    assert (True, Fit.STRONG) == (cell(wanted, stated).stated, cell(wanted, stated).fit)
    assert 0 == order(wanted, [stated, *features()[1:]])[0]
    assert (True, False) == (cell(dive, served).stated, cell(dive, plain).stated)


def test_a_row_says_what_its_cells_say() -> None:
    """
    Scoring a story against many questions at once gives the same fits as one by one, and survives being kept.
    """
    wanted = [of_question(each, asked()) for each in bank.questions()[::5]]
    rows = Rows(wanted)
    for read in (*features(), replace(features()[0], question=wanted[3].text, stated=("ownership",))):
        row = rows.row(read)
        singly = [cell(each, read) for each in wanted]

        assert [(each.fit, each.stated) for each in singly] == [(each.fit, each.stated) for each in row]
        assert list(row) == list(Row.from_bytes(row.to_bytes()))


def test_a_fit_depends_on_the_two_alone() -> None:
    """
    The same story has the same features after a round trip through JSON, and the same fit in any company.
    """
    wanted = demand("Tell me about an incident in production.")
    for read in features():
        again = Features.from_json(read.to_json())
        assert again == read
        assert cell(wanted, again) == cell(wanted, read)


def test_missing_slots_are_those_the_story_does_not_show() -> None:
    """
    A story that ends before the lesson lacks what the question wants to hear about it.
    """
    question = next(each for each in bank.questions() if "own-mistake" in each.shows)
    wanted = of_question(question, asked())
    mistake = next(each for each in features() if each.slug == "the-price-in-cents")
    other = next(each for each in features() if each.slug == "thirty-hours-to-three")

    assert "own-mistake" not in missing(wanted, mistake)
    assert "own-mistake" in missing(wanted, other)


def test_tellings_of_one_event_are_one() -> None:
    """
    An edited copy, and stories of one project, are one event; a hundred copies are one too.
    """
    one, two, three = stories()[:3]
    copy = replace(one, slug="copy")
    named = replace(two, project="Atlas"), replace(three, project="atlas")
    hundred = [replace(one, slug=f"copy-{number}") for number in range(100)]

    assert ((0, 2), (1,)) == groups([one, two, copy])
    assert ((0, 1), (2,)) == groups([*named, one])
    assert (tuple(range(100)),) == groups(hundred)
    assert () == groups([])


def test_a_story_of_everything_is_not_strong_for_everything() -> None:
    """
    Of two stories that say the same of what is asked, the one that says as much of anything is not strong.
    """
    wanted = demand("Tell me about somebody you mentored.")
    read = next(each for each in features() if each.slug == "ines-and-the-evaluation")
    asked_for = {at for at, _ in wanted.themes}
    most = max(read.themes)
    everything = tuple(told if at in asked_for else most for at, told in enumerate(read.themes))

    assert Fit.STRONG is cell(wanted, read).fit
    assert Fit.STRONG is not cell(wanted, replace(read, themes=everything)).fit


@given(st.text(max_size=300))
def test_any_text_is_understood_somehow(text: str) -> None:
    """
    No text breaks the understanding of a question or the reading of a story, and weights stay finite.
    """
    wanted = demand(text)
    story, _ = parse(f"# {text}\n\n## Action\n\n{text}\n", "any")
    found = cell(wanted, read_features(story))

    assert found.score >= 0 or found.fit is Fit.NONE
    assert sum(weight for _, weight in wanted.themes) < 10


def test_a_very_long_question_is_read_from_its_beginning() -> None:
    """
    A question of ten thousand characters asks for what its beginning asks for.
    """
    text = "Tell me about a time you made a mistake. " + "And so on and on. " * 600

    assert len(text) > 10_000
    assert ["the-price-in-cents"] == first(text)
