"""Today, as terminal text: one sentence of state, the tasks, and where the stories stand."""

from __future__ import annotations

from collections.abc import Iterator

from starling.cli.paper import Lines, bold, clean, count, wrap
from starling.usecases.coverage import CoverSet
from starling.usecases.today import Task, Today


def _today(today: Today) -> Iterator[str]:
    yield bold(clean(_headline(today)))
    if not today.stories:
        yield from wrap("No stories yet. Next: starling import my-notes.md")
        return
    yield from ("", f"  Today  {sum(each.minutes for each in today.tasks)} of {today.minutes_a_day} minutes")
    for task in today.tasks:
        yield from wrap(_task(task, today), "          ", first=f"  {task.minutes:>3} min  ")
    yield from ("", "  Where you stand")
    for each in (today.coverage.cover_set, today.kinds.cover_set):
        yield from wrap(_set(each), "    ", first="    ")
    yield f"    Numbers: {today.hold} hold, {today.to_settle} to settle"
    low, high = today.minutes
    stories = count(len(today.stories), "story", "stories")
    run = "runs" if today.in_time == 1 else "run"
    yield f"    Length: {today.in_time} of {stories} {run} {low:g} to {high:g} minutes"
    if today.watch:
        yield from ("", "  Watch for  from your own notes")
        for watch in today.watch:
            yield from wrap(f"“{clean(watch.text)}”", "      ", first="    - ")


def _headline(today: Today) -> str:
    if today.interview is None or today.days is None:
        return f"{count(len(today.stories), 'story', 'stories')} so far; no interview is set."
    name = today.interview.company or "the interview"
    return f"Today: {name}" if today.days == 0 else f"{count(today.days, 'day')} to {name}"


def _task(task: Task, today: Today) -> str:
    if not task.story:
        return f"{task.title}. {task.why}"
    title = next(each.title for each in today.stories if each.slug == task.story)
    return clean(f"{task.title} “{title}” ({task.story}:{task.line}). {task.why}")


def _set(each: CoverSet) -> str:
    strong = each.one + each.spare
    return f"{each.title}: {strong} of {each.size} strong, {each.thin} thin, {count(each.gaps, 'gap')}"


LINES: Lines = {Today: _today}
