"""How well one story fits one row, as terminal text, and what its author states."""

from __future__ import annotations

from collections.abc import Iterator

from starling.cli.paper import Lines, bold, clean, cut, dim, width, wrap
from starling.cli.show_coverage import MARKS
from starling.cli.show_matching import quoted
from starling.matching.fit import BY_AUTHOR, Fit
from starling.usecases.fits import FitSet, FitShown

_WORDS = {
    Fit.STRONG: "strong",
    Fit.PARTLY: "partly",
    Fit.ANGLE: "an angle that is not told",
    Fit.NONE: "none",
}


def _shown(shown: FitShown) -> Iterator[str]:
    yield f"{bold(cut(shown.title, width()))}  {dim(clean(shown.story))}"
    yield from wrap(f"{MARKS[shown.match.fit]} {_WORDS[shown.match.fit]} for {shown.name}  ({shown.row})")
    if shown.stated is not None:
        yield from wrap(_stated(shown), "    ", first="  = ")
    elif shown.match.stated:
        yield from wrap(f"You say so yourself: “{shown.match.stated}”", "    ", first="  = ")
    for proof in shown.match.proofs:
        if proof.why != BY_AUTHOR:
            why = f"  ({proof.why.lower()})" if proof.why else ""
            yield from wrap(f"{quoted(proof)}{why}", "    ", first="  - ")
    if shown.missing and shown.match.fit is not Fit.STRONG:
        named = "; ".join(each.name.lower() for each in shown.missing[:3])
        yield from wrap(f"To make it stronger, tell: {named}.", "    ", first="  + ")


def _stated(shown: FitShown) -> str:
    if shown.stated is None or not shown.stated.because:
        return "You stated it."
    said = f"You stated it, because “{shown.stated.because}”"
    if shown.line:
        return f"{said} (line {shown.line})"
    return said if shown.stated.fit == "none" else f"{said} (this sentence is not in the story)"


def _set(answer: FitSet) -> Iterator[str]:
    yield from _shown(answer.shown)
    what = "Taken back; what is computed holds again" if answer.shown.stated is None else "Kept"
    yield from ("", *wrap(f"{what}, in the front matter of {answer.shown.where}."))


LINES: Lines = {FitShown: _shown, FitSet: _set}
