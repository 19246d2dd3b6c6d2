"""A server killed in the middle of saves loses no story, leaves none half-written, and starts again."""

from __future__ import annotations

import contextlib
import hashlib
import os
import random
import re
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import httpx2

from starling import wiring
from starling.settings import Settings

SAVES = 200


@contextlib.contextmanager
def _server(folder: Path) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """The real command in a process of its own, and where it is open."""
    command = [sys.executable, "-m", "starling", "serve", "--no-browser", "--prep", str(folder)]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as process:
        assert process.stderr is not None
        said = process.stderr.readline()
        found = re.search(r"http://\S+", said)
        assert found is not None, said
        try:
            yield process, found[0].rstrip("/")
        finally:
            with contextlib.suppress(ProcessLookupError):
                process.kill()


def test_kill_nine_during_saves(prep: Path) -> None:
    """
    After each kill every page holds one whole text that somebody saved, and the history fits the pages.
    """
    chance = random.Random(5)  # noqa: S311
    pages = {path.stem: path for path in sorted((prep / "stories").glob("*.md"))}
    sent = {slug: {path.read_text("utf-8")} for slug, path in pages.items()}
    saves = kills = 0
    while saves < SAVES:
        kills += 1
        before = chance.randint(5, 25)
        with _server(prep) as (process, url), httpx2.Client(base_url=url, timeout=60) as client:
            found = re.search(r'starling-token" content="([^"]*)"', client.get("/keys").text)
            assert found is not None
            kill = threading.Timer(chance.uniform(0, 0.05), lambda: os.kill(process.pid, signal.SIGKILL))
            with contextlib.suppress(httpx2.HTTPError):
                for index in count():
                    if index == before:
                        kill.start()
                    slug = chance.choice(sorted(pages))
                    said = f"Kill {kills}, save {index}. " * chance.choice((1, 20, 3000, 30_000))
                    text = f"# {slug}\n\n## Situation\n\n{said}"
                    sent[slug].add(text)
                    saves += 1
                    _save(client, found[1], pages[slug], text)
            kill.join()
        assert {slug: path.read_text("utf-8") in sent[slug] for slug, path in pages.items()} == dict.fromkeys(
            pages, True
        )
        history = wiring.open_workspace(prep, Settings()).history
        assert history.check() == ()
        assert all(each.text in sent[each.story] for each in history.last())
    assert kills > SAVES // 40
    with _server(prep) as (_, url), httpx2.Client(base_url=url, timeout=60) as client:
        assert sorted(pages) == [each["slug"] for each in client.get("/stories.json").json()["stories"]]


def _save(client: httpx2.Client, token: str, page: Path, text: str) -> None:
    """Save a page as it stands in its file; the editor's page would review it first."""
    seen = hashlib.sha256(page.read_bytes()).hexdigest()
    data = {"text": text, "seen": seen, "token": token}
    assert 200 == client.post(f"/stories/{page.stem}/edit.json", data=data).status_code
