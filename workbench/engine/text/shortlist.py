"""The few target pieces that are worth scoring for what is read, so that a decoder need not score its whole vocabulary.

They are learnt from the training pairs as lexical translation probabilities (IBM model 1, Brown et al. 1993), as Marian
does (Junczys-Dowmunt et al. 2018, section 4.1).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from workbench.engine.text.array_file import read_arrays, write_arrays
from workbench.engine.text.special_ids import EOS

SHORTLIST = "shortlist.npz"
#: Vocabularies below it are scored whole: there is little to save.
LEAST_PIECES = 2_000
#: Target pieces kept for each source piece, and those looked at where many sentences are decoded together; in trials
#: on Multi30k the eight best were enough for the same BLEU.
_LIKELY, _LIKELIEST = 20, 8
#: Most frequent pieces, which are always there.
_FREQUENT = 200
#: Rounds of expectation and maximisation; more change the order of the best few, not who is among them.
_ROUNDS = 4
#: Pairs of positions looked at, and how often a source piece is met before pairs are no longer kept for its sake.
_MOST_CELLS, _ENOUGH = 4_000_000, 40


@dataclass(frozen=True)
class Shortlist:
    """What may be said for what is read.

    Attributes:
        likely: Target pieces by source piece ``[source vocabulary, likely]``, most likely first; -1 where there are
            fewer.
        frequent: The most frequent target pieces ``[n]``.
    """

    likely: NDArray[np.int32]
    frequent: NDArray[np.int32]

    def pieces(self, sources: Iterable[Sequence[int]], shared: bool, most: int) -> NDArray[np.int64]:
        """Target pieces worth scoring for a batch ``[n]``, ascending; special pieces keep their numbers.

        Args:
            sources: Source pieces of each sentence.
            shared: Whether both sides have one vocabulary, so that what is read may also be copied.
            most: Where it would be more, only the likeliest pieces are taken; those may still be more.
        """
        read = np.unique(np.concatenate([np.asarray(source, dtype=np.int64) for source in sources]))
        always = [np.arange(EOS + 1), self.frequent.astype(np.int64), read[: len(read) * shared]]
        found = np.empty(0, dtype=np.int64)
        for count in (_LIKELY, _LIKELIEST):
            likely = self.likely[read, :count].ravel()
            found = np.unique(np.concatenate([*always, likely[likely >= 0].astype(np.int64)]))
            if len(found) <= most:
                break
        return found

    @classmethod
    def learn(
        cls,
        pairs: Iterable[tuple[NDArray[np.int32], NDArray[np.int32]]],
        source_vocab: int,
        target_vocab: int,
    ) -> Shortlist:
        """Learn from training pairs, in any order that does not depend on what they say.

        Args:
            pairs: Source and target pieces.
            source_vocab: Source pieces there are.
            target_vocab: Target pieces there are.
        """
        met, said = np.zeros(source_vocab, dtype=np.int64), np.zeros(target_vocab, dtype=np.int64)
        pair, owner, positions, cells = [], [], 0, 0
        for source, target in pairs:
            said += np.bincount(target, minlength=target_vocab)
            # pairs that only repeat what has been met often are left out, so that rare pieces find room
            if len(source) and len(target) and met[source].min() < _ENOUGH and cells < _MOST_CELLS:
                met += np.bincount(source, minlength=source_vocab)
                pair.append((source.astype(np.int64)[None] * target_vocab + target[:, None]).ravel())
                owner.append(np.repeat(np.arange(positions, positions + len(target)), len(source)))
                positions += len(target)
                cells += len(pair[-1])
        likely = np.full((source_vocab, _LIKELY), -1, dtype=np.int32)
        if pair:
            _fill(likely, np.concatenate(pair), np.concatenate(owner), target_vocab)
        frequent = np.argsort(-said, kind="stable")[: min(_FREQUENT, int((said > 0).sum()))]
        return cls(likely, frequent.astype(np.int32))

    def save(self, folder: Path) -> None:
        """Write the file into the tokenizer's folder."""
        write_arrays(folder / SHORTLIST, likely=self.likely, frequent=self.frequent)

    @classmethod
    def load(cls, folder: Path, source_vocab: int, target_vocab: int) -> Shortlist | None:
        """Read what ``save`` wrote; ``None`` for a run without the file.

        Raises:
            RunFolderError: The file is damaged or belongs to another vocabulary.
        """

        def take(found: Any) -> Shortlist:
            likely, frequent = found["likely"].astype(np.int32), found["frequent"].astype(np.int32)
            if likely.shape != (source_vocab, _LIKELY) or frequent.ndim != 1:
                raise ValueError("another vocabulary")
            if min(likely.min(), frequent.min(initial=0)) < -1 or max(likely.max(), frequent.max()) >= target_vocab:
                raise ValueError("pieces of another vocabulary")
            return cls(likely, frequent)

        return read_arrays(folder / SHORTLIST, take)


def _fill(likely: NDArray[np.int32], pair: NDArray[np.int64], owner: NDArray[np.int64], target_vocab: int) -> None:
    """Expectation and maximisation; the best target pieces of each source piece are written into ``likely``.

    Args:
        pair: Source piece times ``target_vocab`` plus target piece, of every source and target position of every pair.
        owner: The target position of each.
    """
    known, cell = np.unique(pair, return_inverse=True)
    source = known // target_vocab
    expected: NDArray[np.float64] = np.ones(len(known))
    chance = expected
    for _ in range(_ROUNDS):
        share = chance[cell]
        share /= np.bincount(owner, weights=share)[owner]
        expected = np.bincount(cell, weights=share).astype(np.float64)
        chance = expected / np.bincount(source, weights=expected)[source]
    order = np.lexsort((-expected, source))
    source = source[order]
    rank = np.arange(len(source)) - np.searchsorted(source, source)
    kept = rank < likely.shape[1]
    likely[source[kept], rank[kept]] = known[order[kept]] % target_vocab
