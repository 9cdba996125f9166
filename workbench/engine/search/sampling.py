"""Drawing translations: temperature, top-k (Fan et al. 2018) and top-p (Holtzman et al. 2020)."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import torch
from torch import Tensor

from workbench.engine.core.config import SearchConfig
from workbench.engine.search.decoding import Sentence


class Sampler:
    """Draws one piece a row and step.

    Every row has its own stream of random numbers, seeded by the search seed, its sentence and which draw it is, so
    that a sentence gets the same translation in whatever batch it stands.
    """

    def __init__(
        self, sentences: Sequence[Sentence], search: SearchConfig, steps: int, draws: int, device: torch.device
    ) -> None:
        self._search = search
        uniform = [
            np.random.default_rng([search.seed, sentence.key, row % draws]).random(steps)
            for row, sentence in enumerate(sentences)
        ]
        # Below 1 also after rounding to single precision, so that a draw never passes the last piece with weight.
        below_one = np.minimum(np.stack(uniform).astype(np.float32), np.float32(1 - 2.0**-24))
        self._uniform = torch.from_numpy(below_one).to(device)  # [rows, steps]

    def keep(self, rows: Tensor) -> None:
        """Keep only ``rows``."""
        self._uniform = self._uniform[rows]

    def draw(self, logprobs: Tensor, step: int) -> Tensor:
        """Pieces ``[rows]`` drawn by inverting the cumulative distribution of the pieces that stay in play."""
        search = self._search
        size = logprobs.shape[-1]
        if search.top_k or search.top_p < 1.0:
            scores, pieces = torch.topk(logprobs, min(search.top_k or size, size), dim=-1)
        else:
            scores, pieces = logprobs, None
        weights = torch.softmax(scores / search.temperature, -1)
        if search.top_p < 1.0:
            # A piece stays while the pieces before it do not yet reach top_p; the first always stays.
            weights = weights * (weights.cumsum(-1) - weights < search.top_p)
        cumulative = weights.cumsum(-1)
        drawn = self._uniform[:, step, None] * cumulative[:, -1:]
        # The first place whose cumulative weight exceeds the draw has a positive weight itself.
        place = torch.searchsorted(cumulative, drawn, right=True).clamp_max(scores.shape[-1] - 1)
        if pieces is None:
            return place[:, 0]
        return pieces.gather(1, place)[:, 0]
