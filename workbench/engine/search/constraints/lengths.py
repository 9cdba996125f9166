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

    Attributes:
        longest: Most pieces of each sentence, ``[batch]``.
        first_limit: The fewest of them.
        last_limit: The most.
    """

    name = "length"

    def __init__(self, shortest: Sequence[int], longest: Sequence[int], device: torch.device) -> None:
        self._least, self.first_limit = max(shortest, default=0), min(longest, default=0)
        self.last_limit = max(longest, default=0)
        self._shortest, self.longest = (
            torch.tensor(values, dtype=torch.long).to(device, non_blocking=True) for values in (shortest, longest)
        )
        self._sentences: Tensor | None = None  # of each row; at first each has one

    def limits(self) -> Tensor:
        """Most pieces of each row's sentence, ``[rows]``."""
        return self.longest if self._sentences is None else self.longest[self._sentences]

    def room(self, step: int) -> Tensor:
        """Pieces that may still come in each row after the one of this step, ``[rows]``."""
        return self.limits() - (step + 1)

    def restrict(self, step: int, scores: Tensor) -> bool:
        """See ``Constraint.restrict``."""
        early, full = step < self._least, step >= self.first_limit
        if early:
            shortest = self._shortest if self._sentences is None else self._shortest[self._sentences]
            scores[:, EOS].masked_fill_(shortest > step, -torch.inf)
        if full:
            long = self.limits() <= step
            # A forbidden end may not stay forbidden here, or nothing would be left.
            ends = torch.nan_to_num(scores[:, EOS], neginf=LAST_RESORT)
            ends = torch.where(long, ends, scores[:, EOS])
            scores.masked_fill_(long[:, None], -torch.inf)
            scores[:, EOS] = ends
        return early or full

    def follow(self, rows: Tensor | None, tokens: Tensor) -> None:
        """See ``Constraint.follow``."""
        if rows is not None:
            self._sentences = rows if self._sentences is None else self._sentences[rows]
