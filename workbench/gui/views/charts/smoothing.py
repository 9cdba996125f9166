"""A smoothed curve that does not mislead: it starts at the first value and lags little while the run is young."""

from __future__ import annotations

import math
from typing import Final

import numpy as np
from numpy.typing import NDArray

#: The average never reaches further back than about this share of the points so far.
_SHARE: Final = 1 / 8


class Smoother:
    """Exponential moving average whose memory grows with the run up to what was asked for.

    With a fixed memory the curve of a young run hangs far above its points, and looks worse than the run is.

    Args:
        weight: How much of the old value stays at each point, 0 (off) to below 1.
    """

    def __init__(self, weight: float) -> None:
        self.weight = weight
        self._mean = math.nan
        self._done = 0
        self._values = np.empty(1024)

    def extend(self, values: NDArray[np.float64]) -> NDArray[np.float64]:
        """The smoothed curve of ``values``; only points that are new since the last call are computed.

        A shorter array than the last one (a resumed run) starts again.
        """
        if len(values) < self._done:
            self._mean = math.nan
            self._done = 0
        while len(self._values) < len(values):
            self._values = np.concatenate([self._values, np.empty_like(self._values)])
        for index in range(self._done, len(values)):
            value = float(values[index])
            if math.isnan(self._mean):
                self._mean = value if math.isfinite(value) else math.nan
            elif math.isfinite(value):
                keep = min(self.weight, 1 - 1 / (1 + index * _SHARE))
                self._mean = keep * self._mean + (1 - keep) * value
            self._values[index] = self._mean
        self._done = len(values)
        return self._values[: self._done]
