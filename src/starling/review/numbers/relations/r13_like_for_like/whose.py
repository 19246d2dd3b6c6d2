"""R13, whose figure it is: a total taken for each head's, a part that may be the whole."""

from __future__ import annotations

import re
from collections.abc import Iterator

from starling.review.numbers.quantities.quantity import Kind, Quantity, Role
from starling.review.numbers.quantities.sheet import Sheet
from starling.review.numbers.relation import Claim, Verdict
from starling.review.numbers.relations.r13_like_for_like.unlike import asked
from starling.review.numbers.show import number, said
from starling.review.numbers.told.sums import in_order

_TIMES = re.compile(r"^\s?(?:x|×|\*)\s?$")
_TOTAL = re.compile(
    r"\b(?:total|overall|altogether|combined|across the (?:team|company|org\w*)|"
    r"(?:the )?(?:whole |entire )?team(?:'s)?|all of us)\b"
)
_EACH = re.compile(r"\b(?:each|every|per (?:engineer|person|head|developer|analyst|agent)|apiece)\b")
_PEOPLE = frozenset(
    "engineers developers people analysts agents scientists reviewers annotators members "
    "users employees managers".split()
)
_HELD = re.compile(r"^ of (?:[a-z-]+ ){1,3}\((?:about |around |roughly |~)?$")
_ALTOGETHER = ("total", "overall", "altogether", "combined", "across the", "team", "all of us")


def whose(sheet: Sheet) -> Iterator[Claim]:
    """A claim for each total that is used per head, and each amount that is a part or the whole."""
    if sheet.mentions("×", "*", " x ") and sheet.mentions(*_ALTOGETHER):
        yield from _per_head(sheet)
    if sheet.of_kind(Kind.SHARE) and sheet.of_kind(Kind.MONEY):
        yield from _of_which(sheet)


def _per_head(sheet: Sheet) -> Iterator[Claim]:
    """A total multiplied by heads again: "30 hours a week in total", then "30 hours × 12 analysts"."""
    totals: dict[tuple[Kind, str, object], Quantity] = {}
    for number_, quantity in enumerate(sheet.quantities):
        key = (quantity.kind, quantity.unit.name, quantity.low)
        following = sheet.quantities[number_ + 1 : number_ + 2]
        if following and following[0].noun in _PEOPLE and _TIMES.match(sheet.between(quantity, following[0])):
            total = totals.get(key)
            if total is not None:
                yield _base(total, quantity, following[0])
        elif quantity.kind in (Kind.TIME, Kind.MONEY, Kind.COUNT):
            around = sheet.before(quantity, 50) + " " + sheet.after(quantity, 50)
            if _TOTAL.search(around) and not _EACH.search(around):
                totals.setdefault(key, quantity)


_OF_WHOLE = re.compile(r" (?:out )?of (?:the |our )?[~$€£]?\d")
"""As in "12% of sales (€360K of €3M)", where the whole is told."""


def _base(total: Quantity, each: Quantity, heads: Quantity) -> Claim:
    return Claim(
        relation="R13",
        verdict=Verdict.CONTRADICTION,
        quantities=in_order(total, each, heads),
        arithmetic=(
            f"{number(each.value() / each.unit.readings[0])} × {number(heads.value())}, but "
            f"{said(total)} in total"
        ),
        advice=f"Say whether “{said(total)}” is the total or per head: it is used as both.",
        subtype="base",
    )


def _of_which(sheet: Sheet) -> Iterator[Claim]:
    """As in "40% of company sales ($90M)": of which of the two."""
    for amount in sheet.of_kind(Kind.MONEY):
        place = sheet.index_of(amount)
        share = sheet.quantities[place - 1] if place else amount
        if (
            share.kind is Kind.SHARE
            and amount.role is Role.PLAIN
            and _HELD.match(sheet.between(share, amount))
            and _OF_WHOLE.match(sheet.after(amount, 12)) is None
        ):
            yield asked(
                (share, amount), f"{said(amount)} as the whole, or as {said(share)} of it",
                f"Say whether “{said(amount)}” is the whole or the “{said(share)}” of it.", "base",
            )  # fmt: skip
