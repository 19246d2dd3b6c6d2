"""The stories of a prep folder as terminal text: the list, one of them, and what is called fine."""

from __future__ import annotations

from collections.abc import Iterator
from shlex import quote

from starling.cli.paper import Lines, cells, count, cut, dim, pad, spell, width, wrap
from starling.cli.show_check import problem_lines
from starling.cli.show_report import report_lines
from starling.model.report import Brief
from starling.model.story import CORE
from starling.usecases.bank import Accepted, Reopened, Shown, StoryCard, StoryList

_QUESTION = 20
"""Columns from which a question is worth showing beside a story."""


def _stories(stories: StoryList) -> Iterator[str]:
    if not stories.stories:
        where = stories.where
        yield f"No stories yet in {where}. Next: starling import my-notes.md --into {quote(where)}"
        return
    room = max(cells(card.story.slug) for card in stories.stories)
    rest = width() - room - 19
    yield dim(f"length  parts    {pad('story', room)}  {'question' if rest >= _QUESTION else ''}".rstrip())
    for card in stories.stories:
        parts = " ".join("·" if kind in card.missing else kind.value[0].upper() for kind in CORE)
        asked = cut(card.story.question or "", rest) if rest >= _QUESTION else ""
        yield f"{spell(card.seconds):>6}  {parts}  {pad(card.story.slug, room)}  {asked}".rstrip()
    yield from ("", *wrap(f"{count(len(stories.stories), 'story', 'stories')}. Next: starling show STORY"))
    yield from (line for card in stories.stories for line in _problems(card))


def _problems(card: StoryCard) -> Iterator[str]:
    yield from problem_lines(card.where, card.problems)


def _shown(shown: Shown, brief: Brief) -> Iterator[str]:
    yield from report_lines(shown.report, brief, shown.where)
    yield from problem_lines(shown.where, shown.problems)
    slug = quote(shown.report.story.slug)
    if any(not each.accepted for each in shown.report.findings):
        yield from (
            "",
            *wrap(f"Next: edit {shown.where}, or call a finding fine: starling accept {slug} RULE"),
        )


def _accepted(accepted: Accepted) -> Iterator[str]:
    for finding in accepted.findings:
        words = f"“{finding.quote}”" if finding.quote else "the story as a whole"
        yield from wrap(f"{accepted.rule} is fine for {words} in {accepted.story}.")
    before = len(accepted.findings) - accepted.new
    if before:
        yield f"{count(before, 'finding')} had been accepted before."


def _reopened(reopened: Reopened) -> Iterator[str]:
    for each in reopened.taken:
        words = f"“{each.words}”" if each.words else "the story as a whole"
        reason = f" You had said: {each.reason}" if each.reason else ""
        yield from wrap(f"{reopened.rule} is no longer fine for {words} in {reopened.story}.{reason}")


LINES: Lines = {StoryList: _stories, Shown: _shown, Accepted: _accepted, Reopened: _reopened}
