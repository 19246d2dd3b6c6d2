"""What loops are drawn from: a company's plan, the questions that probe its principles, what fits them."""

from __future__ import annotations

from dataclasses import dataclass

from starling.content.loops import GENERAL, loop_plans
from starling.matching.coverage import Grid
from starling.matching.fit import Fit
from starling.matching.loops import Loop, Topic, draw
from starling.model.loop import LoopPlan
from starling.model.nearest import nearest
from starling.model.principle import Principle
from starling.model.problem import UsageError
from starling.model.question import BankQuestion
from starling.ports import Workspace
from starling.usecases.cover_rows import QUESTIONS, Row, rows_of
from starling.usecases.coverage import grid_of
from starling.usecases.material import Material

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


def company_of(work: Workspace, material: Material, said: str) -> tuple[str, str]:
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


def plan_of(name: str) -> LoopPlan:
    """How the company of a set interviews; as in general where nothing is known of it."""
    plans = {each.slug: each for each in loop_plans()}
    return plans.get(name, plans[GENERAL])


def assumptions(work: Workspace, plan: LoopPlan, name: str, company: str) -> tuple[str, ...]:
    """What the figures rest on, in sentences."""
    level = work.brief.level
    known = plan.slug == name and (name != GENERAL or company.casefold() == GENERAL)
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


def set_up(
    work: Workspace,
    material: Material,
    company: tuple[str, str],
    plan: LoopPlan,
    size: tuple[int, int, int, int],
) -> Setup:
    """The loops of a company (its set, its name), of a size: rounds, questions in one, draws; the seed."""
    name, called = company
    rounds, per_round, draws, seed = size
    whole = material.whole
    topics = tuple(each for each in whole.sets[name] if each.standing.is_asked)
    asked = [each for each in whole.questions if each.is_asked_at(work.brief.level)]
    weights = {each.slug: _weight(each, plan, called) for each in asked}
    drawn = [each for each in asked if weights[each.slug] and any(t.ref in each.probes for t in topics)]
    if not drawn:
        raise UsageError(
            f"No question asks for the principles of {called}.", try_this="Add one: starling questions add"
        )
    slugs = {each.slug for each in drawn}
    rows = tuple(each for each in rows_of(material, QUESTIONS) if each.demand.slug in slugs)
    places = {each.demand.slug: at for at, each in enumerate(rows)}
    urns = tuple(
        Topic(
            _topic_weight(each, plan),
            tuple((places[q.slug], weights[q.slug]) for q in drawn if each.ref in q.probes),
        )
        for each in topics
    )
    held = grid_of(work, material, rows)
    counts = [sum(row[at].fit is Fit.STRONG for row in held.rows) for at in range(len(held.events))]
    return Setup(
        material=material,
        topics=topics,
        rows=rows,
        held=held,
        order=tuple(sorted(range(len(counts)), key=lambda at: (counts[at], at))),
        loops=draw(urns, rounds * per_round, draws, seed),
        per_round=per_round,
    )


def _weight(question: BankQuestion, plan: LoopPlan, company: str) -> float:
    heard = any(each.company.casefold() == company.casefold() for each in question.asked)
    return plan.types.get(question.type, 1.0) * (HEARD if heard else 1.0)


def _topic_weight(principle: Principle, plan: LoopPlan) -> float:
    return plan.topics.get(principle.slug, 1.0) if principle.set_name == plan.slug else 1.0
