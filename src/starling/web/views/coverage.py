"""What the stories cover, as pages show it: the matrix of a set, one cell with its evidence, the loops."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import quote, urlencode

from starling.matching.coverage import Group, Held
from starling.matching.fit import Fit
from starling.model.report import Confidence
from starling.usecases.coverage import Coverage, CoverRow, CoverSet, CoverSets, Near
from starling.usecases.fits import FitShown
from starling.usecases.loops import Blamed, Help, LoopReport
from starling.web.views.fits import WORDS
from starling.web.views.questions import question_url
from starling.web.views.story import story_url

PAGE = 40
"""Rows of one page: as many as a person reads, and few enough for a light page."""
COLUMNS = 24
"""Stories of one page, those that carry most on the first."""
_COLUMN = 28
"""Characters of a story's name over its column."""
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
    """How a story fits a row: a shape, a word, and the way to its evidence."""

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
    earlier: str
    later: str
    before: str
    after: str
    loop: str


@dataclass(frozen=True, slots=True)
class FitView:
    """One cell with its evidence, and the form that sets or denies it."""

    story: str
    story_link: str
    row: str
    name: str
    back: str
    fit: str
    word: str
    stated: bool
    because: str
    proofs: tuple[tuple[str, int, str], ...]
    missing: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class SetRow:
    """One set, and how many of its rows are covered how well."""

    name: str
    url: str
    size: int
    gaps: int
    thin: int
    strong: int


@dataclass(frozen=True, slots=True)
class SetsView:
    """Every set at a glance."""

    headline: str
    rows: tuple[SetRow, ...]


def sets_view(found: CoverSets) -> SetsView:
    """Every set, over how many events."""
    rows = tuple(
        SetRow(each.title, f"/coverage/{each.name}", each.size, each.gaps, each.thin, each.one + each.spare)
        for each in found.sets
    )
    return SetsView(f"What {found.events} events cover", rows)


def of_what(coverage: Coverage) -> str:
    """The set in words: "Amazon's 16 principles"."""
    held = coverage.cover_set
    if held.kind == "kinds":
        return f"the {held.size} kinds of story"
    if held.kind == "questions":
        return f"the {held.size} questions"
    owner = "the" if held.name == "general" else f"{held.title}’s"
    return f"{owner} {held.size} principles"


def coverage_view(coverage: Coverage, sets: CoverSets, page: int = 1, stories: int = 1) -> CoverageView:
    """The matrix in pages: the worst rows first, the stories that carry most first."""
    held = coverage.cover_set
    first, left = (page - 1) * PAGE, (stories - 1) * COLUMNS
    shown, told = coverage.rows[first : first + PAGE], slice(left, left + COLUMNS)
    return CoverageView(
        headline=_headline(coverage),
        lede=_lede(coverage),
        sure=_sure(coverage),
        tabs=tuple(_tab(each, held) for each in sets.sets),
        columns=tuple(
            ColumnView(_short(each.title), each.title, story_url(each.story), each.carries)
            for each in coverage.columns[told]
        ),
        groups=tuple(_groups(coverage, shown, told)),
        rows_named={"kinds": "Kind of story", "questions": "Question"}.get(held.kind, "Principle"),
        spoken=held.kind == "questions",
        earlier=_place(held, page - 1, stories) if page > 1 else "",
        later=_place(held, page + 1, stories) if first + PAGE < len(coverage.rows) else "",
        before=_place(held, page, stories - 1) if stories > 1 else "",
        after=_place(held, page, stories + 1) if left + COLUMNS < len(coverage.columns) else "",
        loop=f"/loop?{urlencode({'company': held.name})}" if held.kind == "principles" else "/loop",
    )


def _place(held: CoverSet, page: int, stories: int) -> str:
    said = {"page": page, "stories": stories}
    query = urlencode({name: number for name, number in said.items() if number > 1})
    return f"/coverage/{held.name}?{query}" if query else f"/coverage/{held.name}"


def _headline(coverage: Coverage) -> str:
    gaps = coverage.cover_set.gaps
    count = "No gap" if gaps == 0 else "One gap" if gaps == 1 else f"{gaps} gaps"
    return f"{count} in {of_what(coverage)}"


