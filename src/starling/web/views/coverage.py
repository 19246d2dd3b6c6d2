"""What the stories cover of a set, as a page shows it: the matrix, the worst rows first."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlencode

from starling.matching.coverage import Group, Held
from starling.matching.fit import Fit
from starling.model.report import Confidence
from starling.usecases.coverage import Column, Coverage, CoverRow, CoverSet, CoverSets, Near
from starling.web.views.counted import count
from starling.web.views.fits import WORDS
from starling.web.views.questions import question_url
from starling.web.views.sets import of_what
from starling.web.views.story import story_url

COLUMNS = 12
"""Stories of one page, those that carry most on the first."""
_ROWS = 40
"""Rows of one page at most: as many as a person reads."""
_CELLS, _CELLS_ASKED = 192, 168
"""Cells of one page, 16 principles or 14 questions by 12 stories: as much as 60 KB hold."""
_COLUMN = 28
"""Characters of a story's name over its column."""
_WORD = 18
"""Characters of one word of it; a longer one would widen the column."""
_ASKED = re.compile(r"^(?:tell me about|describe) (?:a|an|the) (?:time|situation)(?: when)? ", re.IGNORECASE)
_GROUPS = (
    (Group.GAP, "gap", "Gaps", "no story yet"),
    (Group.THIN, "thin", "Thin", "only touched on"),
    (Group.ONE, "one", "One story", "no spare"),
    (Group.SPARE, "spare", "Strong, with a spare", "two stories or more"),
)


@dataclass(frozen=True, slots=True)
class SetTab:
    """A set to choose, and its size."""

    name: str
    url: str
    size: int
    current: bool


@dataclass(frozen=True, slots=True)
class CellView:
    """How a story fits a row: a shape, a word, and the way to its evidence, from the page of the matrix."""

    fit: str
    word: str
    url: str


@dataclass(frozen=True, slots=True)
class RowView:
    """Something that is asked for, with a cell for each story."""

    anchor: str
    name: str
    url: str
    hint: str
    cells: tuple[CellView, ...]


@dataclass(frozen=True, slots=True)
class GroupView:
    """The rows that are covered equally well; ``total`` counts those on other pages too."""

    slug: str
    head: str
    gloss: str
    total: int
    rows: tuple[RowView, ...]


@dataclass(frozen=True, slots=True)
class ColumnView:
    """A story over its column, and how many rows it carries."""

    title: str
    full: str
    url: str
    carries: int


@dataclass(frozen=True, slots=True)
class Pages:
    """The pages around this one, by rows and by stories; ``shown`` says which stories have a column."""

    earlier: str
    later: str
    before: str
    after: str
    shown: str


@dataclass(frozen=True, slots=True)
class CoverageView:
    """The matrix of one set."""

    headline: str
    lede: str
    sure: str
    tabs: tuple[SetTab, ...]
    columns: tuple[ColumnView, ...]
    groups: tuple[GroupView, ...]
    rows_named: str
    spoken: bool
    pages: Pages
    loop: str
    choice: str


def coverage_view(coverage: Coverage, sets: CoverSets, page: int = 1, stories: int = 1) -> CoverageView:
    """The matrix in pages: the worst rows first, the stories that carry most first."""
    held = coverage.cover_set
    size = _page_size(coverage)
    shown = coverage.rows[(page - 1) * size : page * size]
    told = slice((stories - 1) * COLUMNS, stories * COLUMNS)
    return CoverageView(
        headline=_headline(coverage),
        lede=_lede(coverage),
        sure=_sure(coverage),
        tabs=tuple(_tab(each, held) for each in sets.sets),
        columns=tuple(map(_column, coverage.columns[told])),
        groups=tuple(_groups(coverage, shown, told)),
        rows_named={"kinds": "Kind of story", "questions": "Question"}.get(held.kind, "Principle"),
        spoken=held.kind == "questions",
        pages=_pages(coverage, page, stories),
        choice=f"/coverage/{held.name}/choice",
        loop=f"/loop?{urlencode({'company': held.name})}" if held.kind == "principles" else "/loop",
    )


def _column(column: Column) -> ColumnView:
    return ColumnView(_short(column.title), column.title, story_url(column.story), column.carries)


def _pages(coverage: Coverage, page: int, stories: int) -> Pages:
    """The ways to more rows and to more stories, "" where there are none."""
    held, told = coverage.cover_set, len(coverage.columns)
    last = min(stories * COLUMNS, told)
    has_later = page * _page_size(coverage) < len(coverage.rows)
    return Pages(
        earlier=_place(held, page - 1, stories) if page > 1 else "",
        later=_place(held, page + 1, stories) if has_later else "",
        before=_place(held, page, stories - 1) if stories > 1 else "",
        after=_place(held, page, stories + 1) if last < told else "",
        shown=f"Stories {(stories - 1) * COLUMNS + 1} to {last} of {told}" if told > COLUMNS else "",
    )


