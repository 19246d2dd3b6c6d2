"""What an import did with notes."""

from __future__ import annotations

from starling.prep.candidates import Candidate
from starling.usecases.import_notes import ImportedSource, ImportedStory, ImportResult
from starling.wire.common import Json, Shapes, error_json, problem_json, region_json


def import_json(result: ImportResult) -> Json:
    """What an import did."""
    return {
        "where": result.where,
        "written": result.written,
        "sources": [_imported_source(source) for source in result.sources],
        "questions": result.questions,
        "unread": [error_json(error) for error in result.unread],
    }


def _imported_source(source: ImportedSource) -> Json:
    return {
        "name": source.name,
        "kept_as": source.kept_as,
        "is_new": source.is_new,
        "regions": [region_json(region) for region in source.regions],
        "stories": [_imported_story(story) for story in source.stories],
        "left": [_candidate(each) for each in source.left],
        "problems": [problem_json(problem) for problem in source.problems],
    }


def _imported_story(story: ImportedStory) -> Json:
    return {
        "slug": story.story.slug,
        "title": story.story.title,
        "line": story.story.line,
        "number": story.number,
        "origin": story.origin.value,
        "outcome": story.outcome.value,
        "where": story.where,
        "diff": story.diff,
    }


def _candidate(candidate: Candidate) -> Json:
    return {
        "number": candidate.number,
        "origin": candidate.origin.value,
        "title": candidate.text.title,
        "line": candidate.text.line,
    }


SHAPES: Shapes = {ImportResult: ("import", import_json)}
