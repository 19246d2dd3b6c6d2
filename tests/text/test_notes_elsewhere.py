"""Documents whose labels are like those of a story: minutes, medical notes, reports, CVs, papers, recipes."""

from __future__ import annotations

import json

import pytest

from starling.model.story import CORE
from starling.text.notes import read_notes

OTHERS = {
    "minutes": "# Harbour board\n\nDate: 4 May\nAttendees: Ada, Bo\n\n**Situation:** The ferry came late.\n"
    "**Task:** Bo to ask the yard.\n**Actions:** Ada called the crew and we moved the buoy.\n"
    "**Results:** Two boats ran.\n",
    "a medical note": "S: My patient coughed for two nights.\nO: 38.1, we heard crackles.\n"
    "A: A mild infection was found.\nP: Rest, and we call on Friday.\n",
    "a handover": "S - She fell at three and we found her.\nB - A new hip since May.\n"
    "A - She was awake, pain on the left.\nR - See her before eight, a scan was ordered.\n",
    "a post-mortem": "# Post-mortem: the ferry desk\n\n**Situation:** The desk stopped at three.\n"
    "**Impact:** 40 tickets were late.\n**Actions taken:** The crew restarted it and we raised the limit.\n"
    "**Result:** It ran again at four.\n",
    "a CV": "## Deck officer, Fernline (2019–2022)\n**Context:** Six boats.\n**Tasks:** Rota, repairs.\n"
    "**Results:** Fuel dropped by a tenth, delays were halved.\n",
    "a paper": "Background: Fog delays boats.\nObjective: To compare two lamps.\n"
    "Methods: We tested both for a year.\nResults: The second lamp was seen earlier.\n"
    "Conclusions: We advise the second.\n",
    "a test case": "### TC-3\nSituation: a guest is logged out\nAction: the guest opens /deck\n"
    "Result: the guest is redirected to /login and sees the form\n",
    "a status report": "# Status report, week 9\n\n**Situation:** We are behind the plan.\n"
    "**Tasks:** Paint.\n**Actions:** Bo books the dock on Monday.\n"
    "**Results so far:** Two of six boats were painted.\n",
    "a game": "Title: The lost buoy\nSetting: a foggy bay\nGoal: find it\nObstacles: a reef\n"
    "Action: roll a die\nResult: on five or more we find it and the round ends\n",
    "a ruling": "**Background:** The tenant left in May.\n**Issue:** Was notice given?\n"
    "**Action:** The court heard three witnesses.\n**Outcome:** The claim was dismissed.\n",
    "an order to a program": "Situation: summarise what happened and when it was\n"
    "Task: say what I was asked to do\nAction: list what I did, keep my numbers\n"
    "Result: give the outcome with one figure\n",
    "advice": "- Situation - the scene in which the story takes place\n"
    "- Task - what the candidate had to do\n- Action - the steps that the candidate took\n"
    "- Result - what the steps of the candidate changed\n",
    "features of a program": "## Features\n- **Situation** cards from plain notes\n"
    "- **Task** lists for a crew\n- **Action** steps, sorted by weight\n- **Result** charts\n",
    "a strong answer": "# A strong answer\n- Situation: two lines\n- Task: one line, with an aim\n"
    "- Action: the steps that were decided on\n- Result: a number and a lesson\n",
}


@pytest.mark.parametrize("other", OTHERS)
def test_another_document_is_no_story(other: str) -> None:
    """
    Labels that a story would have, too, make none in a document of another kind.
    """
    assert () == read_notes(OTHERS[other], "notes.md").stories


def test_a_paper_is_no_story_among_interview_notes() -> None:
    """
    A heading that says that interview stories stand here makes no story of the abstract under it.
    """
    assert () == read_notes(f"# Interview notes\n\n{OTHERS['a paper']}", "notes.md").stories


