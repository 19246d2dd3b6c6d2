"""The shipped principles are complete, and say what is current."""

from __future__ import annotations

from collections import Counter

import pytest

from starling.content import bank
from starling.model.principle import Principle, Standing
from starling.model.report import Confidence

ALL = [pytest.param(principle, id=principle.ref) for principle in bank.principles()]


@pytest.mark.parametrize("principle", ALL)
def test_each_has_its_facts(principle: Principle) -> None:
    """
    A principle says what it means and what too little, enough and too much look like, in words of its own.
    """
    said = (principle.gist, principle.under, principle.good, principle.over)

    assert principle.name
    assert all(said)
    assert len(said) == len(set(said))
    assert not any("!" in text for text in said)
    assert (principle.standing is Standing.SUPERSEDED) == (principle.until is not None)


@pytest.mark.parametrize("principle", ALL)
def test_how_sure_it_is_fits_where_it_was_read(principle: Principle) -> None:
    """
    What stands on a page names the page; what does not is never sure, and general knowledge is called that.
    """
    on_a_page = principle.source.startswith("https://")

    assert on_a_page or principle.confidence is not Confidence.HIGH
    assert ("general knowledge" in principle.source.lower()) <= (principle.confidence is Confidence.LOW)
    assert principle.checked is not None


def test_no_name_is_used_twice_in_a_company() -> None:
    """
    Slugs and names, other ways to write them included, are unique in a company.
    """
    slugs = Counter(principle.ref for principle in bank.principles())
    names = Counter((p.set_name, name.lower()) for p in bank.principles() for name in (p.name, *p.also))

    assert [] == [slug for slug, count in slugs.items() if count > 1]
    assert [] == [name for name, count in names.items() if count > 1]


@pytest.mark.parametrize(
    ("standing", "expected"),
    [
        (
            Standing.CURRENT,
            {
                "amazon": 16,
                "apple": 4,
                "general": 14,
                "google": 4,
                "meta": 6,
                "microsoft": 5,
                "netflix": 8,
                "nvidia": 5,
            },
        ),
        (Standing.AREA, {"apple": 5, "meta": 5, "microsoft": 5, "netflix": 4}),
        (Standing.SUPERSEDED, {"meta": 4}),
        (Standing.PHILOSOPHY, {"google": 10}),
    ],
)
def test_the_lists_are_whole(standing: Standing, expected: dict[str, int]) -> None:
    """
    Each set has as many present names, areas, replaced names and beliefs as its company published.
    """
    assert expected == dict(Counter(p.set_name for p in bank.principles() if p.standing is standing))
