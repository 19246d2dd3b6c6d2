"""One cell of the coverage as a page shows it: the evidence, and what a strong fit still needs."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote

from starling.matching.fit import Fit, Proof
from starling.usecases.fits import FitShown
from starling.web.views.fits import WORDS
from starling.web.views.story import story_url


@dataclass(frozen=True, slots=True)
class FitView:
    """One cell with its evidence, and the form that sets or denies it."""

    story: str
    story_link: str
    row: str
    name: str
    back: str
    fit: str
    word: str
    stated: bool
    because: str
    proofs: tuple[tuple[str, str], ...]
    missing: tuple[tuple[str, str], ...]


def fit_view(shown: FitShown, set_name: str) -> FitView:
    """One cell with the sentences that show it."""
    stated = shown.stated
    return FitView(
        story=shown.title,
        story_link=story_url(shown.story),
        row=shown.row,
        name=shown.name,
        back=f"/coverage/{quote(set_name, safe='')}#{shown.row.rpartition('/')[2]}",
        fit=shown.match.fit.value,
        word={Fit.ANGLE: "an angle you have not told", Fit.NONE: "no fit"}.get(
            shown.match.fit, WORDS[shown.match.fit]
        ),
        stated=stated is not None,
        because=stated.because if stated is not None else "",
        proofs=tuple((each.quote, _why(each)) for each in shown.match.proofs),
        missing=tuple((each.name, each.gist) for each in shown.missing),
    )


def _why(proof: Proof) -> str:
    """What a sentence shows, and where it stands."""
    named = [proof.why, f"line {proof.line}" if proof.line else ""]
    said = ", ".join(each for each in named if each)
    return said[:1].upper() + said[1:]
