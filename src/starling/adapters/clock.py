"""The calendar and the clock of this computer."""

from __future__ import annotations

from datetime import UTC, date, datetime


class SystemClock:
    """The date and the time of this computer (port: Clock)."""

    def today(self) -> date:
        """Today."""
        return date.today()  # noqa: DTZ011 - the day on the user's own calendar

    def now(self) -> datetime:
        """The moment that is now."""
        return datetime.now(UTC)
