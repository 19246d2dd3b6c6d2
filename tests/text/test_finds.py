"""What notes hold besides stories: each kind is found, and every free line is accounted for."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from starling.model.notes import Notes, Region, RegionKind
from starling.model.story import Line
from starling.text.notes import read_notes
from starling.text.notes.finds import find_rest
from starling.text.notes.formats import to_lines
from starling.text.notes.marks import marks
from starling.text.repair import decode, repair

SEEDS = Path(__file__).parents[3] / "shared" / "seeds"
MARKS = [
    "# ", "## ", "- ", "1. ", "- [ ] ", "* [x] ", "✅ ", "| a | b |", "|---|---|", "> ", "**bold**", "```",
    "---", "\t",
    "Why did you leave?", "Tell me about a launch.", "Principles", "Week 1: read", "https://example.org",
    "remember to",
    "Company: Acme", "Questions", "\n", "\n", "\n", " ", "word", "é→🚀", "שלום",
]  # fmt: skip
TEXTS = st.lists(st.sampled_from(MARKS), max_size=50).map("".join) | st.text(max_size=150)


def found(text: str, *taken: Region) -> Notes:
    """What *text* holds outside the regions *taken*."""
    return find_rest(marks(to_lines(text, "notes.md")[0]), taken)


def test_questions_come_with_category_company_and_hints() -> None:
    """
    A question keeps the author's hints, the nearest heading that says something, and who asks it.
    """
    notes = found(
        "# My list\n\n## Google\n### Leadership Questions\n1. **Tell me about a team you led**\n"
        "   - how many people\n   - what went wrong\n\n### Common questions\n- How do you say no?\n"
    )

    first, second = notes.questions
    assert ("Tell me about a team you led", "Leadership", "Google") == (
        first.text,
        first.category,
        first.company,
    )
    assert ("how many people", "what went wrong") == first.prompts
    assert ("How do you say no?", "Google", "Google") == (second.text, second.category, second.company)


@pytest.mark.parametrize(
    ("line", "text", "company"),
    [
        ('### Q3: "When did you change your mind?"', "When did you change your mind?", None),
        ("- Uber: Describe a launch that slipped.", "Describe a launch that slipped.", "Uber"),
        ("- Describe a launch that slipped. (Netflix)", "Describe a launch that slipped.", "Netflix"),
        ("1. *Acme question* (https://example.org) – How do you plan?", "How do you plan?", "Acme"),
        ("2. How do you plan? - A: by the week", "How do you plan?", None),
        ("A4. **“Who taught you most?”**", "Who taught you most?", None),
        ("What would your last manager change?", "What would your last manager change?", None),
    ],
)
def test_a_question_is_read_without_its_trimmings(line: str, text: str, company: str | None) -> None:
    """
    Numbers, quotes, emphasis, the company and the answer beside a question are no part of it.
    """
    (question,) = found(f"intro line\n\n{line}\n").questions

    assert (text, company, 3) == (question.text, question.company, question.line)


@pytest.mark.parametrize(
    "text",
    [
        "## Questions to ask the interviewer\n- How large is the team?\n",
        "Questions for them: how do you measure trust?\n",
        "We wondered at length. Why did it fail? Nobody knew. Then a log told us, and we changed the plan.\n",
        "1. **Clarify** — Users? Scale?\n",
        "## Steps\n- Explain the goal to the team\n",
    ],
)
def test_what_only_resembles_a_question_is_none(text: str) -> None:
    """
    Questions for the interviewer, questions inside prose, and prompts of a framework are not asked of anyone.
    """
    assert () == found(text).questions


def test_a_short_item_among_questions_is_one() -> None:
    """
    In a list of questions two words will do, and one; among other items they are no question.
    """
    asked = read_notes("## Questions\n- Why Fernline?\n- salary?\n- Tell me about a mess.\n- buy shoes\n")
    jotted = read_notes("## Q's they may have\n- Why this dock\n- buy shoes\n")
    beside = read_notes("- why fernline?\n- What do you know about our boats?\n- why leave?\n- ask Ruth?\n")
    other = read_notes("## To buy\n- shoes?\n- a new coat?\n")

    assert ["Why Fernline?", "salary?", "Tell me about a mess."] == [each.text for each in asked.questions]
    assert ["Why this dock"] == [each.text for each in jotted.questions]
    assert ["why fernline?", "What do you know about our boats?", "why leave?"] == [
        each.text for each in beside.questions
    ]
    assert () == other.questions


def test_the_label_of_a_part_is_no_category() -> None:
    """
    A question below a story is filed under the heading of both, and not under the story's "Result".
    """
    told = "S: It was late.\nT: Mend it.\nA: I wrote a script.\n**Result:** Nobody complained.\n"
    notes = read_notes(f"# Prep\n\n## Calm\n\n{told}\n---\n\n- What would you do now?\n", "notes.md")

    assert ["Calm"] == [each.category for each in notes.questions]


def test_a_table_of_questions_is_a_list_of_questions() -> None:
    """
    A column named Question gives questions, its neighbours category and company; no plan is seen in it.
    """
    notes = found("| Question | Theme | Company |\n|---|---|---|\n| A hard launch | Grit | Acme |\n")

    (question,) = notes.questions
    assert ("A hard launch", "Grit", "Acme") == (question.text, question.category, question.company)
    assert () == notes.plan


def test_boxes_keep_their_state_and_heading() -> None:
    """
    Boxes, numbered boxes and ticks are items of a check-list; a mix of ticks and crosses is advice.
    """
    notes = found(
        "## Before\n- [ ] charge the laptop\n1. [x] print the CV\n- ✅ water\n\n"
        "## Style\n- ✅ say I\n- ❌ say they\n"
    )

    assert [("charge the laptop", False), ("print the CV", True), ("water", True)] == [
        (item.text, item.done) for item in notes.checklist
    ]
    assert {"Before"} == {item.heading for item in notes.checklist}


def test_principles_are_found_in_lists_and_headings() -> None:
    """
    Names under a company's principles are principles of that company; a heading elsewhere is none.
    """
    notes = found(
        "# Prep\n## Company principles\n### Netflix\n- [ ] Say what you think\n- **Be brave**: at times\n\n"
        "## Stay Curious\nlearn each week\n"
    )

    assert [("Say what you think", "Netflix"), ("Be brave", "Netflix")] == [
        (each.name, each.company) for each in notes.principles
    ]
    assert ["Say what you think"] == [item.text for item in notes.checklist]


def test_notes_to_self_are_told_from_advice() -> None:
    """
    Jotted lines about what went wrong, and reminders, are notes to oneself; a guide's tips are not.
    """
    notes = found(
        "too slow at the start\nforgot the edge cases\n\n## Tips\n1. **Be brief**: Two minutes will do.\n\n"
        "Remember: breathe before you answer.\n"
    )

    assert [1, 2, 7] == [note.line for note in notes.notes_to_self]


def test_plans_are_rows_under_their_heads() -> None:
    """
    Tables and lists of weeks become rows with their heads.
    """
    notes = found("## Plan\n| Week | Hours |\n|:--|--:|\n| **1** | 6 |\n\n- Week 2: mock interviews\n")

    assert [(("Week", "1"), ("Hours", "6")), (("When", "Week 2"), ("What", "mock interviews"))] == [
        row.cells for row in notes.plan
    ]


def test_links_are_found_in_all_lines() -> None:
    """
    Links of taken lines count too; pictures and jumps inside the page do not.
    """
    text = (
        "see [the guide](https://a.example/x_(y))\n![p](https://b.example) [up](#top)\n- https://c.example.\n"
    )
    notes = found(text, Region(RegionKind.STORY, 1, 1))

    assert [("the guide", "https://a.example/x_(y)"), ("", "https://c.example")] == [
        (link.text, link.url) for link in notes.links
    ]


@given(TEXTS, st.integers(1, 6), st.integers(0, 3))
def test_every_free_line_belongs_to_one_region(text: str, first: int, more: int) -> None:
    """
    Regions are in order, overlap nothing and cover every free line that says something; nothing raises.
    """
    lines, _ = to_lines(text, "notes.md")
    taken = Region(RegionKind.STORY, first, first + more)
    notes = find_rest(marks(lines), [taken])

    covered = [number for region in notes.regions for number in range(region.first, region.last + 1)]
    assert sorted(set(covered)) == covered
    assert not set(covered) & set(range(taken.first, taken.last + 1))
    said = {mark.line.number for mark in marks(lines) if not mark.blank and not mark.rule}
    assert said - set(range(taken.first, taken.last + 1)) <= set(covered)


def test_regions_follow_the_source_where_lines_do_not() -> None:
    """
    Values that are read in another order than they stand in still give regions in the order of the source.
    """
    text = '[{"category": "Grit",\n"tips": ["be brief"],\n"question": "Why now?"},\n{"question": "Why us?"}]'
    regions = find_rest(marks(to_lines(text, "a.json")[0]), []).regions

    assert sorted(region.first for region in regions) == [region.first for region in regions]


@given(TEXTS)
def test_everything_found_stands_in_the_text(text: str) -> None:
    """
    Each find names a line of the text, and finding twice gives the same.
    """
    lines: tuple[Line, ...] = to_lines(text, "")[0]
    notes = find_rest(marks(lines), [])
    last = text.count("\n") + 1

    found_lines = [
        *(each.line for each in notes.questions),
        *(each.line for each in notes.checklist),
        *(each.line for each in notes.principles),
        *(each.line for each in notes.notes_to_self),
        *(each.line for each in notes.plan),
        *(each.line for each in notes.links),
    ]
    assert all(1 <= line <= last for line in found_lines)
    assert notes == find_rest(marks(lines), [])


@pytest.mark.skipif(not SEEDS.is_dir(), reason="The seed notes are not on this machine: nothing was checked.")
@pytest.mark.parametrize(
    ("seed", "expected"),
    [("000", (9, 26, 26, 0, 0)), ("002", (15, 51, 0, 0, 0)), ("004", (33, 34, 0, 1, 16))],
)
def test_the_seeds_are_counted(seed: str, expected: tuple[int, ...]) -> None:
    """
    Every question, box, principle, reminder and table row of the seed notes is found.
    """
    (path,) = SEEDS.glob(f"{seed}_*")
    text, _ = repair(decode(path.read_bytes())[0])
    notes = find_rest(marks(to_lines(text, path.name)[0]), [])

    kinds = (notes.questions, notes.checklist, notes.principles, notes.notes_to_self, notes.plan)
    assert expected == tuple(map(len, kinds))
