"""Writers in processes of their own: side by side none loses anything, none leaves a page half-written."""

from __future__ import annotations

import subprocess
import sys
from itertools import groupby
from pathlib import Path

from starling.adapters.acceptances import FolderAcceptances
from starling.adapters.folder import FolderQuestions, FolderStories
from starling.adapters.papers import FolderPapers

ROUNDS = 25
BEGIN = f"""
import sys
from pathlib import Path
from starling.adapters.acceptances import FolderAcceptances
from starling.adapters.folder import FolderQuestions, FolderStories
from starling.model.prep import Acceptance
from starling.model.problem import ConflictError

home, name = Path(sys.argv[1]), sys.argv[2]
print("ready", flush=True)
sys.stdin.readline()
for said in [f"{{name}}-{{number}}" for number in range({ROUNDS})]:
"""
SAVE = """
    page = FolderStories(home).get("late")
    try:
        FolderStories(home).save("late", f"{page.text}{said}\\n", page.seen)
        print(said)
    except ConflictError:
        pass
"""
ADD = """
    FolderAcceptances(home).add(Acceptance(said, "too-long", "", "2026-11-21"))
    FolderQuestions(home).add([{"slug": said, "text": "Why?"}])
"""
CUT = """
import os, signal, sys
from pathlib import Path
from starling.adapters.folder import FolderStories

CHANGES = {"open", "write", "flush", "fsync", "close", "chmod", "rename", "replace", "link", "unlink"}
stories, new = FolderStories(Path(sys.argv[1])), sys.stdin.read()
page = stories.get("late")
step = status = -1
while status != 0:
    step += 1
    child = os.fork()
    if child == 0:
        left = step
        def cut(frame, event, argument):
            global left
            left -= event in ("c_call", "c_return") and argument.__name__ in CHANGES
            if left < 0:
                os.kill(os.getpid(), signal.SIGKILL)
        sys.setprofile(cut)
        stories.save("late", new, page.seen)
        sys.setprofile(None)
        os._exit(0)
    _, status = os.waitpid(child, 0)
    found = Path(page.where).read_bytes()
    print({page.text.encode(): "old", new.encode(): "new"}.get(found, f"torn after step {step}"))
    Path(page.where).write_text(page.text)
"""
FULL = """
import resource, sys
from pathlib import Path
from starling.adapters.folder import FolderStories
from starling.model.problem import UsageError

stories = FolderStories(Path(sys.argv[1]))
resource.setrlimit(resource.RLIMIT_FSIZE, (50_000, 50_000))
try:
    stories.save("late", sys.stdin.read(), stories.get("late").seen)
except UsageError as error:
    print(error.what)
"""


def beside_one_another(home: Path, work: str) -> list[str]:
    """
    What two processes say that do the same at the same time.
    """
    command = [sys.executable, "-c", BEGIN + work, str(home)]
    pipe = subprocess.PIPE
    both = [subprocess.Popen([*command, name], stdin=pipe, stdout=pipe, text=True) for name in ("one", "two")]
    for each in both:
        assert each.stdout is not None
        assert "ready\n" == each.stdout.readline()
    for each in both:
        assert each.stdin is not None
        each.stdin.write("go\n")
        each.stdin.flush()
    said = "".join(each.communicate(timeout=60)[0] for each in both)
    assert [0, 0] == [each.returncode for each in both]
    return said.splitlines()


def test_two_that_save_one_story_overwrite_nothing(tmp_path: Path) -> None:
    """
    What was saved is on the page, line by line, and what was refused was kept beside it.
    """
    stories = FolderStories(tmp_path)
    first = stories.add("late", "# Late\n\n").text

    saved = beside_one_another(tmp_path, SAVE)
    (page,) = stories.all()
    aside = len(list((tmp_path / "stories").glob("late.conflict-*.md")))

    assert sorted(saved) == sorted(page.text.removeprefix(first).splitlines())
    assert 2 * ROUNDS == len(saved) + aside


def test_two_that_add_to_one_file_lose_nothing(tmp_path: Path) -> None:
    """
    Every finding that was called fine and every question that was added is there.
    """
    beside_one_another(tmp_path, ADD)
    wanted = {f"{name}-{number}" for name in ("one", "two") for number in range(ROUNDS)}

    assert wanted == {each.story for each in FolderAcceptances(tmp_path).all()}
    assert wanted == set(FolderQuestions(tmp_path).kept())


def test_a_save_that_finds_no_room_leaves_the_page_and_nothing_else(tmp_path: Path) -> None:
    """
    Where the system takes the first part of a text and no more, the old page is whole, and the error says so.
    """
    stories = FolderStories(tmp_path)
    before = stories.add("late", "# Late\n")

    command = [sys.executable, "-c", FULL, str(tmp_path)]
    ran = subprocess.run(command, input="long " * 20_000, capture_output=True, check=True, text=True)

    assert "This cannot be written: file too large." == ran.stdout.strip()
    assert (before,) == stories.all()
    assert ["late.md"] == [path.name for path in (tmp_path / "stories").iterdir()]


def test_a_save_that_is_killed_at_any_step_leaves_one_whole_text(tmp_path: Path) -> None:
    """
    Killed before and after each change that it makes to the disk, it leaves the old page, then the new one.

    What is left behind goes by a name that the doctor knows as a leftover.
    """
    stories = FolderStories(tmp_path)
    stories.add("late", "# Late\n")
    text = "# Later\n" + "A line of a long story.\n" * 10_000

    command = [sys.executable, "-c", CUT, str(tmp_path)]
    states = subprocess.run(command, input=text, capture_output=True, check=True, text=True).stdout.split(
        "\n"
    )

    assert ["old", "new", ""] == [state for state, _ in groupby(states)]
    assert states.count("old") > 10
    assert (("late", "# Late\n"),) == tuple((each.slug, each.text) for each in stories.all())
    left = {path.name for path in (tmp_path / "stories").iterdir()} - {"late.md"}
    assert left == {Path(name).name for name in FolderPapers(tmp_path).leftovers()} != set()