def _page_size(coverage: Coverage) -> int:
    """Rows of one page: fewer of them where there are more stories, and where their names are long."""
    cells = _CELLS_ASKED if coverage.cover_set.kind == "questions" else _CELLS
    return min(_ROWS, cells // max(1, min(COLUMNS, len(coverage.columns))))


def _place(held: CoverSet, page: int, stories: int) -> str:
    said = {"page": page, "stories": stories}
    query = urlencode({name: number for name, number in said.items() if number > 1})
    return f"/coverage/{held.name}?{query}" if query else f"/coverage/{held.name}"


def _headline(coverage: Coverage) -> str:
    if not coverage.columns:
        return f"No stories yet for {of_what(coverage)}"
    gaps = coverage.cover_set.gaps
    found = "No gap" if gaps == 0 else "One gap" if gaps == 1 else f"{gaps} gaps"
    return f"{found} in {of_what(coverage)}"


def _lede(coverage: Coverage) -> str:
    if not coverage.columns:
        return "Paste your notes, and each row says which story shows it."
    held = coverage.cover_set
    strong = held.one + held.spare
    if not strong:
        return f"None has a strong story yet{f', {held.thin} are touched on' if held.thin else ''}."
    said = f"{strong} {'has' if strong == 1 else 'have'} a strong story"
    thin = f", {held.thin} {'is' if held.thin == 1 else 'are'} only touched on" if held.thin else ""
    return f"{said}{thin}."


def _sure(coverage: Coverage) -> str:
    if coverage.sure is Confidence.LOW:
        return "This set rests in part on general knowledge; ask your recruiter what they use."
    return ""


def _tab(each: CoverSet, current: CoverSet) -> SetTab:
    return SetTab(each.title, f"/coverage/{each.name}", each.size, each.name == current.name)


def _short(title: str) -> str:
    """A title as it fits over a column; of a question the words that all questions share are left out."""
    told = _ASKED.sub("…", title, count=1).rstrip(".?")
    told = " ".join(each if len(each) <= _WORD else f"{each[:_WORD]}…" for each in told.split())
    if len(told) <= _COLUMN:
        return told
    cut = told.rfind(" ", 0, _COLUMN)
    return f"{told[: cut if cut > 0 else _COLUMN].rstrip(' ,;:-–')}…"


def _groups(coverage: Coverage, shown: tuple[CoverRow, ...], told: slice) -> Iterator[GroupView]:
    for group, slug, head, gloss in _GROUPS:
        rows = tuple(_row(coverage, row, told) for row in shown if row.group is group)
        if rows:
            yield GroupView(slug, head, gloss, len(coverage.of(group)), rows)


def _row(coverage: Coverage, row: CoverRow, told: slice) -> RowView:
    kind = coverage.cover_set.kind
    anchor = row.slug.rpartition("/")[2]
    urls = {"questions": question_url(row.slug), "kinds": f"#{anchor}"}
    url = urls.get(kind, f"/questions?{urlencode({'company': row.slug})}")
    cells = tuple(_cell(coverage, row, held) for held in row.cells[told])
    return RowView(anchor, row.name, url, _hint(row) or _elsewhere(coverage, row, told), cells)


def _elsewhere(coverage: Coverage, row: CoverRow, told: slice) -> str:
    """The strong story of a row where none of those in sight is strong; "" otherwise."""
    strong = [at for at, held in enumerate(row.cells) if held.fit is Fit.STRONG]
    if not strong or any(held.fit is Fit.STRONG for held in row.cells[told]):
        return ""
    return f"Strong: {coverage.columns[strong[0]].title.rstrip('.?')}."


def _hint(row: CoverRow) -> str:
    if row.near is not None:
        return _near(row.near)
    if row.group is not Group.GAP:
        return ""
    asks = len(row.asks)
    return f"{count(asks, 'question asks', 'questions ask')} for it." if asks else ""


def _near(near: Near) -> str:
    title = near.title.rstrip(".?")
    if not near.missing:
        return f"Nearest: {title}."
    names = ", ".join(slot.name.lower() for slot in near.missing[:2])
    return f"Nearest: {title}. It lacks: {names}."


def _cell(coverage: Coverage, row: CoverRow, held: Held) -> CellView:
    slug = coverage.slugs[held.telling]
    query = urlencode({"story": slug, "row": row.slug}, safe="/")
    url = f"{coverage.cover_set.name}/fit?{query}"
    return CellView(held.fit.value, WORDS[held.fit], url)
