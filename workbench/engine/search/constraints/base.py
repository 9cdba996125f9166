"""What every constraint of a search offers, and the masks it answers with."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass

import torch
from torch import Tensor

#: Log-probability of a piece that must be possible although the model, or another constraint, rules it out.
LAST_RESORT = -1e4


class Mask(ABC):
    """Which pieces each row may take at one step."""

    @abstractmethod
    def apply(self, scores: Tensor) -> None:
        """Set in place what is not allowed to minus infinity: log-probabilities ``[rows, vocab]``."""


@dataclass(frozen=True)
class Allowed(Mask):
    """The plain mask: True where a piece is allowed, ``[rows, vocab]``, or ``[1, vocab]`` for all rows alike."""

    pieces: Tensor

    def apply(self, scores: Tensor) -> None:
        """See ``Mask.apply``."""
        scores.masked_fill_(~self.pieces, -torch.inf)


@dataclass(frozen=True)
class Forbidden(Mask):
    """A few pieces that may not come: ``pieces[i]`` in row ``rows[i]``, two vectors."""

    rows: Tensor
    pieces: Tensor

    def apply(self, scores: Tensor) -> None:
        """See ``Mask.apply``."""
        scores[self.rows, self.pieces] = -torch.inf


@dataclass(frozen=True)
class Only(Mask):
    """Rows that may take a few pieces only; these stay possible whatever the model and earlier constraints say.

    Attributes:
        choices: Row and its pieces.
    """

    choices: Sequence[tuple[int, Tensor]]

    def apply(self, scores: Tensor) -> None:
        """See ``Mask.apply``."""
        for row, allowed in self.choices:
            pieces = allowed.to(scores.device, non_blocking=True)
            kept = scores[row, pieces].clamp_min(LAST_RESORT)
            scores[row] = -torch.inf
            scores[row, pieces] = kept


class Constraint(ABC):
    """A rule that the pieces of a batch must obey, with its state for each row or sentence.

    Rows are ``sentence * width + hypothesis``; greedy search has a width of 1, a beam's grows after the first step.
    What is known on the CPU is kept there, so that a GPU need not be asked.

    Attributes:
        hides: What it forbids is not shown among the alternatives either.
    """

    hides: bool = False

    @abstractmethod
    def allow(self, step: int) -> Mask | None:
        """What may come after ``step`` pieces; ``None`` when everything may."""

    def follow(self, rows: Tensor | None, tokens: Tensor) -> None:  # noqa: B027 (without state, nothing to do)
        """The search has taken a step.

        Args:
            rows: Row that each row goes on from, ``[rows]``; ``None`` when each goes on from itself.
            tokens: Piece that each row has taken.
        """

    def keep(self, sentences: Sequence[int], rows: Tensor) -> None:  # noqa: B027 (likewise)
        """Sentences have left the batch.

        Args:
            sentences: Sentences that stay, as numbers on the CPU.
            rows: Their rows, on the search's device.
        """
