"""How far a run has come and when it is over: by steps, by epochs, by the clock."""

from __future__ import annotations

from workbench.engine.core.config import TrainingConfig
from workbench.engine.core.messages import Message
from workbench.engine.training.checkpoint import Progress


def epochs_done(state: Progress, batches_in_epoch: int) -> float:
    """Epochs done, the one under way in part."""
    return state.epoch + state.batch / max(1, batches_in_epoch)


def share_done(training: TrainingConfig, state: Progress, batches_in_epoch: int) -> float:
    """Share of the run done, by whichever limit is nearest; 1 and more when it is over."""
    shares = [0.0]
    if training.max_steps:
        shares.append(state.step / training.max_steps)
    if training.max_epochs:
        shares.append(epochs_done(state, batches_in_epoch) / training.max_epochs)
    if training.max_minutes:
        # the last validation belongs to the time, so that the schedule ends when it begins
        budget = training.max_minutes * 60
        reserve = min(0.2 * budget, state.validation_seconds or 0.03 * budget)
        shares.append(state.elapsed / (budget - reserve))
    return max(shares)


def why_over(training: TrainingConfig, state: Progress, share: float) -> str:
    """Which limit ended the run, in words; "" while there is something left of it."""
    if share < 1.0:
        return ""
    if training.max_steps and state.step >= training.max_steps:
        return Message("{max_steps} steps done", max_steps=training.max_steps)
    if training.max_minutes and state.elapsed >= 0.8 * training.max_minutes * 60:
        return _time_over(training.max_minutes)
    return Message("{max_epochs:g} epochs done", max_epochs=training.max_epochs)


def _time_over(minutes: float) -> str:
    """That the time is over, in whole minutes; a short time that is no whole number of them in seconds."""
    if minutes == 1:
        return Message("the minute is over")
    if minutes < 10 and minutes != int(minutes):
        return Message("the {seconds} seconds are over", seconds=round(minutes * 60))
    return Message("the {minutes} minutes are over", minutes=round(minutes))
