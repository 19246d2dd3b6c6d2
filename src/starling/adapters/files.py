"""Files written whole or not at all, and read with a word for what is wrong."""

from __future__ import annotations

import hashlib
import os
import sys
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from shlex import quote

from starling.model.problem import ForbiddenError, UnreadableError, UsageError
from starling.text.repair import decode

if sys.platform != "win32":
    import fcntl


@contextmanager
def alone(folder: Path) -> Iterator[None]:
    """Nobody else who asks for it, in this process or another, changes files of *folder* meanwhile.

    It is not to be asked for twice. Where the system knows no such lock, nothing is waited for.
    """
    handle = None
    if sys.platform != "win32":
        with suppress(OSError):  # a network drive without locks, a folder that is still to be made
            handle = os.open(folder, os.O_RDONLY)
            fcntl.flock(handle, fcntl.LOCK_EX)
    try:
        yield
    finally:
        if handle is not None:
            os.close(handle)


def fingerprint(data: bytes) -> str:
    """The sha256 of what a file holds: what a save must carry."""
    return hashlib.sha256(data).hexdigest()


def leads_out(home: Path, path: Path) -> bool:
    """Whether *path*, by a link or by steps upwards, is not in the folder *home*."""
    try:
        end = path.resolve()
        return end.is_symlink() or not end.is_relative_to(home.resolve())  # a link to itself ends at a link
    except PermissionError:
        return False  # what may not be looked at cannot be opened either, and opening it says so
    except (OSError, RuntimeError, ValueError):
        return True  # the same before Python 3.13, or a name that no file has


def inside(home: Path, path: Path) -> Path:
    """*path*, which is in the folder *home*; ForbiddenError where a link leads out of it."""
    if leads_out(home, path):
        advice = "Copy the file into the folder in place of the link."
        raise ForbiddenError("This leads out of the prep folder.", where=str(path), try_this=advice)
    return path


def read(path: Path) -> bytes:
    """What a file holds; UnreadableError says why it cannot be read."""
    try:
        return path.read_bytes()
    except OSError as error:
        raise unreadable(path, error) from error


def entries(folder: Path) -> list[os.DirEntry[str]]:
    """What is in a folder, in no order; UnreadableError says why it cannot be read."""
    try:
        with os.scandir(folder) as found:
            return list(found)
    except OSError as error:
        raise unreadable(folder, error) from error


def text_of(data: bytes, path: Path) -> str:
    """The text of a file that holds *data*; UnreadableError names the file."""
    try:
        return decode(data)[0]
    except UnreadableError as error:
        advice = "Save it as plain text in UTF-8."
        raise UnreadableError(error.what, where=str(path), try_this=advice) from error


def unreadable(path: Path, error: OSError) -> UnreadableError:
    """Why a file or folder cannot be read, and what to do."""
    if isinstance(error, PermissionError):
        closed = next((each for each in reversed(path.parents) if not os.access(each, os.X_OK)), path)
        advice = f"Allow yourself to read it: chmod u+{'rx' if closed.is_dir() else 'r'} {quote(str(closed))}"
        return UnreadableError("You are not allowed to read this.", where=str(path), try_this=advice)
    return UnreadableError(
        f"This cannot be read: {_why(error)}.", where=str(path), try_this="Check the path."
    )


def write(path: Path, data: bytes, *, safe: bool = True) -> None:
    """Write a file whole: under a temporary name in the same folder, flushed, renamed.

    One that is not to be *safe* is not waited for: it may be empty after a power cut.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        target = path.resolve() if path.is_symlink() else path
        handle, name = tempfile.mkstemp(prefix=f".{target.name[:40]}.", suffix=".tmp", dir=target.parent)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(data)
                file.flush()
                if safe:
                    os.fsync(file.fileno())
            Path(name).chmod(target.stat().st_mode & 0o777 if target.exists() else 0o666 & ~_umask())
            Path(name).replace(target)
        except BaseException:
            with suppress(OSError):
                Path(name).unlink()
            raise
    except OSError as error:
        raise _unwritable(path, error) from error


def make_room(folder: Path) -> None:
    """Make a folder, unless it is there; UsageError says why it cannot be made."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise _unwritable(folder, error) from error


def write_new(path: Path, pieces: Iterable[bytes]) -> int:
    """Write a new file piece by piece, whole or not at all; its size. UsageError where one is there."""
    if path.exists():
        raise UsageError("There is a file of this name.", where=str(path), try_this="Choose another name.")
    part = path.with_name(f".{path.name[:40]}.part")
    try:
        with part.open("wb") as file:
            size = sum(map(file.write, pieces))
        part.replace(path)
    except OSError as error:
        with suppress(OSError):
            part.unlink()
        raise _unwritable(path, error) from error
    return size


def remove(path: Path) -> None:
    """Remove a file that may be gone already."""
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        advice = "Check that you may write to this folder."
        raise UsageError(
            f"This cannot be deleted: {_why(error)}.", where=str(path), try_this=advice
        ) from error


def _unwritable(path: Path, error: OSError) -> UsageError:
    """Why a file or folder cannot be written, and what to do."""
    if isinstance(error, FileNotFoundError):
        return UsageError("There is no such folder.", where=str(path.parent), try_this="Make it first.")
    advice = "Check that the disk has room and that you may write to this folder."
    return UsageError(f"This cannot be written: {_why(error)}.", where=str(path), try_this=advice)


def _why(error: OSError) -> str:
    """What the system says, as the end of a sentence."""
    return (error.strerror or str(error)).lower()


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
