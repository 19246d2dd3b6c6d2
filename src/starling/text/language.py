"""Whether a text is English, the one language that the review reads."""

from __future__ import annotations

from collections.abc import Sequence

from starling.text.words import Word, lowers

_COMMON = frozenset(
    "the a an to and of in i we was were it that for with on as my our by from is at this which be had "
    "not but so they them their are or have has".split()
)
_ELSEWHERE = frozenset(
    "der das den dem und ist nicht ein eine mit auf im ich wir habe von zu het een en de niet ik el la "
    "los las que del un una para se le les et des du est dans nous je il di che um uma em da eu och att "
    "som det ett vi jag og jeg av nie jest dla oraz jsem ve bir bu ile yang dan untuk dengan saya ang "
    "ng mga ja oli ei az egy hogy".split()
)
"""Small words of other languages; none that English notes are full of, as "per" and "no"."""
_ENOUGH_WORDS, _SAMPLE = 20, 200
_PROSE = 0.2
"""The share of English small words from which on no other is looked for: running English has .35."""
_FOREIGN = 0.08
"""The least share of such words in another language: German notes have .2, English ones none."""


def is_english(text: str, words: Sequence[Word]) -> bool:
    """Whether *text*, of these *words*, reads as English; a text too short to tell is given the benefit.

    Terse notes leave the small words of English out, so that it is those of other languages that count.
    """
    if 2 * len(text.encode("ascii", "ignore")) < len(text):
        return False
    said = tuple(lowers(words[:_SAMPLE]))
    if len(said) < _ENOUGH_WORDS or sum(map(_COMMON.__contains__, said)) >= _PROSE * len(said):
        return True
    foreign = sum(word in _ELSEWHERE or not (word.isascii() or "’" in word) for word in said)
    return foreign < _FOREIGN * len(said)
