"""R16, the same fact told twice in one story: equal figures hold, a baseline that moves is asked about."""

from __future__ import annotations

import re
from collections.abc import Iterator

from starling.model.story import PartKind
from starling.review.numbers.evaluate import in_step
from starling.review.numbers.quantities.metric import stem as metric_stem
from starling.review.numbers.quantities.quantity import Bound, Kind, Quantity
from starling.review.numbers.quantities.sheet import Sheet
from starling.review.numbers.relation import Claim, Relation, Verdict
from starling.review.numbers.relations.r16_same_fact.baselines import asked, moved_baselines
from starling.review.numbers.relations.r16_same_fact.wholes import told_in_words
from starling.review.numbers.show import said
from starling.review.numbers.told.same import by_stem, equal, one_rate, stems_of, told_again
from starling.review.rule import example, tell

_FEW, _TWICE = 4, 2
_NAMES = {PartKind.OTHER: "the rest"}
"""How a part is called that has no name of its own."""
_WHOLE = re.compile(r"\b(?:all|all of the|all of our|all the|all our|each of the|both|the other)\W*$")
_WHOLES = ("all ", "each of", "both", "the other")
_PARTLY = re.compile(
    r"\b(?:some|first|another|other|more|additional|further|extra|only|remaining|new|added|every)\b"
)
_POINTED = (Kind.MONEY, Kind.TIME, Kind.DATA)
_POINTING = re.compile(r"\b(?:the|that|this|those)\W*$")
_NAMED = re.compile(r"^[\s-]([a-z]{4,})")
_STEADY = re.compile(r"\b(?:constant|stable|steady|stays|stayed|remains?|remained|flat)\b")

_STAYING = ("constant", "stable", "steady", "stay", "remain", "flat")


def find(sheet: Sheet) -> Iterator[Claim]:
    """A claim for each fact that is repeated, and a question for each that comes back as another figure."""
    repeated: set[int] = set()
    for group in told_again(sheet):
        repeated |= {quantity.start for quantity in group}
        yield _holds(group)
    yield from told_in_words(sheet)
    if sheet.pairs:
        yield from moved_baselines(sheet, repeated)
    if sheet.mentions(*_WHOLES):
        yield from _other_counts(sheet, repeated)
    if sheet.mentions(*_STAYING):
        yield from _point_of_range(sheet)
    yield from _pointed_back(sheet, repeated)


def _holds(group: tuple[Quantity, ...]) -> Claim:
    return Claim(
        relation="R16",
        verdict=Verdict.CONSISTENT,
        quantities=group,
        arithmetic=lambda: _where(group),
        subtype="told again",
    )


def _where(group: tuple[Quantity, ...]) -> str:
    """The figure once for each way it is written, and the parts that tell it."""
    figures = " = ".join(dict.fromkeys(said(quantity) for quantity in group[:_FEW]))
    *parts, last = dict.fromkeys(_NAMES.get(quantity.part, f"the {quantity.part}") for quantity in group)
    if parts:
        return f"{figures}, the same in {', '.join(parts)} and {last}"
    times = "twice" if len(group) == _TWICE else f"{len(group)} times"
    return f"{figures}, told {times}" + ("" if last in _NAMES.values() else f" in {last}")


def _other_counts(sheet: Sheet, repeated: set[int]) -> Iterator[Claim]:
    """A whole that has another size the second time: "all 9 topics" after "7 topics"."""
    counted: dict[str, list[Quantity]] = {}
    for quantity in sheet.of_kind(Kind.COUNT):
        if not quantity.noun or quantity.per or quantity.bound is Bound.RANGE:
            continue
        before = sheet.before(quantity, 30)
        others = counted.setdefault(quantity.noun, [])
        whole = _WHOLE.search(before) is not None and quantity.start not in repeated
        if whole and len(others) == 1 and not _compatible(others[0], quantity):
            yield asked(
                others[0],
                quantity,
                "count",
                f"{said(others[0])} at first, {said(quantity)} where all are meant",
            )
        if _PARTLY.search(before) is None:
            others.append(quantity)


def _compatible(first: Quantity, second: Quantity) -> bool:
    return any(one.meets(other) for one, other in in_step(first, second))


