"""How well the importer reads a corpus: stories, part texts, questions and tags against the gold.

    python -m benchmarks.eval_import [CORPUS_DIR] [--errors] [--kinds personal,student]

A predicted story is matched to the gold story of the same file with which it shares most
words, one to one, and counts as found from half of the words on (F1). A part is right
when its words are the gold's words in order, markup and white space aside; a part that
the gold does not have counts as wrong. A question is right when the gold holds it, or
when the story's own text says "Question:" before it. A tag may also stand as the title.
"""

from __future__ import annotations

import argparse
import time
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.corpus import PARTS, Gold, Source, load
from starling.model.story import PartKind, Story
from starling.text.notes import read_notes
from starling.text.plain import plain
from starling.text.words import words

DEFAULT = Path(__file__).resolve().parents[1] / ".." / "shared" / "corpus"
FOUND = 0.5
"""Share of words (F1) from which a predicted story is the gold story."""
LIKE = 0.9
"""Share of words (F1) from which a question is the gold question."""
OWN_KINDS = ("personal", "student", "project")
"""Kinds of which the gold holds every story; of long guides ("sample") it holds only some."""
EMPTY_KINDS = ("negative", "questions", "mapping")
"""Kinds in which there is no story to find."""
GOALS = {
    "stories: recall": ">= .97",
    "stories: precision, where the gold is whole": ">= .97",
    "stories: precision, every source": "",
    "part texts right": ">= .97",
    "stated question found": ">= .90",
    "stated question found, as the gold has it": "",
    "tags found": ">= .85",
    "tags: precision": "",
    "titles found": "",
    "sources without stories read as such": "all",
}


@dataclass
class Tally:
    """Right and possible, and what went wrong."""

    right: int = 0
    of: int = 0
    errors: list[str] = field(default_factory=list)

    def share(self) -> float:
        """Right of possible; 1 where nothing was possible."""
        return self.right / self.of if self.of else 1.0


class Figures:
    """What is measured: a tally for each goal, and the seconds that reading took."""

    def __init__(self) -> None:
        self.tallies = {what: Tally() for what in GOALS}
        self.seconds = 0.0

    def add(self, what: str, error: str, *, right: bool) -> None:
        """Count one; keep *error* where it is not *right*."""
        tally = self.tallies[what]
        tally.right += right
        tally.of += 1
        if not right:
            tally.errors.append(error)


def bag(text: str) -> list[str]:
    """The words of *text*, markup aside, in order."""
    return [word.lower for word in words(plain(text).replace("*", " ").replace("`", " "))]


def likeness(left: Iterable[str], right: Iterable[str]) -> float:
    """F1 of two bags of words, from 0 to 1."""
    one, other = Counter(left), Counter(right)
    total = sum(one.values()) + sum(other.values())
    return 2 * sum((one & other).values()) / total if total else 0.0


def part_text(story: Story | None, name: str) -> str | None:
    """The text of all parts of this kind, or None where there is none or it is empty."""
    parts = story.parts if story is not None else ()
    text = "\n".join(part.text for part in parts if part.kind == PartKind(name))
    return text if bag(text) else None


def pair(gold: tuple[Gold, ...], stories: tuple[Story, ...]) -> dict[str, Story]:
    """Each gold story's best match by its id, one to one, best pairs first."""
    golds = [bag(" ".join(text for text in one.parts.values() if text)) for one in gold]
    bags = [bag(" ".join(part_text(story, name) or "" for name in PARTS)) for story in stories]
    ranked = sorted(
        (-likeness(wanted, got), number, index)
        for number, wanted in enumerate(golds)
        for index, got in enumerate(bags)
    )
    matched: dict[int, int] = {}
    for score, number, index in ranked:
        if -score >= FOUND and number not in matched and index not in matched.values():
            matched[number] = index
    return {gold[number].id: stories[index] for number, index in matched.items()}


def measure(sources: Iterable[Source]) -> Figures:
    """Read every source and count."""
    figures = Figures()
    for source in sources:
        started = time.perf_counter()
        stories = read_notes(source.text, source.name).stories
        figures.seconds += time.perf_counter() - started
        if source.kind in EMPTY_KINDS:
            titles = "; ".join(story.title for story in stories)
            error = f"{source.name}: invented {titles}"
            figures.add("sources without stories read as such", error, right=not stories)
        else:
            _compare_all(figures, source, stories)
    return figures


