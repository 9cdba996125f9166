"""The state of a run in training: a value, replaced as a whole; its clock; the batches of its epochs; its meter."""

import dataclasses
import time
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest
import torch

from workbench.engine.core.errors import RunFailed
from workbench.engine.training import state as module
from workbench.engine.training.loader import EpochBatches
from workbench.engine.training.meter import Reading, StepMeter
from workbench.engine.training.selection import Standing
from workbench.engine.training.state import LiveState, TrainState


def test_a_state_is_a_value() -> None:
    before = TrainState(step=3, epoch=1, batch=5)
    assert before.after_step(2) == TrainState(step=4, epoch=1, batch=7)
    assert before.in_next_epoch() == TrainState(step=3, epoch=2)
    assert before == TrainState(step=3, epoch=1, batch=5)
    with pytest.raises(dataclasses.FrozenInstanceError):
        before.step = 4  # type: ignore[misc]


@pytest.mark.parametrize(("metric", "value"), [("bleu", 20.0), ("chrf", 30.0), ("loss", -2.0)])
def test_a_best_validation_is_remembered_and_the_others_are_counted(metric: str, value: float) -> None:
    found = Standing(20.0, 30.0, 2.0)
    best = TrainState(step=8, bad=2, metric=metric).after_validation(found, best=True, averaged=True)
    assert (best.best_step, best.best_value, best.bad, best.averaged) == (8, value, 0, True)
    assert best.best_standing is not None
    assert best.best_standing.of(metric) == value
    later = best.after_step(1).after_validation(Standing(0.0, 0.0, 9.0), best=False, averaged=False)
    assert (later.best_step, later.best_value, later.bad, later.averaged) == (8, value, 1, False)


def test_a_plateau_halves_the_rate_and_counts_anew() -> None:
    state = TrainState()
    scales = []
    for best in (False, True, False, False, False):
        state = state.after_plateau_check(best=best, patience=2)
        scales.append((state.plateau_bad, state.rate_scale))
    assert scales == [(1, 1.0), (0, 1.0), (1, 1.0), (0, 0.5), (1, 0.5)]


def test_the_metric_of_a_run_is_settled_once() -> None:
    short: Any = SimpleNamespace(short=True, tokenizer="char")
    assert TrainState().with_metric("bleu", short).metric == "chrf"
    assert TrainState(tokenizer="13a").with_metric("bleu", short).metric == "bleu"  # of an earlier version
    assert TrainState(metric="loss").with_metric("bleu", short) == TrainState(metric="loss", tokenizer="char")


def test_the_clock_goes_on_from_a_state_and_leaves_pauses_out(monkeypatch: pytest.MonkeyPatch) -> None:
    now = [100.0]
    monkeypatch.setattr(module, "time", SimpleNamespace(perf_counter=lambda: now[0]))
    live = LiveState()
    live.restart(TrainState(step=4, elapsed=30.0))
    assert live.last_validation == 30.0
    now[0] = 112.0
    live.leave_out(2.0)
    live.update_elapsed()
    assert live.state == TrainState(step=4, elapsed=40.0)
    live.restart(TrainState(elapsed=40.0), last_validation=25.0)
    assert live.last_validation == 25.0


def test_batches_of_a_step_and_of_the_next_one() -> None:
    cut: list[int] = []

    def epoch(number: int) -> list[Any]:
        cut.append(number)
        return [np.array([number, n]) for n in range(5 if number < 9 else 0)]

    epochs = EpochBatches(SimpleNamespace(epoch=epoch), 2)  # type: ignore[arg-type]
    assert epochs.count(0) == 5
    group, following = epochs.at(0, 2)
    assert [b.tolist() for b in group] == [[0, 2], [0, 3]]
    assert [b.tolist() for b in following] == [[0, 4]]
    assert epochs.at(0, 4)[1] == []
    assert epochs.at(0, 2)[0][0] is group[0]  # by which the loader knows what it made ahead
    assert cut == [0]
    assert epochs.at(1, 0)[0][0].tolist() == [1, 0]
    with pytest.raises(RunFailed, match="too small"):
        epochs.count(9)


@pytest.mark.parametrize(
    ("loss", "norm", "diverged"),
    [(1.0, 10.0, False), (1.0, 10.1, True), (float("nan"), 1.0, True), (1.0, float("inf"), True)],
)
def test_what_counts_as_divergence(loss: float, norm: float, diverged: bool) -> None:
    assert Reading(loss, loss, norm, 0.0).diverged(10.0) is diverged


def test_reading_a_meter_changes_nothing() -> None:
    meter = StepMeter(torch.device("cpu"))
    meter.add(torch.tensor([4.0, 2.0]), torch.tensor(3.0), 10)
    meter.add(torch.tensor([2.0, 1.0]), torch.tensor(5.0), 10)
    time.sleep(0.001)
    first, second = meter.read(), meter.read()
    assert dataclasses.replace(first, tokens_per_second=0) == Reading(3.0, 1.5, 5.0, 0)
    assert dataclasses.replace(second, tokens_per_second=0) == Reading(3.0, 1.5, 5.0, 0)
    meter.restart()
    assert (meter.steps, meter.read().loss, meter.read().gradient_norm) == (0, 0.0, 0.0)
