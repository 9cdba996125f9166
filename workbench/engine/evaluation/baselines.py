"""What a test set is worth without a model: copy the source, or answer as the most similar training sentence did."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

import numpy as np
from numpy.typing import NDArray

#: Pieces in more than this share of the training sentences do not choose candidates (they still count).
_COMMON = 0.02
#: Training sentences compared exactly with each test sentence.
_CANDIDATES = 50


class NearestSource:
    """Finds the training source most similar to a sentence.

    Similarity is the Dice overlap of the sentences' sets of pieces and of neighbouring pairs of pieces, each weighted
    by how rare it is. An inverted index over pieces chooses candidates.

    Args:
        ids: Pieces of all training sources in a row.
        offsets: Where each sentence begins, and the end, ``[sentences + 1]``.
    """

    def __init__(self, ids: NDArray[np.integer], offsets: NDArray[np.integer]) -> None:
        self._ids = np.asarray(ids, dtype=np.int64)
        self._offsets = np.asarray(offsets, dtype=np.int64)
        self._count = len(offsets) - 1
        sentence = np.repeat(np.arange(self._count), np.diff(self._offsets))
        size = int(self._ids.max(initial=0)) + 1
        # Each piece once a sentence, ordered by piece: postings[starts[p]:starts[p + 1]] are the sentences with p.
        keys = np.sort(self._ids * self._count + sentence)
        keys = keys[np.diff(keys, prepend=-1) > 0]
        self._postings = (keys % self._count).astype(np.int32)
        self._starts = np.searchsorted(keys // self._count, np.arange(size + 1))
        self._weights = np.log1p(self._count / np.maximum(np.diff(self._starts), 1))
        self._totals = np.bincount(
            self._postings, np.repeat(self._weights, np.diff(self._starts)), minlength=self._count
        )

    @classmethod
    def of(cls, sentences: Sequence[Sequence[int] | NDArray[np.integer]]) -> NearestSource:
        """Index sentences given one by one."""
        lengths = np.fromiter((len(s) for s in sentences), dtype=np.int64, count=len(sentences))
        ids = np.fromiter(chain.from_iterable(sentences), dtype=np.int64, count=int(lengths.sum()))
        return cls(ids, np.concatenate([[0], np.cumsum(lengths)]))

    def find(self, pieces: Sequence[int]) -> int:
        """Number of the most similar training source, the first of equals; -1 when there is none at all."""
        if not self._count:
            return -1
        candidates = self._candidates(sorted({p for p in pieces if p < len(self._weights)}))
        scores = [self._similarity(pieces, int(c)) for c in candidates]
        return int(candidates[int(np.argmax(scores))]) if scores else 0

    def _candidates(self, known: list[int]) -> NDArray[np.int64]:
        """Sentences with a rarer piece in common and the largest overlap of sets, in order of number."""
        sizes = {p: int(self._starts[p + 1] - self._starts[p]) for p in known}
        rare = [p for p in known if sizes[p] <= max(1000, _COMMON * self._count)]
        rare = rare or sorted(known, key=lambda p: sizes[p])[:1]
        if not rare:
            return np.zeros(0, dtype=np.int64)
        place = np.full(self._count, -1, dtype=np.int32)  # among the sentences with a rare piece
        chosen = np.unique(np.concatenate([self._sentences_with(p) for p in rare]))
        place[chosen] = np.arange(len(chosen))
        shared = np.zeros(len(chosen))
        for piece in known:
            at = place[self._sentences_with(piece)]
            shared[at[at >= 0]] += self._weights[piece]  # a sentence stands once under a piece
        overlap = 2 * shared / (self._weights[known].sum() + self._totals[chosen])
        return np.sort(chosen[np.argsort(-overlap, kind="stable")[:_CANDIDATES]]).astype(np.int64)

    def _sentences_with(self, piece: int) -> NDArray[np.int32]:
        return self._postings[self._starts[piece] : self._starts[piece + 1]]

    def _similarity(self, pieces: Sequence[int], number: int) -> float:
        mine = self._features(list(pieces))
        theirs = self._features(self._ids[self._offsets[number] : self._offsets[number + 1]].tolist())
        shared = sum(weight for feature, weight in mine.items() if feature in theirs)
        total = sum(mine.values()) + sum(theirs.values())
        return 2 * shared / total if total else 0.0

    def _features(self, pieces: list[int]) -> dict[tuple[int, ...], float]:
        unseen = float(np.log1p(self._count))
        weight = [float(self._weights[p]) if p < len(self._weights) else unseen for p in pieces]
        single: dict[tuple[int, ...], float] = {(p,): w for p, w in zip(pieces, weight, strict=True)}
        pairs = zip(pieces[:-1], pieces[1:], weight[:-1], weight[1:], strict=True)
        return {**single, **{(a, b): (v + w) / 2 for a, b, v, w in pairs}}
