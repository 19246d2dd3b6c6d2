"""What a good interviewer hears in how people talk: whose view it was, whose error, how far it reached."""

from __future__ import annotations

import pytest

from starling.model.report import Assessment, Brief, Confidence, Level, QuestionType
from starling.model.story import Story
from starling.review.engine import all_rules, story_findings
from starling.review.followups import follow_ups
from starling.review.question_type import type_of
from starling.review.reading import Reading
from starling.review.rubric import assess
from starling.review.rule import tell
from starling.review.signals.event import referents
from starling.review.signals.learning import learning
from starling.review.signals.outcomes import outcomes
from starling.review.signals.people import may_own_error, other_views
from starling.review.signals.scope import scope
from starling.review.signals.targets import State, targets

WHY_US = tell(
    question="Why do you want to work here?",
    situation="Your team moved the tide forecast from a nightly batch to an hourly one last March.",
    action="At Lanthorn I rebuilt the intake of the river gauges, and the warning came two hours earlier.",
    result="I would like to do that for pilots.",
)


def read(story: Story, kind: QuestionType | None = None, level: Level | None = None) -> Reading:
    """A story as it is told for a level and a type of question."""
    return Reading(story, Brief(level=level), kind)


def scored(reading: Reading) -> dict[str, Assessment]:
    """What each dimension says, by its name."""
    return {each.dimension: each for each in assess(reading)}


def said(reading: Reading) -> set[str]:
    """The rules that speak on a story."""
    return {finding.rule for finding in story_findings(reading, all_rules())}


def test_why_us_is_not_measured_as_an_event() -> None:
    """
    An answer about motives has no goal, action or result to miss, so nothing is said of them.

    It is looked at for what such a question asks: a fact of theirs and one's own work.
    """
    reading = read(WHY_US, QuestionType.MOTIVATION, Level.SENIOR)
    found = scored(reading)

    assert [None] * 7 == [found[name].score for name in ("D1", "D3", "D4", "D5", "D6", "D7", "D8")]
    assert 4 == found["D10"].score
    assert set() == said(reading)


def test_why_us_without_a_fact_of_theirs_does_not_answer() -> None:
    """
    Praise that fits any company is no fact about one.
    """
    praise = tell(action="You are a market leader with an amazing culture, and I learn quickly.")

    assert 1 == scored(read(praise, QuestionType.MOTIVATION))["D10"].score


@pytest.mark.parametrize(
    ("words", "heard"),
    [
        ("She wanted to wait until spring.", True),
        ("The dispatcher said that nobody had answered her.", True),
        ("My manager want the release before the fair.", True),
        ("The head of sales disagreed with my dates.", False),
        ("I owned the reminder letters and wanted fewer of them.", False),
        ("As his mentor I wished him to own a feature, and to want to.", False),
    ],
)
def test_another_view_is_somebody_elses_and_has_a_content(words: str, heard: bool) -> None:
    """
    What the speaker wanted is no other side, and "they disagreed" says nothing of what they thought.
    """
    assert heard == bool(other_views(read(tell(situation=words))))


@pytest.mark.parametrize(
    ("words", "own"),
    [
        ("I never checked the village roads.", True),
        ("I changed the gate without telling anybody.", True),
        ("The network team had changed the gate without telling anybody.", False),
    ],
)
def test_an_error_belongs_to_whoever_made_it(words: str, own: bool) -> None:
    """
    "Without asking" is an own error only where the speaker did it.
    """
    assert own == may_own_error(read(tell(action=words)))


def test_names_in_a_sentence_are_names() -> None:
    """
    A person, a company or a place is a detail one could check, wherever it stands in its sentence.
    """
    found = referents(read(tell(situation="In 2022 Daniel joined my team at Oakline from the Leith office.")))

    assert {"daniel", "oakline", "leith"} == found.names
    assert "in 2022" in found.times


OFFICES = tell(
    situation="Eleven field offices each kept their own list of valves.",
    task="I wanted one list that the offices would keep right themselves.",
    action="I spent a day with the crews in four offices and argued for five fields.",
    result="Nine offices had joined by winter, and the five fields are now the company standard.",
)


def test_reach_is_what_others_took_up() -> None:
    """
    An organisation's reach shows in offices as well as in teams, and in who followed as well as who led.
    """
    assert Level.STAFF is scope(read(OFFICES)).band
    assert Confidence.MEDIUM is scored(read(OFFICES, level=Level.STAFF))["D8"].confidence


def test_a_task_that_was_given_is_a_junior_reach() -> None:
    """
    A manager and an engineer in the background do not make an intern's task a team's.
    """
    story = tell(
        situation="I was an intern, and the senior engineers were busy.",
        action="My manager asked me to draw the closures. I drew them with a script.",
    )

    assert Level.JUNIOR is scope(read(story)).band


@pytest.mark.parametrize("title", ["CEO", "CFO", "COO", "CTO"])
def test_one_title_is_no_senior_reach(title: str) -> None:
    """
    A title is one sign of reach, not one of the team and another of the organisation.
    """
    story = tell(situation="A sheet was slow.", action=f"I showed it to the {title}.", result="It is live.")

    assert Level.JUNIOR is scope(read(story)).band


def test_a_changed_practice_that_held_closes_a_failure() -> None:
    """
    "What I do now" is a practice, and a later case that it caught is its proof.
    """
    story = tell(
        action="I never checked the village roads, and eleven buses were late. I rolled it back.",
        result="What I do now is split the test by kind of road. In January that caught a wrong gate.",
    )

    assert 5 == scored(read(story, QuestionType.FAILURE))["D9"].score


