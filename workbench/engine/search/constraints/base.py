"""What every constraint of a search offers."""

from __future__ import annotations

from abc import ABC, abstractmethod

import torch
from torch import Tensor

#: Log-probability of a piece that must be possible although the model, or another constraint, rules it out.
LAST_RESORT = -1e4


class Constraint(ABC):
    """A rule that the pieces of a batch must obey, with its state for each row or sentence.

    Rows are hypotheses, those of a sentence one after the other. Before the first step there is one for each sentence
    of the batch; from then on ``follow`` tells which are left. What is known on the CPU is kept there, so that a GPU
    need not be asked.

    Attributes:
        name: What it is called where a search is looked at.
        hides: What it forbids is not shown among the alternatives either.
    """

    name: str = "rule"
    hides: bool = False

    @abstractmethod
    def restrict(self, step: int, scores: Tensor) -> bool:
        """Set in place to minus infinity what may not come after ``step`` pieces.

        Args:
            step: Pieces so far.
            scores: Log-probabilities ``[rows, vocab]``.

        Returns:
            Whether anything may have changed.
        """

    def follow(self, rows: Tensor | None, tokens: Tensor) -> None:  # noqa: B027 (without state, nothing to do)
        """The search has taken a step.

        Args:
            rows: Row that each row goes on from, ``[rows]``: some go on more than once, others not at all, and none of
                a sentence that is done. ``None`` when each goes on from itself.
            tokens: Piece that each row has taken.
        """


def allow_only(scores: Tensor, row: int, pieces: Tensor) -> None:
    """Let a row take a few pieces only; these stay possible whatever the model and earlier constraints say."""
    kept = scores[row, pieces].clamp_min(LAST_RESORT)
    scores[row] = -torch.inf
    scores[row, pieces] = kept
