"""A story as a Markdown page that a person would gladly write, and back (docs/story-format.md)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from starling.model.problem import Problem
from starling.model.story import CORE, Line, Part, PartKind, Story
from starling.text.front_matter import Facts, read_facts, write_facts
from starling.text.notes.labels import Fact, Meaning, meanings
from starling.text.notes.marks import find_label
from starling.text.words import words

FACTS = ("project", "tags", "serves", "told", "question", "confidence", "from", "imported")
"""The facts that front matter may say."""

_HEADING = re.compile(r" {0,3}(#{1,2})(?:[ \t]+(.*))?$")
_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
_QUOTE = re.compile(r" {0,3}>[ \t]?")
_SHARE = re.compile(r"(\d{1,3})%")
_NOTES = "notes"
_UNTITLED = "Untitled"


@dataclass(frozen=True)
class Section:
    """A part of the page: its label, where its heading and its rows stand, and what kind it is of."""

    label: str
    head: int
    first: int
    last: int
    kinds: tuple[PartKind, ...] = (PartKind.OTHER,)

    @property
    def is_notes(self) -> bool:
        """Whether these are notes about the story."""
        return self.label.lower() == _NOTES


@dataclass(frozen=True)
class Layout:
    """Where on a page what stands; rows count from 0, and ``last`` is the row after the last."""

    rows: tuple[str, ...]
    facts: Facts
    title: int | None = None
    asked: tuple[int, int] = (0, 0)
    lead: tuple[int, int] = (0, 0)
    sections: tuple[Section, ...] = field(default=())

    @property
    def has_parts(self) -> bool:
        """Whether a heading names a part of the story."""
        return any(kind in CORE for section in self.sections for kind in section.kinds)


# --- Reading ---------------------------------------------------------------


def parse(text: str, slug: str = "") -> tuple[Story, tuple[Problem, ...]]:
    """The story on a page, and what could not be read as meant; never raises on a text.

    A page whose parts stand under bold words or letters instead of headings is
    read as the importer reads notes. What is no part of the story is its notes.
    """
    page = layout(text)
    found = _under_headings(page) if page.has_parts else _under_labels(page, slug)
    confidence, problems = _confidence(page.facts)
    title = _title(page) or found.title
    story = replace(
        found,
        title=title or slug.replace("-", " ").capitalize() or _UNTITLED,
        slug=slug,
        question=_question(page) or page.facts.one("question") or found.question,
        project=page.facts.one("project") or found.project,
        tags=page.facts.many("tags") or found.tags,
        serves=page.facts.many("serves") or found.serves,
        told=page.facts.many("told"),
        source=page.facts.one("from") or "",
        line=1 if page.title is None else page.title + 1,
        confidence=confidence,
    )
    return story, (*page.facts.problems, *problems, *_complaints(story, titled=bool(title)))


def layout(text: str) -> Layout:
    """Where the facts, the title, the question and the sections of a page stand."""
    rows = tuple(text.split("\n"))
    facts = read_facts(rows, FACTS)
    headings = list(_headings(rows, facts.rows))
    title = None
    if headings and headings[0][1] == 1:
        title = headings.pop(0)[0]
    start = facts.rows if title is None else title + 1
    ends = [*(head for head, _, _ in headings[1:]), len(rows)]
    sections = tuple(
        Section(label, head, *_trimmed(rows, head + 1, end))
        for (head, _, label), end in zip(headings, ends, strict=False)
    )
    kinds = read_labels([section.label for section in sections])
    sections = tuple(replace(each, kinds=kind) for each, kind in zip(sections, kinds, strict=True))
    first = headings[0][0] if headings else len(rows)
    asked = _quoted(rows, start, first) if title is not None else (start, start)
    return Layout(rows, facts, title, asked, _trimmed(rows, asked[1], first), sections)


def _headings(rows: Sequence[str], start: int) -> Iterator[tuple[int, int, str]]:
    """The row, level and words of each heading of the first two levels outside code."""
    for row in _outside_code(rows, start):
        found = _HEADING.match(rows[row])
        if found:
            yield row, len(found[1]), (found[2] or "").strip()


def _outside_code(rows: Sequence[str], start: int = 0) -> Iterator[int]:
    """The rows that are not between two code fences; a fence that nothing closes is a row like others."""
    row = start
    while row < len(rows):
        end = _closing(rows, row)
        if end is None:
            yield row
            row += 1
        else:
            row = end + 1


def _closing(rows: Sequence[str], row: int) -> int | None:
    fence = _FENCE.match(rows[row])
    if fence is None:
        return None
    sign = fence[1]
    following = (n for n in range(row + 1, len(rows)) if rows[n].lstrip(" ").startswith(sign))
    return next((n for n in following if not rows[n].strip().strip(sign[0])), None)


def _quoted(rows: Sequence[str], start: int, end: int) -> tuple[int, int]:
    """The rows of the block quote right below the title."""
    while start < end and not rows[start].strip():
        start += 1
    last = start
    while last < end and _QUOTE.match(rows[last]):
        last += 1
    return start, last


def _trimmed(rows: Sequence[str], first: int, last: int) -> tuple[int, int]:
    while first < last and not rows[first].strip():
        first += 1
    while first < last and not rows[last - 1].strip():
        last -= 1
    return first, last


def read_labels(labels: Sequence[str]) -> list[tuple[PartKind, ...]]:
    """What each label of a story names: its own kind first, then what it holds besides.

    A word that can mean two things means the first that the story does not have
    yet; the Context of a story without a Task is a task as well.
    """
    found: list[tuple[PartKind, ...]] = []
    spans: list[PartKind | None] = []
    taken: set[PartKind] = set()
    for label in labels:
        known = _meanings(label)
        kinds = tuple(dict.fromkeys(_free(each, taken) for each in known)) or (PartKind.OTHER,)
        first = known[0] if known else Meaning(())
        spans.append(first.spans if kinds[:1] == first.kinds[:1] else None)
        found.append(kinds)
        taken.update(kinds)
    return [
        (*kinds, span) if span is not None and span not in taken else kinds
        for kinds, span in zip(found, spans, strict=True)
    ]


def _meanings(label: str) -> tuple[Meaning, ...]:
    if label.lower() == _NOTES:
        return ()
    known = meanings(label) or tuple(m for word in label.split(" and ") for m in meanings(word))
    return tuple(each for each in known if any(isinstance(kind, PartKind) for kind in each.kinds))


def _free(meaning: Meaning, taken: set[PartKind]) -> PartKind:
    kinds = [kind for kind in meaning.kinds if isinstance(kind, PartKind)]
    return next((kind for kind in kinds if kind not in taken), kinds[0])


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


def _under_labels(page: Layout, slug: str) -> Story:
    """The story under labels that are no headings, as the importer reads it; else the page is notes."""
    from starling.text.notes.read import find_stories  # noqa: PLC0415 - only a page written by hand needs it

    lines = _numbered(page.rows, page.facts.rows, len(page.rows))
    stories = find_stories(lines, slug).stories if lines else []
    return stories[0] if stories else _under_headings(page)


def _title(page: Layout) -> str:
    found = _HEADING.match(page.rows[page.title]) if page.title is not None else None
    return "" if found is None else " ".join((found[2] or "").split())


def _question(page: Layout) -> str | None:
    return asked(" ".join(_QUOTE.sub("", row, 1) for row in page.rows[slice(*page.asked)])) or None


def asked(question: str) -> str:
    """The question on one line, without a label such as “Question:”."""
    text = one_line(question)
    label = find_label(text)
    while label is not None and label.names(Fact.QUESTION) and label.end:
        text = text[label.end :].strip()
        label = find_label(text)
    return text


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
    from starling.text.story_edit import fingerprint  # noqa: PLC0415 - it reads this module

    rows = list(
        write_facts(
            {
                "project": story.project or "",
                "tags": story.tags,
                "serves": story.serves,
                "told": story.told,
                "confidence": "" if story.confidence is None else f"{story.confidence:.0%}",
                "from": story.source,
                "imported": fingerprint(story) if story.source.strip() else "",
            }
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


def title_of(story: Story) -> str:
    """The title as a page shows it."""
    return one_line(story.title) or _UNTITLED


def one_line(text: str) -> str:
    """*text* with every run of white space made one space."""
    return " ".join(text.split())


def section_rows(label: str, text: str) -> list[str]:
    """A heading and what stands under it, with empty rows between."""
    body = body_rows(text)
    return [f"## {label}", "", *body, ""] if body else [f"## {label}", ""]


def body_rows(text: str) -> list[str]:
    """The rows of a part, such that none is a heading of the page and none opens code for good."""
    rows = [row.rstrip() for row in text.replace("\r\n", "\n").replace("\r", "\n").split("\n")]
    rows = rows[slice(*_trimmed(rows, 0, len(rows)))]
    for row in _outside_code(rows):
        if _HEADING.match(rows[row]):
            rows[row] = rows[row].replace("#", "###" if "##" not in rows[row] else "##", 1)
        elif _FENCE.match(rows[row]):
            rows[row] = "\\" + rows[row].lstrip(" ")
    return rows


def labels_of(parts: Sequence[Part]) -> list[str]:
    """The author's label of each part where it reads back as the same kind, else the name of its kind."""
    own = [_plain_label(part) for part in parts]
    kinds = [_held(part) for part in parts]
    labels = [
        label if label and label.lower() != _NOTES and read == kind else _name(kind)
        for label, kind, read in zip(own, kinds, read_labels(own), strict=True)
    ]
    if read_labels(labels) == kinds:
        return labels
    return [label if not _meanings(label) else _name(kind) for label, kind in zip(labels, kinds, strict=True)]


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
    plainer = part.kind is not PartKind.OTHER and not part.also and (letter or part.kind.value in said)
    return _name((part.kind,)) if plainer else label


def _name(kinds: Sequence[PartKind]) -> str:
    return " and ".join(kind.value.capitalize() for kind in kinds)


def words_of(text: str) -> tuple[str, ...]:
    """What *text* says, whatever its marks and white space."""
    return tuple(word.lower for word in words(text))
