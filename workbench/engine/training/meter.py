"""Running sums between two logged points; they stay on the device until they are read."""

from __future__ import annotations

import math
import time
from dataclasses import dataclass

import torch


@dataclass(frozen=True)
class Reading:
    """Means since the last logged point.

    Attributes:
        loss: Objective per target piece, in nats.
        cross_entropy: Plain cross-entropy per target piece, in nats.
        gradient_norm: Norm of the last step's gradient, before it was clipped.
        tokens_per_second: Target pieces a second.
    """

    loss: float
    cross_entropy: float
    gradient_norm: float
    tokens_per_second: float

    def diverged(self, max_gradient_norm: float) -> bool:
        """Whether loss or gradient are no longer those of a run that learns."""
        finite = math.isfinite(self.loss) and math.isfinite(self.gradient_norm)
        return not (finite and self.gradient_norm <= max_gradient_norm)


class StepMeter:
    """Sums losses, tokens and time over the steps since it was started; on the device until they are read."""

    def __init__(self, device: torch.device) -> None:
        self._losses = torch.zeros(2, device=device)
        self._norm: torch.Tensor | None = None
        self._steps = self._tokens = 0
        self._began = time.perf_counter()

    def restart(self) -> None:
        """Begin anew."""
        self._losses = torch.zeros_like(self._losses)
        self._norm = None
        self._steps = self._tokens = 0
        self._began = time.perf_counter()

    @property
    def steps(self) -> int:
        """Steps since the start."""
        return self._steps

    def leave_out(self, seconds: float) -> None:
        """Leave a pause out of the speed."""
        self._began += seconds

    def add(self, losses: torch.Tensor, norm: torch.Tensor, tokens: int) -> None:
        """Add one step: its objective and its plain cross-entropy ``[2]``, per token."""
        self._losses += losses
        self._norm = norm
        self._steps += 1
        self._tokens += tokens

    def read(self) -> Reading:
        """Means since the start; waits for the device and changes nothing."""
        loss, cross_entropy = (self._losses / max(1, self._steps)).tolist()
        norm = float(self._norm) if self._norm is not None else 0.0
        speed = self._tokens / max(1e-9, time.perf_counter() - self._began)
        return Reading(loss, cross_entropy, norm, speed)
