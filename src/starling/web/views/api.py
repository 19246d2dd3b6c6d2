"""The API as a page shows it: every address with what it takes, from the description that programs read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import Any


@dataclass(frozen=True, slots=True)
class Operation:
    """One thing to ask for or to do."""

    method: str
    path: str
    summary: str
    takes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ApiGroup:
    """The operations of one place of the navigation."""

    name: str
    operations: tuple[Operation, ...]


@dataclass(frozen=True, slots=True)
class ApiView:
    """All operations."""

    version: str
    groups: tuple[ApiGroup, ...]


def api_view(description: Mapping[str, Any]) -> ApiView:
    """The operations of an OpenAPI description, by their tag."""
    found = sorted(_operations(description), key=lambda each: (each[0], each[1].path, each[1].method))
    groups = (
        ApiGroup(tag, tuple(each for _, each in grouped))
        for tag, grouped in groupby(found, lambda each: each[0])
    )
    return ApiView(description["info"]["version"], tuple(groups))


def _operations(description: Mapping[str, Any]) -> Iterator[tuple[str, Operation]]:
    schemas = description.get("components", {}).get("schemas", {})
    for path, methods in description["paths"].items():
        for method, held in methods.items():
            asked = [each["name"] for each in held.get("parameters", ()) if each["in"] in ("query", "path")]
            takes = (*asked, *_fields(held, schemas))
            tag = held.get("tags", ["other"])[0]
            yield tag, Operation(method.upper(), path, held.get("summary", ""), takes)


def _fields(held: Mapping[str, Any], schemas: Mapping[str, Any]) -> Iterator[str]:
    for body in held.get("requestBody", {}).get("content", {}).values():
        name = body["schema"].get("$ref", "").rpartition("/")[2]
        yield from schemas.get(name, {}).get("properties", {})
