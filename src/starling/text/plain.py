"""Markdown marks masked by spaces of the same length, so that every offset stays true."""

from __future__ import annotations

import re

_CODE_FENCE = re.compile(r"^[ \t]*(`{3,}+|~{3,}+)[^\n]*+\n(?:.*\n)*?[ \t]*\1[^\n]*$", re.MULTILINE)
_MARKS = re.compile(
    r"<!--(?:(?!<!--).)*?-->"
    r"|</?[a-zA-Z][^<>\n]{0,200}>"
    r"|!?\[(?=[^\[\]\n]*\]\()"  # the bracket that opens a link
    r"|\]\([^()\n]*\)"  # its target
    r"|(?!(?<=\d)\*\d|(?<=\w )\* \d)\*+"  # not the sign of a product: "40 * 25"
    r"|`+|~~|(?<!\w)_+(?=\w)|(?<=\w)_+(?!\w)"
    r"|^[ \t]*(?:>[ \t]?)+"
    r"|^[ \t]*#{1,6}[ \t]",
    re.MULTILINE | re.DOTALL,
)
_ANY = "*`_~<>#]"
"""What every mark holds one of; most sentences hold none, and looking for all marks is dear."""


def _blank(match: re.Match[str]) -> str:
    return re.sub(r"[^\n]", " ", match.group())


def plain(text: str) -> str:
    """*text* with code blocks and inline marks blanked out; same length, same line feeds."""
    if not any(map(text.__contains__, _ANY)):
        return text
    if "```" in text or "~~~" in text:
        text = _CODE_FENCE.sub(_blank, text)
    return _MARKS.sub(_blank, text)
