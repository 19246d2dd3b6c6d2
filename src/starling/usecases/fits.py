"""What a person states about a fit themselves, over what is computed: set, denied, or taken back."""

from __future__ import annotations

from dataclasses import dataclass, replace

from starling.content import bank as shipped
from starling.matching.fit import BY_AUTHOR, Match
from starling.matching.stated import stated_fit
from starling.model.history import Event
from starling.model.nearest import nearest
from starling.model.prep import Kept
from starling.model.problem import UnknownError, UsageError
from starling.model.question import Slot
from starling.model.story import StatedFit, Story
from starling.ports import Workspace
from starling.prep.cover_rows import Row, find_set, rows_of, set_names
from starling.prep.material import Material, read_material
from starling.prep.pages import read_page
from starling.text.stated_fits import FITS, forget, state
from starling.text.story_format import parse
from starling.text.telling import one_line, words_of
from starling.usecases.bank import find_story
from starling.usecases.versions import note_seen

_LONGEST = 300
"""Characters of a sentence that shows a fit."""


@dataclass(frozen=True, kw_only=True)
class FitShown:
    """How well a story fits a row: with its evidence, and what its author states instead, if anything.

    ``line`` is where the stated sentence stands in the story, 0 where it does not.
    """

    story: str
    title: str
    where: str
    row: str
    name: str
    match: Match
    missing: tuple[Slot, ...]
    stated: StatedFit | None = None
    line: int = 0


@dataclass(frozen=True, kw_only=True)
class FitSet:
    """What was stated, or taken back (``stated`` None), and what a next save of the page must carry."""

    shown: FitShown
    seen: str


def show_fit(work: Workspace, story: str, row: str) -> FitShown:
    """How well a story fits a principle, a question or a kind of story; UsageError names the nearest."""
    material = read_material(work)
    kept = find_story(work, story, material.kept)
    return _shown(material, kept, _find_row(material, row))


def set_fit(work: Workspace, story: str, row: str, fit: str, because: str = "") -> FitSet:
    """State that a story fits a row: "strong", "partly" or "none". *because* is the sentence that shows it.

    It is written into the front matter of the story and nothing else of the
    file changes. UsageError for another word, and where strong or partly come
    without a sentence; ConflictError where the page changes meanwhile.
    """
    said = one_line(because)
    if fit not in FITS:
        raise UsageError(f"“{fit}” is no fit.", try_this=f"Say {FITS[0]}, {FITS[1]} or {FITS[2]}.")
    if fit != "none" and not words_of(said):
        raise UsageError(
            f"A fit that is {fit} needs the sentence that shows it.", try_this='Quote it: --because "I …"'
        )
    if len(said) > _LONGEST:
        raise UsageError(
            f"The sentence has {len(said)} characters.", try_this=f"Quote at most {_LONGEST} of them."
        )
    material = read_material(work)
    kept = find_story(work, story, material.kept)
    found = _find_row(material, row)
    text = state(kept.text, StatedFit(found.demand.slug, fit, said))
    return _saved(work, material, kept, found, text)


def forget_fit(work: Workspace, story: str, row: str) -> FitSet:
    """Take back what was stated; UnknownError where nothing was."""
    material = read_material(work)
    kept = find_story(work, story, material.kept)
    found = _find_row(material, row)
    told = read_page(kept)[0]
    if stated_fit(told, found.demand) is None:
        others = ", ".join(each.row for each in told.fits)
        advice = f"It states something about {others}." if others else "There is nothing to take back."
        what = f"“{kept.slug}” states nothing about {found.demand.slug}."
        raise UnknownError(what, where=kept.where, try_this=advice)
    return _saved(work, material, kept, found, forget(kept.text, found.demand.slug))


def _find_row(material: Material, name: str) -> Row:
    """A row of any set: ``amazon/dive-deep``, ``kinds/failure``, a question; UsageError names the nearest."""
    said = one_line(name).lower()
    set_name, _, rest = said.rpartition("/")
    sets = [find_set(material.whole, set_name)] if set_name else list(set_names(material.whole))
    rows = [each for one in sets for each in rows_of(material, one)]
    exact = [each for each in rows if each.demand.slug == said]
    named = exact or [
        each for each in rows if rest in (each.demand.slug.rpartition("/")[2], each.name.lower())
    ]
    if len(named) == 1:
        return named[0]
    if named:
        names = ", ".join(each.demand.slug for each in named[:4])
        raise UsageError(f"“{name}” is in more than one set.", try_this=f"Name one of them: {names}")
    known = {each.demand.slug for each in rows}
    ends = set() if set_name else {each.rpartition("/")[2] for each in known}
    raise UsageError(
        f"There is no principle, question or kind of story “{name}”.", try_this=nearest(said, known | ends)
    )


def _saved(work: Workspace, material: Material, kept: Kept, row: Row, text: str | None) -> FitSet:
    told = None if text is None else parse(text, kept.slug)[0]
    if text is None or told is None or not _same_words(read_page(kept)[0], told):
        raise UsageError(
            "The front matter of this story cannot be read, so that nothing was written.",
            where=kept.where,
            try_this="Mend it (starling check names the line), and say it again.",
        )
    note_seen(work, kept)
    saved = work.stories.save(kept.slug, text, kept.seen)
    work.history.add(saved.slug, saved.text, saved.seen, Event.SAVED, work.clock.now())
    stories = tuple(told if each.slug == kept.slug else each for each in material.stories)
    pages = tuple(saved if each.slug == kept.slug else each for each in material.kept)
    return FitSet(shown=_shown(replace(material, kept=pages, stories=stories), saved, row), seen=saved.seen)


def _same_words(before: Story, after: Story) -> bool:
    """Whether a page still tells the same; what would change it is never written."""
    return before.title == after.title and [p.text for p in before.parts] == [p.text for p in after.parts]


def _shown(material: Material, kept: Kept, row: Row) -> FitShown:
    place = next(at for at, each in enumerate(material.kept) if each.slug == kept.slug)
    story = material.stories[place]
    match = material.explain(row.demand, place)
    return FitShown(
        story=story.slug,
        title=story.title,
        where=kept.where,
        row=row.demand.slug,
        name=row.name,
        match=match,
        missing=shipped.slots_of(match.missing),
        stated=stated_fit(story, row.demand),
        line=next((each.line for each in match.proofs if each.why == BY_AUTHOR), 0),
    )
