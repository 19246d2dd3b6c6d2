"""Which story answers what, as pages show it: a fit as a shape and a word, with the words that prove it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import quote

from starling.matching.fit import Fit
from starling.usecases.matching import Answer, Answers, Matched, Matches
from starling.web.views.counted import count
from starling.web.views.story import story_url

WORDS = {Fit.STRONG: "strong", Fit.PARTLY: "partly", Fit.ANGLE: "untold", Fit.NONE: "none"}


@dataclass(frozen=True, slots=True)
class AnswerRow:
    """A question or a principle that a story answers."""

    text: str
    url: str
    fit: str
    word: str
    spoken: bool


@dataclass(frozen=True, slots=True)
class FitRow:
    """A story for a question: the sentence that shows the fit, and what a strong one still needs."""

    title: str
    url: str
    fit: str
    word: str
    proof: str
    missing: tuple[str, ...]
    elsewhere: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AnswersView:
    """Everything that a story answers."""

    headline: str
    title: str
    url: str
    rows: tuple[AnswerRow, ...]
    more: str


@dataclass(frozen=True, slots=True)
class MatchesView:
    """The stories for a question."""

    asked: str
    rows: tuple[FitRow, ...]
    others: int


def answers_view(answers: Answers) -> AnswersView:
    """Everything that a story answers at least partly."""
    rows = answer_rows(answers, 100)
    questions = len(answers.questions) + answers.more_questions
    principles = len(answers.principles) + answers.more_principles
    strong = sum(each.match.fit is Fit.STRONG for each in (*answers.questions, *answers.principles))
    how = "answers" if strong else "partly answers"
    headline = f"It {how} {count(questions, 'question')} and {count(principles, 'principle')}"
    left = answers.more_questions + answers.more_principles
    more = f"These are the best; {left} more fit less well." if left else ""
    return AnswersView(headline, answers.story.title, story_url(answers.story.slug), rows, more)


def matches_view(matches: Matches) -> MatchesView:
    """The stories for a question, the best first."""
    return MatchesView(matches.demand.text, fit_rows(matches), matches.others)


def answer_rows(answers: Answers, most: int = 4) -> tuple[AnswerRow, ...]:
    """What a story answers: some questions, then some principles."""
    return (
        *(_answer(each, spoken=True) for each in answers.questions[:most]),
        *(_answer(each, spoken=False) for each in answers.principles[:most]),
    )


def _answer(answer: Answer, *, spoken: bool) -> AnswerRow:
    slug = answer.demand.slug
    company, _, principle = slug.partition("/")
    url = f"/questions/{quote(slug, safe='')}" if spoken else f"/principles/{company}#{principle}"
    fit = answer.match.fit
    text = answer.demand.text if spoken else f"{company.title()}: {answer.demand.text}"
    return AnswerRow(text, url, fit.value, WORDS[fit], spoken)


def fit_rows(matches: Matches) -> tuple[FitRow, ...]:
    """The stories for a question, the best first."""
    titles = {each.match.story: each.title for each in matches.stories}
    return tuple(_fit(each, titles) for each in matches.stories)


def _fit(matched: Matched, titles: Mapping[str, str]) -> FitRow:
    match = matched.match
    proof = match.stated or (match.proofs[0].quote if match.proofs else "")
    return FitRow(
        title=matched.title,
        url=story_url(match.story),
        fit=match.fit.value,
        word=WORDS[match.fit],
        proof=proof,
        missing=tuple(slot.name for slot in matched.missing),
        elsewhere=tuple(
            f"{slot.name.lower()}, in “{titles.get(slug, slug)}”" for slot, slug in matched.elsewhere
        ),
    )
