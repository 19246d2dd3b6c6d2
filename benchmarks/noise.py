"""Ways to say the same thing differently, or to say nothing more in more words: story in, story out (set G).

Every change is seeded, so that the same story always changes in the same way.
"""

from __future__ import annotations

import dataclasses
import random
import re
from collections.abc import Callable

from starling.model.story import SPOKEN, Line, Part, PartKind, Story
from starling.text.units import BULLET, units

Noise = Callable[[Story], Story]
Change = Callable[[str, random.Random], str]

_SEED = 20
_OFTEN = 0.9


def _changed(story: Story, change: Change, kinds: tuple[PartKind, ...] = SPOKEN) -> Story:
    """*story* with *change* done to the text of its parts of these kinds."""
    parts: list[Part] = []
    for number, part in enumerate(story.parts):
        if part.kind not in kinds or not part.text.strip():
            parts.append(part)
            continue
        text = change(part.text, random.Random(_SEED + number))
        first = part.lines[0].number
        lines = tuple(Line(line, first + n) for n, line in enumerate(text.split("\n")))
        parts.append(dataclasses.replace(part, lines=lines))
    return dataclasses.replace(story, parts=tuple(parts))


def _swap(text: str, table: dict[str, str], chance: random.Random, often: float) -> str:
    """*text* with words of *table* replaced, their capitals kept."""

    def swapped(match: re.Match[str]) -> str:
        word = match.group()
        other = table.get(word.lower())
        if other is None or chance.random() > often:
            return word
        return other[0].upper() + other[1:] if word[0].isupper() and word != "I" else other

    return re.sub(r"[^\W\d_]+(?:['’][^\W\d_]+)?", swapped, text)


def articles_dropped(story: Story) -> Story:
    """Without most articles."""

    def drop(text: str, chance: random.Random) -> str:
        pattern = r"\b([Tt]he|[Aa]|[Aa]n) (?=[^\W\d_])"
        return re.sub(pattern, lambda m: "" if chance.random() < _OFTEN else m.group(), text)

    return _changed(story, drop)


_AGREEMENT = {
    "was": "were", "were": "was", "is": "are", "are": "is", "has": "have", "have": "has",
    "doesn't": "don't", "don't": "doesn't", "does": "do", "wasn't": "weren't", "weren't": "wasn't",
}  # fmt: skip


def agreement_lost(story: Story) -> Story:
    """With most verbs in the wrong number."""
    return _changed(story, lambda text, chance: _swap(text, _AGREEMENT, chance, _OFTEN))


_HEDGES = ("I think", "Maybe", "I guess", "Probably", "I would say", "It seems")
_SOFTENERS = ("kind of", "sort of", "probably", "basically", "more or less", "maybe")


def hedged(story: Story) -> Story:
    """With a hedge in nearly every sentence that can take one."""

    def hedge(text: str, chance: random.Random) -> str:
        for unit in reversed(units(text)):
            said = text[unit.start : unit.end]
            if chance.random() < _OFTEN:
                text = text[: unit.start] + _hedged_sentence(said, chance) + text[unit.end :]
        return text

    return _changed(story, hedge)


def _hedged_sentence(said: str, chance: random.Random) -> str:
    first, _, rest = said.partition(" ")
    if first in ("I", "We", "They", "He", "She") and rest:
        return f"{first} {chance.choice(_SOFTENERS)} {rest}"
    if (
        first in ("The", "This", "Our", "My", "It", "In", "When", "After", "These", "That", "A", "As", "To")
        and rest
    ):
        return f"{chance.choice(_HEDGES)} {first[0].lower() + first[1:]} {rest}"
    return re.sub(r"^([A-Z][a-z]+ed) ", lambda m: f"{m[1]}, {chance.choice(_SOFTENERS)}, ", said)


def as_prose(story: Story) -> Story:
    """With list items run together as sentences."""

    def join(text: str, _: random.Random) -> str:
        if not any(BULLET.match(line) for line in text.split("\n")):
            return text
        items = [text[unit.start : unit.end].strip() for unit in units(text)]
        return " ".join(
            item if item.endswith((".", "!", "?", ":", ";", '"')) else item + "." for item in items
        )

    return _changed(story, join)


def as_bullets(story: Story) -> Story:
    """With every sentence as a list item."""

    def split(text: str, _: random.Random) -> str:
        if any(BULLET.match(line) for line in text.split("\n")):
            return text
        return "\n".join(f"- {' '.join(text[unit.start : unit.end].split())}" for unit in units(text))

    return _changed(story, split)


