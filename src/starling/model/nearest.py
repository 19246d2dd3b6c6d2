"""The nearest of the names that exist, for a person who wrote one that does not."""

from __future__ import annotations

import difflib
from collections.abc import Iterable

_LIKE = 0.5
"""How like a name must be to be meant, 0 to 1 (difflib's ratio); half is a typo or two in a short word."""

LOOSELY = 0.3
"""The same for long names, of which people write the one word that they remember."""

_NAMED = 8
"""Names that are listed where none is near."""


def did_you_mean(name: str, known: Iterable[str], otherwise: str = "", *, like: float = _LIKE) -> str:
    """What to try in place of *name*: the nearest of the *known* ones, or else *otherwise*."""
    near = difflib.get_close_matches(name, sorted(known), 1, cutoff=like)
    return f"Did you mean {near[0]}?" if near else otherwise


def nearest(name: str, known: Iterable[str]) -> str:
    """What to try in place of *name*, in any case: the nearest of the *known* ones, or else some of them."""
    names = sorted(known)
    others = " and others" if len(names) > _NAMED else ""
    listed = f"There are {', '.join(names[:_NAMED])}{others}." if names else ""
    return did_you_mean(name.lower(), names, listed)
