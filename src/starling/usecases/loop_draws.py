"""What loops are drawn from: a company's plan, the questions that probe its principles, what fits them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from starling.content.loops import GENERAL, MOST, loop_plans
from starling.matching.coverage import Grid
from starling.matching.fit import Fit
from starling.matching.loops import Loop, Topic, draw
from starling.model.loop import LoopPlan
from starling.model.nearest import nearest
from starling.model.principle import Principle
from starling.model.problem import UsageError
from starling.model.question import BankQuestion
from starling.ports import Workspace
from starling.prep.cover_rows import QUESTIONS, Row, rows_of
from starling.prep.material import Material
from starling.usecases.coverage import grid_of

DRAWS, MOST_DRAWS = 10_000, 100_000
MOST_WANTED = 1000

HEARD = 3.0
"""How often a question comes that they heard the company ask, against others of its topic: assumed."""


@dataclass(frozen=True, kw_only=True)
class Wish:
    """What to simulate; None and "" are what the data says of the company."""

    company: str = ""
    rounds: int | None = None
    questions: int | None = None
    draws: int = DRAWS
    seed: int = 1
    wanted: int | None = None


@dataclass(frozen=True, kw_only=True)
class Design:
    """Which loops are drawn: of whom, by which plan, how many, and of what size."""

    set_name: str
    company: str
    plan: LoopPlan
    rounds: int
    per_round: int
    draws: int
    seed: int


@dataclass(frozen=True)
class Setup:
    """Drawn loops, and what fits their questions: ``rows`` are these, ``order`` the event of each bit."""

    material: Material
    topics: tuple[Principle, ...]
    rows: tuple[Row, ...]
    held: Grid
    order: tuple[int, ...]
    loops: tuple[Loop, ...]
    per_round: int

    def fits(self, *wanted: Fit) -> tuple[int, ...]:
        """For each question a bit for each event that fits it so; events that fit little come first."""
        return tuple(
            sum(1 << bit for bit, event in enumerate(self.order) if row[event].fit in wanted)
            for row in self.held.rows
        )


def _company_of(work: Workspace, material: Material, said: str) -> tuple[str, str]:
    """The set of a company and its name; without one, of the next interview, else the general one."""
    today = work.clock.today()
    coming = (each.company for each in work.interviews if each.day >= today and each.company)
    asked = " ".join((said or next(coming, "") or GENERAL).split())
    whole = material.whole
    sets = {each.company.casefold(): each.set_name for each in whole.principles}
    name = asked.casefold() if asked.casefold() in whole.sets else sets.get(asked.casefold(), "")
    if name:
        return name, whole.sets[name][0].company
    heard = {each.company.casefold() for question in whole.questions for each in question.asked}
    if said and asked.casefold() not in heard:
        advice = f"{nearest(asked, {*whole.sets, *sets, *heard})} For any other company: general."
        raise UsageError(f"Nothing is known of loops at “{asked}”.", try_this=advice)
    return GENERAL, asked


def _plan_of(name: str) -> LoopPlan:
    """How the company of a set interviews; as in general where nothing is known of it."""
    plans = {each.slug: each for each in loop_plans()}
    return plans.get(name, plans[GENERAL])


def assumptions(work: Workspace, design: Design) -> tuple[str, ...]:
    """What the figures rest on, in sentences."""
    level, plan, company = work.brief.level, design.plan, design.company
    known = plan.slug == design.set_name and (plan.slug != GENERAL or company.casefold() == GENERAL)
    levels = "of every level" if level is None else f"up to the level {level.value}"
    return (
        *(() if known else (f"Nothing is known of loops at {company}; these are loops in general.",)),
        plan.assumption,
        "Of one principle all questions of the bank come equally often, but for types that the data weighs.",
        f"A question that you heard this company ask comes {HEARD:.0f} times as often as others.",
        f"Questions {levels} are asked, each once in a loop, and a principle again only after all others.",
        "A story answers a question when its fit is strong.",
        "A story is told once to one interviewer and twice in a loop.",
        "A new story is taken to answer every question of its competency.",
        "A mended story is taken to tell what it lacks in one plain line.",
    )


def within(what: str, value: int, most: int) -> int:
    """A number from 1 to *most*; UsageError for any other."""
    if not 1 <= value <= most:
        raise UsageError(f"There cannot be {value} {what}.", try_this=f"Choose 1 to {most}.")
    return value


def design_of(work: Workspace, material: Material, wish: Wish) -> Design:
    """The loops that are wished for; UsageError names the nearest company, and what cannot be drawn."""
    name, company = _company_of(work, material, wish.company)
    plan = _plan_of(name)
    asked = plan.questions if wish.questions is None else wish.questions
    return Design(
        set_name=name,
        company=company,
        plan=plan,
        rounds=within("rounds", plan.rounds if wish.rounds is None else wish.rounds, MOST),
        per_round=within("questions in a round", asked, MOST),
        draws=within("draws", wish.draws, MOST_DRAWS),
        seed=wish.seed,
    )


def set_up(work: Workspace, material: Material, design: Design) -> Setup:
    """The loops, drawn, and which events fit their questions."""
    whole = material.whole
    topics = tuple(each for each in whole.sets[design.set_name] if each.standing.is_asked)
    drawn = _questions(work, whole.questions, topics, design)
    rows = tuple(each for each in rows_of(material, QUESTIONS) if each.demand.slug in drawn)
    held = grid_of(work, material, rows)
    counts = [sum(row[at].fit is Fit.STRONG for row in held.rows) for at in range(len(held.events))]
    return Setup(
        material=material,
        topics=topics,
        rows=rows,
        held=held,
        order=tuple(sorted(range(len(counts)), key=lambda at: (counts[at], at))),
        loops=draw(
            _urns(drawn, rows, topics, design), design.rounds * design.per_round, design.draws, design.seed
        ),
        per_round=design.per_round,
    )


def _questions(
    work: Workspace, questions: Iterable[BankQuestion], topics: Sequence[Principle], design: Design
) -> dict[str, tuple[BankQuestion, float]]:
    """The questions that these loops may ask, with their weights, by slug; UsageError where there is none."""
    refs = {each.ref for each in topics}
    asked = [each for each in questions if each.is_asked_at(work.brief.level) and refs & set(each.probes)]
    weighed = [(each, _weight(each, design.plan, design.company)) for each in asked]
    drawn = {each.slug: (each, weight) for each, weight in weighed if weight}
    if not drawn:
        what = f"No question asks for the principles of {design.company}."
        raise UsageError(what, try_this="Add one: starling questions add")
    return drawn


def _urns(
    drawn: Mapping[str, tuple[BankQuestion, float]],
    rows: Sequence[Row],
    topics: Iterable[Principle],
    design: Design,
) -> tuple[Topic, ...]:
    """Each principle with the places of its questions among the rows, and how often each comes."""
    places = {each.demand.slug: at for at, each in enumerate(rows)}
    return tuple(
        Topic(
            _topic_weight(topic, design.plan),
            tuple(
                (places[slug], weight) for slug, (each, weight) in drawn.items() if topic.ref in each.probes
            ),
        )
        for topic in topics
    )


def _weight(question: BankQuestion, plan: LoopPlan, company: str) -> float:
    heard = any(each.company.casefold() == company.casefold() for each in question.asked)
    return plan.types.get(question.type, 1.0) * (HEARD if heard else 1.0)


def _topic_weight(principle: Principle, plan: LoopPlan) -> float:
    return plan.topics.get(principle.slug, 1.0) if principle.set_name == plan.slug else 1.0
