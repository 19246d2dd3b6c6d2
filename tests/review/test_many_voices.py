"""What candidates of many kinds say is heard as they mean it: terse, polished, loud, quiet, not native."""

from __future__ import annotations

import pytest

from starling.model.report import Assessment, Brief, QuestionType
from starling.model.story import Story
from starling.review.engine import all_rules, story_findings
from starling.review.followups import follow_ups
from starling.review.question_type import type_of
from starling.review.reading import Reading
from starling.review.rubric import assess
from starling.review.rule import tell
from starling.review.signals.learning import learning
from starling.review.signals.outcomes import outcomes
from starling.review.signals.people import may_own_error, other_views
from starling.review.signals.scope import scope
from starling.review.signals.targets import State, targets

_CONFLICT = "Tell me about a conflict with a coworker."
_FAILURE = "Tell me about a time you failed."


def read(story: Story) -> Reading:
    """A story as its own question asks for it."""
    return Reading(story, Brief(), type_of(story))


def scored(story: Story) -> dict[str, Assessment]:
    """What each dimension says, by its name."""
    return {each.dimension: each for each in assess(read(story))}


def said(story: Story) -> set[str]:
    """The rules that speak on a story."""
    return {finding.rule for finding in story_findings(read(story), all_rules())}


@pytest.mark.parametrize(
    ("words", "own"),
    [
        ("I ran it on the live table without a dry run.", True),
        ("Pushed w/o peer review on a Thursday.", True),
        ("The vendor changed the feed w/o testing.", False),
        ("I set the flag, and skipped the test because of the date.", True),
        ("The vendor set the flag, and skipped the test.", False),
    ],
)
def test_leaving_a_guard_out_is_an_error(words: str, own: bool) -> None:
    """
    "Without a dry run" says what was left undone, written out or short, and by whom.
    """
    assert own == may_own_error(read(tell(action=words)))


def test_an_experiment_that_failed_asks_for_no_error() -> None:
    """
    A result that did not hold up is nobody's mistake: none is asked for, and its lack lowers no score.
    """
    story = tell(
        question="Tell me about an experiment that did not work out.",
        situation="My speech model seemed to gain two points from longer windows.",
        action="I ran five seeds with the short window, and the gain was gone. We withdrew the poster.",
        result="The group now reports five seeds.",
    )

    assert 3 <= (scored(story)["D10"].score or 0)
    assert said(story).isdisjoint({"own-error-missing", "failure-without-consequence"})


@pytest.mark.parametrize(
    ("result", "state"),
    [
        ("We now answer in 2.5 days on average.", State.CLOSED),
        ("We now answer in 4 days on average.", State.OPEN),
        ("The people at the desk are happier.", State.OPEN),
    ],
)
def test_a_time_under_the_one_aimed_at_closes_it(result: str, state: State) -> None:
    """
    "Get this under three days" is answered by 2.5 days, and not by four.
    """
    story = tell(
        situation="An answer took eight days.",
        task="We wanted to get this under three days.",
        action="I found that half of the time was waiting for a signature.",
        result=result,
    )

    assert [state] == [target.state for target in targets(read(story))]


def test_one_day_instead_of_two_is_an_outcome() -> None:
    """
    How long something takes is what changed, also where it is one of its unit.
    """
    told = outcomes(read(tell(result="The regression run takes one day now instead of two.")))

    assert [True] == [outcome.concrete for outcome in told]


@pytest.mark.parametrize("people", ["testers", "crews"])
def test_people_by_other_names_are_people(people: str) -> None:
    """
    Testers and crews are people whom a story reaches.
    """
    assert scope(read(tell(action=f"I showed it to the {people} first."))).team


def test_contempt_for_everybody_is_contempt() -> None:
    """
    "Nobody knew what they were doing" is heard as how somebody speaks of colleagues.
    """
    story = tell(
        situation="When I joined, nobody knew what they were doing.",
        action="The others could not keep up with me, so I rewrote it by myself.",
    )

    assert "contempt" in said(story)
    assert 1 == scored(story)["D11"].score


@pytest.mark.parametrize(
    "words",
    [
        "I facilitated an open dialogue and listened to all perspectives.",
        "From a technical perspective, I compared both designs.",
        "I considered all points of view and both sides.",
    ],
)
def test_to_have_listened_tells_no_view(words: str) -> None:
    """
    A view is told by what somebody wanted or feared, not by the word for it.
    """
    story = tell(question=_CONFLICT, situation="Two functions disagreed.", action=words)

    assert () == other_views(read(story))
    assert "other-side-missing" in said(story)
    assert 3 == scored(story)["D11"].score


