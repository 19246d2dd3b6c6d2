"""Takes the pictures of docs/shots: seven pages in both themes, on a desk and on a phone."""

from __future__ import annotations

import re
import sys
import tempfile
import threading
import time
from datetime import timedelta
from pathlib import Path
from urllib.parse import urlencode
from urllib.request import urlopen

import uvicorn
from browser import find
from playwright.sync_api import Browser, sync_playwright

from starling import wiring
from starling.adapters.inputs import find_files, read_file
from starling.settings import Settings
from starling.usecases.import_notes import Wishes, import_notes
from starling.usecases.init_prep import init_prep
from starling.usecases.settings import add_interview
from starling.web.app import make_app

ROOT = Path(__file__).parents[1]
SHOTS = ROOT / "docs" / "shots"
PAGES = {
    "today": "/",
    "stories": "/stories",
    "story": "/stories/bread-nobody-bought",
    "edit": "/stories/bread-nobody-bought/edit",
    "questions": "/questions",
    "coverage": "/coverage/amazon",
    "paste": "/paste",
}
SIZES = {"desk": (1440, 900), "phone": (390, 844)}


def main() -> int:
    """Take every picture; 1 without a browser."""
    chromium = find()
    if chromium is None:
        print("No Chromium is here; run scripts/browser.py first.", file=sys.stderr)
        return 1
    SHOTS.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as home, sync_playwright() as driver:
        url = _serve(_demo(Path(home) / "prep"))
        browser = driver.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        for size in SIZES:
            for theme in ("light", "dark"):
                _shoot(browser, url, size, theme)
        browser.close()
    return 0


def _demo(folder: Path) -> Path:
    """A prep folder with the example notes, and an interview in 19 days."""
    init_prep(wiring.home(folder), str(folder))
    work = wiring.open_workspace(folder, Settings())
    notes = find_files([str(ROOT / "examples" / "notes"), str(ROOT / "examples" / "bank")], short=True)
    import_notes(work, map(read_file, notes.files), Wishes(answers=True))
    add_interview(work, "Amazon", (work.clock.today() + timedelta(days=19)).isoformat())
    return folder


def _serve(folder: Path) -> str:
    config = uvicorn.Config(make_app(folder, {}), port=0, log_level="error", lifespan="off")
    server = uvicorn.Server(config)
    threading.Thread(target=server.run, daemon=True).start()
    while not server.started:
        time.sleep(0.01)
    return f"http://localhost:{server.servers[0].sockets[0].getsockname()[1]}"


def _shoot(browser: Browser, url: str, size: str, theme: str) -> None:
    width, height = SIZES[size]
    context = browser.new_context(viewport={"width": width, "height": height}, color_scheme=theme)  # type: ignore[arg-type]
    page = context.new_page()
    for name, path in PAGES.items():
        page.goto(url + (_preview(url) if name == "paste" else path))
        page.wait_for_load_state("networkidle")
        whole = size == "desk" and name != "edit"  # what the editor keeps in sight would stand mid-page
        page.screenshot(path=SHOTS / f"{name}-{size}-{theme}.png", full_page=whole)
    context.close()


def _preview(url: str) -> str:
    """Where the example's preview is, made as a person makes it: by pasting."""
    with urlopen(f"{url}/paste") as answer:
        token = re.search(r'name="token" value="([^"]*)"', answer.read().decode())
    assert token is not None  # noqa: S101
    body = urlencode({"token": token[1], "shown": "example"}).encode()
    with urlopen(f"{url}/paste", body) as answer:
        return str(answer.url).removeprefix(url)


if __name__ == "__main__":
    sys.exit(main())
