"""A story that Starling cannot read gets no score and no finding."""

from __future__ import annotations

from starling.model.report import Brief
from starling.review.rule import tell
from starling.usecases.review import review
from starling.usecases.rules import choose_rules

GERMAN = tell(
    situation="Der nächtliche Lauf wurde jede Woche später fertig, und die Berichte kamen erst am Mittag.",
    action="Ich habe den Lader neu geschrieben, weil der alte jedes Bild zweimal kopierte.",
)


def test_another_language_is_not_assessed() -> None:
    """
    Nothing is said about a story in another language but that it was not looked at.
    """
    (report,) = review([GERMAN], Brief(), choose_rules())

    assert () == report.findings
    assert () == report.follow_ups
    assert {None} == {each.score for each in report.assessments}
    assert ["all rules"] == [each.rule for each in report.not_run]
    assert () == report.ran
