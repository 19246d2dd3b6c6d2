"""The effect was tested against something that did not change."""

from __future__ import annotations

import re
from collections.abc import Iterator

from starling.model.report import Strength
from starling.model.story import PartKind
from starling.review.reading import Reading, Sentence
from starling.review.reading.clauses import before_stop
from starling.review.rule import Mark, Rule, example, tell

_RAN = re.compile(
    r"\b(?:ran|run|running|conducted|launched|deployed|rolled|measured|compared|comparing|tested|verified|validated"
    r"|showed|shows|confirmed|won|let|against)\b"
)


def _was_run(reading: Reading, sentence: Sentence) -> bool:
    """Whether a sentence tells of a test that took place, not of a plan or a framework for tests."""
    return _RAN.search(sentence.lower) is not None and not reading.hits_in("unreal_markers", sentence)


def check(reading: Reading) -> Iterator[Mark]:
    """Mark the first controlled test in the action or the result that was really run."""
    for hit in reading.hits("controlled_tests", PartKind.ACTION, PartKind.RESULT):
        sentence = reading.sentence_at(hit.start)
        if sentence is not None and _was_run(reading, sentence):
            end = before_stop(reading, sentence.start, sentence.end)
            said = reading.quote(sentence.start, end)
            yield Mark(sentence.start, end, f"Keep “{said}”. It shows that your change made the difference.")
            return


RULE = Rule(
    summary="The effect was tested: an A/B test, a canary, a control group.",
    why="A comparison answers “how do you know it was you?” before it is asked.",
    source="rubric, D7 (anchor 4: mechanism or test stated)",
    strength=Strength.CELEBRATORY,
    dimension="D7",
    hits=(
        example(
            tell(action="I ran an A/B test over two weeks.", result="Clicks rose by 3% in the treated half.")
        ),
        example(
            tell(action="- Let both rankers answer in shadow mode for a week", result="The new one won.")
        ),
    ),
    misses=(
        example(tell(action="I shipped it.", result="Clicks rose by 3%.")),
        example(tell(action="I would run an A/B test next time.", result="Clicks rose by 3%.")),
        example(tell(situation="Nobody trusted the A/B tests of that year.", action="I shipped it.")),
    ),
    check=check,
    cues=("controlled_tests",),
)
