"""Notes in, stories and everything else out: the one way into the importer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from starling.model.notes import Notes, Region, RegionKind
from starling.model.story import CORE, Line, Part, Story
from starling.text.notes import finds, formats
from starling.text.notes.above import Page
from starling.text.notes.accounts import Answer
from starling.text.notes.answers import find_answers
from starling.text.notes.draft import Draft
from starling.text.notes.elsewhere import is_elsewhere, is_patients
from starling.text.notes.facts import Facts, read_facts
from starling.text.notes.front import read_front
from starling.text.notes.furniture import without_furniture
from starling.text.notes.judge import has_happened, in_own_voice, is_jotted, is_told_by_me, is_whole, judge
from starling.text.notes.marks import Mark, marks
from starling.text.notes.regions import begins, cover, span
from starling.text.notes.split import one_label_a_line
from starling.text.notes.stories import find_drafts
from starling.text.words import words

_TITLE = 7
"""Words of a story that become its title where its author gave none."""


def read_notes(text: str, source: str = "") -> Notes:
    r"""Everything that *text* holds, whose line ends are ``\n``; never raises on a text.

    *source* is its file name ("" for pasted text) and tells its format. The regions cover lines 1 to n
    without gap or overlap.
    """
    lines, problems = formats.to_lines(text, source)
    lines = without_furniture(lines)
    marked, pieces = marks(lines), one_label_a_line(lines)
    found = _find_stories(marked if pieces == lines else marks(pieces), source)
    rest = finds.find_rest(marked, found.regions)
    count = text.count("\n") + 1
    ends = [len(line) + 1 for line in text.split("\n")]
    return replace(
        rest,
        source=source,
        lines=count,
        stories=tuple(_inside(story, ends) for story in found.stories),
        answers=tuple(_inside(answer, ends) for answer in found.answers),
        regions=cover([*found.regions, *rest.regions], lines, count),
        problems=(*problems, *rest.problems),
    )


def _inside(story: Story, ends: Sequence[int]) -> Story:
    """*story* with every line at a place in the text, also where a format told it anew on fewer lines."""
    if all(line.column <= ends[line.number - 1] for part in story.parts for line in part.lines):
        return story
    parts = (replace(part, lines=tuple(_placed(line, ends) for line in part.lines)) for part in story.parts)
    return replace(story, parts=tuple(parts))


def _placed(line: Line, ends: Sequence[int]) -> Line:
    return replace(line, column=min(line.column, ends[line.number - 1]))


@dataclass
class Found:
    """The stories and answers of a page, and the lines that they take."""

    stories: list[Story] = field(default_factory=list)
    answers: list[Story] = field(default_factory=list)
    regions: list[Region] = field(default_factory=list)


def find_stories(lines: Sequence[Line], source: str = "") -> Found:
    """The stories in *lines*, the answers that are not told in parts, and their regions in order."""
    return _find_stories(marks(one_label_a_line(lines)), source)


def _find_stories(found: tuple[Mark, ...], source: str) -> Found:
    page, drafts = Page(found), find_drafts(found)
    told, regions, busy, heads = _Told(), list[Region](), [False] * len(found), set[int]()
    for draft, facts in zip(drafts, _separated(page, drafts), strict=True):
        parts = draft.read(found)
        kind = _kind(page, draft, facts, parts)
        if kind is None:
            continue
        begin = begins(found, facts, draft.first, told=kind is RegionKind.STORY)
        if kind is RegionKind.STORY:
            heads.update(range(min(begin, facts.first), draft.first))
        busy[begin : draft.last] = [True] * (draft.last - begin)
        read_facts(found, range(draft.first, draft.last), facts)
        story = _story(facts, parts, found[facts.first].line.number, source)
        first, last = span(found[begin : draft.last])
        # A legend on one line ("S: Situation, T: Task, ...") has no room for blanks to fill in.
        kind = RegionKind.METHOD if kind is RegionKind.TEMPLATE and first == last else kind
        regions.append(Region(kind, first, last, story.title))
        if kind is RegionKind.STORY:
            told.add(story)
    answers = find_answers(found, busy, heads)
    regions.extend(_answer_region(found, answer) for answer in answers)
    regions.sort(key=lambda region: (region.first, region.last))
    return Found(told.stories, [_unsegmented(found, answer, source) for answer in answers], regions)


def _separated(page: Page, drafts: Sequence[Draft]) -> list[Facts]:
    """What stands above each draft; a draft ends where the lines above the next one begin."""
    above: list[Facts] = []
    floor = 0
    for number, draft in enumerate(drafts):
        facts = page.above(draft.first, floor)
        if number:
            drafts[number - 1].cut(facts.first)
        above.append(facts)
        floor = draft.floor(page.marks)
    if len(drafts) == 1:
        read_front(page.marks, above[0])
    return above


def _kind(page: Page, draft: Draft, facts: Facts, parts: tuple[Part, ...]) -> RegionKind | None:
    """What a draft is; outside pages of interview notes its labels must be STAR's own words to count."""
    announced = page.about_stories(draft.first)
    expected = facts.question is not None or announced
    heads, mine = (facts.title, *page.headings(draft.first)), is_told_by_me(parts)
    own = (mine and has_happened(parts)) or (announced and is_jotted(parts))
    stray = facts.question is None and not own
    if is_patients(page.marks, draft) or (stray and is_elsewhere(page.marks, draft, parts, heads)):
        return None
    headed = draft.form == "heading"
    sure = expected or in_own_voice(parts, headed=headed) or is_whole(parts)
    least = 0 if sure else 1 if (mine or is_jotted(parts)) and not headed else 2
    return judge(parts, page.heading(draft.first), least=least, expected=expected)


