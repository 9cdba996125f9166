"""A stand-in for the trainer: the same events and the same reactions, without torch."""

from __future__ import annotations

import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from tests.run_factory import new_run
from workbench.engine.core.config import RunConfig
from workbench.engine.core.events import (
    CheckpointSaved,
    Event,
    EventSink,
    RunFinished,
    RunStarted,
    SampleTranslated,
    StateChanged,
    StepLogged,
    Validated,
    to_json,
)
from workbench.engine.runs.folder import RunFolder
from workbench.engine.training.control import TrainingControl


def step_logged(step: int, total: int = 1000, when: float | None = None, loss: float | None = None) -> StepLogged:
    """A plausible training point."""
    return StepLogged(
        time=when if when is not None else 1000.0 + step * 0.1,
        step=step,
        loss=loss if loss is not None else 2 + 6 * 0.99**step,
        learning_rate=0.001,
        gradient_norm=1.5,
        teacher_forcing=1.0,
        tokens_per_second=5000.0,
        epoch=step / 100,
        elapsed=step * 0.1,
        progress=step / total,
    )


def validated(step: int, loss: float, bleu: float, *, best: bool, bad: int = 0, seconds: float = 2.0) -> Validated:
    """A plausible validation."""
    return Validated(
        time=1000.0 + step * 0.1,
        step=step,
        loss=loss,
        perplexity=2.718**loss,
        bleu=bleu,
        chrf=bleu + 20,
        best=best,
        bad=bad,
        seconds=seconds,
    )


class FakeTrainer:
    """Call it like ``engine.training.session.train``.

    Args:
        steps: Points to log.
        pause: Seconds between them.
        error: Raised in the middle instead of going on.
    """

    def __init__(self, steps: int = 20, pause: float = 0.005, error: Exception | None = None) -> None:
        self.steps, self.pause, self.error = steps, pause, error
        self.calls: list[tuple[RunConfig, Path, bool]] = []

    def __call__(
        self,
        config: RunConfig,
        run_dir: Path,
        *,
        resume: bool = False,
        sinks: Sequence[EventSink] = (),
        control: TrainingControl | None = None,
    ) -> Any:
        control = control or TrainingControl()
        self.calls.append((config, run_dir, resume))
        run = RunFolder.open(run_dir) if resume else new_run(run_dir, config)
        with open(run.path / "events.jsonl", "a", encoding="utf-8") as journal:

            def tell(event: Event) -> None:
                journal.write(to_json(event) + "\n")
                journal.flush()
                for sink in sinks:
                    sink.put(event)

            return self._run(run_dir, control, tell)

    def _run(self, run_dir: Path, control: TrainingControl, tell: Any) -> RunFinished:
        now = time.time
        tell(StateChanged(time=now(), state="preparing", detail="reading", done=1, total=2))
        tell(
            RunStarted(
                time=now(),
                run=run_dir.name,
                device="CPU, 1 thread",
                parameters=1000,
                train_pairs=50,
                valid_pairs=5,
                total_steps=self.steps * 10,
            )
        )
        tell(StateChanged(time=now(), state="running"))
        status, done = "completed", 0
        for index in range(1, self.steps + 1):
            if control.check():
                status = "stopped"
                break
            if self.error is not None and index > self.steps // 2:
                raise self.error
            done = index * 10
            tell(step_logged(done, self.steps * 10, now()))
            if index % 5 == 0 or control.take_validation_request():
                self._validate(done, tell)
            time.sleep(self.pause)
        finished = RunFinished(time=now(), step=done, status=status, best_step=done, metric="bleu", best_value=20.0)
        tell(finished)
        return finished

    def _validate(self, step: int, tell: Any) -> None:
        tell(StateChanged(time=time.time(), step=step, state="validating"))
        text = f"une phrase après {step} pas"
        sample = SampleTranslated(
            time=time.time(), step=step, index=0, source="a sentence", reference="une phrase", translation=text
        )
        tell(sample)
        tell(validated(step, 5.0 - step * 0.01, step * 0.1, best=True))
        tell(CheckpointSaved(time=time.time(), step=step, folder=f"step-{step:08d}", best=True))
        tell(StateChanged(time=time.time(), step=step, state="running"))
