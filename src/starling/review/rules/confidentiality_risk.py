"""Something that an employer may not want told."""

from __future__ import annotations

import re
from collections.abc import Iterator

from starling.model.report import Strength
from starling.review.reading import Reading
from starling.review.reading.clauses import quote_around
from starling.review.rule import Mark, Rule, example, tell

_TRACES = (
    (("@",), re.compile(r"(?<![\w.+-])[a-z0-9][\w.+-]{0,40}@[a-z0-9-]{1,40}(?:\.[a-z0-9-]{1,20}){1,3}")),
    (
        (".internal", ".corp", ".intra"),
        re.compile(r"(?<![\w.-])(?:[a-z0-9-]{1,40}\.){1,4}(?:internal|corp|intranet|intra)\b(?!\w|\()"),
    ),
    (
        ("akia", "sk-", "ghp_", "gho_", "xox"),
        re.compile(r"\bakia[0-9a-z]{16}\b|\b(?:sk|ghp|gho|xox[bp])[-_][a-z0-9_-]{16,60}"),
    ),
    (
        ("password", "passwd", "key:", "key=", "key :", "key =", "token:", "token=", "token :", "token ="),
        re.compile(r"\b(?:password|passwd|(?:api|secret)[_ -]?key|access[_ -]?token)\s?[:=]\s?[^\s,;]{4,60}"),
    ),
    (("+",), re.compile(r"\+\d{1,3}[ -]\(?\d{2,4}\)?[ -]\d{3,4}[ -]\d{3,5}(?!\d)")),
)
"""Addresses, machine names, keys, credentials, telephone numbers, each with signs to look for first."""


def _traces(lower: str) -> Iterator[tuple[int, int]]:
    for signs, pattern in _TRACES:
        if any(map(lower.__contains__, signs)):
            yield from (match.span() for match in pattern.finditer(lower))


def check(reading: Reading) -> Iterator[Mark]:
    """Mark addresses, machine names, credentials, and words that say "not for outsiders", each once.

    Of several such words in one sentence the first is enough; each address is one of its own.
    """
    said_so = {(hit.start, hit.end) for hit in reading.hits("secrets")}
    told: set[str] = set()
    for start, end in sorted({*_traces(reading.lower), *said_so}):
        words, sentence = reading.quote(start, end), reading.sentence_at(start)
        place = f"sentence {sentence.index}" if sentence is not None and (start, end) in said_so else ""
        if words.lower() in told or place in told:
            continue
        told.update(filter(None, (words.lower(), place)))
        why = (
            f"“{quote_around(reading, start, end)}” tells a listener that it is not public."
            if (start, end) in said_so
            else f"“{words}” may not be yours to share."
        )
        yield Mark(start, end, f"Tell this with a rounded figure or a general name, or leave it out. {why}")


RULE = Rule(
    summary="Something may be confidential.",
    why="An interviewer who hears another employer's secret wonders what you will tell about this one.",
    source="rubric, D11 (confidentiality) and D2, cautions (round or relabel, never more disclosure)",
    strength=Strength.ESSENTIAL,
    dimension="D11",
    hits=(
        example(tell(situation="The customer was under NDA, so I may name them only as a bank in Oslo.")),
        example(tell(situation="I can't really share this, but our client was about to sell its shops.")),
        example(tell(situation="For an unreleased phone we had to fit the wake word into 200 kB.")),
        example(tell(action="I restarted ranker-07.prod.internal and wrote to ops@example.com.")),
        example(tell(situation="The project, codenamed Osprey, fed three teams.")),
    ),
    misses=(
        example(tell(action="I removed the customer names from the logs, since they are personal data.")),
        example(tell(result="The model was released in May and the paper is public.")),
        example(tell(action="I moved the password check into a middleware and rotated every API key.")),
        example(tell(situation="Our internal tool had 40 users, and @dana owned the model@v2 endpoint.")),
        example(tell(result="I cannot share the exact figure; it was about a tenth of the bill.")),
    ),
    check=check,
)
