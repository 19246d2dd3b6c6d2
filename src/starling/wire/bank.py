"""The stories of a prep folder, and what was called fine in them."""

from __future__ import annotations

from starling.usecases.bank import Accepted, Reopened, Shown, StoryCard, StoryList
from starling.wire.common import Json, Shapes, problem_json
from starling.wire.report import finding_json, report_json


def _story_list(stories: StoryList) -> Json:
    return {"where": stories.where, "stories": [_card(card) for card in stories.stories]}


def _card(card: StoryCard) -> Json:
    return {
        "slug": card.story.slug,
        "title": card.story.title,
        "question": card.story.question,
        "tags": list(card.story.tags),
        "where": card.where,
        "words": card.words,
        "seconds": round(card.seconds),
        "missing": [kind.value for kind in card.missing],
        "problems": [problem_json(problem) for problem in card.problems],
    }


def _shown(shown: Shown) -> Json:
    return {
        "where": shown.where,
        "seen": shown.seen,
        "said_i": shown.said_i,
        "said_we": shown.said_we,
        "report": report_json(shown.report),
        "problems": [problem_json(problem) for problem in shown.problems],
    }


def _accepted(accepted: Accepted) -> Json:
    return {
        "story": accepted.story,
        "rule": accepted.rule,
        "findings": [finding_json(finding) for finding in accepted.findings],
        "new": accepted.new,
    }


def _reopened(reopened: Reopened) -> Json:
    return {
        "story": reopened.story,
        "rule": reopened.rule,
        "taken": [{"words": each.words, "day": each.day, "reason": each.reason} for each in reopened.taken],
    }


SHAPES: Shapes = {
    StoryList: ("stories", _story_list),
    Shown: ("story", _shown),
    Accepted: ("accepted", _accepted),
    Reopened: ("reopened", _reopened),
}
