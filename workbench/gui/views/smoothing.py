"""A smoothed curve that does not mislead: a running mean corrected for its start, extended as points arrive."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray


class Smoother:
    """Exponential moving average with bias correction (Kingma & Ba 2015, section 3): the start is not pulled to 0.

    Args:
        weight: How much of the old value stays at each point, 0 (off) to below 1.
    """

    def __init__(self, weight: float) -> None:
        self.weight = weight
        self._sum = self._norm = 0.0
        self._done = 0
        self._values = np.empty(1024)

    def extend(self, values: NDArray[np.float64]) -> NDArray[np.float64]:
        """The smoothed curve of ``values``; only points that are new since the last call are computed.

        A shorter array than the last one (a resumed run) starts again.
        """
        if len(values) < self._done:
            self._sum = self._norm = 0.0
            self._done = 0
        while len(self._values) < len(values):
            self._values = np.concatenate([self._values, np.empty_like(self._values)])
        keep, take = self.weight, 1.0 - self.weight
        for index in range(self._done, len(values)):
            value = float(values[index])
            if math.isfinite(value):
                self._sum = keep * self._sum + take * value
                self._norm = keep * self._norm + take
            self._values[index] = self._sum / self._norm if self._norm else math.nan
        self._done = len(values)
        return self._values[: self._done]
