"""A rejected option, with the reason."""

from __future__ import annotations

import re
from collections.abc import Iterator

from starling.model.report import Strength
from starling.model.story import PartKind
from starling.review.reading import Reading, Sentence
from starling.review.reading.clauses import before_stop
from starling.review.rule import Mark, Rule, example, tell
from starling.review.signals.learning import mistaken

_REJECTED = re.compile(
    r"\b(?:instead of|rather than|decided against|decided not to|chose not to|ruled out|rejected|discarded"
    r"|turned down|first tried|first idea was|left it"
    r"|tried [^.;]{1,60}?\b(?:dropped|abandoned|reverted|rejected) (?:it|that|them)"
    r"|but [^.;]{1,80}, so (?:i|we) dropped (?:it|that|them|this)"
    r"|tried [^.;]{1,60}, so (?:i |we )?(?:stayed|kept|went back|returned)|put (?:it|that|them) last"
    r"|could have [a-z][^.;]{1,60}; (?:i|we) (?:didn['’]t|did not)"
    r"|(?:chose|picked|selected|preferred|opted for|went with) [^.;]{1,60}? over)\b"
)
_SIGNS = (
    "instead of", "rather than", "decided ", "chose not", "ruled out", "rejected", "discarded", "turned down",
    " over", "tried ", "first idea", "left it", "could have", " last", "so i dropped", "so we dropped",
)  # fmt: skip
"""One of these stands in every rejection."""
_REASON = re.compile(
    r"\b(?:because|so (?:i|we) dropped|so (?:i |we )?(?:stayed|kept|went back|returned)"
    r"|as (?:\w+ ){1,3}(?:had|would) |as (?:it|they) would"
    r"|since (?:it|they|the|we|that|\w+ (?:was|were|is|are|had|would))"
    r"|but (?:it|that|they|after|this)|gained (?:almost )?nothing"
    r"|too (?:slow|expensive|risky|long|complex|big|late)"
    r"|would(?: not|n['’]t)? have|cheaper|simpler|safer|easier to|harder to|not worth)\b"
)
_NEAR = 120
"""How many characters around the rejection may hold its reason."""


def _rejects(sentence: Sentence) -> bool:
    """Whether a sentence names the way not taken and says why."""
    rejected = _REJECTED.search(sentence.lower)
    if rejected is None:
        return False
    return (
        _REASON.search(sentence.lower, max(0, rejected.start() - _NEAR), rejected.end() + _NEAR) is not None
    )


def check(reading: Reading) -> Iterator[Mark]:
    """Mark the first rejected option of the action that has its reason beside it."""
    wrong = mistaken(reading)
    named = any(map(reading.lower.__contains__, _SIGNS))
    told = (s for s in reading.of(PartKind.ACTION) if named and s.index not in wrong)
    chosen = next((s for s in told if _rejects(s)), None)
    if chosen is not None:
        end = before_stop(reading, chosen.start, chosen.end)
        message = f"Keep “{reading.quote(chosen.start, end)}”. It names the way you did not take, and why."
        yield Mark(chosen.start, end, message)


RULE = Rule(
    summary="An option is rejected with its reason.",
    why="What you decided against shows judgement; a list of steps does not.",
    source="rubric, D4 (anchor 5: a rejected option and how it was judged)",
    strength=Strength.CELEBRATORY,
    dimension="D4",
    hits=(
        example(tell(action="I decided against a bigger model because the GPU budget was fixed until June.")),
        example(tell(action="- Cached embeddings instead of sharding: cheaper, and done in two days")),
        example(
            tell(action="I first tried drawing the roads by hand, but after four I had made two mistakes.")
        ),
        example(tell(action="I chose not to guess the rare ones, because a wrong spray costs real money.")),
        example(tell(action="- Tried 4 bit and dropped it, because misses in traffic noise doubled")),
        example(tell(action="- Showed one new item a row; tried 2, skips went up, so stayed at 1")),
        example(
            tell(action="I ranked five ideas. The loudest was a bot; I put it last, because nobody wrote.")
        ),
        example(tell(action="Pruning kept the score, but it was slower on the chip, so I dropped it.")),
        example(tell(action="I looked at image search as well and left it, since the photos were too poor.")),
    ),
    misses=(
        example(tell(action="I tried the new loader on Monday, so we were back by noon.")),
        example(tell(action="The tap was hot, so I dropped it.")),
        example(tell(action="I cached the embeddings because they hardly change.")),
        example(tell(action="I asked questions instead of arguing.")),
        example(
            tell(action="My mistake was to tune on the test set rather than a third, because I was late.")
        ),
        example(
            tell(situation="They sharded instead of caching because they knew it.", action="I cached it.")
        ),
    ),
    check=check,
)
