"""The words of a model's embeddings: which lie near a word, and all of them on a map of two dimensions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from workbench.engine.core.errors import InputError
from workbench.engine.core.messages import Message
from workbench.engine.inspection.memory import principal
from workbench.engine.models.base import EncoderDecoder
from workbench.engine.search.translator import Translator
from workbench.engine.text.folding import SPACE_MARK
from workbench.engine.text.words import has_unspaced

SOURCE, TARGET = SIDES = ("source", "target")


@dataclass(frozen=True, eq=False)
class WordVectors:
    """The pieces of one side that are words, and where their embeddings point.

    Attributes:
        words: As they are written, the most frequent first.
        vectors: ``[words, embedding]``.
    """

    words: list[str]
    vectors: NDArray[np.float32]


@dataclass(frozen=True)
class NearWord:
    """A word and the cosine of its embedding with another."""

    word: str
    likeness: float


@dataclass(frozen=True, eq=False)
class WordMap:
    """Words on the plane of the two principal directions of their embeddings.

    Attributes:
        words: Each word once.
        points: ``[words, 2]``.
        share: Of the variance of these words' embeddings, what the plane shows, 0 to 1.
    """

    words: list[str]
    points: NDArray[np.float32]
    share: float


def word_vectors(translator: Translator, side: str = TARGET) -> WordVectors:
    """The words among the pieces of a side: pieces that begin a word, or of scripts without blanks.

    Raises:
        InputError: The model has no such embeddings.
    """
    matrix, tokenizer = _matrix(translator, side), getattr(translator.tokenizers, side)
    found = [(_written(piece), place) for place, piece in enumerate(tokenizer.vocabulary()) if _is_word(piece)]
    return WordVectors([word for word, _ in found], matrix[[place for _, place in found]])


def vector_of(translator: Translator, word: str, side: str = TARGET) -> NDArray[np.float32]:
    """A word's embedding: of several pieces the mean.

    Raises:
        InputError: There is no word, or the model has no such embeddings.
    """
    ids = getattr(translator.tokenizers, side).encode(word.strip())
    if not ids:
        raise InputError(Message("there is nothing to read in the sentence"))
    mean: NDArray[np.float32] = _matrix(translator, side)[ids].mean(0)
    return mean


def nearest_words(translator: Translator, word: str, side: str = TARGET, count: int = 10) -> list[NearWord]:
    """The words whose embeddings have the largest cosine with that of a word, which is left out itself."""
    known, vector = word_vectors(translator, side), vector_of(translator, word, side)
    lengths = np.linalg.norm(known.vectors, axis=1) * np.linalg.norm(vector)
    cosines = known.vectors @ vector / np.where(lengths > 0, lengths, 1)
    order = (int(i) for i in np.argsort(-cosines, kind="stable"))
    others = [i for i in order if known.words[i] != word.strip()]
    return [NearWord(known.words[i], float(cosines[i])) for i in others[:count]]


def word_map(translator: Translator, side: str = TARGET, also: Sequence[str] = (), count: int = 250) -> WordMap:
    """The most frequent words of a side, and others, on a map.

    Args:
        also: Words that are to be on it, of one piece or more.
        count: How many of the most frequent ones.
    """
    known = word_vectors(translator, side)
    chosen = dict(zip(known.words[:count], known.vectors[:count], strict=True))
    for word in also:
        if word.strip():
            chosen.setdefault(word.strip(), vector_of(translator, word, side))
    if not chosen:
        raise InputError(Message("the vocabulary has no words"))
    vectors = np.stack(list(chosen.values()))
    points, share = on_a_plane(vectors)
    return WordMap(list(chosen), points, share)


def on_a_plane(vectors: NDArray[np.float32]) -> tuple[NDArray[np.float32], float]:
    """Vectors ``[n, size]`` in their two principal directions, and the share of the variance that these show.

    A direction could as well point the other way: it is turned so that its largest number is above zero.
    """
    mean, basis = principal(vectors, 2)
    basis = basis * np.where(basis[np.abs(basis).argmax(0), np.arange(basis.shape[1])] < 0, -1, 1)
    points = np.zeros((len(vectors), 2), dtype=np.float32)
    points[:, : basis.shape[1]] = (vectors - mean) @ basis
    whole = float(((vectors - mean) ** 2).sum())
    return points, float((points**2).sum()) / whole if whole else 1.0


def _matrix(translator: Translator, side: str) -> NDArray[np.float32]:
    model = translator.model
    found = model.embeddings().get(side) if isinstance(model, EncoderDecoder) else None
    if found is None:
        raise InputError(Message("this kind of model has no embeddings of words"))
    return np.asarray(found.weight.detach().float().cpu().numpy())


def _is_word(piece: str) -> bool:
    text = _written(piece)
    begins = (piece.startswith(SPACE_MARK) and len(text) > 1) or has_unspaced(text)
    return begins and any(letter.isalpha() for letter in text)


def _written(piece: str) -> str:
    return piece.replace(SPACE_MARK, " ").strip()
