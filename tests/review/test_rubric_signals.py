"""What rules and dimensions share: who did what, why, against which target, and what was learned."""

from __future__ import annotations

import pytest

from starling.model.report import Brief
from starling.model.story import Line, Part, PartKind, Story
from starling.review.reading import Reading
from starling.review.reading.parts import told_in
from starling.review.rule import tell
from starling.review.signals.agents import agency
from starling.review.signals.deeds import Agent, actions, deeds
from starling.review.signals.ear import obstacles
from starling.review.signals.event import event
from starling.review.signals.learning import learning
from starling.review.signals.lengths import lengths, seconds
from starling.review.signals.mechanism import mechanism
from starling.review.signals.outcomes import outcomes
from starling.review.signals.reasons import reasons
from starling.review.signals.steps import concrete, steps
from starling.review.signals.targets import State, targets
from starling.review.signals.told import word_lists


def read(**parts: str) -> Reading:
    """A reading of part texts."""
    return Reading(tell(**parts), Brief())


@pytest.mark.parametrize(
    ("action", "expected"),
    [
        ("I traced the job, found a lock and removed it.", [Agent.SPEAKER] * 3),
        ("- Traced the job\n- Then quickly removed the lock", [Agent.DROPPED] * 2),
        ("Cause: Compared the two weeks; replaced the key.", [Agent.DROPPED] * 2),
        ("- Paged the on-call engineers — froze the queue and restored it", [Agent.DROPPED] * 3),
        ("- Briefed the managers: drained the queue", [Agent.DROPPED] * 2),
        ("- Fine-tuned the ranker, root-caused the drift and load-tested both", [Agent.DROPPED] * 3),
        ("- Spot-checked 40 rows\n- Re-ran the backfill", [Agent.DROPPED] * 2),
        ("We moved the tables, and I checked the counts.", [Agent.WE, Agent.SPEAKER]),
        ("The platform team rewrote the client.", [Agent.OTHER]),
        ("She wrote the parser and I tested it.", [Agent.OTHER, Agent.SPEAKER]),
        ("The index was rebuilt.", [Agent.PASSIVE]),
        ("I kind of basically rewrote the loader.", [Agent.SPEAKER]),
        ("I was asked about it. I felt tired. We needed time.", []),
        ("The retrained model and the cached rows looked right.", []),
        ("- Model quality by country\n- Test results", []),
    ],
)
def test_agents(action: str, expected: list[Agent]) -> None:
    """
    Every verb of doing has the agent that a listener hears; states and adjectives are no deeds.
    """
    assert expected == [deed.agent for deed in actions(read(action=action))]


def test_what_was_only_imagined_is_no_action() -> None:
    """
    "Would", "wanted to" and "never" take a deed back.
    """
    reading = read(action="I would add a cache. I wanted to rewrite it. I never tested it. I added an index.")

    assert ["added"] == [deed.verb for deed in actions(reading)]
    assert 4 == len(deeds(reading))


def test_an_unclear_we_is_found() -> None:
    """
    "We" far from any own part is unclear, and stays so however often it is said.
    """
    found = agency(read(action="We built the index. We moved the data. We told the users."))

    assert (3, 0.0, False) == (len(found.unclear), found.share, found.personal)


def test_steps_are_counted_once() -> None:
    """
    The same step said twice is one step, and a label is none.
    """
    reading = read(action="- Rebuilt the index\n- Rebuilt the index\n- Helped with the launch")

    assert 2 == len(steps(reading))
    assert ["rebuilt"] == [step.deed.verb for step in concrete(reading)]


def test_reasons_hang_on_an_action() -> None:
    """
    A reason beside a deed counts, and the same words in a list of keywords do not.
    """
    given = reasons(read(action="I cached the prices, because they change once an hour."))
    listed = reasons(
        read(
            action="Ownership, because, trade-off, hypothesis, compared, measured, impact, scale, rather "
            "than."
        )
    )

    assert given.any
    assert not listed.any


def test_an_option_turned_down_is_weighed() -> None:
    """
    A choice over something else counts as weighed when its ground stands beside it.
    """
    reading = read(
        action="I chose the linear model over the ensemble, because it answered within 5 ms in our test."
    )

    assert () != reasons(reading).weighed


def test_diagnosis_stands_before_the_fix() -> None:
    """
    Looking for the cause counts when it comes first.
    """
    first = read(action="I profiled the job. Then I rewrote the join.")
    last = read(action="I rewrote the join. Then I profiled the job.")

    assert None is not reasons(first).diagnosis
    assert None is reasons(last).diagnosis


