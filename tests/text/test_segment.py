"""Unlabelled prose is told apart into S, T, A and R; nothing is lost, and doubt is said."""

from __future__ import annotations

from importlib.resources import files
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from starling.model.story import CORE, Line, Part, PartKind
from starling.text.segment import LOW, Weights, parts, segment
from starling.text.units import units
from tests.conftest import Calls

WEIGHTS = Weights.from_json((files("starling.content") / "segmenter.json").read_text("utf-8"))
S, T, A, R = CORE

PROSE = [
    (S, "Two winters ago our bakery app kept losing orders whenever the card terminal went offline."),
    (S, "Shop owners were writing slips by hand and typing them in at night."),
    (T, "I was responsible for making the app survive an hour without a connection."),
    (A, "I first sat in three shops for a morning and wrote down every step that broke."),
    (A, "Then I designed a small local queue and implemented it together with one colleague."),
    (A, "I also wrote a test that pulled the plug at random moments."),
    (R, "As a result, lost orders fell from 40 a week to zero within two months."),
    (R, "The owners were so happy that they asked for the same in the stock app."),
]
LIST = [
    (S, "The nightly forecast job for our toy warehouse took nine hours and often failed before dawn."),
    (T, "Bring the forecast below two hours without buying new machines."),
    (A, "Profiled the job and traced most of the time to one join"),
    (A, "Rewrote the join to use sorted partitions"),
    (A, "Added a checkpoint after every step so that a restart was cheap"),
    (A, "Walked the planners through the new schedule"),
    (R, "Runtime dropped from 9 hours to 70 minutes"),
    (R, "No failed night in the following quarter"),
    (R, "Planners now start at seven instead of ten"),
]
SPEECH = [
    (
        S,
        "so um at my last company we had this chat bot and people complained that it gave wrong answers",
    ),
    (S, "and nobody knew how often that happened"),
    (T, "and so I was asked to find out and my goal was to get the wrong answers under five percent"),
    (A, "so I collected like three hundred real chats and I labelled them with two people from support"),
    (A, "and then I built a small test set and I changed how we looked up the articles"),
    (A, "and I also added a check that refused to answer when it was not sure"),
    (R, "and in the end wrong answers went down from 18 percent to 4 percent"),
    (R, "and the support team was really happy and they still use the test set today"),
]
STYLES = {
    "prose": " ".join(text for _, text in PROSE),
    "list": "\n".join(f"- {text}" if kind in (A, R) else f"{text}\n" for kind, text in LIST),
    "speech": " ".join(text for _, text in SPEECH),
}
TOLD = {"prose": PROSE, "list": LIST, "speech": SPEECH}
NO_AIM = {
    "prose": (
        "Our kiln software let the temperature swing by forty degrees, and every second batch cracked. "
        "I logged the gas valve for a week and plotted it against the core sensor. "
        "The lag was six minutes, so I replaced the fixed rule with a small predictive model. "
        "I ran it on the smallest kiln before touching the other three. "
        "Cracked batches went from one in two to one in thirty."
    ),
    "speech": (
        "so we had a recommendation service for a seed catalogue and every friday it would fall over "
        "because of a batch job that somebody had written years ago and nobody really owned it "
        "so i looked at the logs and saw it was loading the whole catalogue into memory for every user "
        "i rewrote that bit so it streams it and i put an alert on memory "
        "and after that it never fell over again and we could turn off two machines"
    ),
}

TEXT = st.text(
    alphabet=st.sampled_from("aI wetoh.!?\n\t-*`#>|1%$()\"'’“ éאو😀\x00\u2028"), max_size=300
) | st.lists(
    st.sampled_from([*(text for _, text in PROSE + LIST + SPEECH), "\n", "\n\n", "- ", "```\n", "1. "])
).map(" ".join)


def part(text: str, *, number: int = 1, column: int = 1) -> Part:
    """A part that holds *text*, its first line at *number* and all its lines at *column*."""
    lines = (Line(line, number + index, column) for index, line in enumerate(text.split("\n")))
    return Part(PartKind.OTHER, tuple(lines))


