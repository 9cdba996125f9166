"""The machine is measured with the real model, and the run's random numbers are what they would have been."""

from __future__ import annotations

import time
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
import torch

from workbench.engine.core.config import build_config
from workbench.engine.dataset.batch import Batch
from workbench.engine.runs.machine_speed import known_speed
from workbench.engine.training import speed


def test_measuring_is_short_plausible_and_draws_nothing() -> None:
    small = build_config({"model": {"embedding": 16, "hidden": 24}, "runtime": {"precision": "fp32"}})
    large = build_config({"model": {"embedding": 256, "hidden": 512}, "runtime": {"precision": "fp32"}})
    torch.manual_seed(5)
    state = torch.random.get_rng_state()
    began = time.process_time()
    speeds = [speed.measure_speed(config, 500, torch.device("cpu")) for config in (small, large)]
    assert time.process_time() - began < 30
    assert speeds[0] > 2 * speeds[1] > 0
    assert torch.equal(torch.random.get_rng_state(), state)


def test_too_little_memory_takes_fewer_sentences_and_ends_no_run(monkeypatch: pytest.MonkeyPatch) -> None:
    values = {"model": {"embedding": 16, "hidden": 24}, "runtime": {"precision": "fp32"}}
    config = build_config({**values, "training": {"batch_tokens": 640}})  # 40 sentences of 16 pieces
    tried: list[int] = []

    def step(_step: Any, _optimizer: Any, batch: Batch, _device: Any) -> float:
        tried.append(batch.src.shape[0])
        if batch.src.shape[0] > most:
            raise torch.OutOfMemoryError("no more")
        return 0.5

    monkeypatch.setattr(speed, "_take", step)
    most = 10
    assert speed.measure_speed(config, 500, torch.device("cpu")) == 10 * 16 / 0.5
    assert tried[:3] == [40, 20, 10]
    most = 0
    assert speed.measure_speed(config, 500, torch.device("cpu")) == 0.0


def test_what_is_remembered_is_the_speed_of_one_process(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("WORKBENCH_HOME", str(tmp_path))
    monkeypatch.setattr(speed, "measure_speed", lambda *_: 100.0)
    ranks, threads = SimpleNamespace(device=torch.device("cpu"), world=2), SimpleNamespace(most=2, apply=lambda: None)
    config = build_config({})
    measured = speed.MeasuredSpeed(ranks, threads)  # type: ignore[arg-type]
    assert measured(config, 4000) == 200.0
    assert known_speed(2, "cpu")(config, 4000) == pytest.approx(100.0)
