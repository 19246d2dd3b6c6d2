"""JSON, JSON lines, and the objects of JavaScript, TypeScript and Python."""

from __future__ import annotations

import json
import re

from starling.model.problem import Problem
from starling.model.story import Line
from starling.text.notes.formats._format import Format, Read
from starling.text.notes.formats._html import unfold_html
from starling.text.notes.formats._records import lines_of
from starling.text.notes.formats._source import Source
from starling.text.notes.formats._values import scan

_OPENING = re.compile(
    r"\s*(?:(?!\[\[?[\w.-]{1,60}\]\]?\s)[\[{]\s*(?:[\[{]|[\"'][^\"'\n]{1,60}[\"']\s*:|\w{1,40}\s*:)"
    r"|(?:(?://|#|import |from |/?\*)[^\n]*+\n\s*+){0,40}+"
    r"(?:(?:export\s+)?(?:default|const|let|var)\s[^\n=]{0,200}=?\s*[\[{]"
    r"|\w{1,60}(?:\s?:\s?[^\n=]{1,80})?\s=\s*[\[{]\s*[\[{\"']))"
)

_CODE = re.compile(r"[\s(){};,]*[(){};]+[\s(){};,]*")
"""A line of a script on which no word stands."""


def looks_like(text: str) -> bool:
    """Whether *text* begins as data or as a script that declares data."""
    return _OPENING.match(text) is not None


def to_lines(text: str) -> Read:
    """Every story, question and text in the data; broken data with nothing in it stays as it is."""
    source = Source(text)
    lines, problems = lines_of(scan(text).items, source)
    broken = _broken(text) if text.lstrip()[:1] in ("{", "[") else ()
    if not lines:
        return (_page(source) if "</" in text else source.lines()), broken
    return unfold_html(lines), (*broken, *problems)


def _page(source: Source) -> tuple[Line, ...]:
    """The page that a script draws (JSX), without the lines on which no word stands."""
    return unfold_html([line for line in source.lines() if not _CODE.fullmatch(line.text)])


def _broken(text: str) -> tuple[Problem, ...]:
    """Where strict JSON stops being JSON; comments, single quotes and bare keys are another dialect."""
    try:
        json.loads(text, parse_int=str)  # int() refuses thousands of digits
    except RecursionError:
        return (Problem(what="The data is nested very deeply; it was read all the same.", line=1),)
    except json.JSONDecodeError as error:
        if error.msg == "Extra data":
            return _broken_rows(text)
        if error.msg.startswith("Expecting property name"):
            return ()
        return (_stop(error.msg, error.lineno),)
    return ()


def _broken_rows(text: str) -> tuple[Problem, ...]:
    """The first of many JSON rows that is broken."""
    for number, row in enumerate(text.split("\n"), start=1):
        try:
            json.loads(row or "{}", parse_int=str)
        except (ValueError, RecursionError):
            return (_stop("a row is not complete", number),) if row.strip() else ()
    return ()


def _stop(reason: str, line: int) -> Problem:
    reason = reason[:1].lower() + reason[1:]
    return Problem(
        what=f"The data is not valid JSON in line {line} ({reason}); it was read as far as it makes sense.",
        line=line,
        try_this=f"Look for a missing comma, quote or bracket at line {line}, then import again.",
    )


_JSON = """\
[{"title": "Slow queue", "situation": "Jobs waited.", "task": "Halve it.",
  "action": ["Measured.", "Batched."], "result": "Down 40%."}]"""
_SCRIPT = """\
export const stories = [{ title: 'Rollback', tags: ['failure'], // mine
  star: { situation: `A bad model
    was live.`, action: 'I rolled' + ' back.', result: "Calm.", }, }]"""
_PYTHON = """\
# mine
STORIES = [
    {
        "title": "Rollback",  # short
        "situation": '''A bad model
        was live.''',
        "action": "I rolled back.",
        "result": "Calm.",
    },
]"""
_QUESTIONS = """\
{"question": "When did you say no?", "category": "Conflict", "company": "Acme"}
{"question": "When did you yield?", "category": "Conflict", "company": "Acme"}"""

FORMAT = Format(
    suffixes=(".json", ".jsonl", ".ndjson", ".json5", ".ts", ".tsx", ".js", ".jsx", ".mjs", ".cjs", ".py"),
    looks_like=looks_like,
    to_lines=to_lines,
    reads=(
        (
            _JSON,
            (
                "## Slow queue",
                "**Situation:**",
                "Jobs waited.",
                "**Task:**",
                "Halve it.",
                "**Action:**",
                "- Measured.",
                "- Batched.",
                "**Result:**",
                "Down 40%.",
            ),
        ),
        (
            _SCRIPT,
            (
                "## Rollback",
                "**Tags:** failure",
                "**Situation:**",
                "A bad model",
                "was live.",
                "**Action:**",
                "I rolled back.",
                "**Result:**",
                "Calm.",
            ),
        ),
        (
            _PYTHON,
            (
                "## Rollback",
                "**Situation:**",
                "A bad model",
                "was live.",
                "**Action:**",
                "I rolled back.",
                "**Result:**",
                "Calm.",
            ),
        ),
        (
            _QUESTIONS,
            ("# Company: Acme", "## Conflict", "- When did you say no?", "- When did you yield?"),
        ),
    ),
    refuses=(
        "[ ] a box to tick",
        "{placeholder} in a sentence",
        "[link](https://example.org)",
        "- a list",
        "",
    ),
)
