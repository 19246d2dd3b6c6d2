"""What to do today: what fits into a person's minutes, always something, and never a long list."""

from __future__ import annotations

from dataclasses import replace

from starling.ports import Workspace
from starling.prep.watch import watch_for
from starling.usecases.today import today

PAGE = "# Story {0}\n\n## Situation\n\nThe oven of bakery {0} was cold.\n\n## Action\n\nI lit it again.\n"


def test_tasks_fit_into_a_day_with_one_at_least_and_five_at_most(work: Workspace) -> None:
    """
    A day of five minutes has one task, though it takes longer; else the first that fit together are to do.
    """
    for number in range(8):
        work.stories.add(f"story-{number}", PAGE.format(number))
    found = {
        minutes: today(replace(work, minutes_a_day=minutes)).tasks for minutes in (5, 10, 25, 45, 100, 480)
    }

    assert [1, 1, 2, 4, 5, 5] == [len(tasks) for tasks in found.values()]
    assert all(sum(each.minutes for each in found[day]) <= day for day in (10, 25, 45, 100, 480))
    assert all(tasks == found[480][: len(tasks)] for tasks in found.values())


def test_what_to_watch_for_is_what_the_notes_say_now(work: Workspace) -> None:
    """
    The first four notes to self stand with their file and line, and another text of the file is read anew.
    """
    said = [f"Note to self: I spoke too fast in round {number}." for number in range(6)]
    work.originals.keep("b.md", "\n\n".join(("## Notes to self", *said)).encode())
    work.originals.keep("a.md", b"Note to self: breathe.\n")
    first = [("Note to self: breathe.", "a.md", 1), *((said[at], "b.md", 2 * at + 3) for at in range(3))]

    assert first == [(each.text, each.where, each.line) for each in watch_for(work)]
    work.originals.keep("a.md", b"Nothing of the kind.\n")
    assert said[:4] == [each.text for each in watch_for(work)]
