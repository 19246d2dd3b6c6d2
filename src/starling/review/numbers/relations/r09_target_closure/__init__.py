"""R9, target closure: what the telling set out to reach, against what its result says."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from starling.model.story import PartKind
from starling.review.numbers.closing import asides, closings
from starling.review.numbers.closing.ended import Closing, End, Told
from starling.review.numbers.quantities.quantity import Kind
from starling.review.numbers.quantities.sheet import Sheet
from starling.review.numbers.relation import Claim, Relation, Verdict
from starling.review.numbers.relations.r09_target_closure.said import advice, arithmetic
from starling.review.numbers.told.aims import AimKind
from starling.review.numbers.told.pledges import is_load
from starling.review.numbers.told.sums import in_order
from starling.review.reading.parts import told_in
from starling.review.rule import example, tell

_STANDING = re.compile(r"\bsl[ao]\b")
"""An agreement that was there before the story is no target of it."""
_CLAIMS_MET = "closing_phrases"
"""Where the result says that the goal was reached, nobody asks what became of it."""
_VERDICTS = {
    End.MET: Verdict.CONSISTENT,
    End.MISSED: Verdict.CONSISTENT,
    End.UNMET: Verdict.CONTRADICTION,
    End.SILENT: Verdict.AMBIGUOUS,
    End.LONGER: Verdict.AMBIGUOUS,
    End.PART: Verdict.AMBIGUOUS,
    End.RENAMED: Verdict.AMBIGUOUS,
    End.NEAR: Verdict.CONSISTENT,
    End.WITHIN: Verdict.CONSISTENT,
    End.STRAYED: Verdict.AMBIGUOUS,
    End.TORN: Verdict.AMBIGUOUS,
    End.PARTLY: Verdict.AMBIGUOUS,
    End.SHORT: Verdict.AMBIGUOUS,
    End.STRETCHED: Verdict.AMBIGUOUS,
    End.OTHER_SIZE: Verdict.AMBIGUOUS,
    End.OPEN: Verdict.UNVERIFIABLE,
}


def find(sheet: Sheet) -> Iterator[Claim]:
    """A claim for each aim that is answered, and for each of the task that is not."""
    ended = bool(told_in(sheet.reading, PartKind.RESULT))
    spoken_of = {_figure(closing) for closing in closings(sheet) if closing.end is not End.OPEN}
    for closing in closings(sheet):
        if closing.end is not End.OPEN:
            yield _claim(closing)
        elif ended and _figure(closing) not in spoken_of and _is_asked(sheet, closing):
            spoken_of.add(_figure(closing))
            yield _claim(closing)
    for closing in asides(sheet) if ended else ():
        yield _claim(closing)


def _figure(closing: Closing) -> tuple[Kind, Fraction]:
    """What was aimed at: a target that is told twice is asked about once."""
    return closing.aim.quantity.unit.kind, closing.aim.quantity.value()


def _is_asked(sheet: Sheet, closing: Closing) -> bool:
    """Whether a listener wrote the open target down: one of the task, or one called a target."""
    aim = closing.aim
    wanted = aim.quantity
    if wanted.high == 0 or (aim.planned and aim.kind is not AimKind.VALUE):
        return False
    bare = not (wanted.noun or wanted.per) and wanted.part is not PartKind.TASK
    if wanted.kind is Kind.COUNT and (bare or not (aim.named or (wanted.noun and is_load(wanted)))):
        return False
    given = aim.named and not aim.planned and _STANDING.search(sheet.before(wanted)) is None
    set_out = wanted.part is PartKind.TASK or given
    return set_out and sheet.reading.once(Told).phrase(_CLAIMS_MET) is None


def _claim(closing: Closing) -> Claim:
    aim, answers = closing.aim.quantity, closing.answers
    verdict = _VERDICTS[closing.end]
    return Claim(
        relation="R9",
        verdict=verdict,
        quantities=in_order(aim, *answers),
        arithmetic=lambda: arithmetic(closing),
        advice=lambda: advice(closing),
        subtype=str(closing.end),
        stated=closing.end is not End.WITHIN,
        escapable=verdict is Verdict.CONTRADICTION and closing.loose,
    )


RELATION = Relation(
    code="R9",
    summary="Every target and deadline that is set is answered, and the answer fits.",
    why="The interviewer writes the target down, waits for it in the result, and compares.",
    source="numbers-audit, R9",
    hits=(
        (
            example(
                tell(
                    situation="Scan errors were at 14%.",
                    task="I had to bring them to 8%.",
                    result="Scan errors fell to 9%.",
                )
            ),
            Verdict.AMBIGUOUS,
        ),
        (
            example(
                tell(
                    task="Bring scoring time under 30 minutes.",
                    action="I cached the joins.",
                    result="Scoring time is now 22 minutes.",
                )
            ),
            Verdict.CONSISTENT,
        ),
        (
            example(
                tell(
                    task="I had to ship the parser within five weeks.",
                    action="I cut two formats.",
                    result="We shipped it on schedule.",
                )
            ),
            Verdict.CONSISTENT,
        ),
        (
            example(
                tell(
                    task="Raise label agreement to at least 90%.",
                    action="I rewrote the guide.",
                    result="We fell short: label agreement ended at 86%.",
                )
            ),
            Verdict.CONSISTENT,
        ),
        (
            example(
                tell(
                    task="Bring the p95 latency of the ranker below 120 ms.",
                    action="I moved the features.",
                    result="We met the target: p95 latency is 180 ms.",
                )
            ),
            Verdict.CONTRADICTION,
        ),
        (
            example(
                tell(
                    task="I committed to cutting the sort time to 2 hours.",
                    action="I sorted in runs.",
                    result="The sort time is 2 hours 40 minutes, within target.",
                )
            ),
            Verdict.CONTRADICTION,
        ),
        (
            example(
                tell(
                    task="I had to deliver the importer within 4 weeks.",
                    action="I cut the scope.",
                    result="It was delivered on time, in 9 weeks.",
                )
            ),
            Verdict.CONTRADICTION,
        ),
        (
            example(
                tell(
                    task="We had 8 months of engineering effort planned.",
                    action="I led it.",
                    result="We completed the rewrite in 11 months.",
                )
            ),
            Verdict.AMBIGUOUS,
        ),
        (
            example(
                tell(
                    task="Serve 400 concurrent users with the new index.",
                    action="I sharded it.",
                    result="Recall rose from 71% to 83%.",
                )
            ),
            Verdict.UNVERIFIABLE,
        ),
        (
            example(
                tell(
                    situation="We were asked to lower maintenance costs by 30%.",
                    action="I moved the batch jobs.",
                    result="Operational efficiency rose by 45% (exceeding the 30% target).",
                )
            ),
            Verdict.AMBIGUOUS,
        ),
        (
            example(
                tell(
                    task="One build for all 7 depots.",
                    action="I wrote it.",
                    result="All 4 depots use it.",
                )
            ),
            Verdict.AMBIGUOUS,
        ),
        (
            example(
                tell(
                    task="Routing had to go from hours to minutes.",
                    action="I cut the graph in two.",
                    result="Routing went from 5 hours to 12 minutes.",
                )
            ),
            Verdict.CONSISTENT,
        ),
    ),
    misses=(
        example(
            tell(
                task="Find out why 3 of the 40 models drifted.",
                action="I compared the inputs.",
                result="We retrained all of them.",
            )
        ),
        example(
            tell(
                situation="Alerts fired when the lag passed 15 minutes.",
                action="I looked at 2 weeks of data.",
                result="The alert is quiet.",
            )
        ),
        example(
            tell(
                task="More sign-ups, with no more than 2% fewer visits.",
                action="I shortened the form.",
                result="Visits fell by 0.8%.",
            )
        ),
        example(
            tell(
                task="Lead a team of 6 engineers through the move.",
                action="I paired with each of them.",
                result="Everyone stayed.",
            )
        ),
        example(
            tell(
                task="Make the search useful again.",
                action="I offered two options, one of 2 weeks of research.",
                result="It works.",
            )
        ),
    ),
    find=find,
)
