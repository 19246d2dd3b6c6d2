"""R10, a count and the list that follows it: "three options: a, b and c"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from starling.review.numbers.quantities.quantity import Bound, Kind, Quantity
from starling.review.numbers.quantities.sheet import Sheet
from starling.review.numbers.relation import Claim, Relation, Verdict
from starling.review.numbers.relations.r10_count_and_list.lists import (
    ORDINALS,
    Listing,
    as_quantity,
    closing,
    listing,
    ordinals,
    series,
)
from starling.review.numbers.relations.r10_count_and_list.whole_list import is_whole, listed_things, nouns_of
from starling.review.numbers.show import digits, said
from starling.review.numbers.told.neighbours import is_story
from starling.review.reading import Sentence
from starling.review.rule import example, tell

_COUPLE, _MOST = 2, 20
_LABEL = re.compile(r"\b(option|approach|alternative|phase|step|stage|tier|layer|pillar|wave|horizon) (\d)\b")
_CHOICES = frozenset(("option", "approach", "alternative"))
_SPEAKS_IN_TURN = re.compile(rf"\W*(?:the )?(?P<ordinal>{'|'.join(ORDINALS)}|finally|lastly|last)")
_ALL = re.compile(r"\b(?:all|these|the)\s$")
_DOES = re.compile(r"\W*(?:i|we|they)\s")
_OUT_OF = re.compile(r"(?:\b(?:one|two|three|four|five|six|seven|eight|nine)|\d) (?:in|out of) (?:every )?$")
_ONE_OF_THEM = re.compile(r"\b(?:one|1) [a-z-]+ (?:in|out of) (?:every )?$")
_IN_SO_MANY = re.compile(r" (?:in|out of) (?:every )?(?:\d|three|four|five|six|seven|eight|nine|ten)\b")
"""A share told in words, "one search in nine", "six in ten": no count of what follows."""
_LETTER = re.compile(r"\w")
_OPENER = re.compile(r"\s?(?:[—–:(]|\s-\s)")
_REACH, _FAR = 12, 40
"""Sentences in which ordinals, and in which labels, belong to a count."""


def find(sheet: Sheet) -> Iterator[Claim]:
    """A claim for each count that a list follows, by lines, marks, commas, ordinals or labels."""
    for count in sheet.of_kind(Kind.COUNT):
        if not _counts(count):
            continue
        found = _told_of(sheet, count)
        verdict = None if found is None else _judged(sheet, count, found)
        if found is not None and verdict is not None and not _is_share(sheet, count):
            yield _claim(sheet, count, found, verdict)


def _told_of(sheet: Sheet, count: Quantity) -> Listing | None:
    """The list that follows or precedes a count, in the first of the ways in which it can be told."""
    found = listing(sheet, count)
    if found is None and nouns_of(count) & listed_things():
        found = _ordinals(sheet, count) or _labels(sheet, count)
    if found is None and _ALL.search(sheet.before(count, 8)):
        found = _all(sheet, count) or _named_before(sheet, count)
    return found


def _counts(count: Quantity) -> bool:
    if count.per or count.bound in (Bound.BELOW, Bound.AT_MOST) or count.low.denominator != 1:
        return False
    return _COUPLE <= count.low.numerator <= _MOST and count.low == count.high


def _is_share(sheet: Sheet, count: Quantity) -> bool:
    """As in "one in nine", "one search in nine", "six in ten"."""
    before = sheet.before(count)
    if _OUT_OF.search(before) or _IN_SO_MANY.match(sheet.after(count)):
        return True
    return _ONE_OF_THEM.search(before) is not None and not nouns_of(count) & listed_things()


def _judged(sheet: Sheet, count: Quantity, found: Listing) -> Verdict | None:
    if count.bound in (Bound.AT_LEAST, Bound.ABOVE):
        fits, short = found.most >= count.low, found.most < count.low
    else:
        fits = count.low in found.counts
        short = not found.fewest <= count.low <= found.most
    if fits:
        return Verdict.CONSISTENT
    return Verdict.CONTRADICTION if short and is_whole(sheet, count, found) else None


def _ordinals(sheet: Sheet, count: Quantity) -> Listing | None:
    """The sentences "First, … Second, …" that follow a count of things to be told."""
    words: list[str] = []
    end, last = 0, False
    for sentence in _following(sheet, count):
        match = _SPEAKS_IN_TURN.match(sentence.lower)
        if match is None and not words and sentence.index > count.sentence + 1:
            return None
        if match is not None:
            last = last or "ly" in match["ordinal"] or match["ordinal"] == "last"
            words.append(match["ordinal"])
            end = sentence.end
    found = ordinals(words)
    if found <= 1:
        return None
    most = found + last
    return Listing(_following(sheet, count)[0].start, end, (most, found), found, most, full=True)


def _labels(sheet: Sheet, count: Quantity) -> Listing | None:
    """The labels "Phase 1 … Phase 2" after "two phases", "Option 1 … Option 2" after "two approaches"."""
    nouns = nouns_of(count) & listed_things()
    following = _following(sheet, count, _FAR) if " 1" in sheet.lower else []
    if not following:
        return None
    wanted = _CHOICES if nouns & _CHOICES else nouns
    labels = [m for m in _LABEL.finditer(sheet.lower, count.end, following[-1].end) if m[1] in wanted]
    found = 0
    for label in labels:
        found += int(label[2]) == found + 1
    if found <= 1 or any(int(label[2]) > found for label in labels):
        return None
    most = found + 1  # the last one may go without its label: "Phase 1 …, Phase 2 …, and then all"
    return Listing(labels[0].start(), labels[-1].end(), (found,), found, most, full=True)


def _following(sheet: Sheet, count: Quantity, reach: int = _REACH) -> list[Sentence]:
    """The next sentences of the same part."""
    near = sheet.reading.sentences[count.sentence + 1 : count.sentence + 1 + reach]
    home = sheet.sentence(count)
    return [] if home is None else [each for each in near if each.kind is home.kind]


def _all(sheet: Sheet, count: Quantity) -> Listing | None:
    """The list that "all three" points at: marks just before it, or the series of the next sentence."""
    home = sheet.sentence(count)
    if home is None:
        return None
    before = sheet.reading.sentences[home.index - 1] if home.index else home
    if "1)" in before.lower:
        found = series(sheet.lower, before.start, before.end, full=False)
        if found is not None:
            return found._replace(full=True)
    for sentence in _following(sheet, count)[:1] if count.low > _COUPLE else ():
        if _DOES.match(sentence.lower):
            found = series(sheet.lower, sentence.start, sentence.end, full=False)
            return found if found is not None and count.low in found.counts else None
    return None


def _named_before(sheet: Sheet, count: Quantity) -> Listing | None:
    """The names told of the things before: "our depots (Oslo, Bergen, Bodø) … all three depots"."""
    if not count.noun or not is_story(sheet):
        return None
    for start, opened in _openings(sheet.lower, count):
        sentence = sheet.reading.sentence_at(start)
        if sentence is None or opened >= sentence.end:
            continue
        found = series(sheet.lower, opened, closing(sheet.lower, opened, sentence.end), full=False)
        if found is not None and count.low in found.counts:
            return found
    return None


def _openings(lower: str, count: Quantity) -> Iterator[tuple[int, int]]:
    """Where the counted things are named before, and where a list of them opens right behind."""
    start = lower.find(count.noun, 0, count.start)
    while start >= 0:
        end = start + len(count.noun)
        inside = _LETTER.match(lower[start - 1 : start]) is not None
        opener = None if inside else _OPENER.match(lower, end, count.start)
        if opener is not None:
            yield start, opener.end()
        start = lower.find(count.noun, start + 1 if opener is None else opener.end(), count.start)


def _claim(sheet: Sheet, count: Quantity, found: Listing, verdict: Verdict) -> Claim:
    listed = as_quantity(sheet, count, found)
    number, written = found.counts[0], digits(count)
    holds = verdict is Verdict.CONSISTENT
    shown = int(count.low) if count.low in found.counts else number
    return Claim(
        relation="R10",
        verdict=verdict,
        quantities=tuple(sorted((count, listed), key=lambda quantity: quantity.start)),
        arithmetic=f"{shown} in the list, written “{said(count)}”"
        if holds
        else f"{shown} in the list, not {written}",
        advice="" if holds else _advice(sheet, count, number),
        escapable=count.low > number,
    )


def _advice(sheet: Sheet, count: Quantity, number: int) -> str:
    named = f"“{sheet.reading.quote(count.start, count.end)}”"
    if count.low > number:
        return (
            f"Name all that {named} counts, or say that the list is a selection: an interviewer counts along."
        )
    return f"Count again: the list is longer than {named}."


RELATION = Relation(
    code="R10",
    summary="A stated count and the list after it have the same number of items.",
    why="A listener counts along. “Three reasons” with two told leaves the third as the next question.",
    source="numbers-audit, R10; number labels, rule 17",
    hits=(
        (
            example(tell(action="I weighed three options: a bigger batch, a smaller model, or caching.")),
            Verdict.CONSISTENT,
        ),
        (
            example(
                tell(action="We found two gaps:\n- No replay of late events\n- No owner for the backfill")
            ),
            Verdict.CONSISTENT,
        ),
        (
            example(tell(action="I set up 10+ checks: nulls, ranges, drift, skew, keys, lag.")),
            Verdict.CONTRADICTION,
        ),
        (
            example(tell(action="I saw two causes. First, the cache was cold. Second, the index was stale.")),
            Verdict.CONSISTENT,
        ),
        (
            example(
                tell(action="I saw three causes. First, the cache was cold. Second, the index was stale.")
            ),
            Verdict.CONTRADICTION,
        ),
        (
            example(
                tell(action="I hire on three principles: (1) Care -- we dye by hand. (2) Pace. (3) Candour.")
            ),
            Verdict.CONSISTENT,
        ),
        (
            example(tell(action="I named two risks: (1) late labels, (2) leakage, and (3) cost per call.")),
            Verdict.CONTRADICTION,
        ),
        (
            example(tell(action="I built four guards:\n- A row count\n- A null check\n- A freshness alarm")),
            Verdict.CONTRADICTION,
        ),
        (
            example(
                tell(action="I had to (1) wash, (2) dye, and (3) dry the wool. All five were new to me.")
            ),
            Verdict.CONTRADICTION,
        ),
        (
            example(tell(action="I found three bottlenecks: it dyed by hand, and it dried in the open.")),
            Verdict.CONTRADICTION,
        ),
        (
            example(
                tell(
                    situation="We had to connect the depots — Oslo, Bergen, and Bodø — by spring.",
                    result="All three depots were on it in March.",
                )
            ),
            Verdict.CONSISTENT,
        ),
        (example(tell(task="I ran three shops: one in Oslo, and two in Bergen.")), Verdict.CONSISTENT),
        (
            example(
                tell(action="I split us into three pods: one on serving, one on data, and one on evaluation.")
            ),
            Verdict.CONSISTENT,
        ),
    ),
    misses=(
        example(tell(action="I worked with five teams, including search, ads, and payments.")),
        example(tell(action="I asked six weavers first: they wanted it by Friday, and not by post.")),
        example(
            tell(action="We tried two looms and agreed beforehand what would decide: speed, cost, and noise.")
        ),
        example(tell(action="Category 4: Dyes and Looms")),
        example(tell(result="We are covered on 3 of 5 principles: pace, care.")),
        example(
            tell(action="I rewrote two loaders:\n- Moved them to async\n- Added retries\n- Cut the joins")
        ),
        example(tell(action="We asked 12 engineers: backend, data, and mobile people.")),
        example(tell(action="1. Built the loader\n2. Rewrote the join\n3. Moved it to the nightly run")),
        example(tell(situation="We had 10 workstreams across finance, sales, and support.")),
        example(
            tell(situation="We ran 5 dashboards (latency, errors, and cost were the ones people opened).")
        ),
        example(tell(situation="One upload in six failed without a trace: clients retried, and gave up.")),
        example(tell(result="It took three weeks: planning, building, and a rollout.")),
    ),
    find=find,
)
