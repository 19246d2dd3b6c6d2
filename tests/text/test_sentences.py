"""Sentences: cutting at sure ends and the careful way agree, and every word is in one of them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from starling.text import sentences as module
from starling.text.sentences import sentences

PARAGRAPHS = [
    "We shipped it on Friday. Nobody noticed until Monday!",
    "Latency fell from 8.5 s to 450 ms (p95). Then it stayed there.",
    'She asked "Why now?" I had no answer. We waited.',
    "The job, e.g. the nightly one, failed twice. I added a retry.",
    "Dr. Ito from Acme Inc. wrote it; we kept it.",
    "Recall was 92%. Precision was 60%. That was the problem (for us). It cost money.",
    "Recall rose, precision fell etc., and so on; e.g. vs. before; then it held.",
    "We moved to Python 3.11. The build took 40 minutes. Before that it took 2 h.",
    "It was the SLA. The team knew.",
]
WORDS = st.sampled_from(
    [
        "we",
        "The",
        "etc.",
        "model.",
        "3.5",
        "Inc.",
        "(p95).",
        'said "no."',
        "SLA.",
        "e.g.",
        "…",
        "vs.",
        "done!",
        "II.",
        "a;",
        "5%.",
    ]
)


@pytest.mark.parametrize("text", PARAGRAPHS)
def test_agrees_with_syntok(text: str) -> None:
    """
    Cutting at sure ends first finds exactly the sentences that syntok finds in the whole.
    """
    assert module._careful(text) == sentences(text)


def test_notes_without_capitals_have_sentences() -> None:
    """
    Who types without capitals is read in sentences too; a shortened word before a small letter ends none.
    """
    text = "i read 40 failures. most came from one lens, e.g. the left vs. the right. we cut 5%. it held"

    assert [
        "i read 40 failures.",
        "most came from one lens, e.g. the left vs. the right.",
        "we cut 5%.",
        "it held",
    ] == [text[start:end] for start, end in sentences(text)]
    assert 1 == len(sentences("we measured latency, cost etc. and wrote approx. five pages on it"))


def test_a_unit_ends_its_sentence() -> None:
    """
    “It takes 90 ms. Then it stops.” is two sentences, “I asked Ms. Ito.” is one.
    """
    assert 2 == len(sentences("It takes 90 ms. Then it stops."))
    assert 1 == len(sentences("I asked Ms. Ito for 90 copies."))
    assert 2 == len(sentences("it fell to 17 min. calls fell too"))
    assert 2 == len(sentences("The build took 40 min. Before that it took 2 h."))
    assert 4 == len(sentences("It fell by 19 %. It took 3 h. We sent 200 kB. I was glad."))


@given(st.lists(WORDS, max_size=30))
def test_every_word_is_in_one_sentence(pieces: list[str]) -> None:
    """
    Sentences stand in order, do not overlap, and leave out nothing but white space.
    """
    text = " ".join(pieces)
    spans = sentences(text)
    outside = "".join(
        text[end:start]
        for (_, end), (start, _) in zip([(0, 0), *spans], [*spans, (len(text), 0)], strict=True)
    )

    assert "" == outside.strip()
    assert sorted(spans) == list(spans)


def test_plain_prose_never_reaches_syntok(monkeypatch: pytest.MonkeyPatch) -> None:
    """
    A paragraph without a doubtful mark is split without the costly library.
    """
    monkeypatch.setattr(module, "_careful", lambda text: pytest.fail(f"in doubt: {text}"))

    assert 2 == len(sentences("Latency fell from 8.5 s to 300 ms (p95). Nobody was paged since."))
