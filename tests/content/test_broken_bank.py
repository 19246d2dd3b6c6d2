"""Content that does not fit together is refused with its line and the nearest name."""

from __future__ import annotations

from datetime import date

import pytest

from starling.content.bank import _refuse
from starling.content.fields import Taken
from starling.content.read_lists import read_competencies, read_interview_types, read_slots, read_story_kinds
from starling.content.read_principles import read_principles
from starling.content.read_questions import Known, read_questions, unasked
from starling.model.principle import Principle
from starling.model.problem import Problem, UsageError
from starling.model.report import Confidence

KNOWN = Known(
    competencies={"baking": "Baking", "delivery": "Delivery"},
    slots=frozenset({"oven-heat", "resting-time"}),
    kinds=frozenset({"burnt-loaf"}),
    principles=frozenset({"rye/slow-dough", "rye/open-oven", "spelt/no-waste"}),
)
GOOD = """\
competency = "baking"
source = "the baker"
checked = 2026-01-31

[[question]]
slug = "bread-burnt"
text = "Tell me about a loaf that burnt."
type = "failure"
shows = ["oven-heat"]
traps = ["The oven was at fault."]
follow_ups = ["Who ate it?"]
probes = ["rye/slow-dough"]
kinds = ["burnt-loaf"]
"""
TREE = """\
source = "the baker"
checked = 2026-01-31
[[competency]]
slug = "work"
name = "Work"
gist = "All of it."
[[competency]]
slug = "baking"
parent = "work"
name = "Baking"
gist = "Bread."
[[competency]]
slug = "mixing"
parent = "baking"
name = "Mixing"
gist = "Dough."
"""
SET = """\
company = "Rye"
source = "https://example.org/rye"
checked = 2026-01-31
confidence = "low"

[[principle]]
slug = "slow-dough"
name = "Slow Dough"
gist = "Wait."
under = "You hurried."
good = "You waited."
over = "You slept."
"""


def problems_of(text: str) -> tuple[Problem, ...]:
    """What does not fit in a file of questions."""
    return read_questions(text, "bread.toml", KNOWN).problems


def test_what_fits_is_read() -> None:
    """
    A file in order has no problem, and its entries take source and day from its head.
    """
    (question,), problems = read_questions(GOOD, "bread.toml", KNOWN)

    assert () == problems
    assert ("bread-burnt", "baking", "the baker", date(2026, 1, 31)) == (
        question.slug, question.competency, question.source, question.checked,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("old", "new", "line", "what", "try_this"),
    [
        ('"oven-heat"', '"oven-heet"', 9, "no slot “oven-heet”", "oven-heat"),
        ('"rye/slow-dough"', '"rye/slow-dow"', 12, "no principle “rye/slow-dow”", "rye/slow-dough"),
        ('"rye/slow-dough"', '"rhye/slow-dough"', 12, "no principles of “rhye”", "rye"),
        ('["burnt-loaf"]', '["burnt-load"]', 13, "no story kind “burnt-load”", "burnt-loaf"),
        ('type = "failure"', 'type = "failing"', 8, "no type", "failure"),
        ('type = "failure"', 'type = "failure"\nlevel = "seniour"', 9, "no level", "senior"),
        ('competency = "baking"', 'competency = "bakeing"', 5, "no competency “bakeing”", "baking"),
        ('follow_ups = ["Who ate it?"]', "", 5, "no follow_ups", "follow_ups = "),
        ("follow_ups", "folow_ups", 11, "“folow_ups” is not known", "follow_ups"),
        ('slug = "bread-burnt"', 'slug = "Bread burnt"', 6, "no slug", "small letters"),
        ("checked = 2026-01-31", "", 5, "no day", "2026-01-31"),
        ('source = "the baker"', "", 5, "no source", "source = "),
        ('text = "Tell me about a loaf that burnt."', "text = 7", 7, "not a text", "text = "),
        ('["Who ate it?"]', '"Who ate it?"', 11, "not a list", "follow_ups = "),
        ("[[question]]", "[[question]", 5, "not TOML", "Mend that line"),
        ('["oven-heat"]', '[\n  "resting-time",\n  "ofen-heat",\n]', 11, "“ofen-heat”", "oven-heat"),
    ],
)
def test_a_broken_question_is_refused_at_its_line(
    old: str, new: str, line: int, what: str, try_this: str
) -> None:
    """
    What does not fit is named with the line it stands on and the nearest thing that exists.
    """
    assert old in GOOD
    said = [(each.line, each.what, each.try_this) for each in problems_of(GOOD.replace(old, new))]

    assert any(line == at and what in found and try_this in advice for at, found, advice in said), said


