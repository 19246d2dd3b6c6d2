"""One pair of stories in every kind of file that people bring, and what comes out of each."""

from __future__ import annotations

import json

from starling.model.notes import Notes
from starling.model.story import CORE, Story

PARTS = ("Situation", "Task", "Action", "Result")
FERRY = (
    "The ferry",
    "The ferry timetable was wrong every week.",
    "Fix it before June.",
    "I wrote a small script for the crew.",
    "No complaint in a year.",
)
TILL = (
    "The second till",
    "The queue went round the corner.",
    "Halve the wait.",
    "I opened a second till and stood there myself.",
    "It took 7 minutes.",
)


def page(story: str, part: str, head: str = "", foot: str = "", sep: str = "\n") -> str:
    """
    Both stories by one pattern: *story* holds TITLE, UNDERLINE and PARTS, *part* LABEL, KEY, LETTER and TEXT.
    """
    told = []
    for title, *texts in (FERRY, TILL):
        parts = [
            part.replace("LABEL", label)
            .replace("KEY", label.lower())
            .replace("LETTER", label[0])
            .replace("TEXT", text)
            for label, text in zip(PARTS, texts, strict=True)
        ]
        line = "=" * len(title)
        told.append(
            story.replace("TITLE", title).replace("UNDERLINE", line).replace("PARTS", sep.join(parts))
        )
    return head + "\n".join(told) + foot


def rows(*stories: tuple[str, ...]) -> str:
    """
    A notebook with a cell for each story.
    """
    cells = [
        {
            "cell_type": "markdown",
            "source": [
                f"## {title}\n",
                "\n",
                *(f"**{p}:** {t}\n\n" for p, t in zip(PARTS, texts, strict=True)),
            ],
        }
        for title, *texts in stories
    ]
    return json.dumps({"cells": cells, "nbformat": 4}, indent=1)


