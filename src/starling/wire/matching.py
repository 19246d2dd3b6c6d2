"""Which story answers what."""

from __future__ import annotations

from starling.matching.demand import Demand
from starling.matching.fit import Match
from starling.usecases.matching import Answer, Answers, Matched, Matches
from starling.wire.common import Json, Shapes


def _demand(demand: Demand) -> Json:
    """What is asked for."""
    return {
        "slug": demand.slug or None,
        "text": demand.text,
        "kind": demand.kind,
        "competency": demand.competency or None,
        "type": None if demand.type is None else demand.type.value,
        "shows": list(demand.shows),
    }


def match_json(match: Match) -> Json:
    """A fit with its evidence."""
    return {
        "story": match.story,
        "fit": match.fit.value,
        "stated": match.stated or None,
        "proofs": [{"quote": each.quote, "line": each.line, "shows": each.why} for each in match.proofs],
        "missing": list(match.missing),
        "tellings": list(match.tellings),
    }


def _matches(matches: Matches) -> Json:
    return {
        "asked": _demand(matches.demand),
        "stories": [_matched(each) for each in matches.stories],
        "others": matches.others,
        "total": matches.total,
        "cut": matches.cut,
    }


def _matched(matched: Matched) -> Json:
    elsewhere = [{"slot": slot.slug, "story": story} for slot, story in matched.elsewhere]
    named = {"title": matched.title, "where": matched.where}
    return match_json(matched.match) | named | {"elsewhere": elsewhere}


def _answers(answers: Answers) -> Json:
    return {
        "story": answers.story.slug,
        "where": answers.where,
        "questions": [_answer(each) for each in answers.questions],
        "principles": [_answer(each) for each in answers.principles],
        "more_questions": answers.more_questions,
        "more_principles": answers.more_principles,
        "tellings": list(answers.tellings),
    }


def _answer(answer: Answer) -> Json:
    return {"asked": _demand(answer.demand), "match": match_json(answer.match)}


SHAPES: Shapes = {Matches: ("matches", _matches), Answers: ("answers", _answers)}
