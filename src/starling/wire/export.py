"""What an archive of everything holds."""

from __future__ import annotations

from collections.abc import Iterable

from starling.usecases.export import Exported, ExportedFile, ExportList
from starling.wire.common import Json, Shapes


def _list(export: ExportList) -> Json:
    return {"where": export.where, "files": _files(export.files), "versions": export.versions}


def _exported(exported: Exported) -> Json:
    return {"where": exported.where, "size": exported.size, "files": _files(exported.files)}


def _files(files: Iterable[ExportedFile]) -> list[Json]:
    return [{"name": each.name, "size": each.size} for each in files]


SHAPES: Shapes = {ExportList: ("export", _list), Exported: ("exported", _exported)}
