"""The prep folder on disk: its files are the truth, and a person may edit them at any time."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path, PurePosixPath

from starling.adapters import files, tables
from starling.adapters.pages import page_at, page_bytes, try_page
from starling.model.prep import Kept
from starling.model.problem import ConflictError, ForbiddenError, UnreadableError, UsageError

SETTINGS = "starling.toml"
STORIES = "stories"
HIDDEN = ".starling"
_PAGE = ".md"
_ASIDE = ".conflict-"


def is_prep(folder: Path) -> bool:
    """Whether a folder has settings; one that may not be looked into has none."""
    try:
        return (folder / SETTINGS).is_file()
    except OSError:
        return False


class FolderHome:
    """A folder that is, or becomes, a prep folder (port: Home)."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def make(self, texts: Mapping[str, str]) -> tuple[str, ...]:
        """Write those of *texts* that are not there; their paths. UsageError where a file is in the way."""
        if self._folder.is_file():
            advice = "Name a folder: starling init my-prep"
            raise UsageError("This is a file, not a folder.", where=str(self._folder), try_this=advice)
        missing = [name for name in texts if not (self._folder / name).exists()]
        for name in missing:
            files.write(self._folder / name, texts[name].encode())
        return tuple(str(self._folder / name) for name in missing)


class FolderStories:
    """``stories/<slug>.md`` (port: Stories)."""

    def __init__(self, folder: Path) -> None:
        self._home = folder
        self._folder = folder / STORIES

    def all(self) -> tuple[Kept, ...]:
        """Every page that can be read, without texts set aside in a conflict and links that lead out."""
        return tuple(each for each in self._read() if isinstance(each, Kept))

    def unread(self) -> tuple[UnreadableError, ...]:
        """Why each of the others cannot be read; ``where`` is its path."""
        return tuple(each for each in self._read() if isinstance(each, UnreadableError))

    def slugs(self) -> tuple[str, ...]:
        """The names of all pages, without ending."""
        return tuple(map(_slug, self._pages()))

    def _read(self) -> Iterator[Kept | UnreadableError]:
        return (try_page(each.path) for each in self._pages())

    def _pages(self) -> list[os.DirEntry[str]]:
        if not self._folder.is_dir():
            return []
        files.inside(self._home, self._folder)
        found = files.entries(self._folder)
        return sorted((each for each in found if _is_page(each) and not self._strays(each)), key=_slug)

    def get(self, slug: str) -> Kept | None:
        """One story page, by the name its file has, or None; ForbiddenError where a link leads out."""
        path = self._path(slug)
        try:
            is_there = path.is_file()
        except OSError:
            return None  # a name longer than any file's
        return page_at(files.inside(self._home, _as_written(path))) if is_there else None

    def add(self, slug: str, text: str) -> Kept:
        """A new page; raises ConflictError where the slug is taken."""
        return self.save(slug, text, "")

    def save(self, slug: str, text: str, seen: str) -> Kept:
        """A page with new text; where it is neither what was *seen* nor says this already, both are kept."""
        with files.alone(self._home):
            there = self.get(slug) or Kept(slug, str(self._path(slug)), "", "")
            path = Path(there.where)
            data = _with_ends_of(path, page_bytes(text))
            if there.seen not in (seen, files.fingerprint(data)):
                aside = self._set_aside(slug, text)
                raise ConflictError(
                    f"“{slug}” has changed since it was read. The other text is kept in {aside}.",
                    where=there.where,
                    try_this="Move what you want from one into the other, and delete the second file.",
                    theirs=there.text,
                    ours=text,
                    seen=there.seen,
                )
            files.write(files.inside(self._home, path), data)
            return page_at(path)

    def set_aside(self, slug: str, text: str) -> str:
        """Keep another text of a story in ``<slug>.conflict-<n>.md``, once; its path."""
        with files.alone(self._home):
            return self._set_aside(slug, text)

    def _set_aside(self, slug: str, text: str) -> str:
        number = 1
        name = PurePosixPath(slug).name
        while (path := self._folder / f"{name}{_ASIDE}{number}.md").exists():
            if files.read(path) == page_bytes(text):
                return str(path)
            number += 1
        files.write(files.inside(self._home, path), page_bytes(text))
        return str(path)

    def delete(self, slug: str, seen: str) -> None:
        """Take a page away, unless it is not what was *seen*."""
        with files.alone(self._home):
            there = self.get(slug)
            if there is not None and there.seen != seen:
                raise ConflictError(
                    f"“{slug}” has changed since it was read, and is still there.",
                    where=there.where,
                    try_this="Look at it again before you delete it.",
                    theirs=there.text,
                    ours="",
                )
            if there is not None:
                files.remove(Path(there.where))

    def _strays(self, entry: os.DirEntry[str]) -> bool:
        return entry.is_symlink() and files.leads_out(self._home, Path(entry.path))

    def _path(self, slug: str) -> Path:
        return self._folder / f"{PurePosixPath(slug).name}.md"


