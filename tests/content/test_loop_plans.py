"""How companies are taken to interview: complete, sourced, refused with its line where it does not fit."""

from __future__ import annotations

import pytest

from starling.content import bank
from starling.content.loops import loop_plans, read_loops

KNOWN = {"amazon": ("ownership", "dive-deep"), "general": ("judgment",)}
HEAD = 'source = "notes"\nchecked = 2026-11-21\nconfidence = "low"\n'
GOOD = '[[loop]]\nslug = "amazon"\nrounds = 5\nquestions = 2\nassumption = "Five ask two."\n'


def test_every_shipped_set_has_a_loop_that_says_what_it_assumes() -> None:
    """
    Each company of the bank has its own loop, with a source, a day, and the assumption in words.
    """
    assert {each.set_name for each in bank.principles()} == {each.slug for each in loop_plans()}
    assert all(each.source and each.checked and each.assumption.endswith(".") for each in loop_plans())


def test_every_loop_has_questions_to_ask() -> None:
    """
    Some topic of each loop that weighs something is probed by a question whose type weighs something.
    """
    for plan in loop_plans():
        topics = {
            each.ref
            for each in bank.principles()
            if each.set_name == plan.slug and each.standing.is_asked and plan.topics.get(each.slug, 1)
        }
        asked = [each for each in bank.questions() if plan.types.get(each.type, 1)]
        assert sum(bool(topics & set(each.probes)) for each in asked) >= plan.rounds * plan.questions


@pytest.mark.parametrize(
    ("text", "line", "what", "advice"),
    [
        (GOOD.replace("amazon", "amazn"), 5, "no set of principles “amazn”", "amazon"),
        (GOOD.replace("= 5", "= 0"), 6, "rounds is not a number", "rounds = 2"),
        (GOOD.replace("= 2\n", "= true\n"), 7, "questions is not a number", "questions = 2"),
        (GOOD + "topics = { ownershp = 2 }\n", 9, "no principle “ownershp”", "ownership"),
        (GOOD + "topics = { ownership = -1 }\n", 9, "ownership in topics is no weight", "to leave it out"),
        (GOOD + "types = { failures = 1 }\n", 9, "no type of question “failures”", "failure"),
        (GOOD + GOOD, 10, "The slug “amazon” is taken", "another slug"),
    ],
)
def test_what_does_not_fit_is_refused_with_its_line(text: str, line: int, what: str, advice: str) -> None:
    """
    A misspelt company, principle or type, a size or a weight that cannot be: the line, and the nearest name.
    """
    problems = read_loops(HEAD + text, "loops.toml", KNOWN).problems

    assert [(line, True, True)] == [(p.line, what in p.what, advice in p.try_this) for p in problems]


def test_a_loop_that_fits_has_no_problems() -> None:
    """
    The examples above are refused for their fault alone.
    """
    read = read_loops(HEAD + GOOD, "loops.toml", KNOWN)

    assert () == read.problems
    assert [(5, 2)] == [(each.rounds, each.questions) for each in read.values]
