"""The author-stated links of a corpus, with the links themselves hidden from the stories."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from starling.model.story import Line, Part, PartKind, Story

LEAST = 4
"""Stories that an author must have for a ranking to say something."""

_PARTS = (PartKind.SITUATION, PartKind.TASK, PartKind.ACTION, PartKind.RESULT)
_NOT_SAID = re.compile(
    r"plus|nugget|takeaway|beats|use|good for|question|principle|competenc|tag|lp", re.IGNORECASE
)
_OPENING_WORDS = frozenset(
    "tell me us about a an the time when where you your story example situation describe of in to how do did "
    "what was q s and for with had have has one i it that on at from give question is are".split()
)
_ALIKE = 0.5


@dataclass(frozen=True)
class Link:
    """A question or principle (``kind``), and which of its author's stories answer it."""

    author: str
    kind: str
    text: str
    stories: frozenset[str]


@dataclass(frozen=True)
class Bank:
    """The stories of one author, without what states a link, and the links."""

    author: str
    stories: tuple[Story, ...]
    links: tuple[Link, ...]


def load(folder: Path) -> list[Bank]:
    """The banks of a corpus, by author; raises OSError where the folder holds none."""
    authors = {row["id"]: str(row["repo"]).split("/")[0] for row in _rows(folder / "sources.jsonl")}
    stated: dict[tuple[str, str, str], set[str]] = defaultdict(set)
    rows = {row["id"]: row for row in _rows(folder / "stories.jsonl")}
    by_story: dict[str, list[str]] = defaultdict(list)
    for row in _rows(folder / "matches.jsonl"):
        author = authors[rows[row["story_id"]]["source_id"]]
        stated[author, row["kind"], row["question_or_principle"]].add(row["story_id"])
        by_story[row["story_id"]].append(row["question_or_principle"])
    banks: dict[str, list[Story]] = defaultdict(list)
    for row in rows.values():
        banks[authors[row["source_id"]]].append(_story(row, by_story[row["id"]]))
    links = [Link(author, kind, text, frozenset(ids)) for (author, kind, text), ids in stated.items()]
    return [
        Bank(author, tuple(stories), tuple(link for link in links if link.author == author))
        for author, stories in sorted(banks.items())
    ]


def _story(row: dict[str, Any], stated: list[str]) -> Story:
    """The telling alone: no question, no tags, no notes, and no title that states a link."""
    kinds = [(kind, row[kind.value]) for kind in _PARTS]
    extra = [
        (PartKind.REFLECTION, text) for label, text in row["extra"].items() if not _NOT_SAID.search(label)
    ]
    parts = tuple(Part(kind, _lines(text)) for kind, text in (*kinds, *extra) if text)
    title = row["title"] or ""
    return Story(
        title="" if any(_states(title, each) for each in stated) else title, slug=row["id"], parts=parts
    )


def _lines(text: str) -> tuple[Line, ...]:
    return tuple(Line(row, number) for number, row in enumerate(text.split("\n"), 1))


def _states(title: str, link: str) -> bool:
    """Whether a title says the link again, in whole or in half of their words."""
    one, other = _content(title), _content(link)
    shared = len(one & other)
    return bool(shared) and shared >= _ALIKE * min(len(one), len(other))


def _content(text: str) -> set[str]:
    return set(re.findall(r"[a-z]{2,}", text.lower())) - _OPENING_WORDS


def _rows(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