def test_a_slug_is_taken_once_over_all_files() -> None:
    """
    The same slug twice is refused, in one file and over two, and says where the other stands.
    """
    taken: Taken = {}
    read_questions(GOOD, "bread.toml", KNOWN, taken)
    (again,) = read_questions(GOOD, "rolls.toml", KNOWN, taken).problems
    (twice,) = problems_of(GOOD + GOOD.partition("\n\n")[2])

    assert (6, 15) == (again.line, twice.line)
    assert "bread.toml, line 6" in again.what
    assert "bread.toml, line 6" in twice.what


@pytest.mark.parametrize(
    ("old", "new", "line", "what", "try_this"),
    [
        ('parent = "baking"', 'parent = "bakin"', 14, "no competency “bakin”", "baking"),
        (
            'slug = "work"',
            'slug = "work"\nparent = "mixing"',
            10,
            "baking → work → mixing → baking",
            "elsewhere",
        ),
        ('slug = "mixing"', 'slug = "baking"', 13, "is taken", "another slug"),
    ],
)
def test_a_broken_tree_is_refused(old: str, new: str, line: int, what: str, try_this: str) -> None:
    """
    A parent that does not exist, a circle, and a competency twice are refused at their lines.
    """
    (problem,) = read_competencies(TREE.replace(old, new), "tree.toml").problems

    assert (line, True, True) == (problem.line, what in problem.what, try_this in problem.try_this), problem


def test_a_competency_that_is_its_own_parent_is_a_circle() -> None:
    """
    The smallest circle is one, and reading it ends.
    """
    (problem,) = read_competencies(TREE.replace('parent = "work"', 'parent = "baking"'), "tree.toml").problems

    assert "baking → baking" in problem.what


def test_a_principle_without_a_question_is_refused() -> None:
    """
    Each principle that is asked for has a question; one that was replaced needs none.
    """
    asked = read_principles(SET, "rye", "rye.toml").values
    gone = read_principles(SET + 'standing = "superseded"\nuntil = 2020\n', "rye", "rye.toml")
    (problem,) = unasked(SET, asked, ())

    assert 7 == problem.line
    assert "Slow Dough" in problem.what
    assert "rye/slow-dough" in problem.try_this
    assert () == unasked(SET, gone.values, ())
    assert () == gone.problems
    assert () == unasked(SET, asked, read_questions(GOOD, "bread.toml", KNOWN).values)


@pytest.mark.parametrize(
    ("old", "new", "line", "what"),
    [
        ('confidence = "low"', 'confidence = "lowish"', 6, "no confidence"),
        ('over = "You slept."\n', "", 6, "no over"),
        ('over = "You slept."', 'over = "You slept."\nuntil = 2020', 6, "until which year"),
        ('company = "Rye"\n', "", 1, "The file has no company"),
        ("[[principle]]", "[[principal]]", 1, "no [[principle]]"),
    ],
)
def test_a_broken_set_of_principles_is_refused(old: str, new: str, line: int, what: str) -> None:
    """
    A set says whose it is, how sure it is, and what too little, enough and too much look like.
    """
    problems = read_principles(SET.replace(old, new), "rye", "rye.toml").problems

    assert any((line, True) == (each.line, what in each.what) for each in problems), problems


def test_an_own_set_needs_only_names() -> None:
    """
    A set of the person's own may be a list of names; it is as sure as nothing, and is called by its file.
    """
    (principle,), problems = read_principles(
        '[[principle]]\nslug = "a"\nname = "Act"\n', "oat", "oat.toml", own=True
    )

    assert () == problems
    assert ("oat", "oat/a", Confidence.LOW, None, True) == (
        principle.company, principle.ref, principle.confidence, principle.checked, principle.own,
    )  # fmt: skip


@pytest.mark.parametrize("read", [read_slots, read_story_kinds, read_interview_types])
def test_a_list_without_entries_is_refused(read: type) -> None:
    """
    A file that holds nothing, and one that is no TOML, are refused, not taken for an empty list.
    """
    assert read("", "x.toml").problems
    assert read("[[", "x.toml").problems


def test_the_first_problem_is_raised_with_its_place() -> None:
    """
    What ships and does not fit stops the program with file and line, and says how many more there are.
    """
    problems = (Problem("One.", 7, "Mend it."), Problem("Two.", 9))
    with pytest.raises(UsageError) as error:
        _refuse(problems, "questions/bread.toml")

    assert ("One. And 1 more.", "content/questions/bread.toml:7", "Mend it.") == (
        error.value.what, error.value.where, error.value.try_this,
    )  # fmt: skip
    assert "content/questions/bread.toml:7: One. And 1 more." == str(error.value)


def test_a_principle_goes_by_its_file_and_slug() -> None:
    """
    A question names a principle as ``file/slug``.
    """
    principle: Principle = read_principles(SET, "rye", "rye.toml").values[0]

    assert "rye/slow-dough" == principle.ref
