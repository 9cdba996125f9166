"""Two processes that share a run follow one process whose batches are the unions of theirs."""

from __future__ import annotations

import socket
import subprocess
import sys
from pathlib import Path

import pytest

from tests.system.tasks import copy_task, environment, run_workbench, tiny_config
from workbench.engine.core.config import to_toml
from workbench.engine.core.events import StepLogged
from workbench.engine.runs.folder import RunFolder

STEPS = 50


def losses(run: Path) -> list[float]:
    return [e.loss for e in RunFolder(run).events() if isinstance(e, StepLogged)]


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def test_two_ranks_follow_one_with_their_batches_together(tmp_path: Path) -> None:
    task = copy_task(tmp_path, train=600, held_out=20)
    training = {"max_steps": STEPS, "log_steps": 1, "validate_steps": 25, "validate_pairs": 4}
    one = tiny_config(task, {"training": training | {"batch_tokens": 300}})
    two = tiny_config(task, {"training": training | {"batch_tokens": 150}})
    for name, config in (("one", one), ("two", two)):
        (tmp_path / f"{name}.toml").write_text(to_toml(config), encoding="utf-8")
    done = run_workbench(tmp_path, "train", tmp_path / "one.toml", "--run-dir", tmp_path / "one")
    assert done.returncode == 0, done.stderr
    launch = [
        sys.executable,
        "-m",
        "torch.distributed.run",
        "--nproc-per-node",
        "2",
        "--master-addr",
        "127.0.0.1",
        "--master-port",
        str(free_port()),
        "-m",
        "workbench",
        "train",
        str(tmp_path / "two.toml"),
        "--run-dir",
        str(tmp_path / "two"),
    ]
    done = subprocess.run(launch, env=environment(tmp_path), capture_output=True, encoding="utf-8", timeout=240)
    assert done.returncode == 0, done.stderr
    single, double = losses(tmp_path / "one"), losses(tmp_path / "two")
    assert len(single) == len(double) == STEPS
    assert double == pytest.approx(single, rel=1e-4)
    # only the first process writes: every step once, and no checkpoint twice
    assert [c.step for c in RunFolder(tmp_path / "two").checkpoints()] == [
        c.step for c in RunFolder(tmp_path / "one").checkpoints()
    ]
