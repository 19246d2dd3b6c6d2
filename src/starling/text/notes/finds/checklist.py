"""Check-lists: boxes and ticks, each with its state."""

from __future__ import annotations

import re
from collections.abc import Sequence

from starling.model.notes import ChecklistItem
from starling.text.notes.finds._headings import heading
from starling.text.notes.finds._page import Row

_BOX = re.compile(r"\[([ xX✓✔])\]$")
_SIGN = re.compile(r"(?P<done>[✅☑✔✓🗹])|(?P<open>[☐⬜🔲❏❑□✗✘])|(?P<bad>[❌❎🚫⛔])")
_STATE = re.compile(
    r"\b(?:ready|done|status|progress|prepared|practi[sc]ed|to ?do|check ?-?list|before|have|written"
    r"|rehearsed)\b",
    re.IGNORECASE,
)
"""What a heading says over crosses that mean "not yet" and not "do not"."""


def find(rows: Sequence[Row]) -> tuple[tuple[ChecklistItem, ...], dict[int, str]]:
    """The boxes, and the lines they stand on with their heading."""
    advice = _advice(rows)
    items: list[ChecklistItem] = []
    claimed: dict[int, str] = {}
    for index, row in enumerate(rows):
        done = _state(rows, index)
        if done is None or row.taken or not row.text or row.under[:1] in advice:
            continue
        under = heading(rows, index)
        items.append(ChecklistItem(row.text, row.number, done, under))
        claimed[index] = under or ""
    return tuple(items), claimed


def _state(rows: Sequence[Row], index: int) -> bool | None:
    """Whether the box of a line is ticked; None for a line without one."""
    row = rows[index]
    box = _BOX.search(row.mark.bullet)
    if box:
        return box[1] != " "
    sign = _SIGN.match(row.mark.text)
    if sign is None or row.heading or not (row.item or _has_twin(rows, index)):
        return None
    return sign["done"] is not None


def _has_twin(rows: Sequence[Row], index: int) -> bool:
    """Whether the line before or after begins with a sign too, so that a lone sign in a title is none."""
    near = (rows[at].mark.text for at in (index - 1, index + 1) if 0 <= at < len(rows))
    return any(_SIGN.match(text) for text in near)


def _advice(rows: Sequence[Row]) -> set[tuple[int, ...]]:
    """The sections that mix ticks and crosses: they say what to do and what not to do, not what is done."""
    signs = ((row.under[:1], _SIGN.match(row.mark.text)) for row in rows)
    crossed = {under for under, sign in signs if sign and sign["bad"]}
    return {under for under in crossed if not (under and _STATE.search(rows[under[0]].text))}
