"""R11, direction and baseline: the verb agrees with the values, and a change starts from one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from starling.model.story import PartKind
from starling.review.numbers.evaluate import larger
from starling.review.numbers.quantities.exact import ratio
from starling.review.numbers.quantities.pairs import Pair
from starling.review.numbers.quantities.quantity import Bound, Kind, Quantity
from starling.review.numbers.quantities.sheet import Sheet
from starling.review.numbers.relation import Claim, Relation, Verdict
from starling.review.numbers.relations.r11_direction.against_task import against_task
from starling.review.numbers.show import digits, equals, said
from starling.review.numbers.told.changes import Cue, Way, changes, cues_within, quantities_within
from starling.review.numbers.told.offers import offered
from starling.review.numbers.told.sums import in_order, steps
from starling.review.numbers.told.told_pairs import aligned, told_pairs
from starling.review.rule import example, tell

_STEADY = re.compile(
    r"\b(?:stayed|stays|remained|remains|held|holds|kept|unchanged|flat|stable|constant|steady)"
    r"(?: \w+){0,2}? (?:at|on|around)[\s~]*(?:about |around |over |under )?$"
)
_STAYING = frozenset(
    "stayed stays remained remains held holds kept unchanged flat stable constant steady".split()
)
_STEADY_REACH = 40
_NONE = ratio(0)
_REACHED = re.compile(r"\bto[\s~]*(?:about |around |over |under |just |nearly |almost |roughly )?$")
_BREAK = re.compile(r"[.;:,()]\s|\s(?:and|but|while|which|as|so)\s")
_HELD_AGAINST = re.compile(
    r"^[^()]{0,40}\((?:vs\.?|versus|compared (?:to|with)|instead of|down from|up from) ?~?$"
)
_ALIKE = re.compile(
    r"\b(?:same|still|unchanged|stay\w*|remain\w*|kept|keep\w*|match\w*|par|held|holds|steady)\b"
)
_ARTICLE = re.compile(r"\b(?:an?|the) $")
_OTHER_VERB = re.compile(
    r"\b(?:took|takes?|went|go|goes|moved|brought|got|gets|was|were|is|are|came|had|has|have|made|lets?|after|before|when|"
    r"while|as|because|since|once|we|i|they|per|two|three|four|five|\w+ed)\b"
)
_PER_SAID = re.compile(r"\b(?:from|was|were|before|previously|vs|versus|baseline|against|compared)\b")


def find(sheet: Sheet) -> Iterator[Claim]:
    """Pairs against their verb, what "stayed" and "improved" at once, results without a start, and scores."""
    clashing: set[int] = set()
    for pair in told_pairs(sheet):
        claim = _against(sheet, aligned(pair))
        if claim is not None:
            clashing.add(pair.start)
            yield claim
    for pair, cue in against_task(sheet):
        if pair.start not in clashing:
            clashing.add(pair.start)
            yield _other_way(pair, sheet.text[cue.start : cue.end])
    yield from _unmoved(sheet)
    yield from _stayed(sheet)
    yield from _startless(sheet)
    for pair in offered(sheet, "R11"):
        if pair.start not in clashing:
            yield _offer(pair)


def _against(sheet: Sheet, pair: Pair) -> Claim | None:
    """A contradiction where every word of change before a pair points the other way than its values."""
    sentence = sheet.sentence(pair.before)
    if sentence is None:
        return None
    lead_start = max(sentence.start, pair.start - 90)
    clause = lead_start + _clause_start(sheet.lower[lead_start : pair.start])
    led = cues_within(sheet, clause, pair.start)
    rises = _rises(pair)
    if not led or rises is None or not _governs(sheet, led[-1], pair):
        return None
    if any(cue.way in (Way.UP, Way.DOWN) for cue in led):
        clashes = all(cue.way is (Way.DOWN if rises else Way.UP) for cue in led)
        return _clash(pair, led[-1], sheet, escapable=False) if clashes else None
    better_up = _better_when_up(sheet, clause, led[-1], pair)
    if (
        better_up is None
        or (better_up and pair.after.kind not in (Kind.SHARE, Kind.COUNT))
        or len({cue.way for cue in led}) > 1
        or led[0].way not in (Way.BETTER, Way.WORSE)
    ):
        return None
    is_better = better_up == rises
    return None if is_better == (led[0].way is Way.BETTER) else _clash(pair, led[-1], sheet, escapable=True)


def _other_way(pair: Pair, word: str) -> Claim:
    values = f"“{said(pair.before)}” to “{said(pair.after)}”"
    return Claim(
        relation="R11",
        verdict=Verdict.AMBIGUOUS,
        quantities=in_order(pair.before, pair.after),
        arithmetic=f"“{word}” in the task, but {said(pair.before)} → {said(pair.after)}",
        advice=f"Say whether {values} is what you were after: the task says “{word}”.",
        subtype="against the task",
    )


def _governs(sheet: Sheet, cue: Cue, pair: Pair) -> bool:
    """Whether the word speaks of the pair: "cut the queue from", not "lowering the bar moved recall from"."""
    between = sheet.lower[cue.end : pair.start]
    is_noun = _ARTICLE.search(sheet.lower[max(0, cue.start - 5) : cue.start]) is not None
    if quantities_within(sheet, cue.end, pair.start) or _OTHER_VERB.search(between) is not None:
        return False
    return not is_noun or between.strip() == "from"


def _clause_start(lead: str) -> int:
    breaks = list(_BREAK.finditer(lead))
    return breaks[-1].end() if breaks else 0


def _rises(pair: Pair) -> bool | None:
    """Whether the value as written rose in every reading; None where they differ or it stood still."""
    old, new = pair.before, pair.after
    if Bound.RANGE not in (old.bound, new.bound) and old.unit is new.unit and old.per == new.per:
        return None if old.low == new.low else new.low > old.low
    before, after = (replace(member, slack=_NONE, bound=_as_written(member)) for member in (old, new))
    ways = {larger(now, then) if not now.meets(then) else None for then, now in steps(before, after)}
    return ways.pop() if len(ways) == 1 else None


def _as_written(quantity: Quantity) -> Bound:
    """A range stays one; any other number stands for itself, so that "under 400" is 400."""
    return quantity.bound if quantity.bound is Bound.RANGE else Bound.EXACT


def _better_when_up(sheet: Sheet, start: int, cue: Cue, pair: Pair) -> bool | None:
    """Whether more of what is measured is better, by the words after the verb, else by those before it."""
    end = max(pair.before.end, pair.after.end)
    tail = _BREAK.search(sheet.lower, end, end + 40)
    named = _polarity(sheet, cue.end, tail.start() if tail is not None else end + 25)
    return _polarity(sheet, start, cue.start) if named is None else named


def _polarity(sheet: Sheet, start: int, stop: int) -> bool | None:
    up = any(start <= hit.start < stop for hit in sheet.reading.hits("higher_is_better"))
    down = any(start <= hit.start < stop for hit in sheet.reading.hits("lower_is_better"))
    return None if up == down else up


def _clash(pair: Pair, cue: Cue, sheet: Sheet, *, escapable: bool) -> Claim:
    word = sheet.text[cue.start : cue.end]
    return Claim(
        relation="R11",
        verdict=Verdict.CONTRADICTION,
        quantities=in_order(pair.before, pair.after),
        arithmetic=f"“{word}”, but {said(pair.before)} → {said(pair.after)}",
        advice=(
            f"Check the order of “{said(pair.before)}” and “{said(pair.after)}”: they do not fit “{word}”."
        ),
        subtype="direction",
        escapable=escapable,
    )


def _unmoved(sheet: Sheet) -> Iterator[Claim]:
    """As in "answers within 2 seconds (vs. 2 seconds by mail)": told as a gain, and none in the figures."""
    if not sheet.mentions("(vs", "(versus", "(compared", "(instead of", "(down from", "(up from"):
        return
    for first, second in pairwise(sheet.quantities):
        one = first.kind is second.kind and first.value() == second.value() and first.per == second.per
        held = one and first.part is PartKind.RESULT and _HELD_AGAINST.match(sheet.between(first, second))
        if held and not _ALIKE.search(sheet.before(first, 60)):
            yield Claim(
                relation="R11",
                verdict=Verdict.AMBIGUOUS,
                quantities=(first, second),
                arithmetic=f"{said(first)} − {said(second)} = 0",
                advice=f"Say what became better: “{said(first)}” and “{said(second)}” are the same.",
                subtype="no change",
            )


def _stayed(sheet: Sheet) -> Iterator[Claim]:
    """As in "Precision stayed at 94%, slightly better": one of the two, and from what."""
    for quantity in sheet.led_by(_STAYING, _STEADY_REACH):
        if _STEADY.search(sheet.before(quantity, _STEADY_REACH)) is None:
            continue
        sentence = sheet.sentence(quantity)
        if sentence is None:
            continue
        moved = [
            cue
            for cue in cues_within(sheet, quantity.end, min(sentence.end, quantity.end + 50))
            if cue.way in (Way.BETTER, Way.WORSE, Way.UP, Way.DOWN)
        ]
        gap = sheet.lower[quantity.end : moved[0].start] if moved else ""
        if moved and re.fullmatch(
            r"[\s,;(–—-]*(?:(?:and|or|but|even|slightly|a bit|actually|it|also|marginally) ?)*", gap
        ):
            yield _open(quantity, f"“stayed” and “{sheet.text[moved[0].start : moved[0].end]}” of one figure")


def _startless(sheet: Sheet) -> Iterator[Claim]:
    """As in "improved delivery to 99.2%" where no earlier value of the same measure is told."""
    late = [q for q in sheet.of_kind(Kind.SHARE) if q.part is PartKind.RESULT]
    if not late:
        return
    told = _told(sheet)
    paired = {member for pair in told_pairs(sheet) for member in (pair.before, pair.after)}
    stated = {change.quantity for change in changes(sheet)}
    for quantity in late:
        if quantity in paired or quantity in stated:
            continue
        lead = sheet.before(quantity, 60)
        start = quantity.start - len(lead)
        led = cues_within(sheet, start + _clause_start(lead), quantity.start)
        reached = led and _REACHED.search(lead) and _PER_SAID.search(sheet.after(quantity, 40)) is None
        known = any(told.get(each, quantity.start) < quantity.start for each in quantity.metric)
        if reached and not known:
            yield _open(quantity, "no value before")


def _told(sheet: Sheet) -> dict[str, int]:
    """Where each stem of a measure is first given a percentage."""
    found: dict[str, int] = {}
    for quantity in sheet.of_kind(Kind.SHARE):
        for each in quantity.metric:
            found.setdefault(each, quantity.start)
    return found


def _open(quantity: Quantity, line: str) -> Claim:
    return Claim(
        relation="R11",
        verdict=Verdict.UNVERIFIABLE,
        quantities=(quantity,),
        arithmetic=line,
        advice=f"Give the value before “{said(quantity)}”, so that the change can be seen.",
        subtype="no baseline",
    )


def _offer(pair: Pair) -> Claim:
    def line() -> str:
        change = pair.after.value() - pair.before.value()
        return f"{digits(pair.after)} − {digits(pair.before)} {equals(change)}"

    return Claim(
        relation="R11",
        verdict=Verdict.CONSISTENT,
        quantities=in_order(pair.before, pair.after),
        arithmetic=line,
        subtype="no claim",
        stated=False,
    )


RELATION = Relation(
    code="R11",
    summary="The verb of a change agrees with its two values, and a change has a value to start from.",
    why="“Fell from 20 to 35” stops a listener, and “improved to 99%” makes them ask from what.",
    source="numbers-audit, R11",
    hits=(
        (example(tell(result="Median scoring latency dropped from 80 ms to 140 ms.")), Verdict.CONTRADICTION),
        (example(tell(result="Weekly active annotators increased from 90 to 60.")), Verdict.CONTRADICTION),
        (example(tell(result="The new loss improved recall from 88% to 81%.")), Verdict.CONTRADICTION),
        (
            example(tell(result="Instant answers: a clerk replies within 2 hours (vs. 2 hours by mail).")),
            Verdict.AMBIGUOUS,
        ),
        (example(tell(result="Precision stayed at 94%, slightly improved.")), Verdict.UNVERIFIABLE),
        (example(tell(result="Retries improved delivery success to 99.2%.")), Verdict.UNVERIFIABLE),
        (
            example(tell(result="Survey scores of the on-call rotation rose from 2.9 to 4.2 out of 5.")),
            Verdict.CONSISTENT,
        ),
    ),
    misses=(
        example(tell(result="Cut the drop rate, which had grown from 2% to 5%, with a retry.")),
        example(tell(result="The queue stayed at 40 letters (vs. 40 letters last year).")),
        example(tell(situation="Drift had pushed the error from 4% to 9%.")),
        example(tell(result="Improved the retention period from 30 days to 90 days.")),
        example(tell(result="Throughput stayed at 400 requests per second.")),
    ),
    find=find,
)
