"""What an archive of everything holds, as terminal text."""

from __future__ import annotations

from collections.abc import Iterator

from starling.cli.paper import Lines, count, wrap
from starling.usecases.export import Exported


def _exported(exported: Exported) -> Iterator[str]:
    size = f"{exported.size / 1e6:.1f} MB" if exported.size >= 1e6 else f"{exported.size / 1e3:.0f} KB"  # noqa: PLR2004
    files = count(len(exported.files), "file")
    yield from wrap(f"{files} in {exported.where}, {size}. README.txt in it says what is what.")


LINES: Lines = {Exported: _exported}
