"""A server killed in the middle of saves loses no story, leaves none half-written, and starts again."""

from __future__ import annotations

import contextlib
import os
import random
import re
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
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


def _save(client: httpx2.Client, token: str, slug: str, text: str) -> None:
    page = client.get(f"/stories/{slug}/edit").text
    seen = re.search(r'name="seen" value="([^"]*)"', page)
    assert seen is not None
    client.post(f"/stories/{slug}/edit.json", data={"text": text, "seen": seen[1], "token": token})


def test_kill_nine_during_saves(prep: Path) -> None:
    """
    After each kill every page holds one whole text that somebody saved, and the history fits the pages.
    """
    chance = random.Random(5)  # noqa: S311
    pages = {path.stem: path for path in sorted((prep / "stories").glob("*.md"))}
    sent = {slug: {path.read_text("utf-8")} for slug, path in pages.items()}
    saves = 0
    kills = 0
    while saves < SAVES:
        kills += 1
        with _server(prep) as (process, url), httpx2.Client(base_url=url, timeout=10) as client:
            found = re.search(r'starling-token" content="([^"]*)"', _first_page(client))
            assert found is not None
            kill = threading.Timer(chance.uniform(0.3, 1.5), lambda: os.kill(process.pid, signal.SIGKILL))
            kill.start()
            with contextlib.suppress(httpx2.HTTPError):
                for index in range(SAVES):
                    slug = chance.choice(sorted(pages))
                    said = f"Kill {kills}, save {index}. " * chance.choice((1, 20, 200, 3000))
                    text = f"# {slug}\n\n## Situation\n\n{said}"
                    sent[slug].add(text)
                    saves += 1
                    _save(client, found[1], slug, text)
            kill.join()
        assert {slug: path.read_text("utf-8") in sent[slug] for slug, path in pages.items()} == dict.fromkeys(
            pages, True
        )
        history = wiring.open_workspace(prep, Settings()).history
        assert history.check() == ()
        assert all(each.text in sent[each.story] for each in history.last())
    assert kills > 2
    assert sorted(path.stem for path in (prep / "stories").glob("*.md")) == sorted(pages)


def _first_page(client: httpx2.Client) -> str:
    for _ in range(100):
        with contextlib.suppress(httpx2.HTTPError):
            return client.get("/stories").text
        time.sleep(0.05)
    raise AssertionError("the server does not start")
