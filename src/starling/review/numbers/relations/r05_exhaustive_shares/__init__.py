"""R5, shares that make up a whole: weights, splits, tiers, and "the remaining 15%"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from starling.review.numbers.evaluate import about, fits
from starling.review.numbers.quantities.interval import exactly, total
from starling.review.numbers.quantities.quantity import Kind, Quantity
from starling.review.numbers.quantities.sheet import Sheet
from starling.review.numbers.relation import Claim, Relation, Verdict
from starling.review.numbers.relations.r05_exhaustive_shares.splits import written_splits
from starling.review.numbers.relations.r05_exhaustive_shares.tiers import sum_of, terms, tiers
from starling.review.numbers.show import equals, said
from starling.review.numbers.told.neighbours import neighbours
from starling.review.reading import Sentence
from starling.review.rule import example, tell

_WEIGHTS = re.compile(
    r"\b(?:weigh(?:s|ed|ts?|ted|ting)|split|allocat\w+|distribution|divided|proportions?|mix of"
    r"|made up of|composed of|breakdown)\b"
)
_WEIGHT_WORDS = (
    "weigh", "split", "allocat", "distribution", "divided", "proportion", "mix of", "made up of",
    "composed of", "breakdown",
)  # fmt: skip
_SPLIT = re.compile(r"\b(?:weights?|weighs|weighed|weighting|split|allocat\w+|divided)\b")
_REST = re.compile(
    r"\b(?:remaining|the rest|rest of|the other|other|leftover|left)\s?(?:\(|:|is |was |are |were "
    r"|of )?(?:about |roughly |the )?[~≈(]?$"
)
_REST_AFTER = re.compile(r"\s(?:remaining|left over|of the rest)\b")
_OTHERS = re.compile(r"\b(?:rest|others?|plus|some|several|remainder|etc)\b")
_LAST_IS_OTHER = re.compile(r" (?:others?|the rest|everything else)\b(?! [a-z])")
"""As in "50% rye, 30% oats and 20% other": the others are told."""
_CHANGED = re.compile(
    r"\b(?:reduc|increas|improv|ros|fell|drop|cut|lower|higher|faster|less|more|fewer|grew|gain)\w*"
)
_SCORES = (
    r"(?:precision|recall|accuracy|confidence|coverage|availability|uptime|sensitivity|specificity|f1|auc)"
)
_SCORE = re.compile(rf"\s(?:[a-z]+ )?{_SCORES}\b")
_SCORE_BEFORE = re.compile(rf"\b{_SCORES}\b(?: (?:of|at|was|is|reached))*[ ~:]*$")
"""A rate of a model is no part of what the rest belongs to."""
_JOINED = re.compile(r"[^.;()\d]{0,60}")
_WHOLE = exactly(100)
_MOST, _PARTS, _FAR_OFF = 12, 5, 20
_LEAST, _UTMOST = 50, 300
"""Shares whose sum lies outside have another whole than one another."""


def find(sheet: Sheet) -> Iterator[Claim]:
    """A claim for each set of shares that words say is complete, and each total beside its tiers."""
    yield from written_splits(sheet)
    shares = sheet.of_kind(Kind.SHARE)
    if len(shares) <= 1:
        return
    told: set[int] = set()
    for group, sure in _weighted(sheet):
        if not told & {share.start for share in group}:
            told |= {share.start for share in group}
            yield from _whole(group, sure=sure)
    for share in shares:
        if share.start not in told and _is_rest(sheet, share):
            yield from _rest(sheet, share)
    yield from tiers(sheet, shares)


def _weighted(sheet: Sheet) -> Iterator[tuple[list[Quantity], bool]]:
    """The groups of shares that words make one whole, and whether these words are sure."""
    if sheet.mentions(*_WEIGHT_WORDS):
        yield from (*_lists(sheet), *_sentences(sheet))


def _lists(sheet: Sheet) -> Iterator[tuple[list[Quantity], bool]]:
    """The list lines with one share each under a line that speaks of weights or a split."""
    for intro in sheet.reading.sentences:
        if intro.lower.rstrip().endswith(":") and _WEIGHTS.search(intro.lower):
            group = _share_lines(sheet, intro)
            if len(group) > 1:
                yield group, _SPLIT.search(intro.lower) is not None


def _share_lines(sheet: Sheet, intro: Sentence) -> list[Quantity]:
    group: list[Quantity] = []
    for sentence in sheet.reading.sentences[intro.index + 1 : intro.index + 1 + _MOST]:
        inside = [each for each in sheet.by_sentence.get(sentence.index, ()) if each.kind is Kind.SHARE]
        if not sentence.bullet or sentence.kind is not intro.kind or not _is_alone(sheet, inside):
            break
        group.append(inside[0])
    return group


def _is_alone(sheet: Sheet, shares: list[Quantity]) -> bool:
    """Whether one share stands in the line; a text that follows without an empty line is no part of it."""
    return len(shares) == 1 or (len(shares) > 1 and "\n" in sheet.between(shares[0], shares[1]))


def _sentences(sheet: Sheet) -> Iterator[tuple[list[Quantity], bool]]:
    """The neighbouring shares of a sentence that speaks of weights or a split."""
    for index, inside in sheet.by_sentence.items():
        shares = [each for each in inside if each.kind is Kind.SHARE]
        if index >= 0 and len(shares) > 1 and _WEIGHTS.search(sheet.reading.sentences[index].lower):
            first = next((n for n, each in enumerate(inside) if each.kind is Kind.SHARE), 0)
            run = [inside[first]]
            for each in inside[first + 1 :]:
                if each.kind is not Kind.SHARE or _JOINED.fullmatch(sheet.between(run[-1], each)) is None:
                    break
                run.append(each)
            after = sheet.after(run[-1], 48)
            open_ended = _OTHERS.search(after) is not None and _LAST_IS_OTHER.match(after) is None
            near = not open_ended and _is_split(
                sheet.before(run[0], 60) + " " + sheet.after(run[-1], 30), run
            )
            if len(run) == len(shares) and not _is_change(sheet, run):
                yield run, near and len(run) > 1


def _is_split(around: str, run: Sequence[Quantity]) -> bool:
    """Whether words say that the shares are all of it; a breakdown may leave something out."""
    return _SPLIT.search(around) is not None or ("breakdown:" in around and sum_of(run) > 100)  # noqa: PLR2004


def _is_change(sheet: Sheet, run: Sequence[Quantity]) -> bool:
    """Whether they are before and after of one share, not parts of one whole."""
    return any(pair.before in run for pair in sheet.pairs)


def _whole(group: list[Quantity], *, sure: bool) -> Iterator[Claim]:
    """Shares that should make one hundred; where they do not, only sure words make it a contradiction."""
    holding = fits(_WHOLE, total(share.interval() for share in group), about(*group))
    if not holding and not (sure and _LEAST < sum_of(group) < _UTMOST):
        return
    yield Claim(
        relation="R5",
        verdict=Verdict.CONSISTENT if holding else Verdict.CONTRADICTION,
        quantities=tuple(group),
        arithmetic=lambda: f"{terms(group)} {equals(sum_of(group))}%",
        advice=lambda: (
            "" if holding else "Name what is missing or told twice: these shares do not make up the whole."
        ),
        escapable=not holding and sum_of(group) < 100,  # noqa: PLR2004 - percent
    )


def _is_rest(sheet: Sheet, share: Quantity) -> bool:
    return bool(_REST.search(sheet.before(share)) or _REST_AFTER.match(sheet.after(share)))


def _rest(sheet: Sheet, rest: Quantity) -> Iterator[Claim]:
    """As in "the remaining 15%" beside the nearest shares before it, as many as make up the whole."""
    near = [
        each
        for each in neighbours(sheet, rest, _reach(sheet.sentence(rest)))
        if each.kind is Kind.SHARE and each.end < rest.start and each.part is rest.part
    ]
    for count in range(1, min(len(near), _PARTS) + 1):
        group = [*near[-count:], rest]
        near_whole = abs(sum_of(group) - 100) < _FAR_OFF
        if near_whole and fits(_WHOLE, total(share.interval() for share in group), about(*group)):
            yield from _whole(group, sure=True)
            return
    if len(near) == 1 and _is_part(sheet, near[0], rest):
        yield _no_rest(near[0], rest)


def _no_rest(share: Quantity, rest: Quantity) -> Claim:
    pair = (share, rest)
    return Claim(
        relation="R5",
        verdict=Verdict.CONTRADICTION,
        quantities=pair,
        arithmetic=lambda: f"{terms(pair)} {equals(sum_of(pair))}%",
        advice=lambda: f"Say what “{said(rest)}” is the rest of: with “{said(share)}” it is not the whole.",
        escapable=True,
    )


def _is_part(sheet: Sheet, share: Quantity, rest: Quantity) -> bool:
    """Whether the share before is a part of something, and no change or rate."""
    before, after = sheet.before(share, 24), sheet.after(share, 24)
    if _SCORE.match(after) or _SCORE_BEFORE.search(before):
        return False
    changed = re.search(r"\bby\s\S{0,10}$", before) or _CHANGED.search(before) or _CHANGED.search(after)
    return changed is None and (share.sentence == rest.sentence or re.match(r"\s?of\b", after) is not None)


def _reach(sentence: Sentence | None) -> int:
    """List lines share their whole with the lines before; a sentence with the one before."""
    return 4 if sentence is not None and sentence.bullet else 1


RELATION = Relation(
    code="R5",
    summary="Shares that are said to be all of something make up one hundred percent.",
    why="Weights, splits and tiers are added up by every listener; a wrong sum makes each of them doubtful.",
    source="numbers-audit, R5 (N04, N12) and failure mode 1",
    hits=(
        (
            example(tell(action="I set the ensemble weights:\n- trees: 60%\n- linear: 25%\n- rules: 15%")),
            Verdict.CONSISTENT,
        ),
        (
            example(tell(action="I set the ensemble weights:\n- trees: 60%\n- linear: 25%\n- rules: 25%")),
            Verdict.CONTRADICTION,
        ),
        (
            example(tell(result="We moved 80% of the jobs by June and the remaining 20% by August.")),
            Verdict.CONSISTENT,
        ),
        (
            example(tell(result="We moved 80% of the jobs by June and the remaining 30% by August.")),
            Verdict.CONTRADICTION,
        ),
        (
            example(
                tell(
                    action="I built a two-tier cache:\n- Memory: 50% hit rate\n- Disk: 20% hit rate",
                    result="92% hit rate in production.",
                )
            ),
            Verdict.CONTRADICTION,
        ),
        (
            example(tell(action="I split the data into 70% training, 15% validation, and 15% test.")),
            Verdict.CONSISTENT,
        ),
        (example(tell(action="The breakdown: 50% rye, 40% oats, 30% corn.")), Verdict.CONTRADICTION),
        (example(tell(action="I used an 80/10/10 split by farm.")), Verdict.CONSISTENT),
        (example(tell(action="I divided the recordings 60/30/20 by singer.")), Verdict.CONTRADICTION),
        (example(tell(action="I used an 80/10/5 split by singer.")), Verdict.CONTRADICTION),
        (
            example(tell(action="The bid score weighs price at 45%, speed at 30% and trust at 35%.")),
            Verdict.CONTRADICTION,
        ),
    ),
    misses=(
        example(tell(result="- Precision 89%\n- Recall 92%\n- Tickets down 35%")),
        example(tell(result="Cost fell 60% and latency 40%.")),
        example(tell(situation="80% of reports read the same 20% of the data.")),
        example(tell(action="Split the rollout: error rate fell from 12% to 3%.")),
        example(tell(action="Most matched at 98.5% precision; the remaining 4% of lines went to clerks.")),
        example(tell(action="On 14/10/21 we split the team, and on 3/4 I wrote the plan.")),
        example(tell(action="We split the choir on 31/12/24 and merged it on 12/31/25.")),
        example(tell(situation="30% of hosts had minor issues and 10% had major ones.")),
    ),
    find=find,
)
