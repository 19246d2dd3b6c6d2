"""Questions of the bank, shipped or the user's own: text -> values, and what does not fit in it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import Any

from starling.content.fields import Fields, Taken
from starling.content.read_lists import Read, file_problems, in_order
from starling.model.nearest import nearest
from starling.model.principle import Principle
from starling.model.problem import Problem
from starling.model.question import Asked, BankQuestion
from starling.model.report import Level, QuestionType
from starling.text.telling import words_of
from starling.text.toml_page import TomlPage

_SHARED = ("competency", "source", "checked")
_KEYS = (
    "slug", "text", "also", "type", "level", "shows", "traps", "follow_ups", "probes", "kinds", *_SHARED,
)  # fmt: skip
_LISTS = ("also", "level", "shows", "traps", "follow_ups", "probes", "kinds")
_OWN = (*_KEYS, "asked", "category", "company", "prompts")


@dataclass(frozen=True, kw_only=True)
class Known:
    """What a question may name: slugs of competencies (with their names), slots and kinds, and principles."""

    competencies: Mapping[str, str]
    slots: Collection[str]
    kinds: Collection[str]
    principles: Collection[str]

    @cached_property
    def companies(self) -> frozenset[str]:
        """The sets of principles there are."""
        return frozenset(ref.partition("/")[0] for ref in self.principles)


def read_questions(text: str, where: str, known: Known, taken: Taken | None = None) -> Read[BankQuestion]:
    """The questions of one file of the bank.

    *taken* are the slugs of other files with their places; those of this file are added to it.
    """
    page = TomlPage(text)
    taken = {} if taken is None else taken
    problems = list(file_problems(page, "question", ()))
    values: list[BankQuestion] = []
    for entry in page.entries("question"):
        fields = Fields(entry, _SHARED)
        fields.only(_KEYS)
        kind = fields.choice("type", QuestionType)
        if kind is not None:
            values.append(
                BankQuestion(
                    slug=fields.slug(taken, where),
                    text=fields.text("text"),
                    competency=_competency(fields, known),
                    type=kind,
                    source=fields.text("source"),
                    checked=fields.day(),
                    **_lists(fields, known, needed=True),
                )
            )
        problems += fields.problems
    return Read(tuple(values), in_order(problems))


def _competency(fields: Fields, known: Known) -> str:
    found = fields.text("competency")
    if found and found not in known.competencies:
        fields.unknown(found, "competency", known.competencies, "competency")
    return found


def _lists(fields: Fields, known: Known, *, needed: bool) -> dict[str, Any]:
    """What shipped questions and the user's own say in the same way."""
    return {
        "also": fields.texts("also"),
        "level": fields.choice("level", Level, needed=False),
        "shows": fields.refs("shows", known.slots, "slot"),
        "traps": fields.texts("traps", needed=needed),
        "follow_ups": fields.texts("follow_ups", needed=needed),
        "probes": _probes(fields, known),
        "kinds": fields.refs("kinds", known.kinds, "story kind"),
    }


def _probes(fields: Fields, known: Known) -> tuple[str, ...]:
    """The principles it probes; of one that does not exist, whether it is the company or the name."""
    found = fields.texts("probes")
    for each in found:
        company = each.partition("/")[0]
        if company not in known.companies:
            fields.problem(
                f"There are no principles of “{company}”.", "probes", nearest(company, known.companies), each
            )
        elif each not in known.principles:
            own = [ref for ref in known.principles if ref.startswith(f"{company}/")]
            fields.problem(f"There is no principle “{each}”.", "probes", nearest(each, own), each)
    return tuple(each for each in dict.fromkeys(found) if each in known.principles)


@dataclass(frozen=True, kw_only=True)
class Beside:
    """What own questions are read beside: what they may name, and the questions that ship.

    ``guess`` tells the type of a question; None of one that asks for no event,
    such as "Explain attention".
    """

    known: Known
    shipped: tuple[BankQuestion, ...]
    guess: Callable[[str], QuestionType | None]

    def same(self, slug: str, text: str) -> BankQuestion | None:
        """The shipped question that has this slug, or these words."""
        return self._by_slug.get(slug) or (self._by_words.get(words_of(text)) if text else None)

    @cached_property
    def _by_slug(self) -> dict[str, BankQuestion]:
        return {each.slug: each for each in self.shipped}

    @cached_property
    def _by_words(self) -> dict[tuple[str, ...], BankQuestion]:
        return {words_of(text): each for each in self.shipped for text in (*each.also, each.text)}


