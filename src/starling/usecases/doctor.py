"""The prep folder looked over: what cannot be read, what clashes, and what can be made anew."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from shlex import quote

from starling.model.prep import Kept
from starling.model.problem import StarlingError, UnreadableError
from starling.ports import Workspace
from starling.prep.question_bank import question_bank
from starling.review.engine import all_rules
from starling.settings import read_settings
from starling.text.repair import decode
from starling.text.story_format import parse
from starling.usecases.bank import refuse_unread
from starling.usecases.rules import choose_rules
from starling.usecases.versions import note_seen

_SETTINGS = "starling.toml"
_STORIES = "stories/"
_ASIDE = re.compile(r"(?P<slug>.+)\.conflict-\d+\.md")
_MEND = "Run  starling doctor --repair"


@dataclass(frozen=True, kw_only=True)
class Trouble:
    """Something that is not as it should be: what, where, what to do. ``grave`` is False for a remark.

    ``repairs`` says that it can be made anew; ``repaired`` that it was.
    """

    what: str
    where: str = ""
    try_this: str = ""
    grave: bool = True
    repairs: bool = False
    repaired: bool = False


@dataclass(frozen=True, kw_only=True)
class Check:
    """One thing that was looked over: what there is of it, and what is wrong."""

    name: str
    found: str
    troubles: tuple[Trouble, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Health:
    """Everything that was looked over."""

    where: str
    checks: tuple[Check, ...]

    @property
    def troubles(self) -> tuple[Trouble, ...]:
        """What is wrong and was not repaired; remarks are not among it."""
        return tuple(
            each for check in self.checks for each in check.troubles if each.grave and not each.repaired
        )


def examine(work: Workspace, *, repair: bool = False) -> Health:
    """Look over settings, stories, files, own questions, what was called fine, history and cache.

    With *repair* what can be made anew is: the cache, what the history does
    not know yet, a history that cannot be opened (the old one is moved aside),
    and leftovers of writes that were cut off.
    """
    pages = _pages(work)
    kept = tuple(each for each in pages if isinstance(each, Kept))
    checks = (
        _settings(work),
        _stories(pages, work),
        _files(work, repair=repair),
        _questions(work),
        _accepted(work, kept),
        _history(work, kept, repair=repair),
        _cache(work, repair=repair),
    )
    return Health(where=work.where, checks=checks)


def _settings(work: Workspace) -> Check:
    if _SETTINGS not in work.papers.names():
        trouble = Trouble(
            what="There is no starling.toml here.",
            where=work.where,
            try_this=f"Run  starling init {quote(work.where)}",
        )
        return Check(name="Settings", found="not there", troubles=(trouble,))
    try:
        page = work.preferences.page()
        settings = read_settings(page.text, {}, page.where)
        choose_rules(settings.only, settings.ignore)
    except StarlingError as error:
        return Check(name="Settings", found="cannot be read", troubles=(_trouble(error),))
    return Check(name="Settings", found="readable")


def _pages(work: Workspace) -> tuple[Kept | Trouble, ...]:
    """Every story page, or why it cannot be read, one by one."""
    names = [name for name in work.papers.names() if name.startswith(_STORIES) and name.endswith(".md")]
    return tuple(_page(work, name) for name in names if not _ASIDE.fullmatch(name) and name.count("/") == 1)


def _page(work: Workspace, name: str) -> Kept | Trouble:
    try:
        text = decode(work.papers.read(name))[0]
    except StarlingError as error:
        return replace(_trouble(error), where=name)
    return Kept(name.removeprefix(_STORIES).removesuffix(".md"), name, text, "")


def _stories(pages: tuple[Kept | Trouble, ...], work: Workspace) -> Check:
    kept = [each for each in pages if isinstance(each, Kept)]
    troubles = [each for each in pages if isinstance(each, Trouble)]
    for page in kept:
        troubles.extend(
            Trouble(what=each.what, where=f"{page.where}:{each.line}", try_this=each.try_this, grave=False)
            for each in parse(page.text, page.slug)[1]
        )
    troubles.extend(_clashes(kept))
    troubles.extend(_conflicts(work))
    return Check(name="Stories", found=_count(len(kept), "story", "stories"), troubles=tuple(troubles))


def _clashes(kept: list[Kept]) -> Iterator[Trouble]:
    """Names that differ only in capitals: one file on some computers, two on others."""
    count = Counter(each.slug.casefold() for each in kept)
    for name in sorted(name for name, number in count.items() if number > 1):
        same = ", ".join(each.where for each in kept if each.slug.casefold() == name)
        advice = "Give one of them another name: where capitals do not count, one would replace the other."
        yield Trouble(what="These names differ only in capitals.", where=same, try_this=advice)


def _conflicts(work: Workspace) -> Iterator[Trouble]:
    for name in work.papers.names():
        found = _ASIDE.fullmatch(name)
        if found is not None:
            advice = f"Move what you want from it into {found['slug']}.md, and delete it."
            what = "Another text of this story was set aside in a conflict."
            yield Trouble(what=what, where=name, try_this=advice)


def _files(work: Workspace, *, repair: bool) -> Check:
    """What else stands in the folder: links that lead out of it, and what a cut off write left."""
    advice = "Copy the file into the folder in place of the link; it is not opened."
    troubles = [
        Trouble(what="This link leads out of the prep folder.", where=each, try_this=advice)
        for each in work.papers.strays()
    ]
    troubles += [
        Trouble(
            what="This folder may not be looked into.",
            where=each,
            try_this=f"Allow yourself to: chmod u+rx {quote(each)}",
        )
        for each in work.papers.closed()
    ]
    for name in work.papers.leftovers():
        if repair:
            work.papers.remove(name)
        what = "A write was cut off here; the file it was for is whole."
        troubles.append(
            Trouble(what=what, where=name, try_this=_MEND, grave=False, repairs=True, repaired=repair)
        )
    found = _count(len(work.papers.names()), "file", "files")
    return Check(name="Files", found=found, troubles=tuple(troubles))


def _questions(work: Workspace) -> Check:
    """The person's own questions and principles: their files can be read, and what does not fit in them."""
    try:
        whole = question_bank(work)
    except StarlingError as error:
        return Check(name="Questions", found="cannot be read", troubles=(_trouble(error),))
    own = sum(each.own for each in whole.questions) + len(whole.others)
    sets = len({each.set_name for each in whole.principles if each.own})
    unfit = (
        Trouble(
            what=each.problem.what,
            where=f"{each.where}:{each.problem.line}",
            try_this=each.problem.try_this,
            grave=False,
        )
        for each in whole.unfit
    )
    found = f"{_count(own, 'question', 'questions')} and {_count(sets, 'set', 'sets')} of yours"
    return Check(name="Questions", found=found, troubles=(*map(_trouble, whole.unread), *unfit))


