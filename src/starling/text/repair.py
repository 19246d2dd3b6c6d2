"""Bytes to readable text: encodings, line ends, and text that was decoded twice; nothing is lost."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from starling.model.problem import Problem, UnreadableError

Read = tuple[str, tuple[Problem, ...]]

_BOMS = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe\x00\x00", "utf-32-le"),  # before UTF-16, whose mark it begins with
    (b"\x00\x00\xfe\xff", "utf-32-be"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
_MAGIC = (
    (b"%PDF-", "a PDF file"),
    (b"PK\x03\x04", "a zip archive or an office document"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"{\\rtf", "a rich-text file"),
    (b"\x89PNG", "an image"),
    (b"\xff\xd8\xff", "an image"),
    (b"GIF8", "an image"),
    (b"\x1f\x8b", "a compressed file"),
    (b"7z\xbc\xaf\x27\x1c", "a compressed file"),
    (b"SQLite format 3", "a database"),
    (b"\x7fELF", "a program"),
    (b"ID3", "a sound file"),
    (b"OggS", "a sound file"),
    (b"RIFF", "a sound, film or image file"),
)
_CONTROLS = bytes(set(range(32)) - set(b"\t\n\v\f\r\b\x1b")) + b"\x7f"
_MOST_CONTROLS = 0.01
"""Share of control bytes above which bytes are not text; real notes have none."""

_STRAY = {0xDC00 + byte: bytes([byte]).decode("cp1252", "replace") for byte in range(0x80, 0x100)}
_STRAY |= {0xDC00 + byte: chr(byte) for byte in (0x81, 0x8D, 0x8F, 0x90, 0x9D)}  # what cp1252 leaves open
_SURROGATE = re.compile("[\ud800-\udfff]")
_DAMAGE = re.compile("[\u0080-\U0010ffff]{2}|[ÃÂ√]")  # one letter decoded twice is at least two
_RUN = re.compile("[\u0080-\U0010ffff]{2,}")
_APPLE = "\uf8ff"
"""What MacRoman reads for the first byte of any emoji; nobody types it."""
_SIGNS = "→←↑↓⇒↔×÷≥≤≠≈±✓✔✗✅❌€…–—‘’“”•"
_MAC = re.compile("|".join((_APPLE, *(sign.encode().decode("macroman") for sign in _SIGNS))))
"""What MacRoman makes of signs that notes are full of: one such run is proof enough, as nobody types it."""


def decode(data: bytes) -> Read:
    """The text in *data* with line feeds for line ends, and what could not be read as meant.

    Bytes that are not UTF-8 are read one by one as Windows-1252, so that none
    is lost. Raises UnreadableError for a file that is no text at all.
    """
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return _decode_as(data[len(mark) :], encoding)
    encoding = _unmarked_utf16(data)
    if encoding:
        return _decode_as(data, encoding)
    _refuse_binary(data)
    return _decode_as(data, "utf-8")


def repair(text: str) -> Read:
    """*text* with line feeds for line ends and double decoding undone, line by line.

    The number of lines never changes. One problem says how many lines were
    mended and shows an example.
    """
    text, problems = _without_nuls(_line_feeds(text.removeprefix("\ufeff")))
    if text.isascii() or _DAMAGE.search(text) is None:
        return text, problems
    lines = text.split("\n")
    mended = _mend(lines)
    if not mended:
        return text, problems
    problem = _damage(lines, mended)
    for number, line in mended.items():
        lines[number] = line
    return "\n".join(lines), (*problems, problem)


def _line_feeds(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def _unmarked_utf16(data: bytes) -> str:
    """The UTF-16 form of *data* where every other byte of its beginning is NUL, or nothing."""
    sample = data[:4096]
    half = len(sample) // 2
    for encoding, zeros, letters in (
        ("utf-16-le", sample[1::2], sample[::2]),
        ("utf-16-be", sample[::2], sample[1::2]),
    ):
        if half and zeros.count(0) >= 0.7 * half and letters.count(0) == 0:
            return encoding
    return ""


def _refuse_binary(data: bytes) -> None:
    for magic, kind in _MAGIC:
        if data.startswith(magic):
            raise UnreadableError(
                f"This is {kind}, not text.",
                where="the first bytes of the file",
                try_this="Save it as text, Markdown or .docx, and import that.",
            )
    controls = len(data) - len(data.translate(None, _CONTROLS))
    if controls > _MOST_CONTROLS * len(data):
        first = next(at for at, byte in enumerate(data) if byte in _CONTROLS)
        raise UnreadableError(
            "This is not text: it holds bytes that no text has.",
            where=f"line {data.count(10, 0, first) + 1}, byte {first + 1} of the file",
            try_this="Save it as plain text in UTF-8, and import that.",
        )


def _decode_as(data: bytes, encoding: str) -> Read:
    """Decode, and say where *data* was not in *encoding*."""
    if encoding != "utf-8":
        text = _line_feeds(data.decode(encoding, "replace"))
        return text, _broken(text, "\ufffd", encoding) if "\ufffd" in text else ()
    try:
        return _line_feeds(data.decode("utf-8")), ()
    except UnicodeDecodeError as error:
        line = _line_feeds(data[: error.start].decode("utf-8")).count("\n") + 1
    text = _line_feeds(data.decode("utf-8", "surrogateescape"))
    lines = sum(1 for row in text.split("\n") if _SURROGATE.search(row))
    problem = Problem(
        what=f"{_count(lines)} not in UTF-8; read as Windows-1252.",
        line=line,
        try_this="If letters look wrong, save the file as UTF-8 and import it again.",
    )
    return text.translate(_STRAY), (problem,)


def _broken(text: str, sign: str, encoding: str) -> tuple[Problem, ...]:
    """The problem of a text in *encoding* that has *sign* where it could not be decoded."""
    line = text.count("\n", 0, text.index(sign)) + 1
    what = f"Some characters are broken in this {encoding[:6].upper()} file; each stands as “{sign}”."
    return (Problem(what=what, line=line, try_this="Save the file as UTF-8 and import it again."),)


def _without_nuls(text: str) -> Read:
    if "\0" not in text:
        return text, ()
    line = text.count("\n", 0, text.index("\0")) + 1
    what = f"{text.count(chr(0))} NUL characters stand in the text; each is shown as “\ufffd”."
    problem = Problem(what=what, line=line, try_this="Delete them in your editor.")
    return text.replace("\0", "\ufffd"), (problem,)


def _mend(lines: list[str]) -> dict[int, str]:
    """The lines that were decoded twice, by index, as they were meant.

    A short line alone may not prove its damage; the codec that damaged other
    lines of the same file then decides.
    """
    from ftfy import fix_encoding_and_explain  # noqa: PLC0415 - 50 ms that a clean text need not pay

    suspects = {at: line for at, line in enumerate(lines) if not line.isascii() and _DAMAGE.search(line)}
    mended: dict[int, str] = {}
    proofs: Counter[str] = Counter(macroman=sum(bool(_MAC.search(line)) for line in suspects.values()))
    for at, line in suspects.items():
        mended[at], plan = fix_encoding_and_explain(line)
        proofs.update(step.parameter for step in plan or () if step.action == "encode")
    codec, proof = proofs.most_common(1)[0]
    for at, line in suspects.items():
        if proof and mended[at] == line:
            mended[at] = _RUN.sub(lambda run: _undo(run.group(), codec), line)
    return {at: line for at, line in mended.items() if line != lines[at]}


def _undo(run: str, codec: str) -> str:
    """*run* decoded once less, or as it is where it was not decoded twice."""
    try:
        return run.encode(codec).decode("utf-8")
    except UnicodeError:
        return run


def _damage(lines: list[str], mended: dict[int, str]) -> Problem:
    first = min(mended)
    before, after = _difference(lines[first], mended[first])
    return Problem(
        what=f"{_count(len(mended))} damaged by a wrong encoding and repaired: “{before}” reads “{after}”.",
        line=first + 1,
        try_this="Nothing to do here; the file itself was left as it is.",
    )


def _count(lines: int) -> str:
    return "1 line was" if lines == 1 else f"{lines} lines were"


def _difference(before: str, after: str) -> tuple[str, str]:
    """The first words in which two lines differ."""
    pairs: Iterable[tuple[str, str]] = zip(before.split(), after.split(), strict=False)
    return next(((old[:20], new[:20]) for old, new in pairs if old != new), (before[:20], after[:20]))
