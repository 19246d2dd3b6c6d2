"""Words that make the speaker small."""

from __future__ import annotations

from collections.abc import Iterator

from starling.model.report import Strength
from starling.model.story import SPOKEN
from starling.review.reading import Reading
from starling.review.rule import Mark, Rule, example, tell


def check(reading: Reading) -> Iterator[Mark]:
    """Mark each phrase that takes the speaker back; care with figures ("about") is not among them.

    What somebody "told me" is their word, and to tell it is no doubt of one's own.
    """
    for hit in reading.hits("self_undermining"):
        sentence = reading.sentence_at(hit.start)
        if sentence is None or sentence.kind not in SPOKEN:
            continue
        if " told me " not in reading.lower[sentence.start : hit.start]:
            said = reading.quote(hit.start, hit.end)
            yield Mark(
                hit.start,
                hit.end,
                f"Say it without “{said}”, or say how sure you are. It makes you smaller than the work.",
            )


RULE = Rule(
    summary="A phrase makes the speaker small.",
    why="Care about a figure is heard as honesty; doubt about oneself is taken at its word.",
    source="rubric, 4.1 (hedging: calibration and self-undermining are two things)",
    strength=Strength.INFORMATIVE,
    dimension="D12",
    hits=(
        example(tell(result="I guess the model was better after that.")),
        example(tell(result="I was lucky that the index fitted into memory.")),
        example(tell(situation="I was only a junior, so nobody expected a design from me.")),
    ),
    misses=(
        example(tell(result="It saved about 40 hours a month; the figure is estimated from the tickets.")),
        example(tell(action="I chose a kind of tree that sort of handles missing values by itself.")),
        example(tell(result="I think the cache explains half of it, roughly.")),
        example(tell(situation="I was the junior of the two engineers on call.")),
        example(tell(situation="My lead told me that in reviews I was kind of loud.")),
    ),
    check=check,
    cues=("self_undermining",),
)
