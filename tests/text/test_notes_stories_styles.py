"""One story in every style that authors write it in: the same parts come out of each."""

from __future__ import annotations

import pytest

from starling.model.notes import RegionKind
from starling.model.story import CORE, PartKind, Story
from starling.text.notes import read_notes

SITUATION = "The ferry timetable was wrong every week."
TASK = "Fix it before June."
ACTION = "I wrote a small script for the crew."
RESULT = "No complaint in a year."
TOLD = [SITUATION, TASK, ACTION, RESULT]

LINES = {
    "bold, colon inside": "**Situation:** {}\n**Task:** {}\n**Action:** {}\n**Result:** {}",
    "bold, colon outside": "**Situation**: {}\n\n**Task**: {}\n\n**Action**: {}\n\n**Result**: {}",
    "bold, full stop": "**Situation.** {}\n\n**Task.** {}\n\n**Action.** {}\n\n**Result.** {}",
    "bold, nothing": "**Situation**\n\n{}\n\n**Task**\n\n{}\n\n**Action**\n\n{}\n\n**Result**\n\n{}",
    "bold first letter": "**S**ituation: {}\n**T**ask: {}\n**A**ction: {}\n**R**esult: {}",
    "bold letter": "**S:** {}\n**T:** {}\n**A:** {}\n**R:** {}",
    "bold letter and word": "**S – Situation:**\n{}\n\n**T – Task:**\n{}\n\n"
    "**A – Action:**\n{}\n\n**R – Result:**\n{}",
    "bold, emoji and letter": "**📋 S** : {}\n\n**📌 T** : {}\n\n**👔 A** : {}\n\n**💡 R** : {}",
    "emoji before bold": "🧩 **Situation:** {}\n🎯 **Task:** {}\n🔧 **Action:** {}\n🏆 **Result:** {}",
    "upper case with time": "**SITUATION** (30 sec):\n{}\n\n**TASK** (15 sec):\n{}\n\n"
    "**ACTION** (60-90 sec):\n{}\n\n**RESULT** (30 sec):\n{}",
    "italics": "*Situation* – {}\n*Task* – {}\n*Action* – {}\n*Result* – {}",
    "headings": "### Situation\n{}\n### Task\n{}\n### Action\n{}\n### Result\n{}",
    "headings with emoji": "### ✅ **S - Situation**\n\n{}\n\n---\n\n### ✅ **T - Task**\n\n{}\n\n---\n\n"
    "### ✅ **A - Action**\n\n{}\n\n---\n\n### ✅ **R - Result**\n\n{}",
    "numbered headings": "## 1. Situation\n{}\n## 2. Task\n{}\n## 3. Action\n{}\n## 4. Result\n{}",
    "underlined headings": "Situation\n---------\n{}\n\nTask\n----\n{}\n\nAction\n------\n{}\n\n"
    "Result\n------\n{}",
    "bold through": "**S: {}**\n**T: {}**\n**A: {}**\n**R: {}**",
    "share of time": "**Situation (15%)**: {}\n**Task (10%)**: {}\n**Action (60%)**: {}\n**Result**: {}",
    "first letter in brackets": "(S)ituation: {}\n(T)ask: {}\n(A)ction: {}\n(R)esult: {}",
    "rows of dots": "Situation..... {}\nTask .......... {}\nAction… {}\nResult........ {}",
    "short forms": "Sit: {}\nTask: {}\nAct: {}\nRes: {}",
    "tildes": "Sit ~ {}\nTask ~ {}\nAct ~ {}\nRes ~ {}",
    "tabs": "Situation\t{}\nTask\t{}\nAction\t{}\nResult\t{}",
    "highlighted": "==Situation==: {}\n==Task==: {}\n==Action==: {}\n==Result==: {}",
    "one line of letters": "S: {}; T: {}; A: {}; R: {}",
    "one line of bold words": "**Situation:** {} **Task:** {} **Action:** {} **Result:** {}",
    "headings with text": "#### S: {}\n#### T: {}\n#### A: {}\n#### R: {}",
    "hard spaces": "**Situation:**\u00a0{}\n**Task:**\u00a0{}\n**Action:**\u00a0{}\n**Result:**\u00a0{}",
    "bullets": "- Situation: {}\n- Task: {}\n- Action: {}\n- Result: {}",
    "bullets without colon": "* situation:\n  * {}\n* task\n  * {}\n* action\n  * {}\n* result\n  * {}",
    "dots": "• Situation: {}\n• Task: {}\n• Action: {}\n• Result: {}",
    "bullet letters": "-   S : {}\n\n-   T : {}\n\n-   A : {}\n\n-   R : {}",
    "numbered": "1. Situation: {}\n2. Task: {}\n3. Action: {}\n4. Result: {}",
    "boxes": "- [x] Situation: {}\n- [x] Task: {}\n- [ ] Action: {}\n- [ ] Result: {}",
    "letters": "S: {}\nT: {}\nA: {}\nR: {}",
    "letters and dashes": "S - {}\n\nT - {}\n\nA - {}\n\nR - {}",
    "letters and stops": "S. {}\nT. {}\nA. {}\nR. {}",
    "letter-word": "S-Situation: {}\nT-Task: {}\nA-Action: {}\nR-Result: {}",
    "words and dashes": "Situation - {}\nTask - {}\nAction - {}\nResult - {}",
    "colon and dash": "Situation:- {}\nTask:- {}\nAction:- {}\nResult:- {}",
    "arrows": "➡️ Situation: {}\n➡️ Task: {}\n➡️ Action: {}\n➡️ Result: {}",
    "bare upper case": "SITUATION\n{}\n\nTASK\n{}\n\nACTION\n{}\n\nRESULT\n{}",
    "round brackets": "(S) {} (T) {} (A) {}\n(R) {}",
    "square brackets": "[Situation] {} [Task] {} [Action] {} [Result] {}",
    "bars": "**S:** {} | **T:** {}\n**A:** {} | **R:** {}",
    "one paragraph": "The ferry. Situation: {} Task: {} Action: {} Result: {}",
    "quotation": "> **Situation:** {}\n>\n> **Task:** {}\n>\n> **Action:** {}\n>\n> **Result:** {}\n\n"
    "A good one.",
    "quoted texts": "**Situation:**\n> {}\n\n**Task:**\n> {}\n\n**Action:**\n> {}\n\n**Result:**\n> {}",
    "code block": "```\nS: {}\nT: {}\nA: {}\nR: {}\n```",
    "table": "| Part | Notes |\n|---|---|\n| **Situation** | {} |\n| **Task** | {} |\n"
    "| **Action** | {} |\n| **Result** | {} |",
    "letter table": "| STAR | |\n|---|---|\n| S | {} |\n| T | {} |\n| A | {} |\n| R | {} |",
    "table with columns": "| # | Story | S | T | A | R |\n|---|---|---|---|---|---|\n"
    "| 1 | Ferry | {} | {} | {} | {} |",
    "details": "<details><summary>Ferry</summary>\n\n<b>Situation:</b><br>\n{}<br>\n<b>Task</b><br>\n{}<br>\n"
    "<b>Action</b><br>\n{}<br>\n<b>Result</b><br>\n{}\n</details>",
    "keycaps": "1️⃣ **Situation** {}\n\n2️⃣ **Task** {}\n\n3️⃣ **Action** {}\n\n4️⃣ **Result** {}",
    "figures in circles": "① Situation: {}\n② Task: {}\n③ Action: {}\n④ Result: {}",
    "Roman figures": "i. Situation: {}\nii. Task: {}\niii. Action: {}\niv. Result: {}",
    "questions": "**What was the situation?** {}\n\n**What was my task?** {}\n\n"
    "**What actions did I take?** {}\n\n**What was the result?** {}",
    "question marks": "Situation? {}\nTask? {}\nAction? {}\nResult? {}",
    "full stops": "Situation. {}\n\nTask. {}\n\nAction. {}\n\nResult. {}",
    "angles": "Situation > {}\nTask > {}\nAction > {}\nResult > {}",
    "elements": "<Situation>\n{}\n</Situation>\n<Task>{}</Task>\n<Action>\n{}\n</Action>\n"
    "<Result>{}</Result>",
    "callouts": "> [!note] Situation\n> {}\n\n> [!note] Task\n> {}\n\n> [!tip]+ Action\n> {}\n\n"
    "> [!done]- Result\n> {}",
    "fields": "[Situation:: {}]\n[Task:: {}]\n[Action:: {}]\n[Result:: {}]",
    "definitions": "Situation\n: {}\n\nTask\n: {}\n\nAction\n: {}\n\nResult\n: {}",
    "German": "**Situation:** {}\n**Aufgabe:** {}\n**Vorgehen:** {}\n**Ergebnis:** {}",
    "Spanish": "**Situación:** {}\n**Tarea:** {}\n**Acción:** {}\n**Resultado:** {}",
    "two scripts": "**Situation / 背景:** {}\n**Task / 任务:** {}\n**Action / 行动:** {}\n"
    "**Result / 结果:** {}",
    "mathematical letters": "𝗦𝗶𝘁𝘂𝗮𝘁𝗶𝗼𝗻: {}\n𝗧𝗮𝘀𝗸: {}\n𝗔𝗰𝘁𝗶𝗼𝗻: {}\n𝗥𝗲𝘀𝘂𝗹𝘁: {}",
    "one cell of a table": "| Principle | Story |\n|---|---|\n| Care | **S:** {}<br>**T:** {}<br>"
    "**A:** {}<br>**R:** {} |",
    "after a speaker": "[10:02] Me: Situation: {}\nTask: {}\nAction: {}\nResult: {}",
    "line ends of Word": "Situation: {}\vTask: {}\vAction: {}\u2028Result: {}",
    "HTML table": "<table>\n<tr><th>Situation</th><td>{}</td></tr>\n<tr><th>Task</th><td>{}</td></tr>\n"
    "<tr><th>Action</th><td>{}</td></tr>\n<tr><th>Result</th><td>{}</td></tr>\n</table>",
}  # fmt: skip