@dataclass(frozen=True, kw_only=True)
class OwnQuestions:
    """The user's own questions: those about events, those about something else, and what does not fit.

    ``numbers`` says of each question which entry of the file it is, from 0.
    """

    questions: tuple[BankQuestion, ...]
    numbers: tuple[int, ...] = ()
    others: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()


def read_own_questions(text: str, where: str, beside: Beside) -> OwnQuestions:
    """The questions of a prep folder: the same form, and nothing but a text is needed.

    One with the slug or the words of a shipped question is that question, and
    says what is different in it. Those whose type is not said and cannot be
    told are among the others.
    """
    page = TomlPage(text)
    problems = [] if page.broken is None else [page.broken]
    questions: list[BankQuestion] = []
    numbers: list[int] = []
    others: list[str] = []
    taken: Taken = {}
    for entry in page.entries("question"):
        fields = Fields(entry)
        slug = fields.slug(taken, where) if fields.has("slug") else ""
        question = _own(fields, slug, beside)
        if question is not None:
            questions.append(question)
            numbers.append(entry.number)
        elif fields.text("text", needed=False):
            others.append(fields.text("text"))
        problems += fields.problems
    return OwnQuestions(
        questions=tuple(questions), numbers=tuple(numbers), others=tuple(others), problems=in_order(problems)
    )


def _own(fields: Fields, slug: str, beside: Beside) -> BankQuestion | None:
    """One entry of the user's; None where it asks for no event, or nothing."""
    fields.only(_OWN)
    said = fields.text("text", needed=False)
    base = beside.same(slug, said)
    if base is None and not said:
        fields.problem("A question has no text.", try_this='Add  text = "…"  to it.')
        return None
    rest: dict[str, Any] = {
        "competency": _own_competency(fields, beside.known),
        "source": fields.text("source", needed=False) or "your own",
        "checked": fields.day() if fields.has("checked") else None,
        "asked": _asked(fields),
        **_lists(fields, beside.known, needed=False),
    }
    rest["follow_ups"] += fields.texts("prompts")
    told = beside.guess(said) if base is None else base.type
    kind = fields.choice("type", QuestionType, needed=False) or told
    if kind is None:
        return None
    own = BankQuestion(slug=slug or said, text=said, type=kind, own=True, **rest)
    return own if base is None else _over(own, base)


def _over(own: BankQuestion, base: BankQuestion) -> BankQuestion:
    """A shipped question with what the user's own entry says over it; its wording stays known."""
    said = {name: value for name in _LISTS if (value := getattr(own, name))}
    text = own.text or base.text
    also = dict.fromkeys((*said.get("also", base.also), base.text))
    also.pop(text, None)
    return replace(
        base,
        **said | {"also": tuple(also)},
        text=text,
        type=own.type,
        competency=own.competency or base.competency,
        asked=own.asked,
        own=True,
    )


def _own_competency(fields: Fields, known: Known) -> str:
    """What it says, or what the heading over it in the notes names."""
    if fields.has("competency"):
        return _competency(fields, known)
    category = fields.text("category", needed=False).casefold()
    return next((slug for slug, name in known.competencies.items() if name.casefold() == category), "")


def _asked(fields: Fields) -> tuple[Asked, ...]:
    """Who asked it and when: what is marked, and the company that the notes name."""
    found = fields.value("asked")
    marked = [_one_asked(fields, each) for each in found] if isinstance(found, list) else []
    if found is not None and not isinstance(found, list):
        fields.problem("asked is not a list.", "asked", _ASKED)
    company = fields.text("company", needed=False)
    named = [Asked(company)] if company and all(each.company != company for each in marked if each) else []
    return tuple(each for each in (*marked, *named) if each is not None)


_ASKED = 'Write asked = [{company = "Brindlecart", day = 2026-01-31}].'


def _one_asked(fields: Fields, said: object) -> Asked | None:
    match said:
        case {"company": str(company), **rest} if company.strip() and set(rest) <= {"day"}:
            day = rest.get("day")
            if day is None or type(day) is date:
                return Asked(company.strip(), day)
    fields.problem("asked does not say by whom and when.", "asked", _ASKED)
    return None


def unasked(
    text: str, principles: Iterable[Principle], questions: Iterable[BankQuestion]
) -> tuple[Problem, ...]:
    """The principles of a set that interviewers ask for and that no question probes; *text* is its file."""
    probed = {ref for question in questions for ref in question.probes}
    missing = {each.slug: each for each in principles if each.standing.is_asked and each.ref not in probed}
    return tuple(
        Problem(
            f"No question probes “{missing[slug].name}”.",
            entry.line("slug"),
            f'Add "{missing[slug].ref}" to the probes of a question.',
        )
        for entry in TomlPage(text).entries("principle")
        if (slug := entry.values.get("slug")) in missing
    )
