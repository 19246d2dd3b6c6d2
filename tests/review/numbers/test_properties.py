"""What holds for all relations: unrelated sentences, scaled members, changed members."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from starling.model.report import Brief
from starling.model.story import Line, Story
from starling.review.numbers.audit import all_relations, audit
from starling.review.numbers.quantities.sheet import Sheet
from starling.review.numbers.relation import Relation, Verdict
from starling.review.reading import Reading
from starling.review.rule import tell

UNRELATED = (
    "My colleague wrote the minutes in blue ink.",
    "The canteen served soup on 14 wooden trays.",
    "The lift was painted green that spring.",
)

SCALED = (
    ("The nightly export went from {0} minutes to {1} minutes, 4x faster.", (8, 2)),
    ("Open complaints fell from {0} to {1}, a 20% reduction.", (10, 8)),
    ("I computed 0.25 × {0} + 0.75 × {1} = {2} ms.", (80, 40, 50)),
    ("We ran it on {0} depots ({1} urban, {2} rural).", (10, 4, 6)),
    ("That is {0} clients × 50 calls = {1} calls.", (6, 300)),
    ("That is {0} vans * 50 parcels = {1} parcels.", (6, 300)),
    ("The median was {0} ms and the p95 was {1} ms.", (40, 90)),
)
"""Consistent tellings, by the members that can grow together."""


def with_sentence(story: Story, sentence: str) -> Story:
    """The story with a paragraph of its own after the last part."""
    *parts, last = story.parts
    line = last.lines[-1].number
    return replace(
        story,
        parts=(*parts, replace(last, lines=(*last.lines, Line("", line + 1), Line(sentence, line + 2)))),
    )


def codes(relation: Relation, story: Story) -> Counter[str]:
    """What one relation says of a story, by its reply codes."""
    return Counter(claim.code for claim in relation.find(Reading(story, Brief()).once(Sheet)))


def verdicts(said: str) -> set[Verdict]:
    """The verdicts on what the author of a result claims."""
    return {c.verdict for c in audit(Reading(tell(result=said), Brief())).claims if c.stated}


@pytest.mark.parametrize("relation", all_relations(), ids=lambda each: each.code)
def test_an_unrelated_sentence_takes_no_verdict_away(relation: Relation) -> None:
    """Whatever a relation says of its examples, it says beside a sentence about something else."""
    for example, _ in relation.hits:
        story = example.reading[0].story
        for sentence in UNRELATED:
            assert codes(relation, story) <= codes(relation, with_sentence(story, sentence))


@pytest.mark.parametrize(("said", "members"), SCALED)
@given(scale=st.integers(1, 90))
def test_members_that_grow_together_still_fit(said: str, members: tuple[int, ...], scale: int) -> None:
    """A consistent relation is consistent at any scale of its members."""
    assert {Verdict.CONSISTENT} == verdicts(said.format(*(member * scale for member in members)))


@pytest.mark.parametrize(("said", "members"), SCALED)
@given(scale=st.integers(2, 90))
def test_one_member_changed_is_noticed(said: str, members: tuple[int, ...], scale: int) -> None:
    """A member far outside its interval makes every one of these fail."""
    first, *rest = (member * scale for member in members)
    assert Verdict.CONTRADICTION in verdicts(said.format(first * 7, *rest))