def only_story(text: str, source: str = "notes.md") -> Story:
    """The one story in *text*."""
    (story,) = read_notes(text, source).stories
    return story


def core_texts(story: Story) -> list[str]:
    """The texts of the four parts, in the order of the story, without the list marks of their own."""
    return [part.text.removeprefix("* ").strip() for part in story.parts if part.kind in CORE]


@pytest.mark.parametrize("style", LINES)
def test_every_style_gives_the_same_story(style: str) -> None:
    """
    However the labels are written, each part holds the author's words and nothing of the label.
    """
    story = only_story("## The ferry\n\n" + LINES[style].format(*TOLD) + "\n")

    assert TOLD == core_texts(story)
    assert list(CORE) == [part.kind for part in story.parts]


@pytest.mark.parametrize("style", LINES)
def test_two_stories_in_a_row_stay_apart(style: str) -> None:
    """
    A second story in the same style begins where its own title stands.
    """
    other = [
        "The queue went round the corner.",
        "Halve the wait.",
        "I opened a second till.",
        "It took 7 minutes.",
    ]
    page = "".join(
        f"## {title}\n\n{LINES[style].format(*told)}\n\n"
        for title, told in (("Ferry", TOLD), ("Bakery", other))
    )
    first, second = read_notes(page, "notes.md").stories

    assert TOLD == core_texts(first)
    assert other == core_texts(second)
    assert "Ferry" == first.title or first.title.startswith("The ferry")


