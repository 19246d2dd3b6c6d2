"""What the report says of one thing it says in one voice, and of what it is not sure it says nothing."""

from __future__ import annotations

from dataclasses import replace

import pytest

from starling.model.report import Assessment, Brief, QuestionType
from starling.model.story import Line, Part, PartKind, Story
from starling.review.dimensions.d01_structure import DIMENSION as STRUCTURE
from starling.review.engine import all_rules, story_findings
from starling.review.reading import Reading
from starling.review.rubric import assess
from starling.review.rule import tell
from starling.review.signals.ear import obstacles
from starling.review.signals.lengths import lengths, seconds_by_part
from starling.usecases.review import read_story

BY_EAR = {
    "the figures come too close together": "figures-too-dense",
    "one sentence is very long": "sentence-too-long",
    "a list is too long to hold": "list-too-long",
    "a sentence comes twice": "same-sentence-twice",
}
LOUD = (
    tell(result="Recall went from 61% to 74%, cost from $900 to $400 and latency from 80 ms to 35 ms."),
    tell(action="I read the logs and the queue " + "and the notes of the team " * 9 + "until it was night."),
    tell(action="\n".join(f"- Country {name}" for name in "abcdef")),
    tell(action="\n".join(f"- Country {name}" for name in "abcdefgh")),
    tell(action="The queue was full at night again. The queue was full at night again."),
    tell(action="It was full again, at night. It was full."),
)


def assessed(story: Story, asked: QuestionType | None = None) -> dict[str, Assessment]:
    """What the rubric says of a story, by dimension."""
    return {each.dimension: each for each in assess(Reading(story, Brief(), asked))}


def spoken_by(story: Story) -> set[str]:
    """The names of the rules that speak on a story."""
    return {finding.rule for finding in story_findings(Reading(story, Brief()), all_rules())}


@pytest.mark.parametrize("story", LOUD)
def test_rules_and_d12_hear_the_same(story: Story) -> None:
    """
    What D12 calls an obstacle a rule points at, and the other way round.
    """
    heard = {BY_EAR[found.what] for found in obstacles(Reading(story, Brief())) if found.what in BY_EAR}

    assert heard == spoken_by(story) & set(BY_EAR.values())


def test_a_part_that_holds_two_counts_once() -> None:
    """
    The words of a context that is situation and task are counted once, and shown under both names.
    """
    story = tell(
        situation="Search was slow for the two thousand shops we served, and we had to halve it by May.",
        action="I traced the slow queries and cached their joins, because the prices hardly ever change.",
        result="A search takes 90 ms where it took 300 ms, in every shop that we looked at.",
    )
    context = replace(story.parts[0], also=(PartKind.TASK,))
    reading = Reading(replace(story, parts=(context, *story.parts[1:])), Brief())

    assert lengths(reading).total == sum(lengths(reading).words.values())
    assert "situation and task" in STRUCTURE.assess(reading).because


def test_shares_and_seconds_are_one_calculation() -> None:
    """
    The seconds shown for the parts stand in the same proportion as the shares that D1 speaks of.
    """
    story = tell(
        situation="The a the an the index was a day old for a the shops.",
        action="I kind of rebuilt the index as a stream, and I basically tested it.",
        result="It is a minute old.",
    )
    reading = Reading(story, Brief())
    told, by_part = lengths(reading), seconds_by_part(reading)

    shares = [told.share(section.part.kind) for section in reading.sections]
    assert shares == pytest.approx([each / sum(by_part) for each in by_part])


@pytest.mark.parametrize(
    ("missing", "rule"), [("result", "result-missing"), ("situation", "situation-missing")]
)
def test_nothing_is_missing_where_starling_only_guessed(missing: str, rule: str) -> None:
    """
    A part that Starling did not find in prose, unsure of the parts, is not called missing.
    """
    whole = {"situation": "The index was a day old.", "action": "I built a stream.", "result": "It is fresh."}
    story = tell(**{name: text for name, text in whole.items() if name != missing})

    assert rule in spoken_by(story)
    assert rule not in spoken_by(replace(story, confidence=0.4))


