"""Word documents become the same lines as Markdown, one number a paragraph."""

from __future__ import annotations

import sys
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

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


def test_the_missing_package_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """
    Without python-docx the refusal says what to install.
    """
    monkeypatch.setitem(sys.modules, "docx", None)
    with pytest.raises(UnreadableError) as refusal:
        to_lines_docx(b"")

    assert "pip install python-docx" in refusal.value.try_this


def test_a_document_without_a_body_is_refused() -> None:
    """
    An archive in good order whose document says nothing of a document is refused like a broken one.
    """
    file = BytesIO()
    with ZipFile(BytesIO(written())) as whole, ZipFile(file, "w") as archive:
        for name in whole.namelist():
            archive.writestr(name, "<x/>" if name == "word/document.xml" else whole.read(name))

    with pytest.raises(UnreadableError, match="not a Word document"):
        to_lines_docx(file.getvalue())


def test_a_document_that_unpacks_to_far_more_than_notes_is_refused() -> None:
    """
    A small archive that holds far more than anybody writes is refused before it is unpacked.
    """
    file = BytesIO(written())
    with ZipFile(file, "a", ZIP_DEFLATED) as archive:
        archive.writestr("word/more.xml", b" " * 33 * 2**20)

    with pytest.raises(UnreadableError, match="larger than notes are"):
        to_lines_docx(file.getvalue())
