"""The cache: what was put is there until it is cleared, and where nothing can be kept all works without."""

from __future__ import annotations

from pathlib import Path

from starling import wiring
from starling.adapters.cache import FolderCache
from starling.settings import Settings
from starling.usecases.glance import glances
from starling.usecases.init_prep import init_prep


def test_what_was_put_is_there_until_it_is_cleared(tmp_path: Path) -> None:
    """
    The last thing under a name is what is found there, and a cleared cache is an empty one.
    """
    cache = FolderCache(tmp_path)
    for data in (b"one", b"two"):
        cache.put("glances", data)

    assert (b"two", None) == (cache.get("glances"), cache.get("other"))
    assert (1, 0, None) == (cache.clear(), cache.clear(), cache.get("glances"))


def test_a_folder_that_cannot_be_written_has_no_cache_and_works(tmp_path: Path) -> None:
    """
    Where a file stands in the way of the cache everything is worked out each time, and nothing is said.
    """
    init_prep(wiring.home(tmp_path), str(tmp_path))
    (tmp_path / ".starling").write_text("in the way")
    work = wiring.open_workspace(tmp_path, Settings())
    work.stories.add("late", "# Late\n\n## Situation\n\nIt was late.\n")

    assert ["late"] == [each.slug for each in glances(work)] == [each.slug for each in glances(work)]
    assert work.cache.get("glances.json") is None
