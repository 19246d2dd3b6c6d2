"""What an archive of everything holds, part by part."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from starling.usecases.export import ExportedFile, ExportList

_PARTS = (
    ("Stories", "stories/", "your stories as they stand in their files"),
    ("Versions", "history/", "every text that a story had before"),
    ("Notes", "notes/", "the notes you brought, as they came"),
    ("Questions", "questions.toml", "your own questions"),
    ("Settings", "starling.toml", "what you prepare for"),
    ("Called fine", "accepted.toml", "findings that are fine by you"),
    ("Principles", "principles/", "your own sets of principles"),
    ("README", "README.txt", "what is what"),
    ("Other files", "", "what else stands in your folder"),
)


@dataclass(frozen=True, slots=True)
class PartRow:
    """One part of the archive."""

    name: str
    files: int
    what: str


@dataclass(frozen=True, slots=True)
class ExportView:
    """The archive before it is made."""

    headline: str
    size: str
    rows: tuple[PartRow, ...]


def export_view(answer: ExportList) -> ExportView:
    """The parts that are not empty, and how much it is in all."""
    held: dict[str, int] = {}
    for each in answer.files:
        start = next(start for _, start, _ in _PARTS if each.name.startswith(start))
        held[start] = held.get(start, 0) + 1
    rows = (PartRow(name, held[start], what) for name, start, what in _PARTS if start in held)
    count = held.get("stories/", 0)
    stories = "1 story" if count == 1 else f"{count} stories"
    versions = " and 1 version" if answer.versions == 1 else f" and {answer.versions} versions"
    told = stories + (versions if answer.versions else "")
    headline = f"{told}, in plain files" if count else "Your folder, in plain files"
    return ExportView(headline, _size(answer.files), tuple(rows))


def _size(files: Iterable[ExportedFile]) -> str:
    size = sum(each.size for each in files)
    return f"{size / 1e6:.1f} MB" if size >= 1e6 else f"{max(1, round(size / 1e3))} KB"  # noqa: PLR2004
