"""The machine is measured with the real model, and the run's random numbers are what they would have been."""

from __future__ import annotations

import time

import torch

from workbench.engine.core.config import build_config
from workbench.engine.training.speed import measure_speed


def test_measuring_is_short_plausible_and_draws_nothing() -> None:
    small = build_config({"model": {"embedding": 16, "hidden": 24}, "runtime": {"precision": "fp32"}})
    large = build_config({"model": {"embedding": 256, "hidden": 512}, "runtime": {"precision": "fp32"}})
    torch.manual_seed(5)
    state = torch.random.get_rng_state()
    began = time.process_time()
    speeds = [measure_speed(config, 500, torch.device("cpu")) for config in (small, large)]
    assert time.process_time() - began < 30
    assert speeds[0] > 2 * speeds[1] > 0
    assert torch.equal(torch.random.get_rng_state(), state)
