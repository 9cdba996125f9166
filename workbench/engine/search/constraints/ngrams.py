"""No n-gram of pieces twice in a translation."""

from __future__ import annotations

import torch
from torch import Tensor

from workbench.engine.search.constraints.base import Constraint
from workbench.engine.search.constraints.utf8 import WholeCharacters


class NoRepeatedNgrams(Constraint):
    """Forbids the piece that would repeat an n-gram, except inside of a character, which is finished.

    Args:
        size: Length n of the n-grams.
        rows: Rows before the first step.
        device: Where the scores will be.
        characters: Knows which rows are inside of a character, where there are byte pieces.
    """

    name = "ngram"

    def __init__(self, size: int, rows: int, device: torch.device, characters: WholeCharacters | None = None) -> None:
        self._size, self._characters = size, characters
        self._history = torch.zeros(rows, 0, dtype=torch.long, device=device)  # [rows, step]

    def restrict(self, step: int, scores: Tensor) -> bool:
        """See ``Constraint.restrict``."""
        rows, pieces = repeated_ngrams(self._history, self._size)
        if self._characters is not None:
            between = self._characters.states[rows] == 0
            rows, pieces = rows[between], pieces[between]
        scores[rows, pieces] = -torch.inf
        return True

    def follow(self, rows: Tensor | None, tokens: Tensor) -> None:
        """See ``Constraint.follow``."""
        before = self._history if rows is None else self._history[rows]
        self._history = torch.cat([before, tokens[:, None]], 1)


def repeated_ngrams(history: Tensor, size: int) -> tuple[Tensor, Tensor]:
    """Which next pieces would repeat an n-gram.

    Args:
        history: Pieces so far ``[rows, steps]``.
        size: Length n of the n-grams.

    Returns:
        Row and piece of every forbidden continuation, two vectors.
    """
    steps = history.shape[1]
    if steps < size:
        none = history.new_zeros(0)
        return none, none
    if size == 1:
        rows = torch.arange(history.shape[0], device=history.device).repeat_interleave(steps)
        return rows, history.reshape(-1)
    seen = history.unfold(1, size, 1)  # [rows, steps - size + 1, size]
    last = history[:, None, steps - size + 1 :]  # [rows, 1, size - 1]
    rows, places = torch.nonzero((seen[:, :, :-1] == last).all(-1), as_tuple=True)
    return rows, seen[rows, places, size - 1]