@pytest.mark.parametrize("style", STYLES)
def test_tells_the_parts_apart(style: str) -> None:
    """
    In a paragraph, a list and a transcript without a full stop, nearly every word gets its label.
    """
    text, wanted, start = STYLES[style], [], 0
    for kind, sentence in TOLD[style]:
        start = text.index(sentence, start)
        wanted.append((start, start + len(sentence), kind))
    found = segment(text, WEIGHTS)
    right = sum(
        max(0, min(end, unit.end) - max(start, unit.start))
        for start, end, kind in wanted
        for unit in found.units
        if unit.kind is kind
    )

    assert 0.85 <= right / sum(end - start for start, end, _ in wanted)
    assert set(CORE) == {unit.kind for unit in found.units}


def test_starts_again_with_the_result() -> None:
    """
    A story that opens with its outcome is not forced into the order S, T, A, R.
    """
    text = (
        "I reduced our cloud bill by 35%, which saved $90,000 a year. "
        "When I joined the platform team, our costs were growing every month and nobody knew why. "
        "My task was to find the largest waste. I analysed the invoices, built a dashboard and "
        "asked every team to tag its machines. I then switched off what nobody claimed. "
        "As a result, spending dropped by a third and the dashboard became the standard."
    )
    kinds = [unit.kind for unit in segment(text, WEIGHTS).units]

    assert (R, R) == (kinds[0], kinds[-1])
    assert S in kinds


@pytest.mark.parametrize("style", NO_AIM)
def test_nobody_gets_an_aim_they_never_told(style: str) -> None:
    """
    Where no sentence says what was to be done, no background is taken for the task; told, it is found.
    """
    text = NO_AIM[style]
    deed = text.index("so i looked" if style == "speech" else "I logged")
    aim = "and my job was to stop that " if style == "speech" else "My job was to stop that. "
    told = text[:deed] + aim + text[deed:]

    assert {S, A, R} == {unit.kind for unit in segment(text, WEIGHTS).units}
    assert T in {unit.kind for unit in segment(told, WEIGHTS).units}


@pytest.mark.parametrize(
    ("sentence", "kinds"),
    [
        ("Get cracked batches below one in twenty. ", {S, T, A, R}),
        ("Translate the potters' wishes into a firing plan. ", {S, T, A, R}),
        ("In order to see it, a friend told me about sensors. ", {S, A, R}),
    ],
)
def test_an_order_is_an_aim_and_a_reason_is_none(sentence: str, kinds: set[PartKind]) -> None:
    """
    A goal jotted down as an order is the task; why something was done, or what somebody told, is none.
    """
    text = NO_AIM["prose"]
    deed = text.index("I logged")

    assert kinds == {unit.kind for unit in segment(text[:deed] + sentence + text[deed:], WEIGHTS).units}


def test_a_thought_is_not_cut_before_its_object() -> None:
    """
    A transcript without a full stop is cut where a thought may begin, never after “the” or “looked at”.
    """
    text = (
        "at the depot we used the old scanner for all of the parcels that came in from the north and i "
        "was asked to replace it so i looked at the logs of the scanner and i wrote down what the people "
        "at the belt did when it failed and then i built a small tool that reads the label by itself and "
        "i tested it with the night shift and now nearly everybody from the early shift to the late one "
        "uses it in all three depots"
    )
    pieces = [text[unit.start : unit.end] for unit in segment(text, WEIGHTS).units]

    assert all(piece.split()[-1] not in {"the", "at", "of", "that", "and", "so", "i"} for piece in pieces)
    assert all(piece.split()[0] in {"at", "and", "so", "that", "when"} for piece in pieces)
    assert "and i was asked to replace it" in pieces


def test_doubt_is_said() -> None:
    """
    What is no story is less sure than a story, and is a guess.
    """
    recipe = "Salt. Water, and more of it? Blue is a colour. Seven. Perhaps a door. The moon."

    assert not segment(STYLES["prose"], WEIGHTS).low
    assert segment(recipe, WEIGHTS).confidence < LOW < segment(STYLES["prose"], WEIGHTS).confidence


