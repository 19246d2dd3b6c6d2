"""An amount saved, earned or prevented, without a word on how it was worked out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from starling.model.report import Strength
from starling.model.story import PartKind
from starling.review.reading import Reading, Sentence
from starling.review.rule import Mark, Rule, example, tell
from starling.review.signals.clauses import quote_around
from starling.review.signals.parts import told_in

_AMOUNT = re.compile(
    r"[$€£₹]\s?\d[\d,.]{0,20}\s?(?:k|m|b|bn|mn|million|billion|thousand|lakhs?|crores?)?\b\+?"
    r"|\b\d[\d,.]{0,20}\s?(?:k|m|million|billion|thousand|lakhs?|crores?)?\s?(?:dollars|euros|pounds|usd|eur|gbp|inr)\b"
)
_SIGNS = ("$", "€", "£", "₹", "dollar", "euro", "pound", "usd", "eur", "gbp", "inr")
_EFFECT = re.compile(
    r"\b(?:sav(?:ed|es|ing|ings)|prevent(?:ed|ing)?|avoid(?:ed|ing)?|recover(?:ed|ing)?|generat(?:ed|ing)"
    r"|brought in|unlock(?:ed|ing)|protect(?:ed|ing)|losses"
    r"|(?:additional|incremental|extra|new|more) \w* ?revenue)\b"
)


def _unexplained(reading: Reading, sentence: Sentence) -> re.Match[str] | None:
    """The amount of a sentence that claims a gain and names neither a second amount nor a basis."""
    amounts = list(_AMOUNT.finditer(sentence.lower))
    if len(amounts) != 1 or _EFFECT.search(sentence.lower) is None:
        return None
    # an amount of the whole company is asked about by company_effect_from_one_story
    explained = reading.hits_in("basis_cues", sentence) or reading.hits_in("company_effects", sentence)
    return None if explained else amounts[0]


def check(reading: Reading) -> Iterator[Mark]:
    """Mark the first amount in the result whose working neither its sentence nor the next one gives."""
    if not any(sign in reading.lower for sign in _SIGNS):
        return
    told = told_in(reading, PartKind.RESULT)
    for sentence, following in zip(told, [*told[1:], None], strict=False):
        amount = _unexplained(reading, sentence)
        explained_next = following is not None and reading.hits_in("basis_cues", following)
        if amount is not None and not explained_next:
            start, end = sentence.start + amount.start(), sentence.start + amount.end()
            said = quote_around(reading, start, end)
            message = f"Prepare one line on “{said}”: what it was computed from, against what, and by whom."
            yield Mark(start, end, message)
            return


RULE = Rule(
    summary="An amount of money is claimed without saying how it was worked out.",
    why="“How did you get to that number?” is the first question after it, and a good answer earns more than "
    "the sum.",
    source="numbers-audit, R12 and N15; evaluation, K02 and K16",
    strength=Strength.ACTIONABLE,
    dimension="D7",
    hits=(
        example(tell(result="The new dispatch model saved the company $1.4M a year.")),
        example(tell(result="- Avoided an estimated €300,000 of losses\n- Presented it to the board")),
        example(
            tell(result="We generated 2 million dollars of extra revenue. Everyone in the team was promoted.")
        ),
    ),
    misses=(
        example(tell(result="It saved $40K a month, based on the invoices before and after the move.")),
        example(tell(result="GPU spend fell from $90K to $50K a month.")),
        example(tell(result="It saved $1.4M a year. Finance computed that from 20 minutes per dispatch.")),
        example(
            tell(situation="Fraud had already cost $2M, and saved nobody any work.", result="It stopped.")
        ),
    ),
    check=check,
)
