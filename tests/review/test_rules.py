"""Every rule is held to its own examples, and none may be incomplete."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from starling import review
from starling.content import load
from starling.review.engine import all_rules, story_findings
from starling.review.rule import Example, Rule

CASES = [
    pytest.param(rule, example, expected, id=f"{rule.name}-{'hit' if expected else 'miss'}-{number}")
    for rule in all_rules()
    for expected, examples in ((True, rule.hits), (False, rule.misses))
    for number, example in enumerate(examples)
]
RULES = [pytest.param(rule, id=rule.name) for rule in all_rules()]
FORBIDDEN = ("!", " just ", " simply ", " obviously ")


@pytest.mark.parametrize(("rule", "example", "expected"), CASES)
def test_examples(rule: Rule, example: Example, expected: bool) -> None:
    """A rule speaks on each of its hits and is silent on each of its misses."""
    assert expected == bool(list(rule.marks(example.reading)))


@pytest.mark.parametrize("rule", RULES)
def test_is_complete(rule: Rule) -> None:
    """A rule says what, why and on whose authority, shows both sides, and has something to check."""
    assert all((rule.summary, rule.why, rule.source, rule.dimension, rule.hits, rule.misses))
    assert any((rule.check, rule.check_bank, rule.check_page))


@pytest.mark.parametrize("rule", RULES)
def test_messages_keep_the_house_voice(rule: Rule) -> None:
    """A message has at most two sentences, no exclamation mark and no belittling word."""
    for example in rule.hits:
        for _, mark in rule.marks(example.reading):
            text = f" {mark.message.lower()} "
            assert [] == [word for word in FORBIDDEN if word in text]
            assert mark.message.rstrip('.”"').count(". ") + mark.message.count("? ") <= 1, mark.message


@pytest.mark.parametrize("rule", [pytest.param(r, id=r.name) for r in all_rules() if r.cues])
def test_hears_nothing_without_its_cues(rule: Rule) -> None:
    """
    A rule that names its cues says nothing of any story in which none of them stands.

    The engine does not ask it there, so what it would have said would be lost.
    """
    told = (
        reading for each in all_rules() for shown in (*each.hits, *each.misses) for reading in shown.reading
    )
    unheard = [reading for reading in told if not reading.hears(rule.cues)]

    assert unheard
    assert rule.check is not None
    assert [] == [mark for reading in unheard for mark in rule.check(reading)]


def test_findings_stand_in_the_order_of_the_text() -> None:
    """Findings come sorted, so the same text always gives the same answer."""
    for rule in all_rules():
        for example in rule.hits:
            for reading in example.reading:
                findings = story_findings(reading, all_rules())
                assert sorted(findings) == findings


_LISTED = re.compile(
    r"""(?:\bhits|hits_in|hits_told|told_hits|_distinct|_phrase|attached)\((?:reading, )?"([a-z_]+)\""""
)


def test_every_phrase_list_that_is_asked_for_exists() -> None:
    """A list that is misspelt or gone is silent, and nobody would notice that a rule hears less."""
    sources = Path(review.__file__).parent.rglob("*.py")
    named = {name for source in sources for name in _LISTED.findall(source.read_text("utf-8"))}

    assert named
    assert set() == named - set(load.wordlist_names())
