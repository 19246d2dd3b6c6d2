"""Promises in words against the figures of the result: "from days to minutes", "guaranteed"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from starling.review.numbers.closing.ended import Closing, End, Told
from starling.review.numbers.quantities.metric import stem, stems
from starling.review.numbers.quantities.quantity import Kind, Quantity, Unit
from starling.review.numbers.quantities.units import units
from starling.review.numbers.told.aims import Aim, AimKind

_TIMES = "milliseconds|seconds|minutes|hours|days|weeks|months"
_ORDER = re.compile(rf"\bfrom (?P<from>{_TIMES}) (?:down )?to (?P<to>{_TIMES})\b")
_GUARANTEED = re.compile(
    r"\bguarantee(?:d|s|ing)?\s(?:the |an |a |full )?(?P<what>delivery|completeness|correctness|consistency|"
    r"accuracy|processing|ordering|durability|coverage|compliance|success|arrival|receipt)\b"
    r"|\b(?:without (?:ever )?|never )(?P<lost>los\w+|dropping|drops?|missing|miss)\s(?:a |any |single )*"
    r"(?P<things>[a-z][\w-]+)"
)
_KEPT = stems("delivered delivery reliability success kept retained preserved completed survived arrived")
_COVERED = re.compile(
    r"\b(?:automat\w+|mov\w+|migrat\w+|cover\w*|replac\w+|convert\w*|digiti[sz]\w+)\s"
    r"(?:about |around |over |nearly |almost |up to |some )?$"
)
_GONE = re.compile(
    r"\b(?:eliminat\w+|remov\w+|end(?:ed|ing)) (?:all |every )?(?:[a-z][\w-]* ){0,3}?"
    r"(?:errors?|mistakes?|slips?|defects?|manual [a-z]+|failures?|duplicates?|typos?|bugs?|rework|toil|"
    r"loss(?:es)?) (?:completely|entirely|altogether|for good)\b"
)
_NOT_LOST = re.compile(r"\b(?:no|zero|without) (?:lost|dropped|missed|losing|dropping) (?P<what>[a-z][\w-]+)")
_STILL = re.compile(
    r"\b(?:still|remain\w*) (?:be |are |get )?(?:stuck|lost|dropped|missing|unprocessed|orphaned)\b"
)
_LEAST_SHARE, _ALL = 50, 100
_NEAR = 3


class _Order(NamedTuple):
    """A change of unit that was promised, and where its words stand."""

    start: int
    end: int
    before: Unit
    after: Unit


def in_words(told: Told) -> Iterator[Closing]:
    """What was promised in words, and the figures of the result that keep it or fall short of it."""
    sheet = told.sheet
    if told.pairs:
        yield from _orders(told)
    if told.by_kind[Kind.SHARE]:
        yield from _of_shares(told)
    if sheet.mentions("stuck", "lost", "dropped", "orphaned", "unprocessed", "missing"):
        yield from _lost_after_all(told)


def _of_shares(told: Told) -> Iterator[Closing]:
    sheet = told.sheet
    if sheet.mentions("guarantee", "without ", "never "):
        yield from _absolute(told)
    if sheet.mentions("completely", "entirely", "altogether", "for good"):
        yield from _partly_covered(told)


def _orders(told: Told) -> Iterator[Closing]:
    """A promise such as "from days to minutes", against the times that came of it."""
    edge = told.sentences[0].start if told.sentences else 0
    times = [pair for pair in told.pairs if pair.after.kind is pair.before.kind is Kind.TIME]
    for match in _ORDER.finditer(told.sheet.lower, 0, edge) if times else ():
        order = _Order(match.start(), match.end(), units()[match["from"]], units()[match["to"]])
        around = stems(told.sheet.lower[max(0, order.start - 60) : order.start])
        pairs = (
            times if len(times) == 1 else [p for p in times if around & (p.after.metric | p.before.metric)]
        )
        if pairs and order.after.readings[0] < order.before.readings[0]:
            promise = told.words(order.start, order.end)
            end = End.MET if _in_order(order, pairs[0].after) else End.SHORT
            aim = Aim(promise, AimKind.VALUE, named=False)
            yield Closing(aim, end, (pairs[0].before, pairs[0].after), apart=True)


def _in_order(order: _Order, after: Quantity) -> bool:
    """Whether what was reached is told in the unit that was promised: under two of the next larger one."""
    larger = min((u.readings[0] for u in _sizes() if u.readings[0] > order.after.readings[0]), default=None)
    return larger is None or after.value() < 2 * larger


def _sizes() -> tuple[Unit, ...]:
    return tuple(units()[name] for name in _TIMES.split("|"))


def _absolute(told: Told) -> Iterator[Closing]:
    """A thing that was guaranteed, or never to be lost, and a share of it that is not all."""
    edge = told.sentences[0].start if told.sentences else 0
    shares = [
        q for q in told.by_kind[Kind.SHARE] if _LEAST_SHARE < q.high < _ALL and q.start not in told.changed
    ]
    for match in _GUARANTEED.finditer(told.sheet.lower, 0, edge) if shares else ():
        thing = stem(match["what"] or match["things"])
        kept = match["what"] is not None
        answer = next((q for q in shares if thing in q.metric and (kept or q.metric & _KEPT)), None)
        if answer is not None:
            promise = told.words(match.start(), match.end())
            yield Closing(Aim(promise, AimKind.VALUE, named=False), End.PARTLY, (answer,), apart=True)


def _partly_covered(told: Told) -> Iterator[Closing]:
    """A share that was automated or moved, and something that is said to be gone altogether."""
    for share in told.by_kind[Kind.SHARE]:
        if share.high >= _ALL or _COVERED.search(told.sheet.before(share)) is None:
            continue
        for sentence in told.reading.sentences[share.sentence : share.sentence + _NEAR]:
            match = _GONE.search(sentence.lower)
            if match is not None and sentence.index in told.indices:
                gone = told.words(sentence.start + match.start(), sentence.start + match.end())
                yield Closing(Aim(gone, AimKind.VALUE, named=False), End.PARTLY, (share,), apart=True)
                break


def _lost_after_all(told: Told) -> Iterator[Closing]:
    """As in "no lost orders" beside "orders that were begun are still stuck"."""
    for sentence in told.sentences:
        left = _STILL.search(sentence.lower)
        if left is None:
            continue
        words = {stem(word.lower) for word in sentence.words}
        for match in _NOT_LOST.finditer(told.sheet.lower, 0, sentence.start):
            if stem(match["what"]) in words:
                claim = told.words(match.start(), match.end())
                answer = told.words(sentence.start + left.start(), sentence.start + left.end())
                yield Closing(Aim(claim, AimKind.VALUE, named=False), End.PARTLY, (answer,), apart=True)
                break
