"""The numbers of a text as they stand, in digits or words: where, how much, and how finely written."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from functools import lru_cache

from starling.review.numbers.quantities.digits import (
    HALF,
    JOINTS,
    LEADS,
    LOOSE_SHARE,
    NO_SLACK,
    PART_OF_ONE,
    POWER,
    QUARTER,
    SMALL,
    Written,
    in_digits,
    joined,
    led_in,
    run_joined,
)
from starling.review.numbers.quantities.exact import Exact, ratio
from starling.review.numbers.quantities.mask import name_end
from starling.review.numbers.quantities.places import Places
from starling.review.numbers.quantities.units import PERCENT, TIMES
from starling.text.words import Word

_DIGIT = "zero|one|two|three|four|five|six|seven|eight|nine"
_ONES = (
    "zero|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen"
    "|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
)
_MORE = rf"(?:hundred|thousand) (?:and )?(?:{_ONES})\b"
"""What makes "a hundred" the beginning of a longer number: "a hundred and fifty"."""
_RUN = (
    rf"(?:{_ONES}|one(?=[ -](?:hundred|thousand)| point (?:{_DIGIT})\b| and a (?:half|quarter)\b)"
    rf"|a(?= {_MORE}))"
    rf"(?:(?:[ -]|(?<=hundred) and )(?:{_ONES}|one|hundred|thousand)\b)*"
)
_UNIT_OF_TIME = r"(?:second|minute|hour|day|week|month|quarter|year|sprint)"
_OF_THEM = r"of|the|our|my|its|their|his|her|as|less|fewer|lower|more|faster|cheaper|shorter|smaller"
"""What follows a fraction of something; any other word does so only where something moved by it."""
_NUMBER = re.compile(
    r"(?P<digits>\d{1,400}(?:,\d{2,3}(?!\d)){0,50}(?:\.\d{1,400}|(?<!,\d\d\d),\d(?=[kmb%]|\s%))?)|\b(?:"
    r"(?P<fraction>(?:an?|one|two|three|four|nine)[ -](?:thirds?|quarters?|fourths?|fifths?|tenths?|half)"
    r"|half|[½¼¾])\b"
    rf"(?= (?:{_OF_THEM})\b|[.,;)]|$|(?<=a quarter) from\b|(?<!quarter)(?<!quarters)(?:[:–—]"
    r"| (?:from|to|in|since|within|after|over|and|while|when|between|this|compared|versus|vs|[–—-])(?!\w)))"
    r"|(?P<change>halv(?:ed?|es|ing)|doubl(?:ed?|es|ing)|tripl(?:ed?|es|ing)|quadrupl(?:ed?|es|ing)"
    r"|twice(?= as| the)|in half|(?:an|one|two|three) orders? of magnitude"
    r"|(?:two|three|four|five|ten)[ -]?fold)\b"
    rf"|(?P<group>half a(?= (?:million|billion)\b)|an?(?= (?:hundred|thousand|million|billion)\b)(?! {_MORE})"
    r"|(?:a|half a|two|three) dozen)"
    rf"|(?P<words>{_RUN})\b(?P<point> point (?:{_DIGIT})(?:[ -](?:{_DIGIT}))*)?"
    r"(?P<more> and a (?:half|quarter)\b)?"
    rf"|(?P<one>one|half an?|an?)(?=(?: (?:full|whole|single|entire))?[ -]{_UNIT_OF_TIME}\b)"
    r")"
)
_FIGURE = re.compile(r" ([\d$€£][^ ]*)")
_MONEY = frozenset("$€£")
_ARTICLES = frozenset(("a", "an", "in"))
_AFTER_ARTICLE = frozenset(
    "third thirds quarter quarters fourth fourths fifth fifths tenth tenths half order orders hundred "
    "thousand million billion dozen full whole single entire second minute hour day week month "
    "year sprint".split()
)
"""What follows "a", "an" and "in" where they begin a number: they are too common to be tried everywhere."""
_OPENERS = frozenset(_ONES.split("|")) | frozenset(
    "½ ¼ ¾ one half twice halve halved halves halving double doubled doubles doubling triple tripled triples "
    "tripling quadruple quadrupled quadruples quadrupling twofold threefold fourfold fivefold tenfold".split()
)
_MOVED_BY = re.compile(
    r"\bby (?P<hedge>(?:(?:well |just )?(?:(?:more|less) than|over|under)|about|around|roughly|nearly|almost"
    r"|at least|up to|some|close to|approximately|~) ?)?$"
)
_MOVED_REACH = 24
_HALF_TOLD, _HEDGED = ratio(5), 2
"""How loosely "by half" is meant, in percent, as loosely as "halved"; and how much more so behind "about"."""
_ARTICLE_MEASURES = re.compile(
    r"(?:\b(?:in|within|under|over|about|took|for|than|nearly|almost|after|to|from|least|above|below|half|takes"
    r"|take|only|last|around|roughly|lasted|cost|costs|up to)|~) $"
)
_SPOKEN_YEAR = re.compile(r"(?:nineteen|twenty)[ -](?:\w+teen|ten|eleven|twelve|\w+ty(?:[ -]\w+)?)")
_NAMES_OF_ZERO = re.compile(r"[ -](?:trust|day|shot|sum|config)")
_NAMES = re.compile(r"[ -]?(?:factor|way|on[ -]one|pizza|whys?|eyes|edged)\b")
_OF_NEXT = re.compile(rf" (?:{_OF_THEM})\b")
_FREQUENCY = re.compile(r" times? (?:per|an?|each|every) ")
_FIRST_OR_OTHER = re.compile(
    r"\b(?:first|second|other|latter|final|last|another|better|the) $", re.IGNORECASE
)
_PARTS = {"hal": 2, "thi": 3, "qua": 4, "fou": 4, "fif": 5, "ten": 10}
_TOPS = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "nine": 9}
_FOLDS = {
    "hal": HALF, "in ": HALF, "dou": ratio(2), "tri": ratio(3), "qua": ratio(4),
    "twi": ratio(2), "two": ratio(2), "thr": ratio(3), "fou": ratio(4), "fiv": ratio(5),
    "ten": ratio(10),
}  # fmt: skip
"""What became of one, by the first letters of the word."""
_GROUPS = {
    "half a": HALF, "a": ratio(1), "an": ratio(1), "a dozen": ratio(12),
    "half a dozen": ratio(6), "two dozen": ratio(24), "three dozen": ratio(36),
}  # fmt: skip
_LOOSE_FOLD = ratio(1, 20)
"""How loosely "doubled" is meant, as a share of itself."""
_NOT_A_CHANGE = re.compile(
    r"[ -](?:down|check|digit|click|as|edged|sided|up|bound|room|major|book)", re.IGNORECASE
)


def numbers(text: str, lower: str, places: Places) -> Iterator[Written]:
    """Every number of *text* that measures or counts, in order; linear in its length."""
    position, said = 0, places.said
    for index in _candidates(places):
        word, start, _ = said[index]
        start += word[0] in _MONEY
        match = _NUMBER.match(lower, start) if start >= position else None
        if match is None:
            continue
        digits = match["digits"]
        if digits is not None:
            found, position = _figure(text, lower, start, digits, _led(said, index))
        else:
            found = _in_words(lower, match)
            position = match.end() if found is None else found.end
        if found is not None:
            yield found


def _figure(text: str, lower: str, start: int, digits: str, led: str) -> tuple[Written | None, int]:
    """The number that some digits begin, or None where they name something; and where to read on."""
    end = start + len(digits)
    signed = led_in(lower, start, digits) if lower[start - 1 : start] in LEADS else None
    if signed is not None:
        return signed, end
    goes_on = text[end : end + 2] in JOINTS or text[end : end + 1] in SMALL
    more = joined(text, start, digits) if goes_on else None
    named = 0 if more is not None and POWER.match(text, end) else name_end(text, lower, start, end, led)
    if named:
        return None, max(end, named)
    figure = more or Written(start, end, *in_digits(digits), in_words=False)
    return figure, figure.end


def _candidates(places: Places) -> list[int]:
    """Which words may begin a number: trying the pattern everywhere is dear."""
    said = places.said
    led = [n for n in places.of(_ARTICLES) if n + 1 < len(said) and said[n + 1].lower in _AFTER_ARTICLE]
    sure = set(_FIGURE.findall(places.listed))
    return sorted([*led, *places.of(sure | _OPENERS)])


def _led(said: Sequence[Word], index: int) -> str:
    """The word before a number, or before the range that it ends ("phases 2-3"); "" where there is none."""
    for word in reversed(said[max(0, index - 2) : index]):
        if not word.lower[0].isdecimal():
            return word.lower
    return ""


def _in_words(lower: str, match: re.Match[str]) -> Written | None:
    if match["words"] is not None:
        return _run(lower, match)
    if match["fraction"] is not None:
        return _fraction(lower, match)
    if match["change"] is not None:
        return _change(lower, match)
    if match["group"] is not None:
        return Written(*match.span(), _GROUPS[match["group"]], NO_SLACK)
    return _lone_one(lower, match)


def _run(lower: str, match: re.Match[str]) -> Written | None:
    run, start, end = match["words"].removeprefix("a "), match.start(), match.end("words")
    names = _NAMES_OF_ZERO if run == "zero" else _NAMES
    if names.match(lower, end) or _FREQUENCY.match(lower, end):
        return None
    try:
        value = _spoken(run.replace("-", " "))
    except ValueError:  # two numbers side by side: "five two-week sprints"
        if _SPOKEN_YEAR.fullmatch(run):
            return None
        first = re.match("[a-z]+", run)
        assert first is not None  # a run starts with a word  # noqa: S101
        value, end = _spoken(first[0]), start + first.end()
        return Written(start, end, value, NO_SLACK)
    if match["more"] is not None:
        part = HALF if match["more"].endswith("half") else QUARTER
        return Written(start, match.end(), value + part, NO_SLACK)
    if match["point"] is None:
        more = run_joined(lower, start, end, value) if lower[end : end + 2] in JOINTS else None
        return more or Written(start, end, value, NO_SLACK)
    decimals = "".join(str(_spoken(word)) for word in re.findall(_DIGIT, match["point"]))
    return Written(start, match.end(), *in_digits(f"{value}.{decimals}"))


@lru_cache(maxsize=1024)
def _spoken(run: str) -> Exact:
    """The value of number words; raises ``ValueError`` where they are not one number."""
    from text_to_num import text2num  # noqa: PLC0415 - only texts with number words need it

    return ratio(text2num(run, "en"))


def _fraction(lower: str, match: re.Match[str]) -> Written | None:
    top, _, part = match["fraction"].replace("-", " ").rpartition(" ")
    before = lower[max(0, match.start() - _MOVED_REACH) : match.start()]
    moved = _MOVED_BY.search(before) if "by " in before else None
    if not _is_of_them(lower, match.end()):
        if moved is None:
            return None
    elif _FIRST_OR_OTHER.search(before) or lower[match.end() - 1 : match.end() + 4] == "r the":
        return None
    value = ratio(100 * _TOPS.get(top, 1), _PARTS[part[:3]]) if part.isascii() else PART_OF_ONE[part] * 100
    return Written(*match.span(), value, _looseness(part, moved), unit=PERCENT)


def _is_of_them(lower: str, end: int) -> bool:
    """Whether a fraction is one of what follows: "half of them", "a third fewer"."""
    return _OF_NEXT.match(lower, end) is not None


def _looseness(part: str, moved: re.Match[str] | None) -> Fraction:
    """To each side, in percent: "by about half" may be two fifths."""
    if moved is None:
        return LOOSE_SHARE
    slack = _HALF_TOLD if part == "half" else LOOSE_SHARE
    return slack if moved["hedge"] is None else slack * _HEDGED


def _change(lower: str, match: re.Match[str]) -> Written | None:
    word = match["change"]
    if _NOT_A_CHANGE.match(lower, match.end()) or (
        word == "double" and lower[match.start() - 1 : match.start()] == "-"
    ):
        return None
    if word.endswith("magnitude"):
        value = ratio(10 ** _TOPS[word.partition(" ")[0]])
        return Written(*match.span(), value, value / 2, unit=TIMES)
    value = _FOLDS[word[:3]]
    return Written(*match.span(), value, value * _LOOSE_FOLD, unit=TIMES)


def _lone_one(lower: str, match: re.Match[str]) -> Written | None:
    word, before = match["one"], lower[max(0, match.start() - 12) : match.start()]
    if word in ("a", "an") and _ARTICLE_MEASURES.search(before) is None:
        return None
    if word == "one" and lower[match.end() : match.end() + 4] == " day" and not before.endswith("in "):
        return None  # "one day I noticed"
    value = HALF if word.startswith("half") else ratio(1)
    return Written(*match.span(), value, ratio(1, 20) * value)
