"""A prep folder of its own for each test."""

from __future__ import annotations

from pathlib import Path

import pytest

from starling import wiring
from starling.ports import Workspace
from starling.settings import Settings
from starling.usecases.init_prep import init_prep


@pytest.fixture
def work(tmp_path: Path) -> Workspace:
    """A new prep folder, with the usual settings."""
    init_prep(wiring.home(tmp_path), str(tmp_path))
    return wiring.open_workspace(tmp_path, Settings())
