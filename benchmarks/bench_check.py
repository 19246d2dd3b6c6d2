"""How long `starling check` of many stories takes, cold, and how much memory.

    python -m benchmarks.bench_check [COUNT]

Every measurement is a new process over a new folder of made-up stories.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

from benchmarks.made import page

COUNT = 1000


class Measured(NamedTuple):
    """What a check took: seconds on the clock and of the processor, peak megabytes, mean words a story."""

    seconds: float
    cpu: float
    megabytes: float
    words: float


def measured(count: int) -> Measured:
    """Check *count* stories of a new prep folder in a new process."""
    with tempfile.TemporaryDirectory() as folder:
        prep, words = Path(folder), 0
        (prep / "starling.toml").write_text("", "utf-8")
        (prep / "stories").mkdir()
        for number in range(count):
            text = page(number)
            words += len(text.split())
            (prep / "stories" / f"story-{number:04}.md").write_text(text, "utf-8")
        start = time.perf_counter()
        command = (sys.executable, "-m", "starling", "check", folder)
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - start
        code = os.waitstatus_to_exitcode(status)
        said = process.stderr.read().decode() if process.stderr is not None else ""
        if code > 1 or said:
            raise SystemExit(f"starling check ended with {code}: {said}")
        return Measured(seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, words / count)


def main() -> int:
    """Print the table; 1 where a goal is missed."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else COUNT
    few, half, whole = measured(1), measured(count // 2), measured(count)
    growth = (whole.cpu - few.cpu) / (half.cpu - few.cpu)
    goals = (
        ("1 story, s", f"{few.seconds:.2f}", "", True),
        (f"{count // 2} stories, s", f"{half.seconds:.2f}", "", True),
        (f"{count} stories, s", f"{whole.seconds:.2f}", "≤ 6", whole.seconds <= 6),
        ("of these on the processor, s", f"{whole.cpu:.2f}", "", True),
        (f"{count} stories, peak MB", f"{whole.megabytes:.0f}", "≤ 200", whole.megabytes <= 200),
        ("twice the stories, times the work", f"{growth:.2f}", "≤ 2.3", growth <= 2.3),
    )
    print(f"\nstarling check, {count} made-up stories of {whole.words:.0f} words on average, cold")
    for what, said, goal, _ in goals:
        print(f"  {what:<36}{said:>8}   {'must reach ' + goal if goal else ''}")
    return int(not all(reached for *_, reached in goals))


if __name__ == "__main__":
    sys.exit(main())
