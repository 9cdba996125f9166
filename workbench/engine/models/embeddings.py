"""Embeddings from word2vec and GloVe text files, with a report of how much of the vocabulary they cover."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import cast

import numpy as np
import torch
from numpy.typing import NDArray
from torch import nn

from workbench.engine.core.errors import InputError
from workbench.engine.core.files import reason
from workbench.engine.core.messages import Message
from workbench.engine.core.schema import ModelConfig
from workbench.engine.models.base import EncoderDecoder
from workbench.engine.text.folding import SPACE_MARK


def read_vectors(path: Path) -> Iterator[tuple[str, NDArray[np.float32]]]:
    """Read ``word v1 v2 ...`` lines; word2vec's header line (count and size) is recognised and skipped.

    Yields:
        Word and vector.

    Raises:
        InputError: The file is missing, is no text, or a line has another number of values.
    """
    try:
        with open(path, encoding="utf-8", errors="strict", newline="\n") as handle:
            size = 0
            for number, line in enumerate(handle, 1):
                fields = line.rstrip().split(" ")
                if number == 1 and len(fields) == 2:
                    continue
                # GloVe's larger files hold words with spaces in them, so values are counted from the right
                size = size or len(fields) - 1
                if len(fields) - 1 < size or size < 1:
                    raise InputError(
                        Message("has {number} values instead of {size}", number=len(fields) - 1, size=size),
                        where=f"{path}:{number}",
                    )
                try:
                    vector = np.array(fields[-size:], dtype=np.float32)
                except ValueError:
                    raise InputError(Message("has a value that is no number"), where=f"{path}:{number}") from None
                yield " ".join(fields[:-size]), vector
    except FileNotFoundError:
        raise InputError(Message("no such file"), where=str(path)) from None
    except UnicodeDecodeError as error:
        raise InputError(
            Message("is not UTF-8 text (byte {start})", start=error.start),
            where=str(path),
            advice=Message("Binary word2vec files must be converted to the text format."),
        ) from None
    except OSError as error:
        raise InputError(Message("cannot be read: {reason}", reason=reason(error)), where=str(path)) from None


def vectors_for(path: Path, vocabulary: Sequence[str], size: int) -> tuple[NDArray[np.float32], NDArray[np.bool_]]:
    """Vectors of the pieces a file knows.

    A piece that begins a word is looked up as that word, first as written, then lower-cased.

    Args:
        vocabulary: Pieces in order of their ids, SentencePiece's word mark kept.

    Returns:
        ``[vocab, size]`` and which rows were found.

    Raises:
        InputError: The file's vectors have another size.
    """
    wanted: dict[str, list[int]] = {}
    for index, piece in enumerate(vocabulary):
        if piece.startswith(SPACE_MARK) and len(piece) > 1:
            wanted.setdefault(piece[1:], []).append(index)
        elif not piece.startswith("<"):
            wanted.setdefault(piece, []).append(index)
    matrix = np.zeros((len(vocabulary), size), np.float32)
    exact = np.zeros(len(vocabulary), bool)
    found = np.zeros(len(vocabulary), bool)
    lowered: dict[str, list[int]] = {}
    for word, ids in wanted.items():
        if word.lower() != word:
            lowered.setdefault(word.lower(), []).extend(ids)
    for word, vector in read_vectors(path):
        if len(vector) != size:
            raise InputError(
                Message(
                    "has vectors of {count} numbers, the model's embeddings have {size}", count=len(vector), size=size
                ),
                where=str(path),
                advice=Message("Set model.embedding={count}.", count=len(vector)),
            )
        for index in wanted.get(word, ()):
            if not exact[index]:
                matrix[index], exact[index], found[index] = vector, True, True
        for index in lowered.get(word, ()):
            if not found[index]:
                matrix[index], found[index] = vector, True
    return matrix, found


class _Mask:
    """A hook on a gradient: zero in all rows but ``rows``. It knows no weight, which would never be let go then."""

    def __init__(self, rows: torch.Tensor) -> None:
        self._factor = rows[:, None]

    def __call__(self, gradient: torch.Tensor) -> torch.Tensor:
        if self._factor.device != gradient.device:
            self._factor = self._factor.to(gradient.device)
        return gradient * self._factor


class FixedRows:
    """Rows of an embedding that training leaves as they are, bit by bit.

    Their gradient is zero from now on; what else would change them (weight decay, the rounding of an average) is undone
    by ``put_back``.

    Args:
        weight: The embedding's weight ``[vocab, size]``.
        rows: Which rows, ``[vocab]`` bool, on the CPU.
    """

    def __init__(self, weight: nn.Parameter, rows: torch.Tensor) -> None:
        self.weight, self.rows = weight, rows
        self.keep()
        weight.register_hook(_Mask(~rows))

    @torch.no_grad()
    def keep(self) -> None:
        """Take the rows as they are now for those to be put back, as after loading a checkpoint."""
        self._index = self.rows.nonzero()[:, 0].to(self.weight.device)
        self._values = self.weight[self._index].clone()

    @torch.no_grad()
    def put_back(self) -> None:
        """Make the rows again what they were."""
        if self._index.device != self.weight.device:  # the model has moved
            self._index, self._values = self._index.to(self.weight.device), self._values.to(self.weight.device)
        self.weight.index_copy_(0, self._index, self._values)


def put_back(fixed: Sequence[FixedRows]) -> None:
    """Make all fixed rows again what they were."""
    for rows in fixed:
        rows.put_back()


def _fill(embedding: nn.Embedding, path: Path, vocabulary: Sequence[str]) -> torch.Tensor:
    """Start an embedding from a file; returns which rows ``[vocab]`` the file knows."""
    matrix, found = vectors_for(path, vocabulary, embedding.embedding_dim)
    rows = torch.from_numpy(found)
    if found.any():
        weight = embedding.weight.data
        # the file's vectors take on the spread the model was initialised with, or training starts off balance
        values = torch.from_numpy(matrix[found])
        weight[rows] = values * (weight.std() / values.std().clamp_min(1e-6))
    return rows


def initialise_from_vectors(
    model: EncoderDecoder, config: ModelConfig, source_vocabulary: Sequence[str], target_vocabulary: Sequence[str]
) -> tuple[list[FixedRows], list[str]]:
    """Start a model's embeddings from the configured files.

    Returns:
        Rows that are to stay as they are, and one sentence a file: how many pieces were covered.
    """
    messages = []
    covered: dict[str, torch.Tensor] = {}
    vocabularies = {"source": source_vocabulary, "target": target_vocabulary}
    embeddings = model.embeddings()
    for side, name in config.vector_files.items():
        covered[side] = _fill(embeddings[side], Path(name), vocabularies[side])
        count, size = int(covered[side].sum()), len(vocabularies[side])
        share = 100 * count / max(1, size)
        messages.append(f"{Path(name).name}: {count} of {size} {side} pieces covered ({share:.0f} %)")
    return (fixed_rows(model, covered) if config.vectors_stay else []), messages


def fixed_rows(model: EncoderDecoder, covered: Mapping[str, torch.Tensor]) -> list[FixedRows]:
    """Keep rows of a model's embeddings as they are.

    Args:
        covered: Side, "source" or "target", to its rows ``[vocab]`` bool; both may be rows of one shared embedding.
    """
    together: dict[int, tuple[nn.Parameter, torch.Tensor]] = {}
    for side, rows in covered.items():
        weight = cast(nn.Parameter, model.embeddings()[side].weight)
        others = together.get(id(weight))
        together[id(weight)] = weight, rows if others is None else rows | others[1]
    return [FixedRows(weight, rows) for weight, rows in together.values() if rows.any()]
