"""What notes hold besides stories: questions, check-lists, principles, reminders, plans and links."""

from __future__ import annotations

from collections.abc import Sequence

from starling.model.notes import Notes, Region, RegionKind
from starling.text.notes.finds import checklist, links, notes_to_self, plan, principles, questions
from starling.text.notes.finds._page import page
from starling.text.notes.finds._regions import Claim, regions
from starling.text.notes.marks import Mark

__all__ = ["find_rest"]


def find_rest(found: Sequence[Mark], taken: Sequence[Region]) -> Notes:
    """What the lines outside the *taken* regions hold, and what became of each of them.

    The links are those of all lines; the regions cover the lines that nobody took.
    """
    rows = page(found, taken)
    named, principle_lines = principles.find(rows)
    asked, question_lines = questions.find(rows, principle_lines)
    boxes, box_lines = checklist.find(rows)
    planned, plan_lines = plan.find(rows)
    linked, link_lines = links.find(rows)
    busy = {*question_lines, *box_lines, *principle_lines, *plan_lines, *link_lines}
    reminders, reminder_lines = notes_to_self.find(rows, busy)
    claims = (
        Claim(RegionKind.PRINCIPLES, principle_lines, [each.line for each in named]),
        Claim(RegionKind.CHECKLIST, box_lines, [each.line for each in boxes]),
        Claim(RegionKind.PLAN, plan_lines, [each.line for each in planned]),
        Claim(RegionKind.QUESTIONS, question_lines, [each.line for each in asked]),
        Claim(RegionKind.LINKS, link_lines, [each.line for each in linked]),
        Claim(RegionKind.NOTE_TO_SELF, reminder_lines),
    )
    return Notes(
        source="",
        questions=asked,
        checklist=boxes,
        principles=named,
        notes_to_self=reminders,
        plan=planned,
        links=linked,
        regions=regions(rows, claims),
    )
