"""How the share of reference pieces fed to the decoder falls (Bengio et al. 2015, section 2.4)."""

from __future__ import annotations

import math

from workbench.engine.core.config import TrainingConfig


def teacher_forcing_ratio(config: TrainingConfig, step: int) -> float:
    """Ratio at an optimizer step, from ``teacher_forcing_start`` to ``teacher_forcing_end``.

    With ``x`` the share of ``teacher_forcing_steps`` done, the distance left to the end falls as ``1 - x`` (linear),
    ``0.01 ** x`` (exponential: 1 % is left at the end) or as the inverse sigmoid ``k / (k + exp(10 x / 1))`` scaled to
    start at 1, with ``k = exp(5)``, so that half the way is done at half the time.

    Args:
        config: The training section.
        step: Steps done, from 0.
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
