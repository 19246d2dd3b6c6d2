"""A blank of a template that was never filled in."""

from __future__ import annotations

import re
from collections.abc import Iterator

from starling.model.report import Strength
from starling.review.reading import Reading
from starling.review.rule import Mark, Rule, example, tell
from starling.review.signals.vocabulary import vocabulary
from starling.text.words import words

_BRACKETS = re.compile(r"(?<![\w\]/.])[\[<{]([a-zA-Z][\w '’/%#.,-]{0,40})[\]>}](?![(\[:])")
_BLANKS = re.compile(
    r"(?<![\w$])(?:\$ ?)?[XN]{1,3}(?: ?%|[kKMB]\b)(?!\w)"  # XX%, $X, $XM
    r"|(?<![\w$])\$X{1,3}\b|\bX{2,3} (?=[a-z])"
    r"|(?<!was )(?<!were )(?<!still )(?<!marked )(?<!as )\bT[BK][DCK]\b"
    r"|\bTODO:|\bFIXME\b|\b[Ll]orem ipsum|(?<![\w_])_{3,}(?![\w_])|\?{3,}"
)
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
    line_start, line_end = text.rfind("\n", 0, start) + 1, text.find("\n", end)
    around = (
        text[max(line_start, start - _BESIDE) : start]
        + text[end : min(line_end % (len(text) + 1), end + _BESIDE)]
    )
    return any(character.isalpha() for character in around)


def check(reading: Reading) -> Iterator[Mark]:
    """Mark each blank in the author's own text, Markdown included, since a <metric> looks like a tag."""
    for section in reading.sections:
        raw = section.part.text
        spans = [m.span() for m in _BLANKS.finditer(raw)]
        spans += [m.span() for m in _BRACKETS.finditer(raw) if _is_blank(m[1])]
        told = reading.text[section.start : section.end]
        for start, end in sorted(span for span in spans if _is_told(told, *span)):
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
        example(tell(action="I paired with [colleague's name] on the feature store.")),
    ),
    misses=(
        example(
            tell(action="I wrote it in [our wiki](https://example.org/wiki) and asked [Dana][1] to review.")
        ),
        example(tell(action="- [x] Moved `scores[i]` out of the loop\n- [ ] Second pass")),
        example(tell(situation="The owner of the job was TBD for a month, and nobody fixed it [^2].")),
        example(tell(result='She said "[they] never paged us again", and my_feature__v2 stayed.')),
        example(tell(action="I wrote one check per column:\n```python\nlog(f'{feature} drifted')\n```")),
        example(tell(action="I changed a Map<String, Metric> to List<Metric> and dropped the X features.")),
    ),
    check=check,
)
