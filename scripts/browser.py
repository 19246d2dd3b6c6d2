"""Find a Chromium for the tests, or get one: the system's, Playwright's own, the distribution's package."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
_HELP = """\
The tests of the web app need a Chromium, and none is here or could be installed. Get one, then run again:
  Debian, Ubuntu:  sudo apt-get install chromium
  Fedora:          sudo dnf install chromium
  macOS, others:   .venv/bin/python -m playwright install chromium
  or name yours:   STARLING_CHROMIUM=/path/to/chromium make test"""


def find() -> str | None:
    """The path of a Chromium that starts, or None."""
    return next((path for path in _places() if _starts(path)), None)


def _places() -> Iterator[str]:
    named = os.environ.get("STARLING_CHROMIUM")
    yield from [named] if named else []
    yield from filter(None, map(shutil.which, _NAMES))
    yield from ("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",)
    yield from filter(None, [_own()])


def _own() -> str | None:
    """Where Playwright keeps, or would keep, a Chromium of its own."""
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - slow, and seldom needed

    with sync_playwright() as driver:
        return driver.chromium.executable_path


def _starts(path: str) -> bool:
    if not Path(path).is_file():
        return False
    done = subprocess.run([path, "--version"], capture_output=True, check=False, timeout=60)
    return done.returncode == 0


def _install() -> None:
    """Try Playwright's download, then the distribution's package; either may fail."""
    print("No Chromium is here; getting one (once)…", file=sys.stderr)
    own = [sys.executable, "-m", "playwright", "install", "chromium"]
    if subprocess.run(own, capture_output=True, check=False, timeout=600).returncode == 0:
        return
    if shutil.which("apt-get"):
        root = [] if os.geteuid() == 0 else ["sudo", "-n"]
        quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        for step in (["update", "-qq"], ["install", "-y", "-qq", "--no-install-recommends", "chromium"]):
            command = [*root, "apt-get", *step]
            subprocess.run(command, env=quiet, stdout=subprocess.DEVNULL, check=False, timeout=900)


def main() -> int:
    """Print the path of a Chromium; 1 where there is none, with a word on how to get one."""
    found = find()
    if found is None:
        _install()
        found = find()
    print(_HELP if found is None else found, file=sys.stderr if found is None else sys.stdout)
    return int(found is None)


if __name__ == "__main__":
    sys.exit(main())
