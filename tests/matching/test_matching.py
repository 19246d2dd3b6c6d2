"""What a question asks for, what a story tells, and how the two are brought together."""

from __future__ import annotations

import re
import tomllib
from dataclasses import replace
from functools import cache
from itertools import product
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from starling.content import bank, load
from starling.matching.asked_before import Bank
from starling.matching.demand import Demand, content, of_principle, of_question, of_text
from starling.matching.features import Features, read_features
from starling.matching.fit import Fit
from starling.matching.lexicon import lexicon
from starling.matching.proof import explain
from starling.matching.score import ANGLE, Row, Rows, cell, missing, order
from starling.matching.stems import phrase, stem
from starling.matching.tellings import groups
from starling.matching.understood import understood
from starling.model.story import Story
from starling.text.story_format import parse

ROOT = Path(__file__).parents[2]
PAGES = sorted((ROOT / "examples" / "bank" / "stories").glob("*.md"))
REWORDINGS = tomllib.loads((Path(__file__).parent / "rewordings.toml").read_text("utf-8"))["rewording"]
SHIPPED = {question.slug: question for question in bank.questions()}


@cache
def stories() -> tuple[Story, ...]:
    """The stories of the example bank."""
    return tuple(parse(page.read_text("utf-8"), page.stem)[0] for page in PAGES)


@cache
def features() -> tuple[Features, ...]:
    """Their features."""
    return tuple(read_features(story) for story in stories())


@cache
def asked() -> Bank:
    """The shipped questions by their words."""
    return Bank(bank.questions(), content)


def demand(text: str) -> Demand:
    """What a wording asks for."""
    return of_text(text, asked())


def first(text: str, count: int = 1) -> list[str]:
    """The slugs of the best stories for a wording."""
    return [features()[place].slug for place in order(demand(text), features())[:count]]


@pytest.mark.parametrize(
    ("question", "story"),
    [
        ("Tell me about a time you made a mistake.", "the-price-in-cents"),
        ("Describe a disagreement with a colleague.", "table-or-feature-store"),
        ("Tell me about a time you mentored someone.", "ines-and-the-evaluation"),
        ("How do you deal with ambiguous requirements?", "make-search-smarter"),
        ("Tell me about critical feedback that you received.", "too-many-slides"),
        ("Tell me about a time you influenced others without authority.", "one-checklist-for-releases"),
        ("Explain something technical to non-technical people.", "a-forecast-for-planners"),
        ("How do you prioritize competing requests?", "three-requests-one-team"),
    ],
)
def test_a_common_question_finds_its_story(question: str, story: str) -> None:
    """
    A common question finds the story that tells the event it asks for among the first two.
    """
    assert story in first(question, 2)


def test_rewordings_are_answered() -> None:
    """
    Of natural re-wordings of common questions 85 in 100 find a right story among the first three.
    """
    answered = [row for row in REWORDINGS if set(first(row["question"], 3)) & set(row["stories"])]

    assert 120 == len(REWORDINGS)
    assert len(answered) >= 102


def test_fresh_rewordings_are_understood() -> None:
    """
    Of fresh re-wordings, half belong where the question does that they ask, and six in ten have its type.

    Half find that question itself among the nearest of the bank.
    """
    fresh = [(demand(row["question"]), SHIPPED[row["asks"]]) for row in REWORDINGS if "asks" in row]

    assert 60 == len(fresh)
    assert sum(wanted.competency == asked.competency for wanted, asked in fresh) >= 30
    assert sum(wanted.type is asked.type for wanted, asked in fresh) >= 36
    assert sum(asked in {each.question for each in wanted.near} for wanted, asked in fresh) >= 30


def test_a_question_is_understood_by_the_others() -> None:
    """
    A question taken out of the bank is told by the rest: where it belongs, four in ten; its type, half.
    """
    told = [
        (of_text(each.text, Bank([one for one in SHIPPED.values() if one != each], content)), each)
        for each in list(SHIPPED.values())[::7]
    ]

    assert sum(wanted.competency == each.competency for wanted, each in told) >= 0.4 * len(told)
    assert sum(wanted.type is each.type for wanted, each in told) >= 0.5 * len(told)


@pytest.mark.parametrize(
    ("said", "short"),
    [
        ("When'd you turn somebody down?", "When did you turn down a wish?"),
        ("When did you really talk a whole group out of it?", "When did you talk a whole group out of?"),
        ("What've you got rid of?", "What have you got rid of?"),
    ],
)
def test_spoken_english_asks_the_same(said: str, short: str) -> None:
    """
    What is spoken shorter, and whom or what a phrase is about, changes nothing in the themes asked for most.
    """
    most = [max(understood(text).items(), key=lambda each: each[1])[0] for text in (said, short)]

    assert most[0] == most[1]


def test_what_no_question_is_like_has_no_type() -> None:
    """
    Where the bank holds nothing like a question, it is put nowhere, and no type is made up.
    """
    wanted = demand("Tell me about a beehive you had to move.")

    assert ("", None, ()) == (wanted.competency, wanted.type, wanted.near)


