"""One story as a page shows it: its facts, its text with margin notes, and what surrounds it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import quote, urlencode

from starling.model.report import Finding
from starling.model.story import CORE, Part, PartKind, Place, Story
from starling.review.numbers.relation import Verdict
from starling.usecases.bank import Shown
from starling.usecases.numbers import StoryNumbers
from starling.usecases.review import said
from starling.web.draw import clock
from starling.web.views.marks import Block, Mark, blocks
from starling.web.views.notes import Note, holds, numbered, of_finding, of_sum

_CHECKED = 4
"""Sums that hold and get a note; the ledger has them all."""


@dataclass(frozen=True, slots=True)
class Passage:
    """One part of the story with its notes; ``at`` is how long it takes to say."""

    name: str
    at: str
    blocks: tuple[Block, ...]
    notes: tuple[Note, ...]


@dataclass(frozen=True, kw_only=True)
class Facts:
    """A story in figures: its balance, its length, its numbers, and who did what."""

    shares: tuple[tuple[str, str, int], ...]
    spoken: str
    spoken_note: str
    numbers: int
    open_numbers: tuple[tuple[str, str], ...]
    said_i: int
    said_we: int


@dataclass(frozen=True, kw_only=True)
class StoryView:
    """The page of one story; ``whole`` are the notes on no words of it."""

    slug: str
    url: str
    title: str
    project: str
    question: str
    facts: Facts
    whole: tuple[Note, ...]
    passages: tuple[Passage, ...]
    fine: tuple[Note, ...]
    probes: tuple[str, ...]
    english: bool
    problems: tuple[str, ...]


def story_url(slug: str) -> str:
    """Where the page of a story is; a file may have any name."""
    return f"/stories/{quote(slug, safe='')}"


def edit_url(slug: str, start: Place, end: Place | None = None) -> str:
    """The editor of a story with the words from *start* to *end* chosen."""
    to = start if end is None else end
    place = {"line": start.line, "column": start.column, "to_line": to.line, "to_column": to.column}
    return f"{story_url(slug)}/edit?{urlencode(place)}"


def story_view(shown: Shown, ledger: StoryNumbers, pace: int, minutes: tuple[float, float]) -> StoryView:
    """The review and the ledger of one story, as the page shows them."""
    report = shown.report
    story = report.story
    notes = _notes(shown, ledger)
    return StoryView(
        slug=story.slug,
        url=story_url(story.slug),
        title=story.title,
        project=story.project or "",
        question="" if story.question == story.title else story.question or "",
        facts=_facts(shown, ledger, pace, minutes),
        whole=tuple(note for note in notes if _part_of(story, note.start) is None),
        passages=tuple(_passage(part, notes, seconds) for part, seconds in _timed(shown)),
        fine=tuple(_of_findings(shown, accepted=True)),
        probes=tuple(each.question for each in report.follow_ups),
        english=report.english,
        problems=tuple(each.what for each in shown.problems),
    )


def _facts(shown: Shown, ledger: StoryNumbers, pace: int, minutes: tuple[float, float]) -> Facts:
    return Facts(
        shares=shares(shown),
        spoken=clock(shown.report.seconds),
        spoken_note=_length(shown.report.seconds, pace, minutes),
        numbers=len(ledger.figures),
        open_numbers=tuple(_open_numbers(ledger)),
        said_i=shown.said_i,
        said_we=shown.said_we,
    )


def open_notes(shown: Shown) -> Iterator[Note]:
    """What the review says and its author has not called fine, as notes."""
    return _of_findings(shown, accepted=False)


def _of_findings(shown: Shown, *, accepted: bool) -> Iterator[Note]:
    report = shown.report
    for each in report.findings:
        if each.accepted is accepted:
            yield of_finding(each, said(report.story, each.start, each.end))


def _notes(shown: Shown, ledger: StoryNumbers) -> tuple[Note, ...]:
    sums = [of_sum(each) for each in ledger.relations if holds(each)]
    return numbered([*open_notes(shown), *sums[:_CHECKED]])


def note_number(shown: Shown, ledger: StoryNumbers, finding: Finding) -> int:
    """The number that the note on a finding has on the story's page; 1 where it has none."""
    notes = _notes(shown, ledger)
    same = (each for each in notes if each.rule == finding.rule and each.start == finding.start)
    return next((each.number for each in same), 1)


def _timed(shown: Shown) -> Iterable[tuple[Part, float]]:
    return zip(shown.report.story.parts, shown.report.part_seconds, strict=True)


def _passage(part: Part, notes: Sequence[Note], seconds: float) -> Passage:
    mine = tuple(note for note in notes if _inside(part, note.start))
    marks = [Mark(note.start, note.end, note.number, note.kind) for note in mine]
    name = part.label or part.kind.value.title()
    return Passage(name, clock(seconds) if seconds > 0 else "", blocks(part, marks), mine)


def _part_of(story: Story, place: Place) -> Part | None:
    return next((part for part in story.parts if _inside(part, place)), None)


def _inside(part: Part, place: Place) -> bool:
    return bool(part.lines) and part.lines[0].number <= place.line <= part.lines[-1].number


def shares(shown: Shown) -> tuple[tuple[str, str, int], ...]:
    """The share of the spoken words in each of the four parts, in per cent that sum to 100."""
    seconds = dict.fromkeys(CORE, 0.0)
    for part, spoken in _timed(shown):
        if _core(part.kind) is not None:
            seconds[_core(part.kind) or part.kind] += spoken
    total = sum(seconds.values())
    if total <= 0:
        return ()
    exact = [100 * each / total for each in seconds.values()]
    whole = [int(each) for each in exact]
    for index in sorted(range(len(whole)), key=lambda i: whole[i] - exact[i])[: 100 - sum(whole)]:
        whole[index] += 1
    return tuple(
        (kind.value[0].upper(), kind.value.title(), share) for kind, share in zip(seconds, whole, strict=True)
    )


def _core(kind: PartKind) -> PartKind | None:
    """The part of STAR that a part counts as: what came first is situation, what was learned is result."""
    near = {
        PartKind.HEADLINE: PartKind.SITUATION,
        PartKind.OBSTACLE: PartKind.TASK,
        PartKind.REFLECTION: PartKind.RESULT,
    }
    return kind if kind in CORE else near.get(kind)


def _length(seconds: float, pace: int, minutes: tuple[float, float]) -> str:
    """How a telling stands to the time it may take, in words."""
    low, high = (60 * each for each in minutes)
    at = f"at {pace} words a minute"
    if seconds < low:
        return f"{_gap(low - seconds)} short of {minutes[0]:g} minutes {at}"
    if seconds > high:
        return f"{_gap(seconds - high)} over {minutes[1]:g} minutes {at}"
    return f"within your {minutes[0]:g} to {minutes[1]:g} minutes {at}"


def _gap(seconds: float) -> str:
    return f"{seconds:.0f} s" if seconds < 60 else clock(seconds)  # noqa: PLR2004


_OPEN = (
    (Verdict.CONTRADICTION, "disagree", "pair disagrees", "pairs disagree"),
    (Verdict.AMBIGUOUS, "ambiguous", "would be asked about", "would be asked about"),
    (Verdict.UNVERIFIABLE, "open", "stands alone", "stand alone"),
)


def _open_numbers(ledger: StoryNumbers) -> Iterator[tuple[str, str]]:
    """What is open among the numbers, in words, and where the ledger says it."""
    for verdict, anchor, one, many in _OPEN:
        count = ledger.open(verdict)
        if count:
            yield f"{count} {one if count == 1 else many}", anchor
