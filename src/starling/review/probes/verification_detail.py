"""What it was like from near: the first hour, the first thing done together."""

from __future__ import annotations

import re
from collections.abc import Iterator

from starling.model.story import PartKind
from starling.review.probe import Asked, Probe, about
from starling.review.reading import Reading
from starling.review.reading.clauses import clause_around
from starling.review.rule import example, tell
from starling.review.signals.choices import substantial_steps
from starling.review.signals.deeds import Agent, actions
from starling.review.signals.steps import concrete

_A_FEW = 3
"""With fewer steps than this, the action is a summary."""
_NOT_ONE_EVENT = re.compile(
    r"\b(?:if|could|would|whenever|every|often|always|usually|each|thought|believed|seemed|feared)\b"
)


def ask(reading: Reading) -> Iterator[Asked]:
    """Ask for the first hour of an emergency, and for one instance of joint work and of teaching."""
    for hit in reading.hits("emergencies", PartKind.SITUATION, PartKind.OBSTACLE):
        sentence = reading.sentence_at(hit.start)
        if sentence is not None and not _NOT_ONE_EVENT.search(sentence.lower):
            question = "Walk me through the first hour: what did you look at, and what did you rule out?"
            start, end = clause_around(reading, hit.start, hit.end)
            yield about(reading, start, end, question)
    yield from _one_of(
        reading, "joint_work", "What was the first thing you did together, and who did which part?"
    )
    yield from _one_of(
        reading, "teaching", "Take one session: what did you work on, and what changed by the next?"
    )
    yield from _only_step(reading)


def _one_of(reading: Reading, name: str, question: str) -> Iterator[Asked]:
    named = {hit.start for hit in reading.hits(name, PartKind.ACTION)}
    for deed in actions(reading):
        if deed.start in named and deed.agent is not Agent.OTHER:
            yield about(reading, deed.start, deed.end, question)


def _only_step(reading: Reading) -> Iterator[Asked]:
    """Ask how, where the action tells so few steps that a listener cannot follow it."""
    done = substantial_steps(reading)
    if done and len(concrete(reading)) < _A_FEW:
        yield about(reading, done[0].start, done[0].end, "Walk me through how you did that: what came first?")


PROBE = Probe(
    summary="Walk me through the first hour.",
    source="rubric, 6.1 (verification detail) and D2",
    hits=(
        example(
            tell(situation="On a Friday the scoring service went down.", action="I rolled the image back.")
        ),
        example(tell(action="I mentored two interns on the labelling tool over the summer.")),
        example(tell(action="I optimized the data loading of the training pipeline.")),
        example(tell(action="I worked closely with the data team on the migration of the tables.")),
    ),
    misses=(
        example(tell(action="I profiled the scorer, cached the joins, and moved the features to a store.")),
        example(
            tell(
                action="I paired the logs with the traces, rewrote the two slow joins and sharded the index."
            )
        ),
        example(
            tell(
                situation="If a worker crashed, its task was gone.",
                action="I added a lease, wrote a replay script and ran both on last week's logs.",
            )
        ),
        example(
            tell(
                situation="In the tests half the people thought that the preview had crashed.",
                action="I measured the page, cut the images and asked them again.",
            )
        ),
    ),
    ask=ask,
)