_SYNONYMS = dict(
    pair.split("=")
    for pair in (
        "built=developed developed=built created=made implemented=built used=employed utilized=used "
        "found=discovered discovered=found identified=spotted noticed=saw fixed=repaired resolved=fixed "
        "started=began began=started improved=enhanced reduced=lowered lowered=reduced increased=raised "
        "dropped=fell fell=dropped decreased=fell showed=demonstrated demonstrated=showed "
        "explained=described proposed=suggested suggested=proposed decided=chose selected=picked "
        "chose=picked analyzed=examined analysed=examined investigated=examined reviewed=inspected "
        "checked=inspected tested=tried changed=altered removed=deleted replaced=swapped "
        "deployed=released launched=released shipped=released collaborated=cooperated organized=arranged "
        "documented=recorded wrote=drafted asked=requested helped=assisted large=big big=large quick=fast "
        "fast=quick important=significant difficult=hard hard=difficult problem=issue issue=problem "
        "customers=clients clients=customers company=firm colleague=coworker coworker=colleague "
        "boss=manager error=fault errors=faults several=many many=several finally=eventually "
        "quickly=rapidly because=since"
    ).split()
)


def synonyms(story: Story) -> Story:
    """With everyday words swapped for others of the same meaning."""
    return _changed(story, lambda text, chance: _swap(text, _SYNONYMS, chance, _OFTEN))


_TO_WE = {"i": "we", "my": "our", "me": "us", "i'm": "we're", "i've": "we've", "i'd": "we'd", "mine": "ours"}
_TO_I = {"we": "I", "our": "my", "us": "me", "we're": "I'm", "we've": "I've", "we'd": "I'd"}
_TEAM_CONTEXT = (PartKind.SITUATION, PartKind.RESULT)


def i_to_we(story: Story) -> Story:
    """With "we" for "I" in the context and the result, where both are right."""
    return _changed(story, lambda text, chance: _swap(text, _TO_WE, chance, 1), _TEAM_CONTEXT)


def we_to_i(story: Story) -> Story:
    """With "I" for "we" in the context and the result, where both are right."""
    return _changed(story, lambda text, chance: _swap(text, _TO_I, chance, 1), _TEAM_CONTEXT)


FAIRNESS: dict[str, Noise] = {
    "articles dropped": articles_dropped,
    "agreement lost": agreement_lost,
    "hedges inserted": hedged,
    "bullets to prose": as_prose,
    "prose to bullets": as_bullets,
    "synonyms": synonyms,
    "I to we in context": i_to_we,
    "we to I in context": we_to_i,
}
"""Changes that must not move a content score: by at most 0.10 on average, and by a point in at most 2 %."""

_PADDING = (
    "It is worth saying that this was a very important piece of work for everyone.",
    "As you can imagine, there was a lot going on at that point.",
    "Overall it was a really interesting and valuable experience in many ways.",
    "There were of course many different aspects to think about here.",
    "This is something that matters a great deal in our field.",
    "All in all, a lot of effort went into this from every side.",
)
_STUFFING = {
    PartKind.ACTION: "Kubernetes, Kafka, Spark, Airflow, PyTorch, TensorFlow, Docker, Terraform, "
    "leadership, ownership, trade-offs, because, instead of, rather than, considered, compared, "
    "hypothesis, measured, A/B test, canary.",
    PartKind.RESULT: "Impact, scale, ROI, KPI, stakeholder alignment, customer obsession, growth, lesson "
    "learned, best practice, cross-functional, data-driven, results-oriented, since then, adopted, "
    "approved.",
}


def padded(story: Story) -> Story:
    """With two empty sentences more in every part."""

    def pad(text: str, chance: random.Random) -> str:
        return text + " " + " ".join(chance.sample(_PADDING, 2))

    return _changed(story, pad)


def stuffed(story: Story) -> Story:
    """With the words that a keyword counter would like, strung together at the end of action and result."""
    for kind in _STUFFING:
        story = _changed(story, _stuff(kind), (kind,))
    return story


def _stuff(kind: PartKind) -> Change:
    return lambda text, _: f"{text}\n{_STUFFING[kind]}"


GAMING: dict[str, Noise] = {"length padding": padded, "keyword stuffing": stuffed}
"""Changes that add nothing and must gain nothing: at most 0.2 point on average."""
