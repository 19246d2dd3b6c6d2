"""The safetensors format: a length, a JSON head, and numbers one after the other."""

from __future__ import annotations

import json
import mmap
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

Weights = Mapping[str, NDArray[np.float32]]

_TYPES: Mapping[str, np.dtype[Any]] = {"F32": np.dtype("<f4"), "F16": np.dtype("<f2"), "F64": np.dtype("<f8")}
_HEAD = 8


def read_weights(path: Path) -> Weights:
    """The tensors of a file by name, as float32; whole numbers among them are left out.

    Raises OSError where it cannot be opened, ValueError where it is cut off or
    something else.
    """
    with path.open("rb") as file:
        data = memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))
    start = _HEAD + int.from_bytes(data[:_HEAD], "little")
    if not _HEAD < start <= len(data):
        raise ValueError("it has no head")
    head = json.loads(bytes(data[_HEAD:start]))
    if not isinstance(head, dict):
        raise ValueError("its head is no table")  # noqa: TRY004 - of a file, not of an argument
    return {
        name: _tensor(name, entry, data[start:])
        for name, entry in head.items()
        if name != "__metadata__" and entry.get("dtype") in _TYPES
    }


def _tensor(name: str, entry: dict[str, Any], data: memoryview) -> NDArray[np.float32]:
    first, last = entry["data_offsets"]
    if not 0 <= first <= last <= len(data):
        raise ValueError(f"it ends before {name}")
    numbers: NDArray[Any] = np.frombuffer(data[first:last], _TYPES[entry["dtype"]])
    out: NDArray[np.float32] = numbers.reshape(entry["shape"]).astype(np.float32, copy=False)
    return out