FILES = {
    "outline.md": page("- ## TITLE\nPARTS", "\t- KEY:: TEXT"),
    "roam.md": page("- [[TITLE]]\nPARTS", "    - LABEL\n        - TEXT"),
    "toggles.md": page("- TITLE\n\nPARTS\n", "    **LABEL**\n\n    TEXT\n"),
    "letters.txt": page("TITLE\n\nPARTS\n", "LETTER — TEXT"),
    "pages.txt": page("TITLE\n\nPARTS\n\f", "LABEL: TEXT"),
    "mail.txt": page("> TITLE\n>\nPARTS\n\nNot bad.\n", "> LABEL: TEXT"),
    "onenote.txt": page("TITLE\nTuesday, January 10, 2023\n9:41 AM\n\nPARTS\n\n", "LABEL: TEXT"),
    "stories.yaml": page("- title: TITLE\n  tags: [Care]\nPARTS", "  KEY: >\n    TEXT"),
    "by-name.yml": page("TITLE:\nPARTS", "  The KEY: TEXT"),
    "stories.toml": page('[[stories]]\ntitle = "TITLE"\nPARTS\n', 'KEY = """\nTEXT"""'),
    "stories.py": page('  {"title": "TITLE",  # mine\nPARTS},', '   "KEY": """TEXT""",', "S = [\n", "\n]"),
    "stories.rb.txt": page('    {"title" => "TITLE",\nPARTS},', '     "KEY" => "TEXT",', "S = [\n", "\n]"),
    "by-name.json": "{" + page('"TITLE": {PARTS},', '"LETTER": "TEXT"', sep=", ").rstrip(",") + "}",
    "labels.json": "["
    + page('{"title": "TITLE", "parts": [PARTS]},', '{"label": "LABEL", "text": "TEXT"}', sep=",").rstrip(",")
    + "]",
    "notebook.ipynb": rows(FERRY, TILL),
    "stories.xml": page(
        "<story>\n<title>TITLE</title>\nPARTS\n</story>", "<KEY>TEXT</KEY>", "<stories>", "</stories>"
    ),
    "outline.opml": page(
        '<outline text="TITLE">PARTS</outline>',
        '<outline text="LABEL"><outline text="TEXT"/></outline>',
        "<opml><body>",
        "</body></opml>",
    ),
    "stories.enex": page(
        "<note><title>TITLE</title><content><![CDATA[<en-note>PARTS</en-note>]]></content></note>",
        "<div><b>LABEL:</b> TEXT</div>",
        '<?xml version="1.0"?>\n<en-export>',
        "</en-export>",
    ),
    "stories.org": page(
        "** TODO TITLE :care:\n:PROPERTIES:\n:ID: 7\n:END:\nPARTS", "*** LABEL\nTEXT", "#+TITLE: Prep\n"
    ),
    "terms.org": page("* TITLE\nPARTS", "- LABEL :: TEXT"),
    "stories.rst": page("TITLE\nUNDERLINE\n\nPARTS\n", "LABEL\n~~~~~~~~~\n\nTEXT\n"),
    "fields.rst": page("TITLE\nUNDERLINE\n\nPARTS\n", ":LABEL: TEXT"),
    "stories.tex": page("\\section{TITLE}\nPARTS\n", "\\textbf{LABEL:} TEXT\n", "\\begin{document}\n"),
    "items.tex": page(
        "\\section{TITLE}\n\\begin{description}\nPARTS\n\\end{description}\n", "\\item[LABEL] TEXT"
    ),
    "stories.wiki": page("== TITLE ==\n\nPARTS\n", "* '''LABEL:''' TEXT"),
    "stories.jira": page("h2. TITLE\n\nPARTS\n", "h3. LABEL\nTEXT\n"),
    "equals.txt": page("== TITLE ==\n\nPARTS\n", "=== LABEL ===\nTEXT\n"),
    "turned.csv": "\n".join(
        ",".join(f'"{cell}"' for cell in row) for row in zip(("", *PARTS), FERRY, TILL, strict=True)
    ),
    "lead.csv": "My stories,,,,\n,,,,\nTitle,Situation,Task,Action,Result\n"
    + "\n".join(",".join(f'"{cell}"' for cell in row) for row in (FERRY, TILL)),
    "pasted": "\n".join("\t".join(row) for row in (("Story", "S", "T", "A", "R"), FERRY, TILL)),
    "stories.html": page("<h2>TITLE</h2>\nPARTS", "<h3>LABEL</h3><p>TEXT</p>", "<html>", "</html>"),
    "outliner.md": page("- TITLE\n  collapsed:: true\n  id:: 65f0-7\nPARTS", "\t- KEY:: TEXT"),
    "top.md": page("## TITLE\n\nPARTS\n\n[⬆ back to top](#prep)\n", "**LABEL:** TEXT\n"),
    "dashes.txt": page("--- TITLE ---\n\nPARTS\n", "LABEL:  TEXT"),
    "ruled.md": page("## TITLE\n\nPARTS\n", "### LABEL\n\n---\n\nTEXT\n"),
    "timed.md": page("## TITLE (2 min)\n\nPARTS\n", "**LABEL:** TEXT\n"),
    "list.txt": page("1) Why did you mend it?\n   TITLE\nPARTS\n", "   LETTER: TEXT"),
    "mkdocs.md": page("## TITLE\n\nPARTS\n", '!!! note "LABEL"\n    TEXT\n'),
    "docusaurus.md": page("## TITLE\n\nPARTS\n", ":::note[LABEL]\n\nTEXT\n\n:::\n"),
    "vitepress.md": page("## TITLE\n\nPARTS\n", "::: tip LABEL\nTEXT\n:::\n"),
    "quarto.qmd": page("## TITLE\n\nPARTS\n", '::: {.callout-note title="LABEL"}\nTEXT\n:::\n'),
    "pandoc.md": page("## TITLE\n\nPARTS\n", "::: {.KEY}\nTEXT\n:::\n"),
    "gitbook.md": page(
        "## TITLE\n\n{% tabs %}\nPARTS\n{% endtabs %}\n", '{% tab title="LABEL" %}\nTEXT\n{% endtab %}'
    ),
    "attributes.mdx": page('<Story\n  title="TITLE"\nPARTS\n/>\n', '  KEY="TEXT"', "# Prep\n\n"),
    "code.mdx": page("<Story title={`TITLE`} PARTS />\n", "KEY={`TEXT`}", sep=" "),
    "children.mdx": page('<Story title="TITLE">\nPARTS\n</Story>\n', "  <LABEL>TEXT</LABEL>"),
    "steps.mdx": page("## TITLE\n\nPARTS\n", '<Step title="LABEL">\n  TEXT\n</Step>'),
    "page.tsx": page(
        "      <h2>TITLE</h2>\nPARTS\n",
        "      <h3>LABEL</h3>\n      <p>TEXT</p>",
        "export default () => (\n  <main>\n",
        "\n  </main>\n);\n",
    ),
    "calls.py": page(
        '    Story(\n        title="TITLE",\nPARTS\n    ),',
        '        KEY=(\n            "TEXT"\n        ),',
        "S = [\n",
    ),
    "added.py": page('bank.add(\n    title="TITLE",\nPARTS\n)', '    KEY="" "TEXT",'),
    "joined.py": page('S = {"title": "TITLE",\nPARTS}', '    "KEY": "" "TEXT",'),
    "tables.toml": page('[stories."TITLE"]\nPARTS\n', 'KEY = "TEXT"'),
    "one-by-one.yaml": page("---\ntitle: TITLE\nPARTS", "KEY: TEXT"),
    "spelled.yaml": page("- title: TITLE\n  parts:\nPARTS", "    - name: LABEL\n      text: |\n        TEXT"),
    "texts.json": "[" + page('{"storyTitle": "TITLE", PARTS},', '"KEY_text": "TEXT"', sep=", ") + "]",
    "body.json": "["
    + page('{"meta": {"title": "TITLE"}, "body": {PARTS}},', '"KEY": {"text": "TEXT"}', sep=", ")
    + "]",
    "inserts.sql": page(
        "  ('TITLE', PARTS),",
        "'TEXT'",
        "INSERT INTO s (title, situation, task, action, result) VALUES\n",
        sep=", ",
    ),
    "named.tex": page("\\begin{story}{TITLE}\nPARTS\n\\end{story}\n", "\\KEY{TEXT}"),
    "slides.tex": page(
        "\\begin{frame}{TITLE}\nPARTS\n\\end{frame}\n", "\\begin{block}{LABEL}\nTEXT\n\\end{block}"
    ),
}


def told(story: Story) -> tuple[str, ...]:
    """
    The title of a story and the texts of its four parts, without the list marks of their own.
    """
    return story.title, *(part.text.removeprefix("- ").strip() for part in story.parts if part.kind in CORE)


def covers(notes: Notes) -> bool:
    """
    Whether the regions cover every line once, in order.
    """
    edges = [0, *(region.last for region in notes.regions)]
    firsts = [region.first for region in notes.regions]
    return firsts == [last + 1 for last in edges[:-1]] and edges[-1] == notes.lines
