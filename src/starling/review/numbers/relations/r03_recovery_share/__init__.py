"""R3, a recovery: how much of a loss came back, and whether "recovered" says as much as the values."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from starling.review.numbers.evaluate import about, fits
from starling.review.numbers.quantities.pairs import Pair
from starling.review.numbers.quantities.quantity import Kind, Quantity
from starling.review.numbers.quantities.sheet import Sheet
from starling.review.numbers.relation import Claim, Relation, Verdict
from starling.review.numbers.relations.r03_recovery_share.undone import undone
from starling.review.numbers.show import equals, number, said
from starling.review.numbers.told.changes import Change, Way, changes
from starling.review.numbers.told.linking import links
from starling.review.numbers.told.sums import in_order
from starling.review.numbers.told.told_pairs import told_pairs
from starling.review.rule import example, tell

_BACK = (
    r"(?:recover(?:ed|s|ing)?|restor(?:ed|es|ing)|regain(?:ed|s|ing)?|rebound(?:ed|s|"
    r"ing)?|bounced back|won back|"
    r"clawed back|came back|climbed back|brought back|back up|back)"
)
_BACK_WORDS = ("recover", "restor", "regain", "rebound", "back")
_TO = re.compile(
    rf"\b{_BACK}\b(?: [a-z-]+){{0,5}}? (?:to|at)[\s~]*(?:about |around |over |just |nearly |almost )?$"
)
_BACK_WORD = re.compile(rf" ((?:{'|'.join(_BACK_WORDS)})[^ ]*)")
_BACK_NEAR = re.compile(rf"\b{_BACK}\b")
_LOSS = re.compile(
    r"^ (?:of )?(?:the |that |this |our |its |what (?:we |it |was )?(?:had |has )?(?:been )?)?(?:\w+ )?"
    r"(?:loss|losses|drop|decline|decrease|fall|dip|regression|gap|lost)\b"
)
_FULL = re.compile(r"\b(?:fully|completely|entirely|all of|full recovery)\b")
_NEARLY_ALL, _ALL, _MORE = 95, 100, 105
"""Percent of a loss: what is called all of it, all of it, and more than it."""
_BESIDE, _REACH = 60, 60
_MOST_BACK = 6
"""How many pairs back a recovery may refer to."""


def find(sheet: Sheet) -> Iterator[Claim]:
    """Levels and shares that are said to have come back, pairs undone, and changes that do not cancel."""
    losses = [pair for pair in told_pairs(sheet) if pair.before.value() > pair.after.value()]
    if losses and sheet.mentions(*_BACK_WORDS):
        yield from _came_back(sheet, losses)
    yield from undone(sheet)
    yield from _not_cancelled(sheet)


def _came_back(sheet: Sheet, losses: list[Pair]) -> Iterator[Claim]:
    """Levels and shares of a loss that are said to have come back."""
    levels: set[int] = set()
    for quantity in sheet.led_by(frozenset(_BACK_WORD.findall(sheet.places.listed)), _REACH):
        lead = sheet.before(quantity, _REACH)
        if _TO.search(lead) is not None:
            levels.add(quantity.start)
            yield from _level(quantity, losses, full=_FULL.search(lead) is not None)
    for share in sheet.of_kind(Kind.SHARE):
        if share.start not in levels and _is_share_of_loss(sheet, share):
            yield from _share(sheet, share, losses)


def _is_share_of_loss(sheet: Sheet, share: Quantity) -> bool:
    """As in "recovered 80% of the loss", "back at 9 ms, which is 80% of the drop"."""
    if _LOSS.match(sheet.after(share)) is None:
        return False
    sentence = sheet.sentence(share)
    return sentence is not None and _BACK_NEAR.search(sentence.lower) is not None


def _loss_of(quantity: Quantity, losses: list[Pair]) -> Pair | None:
    """The loss told right before a level, else the first told of the same measure."""
    told = [pair for pair in losses if pair.end <= quantity.start and pair.after.kind is quantity.kind]
    near = [pair for pair in told[-1:] if quantity.sentence - pair.after.sentence <= 1]
    named = [pair for pair in told[:_MOST_BACK] if pair.after.metric & quantity.metric]
    return next(iter(near or named), None)


def _level(now: Quantity, losses: list[Pair], *, full: bool) -> Iterator[Claim]:
    """As in "recovered to 11%" beside the fall from 12% to 9%."""
    loss = _loss_of(now, losses)
    if loss is None:
        return
    before, low, level = loss.before.value(), loss.after.value(), now.value()
    share = (level - low) / (before - low) * 100
    line = f"({number(level)} − {number(low)}) / ({number(before)} − {number(low)}) {equals(share)}%"
    verdict, subtype, advice = _came_to(share, loss, now, full=full)
    yield _claim(verdict, (loss.before, loss.after, now), line, subtype, advice)


def _came_to(share: Fraction, loss: Pair, now: Quantity, *, full: bool) -> tuple[Verdict, str, str]:
    """The verdict on a level by the share of the loss that it brings back, in percent, and what to say."""
    before, low, level = said(loss.before), said(loss.after), said(now)
    if share <= 0 or (full and share < _NEARLY_ALL):
        advice = f"Check “{level}” against “{before}” and “{low}”: it does not fit “recovered”."
        return Verdict.CONTRADICTION, "", advice
    if share > _MORE:
        advice = f"Say that “{level}” is above “{before}”, where it was before: “recovered” sounds like less."
        return Verdict.AMBIGUOUS, "beyond", advice
    if share < _NEARLY_ALL:
        return (
            Verdict.CONSISTENT,
            "wording",
            f"Say how much of the fall from “{before}” to “{low}” came back.",
        )
    return Verdict.CONSISTENT, "", ""


def _share(sheet: Sheet, stated: Quantity, losses: list[Pair]) -> Iterator[Claim]:
    """As in "recovered 80% of the loss" beside the loss and the level now."""
    loss, now = _loss_and_now(sheet, stated, losses)
    if loss is None or now is None:
        return
    lost = loss.before.interval() - loss.after.interval()
    back = now.interval() - loss.after.interval()
    share = (now.value() - loss.after.value()) / (loss.before.value() - loss.after.value()) * 100
    line = (
        f"({number(now.value())} − {number(loss.after.value())}) / "
        f"({number(loss.before.value())} − {number(loss.after.value())}) {equals(share)}"
        f"%, written {said(stated)}"
    )
    if fits(stated.interval(), (back / lost).scaled(Fraction(100)), about(stated, now)):
        yield _claim(Verdict.CONSISTENT, (loss.before, loss.after, now, stated), line, "", "")
    else:
        yield _claim(
            Verdict.CONTRADICTION, (loss.before, loss.after, now, stated), line, "",
            f"Recompute “{said(stated)}” of the loss from “{said(loss.before)}”, "
            f"“{said(loss.after)}” and “{said(now)}”: they do not fit.",
        )  # fmt: skip


def _loss_and_now(sheet: Sheet, stated: Quantity, losses: list[Pair]) -> tuple[Pair | None, Quantity | None]:
    """The loss that a share is of, and the level it came back to: told in the sentence of the share."""
    earlier = [pair for pair in losses if pair.end <= stated.start]
    inside = [each for each in sheet.by_sentence.get(stated.sentence, ()) if each is not stated]
    beside = [each for each in inside if abs(each.start - stated.end) < _BESIDE]
    said_back = [each for each in inside if _TO.search(sheet.before(each, 60))]
    for now in (*said_back, *beside):
        loss = _loss_of(now, earlier) or _only_loss(now, earlier)
        if loss is not None and now not in (loss.before, loss.after):
            return loss, now
    return None, None


def _only_loss(now: Quantity, losses: list[Pair]) -> Pair | None:
    """The one loss that is told in the unit of a level: "of the loss" can be of no other."""
    told = [pair for pair in losses if pair.after.unit == now.unit and pair.after.start != now.start]
    return told[0] if len(told) == 1 else None


def _not_cancelled(sheet: Sheet) -> Iterator[Claim]:
    """A fall and a rise in percent of one measure, on two bases: -40% and +50% leave 90%."""
    stated = changes(sheet)
    if not any(change.way is Way.UP for change in stated):
        return
    spoken_of = {link.change.quantity.start for link in links(sheet) if link.close}
    fallen: dict[frozenset[str], Change] = {}
    for change in stated:
        if (
            change.quantity.kind is not Kind.SHARE
            or change.quantity.start in spoken_of
            or not len(change.about) > 1
        ):
            continue
        if change.way in (Way.DOWN, Way.SLOWER, Way.WORSE):
            fallen.setdefault(change.about, change)
        elif change.way is Way.UP:
            first = next(
                (fall for named, fall in list(fallen.items())[:_MOST_BACK] if len(named & change.about) > 1),
                None,
            )
            if first is not None and first.quantity.value() < _ALL:
                yield _two_bases(first.quantity, change.quantity)


def _two_bases(fall: Quantity, rise: Quantity) -> Claim:
    kept, won = 1 - fall.value() / 100, 1 + rise.value() / 100
    line = f"{number(kept)} × {number(won)} {equals(kept * won)} of the level before"
    advice = (
        f"Say what “{said(rise)}” is relative to: the level before the “{said(fall)}”, or the one after it."
    )
    return _claim(Verdict.AMBIGUOUS, (fall, rise), line, "base", advice)


def _claim(verdict: Verdict, quantities: tuple[Quantity, ...], line: str, subtype: str, advice: str) -> Claim:
    return Claim(
        relation="R3",
        verdict=verdict,
        quantities=in_order(*quantities),
        arithmetic=line,
        advice=advice,
        subtype=subtype,
    )


RELATION = Relation(
    code="R3",
    summary="What is said to have come back fits the loss it came back from.",
    why="“Recovered” sounds like all of it; the share of the loss is what an interviewer works out.",
    source="numbers-audit, R3 and N19",
    hits=(
        (
            example(
                tell(situation="Click-through fell from 8% to 5%.", result="Click-through recovered to 7.4%.")
            ),
            Verdict.CONSISTENT,
        ),
        (
            example(tell(result="Recall dropped from 90% to 70%; at 86% now, we recovered 80% of the loss.")),
            Verdict.CONSISTENT,
        ),
        (
            example(tell(result="Recall dropped from 90% to 70%; at 80% now, we recovered 80% of the loss.")),
            Verdict.CONTRADICTION,
        ),
        (
            example(
                tell(
                    situation="Stock accuracy fell from 95% to 85%.",
                    result="Stock accuracy came back to 93%, which is 80% of the loss.",
                )
            ),
            Verdict.CONSISTENT,
        ),
        (
            example(
                tell(
                    situation="Stock accuracy fell from 95% to 85%.",
                    result="Stock accuracy came back to 87%, so 80% of the drop was won back.",
                )
            ),
            Verdict.CONTRADICTION,
        ),
        (
            example(
                tell(
                    situation="Fill rate went from 96% to 90%.",
                    result="The fill rate fully recovered to 92%.",
                )
            ),
            Verdict.CONTRADICTION,
        ),
        (
            example(
                tell(
                    situation="The rewrite cut our model release pace by 40%.",
                    result="The new registry increased our model release pace by 50%.",
                )
            ),
            Verdict.AMBIGUOUS,
        ),
    ),
    misses=(
        example(tell(result="Restored the index from backup within 20 minutes.")),
        example(
            tell(
                situation="Latency fell from 90 ms to 60 ms.",
                result="We rolled back to version 2 at 40% of traffic.",
            )
        ),
        example(tell(result="Cut costs by 30% and increased throughput by 25%.")),
        example(tell(result="We recovered 12 of the 14 corrupted shards.")),
        example(
            tell(
                situation="Revenue per visit fell from 9 to 6 cents.",
                result="Two shops made 80% of the loss, and we closed them.",
            )
        ),
    ),
    find=find,
)
