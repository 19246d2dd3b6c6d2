"""Stories in sheets, drawers, data and components: what names a column or a key is no part of them."""

from __future__ import annotations

import pytest

from starling.model.story import CORE, PartKind
from starling.text.notes import read_notes
from starling.text.notes.formats import to_lines

LAMP = (
    "The lamp failed on stormy nights.",
    "I had to keep it lit until May.",
    "I logged the voltage and moved the cable.",
    "It has burned every night since.",
)
SHEETS = {
    "AsciiDoc, a cell a line": (
        "notes.adoc",
        """== The lamp\n\n*Tags:* calm, light\n\n[cols="1,4"]\n|===
|Situation\n|{}\n\n|Task\n|{}\n\n|Action\n|{}\n\n|Result\n|{}\n|===\n""",
    ),
    "AsciiDoc, two columns": (
        "notes.adoc",
        """== The lamp\n\n*Tags:* calm, light\n\n[cols=2*]\n|===\n|Part |Notes\n
|Situation |{}\n|Task |{}\n|Action |{}\n|Result |{}\n|===\n""",
    ),
    "a head that names columns": (
        "notes.md",
        """## The lamp\n\n| Part | Notes |\n|---|---|
| Context | {} |\n| Goal | {} |\n| Approach | {} |\n| Impact | {} |\n\n#calm #light\n""",
    ),
    "facts in a table": (
        "notes.md",
        """## The lamp\n\n| Company | Principles |\n|---|---|\n| Skerry | calm, light |
\n**S:** {}\n**T:** {}\n**A:** {}\n**R:** {}\n""",
    ),
    "a scenario in a row": (
        "notes.md",
        """| Title | Scenario | Task | Action | Result | Tags |\n|---|---|---|---|---|---|
| The lamp | {} | {} | {} | {} | calm, light |\n""",
    ),
    "a drawer": (
        "notes.org",
        """* The lamp\n:PROPERTIES:\n:TAGS: calm, light\n:END:
*S:* {}\n\n*T:* {}\n\n*A:* {}\n\n*R:* {}\n""",
    ),
    "tags below their label": (
        "notes.html",
        """<h2>The lamp</h2>\n<p><strong>Tags:</strong> calm, light</p>
<h3>Context</h3>\n<p>{}</p>\n<h3>Task</h3>\n<p>{}</p>
<h3>Action</h3>\n<p>{}</p>\n<h3>Result</h3>\n<p>{}</p>\n""",
    ),
    "keys with dashes": (
        "notes.json",
        """[{{"title": "The lamp", "tags": ["calm", "light"],
"the-situation": "{}", "task-goal": "{}", "what-i-did": "{}", "end-result": "{}"}}]""",
    ),
    "keys with humps": (
        "notes.json",
        """[{{"title": "The lamp", "tags": ["calm", "light"],
"whatWasHappening": "{}", "whatIHadToDo": "{}", "whatIDid": "{}", "howItEnded": "{}"}}]""",
    ),
    "components": (
        "notes.mdx",
        """## The lamp\n\n<Aside kind="tags">**Tags:** calm, light</Aside>\n
<Part>**S:** {}</Part>\n<Part>**T:** {}</Part>\n<Part>**A:** {}</Part>\n<Part>**R:** {}</Part>\n""",
    ),
}  # fmt: skip


@pytest.mark.parametrize("kind", SHEETS)
def test_a_story_in_a_sheet_keeps_its_title_its_tags_and_its_parts(kind: str) -> None:
    """
    Heads of columns, drawers, keys and tags of a page are no part of a story, and hide none.
    """
    name, page = SHEETS[kind]
    (story,) = read_notes(page.format(*LAMP), name).stories

    assert ("The lamp", ("calm", "light")) == (story.title, story.tags)
    assert list(LAMP) == [part.text for part in story.parts if part.kind in CORE]


def test_a_table_of_measures_belongs_to_the_result() -> None:
    """
    Figures before and after, in a table right under the Result, are what came of it.
    """
    told = "".join(f"**{name}:** {text}\n\n" for name, text in zip("STAR", LAMP, strict=True))
    (story,) = read_notes(
        f"{told}| Metric | Before | After |\n|---|---|---|\n| Nights | 9 | 0 |\n", "notes.md"
    ).stories

    assert "| Nights | 9 | 0 |" in story.parts[-1].text
    assert PartKind.RESULT is story.parts[-1].kind


def test_prose_is_not_cut_at_its_commas() -> None:
    """
    A page of prose that was saved as a sheet stays the page it is.
    """
    page = (
        "I moved the lamp, since it flickered, to the pier.\nI then wrote, in May, 2,300 words.\n\nIt burns."
    )

    assert page.split("\n") == [line.text for line in to_lines(page, "lamp.csv")[0]]
