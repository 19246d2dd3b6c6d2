"""Answer -> JSON: the one versioned shape behind ``--json`` (docs/wire.md).

The answers of ``usecases/x.py`` are shaped by ``wire/x.py``, which is loaded when one is.
"""

from __future__ import annotations

import json
from importlib import import_module

from starling.model.problem import Looked
from starling.wire.common import Json, Shapes, error_json

__all__ = ["VERSION", "Json", "to_json"]

VERSION = 1
"""Grows when a key changes its meaning or goes; a new key does not change it."""


def to_json(answer: object) -> str:
    """An answer as JSON, with its kind and the version of the shape."""
    shapes: Shapes = import_module(f"{__name__}.{type(answer).__module__.rpartition('.')[2]}").SHAPES
    kind, shape = shapes[type(answer)]
    said = {"starling": VERSION, "kind": kind} | shape(answer)
    if isinstance(answer, Looked):
        said["unread"] = [error_json(each) for each in answer.unread]
    return json.dumps(said, ensure_ascii=False, indent=2)
