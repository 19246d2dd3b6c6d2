"""How well stories are matched to the questions and principles that their authors link them to.

    python -m benchmarks.eval_matching [CORPUS_DIR] [--errors] [--embeddings FOLDER]

For each question or principle that an author links, the author's own stories are ranked; what states the
link (question, tags, notes, a title that says it) is taken off every story first, for all methods alike.
Recall at k is the share of the linked stories among the first k (of k, where more are linked), ties shared
out; first the mean of each author, then of the authors with at least four stories. "No story" takes the
linked stories out and asks whether the rest is called strong. The 120 re-wordings of tests/matching are
held against the stories of examples/bank. With the folder of a sentence model (or STARLING_EMBEDDINGS) it
is measured too, alone and within.
"""

from __future__ import annotations

import argparse
import os
import tomllib
from collections import defaultdict
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path
from statistics import mean
from typing import Literal

from benchmarks.matching_baselines import Scorer, bm25, overlap
from benchmarks.matching_corpus import LEAST, Link, load
from benchmarks.matching_corpus import Bank as Author
from starling.adapters.embeddings.folder import FolderEmbedder
from starling.content import bank
from starling.matching.asked_before import Bank
from starling.matching.demand import Demand, content, of_text
from starling.matching.features import Features, read_features
from starling.matching.fit import Fit
from starling.matching.score import cell, score
from starling.model.story import Story
from starling.prep.meaning import Meaning
from starling.text.story_format import parse

ROOT = Path(__file__).resolve().parents[1]
DEFAULT = ROOT / ".." / "shared" / "corpus"
Kind = Literal["question", "principle"]
KINDS: tuple[Kind, ...] = ("question", "principle")

Method = Callable[[Sequence[Story], Kind], Scorer]


def _text(story: Story) -> str:
    return " ".join((story.title, *(part.text for part in story.parts)))


@cache
def _bank() -> Bank:
    return Bank(bank.questions(), content)


@cache
def _demand(text: str, kind: Kind) -> Demand:
    return of_text(text, _bank(), kind)


@cache
def _features(story: Story) -> Features:
    return read_features(story)


def ours(stories: Sequence[Story], kind: Kind) -> Scorer:
    """The score of the matching room."""
    read = [_features(story) for story in stories]
    return lambda asked: [score(_demand(asked, kind), each) for each in read]


class _Nowhere:
    """A cache that keeps nothing (port: Cache)."""

    def get(self, _name: str) -> None:
        return None

    def put(self, _name: str, _data: bytes) -> None:
        return None

    def clear(self) -> int:
        return 0


def model_alone(meaning: Meaning) -> Method:
    """What the model says by itself."""
    return lambda stories, kind: (
        lambda asked: [each.lift for each in meaning.near(_demand(asked, kind), stories)]
    )


def with_model(meaning: Meaning) -> Method:
    """The score of the matching room with what the model adds."""
    return lambda stories, kind: (
        lambda asked: [
            score(_demand(asked, kind), _features(story), near.lift)
            for story, near in zip(stories, meaning.near(_demand(asked, kind), stories), strict=True)
        ]
    )


METHODS: dict[str, Method] = {
    "BM25 (k1 1.2, b .75)": lambda stories, _: bm25([_text(story) for story in stories]),
    "keyword overlap": lambda stories, _: overlap([_text(story) for story in stories]),
    "starling": ours,
}


def recall(scores: Sequence[float], slugs: Sequence[str], linked: frozenset[str], first: int) -> float:
    """The share of the linked stories among the *first*; stories of one score share the places left."""
    free, hits = float(first), 0.0
    for value in sorted(set(scores), reverse=True):
        tied = [slug for slug, each in zip(slugs, scores, strict=True) if each == value]
        taken = min(1.0, max(0.0, free) / len(tied))
        hits += taken * sum(slug in linked for slug in tied)
        free -= len(tied)
    return hits / min(first, len(linked))


def recalls(authors: Sequence[Author], method: Method, kind: Kind) -> list[list[float]]:
    """For each author the mean recall at 1 and at 3."""
    rows = []
    for author in authors:
        links = [link for link in author.links if link.kind == kind]
        scorer = method(author.stories, kind)
        slugs = [story.slug for story in author.stories]
        found = [
            [recall(scorer(link.text), slugs, link.stories, first) for first in (1, 3)] for link in links
        ]
        if found:
            rows.append([mean(column) for column in zip(*found, strict=True)])
    return rows


