"""What pasted notes hold, and what was kept of them."""

from __future__ import annotations

from starling.usecases.paste import First, Fix, FoundStory, KeptNotes, Preview, Started
from starling.wire.common import Json, Shapes, error_json, place_json
from starling.wire.import_notes import import_json
from starling.wire.report import finding_json


def _preview(preview: Preview) -> Json:
    return {
        "draft": preview.draft,
        "at": preview.at.isoformat(timespec="seconds"),
        "words": preview.words,
        "result": import_json(preview.result),
        "stories": [_story(each) for each in preview.stories],
        "first": None if preview.first is None else _first(preview.first),
    }


def _story(found: FoundStory) -> Json:
    return {
        "number": found.number,
        "seconds": round(found.report.seconds),
        "figures": len(found.numbers.figures),
        "mend": None if found.mend is None else finding_json(found.mend),
    }


def _first(first: First) -> Json:
    return {
        "number": first.story.number,
        "finding": finding_json(first.finding),
        "why": first.why,
        "quotes": list(first.quotes),
    }


def _kept(kept: KeptNotes) -> Json:
    return {"result": import_json(kept.result), "fix": None if kept.fix is None else _fix(kept.fix)}


def _fix(fix: Fix) -> Json:
    return {
        "story": fix.shown.report.story.slug,
        "rule": fix.finding.rule,
        "start": place_json(fix.finding.start),
        "end": place_json(fix.finding.end),
    }


def _started(started: Started) -> Json:
    return {
        "draft": started.draft,
        "files": started.files,
        "unread": [error_json(error) for error in started.unread],
    }


SHAPES: Shapes = {Started: ("draft", _started), Preview: ("preview", _preview), KeptNotes: ("kept", _kept)}
