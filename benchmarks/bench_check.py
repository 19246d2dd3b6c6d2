"""How long `starling check` of many stories takes, cold, and how much memory.

    python benchmarks/bench_check.py [COUNT]

Every measurement is a new process over a new folder of made-up stories.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from made import page

COUNT = 1000


def measured(count: int) -> tuple[float, float]:
    """Seconds and peak megabytes of a check of *count* stories in a prep folder."""
    with tempfile.TemporaryDirectory() as folder:
        prep = Path(folder)
        (prep / "starling.toml").write_text("", "utf-8")
        (prep / "stories").mkdir()
        for number in range(count):
            (prep / "stories" / f"story-{number:04}.md").write_text(page(number), "utf-8")
        start = time.perf_counter()
        process = subprocess.Popen(
            [sys.executable, "-m", "starling", "check", folder], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
        )
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - start
        code = os.waitstatus_to_exitcode(status)
        if code > 1:
            said = process.stderr.read().decode() if process.stderr is not None else ""
            raise SystemExit(f"starling check ended with {code}: {said}")
        return seconds, usage.ru_maxrss / 1024


def main() -> int:
    """Print the table; 1 where a goal is missed."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else COUNT
    few, _ = measured(1)
    half, _ = measured(count // 2)
    whole, memory = measured(count)
    growth = (whole - few) / (half - few)
    goals = (
        ("1 story, s", f"{few:.2f}", "", True),
        (f"{count // 2} stories, s", f"{half:.2f}", "", True),
        (f"{count} stories, s", f"{whole:.2f}", "≤ 6", whole <= 6),
        (f"{count} stories, peak MB", f"{memory:.0f}", "≤ 200", memory <= 200),
        ("twice the stories, times the work", f"{growth:.2f}", "≤ 2.3", growth <= 2.3),
    )
    print(f"\nstarling check, {count} made-up stories of a prep folder, cold")
    for what, said, goal, _ in goals:
        print(f"  {what:<36}{said:>8}   {'must reach ' + goal if goal else ''}")
    return int(not all(reached for *_, reached in goals))


if __name__ == "__main__":
    sys.exit(main())
