"""R18, identities of model metrics: F1 from precision and recall, accuracy beside the larger class, AUC."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from itertools import chain

from starling.review.numbers.evaluate import about, fits
from starling.review.numbers.quantities.interval import Interval
from starling.review.numbers.quantities.quantity import Bound, Kind, Quantity
from starling.review.numbers.quantities.sheet import Sheet
from starling.review.numbers.relation import Claim, Relation, Verdict
from starling.review.numbers.show import equals, number, said
from starling.review.numbers.told.sums import in_order
from starling.review.numbers.told.told_pairs import told_pairs
from starling.review.rule import example, tell

_NAMES = {
    "precision": r"precision",
    "recall": r"recall|sensitivity|true[- ]positive rate|tpr",
    "f1": r"f1(?:[- ]score)?|f[- ]?score|f[- ]measure",
    "accuracy": r"accuracy",
    "auc": r"(?:roc[- ]?)?auc(?:[- ]?roc)?|auroc|area under the (?:roc )?curve",
    "fpr": r"false[- ]positive rate|fpr",
    "prevalence": (
        r"prevalence|base rate|positive rate|positive class|minority class|fraud(?: rate)?|spam|churners?"
        r"|defaults?|defects?|positives|anomal(?:y|ies)|malicious|toxic"
    ),
}
_ANY = "|".join(f"(?P<{name}>{words})" for name, words in _NAMES.items())
_MENTIONED = ("precision", "recall", "accuracy", "auc", "auroc", "under the curve", "under the roc curve")
_LEADS = re.compile(
    rf"\b(?:{_ANY})(?:\s(?:scores?|of|was|is|were|at|around|about|over|nearly|reached|hit|"
    rf"rose to|to|now|by then|ended at))*"
    r"\s*[:=~≈]?\s*$"
)
_FOLLOWS = re.compile(
    rf"^\s*(?:\)|of (?:the |all )?(?:\w+ ){{0,2}}?(?:is |are |were )?)?\s*(?:{_ANY})\b(?! ?(?:from|to)\b)"
)
_OTHER_CURVE = re.compile(r"\b(?:pr|precision[- ]recall|average precision)[- ]auc\b|@")
_AVERAGED = re.compile(r"\b(?:macro|micro|weighted|averaged?|per[- ]class|mean)\b")
_LEAST_COUNT = 1000
_MOST_AS_SHARE = 2
_NEAR = 2
"""How many sentences apart metrics of one model may stand."""
_ONE = Fraction(1)


@dataclass(frozen=True, slots=True)
class _Metric:
    """A figure that the text names, as a share of one."""

    name: str
    quantity: Quantity
    value: Fraction
    interval: Interval


def find(sheet: Sheet) -> Iterator[Claim]:
    """Figures outside their range, and those that can be computed from others told close by."""
    told = _told_near(sheet)
    if not told:
        return
    latest: dict[str, _Metric] = {}
    asked: set[frozenset[int]] = set()
    earlier = {pair.before for pair in told_pairs(sheet)}
    for quantity in sheet.of_kind(Kind.SHARE, Kind.COUNT):
        beside = quantity.sentence in told and quantity not in earlier
        metric = _named(sheet, quantity) if beside else None
        if metric is None:
            continue
        yield from _out_of_range(metric)
        latest[metric.name] = metric
        near = {name: each for name, each in latest.items() if _close(each.quantity, quantity)}
        for claim in _identities(sheet, near):
            key = frozenset(each.start for each in claim.quantities)
            if quantity in claim.quantities and not any(len(key & other) > 1 for other in asked):
                asked.add(key)
                yield claim


def _told_near(sheet: Sheet) -> set[int]:
    """The sentences in which, or next to which, a metric is named."""
    found, lower = set[int](), sheet.lower
    for match in chain.from_iterable(re.finditer(name, lower) for name in _MENTIONED if name in lower):
        sentence = sheet.reading.sentence_at(match.start())
        if sentence is not None:
            found.update(range(sentence.index - _NEAR, sentence.index + _NEAR + 1))
    return found


def _close(first: Quantity, second: Quantity) -> bool:
    return first.part is second.part and abs(first.sentence - second.sentence) <= _NEAR


def _named(sheet: Sheet, quantity: Quantity) -> _Metric | None:
    if quantity.kind is Kind.COUNT and quantity.low >= _LEAST_COUNT:
        return None
    lead = _LEADS.search(sheet.before(quantity, 34))
    match = lead or _FOLLOWS.match(sheet.after(quantity, 40))
    if match is None or match.lastgroup is None or _OTHER_CURVE.search(sheet.before(quantity, 44)):
        return None
    if lead is None and _MOVED.search(sheet.before(quantity)) is not None:
        return None
    if quantity.kind is Kind.COUNT and (
        lead is None or _CUT_OFF.search(lead[0]) or quantity.bound is Bound.RANGE
    ):
        return None
    scale = Fraction(1, 100) if quantity.kind is Kind.SHARE or quantity.low > _MOST_AS_SHARE else _ONE
    slack = quantity.slack * scale
    value = quantity.value() * scale
    return _Metric(match.lastgroup, quantity, value, Interval(value - slack, value + slack))


_OTHER_MODEL = re.compile(
    r"\b(?:baseline|old|previous|earlier|class(?:es)?|before|other|vs|versus|champion|challenger|online|validation|train|"
    r"training|segment|target|goal|needed|required|at least)\b"
)
_MOVED = re.compile(
    r"\b(?:lost|los(?:e|es|ing)|gain\w*|shed|add(?:s|ed|ing)?|won|gave|cost|dropp?\w*|fell|down|up|another|extra)"
    r"(?: [a-z]+){0,2} [~+-]?$"
)
"""As in "the model lost 4% AUC", which says how far it moved."""
_CUT_OFF = re.compile(r"\bat\s*$")
"""As in "recall at 10", which names how many results are looked at."""


def _out_of_range(metric: _Metric) -> Iterator[Claim]:
    if metric.value > 1:
        yield _claim(
            Verdict.CONTRADICTION, (metric.quantity,),
            f"{said(metric.quantity)} is more than the most it can be, 1",
            f"Check “{said(metric.quantity)}”: this measure ends at 1, or 100%.", "range",
        )  # fmt: skip
    elif metric.name == "auc" and metric.value < Fraction(1, 2):
        yield _claim(
            Verdict.AMBIGUOUS, (metric.quantity,), f"{said(metric.quantity)} < 0.5, which a coin reaches",
            f"Say whether the “{said(metric.quantity)}” is an area under the ROC curve or "
            f"under precision and recall.", "range",
        )  # fmt: skip


def _identities(sheet: Sheet, near: Mapping[str, _Metric]) -> Iterator[Claim]:
    if {"precision", "recall", "f1"} <= near.keys():
        claim = _f1(sheet, near["precision"], near["recall"], near["f1"])
        if claim.verdict is not Verdict.CONTRADICTION or _of_one_model(sheet, claim):
            yield claim
    if {"precision", "recall", "prevalence", "fpr"} <= near.keys():
        yield _fpr(near["precision"], near["recall"], near["prevalence"], near["fpr"])
    if {"accuracy", "prevalence"} <= near.keys():
        yield from _majority(near["accuracy"], near["prevalence"])


def _of_one_model(sheet: Sheet, claim: Claim) -> bool:
    """Whether nothing between the figures says that they are of two models or two sets."""
    first, last = claim.quantities[0], claim.quantities[-1]
    return _OTHER_MODEL.search(sheet.lower[max(0, first.start - 30) : last.end + 30]) is None


def _f1(sheet: Sheet, precision: _Metric, recall: _Metric, stated: _Metric) -> Claim:
    computed = Interval(
        _harmonic(precision.interval.lo, recall.interval.lo),
        _harmonic(precision.interval.hi, recall.interval.hi),
    )
    value = _harmonic(precision.value, recall.value) or Fraction(0)
    quantities = in_order(precision.quantity, recall.quantity, stated.quantity)
    p, r, f1 = number(precision.value), number(recall.value), said(stated.quantity)
    line = f"2 × {p} × {r} / ({p} + {r}) {equals(value)}, written {f1}"
    if fits(stated.interval, computed, about(*quantities)):
        return _claim(Verdict.CONSISTENT, quantities, line, "", "")
    if _AVERAGED.search(sheet.lower, max(0, quantities[0].start - 40), quantities[-1].end + 40):
        advice = f"Say how “{f1}” is averaged over the classes."
        return _claim(Verdict.AMBIGUOUS, quantities, line, advice, "average")
    p, r = said(precision.quantity), said(recall.quantity)
    advice = f"Recompute “{f1}” from “{p}” and “{r}”: the three do not fit."
    return _claim(Verdict.CONTRADICTION, quantities, line, advice, "")


def _harmonic(a: Fraction | None, b: Fraction | None) -> Fraction | None:
    return None if a is None or b is None else Fraction(0) if a + b <= 0 else 2 * a * b / (a + b)


def _fpr(precision: _Metric, recall: _Metric, prevalence: _Metric, stated: _Metric) -> Claim:
    low = _false_positive_rate(precision.interval.hi, recall.interval.lo, prevalence.interval.lo)
    high = _false_positive_rate(precision.interval.lo, recall.interval.hi, prevalence.interval.hi)
    value = _false_positive_rate(precision.value, recall.value, prevalence.value) or Fraction(0)
    quantities = in_order(precision.quantity, recall.quantity, prevalence.quantity, stated.quantity)
    p, r, share = number(precision.value), number(recall.value), number(prevalence.value)
    line = (
        f"{share} × {r} × (1 − {p}) / ({p} × (1 − {share})) {equals(value)}, written {said(stated.quantity)}"
    )
    if fits(stated.interval, Interval(low, high), about(*quantities)):
        return _claim(Verdict.CONSISTENT, quantities, line, "", "")
    return _claim(
        Verdict.CONTRADICTION, quantities, line,
        f"Recompute “{said(stated.quantity)}” from the precision, the recall and the "
        f"share of positives: these do not fit.",
        "",
    )  # fmt: skip


def _false_positive_rate(
    precision: Fraction | None, recall: Fraction | None, prevalence: Fraction | None
) -> Fraction | None:
    """Negatives flagged over all negatives, from flagged = found / precision."""
    if precision is None or recall is None or prevalence is None or precision <= 0 or prevalence >= 1:
        return None
    return prevalence * recall * (1 - precision) / (precision * (1 - prevalence))


def _majority(accuracy: _Metric, prevalence: _Metric) -> Iterator[Claim]:
    """An accuracy that guessing the larger class reaches too."""
    majority = max(prevalence.value, 1 - prevalence.value)
    if accuracy.value > 1 or (accuracy.interval.lo or accuracy.value) > majority:
        return
    larger = number(majority * 100)
    yield _claim(
        Verdict.CONSISTENT,
        in_order(accuracy.quantity, prevalence.quantity),
        f"100% − {said(prevalence.quantity)} = {larger}%: always answering the larger "
        f"class is right as often",
        f"Lead with precision and recall: “{said(accuracy.quantity)}” is what always "
        f"answering the larger class reaches.",
        "uninformative",
    )


def _claim(
    verdict: Verdict, quantities: tuple[Quantity, ...], arithmetic: str, advice: str, subtype: str
) -> Claim:
    return Claim(
        relation="R18",
        verdict=verdict,
        quantities=quantities,
        arithmetic=arithmetic,
        advice=advice,
        subtype=subtype,
    )


RELATION = Relation(
    code="R18",
    summary=(
        "Metrics of one model fit one another: F1, precision and recall, accuracy and the share of positives."
    ),
    why=(
        "Interviewers know these identities by heart, and an F1 above both precision and recall "
        "ends the story."
    ),
    source="numbers-audit, R18",
    hits=(
        (
            example(tell(result="Precision is 80%, recall 60% and F1 0.69 on the holdout.")),
            Verdict.CONSISTENT,
        ),
        (example(tell(result="- Precision: 0.91\n- Recall: 0.85\n- F1: 0.94")), Verdict.CONTRADICTION),
        (
            example(tell(situation="The old model had 98% accuracy on data with 2% fraud.")),
            Verdict.CONSISTENT,
        ),
        (example(tell(result="The ranker reached an AUC of 1.2 offline.")), Verdict.CONTRADICTION),
        (example(tell(result="AUC was 0.41 on the new market.")), Verdict.AMBIGUOUS),
        (
            example(
                tell(
                    result=(
                        "At 1% prevalence we have 50% precision, 80% recall and a false positive "
                        "rate of 0.8%."
                    )
                )
            ),
            Verdict.CONSISTENT,
        ),
        (
            example(
                tell(
                    result=(
                        "At 1% prevalence we have 50% precision, 80% recall and a false positive rate of 5%."
                    )
                )
            ),
            Verdict.CONTRADICTION,
        ),
        (example(tell(result="Precision 70%, recall 90%, and a macro F1 of 0.71.")), Verdict.AMBIGUOUS),
    ),
    misses=(
        example(tell(result="Precision went from 70% to 82% while recall stayed above 90%.")),
        example(tell(result="AUC rose from 0.71 to 0.78.")),
        example(tell(situation="Accuracy was 97% and 40% of the images were blurred.")),
        example(tell(situation="The ranker lost 4% AUC overnight.")),
        example(tell(action="Set the threshold to 0.7 after reading 200 errors.")),
    ),
    find=find,
)