def test_rewordings_stand_apart_from_the_lexicon() -> None:
    """
    No cue that was written after a re-wording is a run of four words or more of it, and none is in the bank.
    """
    first_set = [phrase(row["question"]) for row in REWORDINGS if "asks" not in row]
    fresh = [phrase(row["question"]) for row in REWORDINGS if "asks" in row]
    shipped = {phrase(text) for each in bank.questions() for text in (each.text, *each.also)}

    assert [] == shared(cues("asked", "told", "spoken"), first_set)
    assert [] == shared(cues("spoken"), fresh)
    assert set() == shipped & {*first_set, *fresh}


def cues(*lists: str) -> set[str]:
    """The cues in some lists of the lexicon, by their stems."""
    themes = load.table("lexicon.toml")["theme"]
    written = (cue for theme in themes for name in lists for cue in theme.get(name, ()))
    return {
        phrase(" ".join(form)) for cue in written for form in product(*(w.split("/") for w in cue.split()))
    }


def shared(cues: set[str], said: list[str]) -> list[str]:
    """The cues of four words or more that stand in what is said."""
    return sorted(cue for cue in cues if cue.count(" ") > 2 and any(cue in text for text in said))


def test_a_proof_is_a_sentence_of_the_story_on_its_line() -> None:
    """
    Whatever is quoted as evidence stands in the story, and begins on the line that is named.
    """
    for question in bank.questions()[::7]:
        wanted = of_question(question, asked())
        for page, story, read in zip(PAGES, stories(), features(), strict=True):
            lines = page.read_text("utf-8").split("\n")
            for proof in explain(wanted, story, read).proofs:
                opening = proof.quote.removesuffix(" …")[:30]
                assert opening in " ".join(" ".join(lines[proof.line - 1 : proof.line + 2]).split())


def test_a_fit_without_evidence_is_none() -> None:
    """
    A story that says nothing of what is asked is no fit, and nothing is quoted from it.
    """
    story, _ = parse(
        "# Lunch\n\n## Situation\n\nIt rained on Tuesday.\n\n## Result\n\nWe ate soup.\n", "lunch"
    )
    match = explain(demand("Tell me about a time you mentored someone."), story, read_features(story))

    assert (Fit.NONE, (), ()) == (match.fit, match.proofs, match.missing)


def test_what_the_author_states_comes_first() -> None:
    """
    A story whose page names the question, or the principle it serves, is strong and comes first.
    """
    wanted = demand("Tell me about a time you simplified something.")
    plain = features()[0]
    stated = replace(plain, question="Tell me about a time you simplified something")
    served = replace(plain, stated=("Dive Deep",))
    deep = next(each for each in bank.principles() if each.ref == "amazon/dive-deep")
    dive = of_principle(deep, bank.questions(), asked())

    assert (True, Fit.STRONG) == (cell(wanted, stated).stated, cell(wanted, stated).fit)
    assert 0 == order(wanted, [stated, *features()[1:]])[0]
    assert (True, False) == (cell(dive, served).stated, cell(dive, plain).stated)


def test_a_row_says_what_its_cells_say() -> None:
    """
    Scoring a story against many questions at once gives the same fits as one by one, and survives being kept.
    """
    wanted = [of_question(each, asked()) for each in bank.questions()[::5]]
    rows = Rows(wanted)
    for read in (*features(), replace(features()[0], question=wanted[3].text, stated=("ownership",))):
        row = rows.row(read)
        singly = [cell(each, read) for each in wanted]

        assert [(each.fit, each.stated) for each in singly] == [(each.fit, each.stated) for each in row]
        assert list(row) == list(Row.from_bytes(row.to_bytes()))


def test_a_fit_depends_on_the_two_alone() -> None:
    """
    The same story has the same features after a round trip through JSON, and the same fit in any company.
    """
    wanted = demand("Tell me about an incident in production.")
    for read in features():
        again = Features.from_json(read.to_json())
        assert again == read
        assert cell(wanted, again) == cell(wanted, read)


def test_missing_slots_are_those_the_story_does_not_show() -> None:
    """
    A story that ends before the lesson lacks what the question wants to hear about it.
    """
    question = next(each for each in bank.questions() if "own-mistake" in each.shows)
    wanted = of_question(question, asked())
    mistake = next(each for each in features() if each.slug == "the-price-in-cents")
    other = next(each for each in features() if each.slug == "thirty-hours-to-three")

    assert "own-mistake" not in missing(wanted, mistake)
    assert "own-mistake" in missing(wanted, other)


def test_tellings_of_one_event_are_one() -> None:
    """
    An edited copy, and stories of one project, are one event; a hundred copies are one too.
    """
    one, two, three = stories()[:3]
    copy = replace(one, slug="copy")
    named = replace(two, project="Atlas"), replace(three, project="atlas")
    hundred = [replace(one, slug=f"copy-{number}") for number in range(100)]

    assert ((0, 2), (1,)) == groups([one, two, copy])
    assert ((0, 1), (2,)) == groups([*named, one])
    assert (tuple(range(100)),) == groups(hundred)
    assert () == groups([])


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("disagreed", "disagreement"),
        ("prioritise", "prioritization"),
        ("led", "leadership"),
        ("taught", "teaching"),
        ("analyses", "analyzed"),
        ("stopped", "stop"),
        ("deploys", "deployment"),
        ("failures", "failed"),
    ],
)
def test_forms_of_a_word_are_one_stem(one: str, other: str) -> None:
    """
    Two forms of one word have one stem.
    """
    assert stem(one) == stem(other)


