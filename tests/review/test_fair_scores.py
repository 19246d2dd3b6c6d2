"""What tells a strong telling from an ordinary one, and big words from work, as a fair interviewer would."""

from __future__ import annotations

import pytest

from starling.model.report import Assessment, Brief, Level, QuestionType
from starling.model.story import Story
from starling.review.engine import all_rules, story_findings
from starling.review.followups import follow_ups
from starling.review.question_type import type_of
from starling.review.reading import Reading
from starling.review.rubric import assess
from starling.review.rule import tell
from starling.review.signals.agents import agency
from starling.review.signals.learning import learning
from starling.review.signals.mechanism import mechanism
from starling.review.signals.outcomes import outcomes
from starling.review.signals.people import contempt, other_views
from starling.review.signals.reasons import reasons
from starling.review.signals.scope import scope
from starling.review.signals.shares import shares
from starling.review.signals.steps import concrete

BIG_WORDS = tell(
    situation="Our organisation was at the start of its digital journey and needed a vision.",
    task="I was to drive the transformation company-wide.",
    action="I aligned stakeholders across teams, drove cross-functional synergies and set the direction.",
    result="We achieved a huge impact across the whole company and unlocked significant value.",
)
HABIT = tell(
    action="I usually help when somebody has a problem. I always talk to my colleagues across the company.",
    result="That normally works.",
)


def read(story: Story, kind: QuestionType | None = None, level: Level | None = None) -> Reading:
    """A story as it is told for a level and a type of question."""
    return Reading(story, Brief(level=level), kind)


def scored(reading: Reading) -> dict[str, Assessment]:
    """What each dimension says, by its name."""
    return {each.dimension: each for each in assess(reading)}


@pytest.mark.parametrize(
    "words",
    [
        "Since then the sweep prints what it would drop and waits for a second person.",
        "Rosa and I have written the list first for each move since, and she keeps it.",
        "I have done so for five months.",
    ],
)
def test_what_is_done_since_is_a_practice(words: str) -> None:
    """
    A practice may be a thing that acts otherwise, or what two people have done ever since.
    """
    assert learning(read(tell(action="I swept the attic.", result=words))).practice


def test_what_lasts_is_no_practice() -> None:
    """
    A thing that stands is nothing that is done differently.
    """
    story = tell(action="I swept the attic.", result="Since then the shelf has stood well.")

    assert () == learning(read(story)).practice


def test_a_later_day_proves_a_practice() -> None:
    """
    "In May it moved an order" closes a failure after which somebody has worked otherwise for months.
    """
    told = "I have put one line into the plan first for five months, and I have done so for the mill too."
    story = tell(action="I forgot the rye, and two orders were late.", result=told)
    proved = tell(
        action="I forgot the rye, and two orders were late.", result=f"{told} In May it moved an order."
    )

    assert 4 == scored(read(story, QuestionType.FAILURE))["D9"].score
    assert 5 == scored(read(proved, QuestionType.FAILURE))["D9"].score


def test_a_day_without_a_practice_proves_nothing() -> None:
    """
    What a machine moved in spring is an outcome, where nothing is told to be done differently.
    """
    story = tell(action="I built the crane.", result="In spring it moved twelve boats.")

    assert () == learning(read(story)).evidence


@pytest.mark.parametrize(
    ("words", "heard"),
    [
        ("Nobody on the floor had a clue about cameras.", True),
        ("I rewrote the code of the juniors, which was garbage.", True),
        ("I had no clue about cameras and asked the oldest fitter.", False),
    ],
)
def test_contempt_is_for_somebody_else(words: str, heard: bool) -> None:
    """
    Who calls the others' work garbage speaks of the others; who had no clue speaks of themselves.
    """
    assert heard == bool(contempt(read(tell(action=words))))


def test_a_view_that_nobody_held_is_none() -> None:
    """
    "They never cared" and "nobody wanted to" tell no other side.
    """
    words = "They never cared about the log. Nobody wanted to do the talk."

    assert () == other_views(read(tell(situation=words)))


def test_what_two_sides_decide_hides_nobody() -> None:
    """
    In a disagreement "we decided" is how it was settled; elsewhere it leaves out who did.
    """
    start = "I read the bids. They came from two mills. Both were late. "
    settled = read(tell(action=f"{start}Ines feared the dust. We decided on the newer mill for a month."))
    hidden = read(tell(action=f"{start}Both had dust. We decided on the newer mill for a month."))

    assert () == agency(settled).unclear
    assert agency(hidden).unclear


