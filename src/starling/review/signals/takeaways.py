"""What stands in the parts that close a story: praise of the speaker, or something learned."""

from __future__ import annotations

from starling.model.story import PartKind
from starling.review.reading import Reading, Sentence
from starling.review.signals import signal
from starling.review.signals.learning import learning

_FEWEST_WORDS = 4
"""Fewer words are a slogan's heading, not a lesson."""
_BESIDE_THE_STORY = (PartKind.TAKEAWAY, PartKind.FOLLOW_UP, PartKind.OTHER)


@signal
def self_descriptions(reading: Reading) -> tuple[Sentence, ...]:
    """The sentences of takeaway and reflection that say how good the speaker is, in order."""
    closing = reading.of(PartKind.TAKEAWAY, PartKind.REFLECTION)
    return tuple(sentence for sentence in closing if sentence.words and _describes(reading, sentence))


def _describes(reading: Reading, sentence: Sentence) -> bool:
    """Whether a sentence opens with an ability or a virtue, and no part of it is a lesson."""
    opening = sentence.words[0].start
    praise = reading.hits_in("ability_claims", sentence) + reading.hits_in("opinion_markers", sentence)
    lesson = reading.hits_in("learning_markers", sentence) + reading.hits_in("later_practice", sentence)
    return any(hit.start == opening for hit in praise) and not lesson


@signal
def says_what_was_learned(reading: Reading) -> bool:
    """Whether a story tells a lesson or a practice that came of it, in any part or as its takeaway."""
    told = learning(reading)
    if told.lessons or told.practice or reading.hits("learning_markers", *_BESIDE_THE_STORY):
        return True
    praise = self_descriptions(reading)
    takeaway = (s for s in reading.of(PartKind.TAKEAWAY) if len(s.words) >= _FEWEST_WORDS)
    return any(sentence not in praise for sentence in takeaway)
