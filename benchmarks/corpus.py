"""A corpus of real notes with their stories, as its folder keeps them: raw files and gold in JSON lines."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

PARTS = ("situation", "task", "action", "result")


@dataclass(frozen=True)
class Gold:
    """A story as it was labelled; a part is None where its author has none."""

    id: str
    title: str
    question: str | None
    tags: tuple[str, ...]
    parts: dict[str, str | None]
    merged: str
    author: str
    text: str


@dataclass(frozen=True)
class Source:
    """A document as found, its kind, and the stories in it."""

    id: str
    name: str
    kind: str
    text: str
    author: str
    stories: tuple[Gold, ...]


def load(folder: Path) -> list[Source]:
    """Every source of the corpus in *folder*, in order; raises OSError where it is none."""
    stories: dict[str, list[dict[str, Any]]] = {}
    for row in _rows(folder / "stories.jsonl"):
        stories.setdefault(row["source_id"], []).append(row)
    sources = []
    for row in _rows(folder / "sources.jsonl"):
        author = str(row.get("repo", row["id"])).split("/")[0]
        path = folder / row["file"]
        text = path.read_bytes().decode("utf-8", errors="replace").replace("\r\n", "\n").replace("\r", "\n")
        gold = tuple(_gold(story, author) for story in stories.get(row["id"], []))
        sources.append(Source(row["id"], path.name, row["kind"], text, author, gold))
    return sources


def _rows(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def _gold(row: dict[str, Any], author: str) -> Gold:
    return Gold(
        id=row["id"],
        title=row["title"] or "",
        question=row["question"],
        tags=tuple(row["tags"]),
        parts={part: row[part] for part in PARTS},
        merged=row.get("merged") or "",
        author=author,
        text=row["full_text"],
    )
