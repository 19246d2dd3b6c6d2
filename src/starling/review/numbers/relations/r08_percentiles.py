"""R8, percentiles and bounds: p50 ≤ p95 ≤ p99, and no average above a cap."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import chain, pairwise

from starling.review.numbers.evaluate import about, fits
from starling.review.numbers.quantities.interval import Interval
from starling.review.numbers.quantities.metric import stem
from starling.review.numbers.quantities.quantity import Kind, Quantity
from starling.review.numbers.quantities.sheet import Sheet
from starling.review.numbers.relation import Claim, Relation, Verdict
from starling.review.numbers.show import number, said
from starling.review.numbers.told.neighbours import is_story, neighbours
from starling.review.numbers.told.percentiles import Percentile, percentiles
from starling.review.numbers.told.sums import in_order
from starling.review.numbers.told.within import kept_stages
from starling.review.rule import example, tell

_SCOPE = re.compile(r"\s(?:for|on|in|of)\s(?:the )?(?P<what>[a-z]+)")
_FEW = 5
"""What is true of more than five in a hundred requests bounds their p95 (numbers-audit, R8)."""
_TAIL = 95
_REQUESTS = re.compile(
    r"\s?of (?:the |all |our )?(?:requests?|queries|calls|traffic|users?|cases|sessions|jobs)\b"
)
_CAP = re.compile(r"[- ]?(?:hard )?(?:timeout|time-out|time limit|cut-?off)\b")
_MOVED = re.compile(r"\b(?:rais\w+|increas\w+|extend\w+|lift\w+|chang\w+|remov\w+)\b")
_AVERAGE = re.compile(r"\b(?:average|avg|mean|on average)\b")
_NEAR = 3
_SILENT = frozenset(
    "latency for the was were from percentile median below under over about around fell dropped went now "
    "time response down rose improved and with that only just stayed held".split()
)
_IDLE = frozenset(("tim", "second", "minut", "from", "fell", "dropp", "decreas", "went", "reduc"))


def find(sheet: Sheet) -> Iterator[Claim]:
    """A claim for two percentiles of one measure, a stage above the p95, and an average above a cap."""
    ranked = percentiles(sheet)
    for first, second in pairwise(ranked):
        if _comparable(sheet, first, second):
            yield from _ordered(first, second)
    values = {each.value for each in ranked}
    for tail in ranked if is_story(sheet) else ():
        if tail.rank == _TAIL and tail.value.kind is Kind.TIME:
            yield from _above_tail(sheet, tail.value, values)
    yield from _averages(sheet)


def _comparable(sheet: Sheet, first: Percentile, second: Percentile) -> bool:
    """Whether they are two ranks of one measure: one sentence or two list lines, one kind, one scope."""
    one, other = sheet.sentence(first.value), sheet.sentence(second.value)
    if one is None or other is None or first.rank == second.rank or first.value.kind is not second.value.kind:
        return False
    near = one is other or (other.index - one.index == 1 and one.bullet and other.bullet)
    own, others = _scope(sheet, first), _scope(sheet, second)
    return near and not (own - others and others - own)


def _scope(sheet: Sheet, percentile: Percentile) -> set[str]:
    """The words that say what it is a percentile of."""
    between = sheet.lower[percentile.start : max(percentile.start, percentile.value.start)]
    after = _SCOPE.match(sheet.after(percentile.value))
    words = set(re.findall(r"[a-z]{3,}", between))
    return (words | ({after["what"]} if after is not None else set())) - _SILENT


def _ordered(first: Percentile, second: Percentile) -> Iterator[Claim]:
    low, high = sorted((first, second), key=lambda each: each.rank)
    pairs = [(low.value, high.value)]
    if low.before is not None and high.before is not None:
        pairs.append((low.before, high.before))
    elif low.before is not None or high.before is not None:
        return
    broken = [pair for pair in pairs if not _at_most(*pair)]
    holding, names = not broken, (f"p{number(low.rank)}", f"p{number(high.rank)}")
    yield Claim(
        relation="R8",
        verdict=Verdict.CONSISTENT if holding else Verdict.CONTRADICTION,
        quantities=in_order(*chain.from_iterable(broken or pairs)),
        arithmetic=lambda: "; ".join(_compared(names, pair, holding=holding) for pair in broken or pairs[:1]),
        advice=lambda: (
            "" if holding else f"Swap them or name what each measures: {names[0]} cannot exceed {names[1]}."
        ),
    )


def _compared(names: tuple[str, str], pair: tuple[Quantity, Quantity], *, holding: bool) -> str:
    """As in "p50 300 ms > p95 250 ms"."""
    return f"{names[0]} {said(pair[0])} {'≤' if holding else '>'} {names[1]} {said(pair[1])}"


def _at_most(low: Quantity, high: Quantity) -> bool:
    return fits(low.interval(), Interval(None, high.interval().hi), about(low, high))


def _above_tail(sheet: Sheet, tail: Quantity, ranked: set[Quantity]) -> Iterator[Claim]:
    """A stage that every request passes, or more than five in a hundred do, and that alone takes longer."""
    for stage in kept_stages(sheet):
        if stage.start < tail.start and not _at_most(_sharp(stage), tail):
            yield _exceeds((stage,), stage, tail)
    inside = neighbours(sheet, tail, 1)
    shares = [q for q in inside if q.kind is Kind.SHARE and q.low > _FEW and _REQUESTS.match(sheet.after(q))]
    paired = {each for pair in sheet.pairs for each in pair[:2]}
    for share in shares[:1]:
        for slow in inside:
            plain = (
                slow.kind is Kind.TIME
                and slow not in ranked
                and slow not in paired
                and slow.start > share.end
            )
            if plain and not _at_most(_sharp(slow), tail):
                yield _exceeds((share, slow), slow, tail)
                return


def _sharp(quantity: Quantity) -> Quantity:
    """Without rounding: a stage of "1 second" is not meant as half a second."""
    return replace(quantity, slack=quantity.slack * 0)


def _exceeds(quantities: tuple[Quantity, ...], slow: Quantity, tail: Quantity) -> Claim:
    return Claim(
        relation="R8",
        verdict=Verdict.CONTRADICTION,
        quantities=tuple(sorted((*quantities, tail), key=lambda quantity: quantity.start)),
        arithmetic=lambda: f"{said(slow)} alone is more than p95 {said(tail)}",
        advice=lambda: f"Say what “{said(tail)}” covers: “{said(slow)}” in one stage is above it.",
        escapable=True,
    )


def _averages(sheet: Sheet) -> Iterator[Claim]:
    """An average time above the timeout of the same work."""
    if not sheet.mentions("average", "avg", "mean"):
        return
    times = [quantity for quantity in sheet.of_kind(Kind.TIME) if not quantity.per]
    caps = [each for each in times if _CAP.match(sheet.after(each)) and not _MOVED.search(sheet.before(each))]
    means = [each for each in times if _AVERAGE.search(sheet.before(each, 60))] if caps else []
    for cap, mean in ((cap, mean) for cap in caps[:_NEAR] for mean in means[:_NEAR]):
        if mean is not cap and not _at_most(_sharp(mean), cap) and _of_one(sheet, cap, mean):
            yield Claim(
                relation="R8",
                verdict=Verdict.CONTRADICTION,
                quantities=tuple(sorted((cap, mean), key=lambda quantity: quantity.start)),
                arithmetic=f"average {said(mean)} > cap {said(cap)}",
                advice=f"Say what “{said(mean)}” is the average of: “{said(cap)}” is the longest allowed.",
                escapable=True,
            )
            return


def _of_one(sheet: Sheet, cap: Quantity, mean: Quantity) -> bool:
    """Whether what is averaged is spoken of around the cap."""
    sentences = sheet.reading.sentences[max(0, cap.sentence - _NEAR) : cap.sentence + _NEAR]
    around = {stem(word) for sentence in sentences for word in re.findall(r"[a-z]{4,}", sentence.lower)}
    named = re.findall(r"[a-z]{4,}", _AVERAGE.split(sheet.before(mean, 60))[-1])[:3]
    return any(stem(word) in around and stem(word) not in _IDLE for word in named)


RELATION = Relation(
    code="R8",
    summary="Percentiles rise with their rank, and no average lies above its cap.",
    why="A p50 above a p95 cannot be, and everyone in the room knows it.",
    source="numbers-audit, R8 (N05, C5)",
    hits=(
        (example(tell(result="Latency is now p50 90 ms, p95 240 ms.")), Verdict.CONSISTENT),
        (example(tell(result="Latency is now p50 340 ms, p95 240 ms.")), Verdict.CONTRADICTION),
        (example(tell(result="- p95: 1.2 s\n- p99: 900 ms")), Verdict.CONTRADICTION),
        (
            example(tell(result="The p50 is 70 ms, and the p95 fell by 40 ms to 60 ms.")),
            Verdict.CONTRADICTION,
        ),
        (
            example(
                tell(
                    result="The median went from 400 ms to 90 ms and the 95th percentile from 2 s to 300 ms."
                )
            ),
            Verdict.CONSISTENT,
        ),
        (
            example(
                tell(
                    situation="Every upload ran in one call with a 20-second timeout.",
                    result="The average upload took 35 seconds before and 6 seconds after.",
                )
            ),
            Verdict.CONTRADICTION,
        ),
        (
            example(
                tell(result="20% of requests need a rerank that takes 2 seconds, and our p95 is 700 ms.")
            ),
            Verdict.CONTRADICTION,
        ),
    ),
    misses=(
        example(tell(result="p95 for search is 200 ms, and p50 for ranking is 300 ms.")),
        example(tell(result="p95 went from 8 s to 450 ms.")),
        example(
            tell(
                action="We sent 20% of the requests through the new parser.",
                result="The p95 rose by 30 ms to 210 ms.",
            )
        ),
        example(
            tell(situation="We alert when p99 exceeds 500 ms.", result="Builds take 9 minutes on average.")
        ),
        example(tell(result="Training takes 3 hours; p95 is 80 ms.")),
    ),
    find=find,
)
