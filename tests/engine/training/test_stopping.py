"""When a run ends or waits: stop, pause, patience, the clock."""

import dataclasses
import threading
from pathlib import Path
from typing import Any

import pytest
import torch

from tests.engine.short_runs import Recorder, config
from workbench.engine.core.config import TrainingConfig
from workbench.engine.core.errors import ConfigError
from workbench.engine.core.events import (
    Event,
    RunStarted,
    StepLogged,
    Validated,
)
from workbench.engine.device import buffers
from workbench.engine.runs.folder import RunFolder
from workbench.engine.training import meter as metering
from workbench.engine.training.control import TrainingControl
from workbench.engine.training.distributed import Ranks
from workbench.engine.training.optimization.schedules import learning_rate
from workbench.engine.training.session import train
from workbench.engine.training.state import TrainState, share_done, why_over


def test_stop_keeps_a_checkpoint_even_while_paused(corpus: Path) -> None:
    control = TrainingControl()

    def act(event: Event) -> None:
        if isinstance(event, StepLogged) and event.step == 6:
            control.set_paused(True)
            threading.Timer(0.2, control.request_stop).start()

    finished = train(config(corpus), corpus / "run", sinks=[Recorder(act)], control=control)
    assert finished.status == "stopped"
    assert finished.step == 6
    assert RunFolder(corpus / "run").checkpoint("last").step == 6
    assert not buffers._free  # nothing heavy outlives a run


def test_a_pause_is_left_out_of_the_speed(corpus: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    control, left_out = TrainingControl(), []
    monkeypatch.setattr(metering.StepMeter, "leave_out", lambda self, seconds: left_out.append(seconds))

    def act(event: Event) -> None:
        if isinstance(event, StepLogged) and event.step == 6:
            control.set_paused(True)
            threading.Timer(0.3, control.set_paused, [False]).start()

    train(config(corpus), corpus / "run", sinks=[Recorder(act)], control=control)
    assert sum(left_out) >= 0.25


def test_speed_leaves_out_what_is_skipped(monkeypatch: pytest.MonkeyPatch) -> None:
    now = [10.0]
    monkeypatch.setattr(metering.time, "perf_counter", lambda: now[0])
    meter = metering.StepMeter(torch.device("cpu"))
    meter.add(torch.tensor([3.0, 2.0]), torch.tensor(1.0), 100)
    meter.leave_out(2.0)
    now[0] = 14.0
    assert meter.read() == metering.Reading(3.0, 2.0, 1.0, 50.0)
    assert meter.read() == metering.Reading(3.0, 2.0, 1.0, 50.0)  # reading changes nothing
    meter.restart()
    assert meter.steps == 0


def test_the_first_rank_s_clock_counts(corpus: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def told(self: Any, value: Any) -> Any:
        return (*value[:3], 0.5) if isinstance(value, tuple) else value

    monkeypatch.setattr(Ranks, "from_first", told)
    recorder = Recorder()
    settings = {"training": {"max_steps": 0, "max_minutes": 0.02, "warmup_steps": 0, "schedule": "linear"}}
    wanted = config(corpus, **settings)
    train(wanted, corpus / "run", sinks=[recorder])
    halfway = learning_rate(wanted.training, 1, 0.5)
    assert {e.learning_rate for e in recorder.of(StepLogged)} == {halfway}


def test_evaluate_now(corpus: Path) -> None:
    control = TrainingControl()
    recorder = Recorder(lambda e: control.request_validation() if isinstance(e, StepLogged) and e.step == 2 else None)
    train(config(corpus), corpus / "run", sinks=[recorder], control=control)
    assert [e.step for e in recorder.of(Validated)] == [3, 4, 8, 12]


def test_patience_stops_early(corpus: Path) -> None:
    settings = {"training": {"max_steps": 400, "validate_steps": 1, "patience": 3, "learning_rate": 1e-7}}
    recorder = Recorder()
    finished = train(config(corpus, **settings), corpus / "run", sinks=[recorder])
    assert finished.status == "completed"
    assert recorder.of(Validated)[-1].bad == 3
    assert finished.step < 50


def test_patience_alone_lets_the_rate_fall(corpus: Path) -> None:
    training = {
        "max_steps": 0,
        "validate_steps": 1,
        "patience": 4,
        "plateau_patience": 1,
        "learning_rate": 1e-7,
        "warmup_steps": 0,
        "log_steps": 1,
    }
    recorder = Recorder()
    finished = train(config(corpus, training=training), corpus / "run", sinks=[recorder])
    assert finished.reason == "no new best in 4 validations"
    assert RunFolder(corpus / "run").config().training.schedule == "plateau"
    assert "training.schedule" in recorder.of(RunStarted)[0].explanations
    assert recorder.of(StepLogged)[-1].learning_rate <= 1e-7 / 8
    with pytest.raises(ConfigError, match="cosine falls towards the end"):
        train(config(corpus, training=training | {"schedule": "cosine"}), corpus / "refused")
    assert not (corpus / "refused").exists()


def test_time_budget_is_kept_and_annealed(corpus: Path) -> None:
    recorder = Recorder()
    settings = {"training": {"max_steps": 0, "max_minutes": 0.05, "validate_steps": 0, "warmup_steps": 1}}
    finished = train(config(corpus, **settings), corpus / "run", sinks=[recorder])
    assert finished.status == "completed"
    assert finished.elapsed < 3.0 * 1.5
    rates = [e.learning_rate for e in recorder.of(StepLogged)]
    assert rates[-1] < 0.3 * max(rates)


@pytest.mark.parametrize(
    ("minutes", "words"),
    [
        (20, "the 20 minutes are over"),
        (1, "the minute is over"),
        (5 / 3, "the 100 seconds are over"),
        (0.5, "the 30 seconds are over"),
        (33.3333, "the 33 minutes are over"),
    ],
)
def test_that_the_time_is_over_reads_well(minutes: float, words: str):
    training = TrainingConfig(max_minutes=minutes)
    assert why_over(training, TrainState(elapsed=60 * minutes), 1.0) == words


def test_share_of_a_run_is_that_of_its_nearest_limit() -> None:
    state = TrainState(step=300, epoch=2, batch=50, elapsed=60.0, validation_seconds=10.0)
    assert share_done(TrainingConfig(max_steps=1000), state, 100) == pytest.approx(0.3)
    assert share_done(TrainingConfig(max_steps=1000, max_epochs=5), state, 100) == pytest.approx(2.5 / 5)
    # of two minutes the last validation takes ten seconds
    assert share_done(TrainingConfig(max_steps=1000, max_minutes=2), state, 100) == pytest.approx(60 / 110)
    # a slow validation takes a fifth of the time at most
    slow = dataclasses.replace(state, validation_seconds=50.0)
    assert share_done(TrainingConfig(max_minutes=2), slow, 100) == pytest.approx(60 / 96)
    assert why_over(TrainingConfig(max_minutes=2), state, 60 / 110) == ""
    assert why_over(TrainingConfig(max_steps=300), state, 1.0) == "300 steps done"
