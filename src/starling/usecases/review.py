"""The review of stories: the one place where rules, rubric, follow-ups and acceptances meet."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from starling.model.prep import Acceptance
from starling.model.report import Brief, Finding, NotRun, Report
from starling.model.story import Line, Part, PartKind, Place, Story
from starling.review.engine import bank_findings, page_findings, story_findings
from starling.review.followups import follow_ups
from starling.review.question_type import type_of
from starling.review.reading import Reading
from starling.review.rubric import assess
from starling.review.rule import Rule
from starling.review.signals.lengths import seconds, seconds_by_part
from starling.text.words import words
from starling.usecases.rules import RuleChoice

LONGEST = 100_000
"""Characters of a telling that are reviewed: two hours of speech."""


Progress = Callable[[Sequence[Story]], Iterable[Story]]
"""The stories as they are taken up one by one, for a face that shows how far a review is."""

Read = Callable[[Story, Brief], Reading]


@dataclass(frozen=True, kw_only=True)
class Around:
    """What a prep folder holds around some stories: what their author called fine, and the other stories.

    ``compared`` is, by slug, what rules that compare stories have found already; None where they are to look.
    """

    accepted: tuple[Acceptance, ...] = ()
    beside: tuple[Story, ...] = ()
    compared: Mapping[str, Sequence[Finding]] | None = None


def review(  # noqa: PLR0913 - what is told, what for, by which rules, beside what, and two hooks
    stories: Sequence[Story],
    brief: Brief,
    choice: RuleChoice,
    around: Around | None = None,
    progress: Progress = iter,
    *,
    read: Read | None = None,
) -> tuple[Report, ...]:
    """A report for each story, with what shows only when it stands beside the others.

    The stories around are compared with, and not reported on. *read* remembers
    readings, where more than the review looks at them.
    """
    around = Around() if around is None else around
    readings: list[Reading] = []
    found: list[list[Finding]] = []
    for story in progress(stories):
        readings.append((read or read_story)(story, brief))
        found.append(story_findings(readings[-1], choice.rules))
    known = around.compared
    alone = known is None and len(stories) + len(around.beside) < 2  # noqa: PLR2004 - a pair can be compared
    if known is not None:
        for story, findings in zip(stories, found, strict=True):
            findings.extend(known.get(story.slug, ()))
    elif not alone:
        others = [read_story(story, brief) for story in around.beside]
        for index, finding in bank_findings([*readings, *others], choice.rules):
            if index < len(found):
                found[index].append(finding)
    fine = {fine_key(each.story, each.rule, each.words) for each in around.accepted}
    not_run = (*choice.not_run, *_needing_a_bank(choice.rules)) if alone else choice.not_run
    return tuple(
        _report(story, reading, _judged(story, findings, fine), choice, not_run)
        for story, reading, findings in zip(stories, readings, found, strict=True)
    )


def review_page(lines: Iterable[Line], brief: Brief, choice: RuleChoice) -> tuple[Finding, ...]:
    """What the rules say about notes outside their stories, a piece after another."""
    findings: list[Finding] = []
    for piece in _pieces(lines):
        page = Story(title="", parts=(Part(PartKind.OTHER, piece),))
        findings.extend(page_findings(Reading(page, brief), choice.rules))
    return tuple(findings)


def _pieces(lines: Iterable[Line]) -> Iterator[tuple[Line, ...]]:
    """*lines* in runs of at most LONGEST characters; a longer line is cut there."""
    piece: list[Line] = []
    size = 0
    for line in lines:
        if piece and size + len(line.text) > LONGEST:
            yield tuple(piece)
            piece, size = [], 0
        piece.append(replace(line, text=line.text[:LONGEST]))
        size += len(line.text)
    if piece:
        yield tuple(piece)


def read_story(story: Story, brief: Brief) -> Reading:
    """A story read for what it is asked for: by the brief, or by the story's own question or tags."""
    asked = brief.question_type
    return Reading(_within_reach(story), brief, type_of(story) if asked is None else asked)


def is_too_long(story: Story) -> bool:
    """Whether a story is longer than anybody can tell, so that only its beginning is reviewed."""
    return sum(len(part.text) for part in story.parts) > LONGEST


def _within_reach(story: Story) -> Story:
    if not is_too_long(story):
        return story
    room = LONGEST
    parts: list[Part] = []
    for part in story.parts:
        lines: list[Line] = []
        for line in part.lines:
            lines.append(replace(line, text=line.text[:room]))
            room = max(0, room - len(line.text))
        parts.append(replace(part, lines=tuple(lines)))
    return replace(story, parts=tuple(parts))


def said(story: Story, start: Place, end: Place) -> str:
    """The author's words between two places, on one line; nothing for a mark on the story as a whole."""
    pieces: list[str] = []
    for part in story.parts:
        for line in part.lines:
            first, last = Place(line.number, line.column), Place(line.number, line.column + len(line.text))
            if start < last and first < end:
                begin = start.column - line.column if first < start else 0
                stop = end.column - line.column if end < last else len(line.text)
                pieces.append(line.text[begin:stop])
    return " ".join(" ".join(pieces).split())


def fine_key(story: str, rule: str, text: str) -> tuple[str, str, tuple[str, ...]]:
    """What an acceptance is known by: a story, a rule, and the words it was said of, whatever their case."""
    return story, rule, tuple(word.lower for word in words(text))


def _judged(
    story: Story, findings: Sequence[Finding], fine: set[tuple[str, str, tuple[str, ...]]]
) -> tuple[Finding, ...]:
    """*findings* in the order of the text, those marked that their author called fine."""
    return tuple(
        replace(each, accepted=True)
        if fine and fine_key(story.slug, each.rule, said(story, each.start, each.end)) in fine
        else each
        for each in sorted(findings)
    )


def _needing_a_bank(rules: Iterable[Rule]) -> tuple[NotRun, ...]:
    return tuple(
        NotRun(rule.name, "it compares stories, and there is one")
        for rule in rules
        if rule.check_bank is not None and rule.check is None
    )


def _report(
    story: Story,
    reading: Reading,
    findings: tuple[Finding, ...],
    choice: RuleChoice,
    not_run: tuple[NotRun, ...],
) -> Report:
    if is_too_long(story):
        not_run = (*not_run, NotRun("all rules", f"beyond the first {LONGEST:,} characters of the story"))
    if not reading.is_english:
        not_run = (NotRun("all rules", "they listen for English, and this seems to be another language"),)
    silent = {each.rule for each in not_run}
    ran = [rule.name for rule in choice.rules if rule.name not in silent] if reading.is_english else []
    return Report(
        story=story,
        findings=findings,
        assessments=assess(reading),
        follow_ups=follow_ups(reading),
        seconds=seconds(reading),
        words=reading.word_count(),
        ran=tuple(ran),
        english=reading.is_english,
        not_run=not_run,
        part_seconds=seconds_by_part(reading),
    )
