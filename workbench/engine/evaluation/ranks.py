"""How far two measures put things into the same order."""

from __future__ import annotations

import math
from bisect import bisect_right, insort
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray


def kendall(one: Sequence[float] | NDArray, other: Sequence[float] | NDArray) -> float:
    """Kendall's tau-b (1945): 1 for the same order, -1 for the opposite one; pairs that tie count for neither.

    Pairs in the wrong order are counted after sorting by the first measure (Knight 1966), so that test sets of any size
    can be compared.

    Returns:
        ``nan`` where either puts nothing before anything.
    """
    first, second = np.asarray(one, dtype=np.float64), np.asarray(other, dtype=np.float64)
    if first.shape != second.shape:
        raise ValueError("as many values of one as of the other are needed")
    wrong, seen = 0, list[float]()
    for value in second[np.lexsort((second, first))].tolist():
        wrong += len(seen) - bisect_right(seen, value)
        insort(seen, value)
    pairs = _pairs([len(first)])
    ties, others = (_pairs(np.unique(values, return_counts=True)[1]) for values in (first, second))
    if pairs in (ties, others):
        return math.nan
    both = _pairs(np.unique(np.stack([first, second]), axis=1, return_counts=True)[1])
    return (pairs - ties - others + both - 2 * wrong) / math.sqrt((pairs - ties) * (pairs - others))


def _pairs(counts: Sequence[int] | NDArray) -> int:
    return sum(int(n) * (int(n) - 1) // 2 for n in counts)