def decisions(authors: Sequence[Author], kind: str, meaning: Meaning) -> tuple[float, float, float, float]:
    """How often the rest has none strong, and the whole bank one; linked strong; linked at least partly."""
    rows: dict[str, list[tuple[float, ...]]] = defaultdict(list)
    for author in authors:
        for link in author.links:
            row = _decided(author, link, meaning) if link.kind == kind else None
            if row is not None:
                rows[author.author].append(row)
    means = [[mean(column) for column in zip(*found, strict=True)] for found in rows.values()]
    none, some, strong, partly = (mean(column) for column in zip(*means, strict=True))
    return none, some, strong, partly


def _decided(author: Author, link: Link, meaning: Meaning) -> tuple[float, ...] | None:
    demand = _demand(link.text, "question" if link.kind == "question" else "principle")
    near = meaning.near(demand, author.stories)
    fits = {
        story.slug: cell(demand, _features(story), each.lift).fit
        for story, each in zip(author.stories, near, strict=True)
    }
    rest = [fit for slug, fit in fits.items() if slug not in link.stories]
    if not rest:
        return None
    linked = [fits[slug] for slug in link.stories]
    return (
        float(Fit.STRONG not in rest),
        float(Fit.STRONG in fits.values()),
        mean(fit is Fit.STRONG for fit in linked),
        mean(fit in (Fit.STRONG, Fit.PARTLY) for fit in linked),
    )


def rewordings(method: Method) -> tuple[float, list[str]]:
    """The share of the re-wordings with a right story among the first three, and those without."""
    pages = sorted((ROOT / "examples" / "bank" / "stories").glob("*.md"))
    stories = [parse(page.read_text("utf-8"), page.stem)[0] for page in pages]
    table = tomllib.loads((ROOT / "tests" / "matching" / "rewordings.toml").read_text("utf-8"))["rewording"]
    scorer, slugs = method(stories, "question"), [story.slug for story in stories]
    missed = []
    for row in table:
        scores = scorer(row["question"])
        first = sorted(range(len(slugs)), key=lambda place: (-scores[place], slugs[place]))[:3]
        if not {slugs[place] for place in first if scores[place] > 0} & set(row["stories"]):
            missed.append(row["question"])
    return 1 - len(missed) / len(table), missed


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("corpus", nargs="?", type=Path, default=DEFAULT)
    parser.add_argument("--errors", action="store_true", help="list the links that are missed")
    default = os.environ.get("STARLING_EMBEDDINGS", "")
    parser.add_argument("--embeddings", default=default, help="the folder of a sentence model")
    asked = parser.parse_args()
    meaning = Meaning(FolderEmbedder(Path(asked.embeddings)) if asked.embeddings else None, _Nowhere())
    more = {"the model alone": model_alone(meaning), "starling with it": with_model(meaning)}
    methods = METHODS | (more if asked.embeddings else {})
    authors = [each for each in load(asked.corpus) if len(each.stories) >= LEAST]
    for kind in KINDS:
        print(f"\n{kind} -> story{'':14} recall@1  recall@3  authors")
        for name, method in methods.items():
            rows = recalls(authors, method, kind)
            one, three = (mean(column) for column in zip(*rows, strict=True))
            print(f"  {name:24} {one:8.3f}  {three:8.3f}  {len(rows):7}")
    print(
        "\nno story left: none strong | whole bank: some strong | linked: strong | linked: strong or partly"
    )
    without = Meaning(None, _Nowhere())
    for name, each_meaning in [
        ("starling", without),
        *([("starling with it", meaning)] if meaning.name else []),
    ]:
        for kind in KINDS:
            row = decisions(authors, kind, each_meaning)
            print(f"  {name + ', ' + kind:28} " + "  ".join(f"{each:.3f}" for each in row))
    print("\nre-wordings answered in the first three")
    for name, method in methods.items():
        print(f"  {name:24} {rewordings(method)[0]:8.3f}")
    if asked.errors:
        _errors(authors)


def _errors(authors: Sequence[Author]) -> None:
    for author in authors:
        slugs = [story.slug for story in author.stories]
        for link in author.links:
            kind: Kind = "question" if link.kind == "question" else "principle"
            scores = ours(author.stories, kind)(link.text)
            if recall(scores, slugs, link.stories, 3) < 1:
                print(f"  {author.author}  {kind}  {link.text[:80]}  {sorted(link.stories)[:3]}")


if __name__ == "__main__":
    main()