def _compare_all(figures: Figures, source: Source, stories: tuple[Story, ...]) -> None:
    matched = pair(source.stories, stories)
    kept = {id(story) for story in matched.values()}
    for story in stories:
        error = f"{source.name}:{story.line}: not in the gold: {story.title}"
        figures.add("stories: precision, every source", error, right=id(story) in kept)
        if source.kind in OWN_KINDS:
            figures.add("stories: precision, where the gold is whole", error, right=id(story) in kept)
    for gold in source.stories:
        found, where = matched.get(gold.id), f"{source.name} {gold.id}"
        error = f"{where}: missed: {gold.title}"
        figures.add("stories: recall", error, right=found is not None)
        _compare_parts(figures, where, gold, found)
        _compare_question(figures, where, gold, found)
        _compare_names(figures, where, gold, found)


def _compare_parts(figures: Figures, where: str, gold: Gold, story: Story | None) -> None:
    for name in PARTS:
        wanted, got = gold.parts[name], part_text(story, name)
        if wanted is not None or got is not None:
            right = wanted is not None and got is not None and bag(wanted) == bag(got)
            figures.add("part texts right", f"{where} {name}: {_difference(wanted, got)}", right=right)
    merged = [PartKind(name) for name in PARTS if name[0].upper() in gold.merged]
    if merged:
        part = story.part(merged[0]) if story is not None else None
        right = part is not None and set(merged[1:]) <= set(part.also)
        figures.add("part texts right", f"{where}: {gold.merged} not merged", right=right)


def _compare_question(figures: Figures, where: str, gold: Gold, story: Story | None) -> None:
    if gold.question is None:
        return
    asked = (story.question or "") if story is not None else ""
    right = likeness(bag(gold.question), bag(asked)) >= LIKE
    stated = bool(asked) and f" question {' '.join(bag(asked))} " in f" {' '.join(bag(gold.text))} "
    error = f"{where}: {gold.question!r} / {asked!r}"
    figures.add("stated question found, as the gold has it", error, right=right)
    figures.add("stated question found", error, right=right or stated)


def _compare_names(figures: Figures, where: str, gold: Gold, story: Story | None) -> None:
    """Compare tags and title."""
    wanted = {tuple(bag(tag)) for tag in gold.tags}
    got = {tuple(bag(tag)) for tag in (*story.tags, *story.serves, story.title)} if story else set()
    for tag in gold.tags:
        figures.add("tags found", f"{where}: {tag!r} not found", right=tuple(bag(tag)) in got)
    if story is None:
        return
    for tag in story.tags:
        error = f"{where}: {tag!r} not in the gold"
        figures.add("tags: precision", error, right=tuple(bag(tag)) in wanted)
    if gold.title:
        right = set(bag(story.title)) <= set(bag(gold.title)) and bool(bag(story.title))
        figures.add("titles found", f"{where}: {gold.title!r} / {story.title!r}", right=right)


def _difference(wanted: str | None, got: str | None) -> str:
    """Where two texts part, in a few words."""
    left, right = bag(wanted or ""), bag(got or "")
    pairs = zip(left, right, strict=False)
    same = next(
        (place for place, (one, other) in enumerate(pairs) if one != other), min(len(left), len(right))
    )
    ends = (f"…{' '.join(side[same : same + 10])} ({len(side)})" for side in (left, right))
    return "gold {} / {}".format(*ends)


def show(figures: Figures, sources: list[Source], *, errors: bool) -> None:
    """Print the table, after every error where *errors* are wanted."""
    for what, tally in figures.tallies.items() if errors else ():
        print(f"\n{what}", *tally.errors, sep="\n  ")
    count = sum(len(source.stories) for source in sources)
    authors = len({source.author for source in sources})
    print(f"\n{len(sources)} sources by {authors} authors, {count} gold stories, {figures.seconds:.2f} s")
    print(f"{'what':<46}{'share':>7}{'right':>8}{'of':>7}  must reach")
    for what, tally in figures.tallies.items():
        print(f"{what:<46}{tally.share():>7.3f}{tally.right:>8}{tally.of:>7}  {GOALS[what]}")


def main() -> None:
    """Measure a corpus."""
    parser = argparse.ArgumentParser(description="Measure the importer on a corpus of notes.")
    parser.add_argument("corpus", nargs="?", type=Path, default=DEFAULT, help="folder with stories.jsonl")
    parser.add_argument("--errors", action="store_true", help="also print what went wrong, and where")
    parser.add_argument("--kinds", default="", help="only sources of these kinds (personal,student)")
    arguments = parser.parse_args()
    kinds = set(filter(None, arguments.kinds.split(",")))
    sources = [source for source in load(arguments.corpus) if not kinds or source.kind in kinds]
    show(measure(sources), sources, errors=arguments.errors)


if __name__ == "__main__":
    main()
