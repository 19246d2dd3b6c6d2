"""How one knows that it still works."""

from __future__ import annotations

from collections.abc import Iterator

from starling.model.story import PartKind
from starling.review.probe import Asked, Probe, about
from starling.review.reading import Reading
from starling.review.reading.clauses import clause_around
from starling.review.rule import example, tell
from starling.review.signals.deeds import Agent, actions

_AFTER = (PartKind.ACTION, PartKind.RESULT, PartKind.REFLECTION)
_A_CLAIM = 4
"""Fewer words than this are a caption."""
_PUTTING = frozenset(
    "added add built build set configured configure implemented implement created create introduced "
    "established wrote integrated deployed enabled automated developed designed".split()
)


def ask(reading: Reading) -> Iterator[Asked]:
    """Ask about claims without exception, and about guards put in place with no word of what they caught."""
    for hit in reading.hits("absolutes", *_AFTER):
        sentence = reading.sentence_at(hit.start)
        if sentence is not None:
            start, end = clause_around(reading, hit.start, hit.end)
            if len(reading.words_in(start, end)) < _A_CLAIM:
                continue
            yield about(reading, start, end, "How do you know, and for how long have you watched it?")
    if not reading.hits("later_evidence"):
        yield from _guards(reading)


def _guards(reading: Reading) -> Iterator[Asked]:
    guards = reading.hits("guards", PartKind.ACTION)
    for deed in actions(reading):
        put = deed.verb in _PUTTING and deed.agent is not Agent.OTHER
        if put and any(deed.start < hit.start < deed.end for hit in guards):
            yield about(
                reading, deed.start, deed.end, "What has it caught since, and how do you know that it works?"
            )


PROBE = Probe(
    summary="How do you know that it holds, and what has it caught?",
    source="rubric, 6.1 (durability) and D7 (absolutes)",
    hits=(
        example(tell(action="I fixed the key.", result="It never happened again.")),
        example(tell(action="I added drift monitoring to the nightly job.", result="The model was stable.")),
    ),
    misses=(
        example(tell(action="I added drift monitoring.", result="Two months later it caught a broken feed.")),
        example(tell(action="I fixed the key and rebuilt the index.", result="The page was fast.")),
        example(
            tell(action="I ran the regression tests and shipped the image.", result="The page was fast.")
        ),
    ),
    ask=ask,
)
