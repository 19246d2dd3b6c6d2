"""A sentence model in a folder (port: Embedder); numpy is imported when there is something to embed."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from starling.adapters import files
from starling.adapters.embeddings.wordpiece import WordPiece
from starling.model.problem import UnreadableError, UsageError

if TYPE_CHECKING:
    from starling.adapters.embeddings.minilm import Encoder, Shape

_CONFIG, _WEIGHTS, _VOCABULARY = NEEDED = ("config.json", "model.safetensors", "vocab.txt")
"""The files of a model that are needed, as Hugging Face names them."""

_TOKENS, _LENGTH, _POOLING = "tokenizer_config.json", "sentence_bert_config.json", "1_Pooling/config.json"
"""Those that are read where they are there: letter case, tokens at most, and how a text is summed up."""

_KIND, _GELU = "bert", "gelu"
_ADVICE = (
    f"A folder with {_CONFIG}, {_WEIGHTS} and {_VOCABULARY} is needed, as of all-MiniLM-L6-v2 "
    "(docs/matching.md). Nothing is downloaded. Without the setting, matching goes by words."
)


class _Model(NamedTuple):
    pieces: WordPiece
    encoder: Encoder


class FolderEmbedder:
    """The model in a folder; it is loaded with the first text, and once in a process."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    @property
    def name(self) -> str:
        """Changes with the files of the model; UsageError where they, or numpy, are not there."""
        if not self._folder.is_dir():
            raise UsageError("The folder with the model is not there.", where=self._where, try_this=_ADVICE)
        missing = [each for each in NEEDED if not (self._folder / each).is_file()]
        if missing:
            what = f"The folder with the model holds no {' and no '.join(missing)}."
            raise UsageError(what, where=self._where, try_this=_ADVICE)
        if find_spec("numpy") is None:
            advice = "Install it: .venv/bin/pip install numpy"
            raise UsageError("The sentence model needs numpy.", where=self._where, try_this=advice)
        return _fingerprint(self._folder)

    @property
    def _where(self) -> str:
        return str(self._folder)

    def embed(self, texts: Sequence[str]) -> tuple[bytes, ...]:
        """The vector of each text; UnreadableError where the folder holds no model that can be run."""
        import numpy as np  # noqa: PLC0415 - 60 MB, for this alone

        pieces, encoder = _model(self._folder, self.name)
        vectors = encoder.encode([pieces.tokens(each, encoder.shape.longest) for each in texts])
        if not np.isfinite(vectors).all():
            raise _unusable(self._folder, "its weights are no numbers")
        return tuple(row.astype("<f4").tobytes() for row in vectors)

    def cosines(self, asked: Sequence[bytes], told: Sequence[bytes]) -> tuple[tuple[float, ...], ...]:
        """For each vector that is told, how like it is to each that is asked, -1 to 1."""
        import numpy as np  # noqa: PLC0415 - as above

        if not asked or not told:
            return ((),) * len(told)
        one, other = (
            np.frombuffer(b"".join(each), "<f4").reshape(len(each), -1).astype(np.float32)
            for each in (told, asked)
        )
        return tuple(map(tuple, (one @ other.T).tolist()))


@lru_cache(maxsize=1)
def _model(folder: Path, _name: str) -> _Model:
    """The model that a folder holds while it goes by that name."""
    from starling.adapters.embeddings.minilm import Encoder  # noqa: PLC0415 - numpy
    from starling.adapters.embeddings.weights import read_weights  # noqa: PLC0415 - numpy

    try:
        vocabulary = files.read(folder / _VOCABULARY).decode("utf-8").rstrip("\n").split("\n")
        pieces = WordPiece(vocabulary, lower=bool(_table(folder / _TOKENS).get("do_lower_case", True)))
        encoder = Encoder(read_weights(folder / _WEIGHTS), _shape(folder), len(vocabulary))
    except OSError as error:
        raise files.unreadable(folder, error) from error
    except KeyError as error:
        raise _unusable(folder, f"it has no {error}") from error
    except (ValueError, TypeError, IndexError, AttributeError) as error:
        raise _unusable(folder, str(error)) from error
    return _Model(pieces, encoder)


def _shape(folder: Path) -> Shape:
    from starling.adapters.embeddings.minilm import Shape  # noqa: PLC0415 - numpy

    said = _table(folder / _CONFIG)
    if said.get("model_type", _KIND) != _KIND or said.get("hidden_act", _GELU) != _GELU:
        raise ValueError("it is no BERT with GELU")
    places = int(said["max_position_embeddings"])
    return Shape(
        layers=int(said["num_hidden_layers"]),
        heads=int(said["num_attention_heads"]),
        tiny=float(said.get("layer_norm_eps", 1e-12)),
        longest=min(places, int(_table(folder / _LENGTH).get("max_seq_length") or places)),
        mean=not _table(folder / _POOLING).get("pooling_mode_cls_token", False),
    )


def _table(path: Path) -> dict[str, Any]:
    """The JSON object in a file, empty where there is no such file; ValueError for anything else."""
    said = json.loads(files.read(path)) if path.is_file() else {}
    if not isinstance(said, dict):
        raise ValueError(f"{path.name} holds no table")  # noqa: TRY004 - of a file, not of an argument
    return said


def _fingerprint(folder: Path) -> str:
    """Sizes and times of all files that are read; the weights are too long to be read at each start."""
    said = []
    for name in (*NEEDED, _TOKENS, _LENGTH, _POOLING):
        path = folder / name
        stat = path.stat() if path.is_file() else None
        said.append((name, stat and (stat.st_size, stat.st_mtime_ns)))
    return hashlib.sha256(repr(said).encode()).hexdigest()[:16]


def _unusable(folder: Path, why: str) -> UnreadableError:
    return UnreadableError(f"This model cannot be used: {why}.", where=str(folder), try_this=_ADVICE)
