"""What the speaker would do differently, and whether they did."""

from __future__ import annotations

import re
from collections.abc import Iterator

from starling.model.story import SPOKEN, PartKind
from starling.review.probe import Asked, Probe, about, clauses_of
from starling.review.reading import Reading
from starling.review.rule import example, tell
from starling.review.signals.asked import Asked as Kind
from starling.review.signals.asked import asked
from starling.review.signals.learning import learning, own_errors

_LATE = re.compile(r"\b(?:late|deadline|date|slip\w+|overran|days?|weeks?|months?|budget|launch)\b")
_PREVENT = "Looking back, where was the last moment to prevent that?"
_THE_REST = "What would it have taken to get there?"
_BEFORE = (PartKind.SITUATION, PartKind.TASK, PartKind.OBSTACLE)


def _spans(reading: Reading) -> Iterator[tuple[int, int]]:
    """The clauses with an own error; in a failure story without one, the sentences with what went wrong."""
    named = [hit for hit in own_errors(reading) if reading.kind_at(hit.start) in SPOKEN]
    yield from clauses_of(reading, named)
    if not named and Kind.FAILURE in asked(reading):
        found = (reading.sentence_at(hit.start) for hit in reading.hits("consequence_markers", *_BEFORE))
        yield from ((sentence.start, sentence.end) for sentence in found if sentence is not None)


def ask(reading: Reading) -> Iterator[Asked]:
    """Ask at each own error and each target missed, where nothing tells of the next time."""
    if reading.hits("hindsight_markers") or reading.hits("later_evidence"):
        return
    for start, end in () if learning(reading).practice else _spans(reading):
        yield about(reading, start, end, "What would you do differently, and did you, the next time?")
    for start, end in clauses_of(reading, reading.hits("missed_phrases", PartKind.RESULT)):
        late = _LATE.search(reading.lower, start, end) is not None
        yield about(reading, start, end, _PREVENT if late else _THE_REST)


PROBE = Probe(
    summary="What would you do differently, and did you, the next time?",
    source="rubric, 6.1 (failure, differently) and D9",
    hits=(
        example(tell(situation="I forgot to pin the tokenizer.", result="We rolled back within an hour.")),
        example(tell(question="Tell me about a time you failed.", situation="The launch was late.")),
        example(tell(action="I sharded the index.", result="We missed the deadline by two weeks.")),
        example(tell(action="I relabelled the night photos.", result="Recall is 81%, still short of 85%.")),
    ),
    misses=(
        example(
            tell(
                situation="I forgot to pin the tokenizer.",
                reflection="Next time I would pin it in the image.",
            )
        ),
        example(
            tell(
                situation="I assumed that speed was the point.",
                result="Before each date we now ask what the board has to see; I now ask it first.",
            )
        ),
        example(tell(situation="The vendor forgot the file.", result="I learned to ask for a test file.")),
    ),
    ask=ask,
)
