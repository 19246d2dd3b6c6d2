"""A story's text over time: saves, versions, differences, and what was deleted."""

from __future__ import annotations

from starling.model.history import Version
from starling.usecases.versions import Deleted, Difference, Saved, Versions
from starling.wire.common import Json, Shapes


def _saved(saved: Saved) -> Json:
    return {
        "slug": saved.slug,
        "title": saved.title,
        "where": saved.where,
        "seen": saved.seen,
        "version": saved.version,
    }


def _deleted(deleted: Deleted) -> Json:
    return {"slug": deleted.slug, "title": deleted.title, "version": deleted.version}


def _versions(past: Versions) -> Json:
    return {
        "slug": past.slug,
        "title": past.title,
        "deleted": past.deleted,
        "versions": [_version(each) for each in past.versions],
    }


def _version(version: Version) -> Json:
    return {
        "number": version.number,
        "event": version.event.value,
        "at": version.at.isoformat(),
        "seen": version.seen,
        "text": version.text,
    }


def _difference(difference: Difference) -> Json:
    return {
        "slug": difference.slug,
        "title": difference.title,
        "old": difference.old.number,
        "new": difference.new.number,
        "diff": difference.diff,
    }


SHAPES: Shapes = {
    Saved: ("saved", _saved),
    Deleted: ("deleted", _deleted),
    Versions: ("versions", _versions),
    Difference: ("difference", _difference),
}
