"""Export: everything a person keeps, in one archive of plain files."""

from __future__ import annotations

from fastapi import APIRouter
from fastapi.responses import StreamingResponse

from starling.usecases.export import ExportList, archive_name, export_zip, list_export
from starling.web.late import LateRoute
from starling.web.respond import Work, twin
from starling.web.views.export import export_view

router = APIRouter(tags=["export"], route_class=LateRoute)


@twin(router, "/export", "export.html", export_view)
def export(work: Work) -> ExportList:
    """What an archive of everything would hold."""
    return list_export(work)


@router.get("/export.zip", response_class=StreamingResponse)
def archive(work: Work) -> StreamingResponse:
    """The archive of everything."""
    headers = {
        "content-disposition": f'attachment; filename="{archive_name(work)}"',
        "cache-control": "no-store",
    }
    return StreamingResponse(export_zip(work), media_type="application/zip", headers=headers)
