"""A blank of a template that was never filled in."""

from __future__ import annotations

import re
from collections.abc import Iterator

from starling.model.report import Strength
from starling.review.reading import Reading
from starling.review.reading.vocabulary import vocabulary
from starling.review.rule import Mark, Rule, example, tell
from starling.text.words import words

_BRACKETS = re.compile(r"(?<![\w\]/.])[\[<{]([a-zA-Z][\w '’/%#.,-]{0,40})[\]>}](?![(\[:])")
_BLANKS = re.compile(
    r"(?<![\w$])(?:\$ ?)?[XN]{1,3} ?%(?!\w)|(?<![\w$])\$ ?X{1,3}[kKMB]?\b|\bX{2,3} (?=[a-z])"  # XX%, $XM
    r"|(?:(?<= of )|(?<= by )|(?<= to )|(?<= in )|(?<= from ))X{2,3}(?= ?[.,;)]|$)"
    r"|(?<!was )(?<!were )(?<!still )(?<!marked )(?<!as )\bTB[DC]\b"
    r"|\bTODO:|\bFIXME\b|\b[Ll]orem ipsum|(?<![\w_])_{3,}(?![\w_])|\?{3,}"
)
_SIGNS = ("X", "N%", "N %", "TBD", "TBC", "TODO:", "FIXME", "orem ips", "___", "???")
"""One of these stands in every blank: looking for them first costs a hundredth of the pattern."""
_OPENING = ("[", "<", "{")
_MOST_WORDS = 5
_BESIDE = 200
"""Characters beside a blank in which its sentence would show."""


def _is_blank(inside: str) -> bool:
    """Whether the words in a bracket name what belongs there: [company], <metric>, [insert your number]."""
    if inside == "x":  # a ticked box
        return False
    said = [word.lower for word in words(inside)]
    return len(said) <= _MOST_WORDS and not vocabulary("placeholder_words").isdisjoint(said)


def _is_told(text: str, start: int, end: int) -> bool:
    """Whether words stand beside a blank in its line: a line of code is blanked out as a whole."""
    before = text[max(0, start - _BESIDE) : start].rpartition("\n")[2]
    after = text[end : end + _BESIDE].partition("\n")[0]
    return any(character.isalpha() for character in before + after)


def _blanks(raw: str) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    if any(map(raw.__contains__, _SIGNS)):
        found += [match.span() for match in _BLANKS.finditer(raw)]
    if any(map(raw.__contains__, _OPENING)):
        found += [match.span() for match in _BRACKETS.finditer(raw) if _is_blank(match[1])]
    return sorted(found)


def check(reading: Reading) -> Iterator[Mark]:
    """Mark each blank in the author's own text, Markdown included, since a <metric> looks like a tag."""
    for section in reading.sections:
        raw = section.part.text
        told = reading.text[section.start : section.end]
        for start, end in _blanks(raw):
            if _is_told(told, start, end):
                said = raw[start:end].strip()
                yield Mark(
                    section.start + start,
                    section.start + end,
                    f"Fill in “{said}”, or tell it without. It is still a blank from a template.",
                )


RULE = Rule(
    summary="A blank from a template is still there.",
    why="Read aloud, a blank shows that the story was filled into a form.",
    source="rubric, D11 (placeholders)",
    strength=Strength.ESSENTIAL,
    dimension="D11",
    hits=(
        example(tell(situation="At [company] the nightly training job missed its window twice a week.")),
        example(tell(result="- Cut inference cost by XX% within one quarter")),
        example(tell(result="The new ranker raised <metric> and the team kept it.")),
        example(tell(task="I had to bring latency under ___ ms before the launch.")),
        example(tell(task="I needed one guideline by the end of XX.")),
        example(tell(action="I paired with [colleague's name] on the feature store.")),
    ),
    misses=(
        example(
            tell(action="I wrote it in [our wiki](https://example.org/wiki) and asked [Dana][1] to review.")
        ),
        example(tell(action="- [x] Moved `scores[i]` out of the loop\n- [ ] Second pass")),
        example(
            tell(situation="The book on The shirt was out of stock in XXL, and chapter XX. was the last.")
        ),
        example(tell(situation="The owner of the job was TBD for a month, and nobody fixed it [^2].")),
        example(tell(result='She said "[they] never paged us again", and my_feature__v2 stayed.')),
        example(tell(action="I wrote one check per column:\n```python\nlog(f'{feature} drifted')\n```")),
        example(tell(action="I changed a Map<String, Metric> to List<Metric> and dropped the X features.")),
    ),
    check=check,
)
