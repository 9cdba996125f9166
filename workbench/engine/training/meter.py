"""Running sums between two logged points; they stay on the device until they are read."""

from __future__ import annotations

import time

import torch


class Window:
    """What happened since the last logged point; sums stay on the device until they are read."""

    def __init__(self, device: torch.device) -> None:
        self._device = device
        self.restart()

    def restart(self) -> None:
        """Begin anew."""
        self._losses = torch.zeros(2, device=self._device)
        self._norm: torch.Tensor | None = None
        self._steps = self._tokens = 0
        self._began = time.perf_counter()

    @property
    def steps(self) -> int:
        """Steps taken in since the last look."""
        return self._steps

    def skip(self, seconds: float) -> None:
        """Leave a pause out of the speed."""
        self._began += seconds

    def add(self, losses: torch.Tensor, norm: torch.Tensor, tokens: int) -> None:
        """Take in one step: its objective and its plain cross-entropy ``[2]``, per token."""
        self._losses += losses
        self._norm = norm
        self._steps += 1
        self._tokens += tokens

    def read(self) -> tuple[float, float, float, float]:
        """Mean objective, mean cross-entropy, last gradient norm and tokens a second.

        Waits for the device, then begins anew.
        """
        loss, cross_entropy = (self._losses / max(1, self._steps)).tolist()
        norm = float(self._norm) if self._norm is not None else 0.0
        speed = self._tokens / max(1e-9, time.perf_counter() - self._began)
        self.restart()
        return loss, cross_entropy, norm, speed
