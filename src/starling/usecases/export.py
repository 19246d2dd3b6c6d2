"""Everything a person keeps, in plain files of one archive: what is in it, and the archive itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from io import RawIOBase
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from starling.model.history import Version
from starling.model.problem import UnreadableError
from starling.ports import Workspace

_LEFT_OUT = re.compile(r"takes/|starling-\d{4}-\d\d-\d\d\.zip$")
"""What is left out: recordings, which are large and stand in the prep folder, and earlier archives."""
_FIRST_DAY = (1980, 1, 1, 0, 0, 0)
"""The date of every entry, the first that an archive can name: the same folder gives the same archive."""
_README = """\
Everything that Starling keeps for you, in plain files.

stories/           your stories, one file each: text that any editor opens
questions.toml     your own questions, and those that the bank does not have
starling.toml      what you prepare for: role, level, interviews, minutes
accepted.toml      findings that you called fine, and for which words
principles/        sets of principles of your own, if you have any
notes/             the notes you brought, as they came; in notes/earlier what they were before
history/           every version of every story: STORY/NUMBER-EVENT-TIME.md, the time in UTC

Recordings are left out; they stand in the folder takes/ of your prep folder.

To go on with this copy elsewhere, unpack it and run in the new folder:  starling
The history begins anew there; these files keep the old one for you to read.
"""


@dataclass(frozen=True, slots=True)
class ExportedFile:
    """One file of the archive, and its size in bytes."""

    name: str
    size: int


@dataclass(frozen=True, kw_only=True)
class ExportList:
    """What an archive would hold, in its order; ``versions`` of them are earlier texts of stories."""

    where: str
    files: tuple[ExportedFile, ...]
    versions: int


@dataclass(frozen=True, kw_only=True)
class Exported:
    """An archive that was written, its size in bytes, and what is in it."""

    where: str
    size: int
    files: tuple[ExportedFile, ...]


def list_export(work: Workspace) -> ExportList:
    """What an archive of everything would hold."""
    files = tuple(ExportedFile(name, len(data)) for name, data in _entries(work))
    versions = sum(each.name.startswith("history/") for each in files)
    return ExportList(where=work.where, files=files, versions=versions)


def export_zip(work: Workspace) -> Iterator[bytes]:
    """The archive of everything, piece by piece; the same folder gives the same bytes."""
    pipe = _Pipe()
    with ZipFile(pipe, "w", ZIP_DEFLATED) as archive:
        for name, data in _entries(work):
            entry = ZipInfo(name, _FIRST_DAY)
            entry.compress_type = ZIP_DEFLATED
            archive.writestr(entry, data)
            yield pipe.taken()
    yield pipe.taken()


def archive_name(work: Workspace) -> str:
    """What an archive of this day is called."""
    return f"starling-{work.clock.today().isoformat()}.zip"


def _entries(work: Workspace) -> Iterator[tuple[str, bytes]]:
    for closed in work.papers.closed():
        advice = f"Allow yourself to: chmod u+rx {closed}"
        raise UnreadableError("This folder may not be looked into.", where=closed, try_this=advice)
    yield "README.txt", _README.encode()
    for name in work.papers.names():
        if not _LEFT_OUT.match(name):
            yield name, work.papers.read(name)
    for last in work.history.last():
        for version in work.history.versions(last.story):
            yield _name(version), version.text.encode("utf-8", "replace")


def _name(version: Version) -> str:
    time = version.at.strftime("%Y-%m-%dT%H%M%SZ")
    return f"history/{version.story}/{version.number:04d}-{version.event.value}-{time}.md"


class _Pipe(RawIOBase):
    """What is written into it can be taken out again, once."""

    def __init__(self) -> None:
        super().__init__()
        self._held = bytearray()

    def writable(self) -> bool:
        """It is there to be written to."""
        return True

    def write(self, data: bytes) -> int:  # type: ignore[override]
        """Hold some more."""
        self._held += data
        return len(data)

    def taken(self) -> bytes:
        """All that it holds; then it is empty."""
        held = bytes(self._held)
        self._held.clear()
        return held