@pytest.mark.parametrize(
    ("task", "result", "expected"),
    [
        ("Bring latency below 200 ms.", "Latency is 150 ms now.", [State.CLOSED]),
        ("Bring latency below 200 ms.", "Users are content.", [State.OPEN]),
        ("Bring latency below 200 ms.", "We got to 260 ms and missed the target.", [State.MISSED]),
        ("Reduce the run from 3 days to 12 hours.", "It takes 9 hours.", [State.CLOSED]),
        ("Reach 90% precision within 4 weeks.", "Precision is 93%.", [State.CLOSED, State.OPEN]),
        ("Reach 90% precision within 4 weeks.", "Precision is 93%, on time.", [State.CLOSED, State.CLOSED]),
        ("Serve 5,000 shops.", "All 5,000 shops are served.", [State.CLOSED]),
        ("I had to work with 12 engineers in 3 teams, which had 40 services.", "It went live.", [State.OPEN]),
    ],
)
def test_targets(task: str, result: str, expected: list[State]) -> None:
    """
    A target is closed, open or missed; a circumstance is no target, and a goal without figures is one target.
    """
    assert expected == [target.state for target in targets(read(task=task, result=result))]


def test_outcomes_need_no_figure() -> None:
    """
    A change that somebody could see is an outcome, and "it went well" is none.
    """
    seen = outcomes(read(result="The two other teams adopted the checker."))
    vague = outcomes(read(result="It went well and everybody was happy."))

    assert [True] == [outcome.concrete for outcome in seen]
    assert [False] == [outcome.concrete for outcome in vague]


def test_an_effect_without_a_mechanism() -> None:
    """
    A large effect about something nobody touched is unexplained, and a test explains it.
    """
    action = "I rewrote the documentation of the client."
    alone = mechanism(read(action=action, result="It led to a rise in revenue of 40%."))
    tested = mechanism(read(action=action, result="The A/B test of the new pages showed 4% more orders."))

    assert 1 == len(alone.unexplained)
    assert () == tested.unexplained
    assert () != tested.tests


def test_practice_in_general_is_no_event() -> None:
    """
    Habits are told apart from what happened once.
    """
    once = event(read(action="Last March I traced the job and found a lock."))
    habit = event(read(action="I usually trace the job. I would then look for locks."))

    assert (1, 0) == (len(once.past), len(once.general))
    assert (0, 2) == (len(habit.past), len(habit.general))


def test_a_slogan_is_no_specific_lesson() -> None:
    """
    A lesson that fits any story is not specific, and a changed practice is.
    """
    slogan = learning(read(result="I learned that communication is key."))
    practice = learning(read(result="Since then I freeze the schema before every release."))

    assert () == slogan.specific
    assert () != practice.practice


def test_lengths_ignore_articles_and_hedges() -> None:
    """
    Dropping articles or adding hedges does not make a part longer or shorter.
    """
    plain = lengths(read(situation="The job broke the table.", action="I fixed the join in a day."))
    noisy = lengths(read(situation="Job maybe broke table.", action="I kind of fixed join in day."))

    assert plain == noisy


def test_time_is_words_at_the_users_pace() -> None:
    """
    A hundred words at 120 words a minute take fifty seconds.
    """
    reading = Reading(tell(action="word " * 100), Brief(pace=120))

    assert 50 == pytest.approx(seconds(reading))


def test_a_merged_part_tells_both() -> None:
    """
    The context of a CAR story is its situation and its task.
    """
    part = Part(PartKind.SITUATION, (Line("I had to move the tables.", 1),), "Context", (PartKind.TASK,))
    reading = Reading(Story(title="", parts=(part,)), Brief())

    assert told_in(reading, PartKind.SITUATION) == told_in(reading, PartKind.TASK)


def test_a_string_of_keywords_is_no_sentence() -> None:
    """
    Keywords strung together are seen as such, and a sentence with commas is not.
    """
    reading = read(
        action="Spark, Kafka, Airflow, Docker, leadership, ownership, impact, scale, growth, vision, "
        "strategy.\n\nI moved the jobs, the tables, the alerts and the docs to the new cluster, one a "
        "day, with the owners."
    )

    assert frozenset((0,)) == word_lists(reading)


def test_obstacles_by_ear() -> None:
    """
    Six figures in one breath are an obstacle, and three are none.
    """
    dense = read(result="It went from 3% to 9%, then 12%, with 40 rows, 50 ms and 7 errors.")
    light = read(result="It went from 3% to 9% in 40 days.")

    assert ["the figures come too close together"] == [obstacle.what for obstacle in obstacles(dense)]
    assert () == obstacles(light)
