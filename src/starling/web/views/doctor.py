"""What the doctor saw, as a page shows it."""

from __future__ import annotations

from dataclasses import dataclass

from starling.usecases.doctor import Check, Health, Trouble


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
    wrong = len(health.troubles)
    remarks = sum(len(check.troubles) for check in health.checks) - wrong
    headline = (
        ("One thing needs you" if wrong == 1 else f"{wrong} things need you")
        if wrong
        else (
            "Nothing is wrong, and one thing is worth knowing"
            if remarks == 1
            else f"Nothing is wrong, and {remarks} things are worth knowing"
        )
        if remarks
        else "Nothing is wrong in this folder"
    )
    repairs = any(each.repairs and not each.repaired for check in health.checks for each in check.troubles)
    return DoctorView(health.where, headline, tuple(map(_check, health.checks)), repairs)


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
    return TroubleRow(kind, word, trouble.what, trouble.where, trouble.try_this)