def test_a_cause_found_before_the_mending_is_a_mechanism() -> None:
    """
    A listener who hears what was wrong, and then what was changed, can see why it got better.
    """
    story = tell(
        situation="The ferry tickets took eleven seconds to print.",
        action="I read the printer's log and saw that each ticket loaded the same font from the network. "
        "I put the font on the printer.",
        result="A ticket takes two seconds, and the queue at the ferry is gone.",
    )

    found = scored(read(story))["D7"]

    assert 4 == found.score
    assert "log" in found.evidence[0].quote


def test_what_was_made_and_then_did_it_is_a_mechanism() -> None:
    """
    "The sieve removed two stones in three" says what brought the effect about, if the sieve was made before.
    """
    told = "The sieve removed two stones in three by June."

    assert 4 == scored(read(tell(action="I built a sieve for the oats.", result=told)))["D7"].score
    assert 3 == scored(read(tell(action="I called the miller about the oats.", result=told)))["D7"].score


def test_a_test_that_could_have_been_run_shows_nothing() -> None:
    """
    "I could have argued for a pilot" is no pilot.
    """
    story = tell(action="I could have argued for a pilot. I closed the shop.", result="We saved 3,000 euros.")

    assert () == mechanism(read(story)).tests


@pytest.mark.parametrize(
    ("words", "weighed"),
    [
        (
            (
                "I could have dropped the torn maps without a word. I told the archive instead, because "
                "the older prints came from the same press."
            ),
            True,
        ),
        (
            (
                "There were two ways back: copy the winter tape, or type it again. I chose the typing, since "
                "the tape had lost its last week."
            ),
            True,
        ),
        ("I compared two prints and found that a lake had become a road instead of water.", False),
    ],
)
def test_a_way_not_taken_is_heard_however_it_is_told(words: str, weighed: bool) -> None:
    """
    What could have been done and was not is an option turned down; what was found to be so is none.
    """
    assert weighed == bool(reasons(read(tell(action=words))).weighed)


def test_big_words_are_no_work() -> None:
    """
    Synergies are no steps, value is no outcome, and a reach that nothing shows is claimed.
    """
    reading = read(BIG_WORDS, QuestionType.LEADERSHIP, Level.STAFF)
    found = scored(reading)

    assert ["aligned"] == [step.deed.verb for step in concrete(reading)]
    assert not any(outcome.concrete for outcome in outcomes(reading))
    assert (2, 2, 2) == (found["D4"].score, found["D5"].score, found["D8"].score)


def test_a_habit_has_no_reach() -> None:
    """
    Where no event is told, there is nothing whose reach could be scored.
    """
    assert scored(read(HABIT, level=Level.JUNIOR))["D8"].score is None


def test_people_who_are_counted_make_a_team() -> None:
    """
    Four adjusters are a team, though nobody says the word.
    """
    story = tell(situation="I led the night intake.", action="With four adjusters I drew a plan of the beds.")
    reading = read(story, level=Level.SENIOR)

    assert ["four adjusters"] == [reading.text[hit.start : hit.end] for hit in scope(reading).team]
    assert 4 <= (scored(reading)["D8"].score or 0)


def test_a_few_sentences_have_no_proportions() -> None:
    """
    Nothing is praised as in proportion where it is too short to be measured.
    """
    story = tell(
        situation="The lift stood still for a week in the old mill on the river.",
        task="I had to get it to run before the fair in August.",
        action="I changed one belt, oiled the wheel and ran it for a night.",
        result="It has run since, and the fair had three floors, two stairs and one lift full of people.",
    )

    assert scored(read(story))["D1"].because == "All parts are there, in order."


def test_shares_of_guessed_parts_are_not_measured() -> None:
    """
    What the report calls a guess is no ground to say that the background is too long.
    """
    told = tell(
        situation="The lake was low all summer. " * 20, action="I dug. " * 20, result="It rose. " * 20
    )
    guessed = Story(title="A lake", parts=told.parts, confidence=0.7)

    assert shares(read(told)) is not None
    assert shares(read(guessed)) is None


