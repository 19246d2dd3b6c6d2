"""What to do today: where the stories stand before the next interview, and what moves them most."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from starling.content import bank
from starling.content.loops import GENERAL
from starling.matching.coverage import Group
from starling.model.prep import Interview
from starling.model.problem import Looked
from starling.ports import Workspace
from starling.prep.cover_rows import KINDS
from starling.prep.mend import MISSING
from starling.prep.watch import Watch, watch_for
from starling.usecases.coverage import Coverage, CoverRow, cover
from starling.usecases.glance import Glance, glances

SETTLE, MEND, FILL = 10, 10, 20
"""Minutes that a task is planned with: two numbers to settle, a finding to mend, a story to find."""
_MOST = 5


@dataclass(frozen=True, kw_only=True)
class Task:
    """One thing to do: in a story (with its place), or for a row of the coverage (``set_name``, ``row``).

    ``kind`` is settle, mend or find.
    """

    kind: str
    title: str
    why: str
    minutes: int
    story: str = ""
    line: int = 0
    column: int = 0
    set_name: str = ""
    row: str = ""


@dataclass(frozen=True, kw_only=True)
class Today(Looked):
    """The state of a prep folder on one day, and what to do: at most as much as the person's minutes allow.

    ``days`` is how far away the next interview is, None where none is known.
    """

    day: date
    interview: Interview | None
    days: int | None
    minutes_a_day: int
    minutes: tuple[float, float]
    stories: tuple[Glance, ...]
    coverage: Coverage
    kinds: Coverage
    tasks: tuple[Task, ...]
    watch: tuple[Watch, ...]

    @property
    def hold(self) -> int:
        """Relations between numbers that fit together."""
        return sum(each.hold for each in self.stories)

    @property
    def to_settle(self) -> int:
        """Relations between numbers that disagree, or that a listener would ask about."""
        return sum(each.to_settle for each in self.stories)

    @property
    def in_time(self) -> int:
        """Stories that can be told in the minutes that a telling may take."""
        low, high = (60 * each for each in self.minutes)
        return sum(low <= each.seconds <= high for each in self.stories)


def today(work: Workspace) -> Today:
    """What to do today: numbers that disagree, then missing parts, must-haves, gaps, and the rest."""
    day = work.clock.today()
    coming = [each for each in work.interviews if each.day >= day]
    stories = glances(work)
    coverage = cover(work, set_of(coming[0].company if coming else ""), hints=0)
    kinds = cover(work, KINDS, hints=0)
    return Today(
        day=day,
        interview=coming[0] if coming else None,
        days=(coming[0].day - day).days if coming else None,
        minutes_a_day=work.minutes_a_day,
        minutes=work.brief.minutes,
        stories=stories,
        coverage=coverage,
        kinds=kinds,
        tasks=tuple(_within(_tasks(stories, coverage, kinds), work.minutes_a_day)),
        watch=watch_for(work),
        unread=(*coverage.unread, *work.acceptances.unread()),
    )


def set_of(company: str) -> str:
    """The set of principles of a company; the general one where it has none that are known."""
    named = {each.company.casefold(): each.set_name for each in bank.principles()}
    return named.get(company.strip().casefold(), GENERAL)


def must_haves(kinds: Coverage) -> tuple[CoverRow, ...]:
    """The kinds of story that everybody is asked for: hero, failure, conflict."""
    must = {each.slug for each in bank.story_kinds() if each.must}
    return tuple(row for row in kinds.rows if row.slug.rpartition("/")[2] in must)


def _tasks(stories: Sequence[Glance], coverage: Coverage, kinds: Coverage) -> Iterator[Task]:
    told = [each for each in stories if each.english]
    if not told:
        return
    yield from (_settle(each) for each in sorted(told, key=lambda one: -one.to_settle) if each.to_settle)
    yield from (_mend(each) for each in told if _is_urgent(each))
    gaps = [row for row in must_haves(kinds) if row.group is Group.GAP]
    yield from (_find(row, KINDS, "Every loop asks for one.") for row in gaps)
    name = coverage.cover_set.name
    yield from (_find(row, name, "No story of yours shows it yet.") for row in coverage.of(Group.GAP)[:1])
    rest = [each for each in told if each.first is not None and not each.to_settle and not _is_urgent(each)]
    yield from (_mend(each) for each in sorted(rest, key=lambda one: -one.open_findings))


def _is_urgent(story: Glance) -> bool:
    """Whether a whole part is missing."""
    return story.first is not None and story.first.rule in MISSING


def _settle(story: Glance) -> Task:
    first = story.first
    count = story.to_settle
    numbers = "two numbers" if count == 1 else f"{count} pairs of numbers"
    return Task(
        kind="settle",
        title=f"Settle {numbers} in",
        why=first.message if first is not None else "",
        minutes=SETTLE,
        story=story.slug,
        line=first.line if first is not None else 0,
        column=first.column if first is not None else 0,
    )


def _mend(story: Glance) -> Task:
    assert story.first is not None  # noqa: S101 - asked for by the caller
    return Task(
        kind="mend",
        title="Mend",
        why=story.first.message,
        minutes=MEND,
        story=story.slug,
        line=story.first.line,
        column=story.first.column,
    )


def _find(row: CoverRow, set_name: str, why: str) -> Task:
    return Task(
        kind="find",
        title=f"Find a story: {row.name[:1].lower()}{row.name[1:]}"
        if set_name == KINDS
        else f"Find a story for {row.name}",
        why=why,
        minutes=FILL,
        set_name=set_name,
        row=row.slug,
    )


def _within(tasks: Iterable[Task], minutes: int) -> Iterator[Task]:
    """The first tasks that fit into the minutes together; always one, and never more than five."""
    left, taken = minutes, 0
    for task in tasks:
        if taken < _MOST and (taken == 0 or task.minutes <= left):
            left, taken = left - task.minutes, taken + 1
            yield task
