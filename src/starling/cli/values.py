"""What an option may say: a number within bounds, a day; a refusal in plain words."""

from __future__ import annotations

from datetime import date

import click


class Number(click.ParamType[int]):
    """A whole number, *low* to *high* where they are given."""

    name = "number"

    def __init__(self, low: int | None = None, high: int | None = None) -> None:
        self._low, self._high = low, high

    def convert(self, value: int | str, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """*value* as a number; a click error says which numbers can be meant."""
        try:
            number = int(value)
        except ValueError:
            self.fail(f"“{value}” is not a whole number.", param, ctx)
        if self._low is not None and number < self._low:
            self.fail(f"{number} is too small; the smallest is {self._low}.", param, ctx)
        if self._high is not None and number > self._high:
            self.fail(f"{number} is too large; the largest is {self._high}.", param, ctx)
        return number


class Day(click.ParamType[date]):
    """A day, as the settings write it."""

    name = "day"

    def convert(self, value: date | str, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """*value* as a day; a click error says how one is written."""
        from starling.settings import read_day

        day = read_day(value)
        if day is None:
            self.fail(f"“{value}” is not a day. Write year, month and day, as in 2026-12-09.", param, ctx)
        return day
