"""A prep folder with the demo's stories, the app over it, and a client that is a browser of this computer."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from fastapi import FastAPI
from starlette.testclient import TestClient

from starling import wiring
from starling.adapters.inputs import find_files, read_file
from starling.settings import Settings
from starling.usecases.import_notes import Wishes, import_notes
from starling.usecases.init_prep import init_prep
from starling.web.app import make_app
from starling.web.security import Policy

NOTES = Path(__file__).parents[2] / "examples" / "notes"
TOKEN = "a token that tests know"  # noqa: S105


@pytest.fixture(scope="session")
def demo_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demo's notes imported once; tests work on copies."""
    folder = tmp_path_factory.mktemp("demo") / "prep"
    init_prep(wiring.home(folder), str(folder))
    work = wiring.open_workspace(folder, Settings())
    with (folder / "starling.toml").open("a", encoding="utf-8") as settings:
        settings.write('\n[[interview]]\ncompany = "Amazon"\nday = 2030-05-17\n')
    import_notes(work, map(read_file, find_files([str(NOTES)]).files), Wishes(answers=True))
    return folder


@pytest.fixture
def prep(demo_folder: Path, tmp_path: Path) -> Path:
    """A prep folder with the demo's stories, for one test."""
    return shutil.copytree(demo_folder, tmp_path / "prep")


@pytest.fixture
def empty(tmp_path: Path) -> Path:
    """A prep folder without stories."""
    folder = tmp_path / "empty"
    init_prep(wiring.home(folder), str(folder))
    return folder


AppFor = Callable[[Path], FastAPI]


@pytest.fixture
def app_for() -> AppFor:
    """The app over a folder, with the token that tests know."""
    return lambda folder: make_app(folder, {"STARLING_DEV": "1"}, Policy(token=TOKEN))


@pytest.fixture
def client(app_for: AppFor, prep: Path) -> Iterator[TestClient]:
    """A client that speaks to the app over the demo's stories."""
    with TestClient(app_for(prep), base_url="http://localhost", follow_redirects=False) as client:
        yield client
