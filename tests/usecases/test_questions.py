"""The bank of one person: what ships with their own questions over it, listed, shown, added and marked."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from starling.content import bank
from starling.model.prep import Source
from starling.model.problem import ConflictError, UsageError
from starling.model.question import Asked
from starling.model.report import Level, QuestionType
from starling.ports import Workspace
from starling.prep.question_bank import question_bank
from starling.usecases.import_notes import import_notes
from starling.usecases.principles import list_principles
from starling.usecases.questions import Wanted, add_question, list_questions, mark_asked, show_question

DAY = date(2026, 11, 2)
OWN = "Tell me about a beehive you had to move."


def write(work: Workspace, name: str, text: str) -> None:
    """
    Write a file of the prep folder, as a person would.
    """
    path = Path(work.where) / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, "utf-8")


def test_without_a_prep_folder_the_bank_is_what_ships() -> None:
    """
    Questions and principles need no prep folder.
    """
    assert bank.questions() == question_bank().questions
    assert list_questions().total == len(bank.questions())


@pytest.mark.parametrize(
    ("wanted", "holds"),
    [
        (Wanted(competency="conflict"), {"conflict"}),
        (Wanted(competency="Conflict and disagreement"), {"conflict"}),
        (Wanted(competency="yourself"), {"about-yourself", "career-motives", "why-us"}),
    ],
)
def test_a_branch_holds_the_questions_of_its_leaves(wanted: Wanted, holds: set[str]) -> None:
    """
    A competency goes by slug or name, and a branch brings all that stands below it.
    """
    assert holds == {each.competency for each in list_questions(None, wanted).questions}


def test_a_company_holds_the_questions_that_probe_it() -> None:
    """
    A company, by either name, has those for any of its principles; one principle has its own.
    """
    amazon = list_questions(None, Wanted(company="Amazon")).questions
    deep = list_questions(None, Wanted(company="amazon/dive-deep")).questions

    assert all(any(ref.startswith("amazon/") for ref in each.probes) for each in amazon)
    assert 0 < len(deep) < len(amazon)
    assert all("amazon/dive-deep" in each.probes for each in deep)


def test_wishes_narrow_one_another() -> None:
    """
    Type and level leave out what they name, together what either leaves out; a higher level is asked more.
    """
    junior = list_questions(None, Wanted(level=Level.JUNIOR)).questions
    staff = list_questions(None, Wanted(level=Level.STAFF)).questions
    failures = list_questions(None, Wanted(level=Level.JUNIOR, type=QuestionType.FAILURE)).questions

    assert set(junior) < set(staff) == set(bank.questions())
    assert set(failures) == {each for each in junior if each.type is QuestionType.FAILURE}


@pytest.mark.parametrize(
    ("wanted", "nearest"),
    [
        (Wanted(competency="conflct"), "conflict"),
        (Wanted(company="amazn"), "amazon"),
        (Wanted(company="amazon/dive-deeper"), "dive-deep"),
        (Wanted(company="Brindlecart"), "general"),
    ],
)
def test_what_does_not_exist_is_told_the_nearest(wanted: Wanted, nearest: str) -> None:
    """
    An unknown competency, company or principle is an error that names what there is.
    """
    with pytest.raises(UsageError) as error:
        list_questions(None, wanted)

    assert nearest in error.value.try_this


def test_a_question_of_ones_own_joins_the_bank(work: Workspace) -> None:
    """
    An added question is in the file, in the list, and can be shown; the same words again change nothing.
    """
    kept = add_question(work, OWN)
    again = add_question(work, OWN.upper())
    (listed,) = list_questions(work, Wanted(own=True)).questions

    assert (True, False) == (kept.new, again.new)
    assert (OWN, True, QuestionType.ACHIEVEMENT, "") == (
        listed.text,
        listed.own,
        listed.type,
        listed.competency,
    )
    assert listed == show_question(work, kept.slug).question
    assert OWN in (Path(work.where) / "questions.toml").read_text("utf-8")


def test_a_task_is_kept_and_belongs_to_no_story(work: Workspace) -> None:
    """
    What asks for no event is kept too, is not among the questions about events, and is counted.
    """
    kept = add_question(work, "Explain how honey is made.")

    assert kept.new
    assert kept.question is None
    assert (0, 1) == (len(list_questions(work, Wanted(own=True)).questions), list_questions(work).others)


def test_a_shipped_question_that_was_asked_keeps_all_that_it_says(work: Workspace) -> None:
    """
    Marking a shipped question keeps it once, with the mark over what ships; the company is then known.
    """
    first = bank.questions()[0]
    mark_asked(work, first.slug, "Brindlecart", DAY)
    mark_asked(work, first.slug, "Waxworks")
    mark_asked(work, first.slug, "Waxworks")
    marked = question_bank(work).by_slug[first.slug]

    assert (Asked("Waxworks"), Asked("Brindlecart", DAY)) == marked.asked
    assert (first.shows, first.traps, first.probes, first.text) == (
        marked.shows, marked.traps, marked.probes, marked.text,
    )  # fmt: skip
    assert [marked] == list(list_questions(work, Wanted(company="brindlecart")).questions)
    assert len(question_bank(work).questions) == len(bank.questions())


def test_words_of_a_shipped_question_are_that_question(work: Workspace) -> None:
    """
    An own question in the words of a shipped one, any wording of it, is that one and keeps what it shows.
    """
    shipped = bank.questions()[3]
    kept = add_question(work, shipped.also[0], Asked("Brindlecart", DAY))

    assert shipped.slug == kept.slug
    assert question_bank(work).by_slug[shipped.slug].asked == (Asked("Brindlecart", DAY),)


def test_imported_questions_are_in_the_bank(work: Workspace) -> None:
    """
    What an import keeps is read as it was written: category, company and hints; two wordings of one are one.
    """
    shipped = bank.questions()[0]
    text = (
        f"# Questions\n\n## Mentoring and growing others\n\n1. {OWN}\n   - Why at night?\n\n"
        f"## Amazon questions\n\n- {shipped.text}\n\n## Meta questions\n\n- {shipped.also[0]}\n"
    )
    import_notes(work, [Source("bees.md", text, text.encode())])
    own = {each.slug: each for each in list_questions(work, Wanted(own=True)).questions}
    (bees,) = (each for each in own.values() if each.text == OWN)

    assert ("mentoring", ("Why at night?",)) == (bees.competency, bees.follow_ups)
    assert {shipped.slug, bees.slug} == set(own)
    assert ("Amazon", "Meta") == tuple(each.company for each in own[shipped.slug].asked)
    assert {shipped.text, *shipped.also} == {own[shipped.slug].text, *own[shipped.slug].also}


def test_an_own_entry_says_what_is_different(work: Workspace) -> None:
    """
    An entry with a shipped slug changes what it names and leaves the rest.
    """
    first = bank.questions()[0]
    write(
        work, "questions.toml", f'[[question]]\nslug = "{first.slug}"\ntype = "conflict"\nshows = ["goal"]\n'
    )
    mine = question_bank(work).by_slug[first.slug]

    assert (QuestionType.CONFLICT, ("goal",), first.text, first.traps) == (
        mine.type, mine.shows, mine.text, mine.traps,
    )  # fmt: skip


def test_what_does_not_fit_in_the_own_file_is_told_and_the_rest_is_there(work: Workspace) -> None:
    """
    A reference that leads nowhere is named with its line and the nearest name; the question stays.
    """
    write(
        work, "questions.toml",
        f'[[question]]\ntext = "{OWN}"\nshows = ["goal", "gaol"]\nasked = "me"\n\n[[question]]\nslug = "x"\n',
    )  # fmt: skip
    found = list_questions(work, Wanted(own=True))

    assert [("goal",)] == [each.shows for each in found.questions]
    assert [(3, "Did you mean goal?"), (4, True), (6, True)] == [
        (each.problem.line, each.problem.try_this if n == 0 else bool(each.problem.try_this))
        for n, each in enumerate(found.unfit)
    ]


def test_a_file_that_is_no_toml_leaves_what_ships(work: Workspace) -> None:
    """
    A broken file is named with its line, and the shipped questions are still there.
    """
    write(work, "questions.toml", '[[question]]\ntext = "open\n')
    found = list_questions(work)

    assert len(bank.questions()) == found.total
    assert [2] == [each.problem.line for each in found.unfit]


def test_an_own_set_of_principles_can_be_asked_for(work: Workspace) -> None:
    """
    A set in the prep folder is a company like any other; a principle that nothing asks for yet is named.
    """
    write(
        work, "principles/waxworks.toml",
        'company = "Waxworks"\n[[principle]]\nslug = "light"\nname = "Give light"\n'
        '[[principle]]\nslug = "wick"\nname = "Wick"\n',
    )  # fmt: skip
    write(work, "questions.toml", f'[[question]]\ntext = "{OWN}"\nprobes = ["waxworks/light"]\n')
    listed = list_principles(work, "Waxworks")

    assert ["waxworks/light", "waxworks/wick"] == [each.principle.ref for each in listed.principles]
    assert [1, 0] == [len(each.questions) for each in listed.principles]
    assert [OWN] == [each.text for each in list_questions(work, Wanted(company="waxworks")).questions]
    assert [(6, True)] == [(each.problem.line, "Wick" in each.problem.what) for each in listed.unfit]


def test_an_own_set_of_a_shipped_name_replaces_it(work: Workspace) -> None:
    """
    Whoever writes down a company's principles themselves sees those, and no question probes another.
    """
    write(work, "principles/meta.toml", '[[principle]]\nslug = "move-fast"\nname = "Move Fast"\n')
    whole = question_bank(work)

    assert ["meta/move-fast"] == [each.ref for each in whole.sets["meta"]]
    assert {"meta/move-fast"} == {
        ref for each in whole.questions for ref in each.probes if ref.startswith("meta/")
    }


def test_a_mark_never_overwrites_what_changed_meanwhile(work: Workspace) -> None:
    """
    A file of questions that changed since it was read stays as it is.
    """
    add_question(work, OWN)
    page = work.questions.page()
    write(work, "questions.toml", page.text + "# mine\n")

    with pytest.raises(ConflictError):
        work.questions.save("", page.seen)
    assert "# mine" in work.questions.page().text


@pytest.mark.parametrize("text", ["", "  ", "?!"])
def test_a_question_has_words(work: Workspace, text: str) -> None:
    """
    Nothing is kept that says nothing.
    """
    with pytest.raises(UsageError):
        add_question(work, text)


def test_a_question_goes_by_the_beginning_of_its_name_or_its_words() -> None:
    """
    One beginning that fits one question is that question; several are named; none is told the nearest.
    """
    slugs = sorted(each.slug for each in bank.questions())
    first = bank.questions()[0]

    assert first == show_question(None, first.slug).question == show_question(None, first.text).question
    with pytest.raises(UsageError, match="More than one"):
        show_question(None, slugs[0][:1])
    with pytest.raises(UsageError) as error:
        show_question(None, f"{first.slug}x")
    assert first.slug in error.value.try_this
