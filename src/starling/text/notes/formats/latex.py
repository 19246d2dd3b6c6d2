"""LaTeX, as the Markdown that means the same."""

from __future__ import annotations

import re

from starling.model.story import Line
from starling.text.notes.formats._format import Format, Read
from starling.text.notes.formats._rewrite import at, cut
from starling.text.notes.formats._source import Source
from starling.text.notes.labels import meanings

_LEVELS = {"part": 1, "chapter": 1, "section": 2, "subsection": 3, "subsubsection": 4, "title": 1}
_HEADING = re.compile(
    rf"[ \t]*\\({'|'.join(_LEVELS)})\*?(?:\[[^\]\n]*\])?\{{(?P<title>.*)\}}"
    r"[ \t]*(?:\\label\{[^{}\n]*\})?[ \t]*$"
)
_LABEL = re.compile(
    r"[ \t]*(?:\\item[ \t]*)?\\(?:textbf|textit|emph|underline|paragraph|subparagraph|textsc|cventry"
    r"|begin\{\w{0,12}b(?:lock|ox)\})\*?"
    r"\{(?P<words>[^{}\n]{1,80})\}(?P<colon>[ \t]*[:.]?)"
)
_ITEM = re.compile(r"[ \t]*\\item[ \t]*(?:\[(?P<words>[^\[\]\n]{1,80})\])?[ \t]*")
_OWN = re.compile(r"[ \t]*\\(?:begin\{(?P<name>\w{1,20})\}|(?P<macro>[a-zA-Z]{1,20})\{)[ \t]*")
_TITLED = re.compile(
    r"[ \t]*\\begin\{\w{0,20}?(?:story|star|example|scenario|case|frame)\w{0,20}\}"
    r"[{\[](?P<title>[^{}\[\]]{1,200})[}\]][ \t]*$"
)
_AROUND = re.compile(
    r"[ \t]*\\(?:begin|end|usepackage|documentclass|maketitle|newcommand|renewcommand|vspace|hspace|newpage"
    r"|clearpage|tableofcontents|setlength|pagestyle|author|date)\b"
)
_COMMENT = re.compile(r"(?<!\\)%.*$")
_BOLD = re.compile(r"\\textbf\{([^{}\n]{1,300})\}")
_LINK = re.compile(r"\\href\{([^{}\n]{1,500})\}\{([^{}\n]{1,300})\}")
_COMMAND = re.compile(r"\\[a-zA-Z]+\*?(?:\[[^\[\]\n]{0,80}\])?\{([^{}\n]*)\}")
_BARE = re.compile(r"\\\\(?:\[[^\]\n]*\])?|\\[a-zA-Z]+\b[ \t]?(?!\{)")
_ESCAPED = re.compile(r"\\([%&$#_{} ])")
_DEEPEST = 4
_STORY_LEVEL = 4
"""The level of the title that an environment of the author's own has: below their sections."""
_SEEN = re.compile(r"^[ \t]*\\(?:documentclass|begin\{document\}|(?:sub)*section\*?\{|item\b)", re.MULTILINE)


def looks_like(text: str) -> bool:
    """Whether some line of *text* is a section, an item or the beginning of a LaTeX document."""
    return _SEEN.search(text) is not None


def to_lines(text: str) -> Read:
    """Every line as Markdown; sections, labels, items, links and signs are translated."""
    lines = Source(text).lines()
    starts = (number for number, line in enumerate(lines) if "\\begin{document}" in line.text)
    body = next(starts, -1)
    rows = ([at(line, "")] if number <= body else _line(line) for number, line in enumerate(lines))
    return tuple(line for row in rows for line in row), ()


def _line(line: Line) -> list[Line]:
    line = at(line, _COMMENT.sub("", line.text)) if "%" in line.text else line
    heading = _HEADING.match(line.text) or _TITLED.match(line.text)
    if heading:
        level = _LEVELS.get(heading[1], _STORY_LEVEL)
        return [at(line, f"{'#' * level} {_inline(heading['title'])}")]
    return list(map(_plain, _structure(line)))


def _structure(line: Line) -> list[Line]:
    """A label, an item or what only stands around the text; any other line is text."""
    text = line.text
    label, item, own = _LABEL.match(text), _ITEM.match(text), _OWN.match(text)
    if label and (label["colon"].strip() or label["words"].strip()[-1:] in ":." or _known(label["words"])):
        bullet = "- " if "item" in text[: label.start("words")] else ""
        return cut(line, f"{bullet}**{label['words'].strip()}**{label['colon'].strip()}", label.end())
    if item:
        words = item["words"]
        return (
            cut(line, f"- **{words.rstrip(':')}:**", item.end())
            if words
            else [at(line, "- " + text[item.end() :])]
        )
    if own and _known(own["name"] or own["macro"]):
        closed = at(line, text[:-1] if own["macro"] and text.endswith("}") else text)
        return cut(closed, f"**{(own['name'] or own['macro']).capitalize()}:**", own.end())
    return [at(line, "" if _AROUND.match(text) else text)]


def _known(words: str) -> bool:
    found = meanings(words)
    return bool(found) and found[0].sure


def _plain(line: Line) -> Line:
    text = _inline(line.text)
    return at(line, "" if text.strip() in ("{", "}") else text)


def _inline(text: str) -> str:
    if not any(sign in text for sign in "\\~`'-"):
        return text
    text = _LINK.sub(r"[\2](\1)", _BOLD.sub(r"**\1**", text))
    for _ in range(_DEEPEST):
        text = _COMMAND.sub(r"\1", text)
    text = _ESCAPED.sub(r"\1", _BARE.sub("", text))
    return text.replace("``", "“").replace("''", "”").replace("---", "—").replace("--", "–").replace("~", " ")


_STORY = r"""\documentclass{article}
\begin{document}
\section{The outage}
\textbf{Situation:} All \emph{pages} failed, 5\% of them twice. % ask
\begin{itemize}
\item[Action] I looked.
\item Then I slept.
\end{itemize}
\end{document}"""

FORMAT = Format(
    suffixes=(".tex", ".latex"),
    looks_like=looks_like,
    to_lines=to_lines,
    reads=(
        (
            _STORY,
            (
                "## The outage",
                "**Situation:**",
                "All pages failed, 5% of them twice.",
                "- **Action:**",
                "I looked.",
                "- Then I slept.",
            ),
        ),
    ),
    refuses=("# Markdown\n\n$\\alpha$", "a \\section in prose", "plain text", ""),
)
