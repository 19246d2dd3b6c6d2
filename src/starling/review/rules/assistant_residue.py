"""What a chat assistant said around the answer, left in the notes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from starling.model.report import Strength
from starling.review.reading import Reading
from starling.review.rule import Mark, Rule, example, page, tell

_ENDS = ".!?:\n"
_SIGNS = ("here's", "here’s", "here is", "below is")
"""One of these stands in every opening that becomes a title."""
_SOURCE_MARKS = re.compile(r"(?<=[.!?])(?:\[\d{1,2}\])+(?=\s|\Z)")


def _opens(reading: Reading, start: int) -> bool:
    """Whether nothing but marks stands between *start* and the end of the sentence or line before."""
    before = reading.text[max(0, start - 8) : start]
    gap = before[len(before.rstrip(' \t"“*>#-–—•')) :]
    kept = before[: len(before) - len(gap)]
    return not kept or kept[-1] in _ENDS or "\n" in gap


def _source_marks(reading: Reading) -> Iterator[re.Match[str]]:
    """Numbers in brackets behind a sentence, which no list of sources on the page explains."""
    unexplained = "[" in reading.text and "\n[1]" not in reading.text
    return _SOURCE_MARKS.finditer(reading.text) if unexplained else iter(())


def _title(reading: Reading) -> Iterator[Mark]:
    """The title, where an importer took the assistant's first line for one."""
    title = reading.story.title
    if any(sign in title.lower() for sign in _SIGNS) and title not in reading.text:
        for mark in check(Reading(tell(other=title), reading.brief)):
            yield Mark(0, 0, mark.message)


def check(reading: Reading) -> Iterator[Mark]:
    """Mark each run of the assistant's own words, and the title if it is one."""
    yield from _title(reading)
    spans = [(hit.start, hit.end) for hit in reading.hits("assistant_residue")]
    spans += [(h.start, h.end) for h in reading.hits("assistant_openings") if _opens(reading, h.start)]
    spans += [match.span() for match in _source_marks(reading)]
    last = -1
    for start, end in sorted(spans):
        line = reading.text.count("\n", 0, start)
        if line != last:
            said = reading.quote(start, end)
            yield Mark(
                start,
                end,
                f"Delete “{said}” and what belongs to it. It is left from a chat assistant, not your story.",
            )
        last = line


RULE = Rule(
    summary="Words of a chat assistant are left in the notes.",
    why="They are easily read aloud or pasted on, and then the whole story sounds written by somebody else.",
    source="rubric, D11 (assistant residue); evaluation, K24",
    strength=Strength.ESSENTIAL,
    dimension="D11",
    hits=(
        example(page("Conflict story\n\nCertainly, here is a more concise version:\n\nSituation: …")),
        example(page("Sure — here's the updated answer.\n")),
        example(
            tell(result="The job has run on time since May.\n\nLet me know if you'd like a shorter version.")
        ),
        example(tell("Sure, here's a polished version of your answer:", action="I built the index.")),
        example(tell(reflection="As an AI language model, I cannot tell what you learned.")),
        example(tell(takeaway="This version highlights ownership and calm under pressure.")),
        example(tell(result="Complaints fell within a month.[2][1]")),
    ),
    misses=(
        example(
            tell(action="I told the analyst: let me know if you see it again, and this is how to check.")
        ),
        example(page("Here is the list of stories I want to tell, with the question each one answers.")),
        example(tell(action="I tailored the talk for each team and made sure here is where we stopped.")),
        example(page("Ask at the end: would you like me to go deeper on any part?")),
        example(tell(action="I read scores[0][1] from the cache, and the first entry[0] was empty.")),
        example(page("The score was calibrated as in the paper.[1]\n\n[1] Platt, 1999")),
        example(tell(situation="It was a great question, and nobody on the call could answer it.")),
    ),
    check=check,
    check_page=check,
)
