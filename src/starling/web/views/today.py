"""Today as a page shows it: the days left, one sentence of state, the tasks, and where the stories stand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from markupsafe import Markup

from starling.matching.coverage import Group
from starling.model.story import Place
from starling.usecases.coverage import Coverage
from starling.usecases.today import Task, Today, must_haves
from starling.web import draw
from starling.web.views.counted import count
from starling.web.views.sets import of_what
from starling.web.views.story import edit_url, story_url

_SHAPE = {Group.GAP: "none", Group.THIN: "partly", Group.ONE: "strong", Group.SPARE: "strong"}
_WEEKS = 6


@dataclass(frozen=True, slots=True)
class TaskRow:
    """One thing to do, and where it begins."""

    title: str
    spoken: str
    why: str
    minutes: int
    url: str


@dataclass(frozen=True, slots=True)
class Stand:
    """One measure: a picture, a fact, and the one thing that moves it."""

    name: str
    picture: Markup
    fact: str
    next: str
    url: str


@dataclass(frozen=True, slots=True)
class Day:
    """A day of the calendar."""

    number: str
    inside: bool
    today: bool
    interview: bool


@dataclass(frozen=True, slots=True)
class WatchRow:
    """Something to watch for, in the person's own words."""

    text: str
    where: str


@dataclass(frozen=True, slots=True)
class TodayView:
    """The page of one day."""

    eyebrow: str
    numeral: str
    headline: str
    strong: int
    rows: int
    set_name: str
    of_what: str
    to_settle: int
    stories: int
    tasks: tuple[TaskRow, ...]
    minutes: int
    minutes_a_day: int
    weeks: tuple[tuple[Day, ...], ...]
    asks_day: bool
    watch: tuple[WatchRow, ...]
    watch_from: str
    stands: tuple[Stand, ...]


def today_view(answer: Today) -> TodayView:
    """What a person sees first."""
    counts = Counter(row.group for row in answer.coverage.rows)
    return TodayView(
        eyebrow=f"{answer.day:%A} {answer.day.day} {answer.day:%B}",
        numeral="" if not answer.days else str(answer.days),
        headline=_headline(answer),
        strong=counts[Group.ONE] + counts[Group.SPARE],
        rows=len(answer.coverage.rows),
        set_name=answer.coverage.cover_set.name,
        of_what=of_what(answer.coverage),
        to_settle=answer.to_settle,
        stories=len(answer.stories),
        tasks=tuple(_task(each, answer) for each in answer.tasks),
        minutes=sum(each.minutes for each in answer.tasks),
        minutes_a_day=answer.minutes_a_day,
        weeks=tuple(_weeks(answer.day, answer.interview.day)) if answer.days and answer.interview else (),
        asks_day=answer.interview is None,
        watch=tuple(WatchRow(each.text, each.where) for each in answer.watch),
        watch_from=_one([each.where for each in answer.watch]),
        stands=tuple(_stands(answer, counts)),
    )


def _one(places: Sequence[str]) -> str:
    """The place that all have in common, so that it need not stand beside each; "" where there are more."""
    return places[0] if len(set(places)) == 1 else ""


def _headline(answer: Today) -> str:
    if answer.interview is None or answer.days is None:
        return f"{count(len(answer.stories), 'story', 'stories')} so far"
    name = answer.interview.company or "the interview"
    if answer.days == 0:
        return f"{name[:1].upper()}{name[1:]} is today"
    return f"{'day' if answer.days == 1 else 'days'} to {name}"


def _task(task: Task, answer: Today) -> TaskRow:
    if task.story:
        story = next(each for each in answer.stories if each.slug == task.story)
        url = edit_url(task.story, Place(task.line, task.column))
        return TaskRow(task.title, story.title, task.why, task.minutes, url)
    return TaskRow(task.title, "", task.why, task.minutes, f"/coverage/{task.set_name}#{task.row}")


def _weeks(day: date, interview: date) -> Iterator[tuple[Day, ...]]:
    """The weeks from this one to the interview, six of them at most."""
    first = day - timedelta(days=day.weekday())
    for week in range(_WEEKS):
        start = first + timedelta(weeks=week)
        if start > interview:
            return
        yield tuple(_day(start + timedelta(days=index), day, interview) for index in range(7))


def _day(each: date, day: date, interview: date) -> Day:
    name = f"{each.day} {each:%b}" if each.day == 1 else str(each.day)
    return Day(name, day <= each <= interview, each == day, each == interview)


def _stands(answer: Today, counts: Counter[Group]) -> Iterator[Stand]:
    yield _principles(answer.coverage, counts)
    yield _must_haves(answer.kinds)
    yield _numbers(answer)
    yield _length(answer)


def _principles(coverage: Coverage, counts: Counter[Group]) -> Stand:
    strong = counts[Group.ONE] + counts[Group.SPARE]
    fact = f"{strong} strong, {counts[Group.THIN]} thin, {count(counts[Group.GAP], 'gap')}"
    shapes = sorted((_SHAPE[row.group] for row in coverage.rows), key=("none", "partly", "strong").index)
    todo = "Fill a gap" if counts[Group.GAP] else "Strengthen one" if counts[Group.THIN] else "See them"
    return Stand("Principles", draw.dots(shapes), fact, todo, f"/coverage/{coverage.cover_set.name}")


def _must_haves(kinds: Coverage) -> Stand:
    must = must_haves(kinds)
    missing = [row.name for row in must if row.group is Group.GAP]
    thin = sum(row.group is Group.THIN for row in must)
    fact = "A story for each" + (f", {thin} of them thin" if thin else "")
    if missing:
        fact = f"Still missing: {_listed(missing)}"
    picture = draw.dots([_SHAPE[row.group] for row in must])
    return Stand("Must-haves", picture, fact, "See the kinds", "/coverage/kinds")


def _numbers(answer: Today) -> Stand:
    total = answer.hold + answer.to_settle
    fact = f"{answer.hold} hold, {answer.to_settle} to settle" if total else "No numbers to compare yet"
    share = answer.hold / total if total else 0.0
    parts = [("g-full", share), ("g-warn", 1 - share)] if total else [("g-low", 1.0)]
    first = next((each.slug for each in answer.stories if each.to_settle), "")
    todo, url = ("Settle them", f"{story_url(first)}/numbers") if first else ("See the stories", "/stories")
    return Stand("Numbers", draw.meter(parts), fact, todo, url)


def _length(answer: Today) -> Stand:
    low, high = answer.minutes
    stories = count(len(answer.stories), "story", "stories")
    run = "runs" if answer.in_time == 1 else "run"
    fact = f"{answer.in_time} of {stories} {run} {low:g} to {high:g} minutes"
    seconds = [each.seconds for each in answer.stories]
    picture = draw.lengths(seconds, (60 * low, 60 * high))
    return Stand("Length", picture, fact, "See the stories", "/stories")


def _listed(names: Sequence[str]) -> str:
    lower = [name.lower() for name in names]
    return lower[0] if len(lower) == 1 else f"{', '.join(lower[:-1])} and {lower[-1]}"
