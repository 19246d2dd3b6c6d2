"""The words by which a listener hears who did what, beside the verbs themselves."""

from __future__ import annotations

SPEAKER = frozenset(("i", "i'd", "i've", "i'm", "i'll"))
WE = frozenset(("we", "we'd", "we've", "we're", "we'll"))
THEY = frozenset(
    ("he", "she", "they", "you", "he'd", "she'd", "they'd", "they've", "who", "someone", "somebody")
)
THINGS = frozenset(("it", "this", "which", "there", "it's", "its"))
JOINERS = frozenset(
    ("and", "then", "or", "but", "also", "plus", "finally", "later", "next", "first", "afterwards")
)
BE = frozenset(("was", "were", "been", "being", "is", "are", "be", "got", "gets"))
AUXILIARIES = frozenset(("had", "did", "was", "were", "got", "used"))
NOBODYS = frozenset(("spent",))
"""Passives that nobody does: "seven seconds were spent on decoding"."""
SUPPOSING = frozenset(("if", "unless"))
"""What follows is supposed, and not done: "if we staggered it"."""
PREFIXES = frozenset("fine root load stress re pre hand cross pair smoke".split())
"""First halves of verbs, which leave open what they found open: "Fine-tuned the model"."""
