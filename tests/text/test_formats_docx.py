"""Word documents become the same lines as Markdown, one number a paragraph."""

from __future__ import annotations

import sys
from io import BytesIO

import pytest

from starling.model.problem import UnreadableError
from starling.text.notes.formats import to_lines_docx

docx = pytest.importorskip("docx", reason="python-docx is not installed: Word documents were not checked.")


def written() -> bytes:
    """A document with a heading, a bold label, a list and a table."""
    document = docx.Document()
    document.add_heading("The slow export", level=2)
    paragraph = document.add_paragraph()
    paragraph.add_run("Situation:").bold = True
    paragraph.add_run(" Exports took a night.")
    document.add_paragraph("I measured it.", style="List Bullet")
    table = document.add_table(rows=2, cols=2)
    for cell, text in zip(
        (cell for row in table.rows for cell in row.cells), ["Week", "Hours", "1", "6"], strict=True
    ):
        cell.text = text
    document.add_paragraph("The end.")
    file = BytesIO()
    document.save(file)
    return file.getvalue()


def test_a_document_becomes_lines() -> None:
    """
    Headings, bold, lists and tables keep their meaning, and each line the number of its paragraph.
    """
    lines, problems = to_lines_docx(written())

    assert () == problems
    assert [
        ("## The slow export", 1),
        ("**Situation:** Exports took a night.", 2),
        ("- I measured it.", 3),
        ("| Week | Hours |", 4),
        ("|---|---|", 4),
        ("| 1 | 6 |", 5),
        ("The end.", 6),
    ] == [(line.text, line.number) for line in lines if line.text]


def test_what_is_no_document_is_refused() -> None:
    """
    A broken file is refused in a sentence that says what to do.
    """
    with pytest.raises(UnreadableError, match="not a Word document") as refusal:
        to_lines_docx(b"PK\x03\x04 broken")

    assert "import" in refusal.value.try_this


def test_the_missing_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """
    Without python-docx the refusal says which extra to install.
    """
    monkeypatch.setitem(sys.modules, "docx", None)
    with pytest.raises(UnreadableError) as refusal:
        to_lines_docx(b"")

    assert "pip install 'starling[docx]'" in refusal.value.try_this
