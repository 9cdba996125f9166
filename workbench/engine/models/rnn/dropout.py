"""Dropout from random bytes: on a CPU, drawing a random number for every unit took longer than using it."""

from __future__ import annotations

import torch
import torch.nn.functional as F
from torch import Tensor, nn


class Dropout(nn.Module):
    """Dropout (Srivastava et al. 2014) with inverted scaling.

    On a CPU the share is rounded to whole 256ths, since a unit stays or goes by one random byte; what stays is scaled
    by exactly that share, so the mean is kept.
    """

    def __init__(self, p: float) -> None:
        super().__init__()
        self.p = p

    def forward(self, x: Tensor) -> Tensor:
        """Drop units of a tensor of any shape, in training only."""
        if not self.training or not self.p:
            return x
        threshold = round(self.p * 256)
        if x.device.type != "cpu" or not 0 < threshold < 256:
            return F.dropout(x, self.p)
        count = x.numel()
        words = torch.empty(-(-count // 8), dtype=torch.int64).random_(-(2**63), None)
        kept = words.view(torch.uint8)[:count].view(x.shape) >= threshold
        return x * (kept * (256 / (256 - threshold))).to(x.dtype)

    def extra_repr(self) -> str:
        """For printing."""
        return f"p={self.p}"
