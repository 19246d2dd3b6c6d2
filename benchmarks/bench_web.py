"""How long a page of the web app takes with many stories, from a real server over HTTP.

    python -m benchmarks.bench_web [COUNT]

A median is over pages that were asked for before, as in a session; every edit
and every first look at a story is a text that the server has not seen.
"""

from __future__ import annotations

import contextlib
import http.client
import json
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from pathlib import Path
from statistics import median
from urllib.parse import urlencode

from benchmarks.made import event

COUNT, ROUNDS = 200, 15
_ADDRESS = re.compile(r"http://([\w.]+):(\d+)")
_TOKEN = re.compile(r'starling-token" content="([^"]*)"')

Row = tuple[str, float, str, float | None]
"""What was measured, the figure, its unit, and the most that it may be; None where nothing is asked."""


class Server:
    """`starling serve` in a process of its own, from its start to its end; times are seconds."""

    def __init__(self, folder: Path) -> None:
        self._started = time.perf_counter()
        command = [sys.executable, "-m", "starling", "serve", "--no-browser", "--prep", str(folder)]
        self._process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
        said = self._process.stderr.readline() if self._process.stderr is not None else ""
        found = _ADDRESS.search(said)
        if found is None:
            raise SystemExit(f"starling serve said: {said}")
        self._web = http.client.HTTPConnection(found[1], int(found[2]), timeout=60)

    def first(self, path: str) -> float:
        """How long after the start of the process a page is answered."""
        while True:
            with contextlib.suppress(ConnectionRefusedError):
                self.get(path)
                return time.perf_counter() - self._started
            self._web.close()
            time.sleep(0.005)

    def get(self, path: str) -> str:
        """The text of a page."""
        return self._ask("GET", path, None)

    def post(self, path: str, **fields: str) -> str:
        """What a form is answered with."""
        return self._ask("POST", path, urlencode(fields))

    def _ask(self, method: str, path: str, body: str | None) -> str:
        kind = {"Content-Type": "application/x-www-form-urlencoded"} if body is not None else {}
        self._web.request(method, path, body, kind)
        answer = self._web.getresponse()
        text = answer.read().decode()
        if answer.status >= 400:
            raise SystemExit(f"{path} was answered with {answer.status}: {text[:500]}")
        return text

    def stop(self) -> None:
        """End it."""
        self._process.terminate()
        self._process.communicate()


@contextlib.contextmanager
def serving(folder: Path) -> Iterator[Server]:
    """A server over a prep folder."""
    server = Server(folder)
    try:
        yield server
    finally:
        server.stop()


def make(folder: Path, count: int) -> None:
    """A prep folder with *count* made-up stories and an interview in a month."""
    day = datetime.now().astimezone().date() + timedelta(days=30)
    settings = f'level = "senior"\n\n[[interview]]\nday = {day}\ncompany = "Amazon"\n'
    (folder / "starling.toml").write_text(settings, "utf-8")
    (folder / "stories").mkdir()
    for number in range(count):
        _page(folder, number).write_text(event(number), "utf-8")


def _page(folder: Path, number: int) -> Path:
    return folder / "stories" / f"story-{number:04}.md"


def _taken(act: Callable[[int], object]) -> float:
    """The median of milliseconds that something takes, done with the numbers from 0 on; 0 is for nothing."""
    times: list[float] = []
    for number in range(ROUNDS + 1):
        start = time.perf_counter()
        act(number)
        times.append(1000 * (time.perf_counter() - start))
    return median(times[1:])


def _warm(server: Server, folder: Path, count: int) -> Iterator[Row]:
    """The pages of a session, and what each of them may take."""
    for name, path, most in (
        ("Story", "/stories/story-0003", 30),
        ("Coverage, Amazon", "/coverage/amazon", 60),
        ("Coverage, all questions", "/coverage/questions", 60),
        ("Today", "/", 60),
        ("Stories", "/stories", None),
        ("Editor", "/stories/story-0003/edit", None),
        ("one question", "/questions/biggest-failure", None),
        ("all questions", "/questions", None),
        ("what the palette finds", "/commands.json", None),
    ):
        yield name, _taken(lambda _, path=path: server.get(path)), "ms", most  # type: ignore[misc]
    token = _TOKEN.findall(server.get("/stories"))[0]

    def type_on(number: int) -> str:
        text = f"{event(3)} And then {number} more people asked for it."
        return server.post("/stories/story-0003/live", text=text, token=token)

    def look_at_another(number: int) -> str:
        return server.get(f"/stories/story-{(20 + number) % count:04}")

    def edit(number: int) -> None:
        path = _page(folder, (60 + number) % count)
        path.write_text(f"{path.read_text('utf-8')}\nSince then {number} teams use it.\n", "utf-8")

    def edit_and_look(path: str) -> Callable[[int], str]:
        def act(number: int) -> str:
            edit(number)
            return server.get(path.format((60 + number) % count))

        return act

    def paste(number: int) -> str:
        notes = "\n\n".join(event(1000 + 20 * number + each) for each in range(20))
        draft = json.loads(server.post("/paste.json", text=notes, token=token))["draft"]
        return server.get(f"/paste/{draft}")

    yield "live findings while typing", _taken(type_on), "ms", 30
    yield "20 stories pasted, until they are shown", _taken(paste), "ms", 2000
    yield "a story for the first time", _taken(look_at_another), "ms", None
    yield "a story that was edited", _taken(edit_and_look("/stories/story-{:04}")), "ms", None
    yield "Coverage after an edit", _taken(edit_and_look("/coverage/amazon")), "ms", None
    yield "Today after an edit", _taken(edit_and_look("/")), "ms", None


def measured(count: int) -> Iterator[Row]:
    """Every figure, from the first start in a new folder on."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        make(folder, count)
        with serving(folder) as server:
            yield "first page after the very first start", server.first("/"), "s", None
            for path in ("/stories/story-0003", "/coverage/amazon", "/coverage/questions"):
                server.get(path)
        with serving(folder) as server:
            yield (
                "first page after start, where it is a story",
                server.first("/stories/story-0003"),
                "s",
                None,
            )
        yield "first page after start, median of five", median(_first_page(folder) for _ in range(5)), "s", 1
        with serving(folder) as server:
            server.first("/")
            yield from _warm(server, folder, count)


def _first_page(folder: Path) -> float:
    """Seconds from the start of a process to its first page."""
    with serving(folder) as server:
        return server.first("/")


def main() -> int:
    """Print the table; 1 where a goal is missed."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else COUNT
    print(
        f"\nthe web app, {count} made-up stories, each telling an event of its own; medians of {ROUNDS}, warm"
    )
    missed = False
    for what, figure, unit, most in measured(count):
        reached = most is None or figure <= most
        missed = missed or not reached
        goal = "" if most is None else f"must reach ≤ {most:g} {unit}: {'reached' if reached else 'MISSED'}"
        print(f"  {what:<44}{figure:>8.{2 if unit == 's' else 1}f} {unit:<4}{goal}")
    return int(missed)


if __name__ == "__main__":
    sys.exit(main())
