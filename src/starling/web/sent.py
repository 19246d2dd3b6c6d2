"""Notes as a request sends them: a pasted text and chosen files."""

from __future__ import annotations

from io import BytesIO
from typing import Annotated

from fastapi import Depends, File, Form, UploadFile

from starling.adapters.inputs import read_stream
from starling.model.prep import Incoming
from starling.usecases.paste import pasted, with_something


def sent(
    text: Annotated[str, Form()] = "", files: Annotated[list[UploadFile] | None, File()] = None
) -> tuple[tuple[str, bytes], ...]:
    """The names and the bytes of what was sent."""
    texts = [pasted(text)] if text.strip() else []
    return (*texts, *((each.filename, each.file.read()) for each in files or () if each.filename))


Sent = Annotated[tuple[tuple[str, bytes], ...], Depends(sent)]


def read(notes: Sent) -> tuple[Incoming, ...]:
    """What was sent, read as a command reads it; UsageError for nothing at all and for too many files."""
    return tuple(read_stream(BytesIO(data), name) for name, data in with_something(notes))


Read = Annotated[tuple[Incoming, ...], Depends(read)]
