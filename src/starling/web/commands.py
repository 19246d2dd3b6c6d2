"""What the palette finds: pages, stories, questions and actions, each with where it leads."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from starling.ports import Workspace
from starling.usecases.bank import list_stories
from starling.usecases.questions import list_questions
from starling.web.frame import ELSEWHERE, NAV
from starling.web.views.questions import question_url
from starling.web.views.story import story_url

SHOWN = 30


@dataclass(frozen=True, slots=True)
class Command:
    """One thing to go to or to do. ``spoken`` are the user's own words, set in serif."""

    text: str
    url: str
    kind: str = "page"
    keys: str = ""
    spoken: bool = False


_ACTIONS = (
    Command("Begin a new story", "/stories", "action"),
    Command("Keep a question you heard", "/questions", "action"),
    Command("Simulate interview loops", "/loop", "action"),
    Command("Use the dark theme", "/settings#theme", "action"),
    Command("Use the light theme", "/settings#theme", "action"),
    Command("Look the folder over", "/doctor", "action"),
    Command("Rules of the review", "/rules"),
    Command("Keys", "/keys", "page", "?"),
)


def all_commands(work: Workspace) -> Iterator[Command]:
    """Everything that can be found by name, pages first."""
    for link in (link for group in (*NAV, ELSEWHERE) for link in group):
        yield Command(link.text, link.url, "page", link.keys)
    yield from _ACTIONS
    for card in list_stories(work).stories:
        yield Command(card.story.title, story_url(card.story.slug), "story", spoken=True)
    for question in list_questions(work).questions:
        yield Command(question.text, question_url(question.slug), "question", spoken=True)


def find(work: Workspace, sought: str) -> tuple[Command, ...]:
    """The commands that hold every word of *sought*, at most SHOWN."""
    terms = sought.lower().split()
    fitting = (each for each in all_commands(work) if all(term in each.text.lower() for term in terms))
    return tuple(each for each, _ in zip(fitting, range(SHOWN), strict=False))
