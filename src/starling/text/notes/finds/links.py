"""Links, with the words they stand under."""

from __future__ import annotations

import re
from collections.abc import Sequence

from starling.model.notes import Link
from starling.text.notes.finds._headings import heading
from starling.text.notes.finds._page import Row

_LINK = re.compile(
    r"(?P<image>!?)\[(?P<text>[^\[\]\n]{0,300})\]"
    r"\((?P<url>[^()\s]{1,2000}+(?:\([^()\s]{0,200}+\)[^()\s]{0,300}+)?)[^()\n]{0,200}+\)"
    r"|<?(?P<bare>https?://[^\s<>\"'`|\]]{1,2000})"
)
_MOST_WORDS = 8
"""Words beside a link in a line that is there for the link."""


def find(rows: Sequence[Row]) -> tuple[tuple[Link, ...], dict[int, str]]:
    """Every link of the page, taken lines too; and the lines that are there for a link."""
    found: list[Link] = []
    claimed: dict[int, str] = {}
    for index, row in enumerate(rows):
        text = row.mark.line.text
        if "](" not in text and "://" not in text:
            continue
        links = [link for link in _LINK.finditer(text) if not _is_inside(link)]
        beside = _LINK.sub(" ", row.mark.text)
        about = " ".join(beside.strip(" -–—:()|*_").split())[:100] or heading(rows, index) or ""
        found.extend(_link(link, about, row.number) for link in links)
        if links and not row.taken and len(re.findall(r"\w+", beside)) <= _MOST_WORDS:
            claimed[index] = heading(rows, index) or ""
    return tuple(found), claimed


def _is_inside(link: re.Match[str]) -> bool:
    """Whether a link is a picture, or leads to another place of the same page."""
    return bool(link["image"]) or (link["url"] or "").startswith("#")


def _link(link: re.Match[str], about: str, line: int) -> Link:
    """A link under its own words, or under what its line is *about*."""
    url = link["url"] or link["bare"].rstrip(".,;:!?)*_")
    return Link((link["text"] or about).strip("*_` "), url, line)
