"""The review and the numbers of any notes, for programs: nothing is kept, and no page shows it."""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated

from fastapi import APIRouter, Form, Query

from starling.model.report import Level, QuestionType
from starling.usecases.check import Checked, check_bank, check_notes
from starling.usecases.numbers import Numbers, numbers_in_notes
from starling.usecases.rules import choose_rules
from starling.web.late import LateRoute
from starling.web.respond import Work, tell
from starling.web.sent import Read

router = APIRouter(tags=["check"], route_class=LateRoute)

Story = Annotated[list[str] | None, Query()]
Asked = Annotated[QuestionType | None, Form()]
For = Annotated[Level | None, Form()]


@tell(router, "/check")
def check_kept(work: Work, story: Story = None) -> Checked:
    """Review every story of the folder, or those that are named."""
    return check_bank(work, story or ())


@tell(router, "/check", "POST")
def check(work: Work, notes: Read, asked: Asked = None, level: For = None) -> Checked:
    """Review the stories in a text or in files; nothing is kept."""
    brief = replace(work.brief, question_type=asked, level=level or work.brief.level)
    return check_notes(notes, brief, choose_rules(work.only, work.ignore))


@tell(router, "/numbers", "POST")
def numbers(notes: Read) -> Numbers:
    """Every figure of the stories in a text or in files, and how they fit together; nothing is kept."""
    return numbers_in_notes(notes)
