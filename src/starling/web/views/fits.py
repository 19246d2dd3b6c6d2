"""Which story answers what, as pages show it: a fit as a shape and a word, with the words that prove it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import quote

from starling.matching.demand import Demand
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
    """The stories for a question; ``lede`` is what it was taken for, ``none`` is said where there is none."""

    asked: str
    lede: str
    rows: tuple[FitRow, ...]
    none: str
    others: str


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
    left = count(matches.others, "other story fits", "other stories fit")
    return MatchesView(
        asked=matches.demand.text,
        lede=" ".join(_taken_for(matches)),
        rows=fit_rows(matches),
        none="" if matches.stories else f"{no_story(matches)}.",
        others=f"{left} less well, or not at all." if matches.others and matches.stories else "",
    )


def no_story(matches: Matches) -> str:
    """What is said where no story answers a question."""
    if not matches.demand.event:
        return "No story has to answer it"
    return "No story of yours answers it yet" if matches.total else "You have no stories yet"


def _taken_for(matches: Matches) -> Iterator[str]:
    """How a question in any words was understood."""
    if not matches.demand.event:
        yield "It asks for no event, so a story is an angle of it at most."
    elif matches.competency:
        yield f"Understood as {matches.competency.lower()}."
    elif not matches.demand.slug:
        yield "It is like no question of the bank, so it was matched by its words alone."
    if matches.cut:
        yield "Only the beginning of this long question was looked at."


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
    text = answer.demand.text if spoken else _with_company(answer.demand)
    return AnswerRow(text, url, fit.value, WORDS[fit], spoken)


def _with_company(demand: Demand) -> str:
    """A principle behind its company, as the company writes itself: the second of its names has both."""
    return f"{demand.names[1].removesuffix(demand.text).strip()}: {demand.text}"


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
