"""Values as TOML writes them."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import date


def rows(table: Mapping[str, object]) -> list[str]:
    """The keys of a table, one a row."""
    return [f"{key} = {toml(value)}" for key, value in table.items()]


def toml(value: object) -> str:
    """A text, a day, a list or a table on one line; what JSON writes for a text, TOML reads.

    Raises TypeError for anything else.
    """
    if isinstance(value, str):
        return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Mapping):
        return f"{{{', '.join(rows(value))}}}"
    if isinstance(value, Sequence):
        return f"[{', '.join(map(toml, value))}]"
    raise TypeError(type(value))
