"""What a face said, so that it can be laid beside what another said."""

from __future__ import annotations

import json
import re
from html import unescape
from pathlib import Path
from typing import Any

from click.testing import CliRunner

from starling.cli.main import starling

_ANYWHERE = ("explain", "rules", "check", "init")
"""Commands that need no prep folder, and are not told of one."""


def command(prep: Path, arguments: list[str], piped: bytes = b"") -> Any:
    """
    What a command says with --json about a prep folder.
    """
    place = [] if arguments[0] in _ANYWHERE or "-" in arguments else ["--prep", str(prep)]
    ran = CliRunner().invoke(starling, [*arguments, *place, "--json"], piped, standalone_mode=False)
    assert ran.exception is None, ran.exception
    return json.loads(ran.stdout)


def without(answer: Any, prep: Path) -> str:
    """
    An answer without the path of its folder and the moment of it.
    """
    text = json.dumps(answer, ensure_ascii=False).replace(str(prep), "PREP")
    lines = [line for line in json.dumps(json.loads(text), indent=1).splitlines() if '"at":' not in line]
    return "\n".join(lines)


def files(prep: Path) -> dict[str, bytes]:
    """
    What a person keeps; caches and the history are Starling's.
    """
    paths = [path for path in sorted(prep.rglob("*")) if path.is_file() and ".starling" not in path.parts]
    return {str(path.relative_to(prep)): path.read_bytes() for path in paths}


def at(answer: Any, path: str) -> list[str]:
    """
    The texts that stand under a path of keys, through every list on the way.
    """
    found = [answer]
    for key in path.split("."):
        found = [each[key] for each in found]
        found = [one for each in found for one in (each if isinstance(each, list) else [each])]
    return [str(each) for each in found]


def words(text: str) -> str:
    """
    What a page says, without its tags; spaces count once, and not before a point.
    """
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", text)).split())