def test_negations_are_one_word() -> None:
    """
    "Did not", "didn't" and "cannot" part the same way in a question and in a story.
    """
    assert phrase("did not agree") == phrase("didn't agree")
    assert phrase("can't agree") == phrase("cannot agree") == phrase("could not agree")


def asked_first(text: str) -> str:
    """The theme that a wording asks for most."""
    themes = understood(text)
    return lexicon().themes[max(themes, key=lambda at: (themes[at], -at))].slug


@pytest.mark.parametrize(
    ("text", "theme"),
    [
        ("We own up to what went wrong.", "failure"),
        ("Be proud of what you build.", "proud"),
        ("What did you do when the brief was foggy?", "ambiguity"),
        ("Ever been thrown in at the deep end with a model?", "learning"),
        ("Which of your models has treated certain groups unjustly?", "ethics"),
    ],
)
def test_a_turn_of_phrase_is_understood_as_it_is_meant(text: str, theme: str) -> None:
    """
    An idiom asks for what it means, not for what its words say; a field of work never outweighs the event.
    """
    assert theme == asked_first(text)


def test_a_word_of_no_list_is_understood_by_its_neighbours() -> None:
    """
    A word that no theme knows asks for what the words near it ask for, and for less of it.
    """
    unknown = next(
        word
        for word in sorted(lexicon().near)
        if word not in lexicon().asked and word not in lexicon().told and understood(word)
    )
    themes = {at for other in lexicon().near[unknown] for at in understood(other)}

    assert set(understood(unknown)) <= themes
    assert {} == understood("zyxwv")


def test_words_of_neutral_turns_of_phrase_are_not_looked_for() -> None:
    """
    The words of a turn of phrase that asks for nothing are not searched for in stories.
    """
    assert "order" not in content("What did you leave out in order to ship?")
    assert "order" in content("How did you order the tasks?")


def test_a_story_of_everything_is_not_strong_for_everything() -> None:
    """
    Of two stories that say the same of what is asked, the one that says as much of anything is not strong.
    """
    wanted = demand("Tell me about somebody you mentored.")
    read = next(each for each in features() if each.slug == "ines-and-the-evaluation")
    asked_for = {at for at, _ in wanted.themes}
    most = max(read.themes)
    everything = tuple(told if at in asked_for else most for at, told in enumerate(read.themes))

    assert Fit.STRONG is cell(wanted, read).fit
    assert Fit.STRONG is not cell(wanted, replace(read, themes=everything)).fit


def test_what_to_show_is_what_most_of_the_close_questions_want() -> None:
    """
    A question in common words wants to hear what the questions nearest to it agree on.
    """
    close = [
        each.question for each in demand("Tell me about a time you made a mistake.").near if each.is_close
    ]
    shows = demand("Tell me about a time you made a mistake.").shows

    assert len(close) > 1
    assert "own-mistake" in shows
    assert all(sum(slot in each.shows for each in close) > 1 for slot in shows)


@given(st.text(max_size=300))
def test_any_text_is_understood_somehow(text: str) -> None:
    """
    No text breaks the understanding of a question or the reading of a story, and weights stay finite.
    """
    wanted = demand(text)
    story, _ = parse(f"# {text}\n\n## Action\n\n{text}\n", "any")
    found = cell(wanted, read_features(story))

    assert found.score >= 0 or found.fit is Fit.NONE
    assert sum(weight for _, weight in wanted.themes) < 10


def test_a_very_long_question_is_read_from_its_beginning() -> None:
    """
    A question of ten thousand characters asks for what its beginning asks for.
    """
    text = "Tell me about a time you made a mistake. " + "And so on and on. " * 600

    assert len(text) > 10_000
    assert ["the-price-in-cents"] == first(text)


def test_every_cue_is_plain() -> None:
    """
    Cues are lower-case words, and every theme names slots and competencies that there are.
    """
    slots = {each.slug for each in bank.slots()}
    competencies = {each.slug for each in bank.competencies()}
    for theme in load.table("lexicon.toml")["theme"]:
        assert set(theme["slots"]) <= slots
        assert set(theme["competencies"]) <= competencies
        assert [] == [
            cue
            for cue in (*theme["asked"], *theme["told"])
            if not re.fullmatch(r"[a-z0-9%'/&.,-]+(?: [a-z0-9%'/&.,-]+)*", cue)
        ]


def test_every_slot_has_cues() -> None:
    """
    Whatever an answer must show can be found in a story.
    """
    assert [] == [each.slug for each in bank.slots() if len(each.cues) < 5]
    assert ANGLE > 0
