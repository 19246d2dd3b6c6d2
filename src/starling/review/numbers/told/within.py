"""Times inside times and causes of effects: "30 minutes of that", "60% of the errors came from retries"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from typing import NamedTuple

from starling.model.story import PartKind
from starling.review.numbers.evaluate import about
from starling.review.numbers.quantities.exact import ratio
from starling.review.numbers.quantities.metric import stem
from starling.review.numbers.quantities.quantity import Bound, Kind, Quantity, Role
from starling.review.numbers.quantities.sheet import Sheet
from starling.review.numbers.relation import Claim, Verdict
from starling.review.numbers.show import said
from starling.review.numbers.told.parts import (
    Whole,
)
from starling.review.numbers.told.sums import rounded
from starling.review.reading import Sentence

_PART_AFTER = re.compile(
    r"\s(?:of (?:that|which|it|this|those)\b|alone\b|on its own\b|by itself\b"
    r"|(?:was |were )?(?:just|only) [a-z]+ing\b)"
)
_PART_BEFORE = re.compile(
    r"(?:\bof (?:which|that|those),? (?:about |around |roughly )?~?|\balone (?:is|was|takes|took"
    r"|needs|needed|cost|costs) (?:about )?~?"
    r"|\bby itself (?:is|was|takes|took) (?:about )?~?)$"
)
_OF_AMOUNT = re.compile(
    r"(?:^|[.:;,] |\n)(?:out )?of (?:the |those |these |our |a )?(?:full |total |whole )?[$€£]?$"
)
_BESIDE = re.compile(
    r"\b(?:each|parallel|overlap\w*|concurrent\w*|same time|both|instead|than|target|limit|now|was"
    r"|used to|before)\b"
)
"""What makes times run beside one another, or an amount one of another time."""
_PAIR, _MOST = 2, 12
_SLIP = ratio(3, 2)
"""Parts of more than half as much again as their whole are of something else."""
_FIXED = re.compile(
    r"\b(?:identif\w+|found|fix\w*|detect\w*|notic\w+|roll\w* back|restored?|mitigat\w+|resolv\w+"
    r"|evict\w*|diagnos\w+)\b"
)
_WITHIN = re.compile(r"\b(?:within|in|after)\s(?:about |the first |under )?$")
_DOWN = re.compile(
    r"(?:\b(?:down ?time|outage|live|down|lasted|unavailable)\W{1,4}(?:(?:was|of|took|lasted|for"
    r"|about|time)\s){0,3}"
    r"|\bfull (?:service )?(?:restoration|recovery) (?:in|took|after|within) "
    r"|\baffect\w+ [^.;]{1,20} for )(?:about |around |roughly |nearly |~)?$"
)
_DOWN_WORDS = ("down", "outage", "live", "lasted", "unavailable", "full ", "affect")
_PROFILE = re.compile(
    r"\b(?:profil\w+|trac(?:ed|ing)|breakdown|broke|bottlenecks?|measured|timed|instrument\w+)\b"
)
_PROFILE_WORDS = ("profil", "trac", "breakdown", "broke", "bottleneck", "measured", "timed", "instrument")
_LATENCY = re.compile(
    r"\b(?:latency|response times?|p\d\d|end[- ]to[- ]end|took|takes|respond\w*|duration|runtime|pipeline)\b"
)
_LABELLED = re.compile(r"[\s*]*[a-z][a-z0-9 /()-]{1,40}(?::|=|–|—|-|took|takes)\s*(?:about |around |~)?$")
_ACCEPTED = re.compile(r"\b(?:acceptable|fine|ok|okay|expected|normal|unavoidable|unchanged|good enough)\b")
_CAUSE_BEFORE = re.compile(
    r"\b(?:caus\w+|account\w* for|responsible for|made up|drove|behind|consum\w+)\s(?:about |around "
    r"|over |roughly |nearly |~)?$"
)
_CAUSE_AFTER = re.compile(
    r"\s?of\s[^.;,]{2,40}?\b(?:came from|(?:was|were|is|are) (?:spent|due|caused|lost|from)|spent)\b"
)
_CAUSED = ("from", "spent", "due", "caused", "lost")
_CLAUSE = re.compile(r"[^.;,]*")
_KIND_AFTER = re.compile(
    r"\s?of\s(?!(?:it|them|that|this|these|those|which|all) )[a-z]+ (?:were|was|are|is)\s"
)
_VERB = re.compile(r"[.;,—]|\b(?:was|were|is|are|came|spent|has|had|that|which)\b")
"""What ends the words for what a share is of."""
_IDLE = frozenset(
    "issu problem tim overall total were spent the our all was are cam from due and that".split()
)
_CUT = re.compile(r"\b(?:reduc\w+|cut|lower\w+|dropp?\w*|decreas\w+|fell|less(?! than)|improv\w+)\b")

_CLAUSE_REACH = 400
_ROUNDING, _ABOUT = ratio(1), ratio(3, 100)


class Cause(NamedTuple):
    """The share that a cause has in something, and by how many percent all of that went down.

    ``effect`` is the percent itself or the two values; *sure* where the author calls it a cause.
    """

    cause: Quantity
    effect: tuple[Quantity, ...]
    cut: Fraction
    sure: bool

    def holds(self) -> bool:
        """Whether the cause allows so large an effect: to a point, or to 3% after "about"."""
        room = self.cause.high * _ABOUT if about(self.cause) else _ROUNDING
        return self.cut <= self.cause.high + max(room, _ROUNDING)


def parts_of_time(sheet: Sheet) -> Iterator[Whole]:
    """A time with the words that make it a part, and the time before it that it is a part of."""
    for part in sheet.of_kind(Kind.TIME):
        if part.per:
            continue
        index = sheet.index_of(part)
        if _PART_AFTER.match(sheet.after(part)) or _PART_BEFORE.search(sheet.before(part)):
            near = (each for each in reversed(sheet.quantities[max(0, index - 4) : index]))
            whole = next((w for w in near if _spans(w, part)), None)
            if whole is not None:
                yield Whole((part,), whole, full=False, sure=False)


def parts_of_amount(sheet: Sheet) -> Iterator[Whole]:
    """As in "of the 90 ms, parsing takes 20 ms, the model 50 ms and the network 20 ms"."""
    for whole in sheet.of_kind(Kind.TIME, Kind.MONEY, Kind.DATA):
        inside = sheet.by_sentence[whole.sentence]
        if (
            not _PAIR < len(inside) <= _MOST
            or whole.per
            or _OF_AMOUNT.search(sheet.before(whole, 24)) is None
        ):
            continue
        parts = tuple(each for each in inside if each.start > whole.start)
        alike = all(each.kind is whole.kind and each.role is Role.PLAIN and not each.per for each in parts)
        told = sum((each.value() for each in parts), Fraction(0))
        full = alike and len(parts) > 1 and whole.value() <= told <= whole.value() * _SLIP
        if full and not _BESIDE.search(sheet.lower, whole.end, parts[-1].end):
            yield Whole(parts, whole, full=True, sure=True)


def _spans(whole: Quantity, part: Quantity) -> bool:
    close = 0 <= part.sentence - whole.sentence <= 1 and whole.part is part.part
    return (
        whole.kind is Kind.TIME
        and not whole.per
        and whole.bound not in (Bound.BELOW, Bound.AT_MOST)
        and close
    )


def incidents(sheet: Sheet) -> Iterator[Whole]:
    """How long something was down, and within how long it was found or mended."""
    if not sheet.mentions(*_DOWN_WORDS):
        return
    times = [each for each in sheet.of_kind(Kind.TIME) if not each.per]
    wholes = [each for each in times if _DOWN.search(sheet.before(each, 60))]
    for part in times if len(wholes) == 1 else ():
        sentence = sheet.sentence(part)
        if part in wholes or sentence is None or not _WITHIN.search(sheet.before(part)):
            continue
        if part.value() == wholes[0].value():
            continue
        if _FIXED.search(sentence.lower[: part.start - sentence.start]) or _FIXED.search(
            sheet.after(part, 30)
        ):
            lasted = replace(part, bound=Bound.EXACT)  # "within 40 minutes" took them, or nearly
            yield Whole((lasted,), wholes[0], full=False, sure=False, asks=True)
            return


def profiles(sheet: Sheet) -> Iterator[Whole]:
    """The lines of a profile beside the time they make up, and a line that alone exceeds the time before."""
    for intro in _profile_intros(sheet):
        lines = list(_timed_lines(sheet, intro))
        pairs = [
            pair
            for pair in sheet.pairs
            if pair.after.kind is Kind.TIME and pair.end < intro.start and _is_latency(sheet, pair.after)
        ]
        if len(lines) <= 1 or not pairs:
            continue
        before, after = pairs[-1].before, pairs[-1].after
        yield Whole(tuple(lines), after, full=False, sure=False)
        for line in lines:
            if _ACCEPTED.search(sheet.after(line)):
                found = Whole((line,), before, full=False, sure=False)
                if not found.holds():
                    yield found


def kept_stages(sheet: Sheet) -> Iterator[Quantity]:
    """The lines of a profile that the author leaves as they are: "LLM generation: 1 second (acceptable)"."""
    for intro in _profile_intros(sheet):
        yield from (line for line in _timed_lines(sheet, intro) if _ACCEPTED.search(sheet.after(line)))


def _profile_intros(sheet: Sheet) -> list[Sentence]:
    """The sentences that announce a profile: "I traced where the time went:"."""
    if not sheet.mentions(*_PROFILE_WORDS):
        return []
    ending = (each for each in sheet.reading.sentences if each.lower.rstrip().endswith(":"))
    return [each for each in ending if _PROFILE.search(each.lower)]


def _timed_lines(sheet: Sheet, intro: Sentence) -> Iterator[Quantity]:
    for sentence in sheet.reading.sentences[intro.index + 1 : intro.index + 13]:
        inside = sheet.by_sentence.get(sentence.index, ())
        if (
            not sentence.bullet
            or sentence.kind is not intro.kind
            or len(inside) != 1
            or inside[0].kind is not Kind.TIME
        ):
            return
        if not _LABELLED.match(sheet.before(inside[0], 60)):
            return
        yield inside[0]


def _is_latency(sheet: Sheet, quantity: Quantity) -> bool:
    sentence = sheet.sentence(quantity)
    return sentence is not None and _LATENCY.search(sentence.lower) is not None


def causes(sheet: Sheet) -> Iterator[Cause]:
    """The share of a cause, and the cut of the same measure told after it."""
    for cause in sheet.of_kind(Kind.SHARE):
        after = sheet.after(cause, 80)
        sure = _CAUSE_BEFORE.search(sheet.before(cause)) is not None or _is_of_cause(after)
        if sure or _KIND_AFTER.match(after[:60]):
            found = _effect(sheet, cause, sure=sure)
            if found is not None:
                yield found


def _is_of_cause(after: str) -> bool:
    """As in "60% of the errors came from retries"; most clauses have none of its words, and it is dear."""
    if not after[:4].lstrip().startswith("of"):
        return False
    clause = _CLAUSE.match(after)
    told = clause is not None and any(word in clause[0] for word in _CAUSED)
    return told and _CAUSE_AFTER.match(after) is not None


def _effect(sheet: Sheet, cause: Quantity, *, sure: bool) -> Cause | None:
    """The first cut in percent after the cause, or before and after of the same measure that fell."""
    named = _named(sheet, cause)
    for pair in sheet.pairs:
        sentence = sheet.sentence(pair.before)
        fell = pair.before.kind is pair.after.kind and 0 < pair.after.value() < pair.before.value()
        if pair.before.kind is Kind.SHARE and pair.before.value() == cause.value():
            return None  # the share itself that fell
        if pair.start > cause.end and fell and sentence is not None and named & _stems(sentence.lower):
            cut = 100 * (1 - pair.after.value() / pair.before.value())
            return Cause(cause, tuple(sorted(pair[:2], key=lambda each: each.start)), cut, sure)
    paired = {each for pair in sheet.pairs for each in pair[:2]}
    for effect in sheet.of_kind(Kind.SHARE):
        later = effect.start >= cause.end and effect not in paired and effect.part is not PartKind.TASK
        if later and _falls(sheet, effect) and named & (effect.metric | _named(sheet, effect)):
            return Cause(cause, (effect,), effect.low, sure)
    return None


def _falls(sheet: Sheet, effect: Quantity) -> bool:
    """Whether a share is one by which something fell: no other figure stands behind the verb, and no "to"."""
    told = sheet.quantities[max(0, sheet.index_of(effect) - 1)]
    beside = told.sentence == effect.sentence and told.end < effect.start
    lead = sheet.between(told, effect) if beside else sheet.before(effect, _CLAUSE_REACH)
    if lead.endswith(" to "):
        return False
    return _CUT.search(lead) is not None or _CUT.search(sheet.after(effect, 20)) is not None


def _stems(text: str) -> frozenset[str]:
    return frozenset(stem(word) for word in re.findall(r"[a-z]{3,}", text))


def _named(sheet: Sheet, share: Quantity) -> frozenset[str]:
    """The stems of what the share is of."""
    words = re.findall(r"[a-z]{3,}", _VERB.split(sheet.after(share, 40))[0])[:4]
    return frozenset(stem(word) for word in words) - _IDLE


def cause_claim(found: Cause) -> Claim:
    """A cause with a share bounds what its removal can do (number labels, rule 9)."""
    cause, holding = found.cause, found.holds()
    effect = " → ".join(map(said, found.effect))
    cut = f"{effect} is {rounded(found.cut)}% less" if len(found.effect) > 1 else f"{effect} less"
    return Claim(
        relation="R7",
        verdict=Verdict.CONSISTENT if holding else Verdict.AMBIGUOUS,
        quantities=(cause, *found.effect),
        arithmetic=lambda: f"{cut}, and its cause made up {said(cause)}",
        advice=lambda: (
            "" if holding else f"Say what else helped: “{said(cause)}” does not explain all of “{effect}”."
        ),
        subtype="bound",
    )
