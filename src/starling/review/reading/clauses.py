"""The clause around some words, so that a quote shows them and not the start of a long sentence."""

from __future__ import annotations

import re

from starling.review.reading import Reading

_BREAK = re.compile(r"[,;:–—] |\n| - | -- | (?:while|and|but|which|enabling|allowing|resulting) ")
_NEXT_SUBJECT = re.compile(r"(?:,| and|;| so| but)*\s(?:i|we|he|she|they|it|you|and)\s*$")
_NEXT_STEP = re.compile(r"(?:[,;]| and| but| so| then)(?: [\w']+){0,4}\s*$")
"""What leads over to the next step: "and had to", "and in the end", ", but management"."""
_FILLER = re.compile(r"(?:u+m+|u+h+|e+r+m*|like|you know|i mean),")
_FILLED = re.compile(r", (?:u+m+|u+h+|e+r+m*|like|you know|i mean)\Z")
_FEW = 3
"""How many words a clause keeps at least before the words it is about."""
_LONGEST = 66
"""How many characters a quote shows."""


def clause_around(reading: Reading, start: int, end: int) -> tuple[int, int]:
    """The clause that holds a span: from the last break that leaves a few words before it, to the next."""
    sentence = reading.sentence_at(start)
    if sentence is None:
        return start, end
    begins = [match.end() for match in _BREAK.finditer(reading.text, sentence.start, start)]
    begin = next((b for b in reversed(begins) if len(reading.words_in(b, start)) >= _FEW), sentence.start)
    ends = _BREAK.finditer(reading.text, end, sentence.end)
    after = next((each for each in ends if not _is_hesitation(reading.lower, each.start(), each.end())), None)
    return begin, sentence.end if after is None else after.start()


def _is_hesitation(lower: str, start: int, end: int) -> bool:
    """Whether a comma stands beside a filler: "she wanted to, um, show prices"."""
    return (
        _FILLER.match(lower, end) is not None or _FILLED.search(lower, max(0, start - 10), start) is not None
    )


def quote_around(reading: Reading, start: int, end: int) -> str:
    """The user's words around a span on one line, the span itself always among them."""
    begin, stop = clause_around(reading, start, end)
    cut = [word.start for word in reading.words_in(begin, start + 1) if end - word.start <= _LONGEST]
    opened = "…" if cut and cut[0] > begin and end - begin > _LONGEST else ""
    said = reading.quote(cut[0] if opened else begin, stop)
    return opened + said.strip('"“” ').removeprefix("and ").removesuffix(".")


def before_stop(reading: Reading, start: int, end: int) -> int:
    """The end of a span without the full stop that would stand in the middle of our sentence."""
    return start + len(reading.text[start:end].rstrip(". \n"))


def whole_word(text: str, start: int) -> int:
    """Where the word at *start* begins, of which a hyphen may have cut the first half: "fine-tuned"."""
    while start > 1 and text[start - 1] == "-" and text[start - 2].isalnum():
        start -= 2
        while start and text[start - 1].isalnum():
            start -= 1
    return start


def step_quote(reading: Reading, start: int, end: int) -> str:
    """The user's words of one step, without the beginning of the next that may stand at its end."""
    sentence = reading.sentence_at(start)
    semicolon = reading.text.find("; ", start, end)
    end = end if semicolon < 0 else semicolon
    goes_on = sentence is not None and end < sentence.end
    cuts = (_NEXT_SUBJECT, _NEXT_STEP) if goes_on else (_NEXT_SUBJECT,)
    for cut in cuts:
        last = cut.search(reading.lower, start, end)
        end = end if last is None else last.start()
    return reading.quote(whole_word(reading.text, start), end).rstrip(" .,;")
