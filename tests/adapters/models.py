"""Sentence models with random weights, small enough to be made by a test."""

from __future__ import annotations

import json
import random
import struct
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

_WHOLE = "embeddings.position_ids"
"""A tensor of whole numbers, as published models have."""

Tensor = tuple[tuple[int, ...], Sequence[float]]
"""A shape and its figures, row by row."""

WIDTH, HEADS, WIDE, LAYERS, PLACES = 8, 2, 12, 2, 24
LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789"
VOCABULARY = (
    "[PAD]", "[UNK]", "[CLS]", "[SEP]", "the", "price", "play", "##ing", "##ed", "mistake", "東",
    *".,'-$…", *LETTERS, *(f"##{sign}" for sign in LETTERS),
)  # fmt: skip


def tensors(seed: int) -> dict[str, Tensor]:
    """The weights of a model, named as BERT's are."""
    chance = random.Random(seed)  # noqa: S311 - figures for a test

    def some(*shape: int) -> Tensor:
        count = 1
        for each in shape:
            count *= each
        return shape, [chance.gauss(0, 0.4) for _ in range(count)]

    made = {
        "embeddings.word_embeddings.weight": some(len(VOCABULARY), WIDTH),
        "embeddings.position_embeddings.weight": some(PLACES, WIDTH),
        "embeddings.token_type_embeddings.weight": some(2, WIDTH),
    }
    norms = ["embeddings.LayerNorm"]
    for layer in (f"encoder.layer.{at}" for at in range(LAYERS)):
        inside = f"{layer}.attention"
        linear = [(f"{inside}.self.{each}", WIDTH, WIDTH) for each in ("query", "key", "value")]
        linear.append((f"{inside}.output.dense", WIDTH, WIDTH))
        linear.append((f"{layer}.intermediate.dense", WIDE, WIDTH))
        linear.append((f"{layer}.output.dense", WIDTH, WIDE))
        for name, out, into in linear:
            made |= {f"{name}.weight": some(out, into), f"{name}.bias": some(out)}
        norms += [f"{inside}.output.LayerNorm", f"{layer}.output.LayerNorm"]
    for name in norms:
        made |= {f"{name}.weight": some(WIDTH), f"{name}.bias": some(WIDTH)}
    return made


def safetensors(weights: Mapping[str, Tensor]) -> bytes:
    """The weights as a file holds them."""
    head: dict[str, object] = {"__metadata__": {"format": "pt"}}
    places: Tensor = ((1, PLACES), list(range(PLACES)))
    data = b""
    for name, (shape, figures) in {_WHOLE: places, **weights}.items():
        kind, sign = ("I64", "q") if name == _WHOLE else ("F32", "f")
        piece = struct.pack(f"<{len(figures)}{sign}", *figures)
        head[name] = {"dtype": kind, "shape": shape, "data_offsets": [len(data), len(data) + len(piece)]}
        data += piece
    written = json.dumps(head).encode()
    return struct.pack("<Q", len(written)) + written + data


def make(folder: Path, seed: int = 1, left_out: Iterable[str] = ()) -> Path:
    """A folder with a model, without the files that are *left_out*."""
    config = {
        "model_type": "bert",
        "num_hidden_layers": LAYERS,
        "num_attention_heads": HEADS,
        "max_position_embeddings": PLACES,
        "layer_norm_eps": 1e-12,
    }
    folder.mkdir(parents=True, exist_ok=True)
    for name, data in (
        ("config.json", json.dumps(config).encode()),
        ("model.safetensors", safetensors(tensors(seed))),
        ("vocab.txt", ("\n".join(VOCABULARY) + "\n").encode()),
    ):
        if name not in left_out:
            (folder / name).write_bytes(data)
    return folder
