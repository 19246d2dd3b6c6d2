"""The fact sheet of a project."""

from __future__ import annotations

from starling.usecases.facts import Facts, Told, ToldFact
from starling.wire.common import Json, Shapes, evidence_json


def _facts(facts: Facts) -> Json:
    return {
        "project": facts.project,
        "stories": [{"slug": story.slug, "title": story.title} for story in facts.stories],
        "facts": [_fact(fact) for fact in facts.facts],
    }


def _fact(fact: ToldFact) -> Json:
    return {"state": fact.state.value, "tellings": [_told(told) for told in fact.tellings]}


def _told(told: Told) -> Json:
    return {
        "story": told.story,
        "where": told.where,
        "text": told.text,
        "evidence": evidence_json(told.evidence),
    }


SHAPES: Shapes = {Facts: ("facts", _facts)}
