"""Token-budget batches from length buckets: the order is a pure function of seed, epoch and ranks."""

from __future__ import annotations

import numpy as np
import torch
from numpy.typing import NDArray

from workbench.engine.dataset.batch import Batch
from workbench.engine.text.special_ids import BOS, EOS, PAD

#: Pairs shuffled together before they are sorted by length; larger packs tighter, smaller mixes better.
POOL = 20_000

#: Pairs a batch are a multiple of it, or of half of it below three times as many, and any number below it: kernels are
#: made for a shape, and few shapes are made quickly and kept (on a CPU in bfloat16, making them took a sixth of the
#: time and gigabytes).
ROUND = 8
#: Most tokens of a batch over the budget; a single pair that is longer makes a batch of its own.
SLACK = 1.1
#: Likewise of one rank's share of a batch. It is wider, so that several ranks read the batches that one process with
#: all their budgets would.
RANK_SLACK = 1.25
#: Source positions are padded to a multiple of it, for the same reason.
WIDTH = 4


class BatchSampler:
    """Cuts an epoch into batches.

    Args:
        source_lengths: Source pieces of each pair, end-of-sentence not counted.
        target_lengths: Target pieces of each pair, likewise.
        batch_tokens: Target positions a batch, end-of-sentence counted, padding not; none has more than ``SLACK``
            times as many, but for single pairs that are longer.
        batch_sentences: A fixed number of pairs instead, when above 0.
        rank: Which part of every batch is this process's.
        world: Processes; a batch is made for all of them together and is ``world`` times as large.
    """

    def __init__(
        self,
        source_lengths: NDArray[np.int32],
        target_lengths: NDArray[np.int32],
        *,
        batch_tokens: int,
        batch_sentences: int = 0,
        seed: int = 1,
        rank: int = 0,
        world: int = 1,
    ) -> None:
        self._source, self._target = source_lengths, target_lengths
        self._tokens, self._sentences = batch_tokens, batch_sentences * world
        self._seed, self._rank, self._world = seed, rank, world

    def epoch(self, number: int) -> list[NDArray[np.int64]]:
        """Batches of one epoch, as indices of pairs sorted by falling source length.

        With several ranks each gets every ``world``-th pair of a batch; a batch too small to share is left out.
        """
        rng = np.random.default_rng((self._seed, number))
        order = rng.permutation(len(self._target))
        batches: list[NDArray[np.int64]] = []
        for start in range(0, len(order), POOL):
            batches.extend(self._cut(order[start : start + POOL], rng))
        chosen = [batches[i] for i in rng.permutation(len(batches))]
        # dealt out by target length, so that each rank gets its fair share of the tokens
        shares = [b[self._rank :: self._world] for b in chosen if len(b) >= self._world]
        return [s[np.argsort(-self._source[s], kind="stable")] for s in shares]

    def _cut(self, pool: NDArray[np.int64], rng: np.random.Generator) -> list[NDArray[np.int64]]:
        # by target length first (the decoder is the dearer half), source second, ties in random order
        pool = pool[np.lexsort((rng.random(len(pool)), self._source[pool], self._target[pool]))]
        if self._sentences:
            cuts = np.arange(self._sentences, len(pool), self._sentences)
        else:
            cuts = self._cuts(self._target[pool].astype(np.int64) + 1)
        return [part for part in np.split(pool, cuts) if len(part)]

    def _cuts(self, tokens: NDArray[np.int64]) -> NDArray[np.int64]:
        """Where to cut pairs of so many tokens each, in rising order, into batches within the budget."""
        ends = np.concatenate([[0], np.cumsum(tokens)])
        cuts, start = [0], 0
        while not self._fits(tokens[start:]):
            left, budget = float(ends[-1] - ends[start]), self._tokens * self._world
            # even shares of what is left, so that no small rest is left at its end
            share = min(budget, left / max(2, round(left / budget)))
            near = int(np.searchsorted(ends, ends[start] + share)) - start
            start += self._size(tokens[start : start + near + ROUND], near)
            cuts.append(start)
        return np.array(cuts[1:], np.int64)

    def _size(self, tokens: NDArray[np.int64], near: int) -> int:
        """Pairs of a batch within the budget, about ``near``, in one of few sizes."""
        unit = ROUND if near >= 3 * ROUND else ROUND // 2 if near >= ROUND else 1
        count = min(max(1, round(near / unit)) * unit, len(tokens))
        for size in range(count, self._world, -1):
            if (size % unit == 0 or size < ROUND) and self._fits(tokens[:size]):
                return size
        return self._world  # one pair for each rank

    def _fits(self, tokens: NDArray[np.int64]) -> bool:
        """Whether pairs of so many tokens each are within the budget: all together, and each rank's about as well."""
        if int(tokens.sum()) > SLACK * self._tokens * self._world:
            return False
        shares = (tokens[rank :: self._world] for rank in range(self._world))
        return self._world == 1 or all(int(share.sum()) <= RANK_SLACK * self._tokens for share in shares)


def _pad(rows: list[NDArray[np.int32]], before: int | None, after: int | None, multiple: int = 1) -> torch.Tensor:
    width = max(len(r) for r in rows) + (before is not None) + (after is not None)
    matrix = np.full((len(rows), -(-width // multiple) * multiple), PAD, dtype=np.int64)
    first = 0
    if before is not None:
        matrix[:, 0], first = before, 1
    for number, row in enumerate(rows):
        matrix[number, first : first + len(row)] = row
        if after is not None:
            matrix[number, first + len(row)] = after
    return torch.from_numpy(matrix)


def make_batch(sources: list[NDArray[np.int32]], targets: list[NDArray[np.int32]]) -> Batch:
    """Pad piece sequences (without special pieces) to a batch; rows keep their order.

    Args:
        sources: One array a pair, sorted by falling length.
        targets: Likewise, any length.
    """
    tgt_lengths = torch.tensor([len(t) + 1 for t in targets])
    return Batch(
        src=_pad(sources, None, EOS, WIDTH),
        src_lengths=torch.tensor([len(s) + 1 for s in sources]),
        tgt_in=_pad(targets, BOS, None),
        tgt_out=_pad(targets, None, EOS),
        tgt_lengths=tgt_lengths,
        tokens=int(tgt_lengths.sum()),
    )