def _as_written(path: Path) -> Path:
    """*path* as the folder has it, where the disk minds neither capitals nor the form of accents."""
    names = sorted(each.name for each in files.entries(path.parent))
    if path.name in names:
        return path
    return next((path.with_name(each) for each in names if path.samefile(path.with_name(each))), path)


def _slug(entry: os.DirEntry[str]) -> str:
    return entry.name.removesuffix(_PAGE)


def _is_page(entry: os.DirEntry[str]) -> bool:
    name = entry.name
    return name.endswith(_PAGE) and not name.startswith(".") and _ASIDE not in name and entry.is_file()


def _with_ends_of(path: Path, data: bytes) -> bytes:
    """*data* with the line ends that the file has, if it is there."""
    if path.is_file() and b"\r\n" in files.read(path) and b"\r" not in data:
        return data.replace(b"\n", b"\r\n")
    return data


class FolderQuestions:
    """``questions.toml``: entries are added at the end (port: Questions)."""

    def __init__(self, folder: Path) -> None:
        self._home = folder

    @property
    def _path(self) -> Path:
        return files.inside(self._home, self._home / "questions.toml")

    def kept(self) -> Mapping[str, str]:
        """The questions that are kept already, by slug; one without a slug goes by its text."""
        entries = [each for each in tables.entries(self._path, "question") if "text" in each]
        return {str(each.get("slug", each["text"])): str(each["text"]) for each in entries}

    def add(self, entries: Sequence[Mapping[str, object]]) -> None:
        """Keep more of them."""
        with files.alone(self._home):
            tables.append(self._path, "question", entries)

    def page(self) -> Kept:
        """All of them as they are written; an empty text where there are none."""
        return page_at(self._path) if self._path.is_file() else Kept("questions", str(self._path), "", "")

    def save(self, text: str, seen: str) -> None:
        """Write them anew, unless the file has changed since it was *seen*: then it stays as it is."""
        with files.alone(self._home):
            there = self.page()
            if there.seen != seen:
                raise ConflictError(
                    "The questions have changed since they were read. Nothing was written.",
                    where=there.where,
                    try_this="Say it again.",
                    theirs=there.text,
                    ours=text,
                )
            files.write(self._path, page_bytes(text))


class FolderPrinciples:
    """``principles/*.toml``: sets of the person's own (port: Principles)."""

    def __init__(self, folder: Path) -> None:
        self._home = folder
        self._folder = folder / "principles"

    def all(self) -> tuple[Kept, ...]:
        """Every set that can be read as it is written, by its name."""
        return tuple(each for each in self._sets() if isinstance(each, Kept))

    def unread(self) -> tuple[UnreadableError, ...]:
        """Why each of the others cannot be read; ``where`` is its path."""
        return tuple(each for each in self._sets() if isinstance(each, UnreadableError))

    def _sets(self) -> list[Kept | UnreadableError]:
        return [self._set(path) for path in sorted(self._folder.glob("*.toml"))]

    def _set(self, path: Path) -> Kept | UnreadableError:
        try:
            return try_page(str(files.inside(self._home, path)))
        except ForbiddenError as error:
            return UnreadableError(error.what, where=error.where, try_this=error.try_this)


class FolderOriginals:
    """``notes/``: sources as they came, and in ``notes/earlier`` what they were before (port: Originals)."""

    def __init__(self, folder: Path) -> None:
        self._home = folder
        self._folder = folder / "notes"

    def keep(self, name: str, data: bytes, *, write: bool = True) -> tuple[str, bool]:
        """Keep *data* under *name*: where it stands, and whether that is new."""
        steps = (step for step in PurePosixPath(name).parts if step not in ("..", "/"))
        path = files.inside(self._home, self._folder.joinpath(*steps))
        with files.alone(self._home):
            there = files.read(path) if path.is_file() else None
            if write and there != data:
                if there is not None:
                    earlier = self._folder / "earlier" / _dated(path, there)
                    files.write(files.inside(self._home, earlier), there)
                files.write(path, data)
        return str(path), there != data


def _dated(path: Path, data: bytes) -> str:
    """A name that one text always gets, so that keeping it twice keeps it once."""
    return f"{path.stem}-{files.fingerprint(data)[:8]}{path.suffix}"