OBJECTS = {
    "stories.json": '{"stories": [{"title": "The ferry", "situation": "%s", "task": "%s", "action": "%s",'
    ' "result": "%s"}]}',
    "stories.ts": "export const stories: Story[] = [\n  {\n    title: 'The ferry',\n    situation: `%s`,\n"
    '    task: "%s",\n    action: \'%s\',\n    result: "%s",\n  },\n];\n',
    "stories.csv": "Title,Situation,Task,Action,Result\nThe ferry,%s,%s,%s,%s\n",
    "stories.adoc": "= Prep\n\n== The ferry\n\n*Situation*: %s\n\n*Task*: %s\n\n"
    "*Action*: %s\n\n*Result*: %s\n",
}


@pytest.mark.parametrize("source", OBJECTS)
def test_other_formats_give_the_same_story(source: str) -> None:
    """
    Objects, sheets and AsciiDoc come to the same story with its title.
    """
    story = only_story(OBJECTS[source] % tuple(TOLD), source)

    assert TOLD == core_texts(story)
    assert "The ferry" == story.title


VARIANTS = {
    "STARR": (
        "**S** – {}\n**T** – {}\n**A** – {}\n**R** – {}\n**R** – Test it.",
        [*CORE, PartKind.REFLECTION],
    ),
    "STAR-L": (
        "Situation: {}\nTask: {}\nAction: {}\nResult: {}\nLearning: Test with those who use it.",
        [*CORE, PartKind.REFLECTION],
    ),
    "STAR+": (
        "**Situation**: {}\n\n**Task**: {}\n\n**Action**: {}\n\n**Result**: {}\n\n**Plus (Lessons)**: Ask.",
        [*CORE, PartKind.REFLECTION],
    ),
    "headline first": (
        "- Nugget: I mended a timetable.\n- Situation: {}\n- Task: {}\n- Action: {}\n- Result: {}",
        [PartKind.HEADLINE, *CORE],
    ),
    "result first": (
        "- **Result:** {3}\n- **Situation:** {0}\n- **Task:** {1}\n- **Action:** {2}",
        [PartKind.RESULT, PartKind.SITUATION, PartKind.TASK, PartKind.ACTION],
    ),
    "SOAR": (
        "Situation - {0}\nObstacle - The captain said no.\nAction - {2}\nResult - {3}",
        [PartKind.SITUATION, PartKind.OBSTACLE, PartKind.ACTION, PartKind.RESULT],
    ),
    "CARL": (
        "**Context:** {0}\n**Action:** {2}\n**Result:** {3}\n**Learning:** Test it.",
        [PartKind.SITUATION, PartKind.ACTION, PartKind.RESULT, PartKind.REFLECTION],
    ),
    "SAO by letters": (
        "S: {0}\nA: {2}\nO: {3}",
        [PartKind.SITUATION, PartKind.ACTION, PartKind.RESULT],
    ),
    "PAR by letters": (
        "- **P:** {0}\n- **A:** {2}\n- **R:** {3}",
        [PartKind.SITUATION, PartKind.ACTION, PartKind.RESULT],
    ),
    "own words": (
        "**Background:** {}\n**My role:** {}\n**What I did:** {}\n**Impact:** {}\n**Key takeaway:** Test it.",
        [*CORE, PartKind.TAKEAWAY],
    ),
    "no task": (
        "**Situation:** {0}\n**Action:** {2}\n**Result:** {3}",
        [PartKind.SITUATION, PartKind.ACTION, PartKind.RESULT],
    ),
    "follow-ups": (
        "**Situation:** {}\n**Task:** {}\n**Action:** {}\n**Result:** {}\n**Follow-ups:**\n- Who said no?",
        [*CORE, PartKind.FOLLOW_UP],
    ),
    "an aside": (
        "**Situation:** {}\n\n**Task:** {}\n\n**Action:** {}\n\n**Result:** {}\n\n**Weather:** Rain.",
        [*CORE, PartKind.OTHER],
    ),
    "an aside between headings": (
        "#### Situation\n{}\n#### Task\n{}\n#### Options\nPaper.\n#### Action\n{}\n#### Result\n{}",
        [PartKind.SITUATION, PartKind.TASK, PartKind.OTHER, PartKind.ACTION, PartKind.RESULT],
    ),
}


