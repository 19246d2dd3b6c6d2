"""A BERT encoder in numpy, forwards alone: what all-MiniLM-L6-v2 and its kin need to say what a text means.

Devlin and others, 2019; Wang and others, 2020 (MiniLM); Reimers and Gurevych, 2019 (the mean of the tokens).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from starling.adapters.embeddings.weights import Weights

Numbers = NDArray[np.float32]

_BATCH = 32
"""Texts that go through the layers together."""

_ROWS = 256
"""Rows of a feed-forward layer that are taken at a time, so that what GELU needs stays near the processor."""

_FAR = np.float32(-1e9)
"""What is added to the attention to a place without a token: it becomes 0."""

_ERF = (1.061405429, -1.453152027, 1.421413741, -0.284496736, 0.254829592)
_ERF_STEP = 0.3275911
"""Abramowitz and Stegun, 1964, formula 7.1.26; off by 1.5e-7 at most."""


@dataclass(frozen=True, kw_only=True)
class Shape:
    """What the configuration of a model says beyond its weights: ``longest`` is a text in tokens."""

    layers: int
    heads: int
    tiny: float
    longest: int
    mean: bool = True


@dataclass(frozen=True)
class _Linear:
    weight: Numbers
    bias: Numbers

    def __call__(self, x: Numbers) -> Numbers:
        out = x.reshape(-1, x.shape[-1]) @ self.weight  # one product for all texts, not one for each
        out += self.bias
        return out.reshape(*x.shape[:-1], -1)


@dataclass(frozen=True)
class _Norm:
    gain: Numbers
    shift: Numbers
    tiny: float

    def __call__(self, x: Numbers) -> Numbers:
        x = x - x.mean(-1, keepdims=True)
        spread = np.sqrt(np.square(x).mean(-1, keepdims=True) + np.float32(self.tiny))
        out: Numbers = x / spread * self.gain + self.shift
        return out


@dataclass(frozen=True)
class _Layer:
    """Who attends to whom, then what is made of it; each added to what was there, and brought to one size."""

    asked: _Linear
    attended: _Linear
    attended_norm: _Norm
    wide: _Linear
    narrow: _Linear
    norm: _Norm

    def __call__(self, x: Numbers, far: Numbers, heads: int) -> Numbers:
        x = self.attended_norm(x + self.attended(_attention(self.asked(x), far, heads)))
        return self.norm(x + self.narrow(_gelu(self.wide(x))))


class Encoder:
    """The layers of a model for a vocabulary of some *words*.

    KeyError where a weight is missing, ValueError where something belongs to another model.
    """

    def __init__(self, weights: Weights, shape: Shape, words: int) -> None:
        own = {name.removeprefix("bert."): each for name, each in weights.items()}
        self.shape = shape
        self._words = own["embeddings.word_embeddings.weight"]
        places = own["embeddings.position_embeddings.weight"]
        self._places = places + own["embeddings.token_type_embeddings.weight"][0]
        self._norm = _norm(own, "embeddings", shape.tiny)
        self._layers = [_layer(own, f"encoder.layer.{at}", shape.tiny) for at in range(shape.layers)]
        self.width = self._words.shape[1]
        fits = len(places) >= shape.longest and len(self._words) >= words
        if shape.heads < 1 or self.width % shape.heads or not fits:
            raise ValueError("its files do not belong together")

    def encode(self, texts: Sequence[Sequence[int]]) -> Numbers:
        """The vectors of tokenised *texts*, one row of length 1 for each; alike long ones go together."""
        order = sorted(range(len(texts)), key=lambda at: (len(texts[at]), at))
        out = np.zeros((len(texts), self.width), np.float32)
        for first in range(0, len(order), _BATCH):
            chosen = order[first : first + _BATCH]
            out[chosen] = self._batch([texts[at] for at in chosen])
        return out

    def _batch(self, texts: Sequence[Sequence[int]]) -> Numbers:
        longest = max(map(len, texts))
        tokens = np.zeros((len(texts), longest), np.intp)
        there = np.zeros((len(texts), longest, 1), np.float32)
        for row, text in enumerate(texts):
            tokens[row, : len(text)] = text
            there[row, : len(text)] = 1
        x = self._norm(self._words[tokens] + self._places[:longest])
        far = (1 - there.transpose(0, 2, 1)[:, None]) * _FAR
        for layer in self._layers:
            x = layer(x, far, self.shape.heads)
        means = (x * there).sum(1) / there.sum(1) if self.shape.mean else x[:, 0]
        out: Numbers = means / np.linalg.norm(means, axis=1, keepdims=True)
        return out


def _attention(asked: Numbers, far: Numbers, heads: int) -> Numbers:
    """Scaled dot products, softmax, weighted sum; *asked* holds queries, keys and values side by side."""
    texts, tokens, width = asked.shape
    each = width // 3 // heads
    queries, keys, values = asked.reshape(texts, tokens, 3, heads, each).transpose(2, 0, 3, 1, 4)
    weights = queries @ keys.transpose(0, 1, 3, 2) * np.float32(each**-0.5) + far
    weights = np.exp(weights - weights.max(-1, keepdims=True))
    weights /= weights.sum(-1, keepdims=True)
    out: Numbers = (weights @ values).transpose(0, 2, 1, 3).reshape(texts, tokens, width // 3)
    return out


def _gelu(x: Numbers) -> Numbers:
    """GELU with the exact error function, in place, some rows at a time."""
    rows = x.reshape(-1, x.shape[-1])
    for first in range(0, len(rows), _ROWS):
        rows[first : first + _ROWS] *= _share(rows[first : first + _ROWS])
    return rows.reshape(x.shape)


def _share(x: Numbers) -> Numbers:
    """The share of the normal distribution below *x*."""
    z = np.abs(x) * np.float32(0.5**0.5)
    step = 1 / (1 + np.float32(_ERF_STEP) * z)
    tail: Numbers = np.zeros_like(z)
    for factor in _ERF:
        tail += np.float32(factor)
        tail *= step
    tail *= np.exp(-z * z) * np.float32(0.5)
    out: Numbers = np.where(x > 0, 1 - tail, tail)
    return out


def _layer(own: Weights, name: str, tiny: float) -> _Layer:
    inside = f"{name}.attention"
    return _Layer(
        _joined(_linear(own, f"{inside}.self.{each}") for each in ("query", "key", "value")),
        _linear(own, f"{inside}.output.dense"),
        _norm(own, f"{inside}.output", tiny),
        _linear(own, f"{name}.intermediate.dense"),
        _linear(own, f"{name}.output.dense"),
        _norm(own, f"{name}.output", tiny),
    )


def _linear(own: Weights, name: str) -> _Linear:
    return _Linear(np.ascontiguousarray(own[f"{name}.weight"].T), own[f"{name}.bias"])


def _joined(parts: Iterable[_Linear]) -> _Linear:
    all_of_them = list(parts)
    weights = [each.weight for each in all_of_them]
    return _Linear(np.concatenate(weights, 1), np.concatenate([each.bias for each in all_of_them]))


def _norm(own: Weights, name: str, tiny: float) -> _Norm:
    return _Norm(own[f"{name}.LayerNorm.weight"], own[f"{name}.LayerNorm.bias"], tiny)