def test_what_belongs_in_a_field_is_no_story() -> None:
    """
    Data that describe the fields of a story, as a schema does, tell none.
    """
    fields = {
        key: {"type": "string", "description": f"The {key} that was met"} for key in ("situation", "task")
    }
    fields["action"] = {"type": "string", "description": "What was done by whom"}
    text = json.dumps({"type": "object", "properties": fields})

    assert () == read_notes(text, "schema.json").stories


STORIES = {
    "told by me": "# Post-mortem: the ferry desk\n\n**Situation:** It stopped at three.\n"
    "**Task:** I was on call.\n"
    "**Action:** I restarted it and wrote a test.\n**Result:** It has run since.\n",
    "a thing with such a name": "## The résumé reader\n**Situation:** Files came in six shapes.\n"
    "**Task:** Read them all.\n**Action:** Wrote one reader, tested it.\n"
    "**Result:** Nine of ten were read.\n",
    "jotted down": "## Cut the trip to 20 minutes\n**Problem:** Boats queued.\n"
    "**Action:** Moved the buoy, told the crew.\n"
    "**Outcome:** The trip took 20 minutes and nobody queued.\n",
}


@pytest.mark.parametrize("story", STORIES)
def test_a_story_with_such_a_title_stays_one(story: str) -> None:
    """
    Whoever says "I", or jots down what was done, tells a story under any title.
    """
    assert 1 == len(read_notes(STORIES[story], "notes.md").stories)


FIRST_PERSON = {
    "headings": """# Harbour radar\n\n## Background\nThe radar missed small boats.
\n## Objective\nSee them all.\n\n## Methodology\nI filtered the echoes and tried three thresholds.
\n## Outcome\nIt missed two boats in a year.\n""",
    "bold words": "**Background:** The radar missed small boats.\n**Goal:** See them all.\n"
    "**Approach:** I filtered the echoes.\n**Impact:** It missed two boats in a year.\n",
}


@pytest.mark.parametrize("kind", FIRST_PERSON)
def test_what_somebody_did_themselves_is_a_story(kind: str) -> None:
    """
    Four parts in which "I" did something that has happened are a story in any words, on any page.
    """
    (story,) = read_notes(FIRST_PERSON[kind], "notes.md").stories

    assert list(CORE) == [part.kind for part in story.parts if part.kind in CORE]


NOBODYS = {
    "a lab report": """## Lab report\n\n**Background:** Springs follow a law.\n**Task:** Find the constant.
**Approach:** Weights were hung on a spring.\n**Result:** It was 24 N/m.\n""",
    "a retrospective": """# Retrospective May\n\n| Problem | Action | Result |\n|---|---|---|
| Slow tests held us up for days | We split ten of them | Builds were green and we merged all week |\n""",
    "a score card": """# Interview score card\n\n| Level | Situation | Action | Result |\n|---|---|---|---|
| 1 | Unclear, the candidate rambled on | No own steps were named by the candidate | None was given |
| 4 | Clear in two sentences with stakes | Three own steps with reasons were given | It was measured |\n""",
    "how to answer": """# How to answer in an interview\n\n### Context\nInterviewers want to know where.
\n### Action\nCandidates who say “we” all the time lose points here.\n\n### Result\nA number was best.\n""",
    "a design question": """# System design questions\n\n## Design a tide table
\n### Context\nA port with 40 berths.\n\n### Goal\nBerth within an hour.
\n### Approach\nPredict, then assign.\n\n### Metrics\nWaiting time.\n""",
    "a coding question": """# Interview prep: stacks\n\n**Problem:** Match the brackets of a text.
**Approach:** Push what opens, pop what closes.\n**Result:** True\n""",
}


@pytest.mark.parametrize("kind", NOBODYS)
def test_what_nobody_did_is_no_story(kind: str) -> None:
    """
    Sheets, retrospectives, score cards, advice and exercises are no stories, on a page for interviews either.
    """
    assert () == read_notes(NOBODYS[kind], "notes.md").stories