def test_a_passive_hides_its_doer() -> None:
    """
    "It was decided" is nobody's deed, also beside a role that the task states, and earns no 5.
    """
    story = tell(
        task="It was my job to retire the rules.",
        action="We held talks with the shops. A page was built for them, and it was decided to go on.",
        result="The rules are gone.",
    )
    found = assessed(story)["D3"]

    assert found.score is not None
    assert found.score <= 2


def test_others_told_apart_earn_the_five() -> None:
    """
    Own steps with others' parts named stand above own steps alone.
    """
    alone = tell(action="I traced the job. I removed the lock. I measured it again.")
    apart = tell(action="I traced the job. The data team rewrote the client. I measured it again.")

    assert (4, 5) == (assessed(alone)["D3"].score, assessed(apart)["D3"].score)


@pytest.mark.parametrize(
    ("result", "score"),
    [
        ("Thanks to the page the precision went from 52% to 81%.", 3),
        ("Precision went from 52% to 81% because reviewers saw each false alarm on the page.", 4),
    ],
)
def test_a_name_is_no_mechanism(result: str, score: int) -> None:
    """
    "Thanks to" and a name give credit; how it worked takes more words than the name.
    """
    story = tell(
        situation="The precision of alerts was low.", action="I built a page of alerts.", result=result
    )

    assert score == assessed(story)["D7"].score


def test_an_error_is_not_praised_as_a_choice() -> None:
    """
    The reason for an own error is no weighed option, neither for a rule nor for D4.
    """
    story = tell(
        action="The mistake was mine: I had tuned on the test set instead of a third one, because I was late."
    )

    assert "option-rejected-with-reason" not in spoken_by(story)
    assert "weighed" not in assessed(story)["D4"].because


def test_a_check_that_now_refuses_is_a_changed_practice() -> None:
    """
    What is done since counts in the words of the machine as well: "now refuses", "has stopped two".
    """
    story = tell(
        situation="I forgot to check how old the feature was.",
        action="I rolled the model back and told the call centre.",
        result="We lost a week of calls.",
        reflection="Each release now refuses a feature older than a day, and it has stopped two since.",
    )
    found = assessed(story, QuestionType.FAILURE)["D9"].score

    assert found is not None
    assert found >= 4


def test_an_unknown_question_is_called_unknown() -> None:
    """
    A question of a type that Starling does not know is not asked for again.
    """
    story = tell(question="Which tea do you drink?", action="I boiled water.", result="It was hot.")
    told = assessed(story)["D10"].because, assessed(replace(story, question=None))["D10"].because

    assert "does not know this kind of question" in told[0]
    assert "give it a question" in told[1]


def test_tags_say_what_is_asked_where_no_question_does() -> None:
    """
    Without a question the type that a story's tags agree on is its type, and tags at odds give none.
    """
    part = Part(PartKind.ACTION, (Line("I rolled it back.", 1),))
    story = Story(title="The release", parts=(part,), tags=("Learning from failure", "billing"))

    assert QuestionType.FAILURE is read_story(story, Brief()).question_type
    assert None is read_story(replace(story, tags=("Conflict", "Ambiguity")), Brief()).question_type


def test_steps_told_are_not_called_missing() -> None:
    """
    D10 never misses the steps that D4 counts; what it misses is what the work was on.
    """
    story = tell(
        question="What is the hardest problem you have solved?",
        action="I asked around. I compared what I heard. I wrote it down for everybody.",
        result="It was easier for us.",
    )
    found = assessed(story, QuestionType.ACHIEVEMENT)

    assert "steps" in found["D4"].because
    assert "your steps" not in found["D10"].because


def test_a_passive_that_only_describes_is_no_deed_without_a_doer() -> None:
    """
    "A view that was updated" and "it had been scheduled" describe; nobody asks who did it.
    """
    described = tell(
        action="I traced the outage. The trigger was a job that was started by the hour. "
        "The job had been scheduled wrongly. I moved it to the night."
    )

    assert 4 == assessed(described)["D3"].score
