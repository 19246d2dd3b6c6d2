"""The review of a story as terminal text: what to mend first, how a listener hears it, what they may ask."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence

from starling.cli.paper import bold, cells, clean, count, cut, dim, paint, spell, width, wrap
from starling.model.report import Assessment, Brief, Confidence, Finding, FollowUp, NotRun, Report, Strength
from starling.model.story import CORE, SPOKEN, PartKind
from starling.review.engine import all_rules
from starling.text.segment import LOW

_HEADS = (
    (Strength.ESSENTIAL, "Mend first", "red"),
    (Strength.ACTIONABLE, "Mend next", "yellow"),
    (Strength.INFORMATIVE, "Worth knowing", "cyan"),
    (Strength.CELEBRATORY, "What works", "green"),
)
_NOT_READ = (
    "Not assessed: Starling reads English, and this seems to be another language. The story is kept as it is."
)
_LOW_SCORE = 3
"""A dimension at or below this says what would help."""


def report_lines(report: Report, brief: Brief, where: str) -> Iterator[str]:
    """Everything that the review says about one story."""
    yield from _head(report, brief, where)
    open_ones = [finding for finding in report.findings if not finding.accepted]
    for strength, head, colour in _HEADS:
        yield from _findings([each for each in open_ones if each.strength is strength], head, colour)
    if not report.english:
        return
    if not open_ones:
        yield from ("", paint("  Nothing to mend.", "green"))
    yield from _assessments(report.assessments, {_dimension(each.rule) for each in open_ones})
    yield from _follow_ups(report.follow_ups)
    yield from _asides(report, len(report.findings) - len(open_ones))


def to_mend(report: Report, strength: Strength) -> int:
    """How many findings of this strength are still open."""
    return sum(each.strength is strength and not each.accepted for each in report.findings)


def _head(report: Report, brief: Brief, where: str) -> Iterator[str]:
    story = report.story
    yield bold(cut(story.title, width()))
    yield dim(clean(f"{where}:{story.line}"))
    if story.question:
        yield from ("", *wrap(f"“{cut(story.question, 400)}”", "  "))
    if not report.english:
        yield from ("", *wrap(_NOT_READ, "  "))
        return
    low, high = brief.minutes
    aim = f"{low:g} to {high:g} minutes" if low else f"{high:g} minutes at most"
    about = f"About {spell(report.seconds)} at {brief.pace} words a minute ({count(report.words, 'word')}"
    yield from ("", *wrap(f"{about}; you aim at {aim}).", "  "))
    yield from wrap(_parts(report), "  ")
    if story.confidence is not None and _is_event(report):
        guess = "a guess" if story.confidence < LOW else "fairly sure"
        yield from wrap(f"Starling told the parts apart: {guess} ({story.confidence:.0%}).", "  ")


def _parts(report: Report) -> str:
    """The spoken parts with the time that each takes, and the parts that are missing."""
    story = report.story
    told = [
        f"{_title(part.kind)}{''.join(f' and {other.value}' for other in part.also)} {spell(seconds)}"
        for part, seconds in zip(story.parts, report.part_seconds, strict=True)
        if part.kind in SPOKEN
    ]
    missing = [f"no {_title(kind)}" for kind in CORE if not story.has(kind) and _is_event(report)]
    return " · ".join((*told, *missing))


def _is_event(report: Report) -> bool:
    """Whether one event is asked for, of which a part may be missing; "why us" asks for none (D1)."""
    return any(each.dimension == "D1" and each.score is not None for each in report.assessments)


def _title(kind: PartKind) -> str:
    return kind.value.capitalize()


def _findings(findings: Sequence[Finding], head: str, colour: str) -> Iterator[str]:
    if not findings:
        return
    yield from ("", f"  {paint(head, colour)}")
    places = [f"{each.start.line}:{each.start.column}" for each in findings]
    room = max(map(cells, places))
    for finding, place in zip(findings, places, strict=True):
        text = finding.message
        if finding.quote and finding.quote.rstrip("…")[:20] not in text:
            text = f"“{finding.quote}” {text}"
        yield from tagged(text, f"    {place:>{room}}  ", finding.rule)


def tagged(text: str, first: str, tag: str) -> Iterator[str]:
    """A paragraph with a hanging indent and a quiet word at its end."""
    indent = " " * cells(first)
    *lines, last = wrap(text, indent, first=first)
    yield from lines
    if cells(last) + 2 + len(tag) <= width():
        yield f"{last}  {dim(tag)}"
    else:
        yield from (last, f"{indent}{dim(tag)}")


def _dimension(rule: str) -> str:
    return next((each.dimension for each in all_rules() if each.name == rule), "")


def _assessments(assessments: Sequence[Assessment], advised: Container[str]) -> Iterator[str]:
    """The dimensions: those that the question asks for first, those not assessed last.

    A low one says what would help, unless a finding of this dimension has *advised* it.
    """
    if not assessments:
        return
    primary = any(each.primary for each in assessments)
    legend = "1 to 5, no total" + (", * what this question asks for first" if primary else "")
    head = "How a listener hears it"
    if cells(head + legend) + 4 <= width():
        yield from ("", f"  {bold(head)}  {dim(legend)}")
    else:
        yield from ("", f"  {bold(head)}", *map(dim, wrap(legend, "  ")))
    for each in sorted(assessments, key=lambda each: not each.primary):
        if each.score is not None:
            yield from _named(each, f"    {'*' if each.primary else ' '}{each.score}  ", advised)
    yield from _not_assessed([each for each in assessments if each.score is None])


def _not_assessed(assessments: Sequence[Assessment]) -> Iterator[str]:
    """The dimensions that could not be looked at, those with one reason together."""
    ordered = sorted(assessments, key=lambda each: not each.primary)
    for because in dict.fromkeys(each.because for each in ordered):
        together = [each for each in ordered if each.because == because]
        mark = "*" if together[0].primary else " "
        titles = "; ".join(each.title for each in together)
        head, *rest = wrap(f"{titles}. Not assessed. {because}", " " * 8, first=f"    {mark}–  ")
        yield head.replace(titles, bold(titles), 1)
        yield from rest


def _named(assessment: Assessment, first: str, advised: Container[str]) -> Iterator[str]:
    said = assessment.because
    if _is_low(assessment) and assessment.dimension not in advised:
        said = " ".join((said, *assessment.suggestions[:1]))
    if assessment.confidence is Confidence.LOW:
        said = f"{said} (unsure)"
    title = f"{assessment.title}."
    head, *rest = wrap(f"{title} {said}", " " * len(first), first=first)
    yield head.replace(title, bold(title), 1)
    yield from rest


def _is_low(assessment: Assessment) -> bool:
    return assessment.score is not None and assessment.score <= _LOW_SCORE


def _follow_ups(follow_ups: Sequence[FollowUp]) -> Iterator[str]:
    if follow_ups:
        yield from ("", f"  {bold('What they may ask next')}")
    for each in follow_ups:
        yield from tagged(each.question, "    - ", each.family)


def _asides(report: Report, accepted: int) -> Iterator[str]:
    if accepted:
        yield from ("", dim(f"  {count(accepted, 'finding')} you called fine."))
    if report.not_run:
        yield from ("", *map(dim, wrap(f"Did not look: {not_run_text(report.not_run)}", "  ")))


def not_run_text(not_run: Sequence[NotRun]) -> str:
    """The rules that did not run, by reason; many are counted and not named."""
    reasons: dict[str, list[str]] = {}
    for each in not_run:
        reasons.setdefault(each.why, []).append(each.rule)
    return "; ".join(
        f"{', '.join(rules) if len(rules) <= 4 else count(len(rules), 'rule')} ({why})"  # noqa: PLR2004 - one line
        for why, rules in reasons.items()
    )
