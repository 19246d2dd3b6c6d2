"""The house: import order, what starts with the program, and documents that match the code."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from importlib.util import cache_from_source
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent

HEAVY = (
    "alembic", "docx", "fastapi", "ftfy", "jinja2", "lxml", "numpy", "regex",
    "sqlalchemy", "sqlite3", "starlette", "syntok", "text_to_num", "uvicorn", "yaml",
)  # fmt: skip

LINK = re.compile(r"\]\((?!\w+:)([^)#\s]+)")

UNWANTED = {
    "a path of somebody's machine": re.compile(r"(?<![\w.~/-])/(?:work|root|home|Users|tmp)/\w"),
    "a package registry's host": re.compile(r"pypi\.org|pythonhosted\.org|npmjs\.(?:org|com)"),
}


def run(*command: str) -> subprocess.CompletedProcess[str]:
    """Run a program of this environment in the project's folder."""
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


def tracked() -> Iterator[Path]:
    """The files of the project, as git lists them."""
    listed = run("git", "ls-files", "--cached", "--others", "--exclude-standard", "-z")
    if listed.returncode != 0:
        pytest.skip("This copy of Starling is not a git repository, so its files cannot be listed.")
    paths = (ROOT / name for name in listed.stdout.split("\0") if name)
    return (path for path in paths if path.is_file())


def test_rooms_import_downwards() -> None:
    """
    The import contracts of pyproject.toml are kept.
    """
    linted = run(str(Path(sys.executable).parent / "lint-imports"), "--no-logo", "--no-cache")

    assert 0 == linted.returncode, linted.stdout + linted.stderr


def test_help_loads_little() -> None:
    """
    `starling --help` loads no web, SQL, number or language module.
    """
    program = (
        "import sys\n"
        "from starling.cli.main import main\n"
        "try:\n    main(['--help'])\nexcept SystemExit:\n    pass\n"
        f"sys.stderr.write(' '.join(sorted(set(sys.modules) & set({HEAVY}))))\n"
    )
    started = run(sys.executable, "-c", program)

    assert (0, "") == (started.returncode, started.stderr)
    assert "Usage" in started.stdout


def test_installed_modules_have_byte_code() -> None:
    """
    What the program takes from other packages was compiled when it was installed, and not at each start.
    """
    listing = "import sys, click; print(*(getattr(m, '__file__', '') for m in sys.modules.values()))"
    files = run(sys.executable, "-c", listing).stdout.split()
    installed = [Path(file) for file in files if "site-packages" in file and file.endswith(".py")]

    assert installed
    assert [] == [file for file in installed if not Path(cache_from_source(str(file))).exists()]


def test_dependencies_are_pinned() -> None:
    """
    Whatever pyproject.toml asks for is pinned with hashes; after a change, run `make lock`.
    """
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    groups = project["dependency-groups"]
    asked = {
        "requirements.txt": project["project"]["dependencies"],
        "requirements-build.txt": groups["build"],
        "requirements-dev.txt": [*groups["dev"], *project["project"]["optional-dependencies"]["docx"]],
    }
    for lock, wanted in asked.items():
        pinned = re.findall(
            r"^([\w-]+)==\S+ (?:;[^\\]*)?\\\n +--hash=sha256:", (ROOT / lock).read_text("utf-8"), re.MULTILINE
        )
        names = {re.split(r"[<>=\[;]", requirement)[0].strip().lower() for requirement in wanted}

        assert set() == names - set(pinned), lock


def test_generated_documents_are_current() -> None:
    """
    What `make docs` would write is already there.
    """
    checked = run(sys.executable, "scripts/docs.py", "--check")

    assert (0, "", "") == (checked.returncode, checked.stdout, checked.stderr)


@pytest.mark.parametrize("kind", UNWANTED)
def test_names_no_machine_and_no_registry(kind: str) -> None:
    """
    No file of the project names a path of somebody's machine or a package registry's host.
    """
    found = [
        f"{path.relative_to(ROOT)}: {match.group()}"
        for path in tracked()
        for match in UNWANTED[kind].finditer(path.read_text("utf-8", errors="replace"))
    ]

    assert [] == found


def test_links_between_documents_lead_somewhere() -> None:
    """
    A link from one document of the project to another file of it leads to a file that is there.
    """
    found = [
        f"{path.relative_to(ROOT)}: {target}"
        for path in tracked()
        if path.suffix == ".md" and "examples" not in path.parts
        for target in LINK.findall(path.read_text("utf-8"))
        if not (path.parent / target).exists()
    ]

    assert [] == found


def test_words_are_in_order() -> None:
    """
    The glossary is alphabetical and has each word once.
    """
    words = re.findall(r"^\*\*(.+?)\*\*:", (ROOT / "docs" / "words.md").read_text("utf-8"), re.MULTILINE)

    assert sorted(set(words), key=str.lower) == words


def test_documents_name_files_that_exist() -> None:
    """
    A path below src/starling that README, CONTRIBUTING or the architecture names is there.
    """
    named = re.compile(r"`(src/starling/[\w/.-]+)`")
    found = [
        f"{page}: {target}"
        for page in ("README.md", "CONTRIBUTING.md", "docs/architecture.md")
        for target in named.findall((ROOT / page).read_text("utf-8"))
        if not (ROOT / target).exists()
    ]

    assert [] == found
