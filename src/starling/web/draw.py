"""Drawings as SVG text. No viewBox: x in per cent, y in pixels, so a drawing stretches and its text does not.

Colours come from the style sheet by class, so that themes, print and forced colours follow.
"""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from markupsafe import Markup

_STEP = 13
_BAR = 208


def clock(seconds: float) -> str:
    """Seconds as minutes and seconds: 137 is 2:17."""
    whole = round(seconds)
    return f"{whole // 60}:{whole % 60:02d}"


def star(shares: Sequence[tuple[str, str, int]]) -> Markup:
    """The balance of a story: (letter, name, share of its words in per cent); empty parts are left out."""
    told = [each for each in shares if each[2] > 0]
    label = "Share of words: " + ", ".join(f"{name} {share}%" for _, name, share in told)
    pieces: list[str] = []
    x = 0
    for letter, _, share in told:
        pieces.append(_block(letter, x, share))
        x += share
    return _svg("star", "100%", 54, label, pieces)


def _block(letter: str, x: int, share: int) -> str:
    """One part; where it is too narrow for its letter, that stands below and ends with it."""
    block = f'<rect class="star-{letter}" x="{x}%" y="0" width="{share - 0.5}%" height="30" rx="3"/>'
    if share < 6:  # noqa: PLR2004 - a letter does not fit into less
        at = f'x="{x + share}%" text-anchor="end"' if x else 'x="0%"'
        return f'{block}<text class="star-p" {at} y="48">{letter} {share}%</text>'
    name = f'<text class="star-l" x="{x}%" dx="9" y="20.5">{letter}</text>'
    return f'{block}{name}<text class="star-p" x="{x}%" y="48">{share}%</text>'


def glyph(fit: str) -> Markup:
    """One cell of the coverage: a disc is strong, a half partly, a dashed ring untold, a ring nothing."""
    return Markup('<svg class="glyph" width="18" height="18" aria-hidden="true">{}</svg>').format(
        Markup(_disc(fit, 9, 9, 6.5))  # noqa: S704 - drawn from numbers
    )


def dots(fits: Sequence[str], label: str = "") -> Markup:
    """A row of discs, one for each fit."""
    pieces = [_disc(fit, index * _STEP + 5.5, 7, 4.5) for index, fit in enumerate(fits)]
    return _svg("dots", str(max(1, len(fits)) * _STEP), 14, label, pieces)


def _disc(fit: str, x: float, y: float, r: float) -> str:
    if fit == "strong":
        return f'<circle class="g-full" cx="{x}" cy="{y}" r="{r}"/>'
    if fit == "partly":
        half = f'<path class="g-full" d="M{x} {y - r}a{r} {r} 0 0 0 0 {2 * r}z"/>'
        return f'<circle class="g-ring" cx="{x}" cy="{y}" r="{r - 0.6}"/>{half}'
    kind = "g-dash" if fit == "angle" else "g-ring g-faint"
    return f'<circle class="{kind}" cx="{x}" cy="{y}" r="{r - 0.6}"/>'


def meter(parts: Sequence[tuple[str, float]], label: str = "") -> Markup:
    """A thin bar of (class, share); the shares sum to 1."""
    pieces: list[str] = []
    x = 0.0
    for kind, share in parts:
        width = share * _BAR
        if width > 0:
            size = max(width - 1.5, 1)
            pieces.append(f'<rect class="{kind}" x="{x:.1f}" y="3" width="{size:.1f}" height="8" rx="2"/>')
        x += width
    return _svg("meter", str(_BAR), 14, label, pieces)


def lengths(seconds: Sequence[float], zone: tuple[float, float], label: str = "") -> Markup:
    """Each story's spoken length over the minutes that a telling may take; *zone* in seconds."""
    longest = max(1.2 * zone[1], *seconds, 1.0)

    def at(second: float) -> float:
        return 4 + second / longest * (_BAR - 8)

    low, high = zone
    pieces = [
        f'<rect class="zone" x="{at(low):.1f}" y="1" width="{at(high) - at(low):.1f}" height="14" rx="2"/>',
        f'<line class="axis" x1="4" x2="{_BAR - 4}" y1="8" y2="8"/>',
    ]
    for each in sorted(seconds):
        kind = "g-full" if low <= each <= high else "g-ring g-on-paper"
        pieces.append(f'<circle class="{kind}" cx="{at(each):.1f}" cy="8" r="4"/>')
    for end in sorted({low, high, *range(60, int(high), 60)} - {0}):
        text = f"{end / 60:g}"
        pieces.append(f'<text class="tiny" x="{at(end):.1f}" y="25" text-anchor="middle">{text}</text>')
    return _svg("strip", str(_BAR), 26, label, pieces)


def _svg(kind: str, width: str, height: int, label: str, pieces: Sequence[str]) -> Markup:
    """The drawing, with the same facts in words for who does not see it; "" where they stand beside it."""
    said = f'role="img" aria-label="{escape(label)}"' if label else 'aria-hidden="true"'
    head = f'<svg class="{kind}" width="{width}" height="{height}" {said}>'
    return Markup(head + "".join(pieces) + "</svg>")  # noqa: S704 - drawn from numbers; the label is escaped
