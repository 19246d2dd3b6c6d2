"""Two versions of the truth, of which the author meant to choose one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from starling.model.report import Strength
from starling.review.reading import Reading
from starling.review.rule import Mark, Rule, example, tell

_OUTCOME = (
    r"(?:right|wrong|correct|incorrect|better|worse|higher|lower|faster|slower|more|less|fewer|won|lost|passed|failed"
    r"|succeeded|approved|rejected|accepted|declined|agreed|disagreed|increased|decreased|improved|reduced|late|early)"
)
_IN_BRACKETS = re.compile(rf"\b{_OUTCOME} ?\((?:or|/) ?(?:\w{{1,20}} )?(?:{_OUTCOME}|not)\)")
_WITH_SLASH = re.compile(
    rf"\b(?:(?:i|we|it|they|he|she)|(?:was|were|is|are|being)) {_OUTCOME} ?/ ?{_OUTCOME}\b"
)
_IN_NUMBER = re.compile(
    r"\b(?:one|two|three|four|some|most|many|half|all|none|both|\d{1,3})\b[^.;:()\n]{1,60} "
    r"\(or (?:all|both|none|neither)(?: of (?:them|us|it)| \w{1,10})?\)"
)
"""How many did something, and how many else may have; "three (or four)" is only a careful figure."""
_SIGN = re.compile(r"\((?:or|/)|/")
_OPEN_QUESTION = re.compile(r"\b(?:whether|if|either|no matter)\b[^.;:\n]{0,80}\Z")
_AROUND = 40
_BEFORE = 90


def _outcomes_side_by_side(lower: str) -> Iterator[tuple[int, int]]:
    """Where an outcome stands beside its opposite, looked for around brackets and slashes only."""
    for sign in _SIGN.finditer(lower) if "/" in lower or "(or" in lower else ():
        low, high = max(0, sign.start() - _AROUND), sign.end() + _AROUND
        patterns = (_WITH_SLASH,) if sign.group() == "/" else (_IN_BRACKETS, _IN_NUMBER)
        match = next(filter(None, (pattern.search(lower[low:high]) for pattern in patterns)), None)
        if match is not None and low + match.start() < sign.start() < low + match.end():
            yield low + match.start(), low + match.end()


def check(reading: Reading) -> Iterator[Mark]:
    """Mark each choice left open: a note such as "(pick one)", or an outcome beside its opposite."""
    spans = {(hit.start, hit.end) for hit in reading.hits("alternatives_left")}
    spans.update(_outcomes_side_by_side(reading.lower))
    for start, end in sorted(spans):
        if not _OPEN_QUESTION.search(reading.lower[max(0, start - _BEFORE) : start]):
            said = reading.quote(start, end)
            yield Mark(start, end, f"Choose the one that happened. “{said}” tells two stories at once.")


RULE = Rule(
    summary="Two alternatives stand where one thing happened.",
    why="What happened to you had one outcome; with two, a listener hears a story that was made up.",
    source="rubric, D11; evaluation, K27",
    strength=Strength.ESSENTIAL,
    dimension="D11",
    hits=(
        example(
            tell(result="The pilot showed that my estimate was wrong (or right), and we went on from there.")
        ),
        example(tell(result="After the review the proposal was approved/rejected by the platform team.")),
        example(tell(situation="The churn model fed the retention team (pick one: email or phone).")),
        example(tell(result="Two of the leads were convinced (or all three).")),
        example(tell(result="The retrained model was faster (or slower), and we kept it.")),
    ),
    misses=(
        example(
            tell(action="I asked each reviewer for his/her three worst examples and a pass/fail verdict.")
        ),
        example(tell(action="I set up the test so that we would learn whether I was right (or wrong).")),
        example(tell(result="Two teams took up three (or four) of the checks, both of them in May.")),
        example(tell(result="Two of the five (or more, on Mondays) jobs needed a restart.")),
        example(tell(action="I compared the accepted/rejected ratio by annotator.")),
        example(tell(result="The team kept feature flags (or at least the idea) for the next launch.")),
    ),
    check=check,
)
