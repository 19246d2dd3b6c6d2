"""The twelve dimensions: what each says of any telling, and that strong tellings stand above weak ones."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from starling.model.report import Assessment, Brief, Level, QuestionType
from starling.model.story import Story
from starling.review.question_type import question_type
from starling.review.reading import Reading
from starling.review.rubric import all_dimensions, assess
from starling.review.rule import tell
from tests.review import tellings
from tests.review.tellings import TELLINGS, Telling

NAMES = tuple(f"D{number}" for number in range(1, 13))
FORBIDDEN = ("!", " just ", " simply ", " obviously ", "i:we", "grammar", "accent")
CASES = [pytest.param(telling, id=telling.name) for telling in TELLINGS]


def assessed(
    story: Story, asked: QuestionType | None = None, level: Level | None = None
) -> dict[str, Assessment]:
    """What the rubric says of a story, by dimension."""
    return {each.dimension: each for each in assess(Reading(story, Brief(level=level), asked))}


def score(name: str, story: Story, asked: QuestionType | None = None, level: Level | None = None) -> int:
    """The score of one dimension, which must have been assessed."""
    found = assessed(story, asked, level)[name].score
    assert found is not None
    return found


def test_there_are_twelve() -> None:
    """
    The folder holds D1 to D12, each complete, and they are told in that order.
    """
    assert NAMES == tuple(dimension.name for dimension in all_dimensions())
    for each in all_dimensions():
        assert all((each.title, each.asks, each.source, *each.anchors))


@pytest.mark.parametrize("telling", CASES)
def test_every_assessment_keeps_its_word(telling: Telling) -> None:
    """
    Scores lie within 1 to 5, at most two suggestions follow, and evidence quotes the telling itself.
    """
    reading = Reading(telling.story, Brief(level=Level.SENIOR), telling.asked)
    said = " ".join(reading.text.split())
    for each in assess(reading):
        assert each.score in (None, 1, 2, 3, 4, 5)
        assert len(each.suggestions) <= 2
        assert [] == [e.quote for e in each.evidence if e.quote.rstrip("…") not in said]


@pytest.mark.parametrize("telling", CASES)
def test_words_keep_the_house_voice(telling: Telling) -> None:
    """
    What a user reads is one or two plain sentences without scolding, and never speaks of grammar or pronouns.
    """
    for each in assessed(telling.story, telling.asked, Level.SENIOR).values():
        for text in (each.because, *each.suggestions):
            outside = f" {_without_quotes(text).lower()} "
            assert [] == [word for word in FORBIDDEN if word in outside]
            assert outside.count(". ") <= 2


def _without_quotes(text: str) -> str:
    return "".join(piece.rpartition("”")[2] for piece in text.split("“"))


@pytest.mark.parametrize("telling", CASES)
def test_the_same_text_has_the_same_scores(telling: Telling) -> None:
    """
    A telling read twice is assessed alike to the letter.
    """
    assert assessed(telling.story, telling.asked) == assessed(telling.story, telling.asked)


@given(st.text(max_size=400), st.text(max_size=400))
def test_any_text_can_be_assessed(action: str, result: str) -> None:
    """
    No text breaks the rubric, and each of the twelve answers.
    """
    assert NAMES == tuple(assessed(tell(action=action, result=result), QuestionType.CONFLICT, Level.STAFF))


def test_figures_that_cannot_be_checked_are_not_assessed() -> None:
    """
    A telling without two figures that belong together has no score for its figures, and D6 says why.
    """
    found = assessed(
        tell(action="I moved three jobs to the new queue.", result="The on-call rota got quieter.")
    )

    assert (None, "No two figures here can be checked against each other.") == (
        found["D6"].score,
        found["D6"].because,
    )


def test_figures_that_agree_stand_above_figures_that_do_not() -> None:
    """
    The same sentence with a percentage that its own figures give scores above one with another percentage.
    """
    said = "Review time fell from 10 days to 4 days, {} less."
    agreeing, conflicting = (tell(result=said.format(share)) for share in ("60%", "30%"))

    assert score("D6", agreeing) >= 4
    assert score("D6", conflicting) <= 2
    assert "(10 − 4)" in assessed(conflicting)["D6"].because


def test_question_type_decides_what_comes_first() -> None:
    """
    The primary dimensions are those of the rubric's table, and none without a type.
    """
    primary = {
        kind: {name for name, each in assessed(tellings.LOADER, kind).items() if each.primary}
        for kind in QuestionType
    }

    assert {
        QuestionType.ACHIEVEMENT: {"D4", "D5", "D6", "D7"},
        QuestionType.FAILURE: {"D5", "D9", "D10", "D11"},
        QuestionType.CONFLICT: {"D4", "D9", "D10", "D11"},
        QuestionType.AMBIGUITY: {"D4", "D8", "D10"},
        QuestionType.LEADERSHIP: {"D3", "D7", "D8", "D11"},
        QuestionType.MOTIVATION: {"D2", "D10", "D12"},
    } == primary
    assert set() == {name for name, each in assessed(tellings.LOADER).items() if each.primary}


def test_scope_is_scored_against_a_level_only() -> None:
    """
    Without a level D8 shows the band and does not score; no level is easier than a lower one.
    """
    found = assessed(tellings.MIGRATION)["D8"]
    scores = [
        score("D8", tellings.MIGRATION, level=level) for level in (Level.JUNIOR, Level.SENIOR, Level.STAFF)
    ]

    assert (None, True) == (found.score, "staff" in found.because)
    assert sorted(scores, reverse=True) == scores


def test_a_lesson_is_asked_for_where_it_belongs() -> None:
    """
    A missing lesson costs a failure story only; one that is there counts anywhere.
    """
    assert None is assessed(tellings.LOADER, QuestionType.ACHIEVEMENT)["D9"].score
    assert 1 == score("D9", tellings.LOADER, QuestionType.FAILURE)
    assert 5 == score("D9", tellings.HEADLINE, QuestionType.ACHIEVEMENT)


def test_the_question_is_needed_to_answer_it() -> None:
    """
    Without a question type, nobody can say whether the story answers it.
    """
    assert None is assessed(tellings.LOADER)["D10"].score


@pytest.mark.parametrize(
    ("name", "strong", "weak", "asked"),
    [
        ("D1", tellings.HEADLINE, tellings.OPINION, None),
        ("D1", tellings.LOADER, tellings.LABELS_ONLY, None),
        ("D2", tellings.LOADER, tellings.HABIT, None),
        ("D2", tellings.HABIT, tellings.OPINION, None),
        ("D2", tellings.DUPLICATES, tellings.TEAM_ONLY, None),
        ("D3", tellings.LOADER, tellings.TEAM_ONLY, None),
        ("D3", tellings.MIGRATION, tellings.SLOGAN, None),
        ("D4", tellings.LOADER, tellings.NOTES_STYLE, None),
        ("D4", tellings.NOTES_STYLE, tellings.LABELS_ONLY, None),
        ("D4", tellings.SECOND_LANGUAGE, tellings.TOOLS, None),
        ("D5", tellings.LOADER, tellings.SLOGAN, None),
        ("D5", tellings.NO_FIGURE, tellings.TEAM_ONLY, None),
        ("D5", tellings.MISSED, tellings.LABELS_ONLY, None),
        ("D7", tellings.SECOND_LANGUAGE, tellings.ALERTS, None),
        ("D9", tellings.STALE_FEATURE, tellings.SLOGAN, QuestionType.FAILURE),
        ("D10", tellings.STALE_FEATURE, tellings.SLOGAN, QuestionType.FAILURE),
        ("D10", tellings.THRESHOLD, tellings.BLAME, QuestionType.CONFLICT),
        ("D10", tellings.NO_LABELS, tellings.TOOLS, QuestionType.AMBIGUITY),
        ("D11", tellings.THRESHOLD, tellings.BLAME, QuestionType.CONFLICT),
        ("D12", tellings.HEADLINE, tellings.NOTES_STYLE, None),
    ],
)
def test_the_stronger_telling_scores_higher(
    name: str, strong: Story, weak: Story, asked: QuestionType | None
) -> None:
    """
    Of two tellings, the one that has what the dimension asks for stands above the one that lacks it.
    """
    assert score(name, strong, asked) > score(name, weak, asked)


def test_a_dropped_subject_is_the_speaker() -> None:
    """
    Action bullets without "I" lose nothing in ownership against the same bullets with it.
    """
    bullets = "- Traced the slow queries\n- Rewrote the join\n- Tested it on a copy"
    with_i = "- I traced the slow queries\n- I rewrote the join\n- I tested it on a copy"

    assert score("D3", tell(action=with_i)) == score("D3", tell(action=bullets))


def test_we_with_the_own_part_beside_it_is_clear() -> None:
    """
    "We" in the action is unclear alone, and clear when the speaker's part stands beside it.
    """
    alone = tell(action="We built a new index. We tested it with the search team.")
    beside = tell(action="We built a new index. I wrote the merge step. We tested it with the search team.")

    assert 2 >= score("D3", alone)
    assert 4 <= score("D3", beside)


def test_a_list_of_tools_is_no_depth() -> None:
    """
    Naming eleven tools counts no higher than saying one thing that was done.
    """
    assert 2 >= score("D4", tellings.TOOLS)


def test_a_result_without_a_figure_can_be_good() -> None:
    """
    A decision and an adopted practice close a goal as well as a percentage does.
    """
    assert 4 <= score("D5", tellings.NO_FIGURE)


def test_a_missed_target_honestly_told_is_no_open_one() -> None:
    """
    A target that the result says was missed is answered.
    """
    found = assessed(tellings.MISSED)["D5"]

    assert (4, ()) == (found.score, found.suggestions)


def test_open_targets_are_named() -> None:
    """
    A target that the result does not take up is quoted in the advice.
    """
    story = tell(
        task="Cut the answer time below 200 ms for 5,000 shops, in 3 weeks.",
        action="I cached the prices and traced the slowest shops.",
        result="The answer time is now 150 ms.",
    )
    advice = " ".join(assessed(story)["D5"].suggestions)

    assert "3 weeks" in advice
    assert "5,000 shops" in advice
    assert "200 ms" not in advice


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("Tell me about a time you failed as a leader.", QuestionType.FAILURE),
        ("What is the biggest mistake you have shipped?", QuestionType.FAILURE),
        ("Describe a disagreement with your manager.", QuestionType.CONFLICT),
        ("How did you handle pushback from stakeholders?", QuestionType.CONFLICT),
        ("Describe work that started with unclear requirements.", QuestionType.AMBIGUITY),
        (
            "When did you mentor somebody, and when was a junior engineer coached by you?",
            QuestionType.LEADERSHIP,
        ),
        ("What is the hardest problem you have solved?", QuestionType.ACHIEVEMENT),
        ("Which technical problem was hard to solve?", QuestionType.ACHIEVEMENT),
        ("When did using data change what your team did?", QuestionType.ACHIEVEMENT),
        ("When did you have to balance several goals?", QuestionType.ACHIEVEMENT),
        ("What did you do without clear requirements?", QuestionType.AMBIGUITY),
        ("How did you give difficult feedback to a peer?", QuestionType.LEADERSHIP),
        ("When did you help a struggling colleague?", QuestionType.LEADERSHIP),
        ("Describe a time you raised a concern.", QuestionType.CONFLICT),
        ("Tell me about a decision you disagreed with.", QuestionType.CONFLICT),
        ("Tell me about critical feedback that you received.", QuestionType.FAILURE),
        ("When did you receive hard feedback?", QuestionType.FAILURE),
        ("Tell me about a time you gave critical feedback.", QuestionType.LEADERSHIP),
        ("Tell me about hard feedback you gave to a peer.", QuestionType.LEADERSHIP),
        ("Which project did not ship, and why?", QuestionType.FAILURE),
        ("Explain a situation in which the root cause was deep in the data.", QuestionType.ACHIEVEMENT),
        ("Why do you want to join us?", QuestionType.MOTIVATION),
        ("Which editor do you use?", None),
        ("What does a load balancer do?", None),
        (None, None),
    ],
)
def test_question_types(question: str | None, kind: QuestionType | None) -> None:
    """
    The words of a question say what kind of event it asks for, or nothing.
    """
    assert kind == question_type(question)
