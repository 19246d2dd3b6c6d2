"""Vectors of sentences: pieces of words, layers against slow sums, and what is said of a bad folder."""

from __future__ import annotations

import math
import struct
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from starling.adapters.embeddings import folder as room
from starling.adapters.embeddings.folder import NEEDED, FolderEmbedder
from starling.adapters.embeddings.wordpiece import WordPiece
from starling.model.problem import StarlingError, UnreadableError, UsageError
from tests.adapters import models
from tests.adapters.models import HEADS, LAYERS, PLACES, VOCABULARY, WIDTH

Rows = list[list[float]]
PIECES = WordPiece(VOCABULARY)
TEXTS = ("The price", "playing", "I played the price, 3 mistakes.", "", "a " * 40)


def named(text: str, most: int = PLACES) -> list[str]:
    """The pieces of a text by name."""
    return [VOCABULARY[each] for each in PIECES.tokens(text, most)[1:-1]]


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("The PRICE", ["the", "price"]),
        ("playing, played", ["play", "##ing", ",", "play", "##ed"]),
        ("Prïcé", ["price"]),
        ("pri\u0000ce\u200b", ["price"]),
        ("the\u00a0price\tthe", ["the", "price", "the"]),
        ("東price東", ["東", "price", "東"]),
        ("$5…", ["$", "5", "…"]),
        ("priceß the", ["[UNK]", "the"]),
        ("a" * 101, ["[UNK]"]),
        ("a" * 3, ["a", "##a", "##a"]),
        ("[CLS]", ["[UNK]", "c", "##l", "##s", "[UNK]"]),
        ("\ufffd \n\r\u2028", []),
    ],
)
def test_words_are_cut_into_the_longest_pieces(text: str, pieces: list[str]) -> None:
    """
    Case, accents and control signs do not matter; marks and Chinese signs stand alone.
    """
    assert pieces == named(text)


@given(st.text(max_size=80), st.integers(min_value=2, max_value=30))
def test_any_text_has_tokens_of_the_vocabulary(text: str, most: int) -> None:
    """
    Whatever is written, the tokens stand between the two marks, are of the vocabulary, and not too many.
    """
    tokens = PIECES.tokens(text, most)

    assert (2, 3) == (tokens[0], tokens[-1])
    assert len(tokens) <= most
    assert set(tokens) <= set(range(len(VOCABULARY)))


# --- The layers, in plain sums ----------------------------------------------


def _matrix(weights: dict[str, models.Tensor], name: str) -> Rows:
    (_, columns), figures = weights[f"{name}.weight"]
    return [list(figures[at : at + columns]) for at in range(0, len(figures), columns)]


def _linear(weights: dict[str, models.Tensor], name: str, row: Sequence[float]) -> list[float]:
    bias = weights[f"{name}.bias"][1]
    return [_dot(each, row) + add for each, add in zip(_matrix(weights, name), bias, strict=True)]


def _norm(weights: dict[str, models.Tensor], name: str, row: Sequence[float]) -> list[float]:
    mean = sum(row) / len(row)
    spread = math.sqrt(sum((each - mean) ** 2 for each in row) / len(row) + 1e-12)
    gain, shift = weights[f"{name}.weight"][1], weights[f"{name}.bias"][1]
    return [(each - mean) / spread * one + add for each, one, add in zip(row, gain, shift, strict=True)]


def _attended(asked: Rows, keys: Rows, values: Rows) -> Rows:
    found: Rows = [[] for _ in asked]
    size = WIDTH // HEADS
    for first in range(0, WIDTH, size):
        of = slice(first, first + size)
        for place, row in enumerate(asked):
            near = [math.exp(_dot(row[of], key[of]) / math.sqrt(size)) for key in keys]
            found[place] += [
                sum(one / sum(near) * value[at] for one, value in zip(near, values, strict=True))
                for at in range(first, first + size)
            ]
    return found


