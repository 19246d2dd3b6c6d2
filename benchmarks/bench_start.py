"""How long the program takes to start, what it loads, and how long an import of real notes takes.

    python -m benchmarks.bench_start [NOTES]

NOTES is a folder of notes; without it that of the shared corpus, where it is there.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

CORPUS = Path(__file__).parent.parent.parent / "shared" / "corpus" / "raw"
ROUNDS = 15
HEAVY = ("yaml", "ftfy", "syntok", "docx", "numpy", "sqlite3", "jinja2", "sqlalchemy", "fastapi")


def seconds(*command: str) -> float:
    """Wall time of a program, run once."""
    start = time.perf_counter()
    ended = subprocess.run(command, capture_output=True, check=False)
    taken = time.perf_counter() - start
    if ended.returncode > 1:
        raise SystemExit(f"{' '.join(command)} ended with {ended.returncode}: {ended.stderr.decode()}")
    return taken


def starling(*arguments: str) -> tuple[str, ...]:
    """The command, run by this interpreter."""
    return (sys.executable, "-m", "starling", *arguments)


def loaded() -> tuple[int, list[str]]:
    """How many modules `--help` loads, and which of them should not be there."""
    program = (
        "import sys\nfrom starling.cli.main import main\n"
        "try:\n    main(['--help'])\nexcept SystemExit:\n    pass\n"
        "sys.stderr.write(' '.join(sys.modules))"
    )
    command = (sys.executable, "-c", program)
    names = subprocess.run(command, capture_output=True, text=True, check=True).stderr.split()
    return len(names), [name for name in HEAVY if name in names]


def imported(notes: Path) -> float:
    """Seconds of an import into a new prep folder, with everything written."""
    with tempfile.TemporaryDirectory() as folder:
        seconds(*starling("init", folder))
        return seconds(*starling("import", str(notes), "--into", folder, "--answers"))


def main() -> int:
    """Print the table; 1 where a goal is missed."""
    notes = Path(sys.argv[1]) if len(sys.argv) > 1 else CORPUS
    bare = 1000 * median(seconds(sys.executable, "-c", "pass") for _ in range(ROUNDS))
    click = 1000 * median(seconds(sys.executable, "-c", "import click") for _ in range(ROUNDS))
    start = 1000 * median(seconds(*starling("--help")) for _ in range(ROUNDS))
    count, heavy = loaded()
    rows = [
        ("bare interpreter, ms", f"{bare:.0f}", "", True),
        ("import click, ms", f"{click:.0f}", "", True),
        ("starling --help, median ms", f"{start:.0f}", "≤ 120", start <= 120),
        ("modules loaded by --help", str(count), "", True),
        ("heavy ones among them", " ".join(heavy) or "none", "none", not heavy),
    ]
    if notes.is_dir():
        taken = imported(notes)
        files = sum(path.is_file() for path in notes.rglob("*"))
        rows.append((f"import of {files} files of notes, s", f"{taken:.2f}", "≤ 5", taken <= 5))
    print("\nstart")
    for what, said, goal, _ in rows:
        print(f"  {what:<36}{said:>8}   {'must reach ' + goal if goal else ''}")
    if not notes.is_dir():
        print(f"  import not measured: there is no folder {notes}")
    return int(not all(reached for *_, reached in rows))


if __name__ == "__main__":
    sys.exit(main())
