"""R14, granularity: whether a share of so many can be had at all (GRIM)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise
from math import ceil, floor

from starling.review.numbers.quantities.metric import stem
from starling.review.numbers.quantities.quantity import Bound, Kind, Quantity
from starling.review.numbers.quantities.sheet import Sheet
from starling.review.numbers.relation import Claim, Relation, Verdict
from starling.review.numbers.show import digits, number, said
from starling.review.numbers.told.neighbours import is_story
from starling.review.rule import example, tell

_OF = re.compile(
    r"\sof\s(?:(?:our|the|all|those|these|my|their|its|a|an|total|first|roughly|about)\s){0,3}"
    r"(?:(?:group|set|sample|panel|total|team)\sof\s)?"
)
_FAR = 60
_HUNDRED, _COUPLE = 100, 2
_MOST = 200
"""Above this many, every whole percent can be had within rounding."""
_SMALL = 12
"""A group so small that a listener knows its possible shares by heart (number labels, rule 14)."""
_ABOUT = Fraction(3)
_PEOPLE = re.compile(
    r"\b(?:developers?|engineers?|users?|testers?|participants?|analysts?|annotators?|members?"
    r"|colleagues|reviewers?|"
    r"people|customers?|employees|clinicians|doctors|students|interns?)\b"
)
_JUDGED = re.compile(
    r"\b(?:satisf\w+|approv\w+|agree\w*|prefer\w*|positive|favou?rable|recommend\w*|adopt\w*|feedback)\b"
)
_RATERS = re.compile(r"\beach\b[^.;]{0,40}\bby $|\bbetween $")
"""As in "each graded by three people": they judge many things, and a share is of those."""
_AGREED_ON = re.compile(r"\bagree\w* (?:on|in|with) (?:about |over |nearly )?$")
_TEAM = re.compile(r"\b(?:team|group|squad|pilot|panel)\sof\s$")

_TRIAL = re.compile(r"\b(?:beta|pilot|trial|test(?:ed|ing|er|ers)?|prototypes?|preview)\b")


def find(sheet: Sheet) -> Iterator[Claim]:
    """A claim for each share of a stated number, and each share that a small group would have to give."""
    if not sheet.of_kind(Kind.SHARE):
        return
    seen: list[Quantity] = []
    for share, whole in pairwise(sheet.quantities):
        if share.unit.kind is not Kind.SHARE or whole.start - share.end > _FAR:
            continue
        if not (_is_share(share) and _is_group(whole, _MOST)):
            continue
        if _OF.fullmatch(sheet.between(share, whole)):
            seen.append(share)
            claim = _of_stated(share, whole)
            if claim is not None:
                yield claim
    yield from _of_small(sheet, seen)


def _is_share(quantity: Quantity) -> bool:
    return (
        quantity.unit.kind is Kind.SHARE and quantity.bound is not Bound.RANGE and 0 < quantity.low < _HUNDRED
    )


def _is_group(quantity: Quantity, most: int) -> bool:
    exact = quantity.bound is Bound.EXACT and quantity.low.denominator == 1
    return quantity.unit.kind is Kind.COUNT and exact and not quantity.per and _COUPLE <= quantity.low <= most


def reachable(share: Quantity, whole: Quantity) -> int | None:
    """How many of *whole* give *share*, rounded or cut off after its last digit; None where none does."""
    n = whole.low
    lo, hi = share.low - share.slack, share.high + 2 * share.slack
    if share.bound is Bound.ABOUT:
        lo, hi = lo - _ABOUT, hi + _ABOUT
    if share.bound in (Bound.ABOVE, Bound.AT_LEAST):
        hi = Fraction(100)
    if share.bound in (Bound.BELOW, Bound.AT_MOST):
        lo = Fraction(0)
    nearest = round(share.low * n / 100)
    for k in (nearest, floor(share.low * n / 100), ceil(share.low * n / 100)):
        if lo <= k * 100 / n <= hi and not (k * 100 / n == hi and share.bound is Bound.EXACT):
            return k
    return None


def _of_stated(share: Quantity, whole: Quantity) -> Claim | None:
    count = reachable(share, whole)
    if count is not None:
        arithmetic = f"{count} of {digits(whole)} = {number(Fraction(count * 100) / whole.low)}%"
        return Claim(
            relation="R14", verdict=Verdict.CONSISTENT, quantities=(share, whole), arithmetic=arithmetic
        )
    return Claim(
        relation="R14",
        verdict=Verdict.CONTRADICTION,
        quantities=(share, whole),
        arithmetic=_around(share, whole),
        advice=f"Give the count instead of the share: “{said(share)}” cannot be had of “{said(whole)}”.",
        subtype="rounding",
    )


def _around(share: Quantity, whole: Quantity) -> str:
    """The two nearest shares that can be had: "43 of 50 = 86%, 44 of 50 = 88%"."""
    below = floor(share.low * whole.low / 100)
    near = (k for k in (below, below + 1) if k <= whole.low)
    return ", ".join(f"{k} of {digits(whole)} = {number(Fraction(k * 100) / whole.low)}%" for k in near)


def _of_small(sheet: Sheet, seen: list[Quantity]) -> Iterator[Claim]:
    """A share of a judging group told elsewhere: asked about where that many people cannot give it."""
    few = (each for each in sheet.of_kind(Kind.COUNT) if is_story(sheet) and _is_group(each, _SMALL))
    groups = [each for each in few if _PEOPLE.search(each.text.lower())]
    for share in sheet.quantities if groups else ():
        sentence = sheet.sentence(share)
        if not _is_share(share) or share in seen or sentence is None or not _JUDGED.search(sentence.lower):
            continue
        for group in groups:
            if (
                group.start < share.start
                and _same_people(sheet, share, group)
                and reachable(share, group) is None
            ):
                yield Claim(
                    relation="R14",
                    verdict=Verdict.AMBIGUOUS,
                    quantities=(group, share),
                    arithmetic=_around(share, group),
                    advice=f"Say who was asked: “{said(group)}” cannot give “{said(share)}” as a share.",
                    subtype="base",
                )
                break


def _same_people(sheet: Sheet, share: Quantity, group: Quantity) -> bool:
    if _AGREED_ON.search(sheet.before(share)) or _RATERS.search(sheet.before(group)):
        return False
    tail = sheet.before(share, 60) + sheet.after(share, 60)
    if re.search(r"\bteam\b", tail) and _TEAM.search(sheet.before(group)):
        return True
    named = {stem(word) for word in _PEOPLE.findall(tail)}
    return stem(group.noun) in named or (bool(named) and _tried_it(sheet, tail, group))


def _tried_it(sheet: Sheet, tail: str, group: Quantity) -> bool:
    """Whether a share is of those on whom a thing was tried: "tested with 5 clerks", "90% of pilot users"."""
    sentence = sheet.sentence(group)
    return sentence is not None and bool(_TRIAL.search(tail) and _TRIAL.search(sentence.lower))


RELATION = Relation(
    code="R14",
    summary="A share of a small number is one that whole people or cases can give.",
    why="87% of 50 people is nobody's result. A listener who divides will ask what was counted.",
    source="numbers-audit, R14 (C4, GRIM); number labels, rule 14",
    hits=(
        (example(tell(result="It helped 90% of our 40 pilot users.")), Verdict.CONSISTENT),
        (example(tell(result="It helped 91% of our 40 pilot users.")), Verdict.CONTRADICTION),
        (example(tell(result="About 66% of the 3 models passed.")), Verdict.CONSISTENT),
        (
            example(tell(situation="I led a team of 7 engineers.", result="The team gave it 95% approval.")),
            Verdict.AMBIGUOUS,
        ),
        (example(tell(result="Over 80% of the 12 teams moved.")), Verdict.CONSISTENT),
        (
            example(
                tell(
                    action="I tested both forms with 4 analysts from the depot.",
                    result="The new form was preferred by 90% of pilot users.",
                )
            ),
            Verdict.AMBIGUOUS,
        ),
    ),
    misses=(
        example(tell(result="Accuracy was 87%, over 50 runs.")),
        example(tell(result="We cut 87% of 50,000 daily alerts.")),
        example(tell(situation="I led a team of 7 engineers.", result="Recall rose to 95%.")),
        example(tell(result="Satisfaction rose to 4.5 of 5.")),
        example(
            tell(
                action="I planned both forms with 4 analysts from the depot.",
                result="The new form was preferred by 90% of all users.",
            )
        ),
    ),
    find=find,
)
