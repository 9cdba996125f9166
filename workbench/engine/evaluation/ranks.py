"""How far two measures put things into the same order."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray


def kendall(one: Sequence[float] | NDArray, other: Sequence[float] | NDArray) -> float:
    """Kendall's tau-b: 1 for the same order, -1 for the opposite one; equal values count half (Kendall 1945).

    Returns:
        ``nan`` where either puts nothing before anything.
    """
    a, b = (np.asarray(values, dtype=np.float64) for values in (one, other))
    first, second = np.sign(a[:, None] - a), np.sign(b[:, None] - b)
    pairs = math.sqrt(float((first * first).sum()) * float((second * second).sum()))
    return float((first * second).sum()) / pairs if pairs else math.nan
