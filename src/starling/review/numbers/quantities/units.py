"""The units of ``content/units.toml``, looked up by the words that follow a number."""

from __future__ import annotations

from fractions import Fraction
from functools import cache

from starling.content import load
from starling.review.numbers.quantities.exact import exact
from starling.review.numbers.quantities.quantity import Kind, Unit

MONEY = Unit("money", Kind.MONEY)
COUNT = Unit("", Kind.COUNT)
TIMES = Unit("times", Kind.RATIO)
PERCENT = Unit("percent", Kind.SHARE)
POINTS = Unit("percentage point", Kind.POINTS)

SCALES = {
    "k": 10**3, "thousand": 10**3, "m": 10**6, "mn": 10**6, "mm": 10**6, "mio": 10**6, "million": 10**6,
    "b": 10**9, "bn": 10**9, "billion": 10**9, "trillion": 10**12, "lakh": 10**5, "lakhs": 10**5,
    "crore": 10**7, "crores": 10**7, "hundred": 100,
}  # fmt: skip
"""Words and letters that multiply the number before them."""

CURRENCIES = frozenset(
    "dollar dollars usd euro euros eur pounds gbp inr rupees francs chf cad aud sgd yen jpy yuan rmb cny "
    "reais brl pln zł zloty zlotys kr sek nok dkk kroner kronor".split()
)


@cache
def units() -> dict[str, Unit]:
    """Every name of every unit, in lower case, with its plural."""
    found: dict[str, Unit] = {}
    for kind, entries in load.table("units.toml").items():
        for name, entry in entries.items():
            readings = tuple(exact(Fraction(entry[key])) for key in ("base", "second") if key in entry)
            unit = Unit(name, Kind[kind.upper()], readings)
            for word in (name, f"{name}s", *entry["names"]):
                found[word] = unit
    return found
