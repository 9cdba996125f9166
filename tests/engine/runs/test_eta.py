"""How long a training still takes."""

from __future__ import annotations

import pytest

from tests.fake_trainer import step_logged, validated
from workbench.engine.core.events import RunStarted, StateChanged
from workbench.engine.runs.eta import Eta


def started(**values: object) -> RunStarted:
    base = {"time": 1000.0, "run": "r", "device": "CPU", "parameters": 1, "train_pairs": 1, "valid_pairs": 1}
    return RunStarted(**{**base, **values})  # type: ignore[arg-type]


def test_eta_is_the_estimate_until_enough_is_measured():
    eta = Eta(estimate=600)
    eta.apply(started(total_steps=1000))
    left = eta.remaining(1000.0)
    assert left is not None
    assert (left.seconds, left.measured) == (600, False)
    eta.apply(step_logged(10, when=1001))
    left = eta.remaining(1001)
    assert left is not None
    assert not left.measured
    assert left.seconds == pytest.approx(600 * 0.99)


def test_eta_by_speed_leaves_pauses_out_and_counts_validations_in():
    eta = Eta(estimate=0, validate_steps=100)
    eta.apply(started(total_steps=1000))
    now = 1000.0
    for step in range(10, 210, 10):  # one second for ten steps
        now += 1.0
        eta.apply(step_logged(step, 1000, when=now))
        if step == 100:
            now += 7.0
            eta.apply(validated(step, 3.0, 1.0, best=True, seconds=7.0))
        if step == 150:
            eta.apply(StateChanged(time=now, step=step, state="paused"))
            now += 3600.0
            eta.apply(StateChanged(time=now, step=step, state="running"))
    left = eta.remaining(now)
    assert left is not None
    assert left.measured
    # 800 steps at ten a second, and 8 validations of 7 seconds.
    assert left.seconds == pytest.approx(80 + 8 * 7, rel=0.02)
    assert not left.at_most


def test_eta_by_the_clock_and_with_patience():
    eta = Eta()
    eta.apply(started(max_seconds=600.0, patience=5))
    eta.apply(step_logged(100, 1000, when=1010))  # 10 seconds elapsed
    left = eta.remaining(1010)
    assert left is not None
    assert left.at_most
    assert left.seconds == pytest.approx(590)