def _lede(coverage: Coverage) -> str:
    held = coverage.cover_set
    strong = held.one + held.spare
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
    if len(title) <= _COLUMN:
        return title
    cut = title.rfind(" ", 0, _COLUMN)
    return f"{title[: cut if cut > 0 else _COLUMN]}…"


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
    return RowView(anchor, row.name, url, _hint(row), cells)


def _hint(row: CoverRow) -> str:
    if row.near is not None:
        return _near(row.near)
    if row.group is not Group.GAP:
        return ""
    asks = len(row.asks)
    return (
        f"No story yet. {asks} {'question asks' if asks == 1 else 'questions ask'} for one." if asks else ""
    )


def _near(near: Near) -> str:
    title = near.title.rstrip(".?")
    if not near.missing:
        return f"Nearest: {title}."
    names = ", ".join(slot.name.lower() for slot in near.missing[:2])
    return f"Nearest: {title}. It lacks: {names}."


def _cell(coverage: Coverage, row: CoverRow, held: Held) -> CellView:
    slug = coverage.slugs[held.telling]
    url = f"/coverage/{coverage.cover_set.name}/fit?{urlencode({'story': slug, 'row': row.slug})}"
    return CellView(held.fit.value, WORDS[held.fit], url)


def fit_view(shown: FitShown, set_name: str) -> FitView:
    """One cell with the sentences that show it."""
    stated = shown.stated
    return FitView(
        story=shown.title,
        story_link=story_url(shown.story),
        row=shown.row,
        name=shown.name,
        back=f"/coverage/{quote(set_name, safe='')}#{shown.row.rpartition('/')[2]}",
        fit=shown.match.fit.value,
        word={Fit.ANGLE: "an angle you have not told", Fit.NONE: "no fit"}.get(
            shown.match.fit, WORDS[shown.match.fit]
        ),
        stated=stated is not None,
        because=stated.because if stated is not None else "",
        proofs=tuple((each.quote, each.line, each.why) for each in shown.match.proofs),
        missing=tuple((each.name, each.gist) for each in shown.missing),
    )


@dataclass(frozen=True, slots=True)
class LoopView:
    """What came of simulated loops, under the assumptions it rests on."""

    headline: str
    lede: str
    company: str
    rounds: int
    questions: int
    seed: int
    draws: int
    blamed: tuple[tuple[str, str, str], ...]
    principles: tuple[tuple[str, str], ...]
    missing: tuple[str, ...]
    mended: tuple[tuple[str, str], ...]
    musts: tuple[tuple[str, str], ...]
    assumptions: tuple[str, ...]


def loop_view(report: LoopReport) -> LoopView:
    """The loops in words: facts, with their interval and what they rest on."""
    share = report.short
    per_100 = round(100 * share.count / max(1, share.of))
    return LoopView(
        headline=f"In {per_100} of 100 loops a question finds no fresh, strong story",
        lede=(
            f"{report.draws:,} loops of {report.rounds} rounds with {report.questions} questions each,"
            f" drawn for {report.company or 'any company'} (seed {report.seed}). The true share lies between"
            f" {100 * share.low:.1f} and {100 * share.high:.1f} in 95 of 100 cases."
        ),
        company=report.company,
        rounds=report.rounds,
        questions=report.questions,
        seed=report.seed,
        draws=report.draws,
        blamed=tuple(_blamed(each) for each in report.blamed),
        principles=tuple((each.name, _left(each)) for each in report.principles),
        missing=tuple(_missing(each) for each in report.missing),
        mended=tuple((story_url(each.story), _mended(each)) for each in report.mended),
        musts=tuple((each.name, ", ".join(each.stories) or "none yet") for each in report.musts),
        assumptions=report.assumptions,
    )


def _blamed(each: Blamed) -> tuple[str, str, str]:
    return each.name, question_url(each.slug), _left(each)


def _left(each: Blamed) -> str:
    why = "the stories that fit had been told" if each.has else "no strong story fits"
    return f"left open in {each.left:,} of {each.asked:,}: {why}"


def _missing(each: Help) -> str:
    return f"One more story of {each.name.lower()}: {_gain(each)}. For example: {each.example}"


def _mended(each: Help) -> str:
    return f"Tell “{each.name.lower()}” in {each.story}: {_gain(each)}"


def _gain(each: Help) -> str:
    """What it would change in the same loops: how many are whole now, or at least questions answered."""
    if each.loops:
        return f"{each.loops:,} more loops without an open question"
    return f"{each.questions:,} more questions find a story"