def _accepted(work: Workspace, kept: tuple[Kept, ...]) -> Check:
    """What was called fine: its file can be read, its rules exist, its stories are here."""
    try:
        refuse_unread(work)
        entries = work.acceptances.all()
    except StarlingError as error:
        return Check(name="Called fine", found="cannot be read", troubles=(_trouble(error),))
    slugs, rules = {each.slug for each in kept}, {rule.name for rule in all_rules()}
    troubles: list[Trouble] = []
    for each in entries:
        if each.rule not in rules:
            what = f"“{each.rule}” is not a rule, so this calls nothing fine."
        elif each.story not in slugs:
            what = f"There is no story “{each.story}” to which this belongs."
        else:
            continue
        where = f"accepted.toml, {each.story}, {each.rule}"
        advice = "Delete the entry if you do not want it back."
        troubles.append(Trouble(what=what, where=where, try_this=advice, grave=False))
    found = _count(len(entries), "finding", "findings")
    return Check(name="Called fine", found=found, troubles=tuple(troubles))


def _history(work: Workspace, kept: tuple[Kept, ...], *, repair: bool) -> Check:
    try:
        wrong = work.history.check()
    except UnreadableError as error:
        return _broken_history(work, error, kept, repair=repair)
    except StarlingError as error:
        return Check(name="History", found="cannot be opened", troubles=(_trouble(error),))
    if repair:
        _see(work)
    known = [each.story for each in work.history.last()]
    count = sum(len(work.history.versions(each)) for each in known)
    found = f"{_count(count, 'version', 'versions')} of {_count(len(known), 'story', 'stories')}"
    troubles = tuple(Trouble(what=each, try_this=_MEND) for each in wrong)
    return Check(name="History", found=found, troubles=troubles)


def _broken_history(
    work: Workspace, error: UnreadableError, kept: tuple[Kept, ...], *, repair: bool
) -> Check:
    """A history that cannot be opened is moved aside, never deleted, and begun anew with what is there."""
    trouble = replace(_trouble(error), repairs=True)
    if not repair:
        return Check(name="History", found="cannot be opened", troubles=(replace(trouble, try_this=_MEND),))
    aside = work.history.renew()
    _see(work)
    trouble = replace(trouble, try_this=f"The old file is kept in {aside}.", repaired=True)
    return Check(
        name="History", found=f"begun anew with {_count(len(kept), 'story', 'stories')}", troubles=(trouble,)
    )


def _see(work: Workspace) -> None:
    for page in work.stories.all():
        note_seen(work, page)


def _cache(work: Workspace, *, repair: bool) -> Check:
    if not repair:
        return Check(name="Cache", found="can be cleared at any time")
    return Check(name="Cache", found=f"cleared, {_count(work.cache.clear(), 'thing', 'things')}")


def _trouble(error: StarlingError) -> Trouble:
    return Trouble(what=error.what, where=error.where, try_this=error.try_this)


def _count(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"
