"""Whether the worst are found, and the rising sequence nearest to some values."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray


def worst_found(projected: Sequence[float], actual: Sequence[float], count: int) -> tuple[int, int, int]:
    """How many of the ``count`` sentences projected worst are in the worst quarter by their true score.

    The worst quarter holds what scores lower than the sentence at its end; where that one ties with more than the
    quarter (half of a good model's sentences are perfect), the quarter is smaller.

    Returns:
        Found, how many were marked, and how many are in the worst quarter.
    """
    scores = np.asarray(actual, dtype=np.float64)
    marked = np.argsort(np.asarray(projected, dtype=np.float64), kind="stable")[:count]
    ordered = np.sort(scores)
    end = len(scores) // 4
    if not end:
        return 0, len(marked), 0
    worst = scores < ordered[end] if ordered[end] == ordered[end - 1] else scores <= ordered[end - 1]
    return int(worst[marked].sum()), len(marked), int(worst.sum())


def isotonic(values: Sequence[float] | NDArray) -> NDArray[np.float64]:
    """The rising sequence nearest to some values (least squares, pool adjacent violators)."""
    blocks: list[tuple[float, int]] = []
    for value in np.asarray(values, dtype=np.float64).tolist():
        blocks.append((value, 1))
        while len(blocks) > 1 and blocks[-2][0] / blocks[-2][1] >= blocks[-1][0] / blocks[-1][1]:
            total, count = blocks.pop()
            blocks[-1] = blocks[-1][0] + total, blocks[-1][1] + count
    return np.repeat([total / count for total, count in blocks], [count for _, count in blocks])
