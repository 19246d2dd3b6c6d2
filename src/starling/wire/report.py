"""The review of a story, and the story itself."""

from __future__ import annotations

from starling.model.report import Assessment, Finding, FollowUp, Report
from starling.model.story import Part, Story
from starling.wire.common import Json, evidence_json, not_run_json, place_json


def report_json(report: Report) -> Json:
    """The review of one story."""
    return {
        "story": _story(report.story),
        "words": report.words,
        "seconds": round(report.seconds),
        "english": report.english,
        "findings": [finding_json(finding) for finding in report.findings],
        "assessments": [_assessment(assessment) for assessment in report.assessments],
        "follow_ups": [_follow_up(follow_up) for follow_up in report.follow_ups],
        "ran": list(report.ran),
        "not_run": [not_run_json(each) for each in report.not_run],
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
        "start": place_json(part.place(0)) if part.lines else None,
    }


def finding_json(finding: Finding) -> Json:
    """One thing to see in a story."""
    return {
        "rule": finding.rule,
        "strength": finding.strength.value,
        "message": finding.message,
        "quote": finding.quote,
        "start": place_json(finding.start),
        "end": place_json(finding.end),
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
        "evidence": [evidence_json(evidence) for evidence in assessment.evidence],
        "suggestions": list(assessment.suggestions),
        "primary": assessment.primary,
    }


def _follow_up(follow_up: FollowUp) -> Json:
    return {
        "question": follow_up.question,
        "family": follow_up.family,
        "quote": follow_up.quote,
        "start": place_json(follow_up.start),
    }