def test_a_thing_that_lasts_is_no_practice() -> None:
    """
    "It has worked since then" tells of the thing, not of what anybody does differently.
    """
    story = tell(action="I chose the new tool.", result="It has been working well since then.")

    assert 1 == scored(read(story, QuestionType.CONFLICT))["D9"].score


def test_a_deadline_with_a_day_beside_it_is_not_called_open() -> None:
    """
    "In week eight" answers "in ten weeks", though only a calendar could prove it.
    """
    story = tell(
        task="I was asked to bring the preview under 3 seconds in ten weeks.",
        action="I moved the work to the upload.",
        result="The preview took 2.1 seconds in week eight.",
    )

    assert [State.CLOSED] == [target.state for target in targets(read(story))]


def test_what_answers_the_question_is_shown_in_sentences() -> None:
    """
    The evidence is something a reader can find again, never a lone word such as "both".
    """
    story = tell(
        situation="The designer wanted a carousel, and I wanted a list.",
        action="I asked her why, and we agreed to try both for a week.",
        result="We kept the list.",
    )
    shown = scored(read(story, QuestionType.CONFLICT))["D10"].evidence

    assert shown
    assert all(len(each.quote.split()) > 3 for each in shown)


def test_a_habit_has_no_structure() -> None:
    """
    "I usually look for the bottleneck" has neither beginning nor end, whatever its parts are called.
    """
    story = tell(
        situation="I always try to improve how we work.",
        action="Usually I look for the bottleneck first. Then I would talk to the people.",
        result="This always leads to good results.",
    )

    assert 1 == scored(read(story))["D1"].score


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("The shelf was at its usual Friday level again by 18:35.", True),
        ("He tapped eleven times in the first month and once in the third.", True),
        ("Their sonar study had to begin again in 2023.", True),
        ("It may be at its usual Friday level by 18:35.", False),
        ("We streamlined operations and delivered significant value.", False),
        ("People were kind about the project and its team.", False),
    ],
)
def test_something_done_with_its_time_or_count_is_an_outcome(words: str, told: bool) -> None:
    """
    A result needs no verb from a list: what was seen, with a time or a count, is what changed.
    """
    assert told == any(outcome.concrete for outcome in outcomes(read(tell(result=words))))


@pytest.mark.parametrize("question", ["What is your greatest weakness?", "Name one of your strengths."])
def test_a_trait_is_not_measured_as_an_event(question: str) -> None:
    """
    Asked for a weakness or a strength, nobody listens for a task, an action and a result.
    """
    story = tell(
        question=question,
        situation="I delegate too late.",
        task="At Ondle I kept the evaluation to myself, and the release moved by six days.",
        result="I now write down in week one what I will hand over.",
    )
    reading = read(story, type_of(story))

    assert type_of(story) is QuestionType.MOTIVATION
    assert set() == said(reading)
    assert [None] * 3 == [scored(reading)[name].score for name in ("D1", "D5", "D10")]


def test_a_time_with_a_weakness_in_it_is_an_event() -> None:
    """
    "A time you found a weakness in a model" asks for what happened.
    """
    story = tell(question="Tell me about a time you found a weakness in a model.", action="I read 40 errors.")

    assert type_of(story) is not QuestionType.MOTIVATION


def test_the_name_in_the_question_is_no_fact_about_a_company() -> None:
    """
    To say the company's name back shows nothing that was read or used.
    """
    story = tell(
        question="Why do you want to work at Lark AI?",
        action="You pay well, and Lark AI is a leading company with a great culture.",
    )
    found = scored(read(story, QuestionType.MOTIVATION))

    assert 1 == found["D10"].score
    assert 2 == found["D2"].score


@pytest.mark.parametrize(
    ("words", "blames"),
    [
        ("The vendor's manual was thin and their support never answered.", True),
        ("A backend engineer on my project was loud and had no idea about models.", True),
        ("The analysts needed the tables but did not understand the codes yet.", False),
        ("I kept the list and never answered in time.", False),
    ],
)
def test_blame_is_heard_through_what_belongs_to_others(words: str, blames: bool) -> None:
    """
    A subject may be told once for two verbs, or be a thing of theirs; the speaker's own gap is no blame.
    """
    assert blames == (2 >= (scored(read(tell(situation=words, action="I wrote a plan.")))["D11"].score or 0))


@pytest.mark.parametrize(
    ("words", "proves"),
    [
        ("In 2024 the new gate stopped a deletion.", True),
        ("Two months later that caught a wrong key.", True),
        ("The second plan became a product a year later.", False),
    ],
)
def test_a_later_time_alone_proves_nothing(words: str, proves: bool) -> None:
    """
    A lesson has held where something was caught or stopped, not where time went by.
    """
    assert proves == bool(learning(read(tell(result=words))).evidence)


def test_a_figure_said_again_closes_its_target() -> None:
    """
    "To within two points" is answered by "by two points at most", whatever stands around the figure.
    """
    story = tell(
        task="I wanted us to agree to within two points before the exams.",
        action="I laid ten reports side by side.",
        result="In May our marks for one report differed by two points at most.",
    )

    assert [State.CLOSED] == [target.state for target in targets(read(story))]


def test_a_view_that_was_not_heard_is_none() -> None:
    """
    "They never understood why" tells no other side.
    """
    assert () == other_views(read(tell(situation="Sales never understood why a model needs data.")))


def test_nobody_is_asked_what_was_told() -> None:
    """
    A test answers how it was measured, another way what else there was, a practice what is different.
    """
    story = tell(
        action="I could have waited for the new model. I built a list of names, and ran both in an A/B test.",
        result="Errors fell by 40%.",
        reflection="I assumed that they say the names in full; I now listen in for a morning first.",
    )

    assert {"how-measured", "alternatives", "differently"}.isdisjoint(
        question.family for question in follow_ups(read(story))
    )
