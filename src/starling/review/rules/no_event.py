"""An opinion or a habit where an event was asked for."""

from __future__ import annotations

from collections.abc import Iterator

from starling.model.report import QuestionType, Strength
from starling.model.story import CORE
from starling.review.reading import Reading
from starling.review.rule import Mark, Rule, example, tell
from starling.review.signals.asked import Asked, asked
from starling.review.signals.event import event

FEWEST_SENTENCES = 2
_NO_EVENT_WANTED = frozenset((Asked.WEAKNESS, Asked.WHY_US, Asked.ABOUT_YOURSELF))


def _asks_for_event(reading: Reading) -> bool:
    return reading.question_type is not QuestionType.MOTIVATION and not asked(reading) & _NO_EVENT_WANTED


def check(reading: Reading) -> Iterator[Mark]:
    """Mark the first habit or opinion of a telling in which no sentence tells what happened."""
    told = event(reading)
    if told.never and _asks_for_event(reading) and len(reading.of(*CORE)) >= FEWEST_SENTENCES:
        first = min((*told.general, *told.opinions), key=lambda sentence: sentence.start)
        said = reading.quote(first.start, first.end)
        yield Mark(
            first.start,
            first.end,
            f"Tell one time that it happened, from its start. “{said}” is what you do in general.",
        )


RULE = Rule(
    summary="The telling is a habit or an opinion, not an event.",
    why="Interviewers ask for one past event because what people did tells more than what they say they do.",
    source="rubric, D2 (anchors 1 and 2) and section 1.2 (Bangerter 2014)",
    strength=Strength.ESSENTIAL,
    dimension="D2",
    hits=(
        example(
            tell(
                situation="When a model is slow, people usually blame the network.",
                action="I usually look at the batch size first. Then I would try a smaller precision.",
            )
        ),
        example(
            tell(
                situation="I believe in tidy tables.",
                action="I always talk to the owners. I make sure they agree.",
            )
        ),
    ),
    misses=(
        example(
            tell(
                situation="People usually blame the network, and that week they did too.",
                action="I looked at the batch size first and halved it.",
            )
        ),
        example(tell(action="- Profile the loader\n- Cache the embeddings\n- Compare both on one GPU")),
        example(
            tell(
                action="I would like to work where I can see the user. I believe in small teams.",
                question="Why do you want to work here?",
            ),
            asked=QuestionType.MOTIVATION,
        ),
    ),
    check=check,
    cues=("habit_markers", "opinion_markers"),
)
