"""Whether counts behind another are its parts: "9 teams (5 here, 4 in Turin)", not "3 sites (20 hosts)"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from fractions import Fraction

from starling.content import load
from starling.review.numbers.quantities.exact import ratio
from starling.review.numbers.quantities.quantity import Quantity
from starling.review.numbers.quantities.sheet import Sheet

_SLIP = ratio(1, 4)
_SHORT_NAME = 4
_OTHERS = re.compile(r"\b(?:rest|others?|remaining|some|several|myself|me|plus|etc)\b|\d")
GROUP = re.compile(r"\b(?:team|group|squad|crew|panel) of $")
_NONE = ratio(0)


def divides(sheet: Sheet, whole: Quantity, parts: Sequence[Quantity]) -> bool:
    """Whether the parts are kinds of the whole ("4 internal"), not things of their own ("20 endpoints")."""
    between = sheet.between(whole, parts[0]).strip() if parts else ""
    after = sheet.after(parts[-1], 48) if parts else ""
    if not parts or _OTHERS.search(after.partition(")")[0] if between == "(" else after):
        return False
    opened = between in ("(", ":") or (between.endswith(":") and _nearly(whole, parts))
    people = load.vocabulary("persons")
    if opened and all(_may_be_people(part.noun, people) for part in parts) and _is_people(sheet, whole):
        return True
    kinds = all(part.noun == whole.noun or not part.noun.endswith("s") for part in parts)
    return opened and kinds and any(part.low < whole.low for part in parts)


def _is_people(sheet: Sheet, whole: Quantity) -> bool:
    noun = whole.noun.removesuffix("s")
    return noun in load.vocabulary("persons") or GROUP.search(sheet.before(whole)) is not None


def _may_be_people(noun: str, people: AbstractSet[str]) -> bool:
    """Whether a part of a team can be called so: "5 engineers", "3 backend", "2 PMs"."""
    return noun.removesuffix("s") in people or noun[-1:] != "s" or len(noun) <= _SHORT_NAME


def _nearly(whole: Quantity, parts: Sequence[Quantity]) -> bool:
    """Whether the parts come so near their whole that no other sense of them does: "88 faults in May: …"."""
    told: Fraction = sum((part.low for part in parts), _NONE)
    gap = abs(told - whole.low)
    return bool(gap <= whole.low * _SLIP)
