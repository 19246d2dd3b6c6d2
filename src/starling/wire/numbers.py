"""The ledger of a story's figures."""

from __future__ import annotations

from starling.usecases.numbers import Figure, Numbers, NumbersSource, Related, StoryNumbers
from starling.wire.common import Json, Shapes, evidence_json, place_json, problem_json


def _numbers(numbers: Numbers) -> Json:
    return {
        "sources": [_numbers_source(source) for source in numbers.sources],
    }


def _numbers_source(source: NumbersSource) -> Json:
    return {
        "name": source.name,
        "stories": [_story_numbers(story) for story in source.stories],
        "problems": [problem_json(problem) for problem in source.problems],
    }


def _story_numbers(story: StoryNumbers) -> Json:
    return {
        "slug": story.story.slug,
        "title": story.story.title,
        "line": story.story.line,
        "figures": [_figure(figure) for figure in story.figures],
        "relations": [_related(related) for related in story.relations],
    }


def _figure(figure: Figure) -> Json:
    return {
        "text": figure.text,
        "kind": figure.kind,
        "unit": figure.unit,
        "bound": figure.bound,
        "measures": figure.measures,
        "part": figure.part.value,
        "start": place_json(figure.start),
    }


def _related(related: Related) -> Json:
    return {
        "code": related.code,
        "relation": related.relation,
        "name": related.name,
        "verdict": related.verdict.value,
        "subtype": related.subtype,
        "quotations": [evidence_json(each) for each in related.quotations],
        "arithmetic": related.arithmetic,
        "advice": related.advice,
        "question": related.question,
        "stated": related.stated,
        "rule": related.rule,
        "accepted": related.reason is not None,
        "reason": related.reason or "",
    }


SHAPES: Shapes = {
    Numbers: ("numbers", _numbers),
}
