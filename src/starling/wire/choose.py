"""Which stories to rehearse."""

from __future__ import annotations

from starling.usecases.choose import Choice, Pick
from starling.wire.common import Json, Shapes


def _choice(choice: Choice) -> Json:
    return {
        "set": choice.set_name,
        "most": choice.most,
        "stories": [_pick(each) for each in choice.picks],
        "twice": choice.twice,
        "once": choice.once,
        "never": choice.never,
        "short": list(choice.short),
        "value": choice.value,
        "bound": choice.bound,
        "proven": choice.proven,
        "stopped": choice.stopped,
        "exact": choice.exact,
    }


def _pick(pick: Pick) -> Json:
    return {
        "story": pick.story,
        "title": pick.title,
        "strong": list(pick.strong),
        "partly": list(pick.partly),
        "new": list(pick.new),
    }


SHAPES: Shapes = {Choice: ("choice", _choice)}