def test_half_a_word_is_never_quoted() -> None:
    """
    A question about "fine-tuned" quotes the whole word.
    """
    story = tell(action="I fine-tuned a small reader on the letters.", result="Errors fell from 9% to 4%.")
    quoted = [each.quote for each in follow_ups(read(story))]

    assert not any(quote.startswith("tuned") for quote in quoted), quoted


@pytest.mark.parametrize("title", ["Weakness", "My greatest weakness", "Strengths", "Why us"])
def test_a_title_may_be_all_that_is_asked(title: str) -> None:
    """
    A page called "Weakness" without a question is not measured as an event.
    """
    assert type_of(tell(title, action="I go quiet when I am unsure.")) is QuestionType.MOTIVATION


@pytest.mark.parametrize("title", ["Weakness in the model", "The strengths of two designs"])
def test_a_title_with_a_thing_in_it_is_an_event(title: str) -> None:
    """
    The weakness of a model is a story.
    """
    assert type_of(tell(title, action="I read forty errors.")) is None


def test_less_than_half_of_an_answer_only_touches_the_topic() -> None:
    """
    Of a failure, the error alone is told: what it cost and how it was mended is most of the answer.
    """
    story = tell(action="I forgot to invite the night crew. I painted the door.", result="The door is green.")

    assert 2 == scored(read(story, QuestionType.FAILURE))["D10"].score


def test_a_telling_that_leaves_nothing_open_is_asked_at_its_turn() -> None:
    """
    An interviewer asks something of the best telling, too: whether the choice could have gone otherwise.
    """
    story = tell(
        situation="In March our ferry office had 40 angry letters a week about late boats.",
        task="I wanted fewer than ten.",
        action="I read the letters of one month. I counted their reasons. I sorted them by pier and hour. "
        "I proposed to post the delays on the pier rather than on the website, because most of the letters "
        "were written by people who stood there.",
        result="In June nine letters came in a week, and in July seven.",
    )

    assert ["What would have made you decide otherwise?"] == [
        each.question.rpartition("”. ")[2] for each in follow_ups(read(story))
    ]


def test_blame_in_a_conflict_is_said_in_every_way_it_is_heard() -> None:
    """
    The blame, the missing view and the loser at the end are three things to mend.
    """
    story = tell(
        question="Tell me about a conflict at work.",
        situation="The vendor's people were late every week. They never cared about the log.",
        action="I told them so many times. When nothing happened I went to the director.",
        result="The director forced them to fix it. They finally understood that I was right.",
    )
    said = {each.rule for each in story_findings(read(story, QuestionType.CONFLICT), all_rules())}

    assert {"blame-without-own-part", "other-side-missing", "win-or-lose-ending"} <= said


@pytest.mark.parametrize(
    ("words", "own"),
    [
        ("It was not my fault, since the vendor was late.", False),
        ("It was my fault, since I had the key.", True),
        ("I had tried it on paper only, never on glass.", True),
    ],
)
def test_a_fault_that_is_denied_is_not_owned(words: str, own: bool) -> None:
    """
    "It was not my fault" names no own error, and is never praised as one.
    """
    reading = read(tell(question="Tell me about a time you failed.", action=f"I called them. {words}"))

    assert own == bool(learning(reading).own_errors)
    assert own == ("own-error-named" in {each.rule for each in story_findings(reading, all_rules())})


def test_a_date_by_which_to_decide_is_not_called_open() -> None:
    """
    "Decide within an hour" is answered by what was decided; "deliver within a month" has to be said.
    """
    decide = tell(
        task="I had to decide within an hour whether to close the bridge.",
        action="I looked at the river by hand and closed one lane.",
        result="The other lane carried the buses all night.",
    )
    deliver = tell(
        task="I had to paint the bridge within a month.",
        action="I asked two crews and painted the rails first.",
        result="The bridge is blue from end to end.",
    )

    assert "result-leaves-target-open" not in {e.rule for e in story_findings(read(decide), all_rules())}
    assert "result-leaves-target-open" in {e.rule for e in story_findings(read(deliver), all_rules())}


def test_books_are_no_diagnosis() -> None:
    """
    Who studied the literature has not looked for a cause.
    """
    story = tell(action="I studied the literature. I implemented three readers of maps.")

    assert reasons(read(story)).diagnosis is None
