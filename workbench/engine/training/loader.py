"""Batches from the stored pairs, those of the next step made while this one computes."""

from __future__ import annotations

from concurrent.futures import Future, ThreadPoolExecutor
from typing import TYPE_CHECKING, Any, Protocol

import numpy as np
from numpy.typing import NDArray

from workbench.engine.core.errors import RunFailed
from workbench.engine.core.messages import Message
from workbench.engine.dataset.batch import Batch
from workbench.engine.dataset.batching import make_batch

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workbench.engine.core.config import TrainingConfig
    from workbench.engine.dataset.batching import BatchSampler
    from workbench.engine.dataset.store import TextStore
    from workbench.engine.text.tokenizer import Tokenizer

#: The numbers of the pairs of each batch.
Group = list[NDArray[np.int64]]


class Store(Protocol):
    """Encoded pairs by number."""

    def source(self, index: int) -> NDArray[np.int32]:
        """Source pieces of one pair."""

    def target(self, index: int) -> NDArray[np.int32]:
        """Target pieces of one pair."""


class EpochBatches:
    """The batches of every epoch, as many together as are accumulated for a step."""

    def __init__(self, sampler: BatchSampler, accumulation: int) -> None:
        self._sampler, self._accumulation = sampler, accumulation
        self._epoch: int | None = None
        self._batches: Group = []

    def count(self, epoch: int) -> int:
        """How many batches an epoch has.

        Raises:
            RunFailed: It has none.
        """
        return len(self._of(epoch))

    def at(self, epoch: int, batch: int) -> tuple[Group, Group]:
        """The pairs of the step that begins at a batch, and those of the step after it; empty where the epoch ends."""
        middle = batch + self._accumulation
        batches = self._of(epoch)
        return batches[batch:middle], batches[middle : middle + self._accumulation]

    def _of(self, epoch: int) -> Group:
        if epoch != self._epoch:
            self._epoch, self._batches = epoch, self._sampler.epoch(epoch)
        if not self._batches:
            raise RunFailed(Message("the corpus is too small to fill one batch on every device"))
        return self._batches


class Loader:
    """Makes the batches of a step; a thread of its own makes the next step's ahead of time.

    A batch depends on its pairs and the number of its step alone, so what was made ahead is what would have been made
    on demand. ``close`` ends the thread.

    Args:
        training: Longest sequence, seed and subword sampling.
        tokenizer: Draws segmentations of the sources, when they are sampled.
        text: Raw sources, likewise.
        pinned: Lay batches in page-locked memory, from which a GPU copies without being waited for.
    """

    def __init__(
        self,
        store: Store,
        training: TrainingConfig,
        tokenizer: Tokenizer | None = None,
        text: TextStore | Sequence[str] | None = None,
        pinned: bool = False,
    ) -> None:
        self._store, self._training, self._tokenizer, self._pinned = store, training, tokenizer, pinned
        self._text = text if training.subword_sampling else None
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="batches")
        self._ahead: tuple[int, Group, Future[list[Batch]]] | None = None

    def take(self, group: Group, step: int, following: Group | None = None) -> list[Batch]:
        """The batches of one step.

        Args:
            group: Pairs of each batch, sorted by falling source length.
            following: Pairs of the next step, which are begun at once.
        """
        ahead, self._ahead = self._ahead, None
        if ahead and ahead[0] == step and _same(ahead[1], group):
            batches = ahead[2].result()
        else:  # the first step, or a roll-back
            batches = self._make(group, step)
        if following:
            self._ahead = (step + 1, following, self._thread.submit(self._make, following, step + 1))
        return batches

    def close(self) -> None:
        """End the thread."""
        self._ahead = None
        self._thread.shutdown(cancel_futures=True)

    def _make(self, group: Group, step: int) -> list[Batch]:
        batches = [self._batch(indices, step) for indices in group]
        return [b.pinned() for b in batches] if self._pinned else batches

    def _batch(self, indices: NDArray[np.int64], step: int) -> Batch:
        training = self._training
        targets = [self._store.target(int(i)) for i in indices]
        if self._text is None or self._tokenizer is None:
            return make_batch([self._store.source(int(i)) for i in indices], targets)
        texts = [self._text[int(i)] for i in indices]
        seed = training.seed * 1_000_003 + step
        sampled = self._tokenizer.encode_sampled_batch(texts, training.subword_sampling, seed)
        rows: list[Any] = [np.array(s[: training.max_tokens], np.int32) for s in sampled]
        order = sorted(range(len(rows)), key=lambda i: -len(rows[i]))
        return make_batch([rows[i] for i in order], [targets[i] for i in order])


def _same(one: Group, other: Group) -> bool:
    # batches of one epoch are the same arrays; those cut anew after a roll-back are not
    return len(one) == len(other) and all(a is b for a, b in zip(one, other, strict=True))
