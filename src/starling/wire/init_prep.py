"""What making a prep folder made."""

from __future__ import annotations

from starling.usecases.init_prep import Prep
from starling.wire.common import Json, Shapes


def _prep(prep: Prep) -> Json:
    return {"where": prep.where, "made": list(prep.made)}


SHAPES: Shapes = {Prep: ("prep", _prep)}
