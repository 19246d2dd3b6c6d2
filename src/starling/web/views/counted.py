"""Numbers with their words, and lists as a sentence has them."""

from __future__ import annotations

from collections.abc import Sequence


def count(number: int, one: str, many: str = "") -> str:
    """A number with its word: "1 story", "2 stories"; *many* is *one* with an "s" where it is not given."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def joined(parts: Sequence[str]) -> str:
    """Parts of a sentence with commas, and an "and" before the last."""
    if len(parts) < 3:  # noqa: PLR2004 - two need no comma
        return " and ".join(parts)
    return f"{', '.join(parts[:-1])}, and {parts[-1]}"
