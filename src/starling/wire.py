"""Answer -> JSON: the one versioned shape behind ``--json`` (docs/wire.md)."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from starling.model.notes import Notes, Region
from starling.model.problem import Problem, StarlingError
from starling.model.report import Assessment, Evidence, Finding, FollowUp, NotRun, Report
from starling.model.story import Part, Place, Story
from starling.review.numbers.relation import Relation
from starling.review.rule import Rule
from starling.usecases.bank import Accepted, Shown, StoryCard, StoryList
from starling.usecases.check import Checked, CheckedSource
from starling.usecases.facts import Facts, Told, ToldFact
from starling.usecases.import_notes import ImportedSource, ImportedStory, ImportResult
from starling.usecases.init_prep import Prep
from starling.usecases.numbers import Figure, Numbers, NumbersSource, Related, StoryNumbers
from starling.usecases.rules import Explained, ExplainedRelation, Rules

VERSION = 1
"""Grows when a key changes its meaning or goes; a new key does not change it."""

Json = dict[str, Any]


def to_json(answer: object) -> str:
    """An answer as JSON, with its kind and the version of the shape."""
    kind, shape = _SHAPES[type(answer)]
    return json.dumps({"starling": VERSION, "kind": kind} | shape(answer), ensure_ascii=False, indent=2)


def _prep(prep: Prep) -> Json:
    return {"where": prep.where, "made": list(prep.made)}


def _imported(result: ImportResult) -> Json:
    return {
        "where": result.where,
        "written": result.written,
        "sources": [_imported_source(source) for source in result.sources],
        "questions": result.questions,
        "unread": [_error(error) for error in result.unread],
    }


def _imported_source(source: ImportedSource) -> Json:
    return {
        "name": source.name,
        "kept_as": source.kept_as,
        "is_new": source.is_new,
        "regions": [_region(region) for region in source.regions],
        "stories": [_imported_story(story) for story in source.stories],
        "answers": source.answers,
        "problems": [_problem(problem) for problem in source.problems],
    }


def _imported_story(story: ImportedStory) -> Json:
    return {
        "slug": story.story.slug,
        "title": story.story.title,
        "line": story.story.line,
        "outcome": story.outcome.value,
        "where": story.where,
        "diff": story.diff,
    }


def _checked(checked: Checked) -> Json:
    return {
        "sources": [_checked_source(source) for source in checked.sources],
        "unread": [_error(error) for error in checked.unread],
        "not_run": [_not_run(each) for each in checked.not_run],
    }


def _checked_source(source: CheckedSource) -> Json:
    return {
        "name": source.name,
        "regions": [] if source.notes is None else _regions(source.notes),
        "reports": [_report(report) for report in source.reports],
        "page": [_finding(finding) for finding in source.page],
        "problems": [_problem(problem) for problem in source.problems],
    }


def _regions(notes: Notes) -> list[Json]:
    return [_region(region) for region in notes.regions]


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
        "problems": [_problem(problem) for problem in card.problems],
    }


def _shown(shown: Shown) -> Json:
    return {
        "where": shown.where,
        "report": _report(shown.report),
        "problems": [_problem(problem) for problem in shown.problems],
    }


def _accepted(accepted: Accepted) -> Json:
    return {
        "story": accepted.story,
        "rule": accepted.rule,
        "findings": [_finding(finding) for finding in accepted.findings],
        "new": accepted.new,
    }


def _rules(rules: Rules) -> Json:
    return {"rules": [_rule(rule) for rule in rules.rules]}


def _explained(explained: Explained) -> Json:
    return {
        "rule": _rule(explained.rule),
        "speaks_on": list(explained.speaks_on),
        "silent_on": list(explained.silent_on),
    }


def _explained_relation(explained: ExplainedRelation) -> Json:
    return {
        "relation": _relation(explained.relation),
        "verdicts": [
            {"verdict": verdict.value, "tellings": list(tellings)} for verdict, tellings in explained.verdicts
        ],
        "silent_on": list(explained.silent_on),
    }


def _relation(relation: Relation) -> Json:
    return {
        "code": relation.code,
        "name": relation.name,
        "summary": relation.summary,
        "why": relation.why,
        "source": relation.source,
    }


def _numbers(numbers: Numbers) -> Json:
    return {
        "sources": [_numbers_source(source) for source in numbers.sources],
        "unread": [_error(error) for error in numbers.unread],
    }


def _numbers_source(source: NumbersSource) -> Json:
    return {
        "name": source.name,
        "stories": [_story_numbers(story) for story in source.stories],
        "problems": [_problem(problem) for problem in source.problems],
    }


def _story_numbers(story: StoryNumbers) -> Json:
    return {
        "slug": story.story.slug,
        "title": story.story.title,
        "line": story.story.line,
        "figures": [_figure(figure) for figure in story.figures],
        "relations": [_related(related) for related in story.relations],
    }


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
        "evidence": _evidence(told.evidence),
    }


def _figure(figure: Figure) -> Json:
    return {
        "text": figure.text,
        "kind": figure.kind,
        "unit": figure.unit,
        "bound": figure.bound,
        "measures": figure.measures,
        "part": figure.part.value,
        "start": _place(figure.start),
    }


def _related(related: Related) -> Json:
    return {
        "code": related.code,
        "relation": related.relation,
        "name": related.name,
        "verdict": related.verdict.value,
        "subtype": related.subtype,
        "quotations": [_evidence(each) for each in related.quotations],
        "arithmetic": related.arithmetic,
        "advice": related.advice,
        "question": related.question,
        "stated": related.stated,
        "rule": related.rule,
        "accepted": related.reason is not None,
        "reason": related.reason or "",
    }


def _rule(rule: Rule) -> Json:
    return {
        "name": rule.name,
        "summary": rule.summary,
        "why": rule.why,
        "source": rule.source,
        "strength": rule.strength.value,
        "dimension": rule.dimension,
    }


def _report(report: Report) -> Json:
    return {
        "story": _story(report.story),
        "words": report.words,
        "seconds": round(report.seconds),
        "english": report.english,
        "findings": [_finding(finding) for finding in report.findings],
        "assessments": [_assessment(assessment) for assessment in report.assessments],
        "follow_ups": [_follow_up(follow_up) for follow_up in report.follow_ups],
        "ran": list(report.ran),
        "not_run": [_not_run(each) for each in report.not_run],
    }


def _story(story: Story) -> Json:
    return {
        "slug": story.slug,
        "title": story.title,
        "question": story.question,
        "project": story.project,
        "tags": list(story.tags),
        "serves": list(story.serves),
        "told": list(story.told),
        "source": story.source,
        "line": story.line,
        "confidence": story.confidence,
        "parts": [_part(part) for part in story.parts],
        "notes": "\n".join(line.text for line in story.notes),
    }


def _part(part: Part) -> Json:
    return {
        "kind": part.kind.value,
        "also": [kind.value for kind in part.also],
        "label": part.label,
        "text": part.text,
        "start": _place(part.place(0)) if part.lines else None,
    }


def _finding(finding: Finding) -> Json:
    return {
        "rule": finding.rule,
        "strength": finding.strength.value,
        "message": finding.message,
        "quote": finding.quote,
        "start": _place(finding.start),
        "end": _place(finding.end),
        "accepted": finding.accepted,
        "code": finding.code,
    }


def _assessment(assessment: Assessment) -> Json:
    return {
        "dimension": assessment.dimension,
        "title": assessment.title,
        "score": assessment.score,
        "confidence": assessment.confidence.value,
        "because": assessment.because,
        "evidence": [_evidence(evidence) for evidence in assessment.evidence],
        "suggestions": list(assessment.suggestions),
        "primary": assessment.primary,
    }


def _evidence(evidence: Evidence) -> Json:
    return {"quote": evidence.quote, "start": _place(evidence.start)}


def _follow_up(follow_up: FollowUp) -> Json:
    return {
        "question": follow_up.question,
        "family": follow_up.family,
        "quote": follow_up.quote,
        "start": _place(follow_up.start),
    }


def _not_run(each: NotRun) -> Json:
    return {"rule": each.rule, "why": each.why}


def _region(region: Region) -> Json:
    return {"kind": region.kind.value, "first": region.first, "last": region.last, "what": region.what}


def _problem(problem: Problem) -> Json:
    return {"what": problem.what, "line": problem.line, "try_this": problem.try_this}


def _error(error: StarlingError) -> Json:
    return {"what": error.what, "where": error.where, "try_this": error.try_this}


def _place(place: Place) -> Json:
    return {"line": place.line, "column": place.column}


_SHAPES: dict[type, tuple[str, Callable[[Any], Json]]] = {
    Prep: ("prep", _prep),
    ImportResult: ("import", _imported),
    Checked: ("check", _checked),
    StoryList: ("stories", _story_list),
    Shown: ("story", _shown),
    Numbers: ("numbers", _numbers),
    Facts: ("facts", _facts),
    Accepted: ("accepted", _accepted),
    Rules: ("rules", _rules),
    Explained: ("rule", _explained),
    ExplainedRelation: ("relation", _explained_relation),
}
