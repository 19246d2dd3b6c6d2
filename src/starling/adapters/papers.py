"""The plain files of a prep folder, for who takes them along or looks them over (port: Papers)."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

from starling.adapters import files
from starling.model.problem import UnknownError

_TEMPORARY = ".tmp"


class FolderPapers:
    """Everything below a folder but what is hidden; what links lead to outside is never opened."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def names(self) -> tuple[str, ...]:
        """The files in order, by their path with /."""
        return tuple(name for name in self._all() if not _is_leftover(name) and not self._is_stray(name))

    def read(self, name: str) -> bytes:
        """What a file holds."""
        return files.read(files.inside(self._folder, self._folder / name))

    def strays(self) -> tuple[str, ...]:
        """Links that lead out of the folder."""
        return tuple(filter(self._is_stray, self._all()))

    def closed(self) -> tuple[str, ...]:
        """Folders that nobody is allowed to look into."""
        found: list[OSError] = []
        for _ in self._walk(found.append):
            pass
        return tuple(sorted(Path(each.filename).relative_to(self._folder).as_posix() for each in found))

    def leftovers(self) -> tuple[str, ...]:
        """Temporary files of writes that were cut off."""
        return tuple(filter(_is_leftover, self._all()))

    def remove(self, name: str) -> None:
        """Delete a leftover."""
        if name not in self.leftovers():
            raise UnknownError(f"“{name}” is not a leftover.", try_this="Delete it yourself if you want to.")
        files.remove(self._folder / name)

    def _is_stray(self, name: str) -> bool:
        path = self._folder / name
        return _is_link(path) and files.leads_out(self._folder, path)

    def _all(self) -> list[str]:
        return sorted(self._walk())

    def _walk(self, refuse: Callable[[OSError], object] | None = None) -> Iterator[str]:
        """The files and the linked folders; *refuse* hears of each folder that cannot be listed."""
        for top, folders, names in os.walk(self._folder, onerror=refuse):
            links = [name for name in folders if _is_link(Path(top) / name)]
            folders[:] = [name for name in folders if not name.startswith(".") and name not in links]
            for name in (*names, *links):
                if not name.startswith(".") or _is_leftover(name):
                    yield (Path(top) / name).relative_to(self._folder).as_posix()


def _is_link(path: Path) -> bool:
    """Whether this is a link; not where that may not be looked at: then reading it says so."""
    try:
        return path.is_symlink()
    except PermissionError:
        return False


def _is_leftover(name: str) -> bool:
    last = name.rpartition("/")[2]
    return last.startswith(".") and last.endswith(_TEMPORARY)
