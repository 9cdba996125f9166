"""How long translations may and must be."""

from __future__ import annotations

from collections.abc import Sequence

import torch
from torch import Tensor

from workbench.engine.search.constraints.base import LAST_RESORT, Constraint
from workbench.engine.text.special_ids import EOS


class Lengths(Constraint):
    """Fewest and most pieces of each sentence, end-of-sentence not counted.

    Args:
        shortest: Fewest pieces by sentence.
        longest: Most pieces by sentence.
        device: Where the scores will be.
    """

    name = "length"

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

    def restrict(self, step: int, scores: Tensor) -> bool:
        """See ``Constraint.restrict``."""
        early, full = step < self._shortest, step >= self.first_limit
        by_sentence = scores.view(len(self._max), -1, scores.shape[1])
        if early:
            short = self._on_device([shortest > step for shortest in self._min]) > 0
            by_sentence[:, :, EOS].masked_fill_(short[:, None], -torch.inf)
        if full:
            long = self._on_device([row for row, longest in enumerate(self._max) if longest <= step])
            ends = by_sentence[long, :, EOS]
            # A forbidden end may not stay forbidden here, or nothing would be left.
            by_sentence[long] = -torch.inf
            by_sentence[long, :, EOS] = torch.nan_to_num(ends, neginf=LAST_RESORT)
        return early or full

    def keep(self, sentences: Sequence[int], rows: Tensor) -> None:
        """See ``Constraint.keep``."""
        self._min, self._max = [self._min[s] for s in sentences], [self._max[s] for s in sentences]
        self._refresh()

    def _on_device(self, values: list[int]) -> Tensor:
        return torch.tensor(values, dtype=torch.long).to(self._device, non_blocking=True)
