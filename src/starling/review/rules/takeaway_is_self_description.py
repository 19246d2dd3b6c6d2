"""A takeaway that describes the speaker where a lesson was wanted."""

from __future__ import annotations

from collections.abc import Iterator

from starling.model.report import Strength
from starling.review.reading import Reading
from starling.review.rule import Mark, Rule, example, tell
from starling.review.signals.takeaways import self_descriptions


def check(reading: Reading) -> Iterator[Mark]:
    """Mark the first sentence of a takeaway or reflection that says how good the speaker is."""
    for sentence in self_descriptions(reading)[:1]:
        said = reading.quote(sentence.start, sentence.end).strip('"“” ')
        instead = "Say what you now do differently because of this story"
        message = f"{instead}. “{said}” describes you; let the story do that."
        yield Mark(sentence.start, sentence.end, message)


RULE = Rule(
    summary="The takeaway describes you instead of what you learned.",
    why="Self-description lowers an interviewer's opinion; a lesson with a changed habit raises it.",
    source="rubric, section 1.2 (Bangerter 2014) and D9; evaluation, K19",
    strength=Strength.ACTIONABLE,
    dimension="D9",
    hits=(
        example(
            tell(result="It held.", takeaway='"I can find the slow part of any pipeline and explain it."')
        ),
        example(tell(result="It held.", reflection="I am a strong communicator who brings teams together.")),
        example(tell(result="It held.", takeaway="- Ability to turn vague goals into a plan")),
    ),
    misses=(
        example(
            tell(
                result="It held.",
                takeaway="I can say when it changed: since then I ask for the baseline first.",
            )
        ),
        example(tell(result="It held.", reflection="I learned to read the labels before the model.")),
        example(tell(result="It held.", takeaway="A dashboard nobody owns is not monitoring.")),
        example(
            tell(situation="I am a data scientist in a team of four.", result="I can show it to anyone.")
        ),
    ),
    check=check,
    cues=("ability_claims", "opinion_markers"),
)
