"""Schedules over a run: the learning rate, and the share of reference pieces fed to the decoder."""

from __future__ import annotations

import math

from workbench.engine.core.config import TrainingConfig


def learning_rate(config: TrainingConfig, step: int, progress: float, scale: float = 1.0) -> float:
    """Learning rate of the step about to be taken.

    Args:
        progress: Share of the run done, 0 to 1, by steps, epochs or the clock, whichever is nearest its end.
        scale: What plateau and divergence have taken off so far.
    """
    peak = config.learning_rate * scale
    warmup = config.warmup_steps
    if step < warmup:
        return peak * (step + 1) / warmup
    if config.schedule == "inverse_sqrt":
        return peak * math.sqrt(max(1, warmup) / max(1, step + 1))
    floor = config.final_ratio
    if config.schedule == "cosine":
        return peak * (floor + (1 - floor) * 0.5 * (1 + math.cos(math.pi * min(1.0, progress))))
    if config.schedule == "linear":
        return peak * (floor + (1 - floor) * (1 - min(1.0, progress)))
    return peak


def teacher_forcing_ratio(config: TrainingConfig, step: int) -> float:
    """Share of reference pieces fed at an optimizer step (Bengio et al. 2015, section 2.4).

    It falls from ``teacher_forcing_start`` to ``teacher_forcing_end``. With ``x`` the share of
    ``teacher_forcing_steps`` done, the distance left to the end falls as ``1 - x`` (linear), ``0.01 ** x``
    (exponential: 1 % is left at the end) or as the inverse sigmoid ``k / (k + exp(10 x / 1))`` scaled to start at 1,
    with ``k = exp(5)``, so that half the way is done at half the time.
    """
    start, end = config.teacher_forcing_start, config.teacher_forcing_end
    if config.teacher_forcing == "constant":
        return start
    x = min(1.0, step / config.teacher_forcing_steps)
    if x >= 1.0:
        return end
    if config.teacher_forcing == "linear":
        left = 1.0 - x
    elif config.teacher_forcing == "exponential":
        left = 0.01**x
    else:
        k = math.exp(5.0)
        left = (k / (k + math.exp(10.0 * x))) / (k / (k + 1.0))
    return end + (start - end) * left