def _story(facts: Facts, parts: tuple[Part, ...], line: int, source: str) -> Story:
    return Story(
        title=facts.title or _first_words(parts),
        parts=parts,
        question=facts.question,
        project=facts.project,
        tags=tuple(dict.fromkeys(facts.tags)),
        serves=tuple(dict.fromkeys(facts.serves)),
        source=source,
        line=line,
        notes=facts.notes,
    )


def _unsegmented(found: Sequence[Mark], answer: Answer, source: str) -> Story:
    """An answer as the model keeps it: one part of no kind, whose parts nobody has told apart yet."""
    return Story(
        title=answer.title or answer.question or _first_words((answer.part,)),
        parts=(answer.part,),
        question=answer.question,
        source=source,
        line=found[answer.first].line.number,
        confidence=0.0,
    )


def _answer_region(found: Sequence[Mark], answer: Answer) -> Region:
    first, last = span(found[answer.first : answer.last])
    return Region(RegionKind.ANSWER, first, last, answer.title or answer.question or "")


class _Told:
    """The stories so far; one that is told again word for word serves its other question instead."""

    def __init__(self) -> None:
        self.stories: list[Story] = []
        self._index: dict[tuple[object, ...], int] = {}

    def add(self, story: Story) -> None:
        """Keep a story, or join it to the same telling."""
        index = self._index.setdefault(_telling(story), len(self.stories))
        if index == len(self.stories):
            self.stories.append(story)
            return
        first = self.stories[index]
        asked = (story.question,) if story.question is not None and story.question != first.question else ()
        self.stories[index] = replace(
            first,
            tags=tuple(dict.fromkeys((*first.tags, *story.tags))),
            serves=tuple(dict.fromkeys((*first.serves, *asked, *story.serves))),
        )


def _telling(story: Story) -> tuple[object, ...]:
    """The words of each part, by which two tellings are the same."""
    parts = (part for part in story.parts if part.kind in CORE)
    return tuple((part.kind, tuple(word.lower for word in words(part.text))) for part in parts)


def _first_words(parts: Sequence[Part]) -> str:
    """The first words of a story that nobody gave a title."""
    text = next((part.text for part in parts if part.text.strip()), "")
    found = words(text[:400])[:_TITLE]
    return text[found[0].start : found[-1].end] if found else ""
