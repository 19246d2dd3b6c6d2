"""Every probe is held to its own examples, and the follow-ups of a telling are few, distinct and quoted."""

from __future__ import annotations

import pytest

from starling.model.report import Brief, FollowUp, QuestionType
from starling.review.followups import all_probes, family_order, follow_ups
from starling.review.probe import Probe
from starling.review.reading import Reading
from starling.review.rule import Example, tell

CASES = [
    pytest.param(probe, example, expected, id=f"{probe.name}-{'hit' if expected else 'miss'}-{number}")
    for probe in all_probes()
    for expected, examples in ((True, probe.hits), (False, probe.misses))
    for number, example in enumerate(examples)
]
PROBES = [pytest.param(probe, id=probe.name) for probe in all_probes()]
TYPES = [None, *QuestionType]
FORBIDDEN = ("!", " just ", " simply ", " obviously ")

RICH = tell(
    situation="The scoring service went down on a Friday, and we disagreed about the cause.",
    action="We rebuilt the ranking service. I switched to mixed precision. I built a replay tool for us. "
    "I added drift monitoring to the nightly job.",
    result="We improved precision from 70% to 91%. It saved $300K a year. It never happened again.",
    reflection="I forgot to pin the tokenizer.",
)


def asked_of(kind: QuestionType | None, limit: int = 5) -> tuple[FollowUp, ...]:
    """The follow-ups of the telling that provokes every family."""
    return follow_ups(Reading(RICH, Brief(), kind), limit)


@pytest.mark.parametrize(("probe", "example", "expected"), CASES)
def test_examples(probe: Probe, example: Example, expected: bool) -> None:
    """
    A probe asks on each of its hits and is silent on each of its misses.
    """
    assert expected == any(list(probe.ask(reading)) for reading in example.reading)


@pytest.mark.parametrize("probe", PROBES)
def test_is_complete(probe: Probe) -> None:
    """
    A probe says what it asks and on whose authority, shows both sides twice, and has a place in every order.
    """
    assert all((probe.summary, probe.source))
    assert (2, 2) <= (min(len(probe.hits), 2), min(len(probe.misses), 2))
    assert all(probe.name in family_order(kind) for kind in TYPES)


@pytest.mark.parametrize("probe", PROBES)
def test_questions_name_the_words_that_provoke_them(probe: Probe) -> None:
    """
    A question quotes words of the span it points at, ends as a question, and keeps the house voice.
    """
    for example in probe.hits:
        for reading in example.reading:
            for asked in probe.ask(reading):
                quoted = asked.question.partition("“")[2].partition("”")[0].rstrip("…")
                assert quoted
                assert quoted in " ".join(reading.text[asked.start : asked.end].split())
                assert asked.question.endswith("?")
                assert [] == [word for word in FORBIDDEN if word in f" {asked.question.lower()} "]


def test_every_family_of_an_order_exists() -> None:
    """
    An order names each family that there is, once.
    """
    names = sorted(probe.name for probe in all_probes())

    assert [names] * len(TYPES) == [sorted(family_order(kind)) for kind in TYPES]


@pytest.mark.parametrize("kind", TYPES)
def test_one_question_a_family_and_no_two_about_the_same_words(kind: QuestionType | None) -> None:
    """
    Follow-ups come from different families and point at words that do not overlap.
    """
    asked = asked_of(kind, limit=20)

    assert len(asked) == len({question.family for question in asked})
    assert len(asked) == len({question.start for question in asked})


@pytest.mark.parametrize("kind", TYPES)
def test_the_limit_keeps_the_most_wanted(kind: QuestionType | None) -> None:
    """
    The questions stand in the order of their families, and a limit only cuts the end.
    """
    everything = asked_of(kind, limit=20)
    places = [family_order(kind).index(question.family) for question in everything]

    assert sorted(places) == places
    assert everything[:3] == asked_of(kind, limit=3)


def test_the_type_of_question_decides_what_is_asked_first() -> None:
    """
    A failure is asked about the next time before anything else, an achievement about its figures.
    """
    assert "differently" == asked_of(QuestionType.FAILURE)[0].family
    assert "how-measured" == asked_of(QuestionType.ACHIEVEMENT)[0].family


def test_an_empty_telling_provokes_nothing() -> None:
    """
    Where nothing is told, nothing is asked.
    """
    assert () == follow_ups(Reading(tell(), Brief()))
