"""Captions of a recording (SubRip, WebVTT), as the talk that they are."""

from __future__ import annotations

import re
from collections.abc import Iterator

from starling.model.story import Line
from starling.text.notes.formats._format import Format, Read
from starling.text.notes.formats._rewrite import at
from starling.text.notes.formats._source import Source
from starling.text.notes.questions import is_question

_TIME = re.compile(
    r"[ \t]*(?:\d{1,2}:)?\d{2}:\d{2}[.,]\d{1,3}[ \t]*-->[ \t]*(?:\d{1,2}:)?\d{2}:\d{2}[.,]\d{1,3}"
)
_VOICE = re.compile(r"<v(?:\.[\w.]*)?[ \t]+([^<>\n]{1,60})>")
_TAG = re.compile(r"</?(?:[ibuc](?:\.[\w.]*)?|v|font[^<>\n]{0,80}|\d[\d:.]*)>")
_SPEAKER = re.compile(r"[A-Z][\w .'-]{0,40}:[ \t]")
_HEAD = re.compile(r"(?:WEBVTT|NOTE|STYLE|REGION|Kind:|Language:)")


def looks_like(text: str) -> bool:
    """Whether *text* has a line of two times with an arrow between them near its beginning."""
    return any(_TIME.match(row) for row in text[:2000].split("\n"))


def to_lines(text: str) -> Read:
    """What was said, a line each cue line; a new speaker, and what follows a question, begin a paragraph."""
    return tuple(_said(Source(text).lines())), ()


def _said(lines: tuple[Line, ...]) -> Iterator[Line]:
    speaker = ""
    asked = False
    for index, line in enumerate(lines):
        following = lines[index + 1].text if index + 1 < len(lines) else ""
        head = not line.text.strip() or _HEAD.match(line.text) or _TIME.match(line.text)
        if head or (_TIME.match(following) and not _SPEAKER.match(line.text)):
            continue
        voice = _VOICE.match(line.text)
        text = _TAG.sub("", _VOICE.sub("", line.text)).strip()
        named = voice[1].strip() if voice else ""
        turns = (named and named != speaker) or _SPEAKER.match(text)
        if turns or asked:
            yield at(line, "")
        yield at(line, f"{named}: {text}" if named and named != speaker else text)
        speaker, asked = named or speaker, is_question(text)


_TALK = """\
WEBVTT

1
00:00:01.000 --> 00:00:03.000
<v Ana>What went wrong?

2
00:00:03.500 --> 00:00:06.000
<v Ben>The <i>clock</i> was an hour off,

3
00:00:06.000 --> 00:00:09.000
<v Ben>and I had not looked."""

FORMAT = Format(
    suffixes=(".srt", ".vtt"),
    looks_like=looks_like,
    to_lines=to_lines,
    reads=((_TALK, ("Ana: What went wrong?", "Ben: The clock was an hour off,", "and I had not looked.")),),
    refuses=("10:00 --> lunch", "# Title", "A -> B", ""),
)
