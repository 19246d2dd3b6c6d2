"""Word documents, as the same lines of Markdown; a line's number is that of its paragraph."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import ZipFile

from starling.model.problem import UnreadableError
from starling.model.story import Line
from starling.text.notes.formats._format import Read
from starling.text.notes.formats._tables import unfold_tables

if TYPE_CHECKING:
    from docx.document import Document
    from docx.table import Table
    from docx.text.paragraph import Paragraph

_LEVEL = re.compile(r"heading (\d)")
_LARGEST = 32 * 2**20
"""Bytes of a document unpacked: a small archive may hold gigabytes, and marks take more room than words."""

_DEEPEST = 8
"""The deepest of the nine levels that a list has in Word, counted from 0."""


def to_lines_docx(data: bytes) -> Read:
    """The paragraphs, lists and tables of a Word document as lines of Markdown.

    Raises UnreadableError where python-docx is not installed or *data* is no
    Word document.
    """
    read = _reader()
    try:
        lines = _lines(read(BytesIO(data))) if _unpacked(data) <= _LARGEST else None
    except Exception as error:  # the library raises whatever a broken document provokes
        raise UnreadableError(
            f"This is not a Word document that can be read ({type(error).__name__}).",
            try_this="Open it in your editor, save it again as .docx or as text, and import that.",
        ) from error
    if lines is None:
        raise UnreadableError(
            f"Unpacked, this Word document is larger than notes are: {_LARGEST // 2**20} MB are read.",
            try_this="Save the part with your stories as a document of its own, and import that.",
        )
    return unfold_tables(lines), ()


def _reader() -> Callable[[BytesIO], Document]:
    try:
        import docx  # noqa: PLC0415 - an extra
    except ImportError:
        raise UnreadableError(
            "Reading Word documents needs python-docx.",
            try_this="Run  .venv/bin/pip install python-docx  or save the document as text and import that.",
        ) from None
    return docx.Document


def _lines(document: Document) -> list[Line]:
    from docx.table import Table  # noqa: PLC0415 - 13 MB that only a Word document needs

    lines: list[Line] = []
    number = 0
    for block in document.iter_inner_content():
        rows = _table(block) if isinstance(block, Table) else [_paragraph(block)]
        for row in rows:
            number += 1
            lines.extend(Line(text, number) for text in row)
    return lines


def _unpacked(data: bytes) -> int:
    """The bytes of all files in the archive that a Word document is."""
    with ZipFile(BytesIO(data)) as archive:
        return sum(each.file_size for each in archive.infolist())


def _paragraph(paragraph: Paragraph) -> list[str]:
    """The lines of one paragraph; soft line breaks part them."""
    style = ((paragraph.style.name if paragraph.style is not None else "") or "").lower()
    heading = _LEVEL.match(style)
    if heading or style == "title":
        level = min(6, int(heading[1])) if heading else 1
        return ["", f"{'#' * max(1, level)} {' '.join(paragraph.text.split())}"]
    mark = _bullet(paragraph, style)
    first, *rest = _marked(paragraph).split("\n")
    return [*([] if mark else [""]), mark + first, *rest]


def _bullet(paragraph: Paragraph, style: str) -> str:
    properties = paragraph._p.pPr  # noqa: SLF001 - the library has no public name for numbering
    numbering = properties.numPr if properties is not None else None
    if numbering is None and not style.startswith("list"):
        return ""
    level = getattr(getattr(numbering, "ilvl", None), "val", 0)
    return "  " * min(int(level), _DEEPEST) + "- "


def _marked(paragraph: Paragraph) -> str:
    """The text of a paragraph with its bold runs between asterisks."""
    pieces: list[str] = []
    bold = False
    for run in paragraph.runs:
        if run.text.strip() and bool(run.bold) is not bold:
            bold = not bold
            pieces.append("**")
        pieces.append(run.text)
    text = "".join(pieces) + "**" * bold
    return re.sub(r"[ \t]{1,9}\*\*(?=[ \t\n]|$)", "** ", text) if pieces else paragraph.text


def _table(table: Table) -> Iterator[list[str]]:
    for at, row in enumerate(table.rows):
        cells = [cell.text.strip().replace("|", "\\|").replace("\n", "<br>") for cell in row.cells]
        text = f"| {' | '.join(cells)} |"
        yield [text, "|" + "---|" * len(cells)] if at == 0 else [text]
