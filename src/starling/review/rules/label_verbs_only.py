"""An action made only of words such as “worked on” and “helped with”."""

from __future__ import annotations

import re
from collections.abc import Iterator

from starling.model.report import Strength
from starling.model.story import PartKind
from starling.review.reading import Reading, Sentence
from starling.review.reading.clauses import before_stop
from starling.review.reading.vocabulary import is_past, vocabulary
from starling.review.rule import Mark, Rule, example, tell
from starling.review.signals.steps import concrete

MOST_WORDS = 40
_HOW = re.compile(r"\bby (?:\w+ )?\w+ing\b|:")


def _says_more(reading: Reading, sentence: Sentence) -> bool:
    """Whether a sentence has a verb of doing that is no label, or says by what it was done."""
    labels = {
        start for hit in reading.hits_in("label_verbs", sentence) for start in range(hit.start, hit.end)
    }
    free = (word.lower for word in sentence.words if word.start not in labels)
    done = any(is_past(word) and word not in vocabulary("state_verbs") for word in free)
    return done or _HOW.search(sentence.lower) is not None


def check(reading: Reading) -> Iterator[Mark]:
    """Mark a short action in which every step is a label for a part in the work."""
    action = reading.of(PartKind.ACTION)
    labelled = next((s for s in action if reading.hits_in("label_verbs", s)), None)
    short = 0 < reading.word_count(PartKind.ACTION) <= MOST_WORDS
    if labelled and short and not concrete(reading) and not any(_says_more(reading, s) for s in action):
        start, end = labelled.start, before_stop(reading, labelled.start, labelled.end)
        said = f"“{reading.quote(start, end)}” names your part in the work, and not the work"
        yield Mark(start, end, f"Say what you did first, second and third. {said}.")


RULE = Rule(
    summary="The action names your part in the work, not the work.",
    why="“Worked on” fits everyone who was in the room; a verb with its object is yours.",
    source="rubric, D4 (anchor 2: labels only)",
    strength=Strength.ACTIONABLE,
    dimension="D4",
    hits=(
        example(tell(action="I worked on the recommendation service and helped with the evaluation.")),
        example(tell(action="I was involved in the requirements and was responsible for the communication.")),
        example(tell(action="- Collaborated with the data platform team on the feature store")),
    ),
    misses=(
        example(
            tell(
                action="I worked on the recommendation service: I added a second stage that ranks ten items."
            )
        ),
        example(
            tell(action="I helped with the evaluation by labelling 300 queries and comparing both rankers.")
        ),
        example(tell(action="- Built a second stage")),
    ),
    check=check,
    cues=("label_verbs",),
)
