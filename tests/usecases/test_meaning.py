"""Matching with a sentence model in a folder: the evidence, what is kept, and matching without one."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from starling import wiring
from starling.adapters.embeddings.folder import FolderEmbedder
from starling.matching.fit import Fit
from starling.model.problem import UsageError
from starling.ports import Workspace
from starling.prep.material import cells, read_material
from starling.settings import Settings, read_settings
from starling.usecases.coverage import cover
from starling.usecases.matching import match_question
from tests.adapters import models

PAGES = sorted((Path(__file__).parents[2] / "examples" / "bank" / "stories").glob("*.md"))
MISTAKE = "Tell me about a time you made a mistake."

HORSES = """# The ponies

## Situation

It rained on Tuesday. The brown foal limped.

## Action

I walked it home. The vet was late.

## Result

We ate soup.
"""


class Listening:
    """A model to which some texts mean one thing and all others another; it remembers what it read."""

    def __init__(self, alike: Sequence[str], name: str = "one") -> None:
        self.name, self._alike, self.read = name, frozenset(alike), list[str]()

    def embed(self, texts: Sequence[str]) -> tuple[bytes, ...]:
        """One byte for each text."""
        self.read += texts
        return tuple(b"1" if each in self._alike else b"0" for each in texts)

    def cosines(self, asked: Sequence[bytes], told: Sequence[bytes]) -> tuple[tuple[float, ...], ...]:
        """1 for the same meaning, 0 for another."""
        return tuple(tuple(float(one == other == b"1") for other in asked) for one in told)


@pytest.fixture
def full(work: Workspace) -> Workspace:
    """A prep folder with the stories of the example bank."""
    for page in PAGES:
        work.stories.add(page.stem, page.read_text("utf-8"))
    return work


def test_a_random_model_in_a_folder_gives_the_same_answer_every_time(full: Workspace, tmp_path: Path) -> None:
    """
    With a model that the settings name, the same question has the same answer, from the cache or not.
    """
    models.make(tmp_path / "models" / "tiny")
    settings = read_settings('embeddings = "models/tiny"', {})
    work = wiring.open_workspace(tmp_path, settings)

    first, again = match_question(work, MISTAKE), match_question(work, MISTAKE)
    work.cache.clear()
    anew = match_question(work, MISTAKE)
    rows = [list(row) for row in cells(work, read_material(work))]
    kept = [list(row) for row in cells(work, read_material(work))]

    assert first == again == anew
    assert rows == kept
    assert first != match_question(full, MISTAKE)


def test_a_story_without_a_shared_word_is_found_and_shown_by_its_nearest_sentences(work: Workspace) -> None:
    """
    A fit that rests on meaning alone quotes the nearest sentence on its line, says so, and is never strong.
    """
    work.stories.add("ponies", HORSES)
    asked = "How did you look after someone?"
    near = Listening((asked, "The brown foal limped.", "I walked it home.", "The vet was late."))
    (found,) = match_question(replace(work, embedder=near), asked).stories

    assert () == match_question(work, asked).stories
    assert Fit.PARTLY is found.match.fit
    assert ("The brown foal limped.", 5, "near in meaning") == (
        found.match.proofs[0].quote,
        found.match.proofs[0].line,
        found.match.proofs[0].why,
    )


def test_a_sentence_is_read_once(full: Workspace) -> None:
    """
    The model reads every sentence once; after an edit it reads the new sentence alone.
    """
    model = Listening(())
    work = replace(full, embedder=model)
    cells(work, read_material(work))
    cover(work, "amazon")
    cells(work, read_material(work))
    before = list(model.read)
    page = full.stories.get(PAGES[0].stem)
    assert page is not None
    full.stories.save(page.slug, page.text.rstrip() + "\n\nThe brown foal limped.\n", page.seen)
    cells(work, read_material(work))

    assert len(set(before)) == len(before)
    assert ["The brown foal limped."] == model.read[len(before) :]


def test_another_model_is_asked_anew(full: Workspace) -> None:
    """
    Nothing that one model said is taken for what another says, and a spoilt cache is read as none.
    """
    one, other = Listening((), "one"), Listening((), "other")
    for model in (one, other):
        work = replace(full, embedder=model)
        cells(work, read_material(work))
    read = list(one.read)
    full.cache.put("meaning-vectors", b'{"name": "other", "marks": [1, 2]}\n123')
    full.cache.put("matching-cells", b"")
    cells(replace(full, embedder=other), read_material(replace(full, embedder=other)))

    assert read * 2 == other.read


def test_a_row_says_what_a_match_says(full: Workspace) -> None:
    """
    Coverage and a single question agree about a fit, with a model as without.
    """
    story = next(page for page in PAGES if page.stem == "the-price-in-cents")
    full.stories.delete(story.stem, next(k.seen for k in full.stories.all() if k.slug == story.stem))
    full.stories.add("ponies", HORSES)
    material = read_material(full)
    wanted = material.demands[3]
    near = Listening((wanted.text, "The brown foal limped.", "I walked it home.", "The vet was late."))
    work = replace(full, embedder=near)
    with_model = read_material(work)
    place = [each.slug for each in with_model.stories].index("ponies")
    cell = cells(work, with_model)[place][3]

    assert Fit.NONE is cells(full, material)[place][3].fit
    assert (Fit.PARTLY, cell.score) == (cell.fit, with_model.explain(wanted, place).score)


@pytest.mark.parametrize("said", ["models/none", "~nobody-of-this-name/model"])
def test_a_folder_that_is_not_there_is_said_when_stories_are_matched(
    work: Workspace, tmp_path: Path, said: str
) -> None:
    """
    A setting that names no model stops matching with what to do, and nothing else of the prep folder.
    """
    opened = wiring.open_workspace(tmp_path, Settings(embeddings=said))
    with pytest.raises(UsageError) as refused:
        match_question(opened, MISTAKE)

    assert str(tmp_path / said) == refused.value.where
    assert () == opened.stories.all() == work.stories.all()


@pytest.mark.parametrize(("said", "folder"), [("", None), ("  ", None), ("models/tiny", FolderEmbedder)])
def test_a_model_is_used_only_where_it_is_named(tmp_path: Path, said: str, folder: type | None) -> None:
    """
    Without the setting there is no model.
    """
    embedder = wiring.open_workspace(tmp_path, Settings(embeddings=said)).embedder

    assert folder is (embedder and type(embedder))


def test_without_the_setting_numpy_stays_out(full: Workspace) -> None:
    """
    Matching and coverage by words import no numpy.
    """
    program = (
        "import sys\n"
        "from pathlib import Path\n"
        "from starling import wiring\n"
        "from starling.usecases.coverage import coverage_sets\n"
        "from starling.usecases.matching import match_question\n"
        f"folder = Path({full.where!r})\n"
        "work = wiring.open_workspace(folder, wiring.load_settings(folder, {}))\n"
        f"assert match_question(work, {MISTAKE!r}).stories and coverage_sets(work).sets\n"
        "sys.stdout.write(str('numpy' in sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)

    assert ("False", "") == (done.stdout, done.stderr)
