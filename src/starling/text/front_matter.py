"""The YAML facts between two ``---`` lines at the head of a page; every value stays the text it is."""

from __future__ import annotations

import difflib
import json
import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from starling.model.problem import Problem

LONGEST = 200
"""Lines that front matter may have; a ``---`` further down is a rule between paragraphs."""

_PLAIN = re.compile(r"[^\W\d_](?:[\w &/+.()’'-]*[\w&/+.()’-])?|\d+%")
_SAID_BY_YAML = {"true", "false", "yes", "no", "on", "off", "null", "y", "n"}
_UNPRINTABLE = re.compile(
    "[^\x20-\x7e\u00a0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
)


@dataclass(frozen=True)
class Facts:
    """What front matter says, and the rows of the page that it takes (0 where there is none)."""

    values: Mapping[str, str | tuple[str, ...]]
    rows: int
    problems: tuple[Problem, ...] = ()

    def one(self, key: str) -> str | None:
        """The value of *key* as one text, or None where it says nothing."""
        value = self.values.get(key, "")
        return (value if isinstance(value, str) else ", ".join(value)) or None

    def many(self, key: str) -> tuple[str, ...]:
        """The values of *key*; a text is read as a list parted by commas."""
        value = self.values.get(key, ())
        return tuple(filter(None, map(str.strip, value.split(",")))) if isinstance(value, str) else value


def read_facts(rows: Sequence[str], known: Sequence[str]) -> Facts:
    """The facts at the head of a page; what cannot be read becomes a problem, and the page stays whole."""
    if not rows or rows[0].rstrip() != "---":
        return Facts({}, 0)
    end = next((n for n, row in enumerate(rows[1:LONGEST], 1) if row.rstrip() in ("---", "...")), None)
    if end is None:
        problem = Problem("The front matter is not closed.", 1, "Add a line --- after the last fact.")
        return Facts({}, 0, (problem,))
    values, problems = _load("\n".join(rows[1:end]))
    return Facts(values, end + 1, (*problems, *_misspelt(values, rows, known)))


def _load(text: str) -> tuple[dict[str, str | tuple[str, ...]], tuple[Problem, ...]]:
    import yaml  # noqa: PLC0415 - 20 ms that `--help` need not pay

    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    try:
        loaded = yaml.load(text, loader)  # noqa: S506 - the base loaders make nothing but text
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        mark = getattr(error, "problem_mark", None)
        line = 2 if mark is None else min(mark.line, text.count("\n")) + 2
        why = getattr(error, "problem", None) or "it is nested too deeply"
        advice = "Put values that hold a colon, a quotation mark or a bracket into quotation marks."
        return {}, (Problem(f"The front matter is not YAML: {why}.", line, advice),)
    if loaded in (None, ""):
        return {}, ()
    if not isinstance(loaded, dict):
        return {}, (
            Problem("The front matter holds no facts.", 2, "Write one a line, as in: project: Search"),
        )
    return _texts(loaded)


def _texts(loaded: Mapping[Any, Any]) -> tuple[dict[str, str | tuple[str, ...]], tuple[Problem, ...]]:
    values: dict[str, str | tuple[str, ...]] = {}
    problems: list[Problem] = []
    for key, value in loaded.items():
        if isinstance(value, str):
            values[str(key)] = " ".join(value.split())
        elif isinstance(value, list) and all(isinstance(each, str) for each in value):
            values[str(key)] = tuple(filter(None, (" ".join(each.split()) for each in value)))
        else:
            advice = "Write a text, or a list such as [one, two]."
            problems.append(Problem(f"“{key}” in the front matter is neither a text nor a list.", 2, advice))
    return values, tuple(problems)


def _misspelt(values: Mapping[str, object], rows: Sequence[str], known: Sequence[str]) -> Iterator[Problem]:
    """Keys that are nearly known ones; other tools may keep keys of their own."""
    for key in sorted(set(values) - set(known)):
        near = difflib.get_close_matches(key.lower(), known, 1, cutoff=0.75)
        if near:
            line = next((n for n, row in enumerate(rows, 1) if row.startswith(key)), 2)
            yield Problem(
                f"The front matter says “{key}”, which is not known.", line, f"Did you mean {near[0]}?"
            )


def write_facts(values: Mapping[str, str | Sequence[str]], below: Collection[str] = ()) -> Iterator[str]:
    """The rows of front matter that say *values*, in their order; none where nothing is said.

    The values of keys that are *below* stand in rows of their own.
    """
    rows = [row for key, value in values.items() for row in _fact(key, value, below=key in below)]
    if rows:
        yield from ("---", *rows, "---", "")


def _fact(key: str, value: str | Sequence[str], *, below: bool) -> Iterator[str]:
    said = _written(value)
    if said and below:
        yield f"{key}:"
        yield from (f"  - {scalar(' '.join(each.split()))}" for each in value)
    elif said:
        yield f"{key}: {said}"


def _written(value: str | Sequence[str]) -> str:
    """A text or a list as YAML, or nothing where it says nothing."""
    if isinstance(value, str):
        return scalar(" ".join(value.split())) if value.strip() else ""
    each = ", ".join(scalar(" ".join(text.split())) for text in value if text.strip())
    return f"[{each}]" if each else ""


def scalar(value: str) -> str:
    """*value* as YAML that every reader takes for this text."""
    if _PLAIN.fullmatch(value) and value.lower() not in _SAID_BY_YAML:
        return value
    return _UNPRINTABLE.sub(lambda sign: f"\\U{ord(sign.group()):08x}", json.dumps(value, ensure_ascii=False))
