"""Fractions that are quick with one another: most numbers of a story are whole, or have a whole ratio."""

from __future__ import annotations

from fractions import Fraction
from math import gcd
from typing import Any


class Exact(Fraction):
    """A ``Fraction`` in value and behaviour, several times as quick with its own kind.

    What it makes with any fraction is exact again.
    """

    __slots__ = ()
    _numerator: int
    _denominator: int

    def __mul__(self, other: Any) -> Any:
        """The product."""
        if type(other) is Exact:
            return _lowest(self._numerator * other._numerator, self._denominator * other._denominator)
        if type(other) is int:
            return _lowest(self._numerator * other, self._denominator)
        return exact(super().__mul__(other))

    __rmul__ = __mul__

    def __truediv__(self, other: Any) -> Any:
        """The quotient; raises ``ZeroDivisionError``."""
        if type(other) is Exact and other._numerator > 0:
            return _lowest(self._numerator * other._denominator, self._denominator * other._numerator)
        return exact(super().__truediv__(other))

    def __rtruediv__(self, other: Any) -> Any:
        """The quotient the other way round; raises ``ZeroDivisionError``."""
        if type(other) is int and self._numerator > 0:
            return _lowest(other * self._denominator, self._numerator)
        return exact(super().__rtruediv__(other))

    def __add__(self, other: Any) -> Any:
        """The sum."""
        if type(other) is not Exact:
            return exact(super().__add__(other))
        a, b, c, d = self._numerator, self._denominator, other._numerator, other._denominator
        return _lowest(a + c, b) if b == d else _lowest(a * d + c * b, b * d)

    __radd__ = __add__

    def __sub__(self, other: Any) -> Any:
        """The difference."""
        if type(other) is not Exact:
            return exact(super().__sub__(other))
        a, b, c, d = self._numerator, self._denominator, other._numerator, other._denominator
        return _lowest(a - c, b) if b == d else _lowest(a * d - c * b, b * d)

    def __rsub__(self, other: Any) -> Any:
        """The difference the other way round."""
        return exact(super().__rsub__(other))

    def __eq__(self, other: object) -> bool:
        """Whether both are one number."""
        if type(other) is Exact:
            return self._numerator == other._numerator and self._denominator == other._denominator
        if type(other) is int:
            return self._denominator == 1 and self._numerator == other
        return super().__eq__(other)

    __hash__ = Fraction.__hash__

    def __lt__(self, other: Any) -> bool:
        """Whether it is less."""
        if type(other) is Exact:
            return self._numerator * other._denominator < other._numerator * self._denominator
        if type(other) is int:
            return self._numerator < other * self._denominator
        return super().__lt__(other)

    def __gt__(self, other: Any) -> bool:
        """Whether it is more."""
        if type(other) is Exact:
            return self._numerator * other._denominator > other._numerator * self._denominator
        if type(other) is int:
            return self._numerator > other * self._denominator
        return super().__gt__(other)

    def __le__(self, other: Any) -> bool:
        """Whether it is not more."""
        if type(other) is Exact:
            return self._numerator * other._denominator <= other._numerator * self._denominator
        if type(other) is int:
            return self._numerator <= other * self._denominator
        return super().__le__(other)

    def __ge__(self, other: Any) -> bool:
        """Whether it is not less."""
        if type(other) is Exact:
            return self._numerator * other._denominator >= other._numerator * self._denominator
        if type(other) is int:
            return self._numerator >= other * self._denominator
        return super().__ge__(other)

    def __abs__(self) -> Exact:
        """The number without its sign."""
        return self if self._numerator >= 0 else _made(-self._numerator, self._denominator)


def exact(value: Any) -> Any:
    """A whole number or fraction as an ``Exact``; anything else as it is."""
    if type(value) is Exact or not isinstance(value, int | Fraction):
        return value
    return _made(value.numerator, value.denominator)


def ratio(numerator: int, denominator: int = 1) -> Exact:
    """*numerator* over a positive *denominator*."""
    return _lowest(numerator, denominator)


def _lowest(numerator: int, denominator: int) -> Exact:
    """The fraction in lowest terms."""
    if denominator != 1:
        shared = gcd(numerator, denominator)
        if shared != 1:
            return _made(numerator // shared, denominator // shared)
    return _made(numerator, denominator)


def _made(numerator: int, denominator: int) -> Exact:
    made = object.__new__(Exact)
    made._numerator = numerator
    made._denominator = denominator
    return made
