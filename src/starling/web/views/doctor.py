"""What the doctor saw, as a page shows it."""

from __future__ import annotations

from dataclasses import dataclass

from starling.usecases.doctor import Check, Health, Trouble
from starling.web.views.advice import on_a_page


@dataclass(frozen=True, slots=True)
class TroubleRow:
    """One trouble or remark, with the word for its kind."""

    kind: str
    word: str
    what: str
    where: str
    try_this: str


@dataclass(frozen=True, slots=True)
class CheckRow:
    """One thing that was looked over."""

    name: str
    found: str
    troubles: tuple[TroubleRow, ...]


@dataclass(frozen=True, slots=True)
class DoctorView:
    """Everything that was looked over; ``repairs`` says that something can be made anew."""

    where: str
    headline: str
    checks: tuple[CheckRow, ...]
    repairs: bool


def doctor_view(health: Health) -> DoctorView:
    """What is wrong, and what is only to be known."""
    told = [each for check in health.checks for each in check.troubles]
    repairs = any(each.repairs and not each.repaired for each in told)
    headline = _headline(len(health.troubles), len(told))
    return DoctorView(health.where, headline, tuple(map(_check, health.checks)), repairs)


def _headline(wrong: int, told: int) -> str:
    if wrong:
        return "One thing needs you" if wrong == 1 else f"{wrong} things need you"
    if told:
        known = "one thing is" if told == 1 else f"{told} things are"
        return f"Nothing is wrong, and {known} worth knowing"
    return "Nothing is wrong in this folder"


def repaired_text(health: Health) -> str:
    """What was made anew, in a sentence."""
    count = sum(each.repaired for check in health.checks for each in check.troubles)
    return "The cache is cleared." if not count else f"Made anew: {count}. The cache is cleared."


def _check(check: Check) -> CheckRow:
    return CheckRow(check.name, check.found, tuple(map(_trouble, check.troubles)))


def _trouble(trouble: Trouble) -> TroubleRow:
    kind, word = ("clash", "Mend") if trouble.grave else ("gap", "Worth knowing")
    if trouble.repaired:
        kind, word = "ok", "Mended"
    return TroubleRow(kind, word, trouble.what, trouble.where, on_a_page(trouble.try_this).words)