@pytest.mark.parametrize("variant", VARIANTS)
def test_variants_name_their_parts(variant: str) -> None:
    """
    Relatives of STAR, extra parts and missing parts keep the order and the kind that their author gave.
    """
    text, kinds = VARIANTS[variant]
    story = only_story("### Interview story: the ferry\n\n" + text.format(*TOLD) + "\n")

    assert kinds == [part.kind for part in story.parts]
    assert set(core_texts(story)) <= set(TOLD)


@pytest.mark.parametrize(
    ("text", "first", "also"),
    [
        (
            "**Situation & Task:** {0} {1}\n**Action:** {2}\n**Result:** {3}",
            PartKind.SITUATION,
            (PartKind.TASK,),
        ),
        ("- **S/T:** {0} {1}\n- **A:** {2}\n- **R:** {3}", PartKind.SITUATION, (PartKind.TASK,)),
        ("**Challenge:** {0}\n**Action:** {2}\n**Result:** {3}", PartKind.SITUATION, (PartKind.TASK,)),
        ("**Challenge:** {0}\n**Task:** {1}\n**Action:** {2}\n**Result:** {3}", PartKind.SITUATION, ()),
        ("**Situation:** {0}\n**Task:** {1}\n**Action & Result:** {2}", PartKind.ACTION, (PartKind.RESULT,)),
    ],
)
def test_merged_parts_say_what_else_they_hold(text: str, first: PartKind, also: tuple[PartKind, ...]) -> None:
    """
    A part that its author merged names the others; the Context of a CAR story is a task only without one.
    """
    part = only_story(text.format(*TOLD)).part(first)

    assert part is not None
    assert also == part.also


