"""The stories of a prep folder: a list of them, one of them, and what its author calls fine."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from shlex import quote
from typing import TypeVar

from starling.model.nearest import LOOSELY, did_you_mean
from starling.model.prep import Acceptance, Kept
from starling.model.problem import Looked, Problem, UnknownError, UnreadableError, UsageError
from starling.model.report import Brief, Finding, Report
from starling.model.story import CORE, SPOKEN, PartKind, Story
from starling.ports import Workspace
from starling.prep.pages import read_page
from starling.prep.slugs import as_file
from starling.text.plain import plain
from starling.text.story_format import parse
from starling.text.words import words
from starling.usecases.compare_stories import compare_stories
from starling.usecases.readings import read_again
from starling.usecases.review import Around, fine_key, review, said
from starling.usecases.rules import choose_rules, find_rule

_T = TypeVar("_T")

_I = ("i", "me", "my", "myself", "mine")
_WE = ("we", "us", "our", "ourselves", "ours")

_COUNTED = 2048
"""Pages of which the number of words is remembered."""


@dataclass(frozen=True, kw_only=True)
class StoryCard:
    """A story in a list: its parts, and how long it takes to tell."""

    story: Story
    where: str
    words: int
    seconds: float
    missing: tuple[PartKind, ...]
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, kw_only=True)
class StoryList(Looked):
    """The stories of a prep folder, by slug."""

    where: str
    stories: tuple[StoryCard, ...]


@dataclass(frozen=True, kw_only=True)
class Shown(Looked):
    """One story, reviewed: its page and what a save of it must carry, and how often it says I and we."""

    where: str
    text: str
    seen: str
    report: Report
    said_i: int
    said_we: int
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Accepted:
    """What was called fine, and what had been before; ``words`` are what is new by its words, each once."""

    story: str
    rule: str
    findings: tuple[Finding, ...]
    new: int
    words: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Reopened:
    """What is no longer fine: what had been said of a story and a rule, in the order in which it was said."""

    story: str
    rule: str
    taken: tuple[Acceptance, ...]


def list_stories(work: Workspace) -> StoryList:
    """The stories of a prep folder, without a review."""
    cards = tuple(_card(each, work.brief) for each in work.stories.all())
    unread = (*work.stories.unread(), *work.acceptances.unread())
    return StoryList(where=work.where, stories=cards, unread=unread)


def show_story(work: Workspace, slug: str, brief: Brief | None = None) -> Shown:
    """The review of one story; what compares stories looks at the whole prep folder."""
    kept = work.stories.all()
    one = find_story(work, slug, kept)
    story, problems = read_page(one)
    brief = work.brief if brief is None else brief
    choice = choose_rules(work.only, work.ignore)
    known = compare_stories(work, kept, brief, choice) if len(kept) > 1 else None
    around = Around(accepted=work.acceptances.all(), compared=known)
    (report,) = review([story], brief, choice, around, read=read_again)
    return replace(_shown(one, report, problems), unread=work.acceptances.unread())


def review_text(work: Workspace, slug: str, text: str) -> Shown:
    """The review of a story as it would be with another *text*; nothing is saved, no other story is read."""
    kept = work.stories.get(slug)
    page = Kept(slug, kept.where if kept is not None else "", text, "")
    story, problems = parse(text, slug)
    around = Around(accepted=work.acceptances.all())
    (report,) = review([story], work.brief, choose_rules(work.only, work.ignore), around)
    return _shown(page, report, problems)


def _shown(kept: Kept, report: Report, problems: tuple[Problem, ...]) -> Shown:
    said = Counter(
        word.lower.partition("’")[0].partition("'")[0]
        for part in report.story.parts
        if part.kind in SPOKEN
        for word in words(plain(part.text))
    )
    return Shown(
        where=kept.where,
        text=kept.text,
        seen=kept.seen,
        report=report,
        said_i=sum(said[each] for each in _I),
        said_we=sum(said[each] for each in _WE),
        problems=problems,
    )


def accept_finding(work: Workspace, slug: str, rule: str, about: str = "", reason: str = "") -> Accepted:
    """Call fine what a rule says about a story, or only where it quotes the words *about*.

    It is remembered for that wording: edits elsewhere leave it accepted.
    """
    name = find_rule(rule).name
    refuse_unread(work)
    report = show_story(work, slug).report
    slug = report.story.slug
    found = [each for each in report.findings if each.rule == name]
    chosen = _with(about, [(each, said(report.story, each.start, each.end)) for each in found])
    if not chosen:
        raise _nothing_to_accept(report, name, about, found)
    new = [each for each in chosen if not each.accepted]
    quoted = [said(report.story, each.start, each.end) for each in new]
    day = work.clock.today().isoformat()
    for each in quoted:
        work.acceptances.add(Acceptance(story=slug, rule=name, words=each, day=day, reason=reason))
    words_of = tuple(dict.fromkeys(quoted))
    return Accepted(story=slug, rule=name, findings=tuple(chosen), new=len(new), words=words_of)


def reopen_finding(work: Workspace, slug: str, rule: str, about: str = "") -> Reopened:
    """Take back that a rule was called fine in a story, or only where that was said of the words *about*.

    UnknownError where nothing of it was called fine; it names what was.
    """
    slug, name = find_story(work, slug).slug, find_rule(rule).name
    refuse_unread(work)
    here = [each for each in work.acceptances.all() if each.story == slug]
    taken = _with(about, [(each, each.words) for each in here if each.rule == name])
    if not taken:
        raise _nothing_to_reopen(slug, name, about, here)
    work.acceptances.remove(taken)
    return Reopened(story=slug, rule=name, taken=tuple(taken))


def refuse_unread(work: Workspace) -> None:
    """UnreadableError where nobody can tell what was called fine before."""
    for error in work.acceptances.unread():
        raise error


def _with(about: str, quoting: Sequence[tuple[_T, str]]) -> list[_T]:
    """What quotes the words *about*, or else what quotes more words with them inside; without words, all."""
    key = fine_key("", "", about)
    same = [each for each, quoted in quoting if about and fine_key("", "", quoted) == key]
    return same or [each for each, quoted in quoting if about.casefold() in quoted.casefold()]


def find_story(work: Workspace, slug: str, kept: Sequence[Kept] | None = None) -> Kept:
    """The story of this slug, or whose slug begins so; UsageError names the nearest.

    *kept* are all stories, where they have been read already. UnreadableError
    where no story that can be read goes by this name, and one that cannot does.
    """
    kept = work.stories.all() if kept is None else kept
    named = slug.strip().removesuffix(".md").rpartition("/")[2]
    if not named:
        raise UnknownError("No story is named.", try_this="See them all: starling stories")
    fitting = _called(named, kept)
    if len(fitting) == 1:
        return fitting[0]
    if fitting:
        names = ", ".join(each.slug for each in fitting[:4])
        raise UsageError(f"More than one story begins with “{slug}”.", try_this=f"Name one of them: {names}")
    for each in work.stories.slugs():
        if as_file(each).startswith(as_file(named)):
            work.stories.get(each)  # says why it cannot be read
    raise _no_story(work, named, [each.slug for each in kept])


def _called(name: str, kept: Iterable[Kept]) -> list[Kept]:
    """The pages of this name, or else of one that is the same file on some disks, or that begin so."""
    exact = [each for each in kept if each.slug == name]
    begun = [each for each in kept if as_file(each.slug).startswith(as_file(name))]
    return exact or [each for each in begun if as_file(each.slug) == as_file(name)] or begun


def _no_story(work: Workspace, name: str, slugs: Sequence[str]) -> UnknownError:
    if work.history.versions(name):
        return UnknownError(
            f"The story “{name}” is deleted.", try_this=f"Bring it back: starling restore {quote(name)}"
        )
    advice = did_you_mean(name.lower(), slugs, "See them all: starling stories", like=LOOSELY)
    if not slugs:
        advice = "Import your notes first: starling import notes.md"
    return UnknownError(f"There is no story “{name}”.", try_this=advice)


def find_stories(
    work: Workspace, slugs: Collection[str] = ()
) -> tuple[tuple[Kept, ...], tuple[UnreadableError, ...]]:
    """All stories, or those of *slugs* in that order, each once; and why some cannot be read."""
    kept = work.stories.all()
    if not slugs:
        return kept, work.stories.unread()
    found: list[Kept] = []
    unread: list[UnreadableError] = []
    for slug in slugs:
        try:
            found.append(find_story(work, slug, kept))
        except UnreadableError as error:
            unread.append(error)
    return tuple(dict.fromkeys(found)), tuple(unread)


def _card(kept: Kept, brief: Brief) -> StoryCard:
    story, problems = read_page(kept)
    count = _spoken_words(kept)
    return StoryCard(
        story=story,
        where=kept.where,
        words=count,
        seconds=60 * count / brief.pace,
        missing=missing_parts(story),
        problems=problems,
    )


@lru_cache(maxsize=_COUNTED)
def _spoken_words(kept: Kept) -> int:
    parts = read_page(kept)[0].parts
    return sum(len(words(plain(part.text))) for part in parts if part.kind in SPOKEN)


def missing_parts(story: Story) -> tuple[PartKind, ...]:
    """Which of the four parts a story does not tell."""
    return tuple(kind for kind in CORE if not _tells(story, kind))


def _tells(story: Story, kind: PartKind) -> bool:
    return any(part.text.strip() for part in story.parts if part.kind is kind or kind in part.also)


def _nothing_to_accept(report: Report, rule: str, about: str, found: Sequence[Finding]) -> UsageError:
    slug = report.story.slug
    if found:
        quotes = ", ".join(f"“{each.quote}”" for each in found)
        return UsageError(f"{rule} does not quote “{about}” in {slug}.", try_this=f"It quotes {quotes}.")
    others = sorted({each.rule for each in report.findings if not each.accepted})
    advice = f"Here speak: {', '.join(others)}." if others else "No rule does."
    return UsageError(f"{rule} says nothing about {slug}.", try_this=advice)


def _nothing_to_reopen(slug: str, rule: str, about: str, here: Sequence[Acceptance]) -> UnknownError:
    quotes = dict.fromkeys(f"“{each.words}”" for each in here if each.rule == rule and each.words)
    if quotes:
        what = f"{rule} is not called fine for “{about}” in {slug}."
        return UnknownError(what, try_this=f"It is for {', '.join(quotes)}.")
    others = sorted({each.rule for each in here if each.rule != rule})
    advice = f"Called fine in it: {', '.join(others)}." if others else "Nothing is called fine in it."
    return UnknownError(f"{rule} is not called fine in {slug}.", try_this=advice)
