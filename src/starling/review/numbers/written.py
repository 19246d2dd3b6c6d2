"""The numbers of a text as they stand, in digits or words: where, how much, and how finely written."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from fractions import Fraction
from typing import NamedTuple

from starling.review.numbers.mask import name_end
from starling.review.numbers.quantity import Unit
from starling.review.numbers.units import PERCENT, TIMES
from starling.text.words import Word

_DIGIT = "zero|one|two|three|four|five|six|seven|eight|nine"
_ONES = (
    "zero|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen"
    "|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
)
_RUN = (
    rf"(?:{_ONES}|one(?=[ -](?:hundred|thousand)))"
    rf"(?:(?:[ -]|(?<=hundred) and )(?:{_ONES}|one|hundred|thousand)\b)*"
)
_UNIT_OF_TIME = r"(?:second|minute|hour|day|week|month|quarter|year|sprint)"
_NUMBER = re.compile(
    r"(?P<digits>\d{1,400}(?:,\d{2,3}(?!\d)){0,50}(?:\.\d{1,400})?)|\b(?:"
    r"(?P<fraction>(?:an?|one|two|three|four|nine)[ -](?:thirds?|quarters?|fourths?|fifths?|tenths?|half)"
    r"|half)\b"
    r"(?= (?:of|the|our|my|its|their|his|her|as|less|fewer|lower|more|faster|cheaper|shorter|smaller)\b"
    r"|[.,;)]|$)"
    r"|(?P<change>halv(?:ed?|es|ing)|doubl(?:ed?|es|ing)|tripl(?:ed?|es|ing)|quadrupl(?:ed?|es|ing)"
    r"|twice(?= as| the)|in half|(?:an|one|two|three) orders? of magnitude"
    r"|(?:two|three|four|five|ten)[ -]?fold)\b"
    r"|(?P<group>half a(?= (?:million|billion)\b)|an?(?= (?:hundred|thousand|million|billion)\b)"
    r"|(?:a|half a|two|three) dozen)"
    rf"|(?P<words>{_RUN})\b(?P<point> point (?:{_DIGIT})(?:[ -](?:{_DIGIT}))*)?"
    rf"|(?P<one>one|half an?|an?)(?=(?: (?:full|whole|single|entire))?[ -]{_UNIT_OF_TIME}\b)"
    r")",
    re.IGNORECASE,
)
_OPENERS = frozenset(
    f"{_ONES}|one|a|an|half|in|twice|halve|halved|halves|halving|double|doubled|doubles|doubling|triple|tripled"
    "|triples|tripling|quadruple|quadrupled|quadruples|quadrupling|twofold|threefold|fourfold|fivefold|tenfold".split(
        "|"
    )
)
_ARTICLE_MEASURES = re.compile(
    r"(?:\b(?:in|within|under|over|about|took|for|than|nearly|almost|after|to|from|least|above|below|half|takes"
    r"|take|only|last|around|roughly|lasted|cost|costs|up to)|~) $",
    re.IGNORECASE,
)
_NAMES_OF_ZERO = re.compile(r"[ -](?:trust|day|shot|sum|config)", re.IGNORECASE)
_NAMES = re.compile(r"[ -]?(?:factor|way|on[ -]one|pizza|whys?|eyes|edged)\b", re.IGNORECASE)
_FREQUENCY = re.compile(r" times? (?:per|an?|each|every) ", re.IGNORECASE)
_FIRST_OR_OTHER = re.compile(
    r"\b(?:first|second|other|latter|final|last|another|better|the) $", re.IGNORECASE
)
_PARTS = {"hal": 2, "thi": 3, "qua": 4, "fou": 4, "fif": 5, "ten": 10}
_TOPS = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "nine": 9}
_HALF = Fraction(1, 2)
_FOLDS = {
    "hal": _HALF, "in ": _HALF, "dou": Fraction(2), "tri": Fraction(3), "qua": Fraction(4),
    "twi": Fraction(2), "two": Fraction(2), "thr": Fraction(3), "fou": Fraction(4), "fiv": Fraction(5),
    "ten": Fraction(10),
}  # fmt: skip
"""What became of one, by the first letters of the word."""
_GROUPS = {
    "half a": _HALF, "a": Fraction(1), "an": Fraction(1), "a dozen": Fraction(12),
    "half a dozen": Fraction(6), "two dozen": Fraction(24), "three dozen": Fraction(36),
}  # fmt: skip
_LOOSE_SHARE = Fraction(5, 2)
"""Half the step between shares that have a name of their own: "a third" may be 31 to 35 percent."""
_LOOSE_FOLD = Fraction(1, 20)
"""How loosely "doubled" is meant, as a share of itself."""
_NOT_A_CHANGE = re.compile(
    r"[ -](?:down|check|digit|click|as|edged|sided|up|bound|room|major|book)", re.IGNORECASE
)


class Written(NamedTuple):
    """A number as it stands: its span, its value, and half a unit of its last digit.

    ``unit`` is set where the word itself has one: a share for "a third", a
    ratio for "halved" (1/2) and "doubled" (2).
    """

    start: int
    end: int
    value: Fraction
    slack: Fraction
    in_words: bool = True
    unit: Unit | None = None


def numbers(text: str, said: Iterable[Word]) -> Iterator[Written]:
    """Every number of *text*, of these words, that measures or counts, in order; linear in its length."""
    position = 0
    for start in _candidates(said):
        match = _NUMBER.match(text, start) if start >= position else None
        if match is None:
            continue
        position = match.end()
        if match["digits"] is not None:
            named = name_end(text, *match.span())
            if not named:
                yield Written(*match.span(), *in_digits(match["digits"]), in_words=False)
            position = max(position, named)
        else:
            found = _in_words(text, match)
            if found is not None:
                position = found.end
                yield found


def _candidates(said: Iterable[Word]) -> Iterator[int]:
    """Where a number may begin: the pattern is tried there alone, because trying it everywhere is dear."""
    for word in said:
        first = word.lower[0]
        if first.isdecimal() or word.lower in _OPENERS:
            yield word.start
        elif first in "$€£":
            yield word.start + 1


def in_digits(digits: str) -> tuple[Fraction, Fraction]:
    """The value, and half a unit of the last written digit."""
    whole, _, decimals = digits.replace(",", "").partition(".")
    if not decimals:
        return Fraction(int(whole or 0)), _HALF
    return Fraction(int(whole + decimals), 10 ** len(decimals)), Fraction(1, 2 * 10 ** len(decimals))


def _in_words(text: str, match: re.Match[str]) -> Written | None:
    if match["words"] is not None:
        return _run(text, match)
    if match["fraction"] is not None:
        return _fraction(text, match)
    if match["change"] is not None:
        return _change(text, match)
    if match["group"] is not None:
        return Written(*match.span(), _GROUPS[match["group"].lower()], Fraction(0))
    return _lone_one(text, match)


def _run(text: str, match: re.Match[str]) -> Written | None:
    from text_to_num import text2num  # noqa: PLC0415 - only texts with number words need it

    run, start, end = match["words"].lower(), match.start(), match.end("words")
    names = _NAMES_OF_ZERO if run == "zero" else _NAMES
    if names.match(text, end) or _FREQUENCY.match(text, end):
        return None
    try:
        value = Fraction(text2num(run.replace("-", " "), "en"))
    except ValueError:  # two numbers side by side: "five two-week sprints"
        first = re.match("[a-z]+", run)
        assert first is not None  # a run starts with a word  # noqa: S101
        value, end = Fraction(text2num(first[0], "en")), start + first.end()
        return Written(start, end, value, Fraction(0))
    if match["point"] is None:
        return Written(start, end, value, Fraction(0))
    decimals = "".join(str(text2num(word, "en")) for word in re.findall(_DIGIT, match["point"].lower()))
    return Written(start, match.end(), *in_digits(f"{value}.{decimals}"))


def _fraction(text: str, match: re.Match[str]) -> Written | None:
    top, _, part = match["fraction"].lower().replace("-", " ").rpartition(" ")
    before, closed = (
        text[max(0, match.start() - 12) : match.start()],
        text[match.end() : match.end() + 1] != " ",
    )
    if closed and not before.lower().endswith("by "):
        return None
    if not closed and (_FIRST_OR_OTHER.search(before) or text[match.end() - 1 : match.end() + 4] == "r the"):
        return None
    value = Fraction(100 * _TOPS.get(top, 1), _PARTS[part[:3]])
    return Written(*match.span(), value, _LOOSE_SHARE, unit=PERCENT)


def _change(text: str, match: re.Match[str]) -> Written | None:
    word = match["change"].lower()
    if _NOT_A_CHANGE.match(text, match.end()) or (
        word == "double" and text[match.start() - 1 : match.start()] == "-"
    ):
        return None
    if word.endswith("magnitude"):
        value = Fraction(10 ** _TOPS[word.partition(" ")[0]])
        return Written(*match.span(), value, value / 2, unit=TIMES)
    value = _FOLDS[word[:3]]
    return Written(*match.span(), value, value * _LOOSE_FOLD, unit=TIMES)


def _lone_one(text: str, match: re.Match[str]) -> Written | None:
    word, before = match["one"].lower(), text[max(0, match.start() - 12) : match.start()]
    if word in ("a", "an") and _ARTICLE_MEASURES.search(before) is None:
        return None
    if word == "one" and text[match.end() : match.end() + 4] == " day" and not before.endswith("in "):
        return None  # "one day I noticed"
    value = Fraction(1, 2) if word.startswith("half") else Fraction(1)
    return Written(*match.span(), value, Fraction(1, 20) * value)
