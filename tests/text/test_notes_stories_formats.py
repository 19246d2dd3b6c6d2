"""One pair of stories in every kind of file that people bring: the same words come out of each."""

from __future__ import annotations

import json

import pytest

from starling.text.notes import read_notes
from tests.text.pair import FERRY, FILES, PARTS, TILL, covers, told


@pytest.mark.parametrize("name", FILES)
def test_every_kind_of_file_gives_both_stories_word_for_word(name: str) -> None:
    """
    Whatever program the notes come from, titles and parts hold the author's words and nothing of its marks.
    """
    notes = read_notes(FILES[name], name if "." in name else "")

    assert [FERRY, TILL] == [told(story) for story in notes.stories]
    assert covers(notes)


@pytest.mark.parametrize("name", FILES)
def test_every_word_of_a_part_knows_its_place(name: str) -> None:
    """
    The line of a part stands in the file at the line and column that it claims.
    """
    lines = FILES[name].split("\n")
    for story in read_notes(FILES[name], name if "." in name else "").stories:
        for line in (line for part in story.parts for line in part.lines if line.text.strip()):
            text = line.text.strip().removeprefix("- ")
            assert text[:12] in lines[line.number - 1][max(0, line.column - 1) :]


def test_a_missing_cell_of_a_turned_sheet_moves_no_other() -> None:
    """
    Where a row of a sheet turned on its side ends early, the other parts keep their own labels.
    """
    lines = [",".join(row) for row in zip(("", *PARTS), FERRY, TILL, strict=True)]
    lines[2] = lines[2].rpartition(",")[0]
    ferry, till = read_notes("\n".join(lines), "turned.csv").stories

    assert FERRY == told(ferry)
    assert (*TILL[:2], *TILL[3:]) == told(till)
    assert ["situation", "action", "result"] == [part.kind.value for part in till.parts]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.yaml", f"- situation: '''Twas in C:\\new.'\n  action: {FERRY[3]}\n  result: {FERRY[4]}\n"),
        (
            "a.toml",
            f"[[a]]\nsituation = ''''Twas in C:\\new.'''\naction = '{FERRY[3]}'\nresult = '{FERRY[4]}'\n",
        ),
    ],
)
def test_a_backslash_in_single_quotes_is_kept(name: str, text: str) -> None:
    """
    YAML and TOML know no escapes between single quotes, and so a path stays as it was written.
    """
    (story,) = read_notes(text, name).stories

    assert ("'Twas in C:\\new.", FERRY[3], FERRY[4]) == told(story)[1:]


DECK = (
    "#separator:tab\n#html:true\n"
    "Tell me about a time you fixed something.\t"
    + "<br>".join(f"<b>{label}:</b> {text}" for label, text in zip(PARTS, FERRY[1:], strict=True))
    + "\tcare\nDescribe a busy day.\t"
    + "<br>".join(f"<b>{label}:</b> {text}" for label, text in zip(PARTS, TILL[1:], strict=True))
    + "\tcare\n"
)
DATA = json.dumps(
    [
        {
            "question": question,
            "answer": "\n\n".join(f"**{p}:** {t}" for p, t in zip(PARTS, texts, strict=True)),
        }
        for question, texts in (
            ("Tell me about a time you fixed something.", FERRY[1:]),
            ("Describe a busy day.", TILL[1:]),
        )
    ]
)


@pytest.mark.parametrize(("name", "text"), [("deck.txt", DECK), ("answers.json", DATA)])
def test_an_answer_told_in_parts_is_a_story_under_its_question(name: str, text: str) -> None:
    """
    A card or a record with a question and an answer in parts is a story that answers the question.
    """
    first, second = read_notes(text, name).stories

    assert ["Tell me about a time you fixed something.", "Describe a busy day."] == [
        first.question,
        second.question,
    ]
    assert FERRY[1:] == told(first)[1:]
    assert TILL[1:] == told(second)[1:]


def test_the_front_matter_of_a_page_may_be_the_story() -> None:
    """
    A page whose YAML holds the parts is a story with its tags, and the text below stays as notes.
    """
    texts = "".join(f"{label.lower()}: {text}\n" for label, text in zip(PARTS, FERRY[1:], strict=True))
    notes = read_notes(f"---\ntitle: The ferry\ntags:\n  - Care\n{texts}---\n\nSay it slowly.\n", "ferry.md")
    (story,) = notes.stories

    assert FERRY == told(story)
    assert ("Care",) == story.tags
    assert covers(notes)


def test_captions_are_the_talk_that_they_caption() -> None:
    """
    What was said in a recording is an answer under the question before it, without numbers and times.
    """
    said = [
        "Tell me about a time you fixed something.",
        *FERRY[1:],
        "We kept the script, and I still mend it every June with them.",
    ]
    cues = (f"{n}\n00:00:0{n},000 --> 00:00:0{n},900\n{text}\n" for n, text in enumerate(said, start=1))
    (answer,) = read_notes("\n".join(cues), "talk.srt").answers

    assert said[0] == answer.question
    assert said[1:] == [line for line in answer.parts[0].text.split("\n") if line]


CHALLENGES = """\
**Challenge:** {1}
**What I did:** {3}
**Outcome:** {4}
"""


def test_own_words_tell_a_story_where_somebody_speaks() -> None:
    """
    Labels that are nobody's method make a story where they speak of "me", and none on a page of code.
    """
    mine = read_notes(CHALLENGES.format(*FERRY) + "\n" + CHALLENGES.format(*TILL), "notes.md")
    code = read_notes(
        "**Challenge:** slow tiles\n**Approach:** a cache on disk\n**Outcome:** fast tiles", "README.md"
    )

    assert [(FERRY[1], FERRY[3], FERRY[4]), (TILL[1], TILL[3], TILL[4])] == [
        told(story)[1:] for story in mine.stories
    ]
    assert () == code.stories
