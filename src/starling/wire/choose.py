"""Which stories to rehearse."""

from __future__ import annotations

from starling.usecases.choose import Choice
from starling.wire.common import Json, Shapes


def _choice(choice: Choice) -> Json:
    return {
        "set": choice.set_name,
        "most": choice.most,
        "stories": [
            {
                "story": each.story,
                "title": each.title,
                "strong": list(each.strong),
                "partly": list(each.partly),
                "new": list(each.new),
            }
            for each in choice.picks
        ],
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


SHAPES: Shapes = {Choice: ("choice", _choice)}
