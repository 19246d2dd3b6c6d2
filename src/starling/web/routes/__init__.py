"""The pages, one file per place in the navigation; a new file is found by its name."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from pkgutil import iter_modules

from fastapi import APIRouter


def routers() -> Iterator[APIRouter]:
    """The router of every file here, by name."""
    for module in sorted(iter_modules(__path__), key=lambda each: each.name):
        router: APIRouter = import_module(f"{__name__}.{module.name}").router
        yield router
