"""What can be computed again, in a hidden folder beside the stories."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from starling.adapters import files
from starling.adapters.folder import HIDDEN
from starling.model.problem import UnreadableError, UsageError


class FolderCache:
    """``.starling/cache/``: may be deleted at any time (port: Cache)."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder / HIDDEN / "cache"

    def get(self, name: str) -> bytes | None:
        """What was put under *name*, or None."""
        try:
            return (self._folder / name).read_bytes()
        except OSError:
            return None

    def put(self, name: str, data: bytes) -> None:
        """Keep *data*; a folder that cannot be written has no cache, and works."""
        with suppress(UnreadableError, UsageError):
            files.write(self._folder / name, data, safe=False)

    def clear(self) -> int:
        """Forget everything; how many things that were."""
        kept = sorted(self._folder.glob("*")) if self._folder.is_dir() else []
        for path in kept:
            files.remove(path)
        return len(kept)
