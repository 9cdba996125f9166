"""How long translations may and must be."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import torch
from torch import Tensor

from workbench.engine.search.constraints.base import LAST_RESORT, Constraint, Mask
from workbench.engine.text.special_ids import EOS


class Lengths(Constraint):
    """Fewest and most pieces of each sentence, end-of-sentence not counted.

    Args:
        shortest: Fewest pieces by sentence.
        longest: Most pieces by sentence.
        device: Where the scores will be.
    """

    def __init__(self, shortest: Sequence[int], longest: Sequence[int], device: torch.device) -> None:
        self._min, self._max, self._device = list(shortest), list(longest), device
        self._refresh()

    def _refresh(self) -> None:
        self._shortest = max(self._min, default=0)
        self.first_limit = min(self._max, default=0)
        self.last_limit = max(self._max, default=0)

    def limits(self) -> Tensor:
        """Most pieces of each sentence, ``[batch]``."""
        return self._on_device(self._max)

    def room(self, step: int) -> Tensor:
        """Pieces that may still come in each sentence after the one of this step, ``[batch]``."""
        return self._on_device([longest - step - 1 for longest in self._max])

    def allow(self, step: int) -> Mask | None:
        """See ``Constraint.allow``."""
        early = full = None
        if step < self._shortest:
            early = self._on_device([shortest > step for shortest in self._min]) > 0
        if step >= self.first_limit:
            full = self._on_device([row for row, longest in enumerate(self._max) if longest <= step])
        return None if early is None and full is None else _Ends(len(self._max), early, full)

    def keep(self, sentences: Sequence[int], rows: Tensor) -> None:
        """See ``Constraint.keep``."""
        self._min, self._max = [self._min[s] for s in sentences], [self._max[s] for s in sentences]
        self._refresh()

    def _on_device(self, values: list[int]) -> Tensor:
        return torch.tensor(values, dtype=torch.long).to(self._device, non_blocking=True)


@dataclass(frozen=True)
class _Ends(Mask):
    """Sentences that may not end yet, and those that may do nothing else.

    Attributes:
        sentences: Sentences in the batch.
        early: True where a sentence is too short to end, ``[batch]``.
        full: Sentences at their limit.
    """

    sentences: int
    early: Tensor | None
    full: Tensor | None

    def apply(self, scores: Tensor) -> None:
        by_sentence = scores.view(self.sentences, -1, scores.shape[1])
        if self.early is not None:
            by_sentence[:, :, EOS].masked_fill_(self.early[:, None], -torch.inf)
        if self.full is not None:
            ends = by_sentence[self.full, :, EOS]
            # A forbidden end may not stay forbidden here, or nothing would be left.
            by_sentence[self.full] = -torch.inf
            by_sentence[self.full, :, EOS] = torch.nan_to_num(ends, neginf=LAST_RESORT)
