"""Advice in a page's words: what a command does at a terminal, a page does in a place of its own."""

from __future__ import annotations

import re
from typing import NamedTuple

_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"")
_SENTENCE = re.compile(r"(?<=[.?])\s+(?=[A-Z“])")
_COMMAND = re.compile(r"(?<!\S)(?:starling (?P<name>[a-z]+)|--[a-z]|in quotes:)")
_BESIDE = re.compile(r"\s*\([^()]*(?:\bstarling [a-z]|--[a-z])[^()]*\)")
_OPENING = re.compile(r"; |, or ")


class Advice(NamedTuple):
    """What to try in words alone, and the name of the command that was left out, "" where none was."""

    words: str
    command: str


def on_a_page(advice: str) -> Advice:
    """Advice without its commands: a sentence, a clause or an aside that names one is left out."""
    pieces = [_without_command(each) for each in _SENTENCE.split(_BESIDE.sub("", advice))]
    words = " ".join(each.words for each in pieces if each.words)
    return Advice(words, next((each.command for each in pieces if each.command), ""))


def _without_command(sentence: str) -> Advice:
    """One sentence up to the clause that is for a terminal; what stands in quotation marks is not."""
    blind = _QUOTED.sub(lambda match: "x" * len(match[0]), sentence)
    command = _COMMAND.search(blind)
    if command is None:
        return Advice(sentence, "")
    before = [each.start() for each in _OPENING.finditer(blind, 0, command.start())]
    kept = sentence[: before[-1]] if before else ""
    return Advice(f"{kept}." if kept else "", command["name"] or "")
