"""Whether what was built would hold elsewhere, and who else uses it."""

from __future__ import annotations

from collections.abc import Iterator

from starling.model.story import PartKind
from starling.review.probe import Asked, Probe, about
from starling.review.reading import Reading
from starling.review.rule import example, tell
from starling.review.signals.deeds import Agent, Deed, actions
from starling.review.signals.scope import scope
from starling.text.phrases import Hit

_MAKING = frozenset(
    "built build created create designed design developed develop wrote introduced established".split()
)
_UNDER_LOAD = frozenset(("service", "pipeline", "system", "api", "platform", "feature store"))
_TRIALS = ("prototype", "proof of concept", "poc", "test suite", "demo")
_REACH = 7
"""How many words after the verb the thing that was made is named in."""
_AFTER_A_NOUN = frozenset(
    "for that to in using with on which where and or of showing between from at by so as across via called "
    "when".split()
)


def _reuse_is_told(reading: Reading) -> bool:
    """Whether the telling says how far it reached."""
    reach = scope(reading).organisation
    return any(reading.kind_at(hit.start) in (PartKind.RESULT, PartKind.REFLECTION) for hit in reach)


def _made(reading: Reading, deed: Deed) -> Hit | None:
    """What a deed made that others could use, or None."""
    if deed.verb not in _MAKING or deed.agent is Agent.OTHER:
        return None
    near = deed.words[: _REACH + 1]
    said = reading.lower[deed.start : near[-1].end]
    if any(trial in said for trial in _TRIALS):
        return None
    end = next((word.start for word in near[1:] if word.lower in _AFTER_A_NOUN), near[-1].end)
    things = reading.hits_in("built_things", deed.sentence)
    return next((t for t in things if deed.start < t.start < end and _is_thing(reading, t)), None)


def _is_thing(reading: Reading, hit: Hit) -> bool:
    """Whether a noun is the thing itself and not half of another: "service", not "service alerts"."""
    following = reading.words_in(hit.end, hit.end + 2)
    return not following or following[0].lower in _AFTER_A_NOUN


def ask(reading: Reading) -> Iterator[Asked]:
    """Ask about each thing built that others could use, where nothing says who does."""
    if _reuse_is_told(reading):
        return
    for deed in actions(reading):
        thing = _made(reading, deed)
        if thing is None:
            continue
        if reading.lower[thing.start : thing.end] in _UNDER_LOAD:
            question = "Would it hold at ten times the load, and what would break first?"
        else:
            question = "Who else uses it now, and what did they have to change?"
        yield about(reading, deed.start, deed.end, question)


PROBE = Probe(
    summary="Would it hold at a larger scale, and who else uses it?",
    source="rubric, 6.1 (scale, transfer) and D8",
    hits=(
        example(
            tell(
                action="I built a labelling tool for the two analysts.", result="Labels were ready in a day."
            )
        ),
        example(tell(action="- Designed a feature pipeline in Airflow", result="It runs each night.")),
    ),
    misses=(
        example(
            tell(action="I built a labelling tool.", result="Three other teams adopted it within a quarter.")
        ),
        example(tell(action="I built trust with the analysts.", result="They told me about the bad labels.")),
        example(tell(action="I built a prototype of the service.", result="They chose the other one.")),
        example(tell(action="I wrote two service health alerts.", result="They chose the other one.")),
    ),
    ask=ask,
)
