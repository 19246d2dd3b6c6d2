"""The shipped principles are complete, and say what is current."""

from __future__ import annotations

from collections import Counter

import pytest

from starling.content import load
from starling.model.principle import Principle, Standing

ALL = [pytest.param(principle, id=f"{principle.company}-{principle.slug}") for principle in load.principles()]


@pytest.mark.parametrize("principle", ALL)
def test_each_has_its_facts(principle: Principle) -> None:
    """
    A principle says what it means, where that was read and how sure it is; what was replaced says when.
    """
    assert all((principle.name, principle.gist, principle.source.startswith("https://")))
    assert principle.confidence in ("high", "medium", "low")
    assert (principle.standing is Standing.SUPERSEDED) == (principle.until is not None)


def test_no_name_is_used_twice_in_a_company() -> None:
    """
    Slugs and names, other ways to write them included, are unique in a company.
    """
    slugs = Counter((principle.company, principle.slug) for principle in load.principles())
    names = Counter((p.company, name.lower()) for p in load.principles() for name in (p.name, *p.also))

    assert [] == [slug for slug, count in slugs.items() if count > 1]
    assert [] == [name for name, count in names.items() if count > 1]


def test_the_lists_are_whole() -> None:
    """
    Amazon has sixteen principles now, Meta six values, Google four attributes.
    """
    current = Counter(p.company for p in load.principles() if p.standing is Standing.CURRENT)

    assert {"Amazon": 16, "Meta": 6, "Google": 4} == dict(current)