def _dot(one: Sequence[float], other: Sequence[float]) -> float:
    return sum(a * b for a, b in zip(one, other, strict=True))


def _added(one: Rows, other: Rows) -> Rows:
    return [[a + b for a, b in zip(x, y, strict=True)] for x, y in zip(one, other, strict=True)]


def slowly(weights: dict[str, models.Tensor], tokens: Sequence[int]) -> list[float]:
    """The vector of a text as the papers define it, with the exact error function."""
    words, places, kinds = (
        _matrix(weights, f"embeddings.{name}_embeddings") for name in ("word", "position", "token_type")
    )
    x = [
        _norm(
            weights,
            "embeddings.LayerNorm",
            [a + b + c for a, b, c in zip(words[token], place, kinds[0], strict=True)],
        )
        for token, place in zip(tokens, places, strict=False)
    ]
    for layer in (f"encoder.layer.{at}" for at in range(LAYERS)):
        inside = f"{layer}.attention"
        asked, keys, values = (
            [_linear(weights, f"{inside}.self.{name}", row) for row in x]
            for name in ("query", "key", "value")
        )
        seen = [_linear(weights, f"{inside}.output.dense", row) for row in _attended(asked, keys, values)]
        x = [_norm(weights, f"{inside}.output.LayerNorm", row) for row in _added(x, seen)]
        wide = [_linear(weights, f"{layer}.intermediate.dense", row) for row in x]
        wide = [[each * (1 + math.erf(each / math.sqrt(2))) / 2 for each in row] for row in wide]
        made = [_linear(weights, f"{layer}.output.dense", row) for row in wide]
        x = [_norm(weights, f"{layer}.output.LayerNorm", row) for row in _added(x, made)]
    means = [sum(column) / len(x) for column in zip(*x, strict=True)]
    return [each / math.sqrt(_dot(means, means)) for each in means]


def test_the_layers_say_what_slow_sums_say(tmp_path: Path) -> None:
    """
    The vectors of texts of unlike lengths, computed together, are those of the definition, each for itself.
    """
    vectors = FolderEmbedder(models.make(tmp_path)).embed(TEXTS)

    for text, vector in zip(TEXTS, vectors, strict=True):
        expected = slowly(models.tensors(1), PIECES.tokens(text, PLACES))
        assert expected == pytest.approx(struct.unpack(f"<{WIDTH}f", vector), abs=2e-6)


def test_many_texts_are_as_each_alone(tmp_path: Path) -> None:
    """
    More texts than go through the layers together give the vectors that each has alone, in their order.
    """
    model = FolderEmbedder(models.make(tmp_path))
    texts = [f"{'price ' * (at % 7)}{at}" for at in range(75)]

    alone = tuple(model.embed([each])[0] for each in texts)

    for one, other in zip(model.embed(texts), alone, strict=True):
        assert struct.unpack(f"<{WIDTH}f", one) == pytest.approx(struct.unpack(f"<{WIDTH}f", other), abs=1e-6)


def test_likeness_is_the_cosine(tmp_path: Path) -> None:
    """
    A text is as like itself as can be, and of nothing there is nothing to compare.
    """
    model = FolderEmbedder(models.make(tmp_path))
    one, other = model.embed(["the price", "a mistake"])
    (first, second) = model.cosines([one, other], [other, one])
    dot = _dot(struct.unpack(f"<{WIDTH}f", one), struct.unpack(f"<{WIDTH}f", other))

    assert (dot, 1.0, 1.0, dot) == pytest.approx((*first, *second), abs=1e-6)
    assert (((),), (), ()) == (model.cosines([], [one]), model.cosines([one], []), model.embed([]))


def test_another_model_has_another_name(tmp_path: Path) -> None:
    """
    Vectors of one model are never taken for those of another.
    """
    folder = tmp_path / "model"
    before = FolderEmbedder(models.make(folder)).name
    (folder / "model.safetensors").write_bytes(models.safetensors(models.tensors(2)) + b" ")

    assert before != FolderEmbedder(folder).name