def _point_of_range(sheet: Sheet) -> Iterator[Claim]:
    """A range that comes back as one steady figure inside it: "70-90 GB", then "stays at 70 GB"."""
    ranges = by_stem(q for q in sheet.quantities if q.bound is Bound.RANGE and q.sentence >= 0)
    paired = {each.start for pair in sheet.pairs for each in (pair.before, pair.after)}
    for quantity in sheet.quantities if ranges else ():
        if (
            quantity.bound is Bound.RANGE
            or quantity.start in paired
            or not _STEADY.search(sheet.before(quantity))
        ):
            continue
        near = {q for each in stems_of(quantity) for q in ranges.get(each, ())[:_FEW]}
        for other in sorted(near, key=lambda each: each.start)[:1]:
            inside = other.unit == quantity.unit and other.low <= quantity.low <= other.high
            if inside and other.sentence != quantity.sentence and one_rate(other, quantity):
                yield asked(
                    other, quantity, "range", f"{said(other)} in one place, {said(quantity)} in the other"
                )


def _pointed_back(sheet: Sheet, repeated: set[int]) -> Iterator[Claim]:
    """A pointing word with another figure: "the $8K credit" after "a credit of $7K"."""
    earlier: list[Quantity] = []
    for quantity in sheet.of_kind(*_POINTED):
        if quantity.sentence < 0:
            continue
        named = _NAMED.match(sheet.after(quantity)) if _POINTING.search(sheet.before(quantity, 12)) else None
        if named is not None and quantity.start not in repeated:
            like = [
                q for q in earlier[-_FEW:] if q.kind is quantity.kind and metric_stem(named[1]) in q.metric
            ]
            if len(like) == 1 and not equal(like[0], quantity) and like[0].sentence != quantity.sentence:
                yield asked(
                    like[0], quantity, "restated", f"{said(like[0])} at first, {said(quantity)} later"
                )
        earlier.append(quantity)


RELATION = Relation(
    code="R16",
    summary="A fact that is told twice keeps its figure.",
    why="The second telling of a number is the one that is checked, because the first is in the notes.",
    source="numbers-audit, R16; number labels, rule 15",
    hits=(
        (
            example(
                tell(
                    situation="Backfills took 6-8 hours a night.",
                    action="I split them by region.",
                    result="Backfills went from 6-8 hours to 40 minutes.",
                )
            ),
            Verdict.CONSISTENT,
        ),
        (
            example(
                tell(
                    task="Move 14 feature jobs to the new cluster.",
                    action="I wrote one template.",
                    result="All fourteen feature jobs run there.",
                )
            ),
            Verdict.CONSISTENT,
        ),
        (
            example(
                tell(
                    situation="The courier met its promise only 70% of the time.",
                    action="I moved the cut-off.",
                    result="Courier promises kept went from 70% to 93%.",
                )
            ),
            Verdict.CONSISTENT,
        ),
        (
            example(
                tell(task="I had to pass two oral exams.", result="I passed both oral exams in one week.")
            ),
            Verdict.CONSISTENT,
        ),
        (
            example(
                tell(situation="Hundreds of growers wrote to us.", action="I called 240 growers myself.")
            ),
            Verdict.CONSISTENT,
        ),
        (
            example(
                tell(
                    situation="Recall was 64% on the spring data.",
                    action="I relabelled the edge cases.",
                    result="Recall rose from 58% to 81%.",
                )
            ),
            Verdict.AMBIGUOUS,
        ),
        (
            example(
                tell(
                    task="Move 12 pipelines to the new scheduler.",
                    action="I wrote a codemod.",
                    result="All 15 pipelines moved.",
                )
            ),
            Verdict.AMBIGUOUS,
        ),
        (
            example(
                tell(
                    action="In the soak test, worker memory stayed at 300-380 MB.",
                    result="Worker memory stays constant at 300 MB.",
                )
            ),
            Verdict.AMBIGUOUS,
        ),
    ),
    misses=(
        example(
            tell(
                situation="We had 6 engineers.",
                action="I worked on it for 6 months.",
                result="Latency fell by 6%.",
            )
        ),
        example(
            tell(
                situation="Precision was 61%.",
                action="I tuned the threshold.",
                result="Coverage rose from 40% to 55%.",
            )
        ),
        example(
            tell(
                situation="We had two clients in Oslo.", action="I spoke with both the owner and the clients."
            )
        ),
        example(tell(situation="Dozens of readers wrote.", action="I answered 4,000 readers with a post.")),
        example(
            tell(
                situation="Only 80% of the drivers had a phone.",
                result="On-time starts rose from 80% to 95%.",
            )
        ),
        example(tell(situation="The parser had 3 bugs.", result="I fixed 2 bugs in a week.")),
        example(
            tell(
                situation="Some checks took 2 minutes.",
                action="I ran the checks for 2 weeks.",
                result="The p95 fell from 9 s to 3 s.",
            )
        ),
    ),
    find=find,
)