TEMPLATES = {
    "blanks": "**Situation:** ______\n**Task:** ______\n**Action:** ______\n**Result:** ______",
    "nothing under the labels": "**Situation:**\n\n**Task:**\n\n**Action:**\n\n**Result:**",
    "brackets": "- Situation: [where]\n- Task: [your goal]\n- Action: [what you did]\n- Result: [numbers]",
    "angle brackets": "- Situation: <where you were>\n- Task: <your goal>\n- Action: <how>\n- Result: <end>",
    "half filled": "### Template\n**Situation:** I ran [your project] alone for a year.\n"
    "**Task:** Keep it alive on [budget].\n**Action:** I moved it to a smaller machine.\n"
    "**Result:** It cost [half] of what it did before, and it never stopped.",
}
METHODS = {
    "questions": "**What was the situation?** Describe where you were.\n"
    "**What was your task?** Explain your goal.\n**What actions did you take?** List your steps.\n"
    "**What was the result?** Share the numbers.",
    "sentences": "**Situation** – Set the scene in one or two sentences. Where did you work?\n"
    "**Task** – Explain what you were responsible for.\n"
    '**Action** – Describe the steps that you took, and say "I".\n'
    "**Result** – Share the outcome, with a number if you can.",
    "hints": "- S – what was going on\n- T – your goal\n- A – the steps you took\n- R – what came of it",
    "a legend": "S : Situation, T : Task, A : Action, R : Result",
    "a table of advice": "| Letter | Say | Time |\n|---|---|---|\n| **S**ituation | Where | 20 s |\n"
    "| **T**ask | Your part in it | 10 s |\n| **A**ction | What you did | 60 s |\n"
    "| **R**esult | Numbers | 30 s |",
    "a time budget": "- Situation: 30 seconds\n- Task: 15 seconds\n- Action: 2 minutes\n- Result: 1 minute",
}
OTHERS = {
    "formulae": "**S:** the set of states of the game\n\n**A:** the set of moves in a state\n\n"
    "**R:** the reward for each of them\n\n**T:** where each of them leads",
    "a sheet of chores": "| Task | Action | Owner | Result |\n|---|---|---|---|\n"
    "| Mail the vendor about the late parts of the new press | Write to them twice | Ines | none so far |",
    "an interface": "## Action\n\nAn action is a callable without arguments.\n\n## Result\n\nA dictionary.",
    "probing questions": "- What was the situation?\n- What was your task?\n- What was the result?",
    "a project page": "# Cat finder\n\n## Background\nCats hide.\n\n## Approach\nA network saw pictures.\n\n"
    "## Results\nIt finds nine of ten cats.",
    "one stray label": "We met twice.\n\nResult: a better rota for the whole winter.",
    "a checklist": "- [ ] Situation clear?\n- [ ] Task named?\n- [ ] Result with a number?",
}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        *((text, RegionKind.TEMPLATE) for text in TEMPLATES.values()),
        *((text, RegionKind.METHOD) for text in METHODS.values()),
        *((text, None) for text in OTHERS.values()),
    ],
    ids=[*TEMPLATES, *METHODS, *OTHERS],
)
def test_what_is_no_story_is_not_made_one(text: str, kind: RegionKind | None) -> None:
    """
    Templates, explanations and pages about other things give no story, and say what they are.
    """
    notes = read_notes(text + "\n", "notes.md")

    assert () == notes.stories
    assert kind is None or kind in {region.kind for region in notes.regions}
