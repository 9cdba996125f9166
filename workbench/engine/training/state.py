"""Where a run in training stands: the value that a checkpoint holds, the clock beside it, and when the run is over."""

from __future__ import annotations

import time
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from workbench.engine.core.config import TrainingConfig
from workbench.engine.core.messages import Message
from workbench.engine.training.selection import Standing

if TYPE_CHECKING:
    from workbench.engine.evaluation.score_units import Units


@dataclass(frozen=True)
class TrainState:
    """Where a run stands; with the tensors of a checkpoint, all that an exact resume needs.

    The order of the fields is their order in ``state.json``.

    Attributes:
        epoch: Epoch under way, from 0.
        batch: Batches of it done.
        elapsed: Seconds of training, summed over resumes.
        rate_scale: What plateau and divergence have taken off the learning rate.
        halvings: Divergences survived.
        best_step: Step of the best checkpoint, 0 when there is none.
        best_value: Its score, higher is better (a loss is negated).
        best_chrf: Its chrF, by which equal scores are told apart; ``None`` when unknown.
        best_loss: Its validation loss, which decides where chrF is equal too.
        metric: The score that chooses the best, "" before the model is built.
        tokenizer: sacreBLEU's tokenizer of the run's BLEU; the same over all resumes.
        plateau_bad: Validations since the plateau schedule last saw a gain.
        averaged: Whether averaged weights were the better ones at the last validation.
        validation_seconds: How long a validation with its checkpoint takes.
        precision: "fp32" or "bf16", "" before the first step.
    """

    step: int = 0
    epoch: int = 0
    batch: int = 0
    elapsed: float = 0.0
    rate_scale: float = 1.0
    halvings: int = 0
    best_step: int = 0
    best_value: float = 0.0
    best_chrf: float | None = None
    best_loss: float | None = None
    metric: str = ""
    tokenizer: str = ""
    bad: int = 0
    plateau_bad: int = 0
    averaged: bool = False
    validation_seconds: float = 0.0
    precision: str = ""

    @property
    def best_standing(self) -> Standing | None:
        """What is known of the best checkpoint; ``None`` when there is none."""
        if not self.best_step:
            return None
        known = Standing(chrf=self.best_chrf, loss=self.best_loss)
        value = -self.best_value if self.metric == "loss" else self.best_value
        return replace(known, **{self.metric: value})

    def with_metric(self, wish: str, units: Units) -> TrainState:
        """With what chooses the best checkpoint and how BLEU is counted settled, the same over all resumes.

        Args:
            units: What the validator's BLEU counts.
        """
        metric = self.metric
        if not metric:
            begun_before = bool(self.tokenizer)  # by an earlier version, which followed the configuration
            metric = "chrf" if wish == "bleu" and units.short and not begun_before else wish
        return replace(self, metric=metric, tokenizer=units.tokenizer)

    def after_step(self, batches: int) -> TrainState:
        """After an optimizer step on so many batches."""
        return replace(self, step=self.step + 1, batch=self.batch + batches)

    def in_next_epoch(self) -> TrainState:
        """At the beginning of the next epoch."""
        return replace(self, epoch=self.epoch + 1, batch=0)

    def after_validation(self, standing: Standing, *, best: bool, averaged: bool) -> TrainState:
        """After a validation."""
        state = replace(self, averaged=averaged, bad=0 if best else self.bad + 1)
        if not best:
            return state
        value = getattr(standing, self.metric)
        return replace(
            state,
            best_step=self.step,
            best_value=-value if self.metric == "loss" else value,
            best_chrf=standing.chrf,
            best_loss=standing.loss,
        )

    def after_plateau_check(self, *, best: bool, patience: int) -> TrainState:
        """With the learning rate halved where so many validations in a row brought no gain."""
        waited = 0 if best else self.plateau_bad + 1
        if waited >= patience:
            return replace(self, plateau_bad=0, rate_scale=self.rate_scale * 0.5)
        return replace(self, plateau_bad=waited)


class LiveState:
    """The state of a run at this moment, and the clock of its training time.

    Attributes:
        state: Where the run stands; replaced as a whole by every change.
        last_validation: ``elapsed`` at the last validation or at the start.
    """

    def __init__(self) -> None:
        self.state = TrainState()
        self.last_validation = 0.0
        self._began = time.perf_counter()

    def restart(self, state: TrainState, last_validation: float | None = None) -> None:
        """Stand at a state, from where the clock goes on.

        Args:
            last_validation: ``elapsed`` at the last validation, that of ``state`` when not given.
        """
        self.state = state
        self.last_validation = state.elapsed if last_validation is None else last_validation
        self._began = time.perf_counter() - state.elapsed

    def update_elapsed(self) -> None:
        """Put the time that the clock shows into the state."""
        self.state = replace(self.state, elapsed=time.perf_counter() - self._began)

    def leave_out(self, seconds: float) -> None:
        """Take a pause out of the training time."""
        self._began += seconds


def epochs_done(state: TrainState, batches_in_epoch: int) -> float:
    """Epochs done, the one under way in part."""
    return state.epoch + state.batch / max(1, batches_in_epoch)


def share_done(training: TrainingConfig, state: TrainState, batches_in_epoch: int) -> float:
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


def why_over(training: TrainingConfig, state: TrainState, share: float) -> str:
    """Which limit ended the run, in words; "" while there is something left of it."""
    if share < 1.0:
        return ""
    if training.max_steps and state.step >= training.max_steps:
        return Message("{max_steps} steps done", max_steps=training.max_steps)
    if training.max_minutes and state.elapsed >= 0.8 * training.max_minutes * 60:
        return _time_over(training.max_minutes)
    return Message("{max_epochs:g} epochs done", max_epochs=training.max_epochs)


def why_out_of_patience(training: TrainingConfig, state: TrainState) -> str:
    """That too many validations in a row were no new best, in words; "" otherwise."""
    if training.patience and state.bad >= training.patience:
        return Message("no new best in {bad} validations", bad=state.bad)
    return ""


def _time_over(minutes: float) -> str:
    """That the time is over, in whole minutes; a short time that is no whole number of them in seconds."""
    if minutes == 1:
        return Message("the minute is over")
    if minutes < 10 and minutes != int(minutes):
        return Message("the {seconds} seconds are over", seconds=round(minutes * 60))
    return Message("the {minutes} minutes are over", minutes=round(minutes))
