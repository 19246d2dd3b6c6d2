"""Words stand where they say they stand, and phrases are found as a slow reader would find them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from hypothesis import given
from hypothesis import strategies as st

from starling.text.phrases import Hit, Phrases
from starling.text.words import Word, lowered, words

LETTERS = st.text("aé'’ß0.,%+- \n_²Ⅷİ日", max_size=60)
STEPS = st.lists(st.sampled_from("abc"), min_size=1, max_size=4).map(" ".join)
LISTS = st.dictionaries(st.sampled_from(["one", "two", "three"]), st.lists(STEPS, max_size=5))


def slowly(lists: Mapping[str, Sequence[str]], found: Sequence[Word]) -> dict[str, list[Hit]]:
    """The longest phrase of each list at each word, by trying all of them."""
    hits: dict[str, list[Hit]] = {}
    for first in range(len(found)):
        for name, phrases in lists.items():
            sizes = [
                len(steps)
                for steps in (phrase.split() for phrase in phrases)
                if [word.lower for word in found[first : first + len(steps)]] == steps
            ]
            if sizes:
                end = found[first + max(sizes) - 1].end
                hits.setdefault(name, []).append(Hit(name, found[first].start, end))
    return hits


@given(LETTERS)
def test_a_word_stands_at_its_span_and_nothing_but_marks_between_words(text: str) -> None:
    """Every span holds the word in lower case; what no word takes has no letter and no digit."""
    rest, lower = list(text), lowered(text)
    for word in words(text):
        assert lower[word.start : word.end] == word.lower
        rest[word.start : word.end] = " " * (word.end - word.start)
    assert not any(character.isalnum() for character in rest)


def test_what_is_typed_without_its_apostrophe_is_heard_with_it() -> None:
    """
    "didnt" is "didn't" to everything that listens, and stands where it was typed.
    """
    assert [("i", 0, 1), ("didn't", 2, 7), ("check", 8, 13)] == words("I didnt check")


def test_apostrophes_hold_a_word_together_and_hyphens_part_it() -> None:
    """What a listener counts as one word is one, in every script and with its unit sign."""
    said = "Don’t over-fit naïve O'Brien's 60% of 2,500 at $2M, 450ms"
    heard = "don't over fit naïve o'brien's 60% of 2,500 at $2m 450 ms"
    assert [word.lower for word in words(said)] == heard.split()


@given(LISTS, st.lists(st.sampled_from("abcd"), max_size=12))
def test_of_each_list_the_longest_phrase_at_a_word_is_found(
    lists: dict[str, list[str]], said: list[str]
) -> None:
    """The automaton finds what trying every phrase at every word finds, list by list and in order."""
    found = words(" ".join(said))
    assert Phrases(lists).find(found) == slowly(lists, found)


def test_words_stay_right_when_more_pieces_were_read_than_are_remembered() -> None:
    """Reading more different pieces than are kept in memory changes no word and no offset."""
    text = " ".join(f"step{number}, Then" for number in range(21_000))
    said = words(text)
    assert len(said) == 3 * 21_000
    assert all(text[word.start : word.end].lower() == word.lower for word in said)
    assert words("Step7, then") == [Word("step", 0, 4), Word("7", 4, 5), Word("then", 7, 11)]