def test_steps_that_name_nothing_show_no_depth() -> None:
    """
    "Championed a culture of experimentation" and "ensured transparency" are labels, whatever their number.
    """
    story = tell(
        action="I championed a culture of experimentation. I empowered team members to take ownership. "
        "I established robust communication channels to ensure transparency across all levels."
    )

    assert 2 >= (scored(story)["D4"].score or 0)


def test_what_was_learned_by_asking_is_no_lesson() -> None:
    """
    "I asked them and learned that" finds something out; it says nothing of what the speaker does since.
    """
    story = tell(action="I asked the dispatcher what she did with it, and learned that she reads one line.")

    assert () == learning(read(story)).lessons


def test_a_lesson_that_was_given_is_none_that_was_learned() -> None:
    """
    A lesson may be an hour of somebody's teaching; "the lesson for me was" is what a speaker learned.
    """
    given = tell(action="I asked the finance desk to give us a one-hour lesson on invoices.")
    learned = tell(action="The lesson for me was to ask the finance desk about invoices first.")

    assert () == learning(read(given)).lessons
    assert learning(read(learned)).lessons


def test_a_mind_that_was_changed_settles_it() -> None:
    """
    To take the other's idea settles it, whatever the grammar, and nobody asks what was right in it.
    """
    story = tell(
        question=_CONFLICT,
        situation="My colleague wanted one table. I wanted one for each region.",
        action="I ask him why. He said reports need one place, and this was true. So I change my opinion.",
        result="We take his idea with my index, and the reports were ready on Friday.",
    )

    assert 4 <= (scored(story)["D10"].score or 0)
    assert "other-side" not in {question.family for question in follow_ups(read(story))}


def test_an_empty_ending_is_named_beside_an_empty_lesson() -> None:
    """
    "I learned a lot" saves no result that tells of no change.
    """
    story = tell(
        action="I matched the records in three stages.",
        result="The project was a great success. I learned a lot.",
    )

    assert "result-without-outcome" in said(story)


def test_to_tell_people_something_is_no_order() -> None:
    """
    "I told the team the same day" informs; "I told them to use it" orders.
    """
    assert "title-instead-of-influence" not in said(tell(action="I told the team on the day I knew."))
    assert "title-instead-of-influence" in said(tell(action="I told them to use it from Monday."))


def test_a_habit_of_old_is_no_changed_practice() -> None:
    """
    "I always try to help" was so before; "after this I always write it down" is since.
    """
    old = tell(action="I always try to help. We met on Mondays.", result="The project was delivered.")
    new = tell(
        action="It was my fault. After this I always write the way back first.", result="We went live."
    )

    assert () == learning(read(old)).practice
    assert learning(read(new)).practice


def test_several_ways_that_are_told_are_not_asked_for() -> None:
    """
    "I had three options" with what they were answers what else there was.
    """
    story = tell(
        action="I had three options: reprint, a sticker, or a redirect. Reprinting took 14 days. "
        "So I built a page there that asks for the street and sends people on."
    )

    assert "alternatives" not in {question.family for question in follow_ups(read(story))}


def test_what_was_done_to_me_is_blame() -> None:
    """
    "And never told us" leaves it with others, whoever the sentence begins with.
    """
    story = tell(
        question=_FAILURE,
        situation="Our launch failed because marketing changed the prices two days before and never told us.",
        action="I stayed all night and mended the page.",
    )

    assert "blame-without-own-part" in said(story)


def test_what_is_done_in_general_misses_no_goal() -> None:
    """
    A habit is told so, once: that it states no goal follows from it.
    """
    story = tell(
        situation="In most cases it is the data.",
        action="First I would check the data. I usually look at the features then.",
    )

    assert "goal-missing" not in said(story)


def test_words_outside_the_answer_are_no_fact_about_a_company() -> None:
    """
    An answer of which nothing is spoken has nothing to rest on, and nothing breaks.
    """
    story = tell(question="Tell me about yourself", other="5 years at Pontis, 3 at Gravel, 40 users")

    assert QuestionType.MOTIVATION is type_of(story)
    assert 5 > (scored(story)["D10"].score or 0)
