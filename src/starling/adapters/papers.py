"""The plain files of a prep folder, for who takes them along or looks them over (port: Papers)."""

from __future__ import annotations

import os
from collections.abc import Iterator
from functools import cached_property
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
        strays = set(self.strays())
        return tuple(name for name in self._found if name not in strays and not _is_leftover(name))

    def read(self, name: str) -> bytes:
        """What a file holds."""
        return files.read(files.inside(self._folder, self._folder / name))

    def strays(self) -> tuple[str, ...]:
        """Links that lead out of the folder."""
        links = (name for name in self._found if (self._folder / name).is_symlink())
        return tuple(name for name in links if files.leads_out(self._folder, self._folder / name))

    def leftovers(self) -> tuple[str, ...]:
        """Temporary files of writes that were cut off."""
        return tuple(filter(_is_leftover, self._found))

    def remove(self, name: str) -> None:
        """Delete a leftover."""
        if name not in self.leftovers():
            raise UnknownError(f"“{name}” is not a leftover.", try_this="Delete it yourself if you want to.")
        files.remove(self._folder / name)

    @cached_property
    def _found(self) -> tuple[str, ...]:
        return tuple(sorted(self._walk()))

    def _walk(self) -> Iterator[str]:
        for top, folders, names in os.walk(self._folder):
            links = [name for name in folders if (Path(top) / name).is_symlink()]
            folders[:] = [name for name in folders if not name.startswith(".") and name not in links]
            for name in (*names, *links):
                if not name.startswith(".") or _is_leftover(name):
                    yield (Path(top) / name).relative_to(self._folder).as_posix()


def _is_leftover(name: str) -> bool:
    last = name.rpartition("/")[2]
    return last.startswith(".") and last.endswith(_TEMPORARY)
