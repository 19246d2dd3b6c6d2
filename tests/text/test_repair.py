"""Any bytes become readable text or a clear refusal; text decoded twice comes out as it was meant."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from starling.model.problem import UnreadableError
from starling.text.repair import decode, repair

SEEDS = Path(__file__).parents[3] / "shared" / "seeds"
WORDS = "The rollout fell from 8 s → 2 s, 3 × faster — we’d shipped it ✅ in Zürich 🚀."
LETTERS = st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"], exclude_characters="\ufeff")
SPEECH = st.text(LETTERS | st.sampled_from("\n\t"), max_size=300)
CODECS = ["cp1252", "mac_roman", "latin-1"]


def twice(text: str, codec: str) -> str:
    """*text* as it looks after its UTF-8 was read in another encoding."""
    return "".join(
        bytes([byte]).decode(codec) if codec != "cp1252" or byte not in b"\x81\x8d\x8f\x90\x9d" else chr(byte)
        for byte in text.encode()
    )


@pytest.mark.parametrize("codec", CODECS)
def test_double_decoding_is_undone(codec: str) -> None:
    """
    Arrows, signs of multiplication, quotes and emoji come back, with one problem that counts and shows.
    """
    text, problems = repair(f"# Notes\n{twice(WORDS, codec)}\nplain\n{twice('30% → 10%', codec)}")

    assert f"# Notes\n{WORDS}\nplain\n30% → 10%" == text
    assert 1 == len(problems)
    assert 2 == problems[0].line
    assert "2 lines" in problems[0].what
    assert "→" in problems[0].what


def test_a_doubtful_line_follows_the_rest_of_its_file() -> None:
    """
    A sign that alone may be meant is mended where other lines prove how the file was damaged.
    """
    alone = twice("Acme™", "cp1252")

    assert (alone, ()) == repair(alone)
    assert "Acme™\n8 s → 2 s" == repair(f"{alone}\n{twice('8 s → 2 s', 'cp1252')}")[0]


@pytest.mark.parametrize("text", ["95 → 40 min", "2 × as fast", "≥ 3 runs", "✓ done", "it didn’t"])
@pytest.mark.parametrize("codec", CODECS)
def test_one_sign_in_a_short_note_is_proof_enough(text: str, codec: str) -> None:
    """
    A single damaged sign of the kind that notes are full of is mended, though nothing else proves it.
    """
    assert text == repair(twice(text, codec))[0]


@pytest.mark.parametrize(
    "text",
    [
        "SÃO PAULO, MAÇÃ and PÃO DE AÇÚCAR",
        "“We’re done”—she said… «été»",
        "שלום עולם، مرحبا بالعالم",
        "漢字かな交じり文 𝔘𝔫𝔦𝔠𝔬𝔡𝔢 👩‍👩‍👧 🇨🇭",
        "naïve café, ÆØÅ, Ångström, ≥ 3 × 2 → 6",
    ],
)
def test_sound_text_stays(text: str) -> None:
    """
    Text of any script that was decoded once is left alone.
    """
    assert (text, ()) == repair(text)


@given(st.text())
def test_lines_are_neither_made_nor_lost(text: str) -> None:
    """
    Repair keeps the number of lines of any text, and repaired text needs no new line ends.
    """
    mended, problems = repair(text)

    assert text.replace("\r\n", "\n").replace("\r", "\n").count("\n") == mended.count("\n")
    assert all(1 <= problem.line <= mended.count("\n") + 1 for problem in problems)


@given(SPEECH, st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-32"]))
def test_text_survives_its_encoding(text: str, encoding: str) -> None:
    """
    Text written in UTF-8, UTF-16 or UTF-32 with its mark is read back as it was.
    """
    assert (text, ()) == decode(text.encode(encoding))


@given(st.text("abc, é\n", min_size=1, max_size=200))
def test_utf_16_needs_no_mark(text: str) -> None:
    """
    UTF-16 without a mark is known by its NULs.
    """
    assert (f"Notes {text}", ()) == decode(f"Notes {text}".encode("utf-16-le"))


@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    """
    Bytes of any kind become text, or a refusal that says what to do.
    """
    try:
        text, _ = decode(data)
    except UnreadableError as error:
        text = f"{error.what} {error.try_this}"

    assert text or not data.strip(b"\xff\xfe\x00\xef\xbb\xbf")
    assert "\r" not in text
    text.encode()


def test_no_byte_of_another_encoding_is_lost() -> None:
    """
    A line in Windows-1252 among lines in UTF-8 is read as such, and named.
    """
    text, problems = decode("é one\r\n".encode() + "café – two".encode("cp1252"))

    assert "é one\ncafé – two" == text
    assert [2] == [problem.line for problem in problems]
    assert "Windows-1252" in problems[0].what


@pytest.mark.parametrize(
    "data", [b"%PDF-1.7 x", b"PK\x03\x04rest", b"\x89PNG\r\n", b"a\x00b\x01\x02c", b"{\\rtf1 hi}"]
)
def test_what_is_no_text_is_refused(data: bytes) -> None:
    """
    A document, an archive, a picture or raw bytes are refused in a sentence.
    """
    with pytest.raises(UnreadableError, match="not text") as refusal:
        decode(data)

    assert refusal.value.where
    assert "import" in refusal.value.try_this


def test_a_stray_nul_is_shown() -> None:
    """
    One NUL in a long text does not make it binary: its place is shown and named.
    """
    text, problems = repair("one\ntw\0o\n")

    assert "one\ntw\ufffdo\n" == text
    assert [2] == [problem.line for problem in problems]


def test_one_long_damaged_line_is_mended() -> None:
    """
    A damaged line of a million characters comes out right, to its last sign.
    """
    text, _ = repair(twice("a → b ✅ ", "cp1252") * 80_000)

    assert "a → b ✅ " * 80_000 == text


@pytest.mark.skipif(not SEEDS.is_dir(), reason="The seed notes are not on this machine: nothing was checked.")
def test_the_seeds_come_out_right() -> None:
    """
    No sign of double decoding is left in the seeds, and the two that were sound are unchanged.
    """
    damaged = []
    for path in sorted(SEEDS.glob("*.txt")):
        before, _ = decode(path.read_bytes())
        after, problems = repair(before)
        damaged.extend([path.name[:3]] * len(problems))
        assert before.count("\n") == after.count("\n")
        assert not [sign for sign in ("â", "ðŸ", "Ã", "üå", "‚Ä", "\uf8ff", "‚ù", "Î¼") if sign in after]

    assert ["000", "002", "004"] == damaged
