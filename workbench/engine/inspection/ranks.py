"""How well one measure puts things into the order of another."""

from __future__ import annotations

import math
from bisect import bisect_right, insort
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray


def kendall_tau(one: Sequence[float] | NDArray, other: Sequence[float] | NDArray) -> float | None:
    """Kendall's tau-b (1945): 1 for the same order, -1 for the reverse, 0 for none; pairs that tie count for neither.

    Pairs in the wrong order are counted after sorting by the first measure (Knight 1966).

    Returns:
        ``None`` where one of them tells nothing apart.
    """
    first, second = np.asarray(one, dtype=np.float64), np.asarray(other, dtype=np.float64)
    if first.shape != second.shape:
        raise ValueError("as many values of one as of the other are needed")
    order = np.lexsort((second, first))
    wrong, seen = 0, list[float]()
    for value in second[order].tolist():
        wrong += len(seen) - bisect_right(seen, value)
        insort(seen, value)
    pairs = _pairs([len(first)])
    ties, others = (_pairs(np.unique(values, return_counts=True)[1]) for values in (first, second))
    both = _pairs(np.unique(np.stack([first, second]), axis=1, return_counts=True)[1]) if len(first) else 0
    if ties == pairs or others == pairs:
        return None
    return (pairs - ties - others + both - 2 * wrong) / math.sqrt((pairs - ties) * (pairs - others))


def _pairs(counts: Sequence[int] | NDArray) -> int:
    return sum(int(n) * (int(n) - 1) // 2 for n in counts)


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