@pytest.mark.parametrize("text", ["", " \n\t", "```\ncode\n```", "One thought only.", "lorem " * 500])
def test_nothing_to_tell_apart(text: str) -> None:
    """
    Fewer than two units, or one breath without any turn, is labelled with confidence 0.
    """
    found = segment(text, WEIGHTS)

    assert 0.0 == found.confidence
    assert found.low
    assert len(units(text)) == len(found.units)


@given(TEXT)
def test_every_unit_is_labelled(text: str) -> None:
    """
    Of any text, the units come in order and inside it, cover its sentences, and carry probabilities.
    """
    found = segment(text, WEIGHTS)

    assert all(before.end <= after.start for before, after in pairwise(found.units))
    assert all(0 <= unit.start < unit.end <= len(text) for unit in found.units)
    assert {unit.start for unit in units(text)} <= {unit.start for unit in found.units}
    assert all(unit.kind in CORE for unit in found.units)
    assert all(abs(1 - sum(unit.shares)) < 0.001 for unit in found.units)
    assert 0 <= found.confidence <= 1
    assert found == segment(text, WEIGHTS)


@given(TEXT, st.integers(1, 50), st.integers(1, 9))
def test_parts_keep_every_character_in_its_place(text: str, number: int, column: int) -> None:
    """
    The parts of any prose hold all its characters in order, each where it stands in the user's file.
    """
    prose = part(text, number=number, column=column)
    cut = parts(prose, segment(prose.text, WEIGHTS))

    assert "".join(text.split()) == "".join("".join(one.text for one in cut).split())
    for one in cut:
        for line in one.lines:
            whole = prose.lines[line.number - number]
            assert whole.text[line.column - column :].startswith(line.text)


def test_a_line_is_cut_inside() -> None:
    """
    One paragraph on one line becomes parts whose columns advance; neighbours of one label stay together.
    """
    prose = part(STYLES["prose"], number=7, column=3)
    cut = parts(prose, segment(prose.text, WEIGHTS))

    assert [S, T, A, R] == [one.kind for one in cut]
    assert [7, 7, 7, 7] == [one.lines[0].number for one in cut]
    assert [3 + prose.text.index(one.text) for one in cut] == [one.lines[0].column for one in cut]


def test_a_list_mark_stays_with_its_item() -> None:
    """
    A part that begins with a list item begins with the mark of that item.
    """
    cut = parts(part(STYLES["list"]), segment(STYLES["list"], WEIGHTS))

    assert all(line.text.startswith("- ") for one in cut for line in one.lines if one.kind in (A, R))


def test_prose_without_a_unit_comes_back() -> None:
    """
    Where nothing can be labelled, the part is returned as it was.
    """
    prose = part("```\ncode\n```")

    assert (prose,) == parts(prose, segment(prose.text, WEIGHTS))


def test_long_text_is_read_in_linear_time(calls: Calls) -> None:
    """
    Ten times the sentences take about ten times the work, and keep their probabilities.
    """

    def read(sentences: int) -> None:
        text = " ".join(f"{PROSE[index % 8][1][:-1]} {index}." for index in range(sentences))
        found = segment(text, WEIGHTS)
        assert all(abs(1 - sum(unit.shares)) < 0.001 for unit in found.units)

    assert 12 * calls(lambda: read(100)) > calls(lambda: read(1_000))


def test_weights_survive_their_text() -> None:
    """
    Weights written and read again are the same.
    """
    assert Weights.from_json(WEIGHTS.to_json()) == WEIGHTS


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "{}",
        '{"held": {"a": [1]}, "entered": {}, "joins": {}}',
        '{"held":{},"entered":{},"joins":{"a":[]}}',
    ],
)
def test_other_text_is_no_weights(text: str) -> None:
    """
    What is not the weights of a segmenter is refused by name.
    """
    with pytest.raises(ValueError):  # noqa: PT011 - json's own error is one too
        Weights.from_json(text)
