"""Going back to a checkpoint: after a stop, after damage, after divergence."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace

from workbench.engine.core.errors import RunFailed
from workbench.engine.core.events import RunResumed
from workbench.engine.core.messages import Message
from workbench.engine.runs.checkpoints import find_resumable, set_aside
from workbench.engine.runs.folder import CheckpointInfo
from workbench.engine.training.building import BuiltRun, RunContext
from workbench.engine.training.meter import Reading
from workbench.engine.training.state import TrainState

#: What a person can do about a run that diverges.
ADVICE = Message("Lower training.learning_rate or raise training.warmup_steps.")


def find_start(context: RunContext) -> CheckpointInfo | None:
    """The checkpoint to resume from, the newest that is whole; damaged ones are reported and renamed."""
    start: CheckpointInfo | None = None
    if context.ranks.first:
        start, damaged = find_resumable(context.folder)
        for found in damaged:
            aside = set_aside(found).name
            context.emitter.warn(
                "checkpoint_damaged",
                Message(
                    "{found}: it was renamed to {aside}, and training goes on from step {value}",
                    found=found,
                    aside=aside,
                    value=start.step if start else 0,
                ),
            )
    chosen: CheckpointInfo | None = context.ranks.from_first(start)
    return chosen


class Recovery:
    """Sets a run back to a checkpoint, and decides how often it may diverge.

    Args:
        rebuild: Builds it anew, for a run that has no checkpoint yet.
    """

    def __init__(self, context: RunContext, rebuild: Callable[[], BuiltRun]) -> None:
        self._context, self._rebuild = context, rebuild

    def resume(self, built: BuiltRun, start: CheckpointInfo) -> None:
        """Load a checkpoint and go on from where it stood."""
        self._context.live.restart(self._restore(built, start))

    def roll_back(self, built: BuiltRun, reading: Reading) -> BuiltRun:
        """Go back to the last good checkpoint at half the learning rate.

        Returns:
            What to go on with: ``built``, or another one when there was no checkpoint.

        Raises:
            RunFailed: It is the second divergence.
        """
        context, live = self._context, self._context.live
        diverged = live.state
        where = f"at step {diverged.step} (loss {reading.loss:.3g}, gradient norm {reading.gradient_norm:.3g})"
        if diverged.halvings:
            raise RunFailed(Message("the run diverged again {where}", where=where), advice=ADVICE)
        last, _ = find_resumable(context.folder)
        if last is not None:
            found = self._restore(built, last)
            last_validation = found.elapsed
        else:
            live.state = TrainState(precision=built.learner.precision)
            built = self._rebuild()
            found = built.settled(live.state, context.config.training.metric)
            last_validation = live.last_validation
        # the time that was lost stays spent
        found = replace(found, halvings=1, rate_scale=found.rate_scale * 0.5, elapsed=diverged.elapsed)
        live.restart(found, last_validation)
        context.emitter.emit(RunResumed(time=time.time(), step=found.step, elapsed=found.elapsed))
        context.emitter.warn(
            "learning_rate_halved",
            Message("diverged {where}: went back to step {back} and halved the rate", where=where, back=found.step),
        )
        return built

    def _restore(self, built: BuiltRun, start: CheckpointInfo) -> TrainState:
        state = built.checkpoints.restore(start)
        state = built.settled(state, self._context.config.training.metric)
        if self._context.ranks.first:
            built.checkpoints.settle(state)
        return state
