"""The training loop: batch, step, log, validate, save, stop."""

from __future__ import annotations

import time
from dataclasses import asdict, replace

from workbench.engine.core.errors import RunFailed
from workbench.engine.core.events import CheckpointSaved, StepLogged
from workbench.engine.core.messages import Message
from workbench.engine.device.devices import trim_memory
from workbench.engine.training.building import BuiltRun, RunContext
from workbench.engine.training.loader import Loader
from workbench.engine.training.meter import Reading, StepMeter
from workbench.engine.training.optimization.schedules import learning_rate, teacher_forcing_ratio
from workbench.engine.training.recovery import ADVICE, Recovery
from workbench.engine.training.state import TrainState, epochs_done, share_done, why_out_of_patience, why_over
from workbench.engine.training.validation import Scores
from workbench.engine.training.validation_step import ValidationStep


class Trainer:
    """Trains a built run from where it stands to its end or to a stop.

    Args:
        context: The run; its live state is kept up to date.
    """

    def __init__(self, context: RunContext, built: BuiltRun, loader: Loader, recovery: Recovery) -> None:
        self._training = context.config.training
        self._folder, self._ranks, self._control = context.folder, context.ranks, context.control
        self._live, self._emitter = context.live, context.emitter
        self._built, self._loader, self._recovery = built, loader, recovery
        self._validation = ValidationStep(context)
        self._meter = StepMeter(context.ranks.device)
        self._threads, self._told_of_threads = context.threads, False

    @property
    def _state(self) -> TrainState:
        return self._live.state

    def run(self) -> str:
        """Train.

        Returns:
            Why the run is over, "" when it was asked to stop.
        """
        self._live.restart(self._state)
        self._meter.restart()
        reason = self._loop()
        self._end(reason)
        return reason

    def _loop(self) -> str:
        """Step after step, until the run is over or asked to stop."""
        training = self._training
        while True:
            self._begin_epoch()
            self._wait_while_paused()
            stop, validate_now, reason, share = self._agree()
            if stop or reason:
                return reason
            rate = learning_rate(training, self._state.step, share, self._state.rate_scale)
            ratio = teacher_forcing_ratio(training, self._state.step)
            self._step(rate, ratio)
            due = validate_now or self._validation_due()
            # also looked at before every checkpoint, so that none is kept of what has diverged
            if due or self._state.step % training.log_steps == 0:
                reading = self._read_meter()
                if reading.diverged(training.max_gradient_norm):
                    self._roll_back(reading)
                    continue
                self._log(reading, rate, ratio)
            if due:
                self._validate_and_save()
                self._meter.restart()
                reason = why_out_of_patience(training, self._state)
                if reason:
                    return reason

    def _end(self, reason: str) -> None:
        """The last validation and checkpoint; a stop keeps what there is without scoring it."""
        self._live.update_elapsed()
        if self._meter.steps:
            reading = self._read_meter()
            if reading.diverged(self._training.max_gradient_norm):
                self._roll_back(reading)
                if not self._state.step:
                    raise RunFailed(Message("the run diverged before its first checkpoint"), advice=ADVICE)
        step = self._state.step
        # another process may look before the first one has written: all must agree whether to validate together
        saved = self._ranks.from_first(any(c.step == step for c in self._folder.checkpoints()))
        if reason:
            if step and not saved:
                self._validate_and_save()
            return
        self._emitter.state("stopping", Message("saving a checkpoint"))
        if step and not saved and self._ranks.first:
            self._save(None)

    # before a step -------------------------------------------------------------------------------------------------

    def _begin_epoch(self) -> None:
        """Go on to the next epoch where all batches of this one are done."""
        if self._state.batch >= self._built.epochs.count(self._state.epoch):
            self._live.state = self._state.in_next_epoch()

    def _wait_while_paused(self) -> None:
        if not self._control.paused or self._control.stopping:
            return
        self._emitter.state("paused")
        began = time.perf_counter()
        self._control.check()
        seconds = time.perf_counter() - began  # a pause costs no training time
        self._live.leave_out(seconds)
        self._meter.leave_out(seconds)
        self._emitter.state("running")

    def _agree(self) -> tuple[bool, bool, str, float]:
        """Whether to stop, whether to validate, why the run is over, and the share of it that is done.

        Every process must come to the same decision and the same learning rate, so the first one's clock counts.
        """
        share = share_done(self._training, self._state, self._built.epochs.count(self._state.epoch))
        reason = why_over(self._training, self._state, share)
        stop, validate_now = self._control.stopping, self._control.take_validation_request()
        agreed: tuple[bool, bool, str, float] = self._ranks.from_first((stop, validate_now, reason, share))
        return agreed

    # a step --------------------------------------------------------------------------------------------------------

    def _step(self, rate: float, ratio: float) -> None:
        """One optimizer step on the next batches."""
        self._follow_other_programs()
        state, built = self._state, self._built
        group, following = built.epochs.at(state.epoch, state.batch)
        batches = self._loader.take(group, state.step, following)
        losses, norm = built.learner.learn(batches, state.step, rate, ratio)
        self._meter.add(losses, norm, sum(b.tokens for b in batches))
        self._live.state = state.after_step(len(group))
        self._live.update_elapsed()

    def _follow_other_programs(self) -> None:
        """Calculate with the cores that are free; says once why a run became slower."""
        if self._ranks.device.type != "cpu":
            return
        count, most = self._threads.apply(), self._threads.most
        if count < most and not self._told_of_threads:
            self._told_of_threads = True
            text = Message("other programs are busy: {count} of {most} threads calculate", count=count, most=most)
            self._emitter.warn("threads", text)

    def _read_meter(self) -> Reading:
        """What the meter says of all processes since it was read last; it begins anew."""
        reading = self._meter.read()
        self._meter.restart()
        # each process has divided its share of the loss by the tokens of all
        loss, cross_entropy, speed = self._ranks.sum(reading.loss, reading.cross_entropy, reading.tokens_per_second)
        return Reading(loss, cross_entropy, reading.gradient_norm, speed)

    def _roll_back(self, reading: Reading) -> None:
        self._built = self._recovery.roll_back(self._built, reading)
        self._meter.restart()

    def _log(self, reading: Reading, rate: float, ratio: float) -> None:
        state = self._state
        count = self._built.epochs.count(state.epoch)
        self._emitter.emit(
            StepLogged(
                time=time.time(),
                step=state.step,
                learning_rate=rate,
                teacher_forcing=ratio,
                epoch=epochs_done(state, count),
                elapsed=state.elapsed,
                progress=min(1.0, share_done(self._training, state, count)),
                **asdict(reading),
            )
        )

    # validation and checkpoints ------------------------------------------------------------------------------------

    def _validation_due(self) -> bool:
        training, state = self._training, self._state
        if training.validate_steps and state.step % training.validate_steps == 0:
            return True
        if not training.validate_minutes:
            return False
        due = state.elapsed - self._live.last_validation >= training.validate_minutes * 60
        return bool(self._ranks.from_first(due))

    def _validate_and_save(self) -> None:
        """Validate and keep a checkpoint in the first process; the others take over what it found."""
        if self._ranks.first:
            began = time.perf_counter()
            scores = self._validation.run(self._built)
            self._save(scores)
            self._live.update_elapsed()
            self._live.state = replace(self._state, validation_seconds=time.perf_counter() - began)
            self._emitter.state("running")
        trim_memory()
        self._live.state = self._ranks.from_first(self._state)
        self._live.last_validation = self._state.elapsed

    def _save(self, scores: Scores | None) -> None:
        state = self._state
        self._emitter.state("saving", Message("writing a checkpoint"))
        name = self._built.checkpoints.save(state, scores)
        best = state.best_step == state.step
        self._emitter.emit(CheckpointSaved(time=time.time(), step=state.step, folder=name, best=best))
