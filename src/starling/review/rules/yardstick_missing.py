"""“Within budget”, “ahead of schedule”: the budget and the date are never said."""

from __future__ import annotations

import re
from collections.abc import Iterator

from starling.model.report import Strength
from starling.model.story import PartKind
from starling.review.reading import Reading, Sentence
from starling.review.reading.clauses import quote_around
from starling.review.reading.parts import told_in
from starling.review.rule import Mark, Rule, example, tell

_BUDGET = re.compile(r"\bbudget (?:of|was|had been|is|:|=)|[$€£₹][\d.,]+ ?\w{0,9} budget")
_TIME = re.compile(
    r"\b(?:\d+|one|two|three|four|five|six|seven|eight|ten|twelve|half|a|an|few|several|next|same|end of)"
    r"[ -](?:[a-z]{1,20}[ -])?(?:minute|hour|day|week|weekend|month|quarter|year|sprint)s?\b"
    r"|\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\bq[1-4]\b"
    r"|\b(?:january|february|april|june|july|august|september|october|november|december)\b"
)
_FIGURE = re.compile(r"\d")
_NAMED_BY = {"budget_claims": _BUDGET, "schedule_claims": _TIME, "target_claims": _FIGURE}
_ASKS = {
    "budget_claims": "Say what the budget was",
    "schedule_claims": "Say which date was set, and by how much you beat it",
    "target_claims": "Say what was expected",
}


def _named(reading: Reading, claim: str, sentence: Sentence) -> bool:
    """Whether the goal, the claim itself or a sentence about a deadline or budget gives the yardstick."""
    others = [s for s in reading.sentences if "deadline" in s.lower or "budget" in s.lower]
    places = [sentence, *told_in(reading, PartKind.TASK), *others]
    return any(_NAMED_BY[claim].search(place.lower) for place in places)


def check(reading: Reading) -> Iterator[Mark]:
    """Mark the first claim in the result whose yardstick is named nowhere."""
    for sentence in told_in(reading, PartKind.RESULT):
        for claim, asks in _ASKS.items():
            hits = reading.hits_in(claim, sentence)
            if hits and not _named(reading, claim, sentence):
                start, end = hits[0].start, hits[0].end
                yield Mark(
                    start,
                    end,
                    f"{asks}. “{quote_around(reading, start, end)}” has nothing to be held against.",
                )
                return


RULE = Rule(
    summary="A result beats a budget, date or target that is never named.",
    why="“Ahead of schedule” is praise of your own; three weeks before a date in the contract is a fact.",
    source="rubric, D5 (each target matched to a result); evaluation, K10 and K22",
    strength=Strength.ACTIONABLE,
    dimension="D5",
    hits=(
        example(
            tell(task="Move the batch jobs.", result="We finished ahead of schedule, and everyone noticed.")
        ),
        example(tell(task="Move the batch jobs.", result="- Runs cost $4,100 a month (within budget)")),
        example(tell(task="Make search better.", result="The launch exceeded all expectations.")),
    ),
    misses=(
        example(
            tell(task="Move the batch jobs by the end of June.", result="We finished ahead of schedule.")
        ),
        example(tell(task="Move the batch jobs.", result="We finished two weeks ahead of schedule.")),
        example(
            tell(task="Stay in a budget of $5,000.", result="- Runs cost $4,100 a month (within budget)")
        ),
        example(tell(task="Reach 80% recall.", result="At 86% we exceeded the target.")),
        example(
            tell(situation="The vendor had promised to deliver ahead of schedule.", result="They did not.")
        ),
    ),
    check=check,
    cues=("budget_claims", "schedule_claims", "target_claims"),
)
