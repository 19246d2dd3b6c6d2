"""A story as a Markdown page that a person would gladly write, and back (docs/story-format.md)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from starling.model.problem import Problem
from starling.model.story import CORE, Line, Part, PartKind, Story
from starling.text.front_matter import Facts, write_facts
from starling.text.stated_fits import KEY as FITS
from starling.text.stated_fits import read_fits, written
from starling.text.story_page import (
    FENCE,
    HEADING,
    NOTES,
    QUOTE,
    Layout,
    Section,
    label_meanings,
    layout,
    outside_code,
    read_labels,
    trimmed,
)
from starling.text.telling import UNTITLED, asked, fingerprint, one_line, title_of, words_of

_SHARE = re.compile(r"(\d{1,3})%")


# --- Reading ---------------------------------------------------------------


def parse(text: str, slug: str = "") -> tuple[Story, tuple[Problem, ...]]:
    """The story on a page, and what could not be read as meant; never raises on a text.

    A page whose parts stand under bold words or letters instead of headings is
    read as the importer reads notes. What is no part of the story is its notes.
    """
    page = layout(text)
    found, others = (_under_headings(page), ()) if page.has_parts else _under_labels(page, slug)
    confidence, problems = _confidence(page.facts)
    fits, unread = read_fits(page.facts)
    title = _title(page) or found.title
    story = replace(
        found,
        title=title or slug.replace("-", " ").capitalize() or UNTITLED,
        slug=slug,
        question=_question(page) or page.facts.one("question") or found.question,
        project=page.facts.one("project") or found.project,
        tags=page.facts.many("tags") or found.tags,
        serves=page.facts.many("serves") or found.serves,
        fits=fits,
        told=page.facts.many("told"),
        source=page.facts.one("from") or "",
        line=1 if page.title is None else page.title + 1,
        confidence=confidence,
    )
    return story, (*page.facts.problems, *problems, *unread, *others, *_complaints(story, titled=bool(title)))


def _under_headings(page: Layout) -> Story:
    parts = tuple(
        Part(section.kinds[0], _lines(page, section), section.label, section.kinds[1:])
        for section in page.sections
        if not section.is_notes
    )
    notes = [section for section in page.sections if section.is_notes]
    spans = [page.lead, *((section.first, section.last) for section in notes)]
    lines = tuple(line for span in spans for line in _numbered(page.rows, *span))
    return Story(title="", parts=parts, notes=lines)


def _lines(page: Layout, section: Section) -> tuple[Line, ...]:
    """The lines of a section; an empty one stands at the end of its heading."""
    end = Line("", section.head + 1, len(page.rows[section.head]) + 1)
    return _numbered(page.rows, section.first, section.last) or (end,)


def _numbered(rows: Sequence[str], first: int, last: int) -> tuple[Line, ...]:
    return tuple(Line(row, number) for number, row in enumerate(rows[first:last], first + 1))


def _under_labels(page: Layout, slug: str) -> tuple[Story, tuple[Problem, ...]]:
    """The story under labels that are no headings, as the importer reads it; else the page is notes."""
    from starling.text.notes.read import find_stories  # noqa: PLC0415 - only a page written by hand needs it

    stories = find_stories(_numbered(page.rows, page.facts.rows, len(page.rows)), slug).stories
    if not stories:
        return _under_headings(page), ()
    what, advice = "Another story stands on this page; the first is read.", "Give each a page of its own."
    others = (Problem(what, each.line, advice) for each in stories[1:])
    return stories[0], tuple(others)


def _title(page: Layout) -> str:
    found = HEADING.match(page.rows[page.title]) if page.title is not None else None
    return "" if found is None else " ".join((found[2] or "").split())


def _question(page: Layout) -> str | None:
    return asked(" ".join(QUOTE.sub("", row, 1) for row in page.rows[slice(*page.asked)])) or None


def _confidence(facts: Facts) -> tuple[float | None, tuple[Problem, ...]]:
    said = facts.one("confidence")
    if said is None:
        return None, ()
    found = _SHARE.fullmatch(said)
    if found and int(found[1]) <= 100:  # noqa: PLR2004 - per cent
        return int(found[1]) / 100, ()
    advice = "Delete the line if you have told the parts apart yourself."
    return None, (Problem(f"The confidence “{said}” is not a share such as 80%.", 2, advice),)


def _complaints(story: Story, *, titled: bool) -> Iterator[Problem]:
    if not titled:
        yield Problem(
            "The story has no title.", 1, "Begin it with a line such as: # How we halved the latency"
        )
    if not any(part.kind in CORE for part in story.parts):
        yield Problem(
            "No part of a story was found here.",
            story.line,
            "Put headings over its parts: ## Situation, ## Task, ## Action, ## Result.",
        )


# --- Writing ---------------------------------------------------------------


def render(story: Story) -> str:
    """The page of *story*; ``render(parse(page))`` is the same page."""
    rows = list(
        write_facts(
            {
                "project": story.project or "",
                "tags": story.tags,
                "serves": story.serves,
                FITS: [written(each) for each in story.fits],
                "told": story.told,
                "confidence": "" if story.confidence is None else f"{story.confidence:.0%}",
                "from": story.source,
                "imported": fingerprint(story) if story.source.strip() else "",
            },
            below=(FITS,),
        )
    )
    rows.extend((f"# {title_of(story)}", ""))
    question = asked(story.question or "")
    if question:
        rows.extend((f"> {question}", ""))
    for part, label in zip(story.parts, labels_of(story.parts), strict=True):
        rows.extend(section_rows(label, part.text))
    if any(line.text.strip() for line in story.notes):
        rows.extend(section_rows("Notes", "\n".join(line.text for line in story.notes)))
    page = "\n".join(rows).rstrip("\n") + "\n"
    return page.encode("utf-8", "replace").decode()  # half of a character, which JSON can bring, is none


def section_rows(label: str, text: str) -> list[str]:
    """A heading and what stands under it, with empty rows between."""
    body = body_rows(text)
    return [f"## {label}", "", *body, ""] if body else [f"## {label}", ""]


def body_rows(text: str) -> list[str]:
    """The rows of a part, such that none is a heading of the page and none opens code for good."""
    rows = [row.rstrip() for row in text.replace("\r\n", "\n").replace("\r", "\n").split("\n")]
    rows = rows[slice(*trimmed(rows, 0, len(rows)))]
    for row in outside_code(rows):
        heading = HEADING.match(rows[row])
        if heading:
            rows[row] = rows[row].replace(heading[1], "###", 1)
        elif FENCE.match(rows[row]):
            rows[row] = "\\" + rows[row].lstrip(" ")
    return rows


def labels_of(parts: Sequence[Part]) -> list[str]:
    """The author's label of each part where it reads back as the same kind, else the name of its kind."""
    own = [_plain_label(part) for part in parts]
    kinds = [_held(part) for part in parts]
    labels = [
        label if label and label.lower() != NOTES and read == kind else _name(kind)
        for label, kind, read in zip(own, kinds, read_labels(own), strict=True)
    ]
    if read_labels(labels) == kinds:
        return labels
    pairs = zip(labels, kinds, strict=True)
    return [_name(kind) if label_meanings(label) else label for label, kind in pairs]


def _held(part: Part) -> tuple[PartKind, ...]:
    """The kind of a part and what it holds besides, each once; what is of no kind holds nothing."""
    if part.kind is PartKind.OTHER:
        return (part.kind,)
    return tuple(dict.fromkeys(kind for kind in (part.kind, *part.also) if kind is not PartKind.OTHER))


def _plain_label(part: Part) -> str:
    """The author's label, and STAR's own word where the label is that word with a letter or a number."""
    label = one_line(part.label)
    said = words_of(label)
    letter = all(len(word) == 1 for word in said)
    alone = part.kind is not PartKind.OTHER and len(_held(part)) == 1
    plainer = alone and (letter or part.kind.value in said)
    return _name((part.kind,)) if plainer else label


def _name(kinds: Sequence[PartKind]) -> str:
    return " and ".join(kind.value.capitalize() for kind in kinds)
