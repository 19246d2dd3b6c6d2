"""Settings and a folder -> Workspace: the only place that chooses an adapter."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from functools import cache
from pathlib import Path
from shlex import quote

from starling.adapters import files
from starling.adapters.acceptances import FolderAcceptances
from starling.adapters.cache import FolderCache
from starling.adapters.clock import SystemClock
from starling.adapters.drafts import FolderDrafts
from starling.adapters.folder import (
    HIDDEN,
    SETTINGS,
    STORIES,
    FolderHome,
    FolderOriginals,
    FolderPrinciples,
    FolderQuestions,
    FolderStories,
    is_prep,
)
from starling.adapters.history import FolderHistory
from starling.adapters.papers import FolderPapers
from starling.adapters.preferences import FolderPreferences
from starling.model.problem import UsageError
from starling.ports import Embedder, Home, Optimiser, Workspace
from starling.settings import Settings, read_settings

__all__ = ["STORIES", "find_prep", "home", "load_settings", "open_workspace", "optimiser"]


def home(folder: Path) -> Home:
    """The place where a prep folder is, or will be."""
    return FolderHome(folder)


def find_prep(start: Path) -> Path | None:
    """The prep folder around *start*, looked for upwards as git does, or None."""
    start = start.absolute()
    return next((folder for folder in (start, *start.parents) if is_prep(folder)), None)


def load_settings(folder: Path | None, environ: Mapping[str, str]) -> Settings:
    """The settings of a prep folder, or without one, with those of the environment over them."""
    if folder is None:
        return read_settings("", environ)
    path = folder / SETTINGS
    if not path.is_file():
        what = "This is not a prep folder: it has no starling.toml."
        make = f"Make one: starling init {quote(str(folder))}"
        advice = "Name the folder around it." if folder.is_file() else make
        raise UsageError(
            what if folder.exists() else "There is no such folder.", where=str(folder), try_this=advice
        )
    return read_settings(files.text_of(files.read(path), path), environ, str(path))


@cache
def _history(folder: Path) -> FolderHistory:
    """The history of a folder, opened once by a process however often its pages are asked for."""
    return FolderHistory(folder / HIDDEN / "history.db", FolderCache(folder).clear)


def optimiser() -> Optimiser | None:
    """What chooses exactly, or None where the ``optimise`` extra is not installed."""
    from starling.adapters.optimise import HighsOptimiser, is_installed  # noqa: PLC0415 - few commands choose

    return HighsOptimiser() if is_installed() else None


def _embedder(folder: Path, settings: Settings) -> Embedder | None:
    """The sentence model that the settings name; whether it is there is looked at when it is needed."""
    if not settings.embeddings.strip():
        return None
    from starling.adapters.embeddings.folder import FolderEmbedder  # noqa: PLC0415 - few have a model

    said = Path(settings.embeddings.strip())
    with suppress(RuntimeError):  # there is no home of that name; then there is no model
        said = said.expanduser()
    return FolderEmbedder(folder / said)


def open_workspace(folder: Path, settings: Settings) -> Workspace:
    """All that is kept in a prep folder."""
    return Workspace(
        where=str(folder),
        brief=settings.brief(),
        only=settings.only,
        ignore=settings.ignore,
        stories=FolderStories(folder),
        acceptances=FolderAcceptances(folder),
        originals=FolderOriginals(folder),
        questions=FolderQuestions(folder),
        principles=FolderPrinciples(folder),
        history=_history(folder.absolute()),
        cache=FolderCache(folder),
        drafts=FolderDrafts(folder / HIDDEN / "drafts"),
        preferences=FolderPreferences(folder, SETTINGS),
        papers=FolderPapers(folder),
        clock=SystemClock(),
        embedder=_embedder(folder, settings),
        interviews=tuple(sorted(settings.interview)),
        minutes_a_day=settings.minutes_a_day,
        wanted=settings.stories,
    )
