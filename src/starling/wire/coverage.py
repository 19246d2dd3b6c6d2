"""What stories cover."""

from __future__ import annotations

from starling.matching.coverage import Held
from starling.usecases.coverage import Coverage, CoverRow, CoverSet, CoverSets, Near
from starling.wire.common import Json, Shapes
from starling.wire.matching import match_json


def _sets(found: CoverSets) -> Json:
    return {
        "sets": [set_json(each) for each in found.sets],
        "stories": found.stories,
        "events": found.events,
    }


def set_json(one: CoverSet) -> Json:
    """A set, and how many of its rows are covered how well."""
    return {
        "name": one.name,
        "title": one.title,
        "of": one.kind,
        "size": one.size,
        "gaps": one.gaps,
        "thin": one.thin,
        "one": one.one,
        "spare": one.spare,
    }


def _coverage(coverage: Coverage) -> Json:
    return {
        "set": set_json(coverage.cover_set),
        "sure": None if coverage.sure is None else coverage.sure.value,
        "columns": [
            {
                "story": each.story,
                "title": each.title,
                "where": each.where,
                "tellings": list(each.tellings),
                "carries": each.carries,
            }
            for each in coverage.columns
        ],
        "rows": [_row(each, coverage.slugs) for each in coverage.rows],
    }


def _row(row: CoverRow, slugs: tuple[str, ...]) -> Json:
    return {
        "slug": row.slug,
        "name": row.name,
        "gist": row.gist,
        "under": row.under,
        "group": row.group.value,
        "cells": [_cell(each, slugs) for each in row.cells],
        "asks": list(row.asks),
        "near": None if row.near is None else _near(row.near),
        "said": row.said,
    }


def _cell(held: Held, slugs: tuple[str, ...]) -> Json:
    return {"fit": held.fit.value, "story": slugs[held.telling], "stated": held.stated}


def _near(near: Near) -> Json:
    return {"title": near.title, "match": match_json(near.match)}


SHAPES: Shapes = {Coverage: ("coverage", _coverage), CoverSets: ("coverage_sets", _sets)}