# --- What cannot be used ----------------------------------------------------


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    """
    A missing folder is named, with the files that it would have to hold; nothing is downloaded.
    """
    with pytest.raises(UsageError) as refused:
        _ = FolderEmbedder(tmp_path / "models").name

    assert str(tmp_path / "models") == refused.value.where
    assert [] == [name for name in NEEDED if name not in refused.value.try_this]
    assert "Nothing is downloaded" in refused.value.try_this


@pytest.mark.parametrize("name", NEEDED)
def test_a_missing_file_is_named(tmp_path: Path, name: str) -> None:
    """
    A folder in which one of the files is missing is refused by the name of that file.
    """
    with pytest.raises(UsageError) as refused:
        _ = FolderEmbedder(models.make(tmp_path, left_out=[name])).name

    assert name in refused.value.what


def test_without_numpy_the_package_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """
    Where numpy is not installed, the person is told what to install.
    """
    monkeypatch.setattr(room, "find_spec", lambda _: None)
    with pytest.raises(UsageError) as refused:
        _ = FolderEmbedder(models.make(tmp_path)).name

    assert "pip install numpy" in refused.value.try_this


WEIGHTS = models.safetensors(models.tensors(1))


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("model.safetensors", b""),
        ("model.safetensors", b"\xff" * 40),
        ("model.safetensors", WEIGHTS[:-5]),
        ("model.safetensors", WEIGHTS[:200]),
        ("model.safetensors", b"\x02" + b"\0" * 7 + b"[]"),
        ("model.safetensors", b"\x02" + b"\0" * 7 + b"{}"),
        ("model.safetensors", models.safetensors(dict.fromkeys(models.tensors(1), ((2, 2), [1.0] * 4)))),
        (
            "model.safetensors",
            models.safetensors({k: (s, [math.nan] * len(f)) for k, (s, f) in models.tensors(1).items()}),
        ),
        ("config.json", b"{}"),
        ("config.json", b"[1]"),
        ("config.json", b"\xff{"),
        ("config.json", b'{"model_type": "gpt2", "num_hidden_layers": 1}'),
        ("config.json", b'{"num_hidden_layers": 9, "num_attention_heads": 2, "max_position_embeddings": 24}'),
        ("config.json", b'{"num_hidden_layers": 2, "num_attention_heads": 3, "max_position_embeddings": 24}'),
        ("config.json", b'{"num_hidden_layers": 2, "num_attention_heads": 0, "max_position_embeddings": 24}'),
        (
            "config.json",
            b'{"num_hidden_layers": 2, "num_attention_heads": 2, "max_position_embeddings": 512}',
        ),
        (
            "config.json",
            b'{"num_hidden_layers": null, "num_attention_heads": 2, "max_position_embeddings": 24}',
        ),
        ("vocab.txt", b""),
        ("vocab.txt", b"\xff\xfe"),
        ("vocab.txt", "\n".join((*VOCABULARY, "more")).encode()),
    ],
)
def test_a_folder_with_something_else_is_refused(tmp_path: Path, name: str, data: bytes) -> None:
    """
    Files that are cut off, empty, or of another model are refused with the folder and what is needed.
    """
    folder = models.make(tmp_path / "model")
    (folder / name).write_bytes(data)
    with pytest.raises(StarlingError) as refused:
        FolderEmbedder(folder).embed(["the price"])

    assert UnreadableError is type(refused.value)
    assert str(folder) == refused.value.where
    assert refused.value.try_this


def test_numpy_waits_for_the_first_text() -> None:
    """
    Naming a model imports no numpy.
    """
    import subprocess  # noqa: PLC0415

    program = (
        "import sys, pathlib\n"
        "from starling.adapters.embeddings.folder import FolderEmbedder\n"
        "FolderEmbedder(pathlib.Path('.'))\n"
        "sys.exit('numpy' in sys.modules)"
    )
    assert 0 == subprocess.run([sys.executable, "-c", program], check=False).returncode
