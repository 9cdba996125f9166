"""How many threads calculate, beside other programs and without."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import psutil
import pytest
import torch

from workbench.engine.device import threads as module
from workbench.engine.device.threads import CoreUse, Threads, core_use


@pytest.fixture(autouse=True)
def no_wishes(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("OMP_NUM_THREADS", "LOCAL_WORLD_SIZE"):
        monkeypatch.delenv(name, raising=False)


class Machine:
    """Cores whose use is said, a second at a time."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, cores: int, granted: int = 0) -> None:
        monkeypatch.setattr(module, "cpu_threads", lambda: granted or cores)
        self.now, self.read = CoreUse(0.0, 0.0, 0.0, cores), 0

    def threads(self, wish: int = 0) -> Threads:
        return Threads(wish, use=self.use, clock=lambda: self.now.moment)

    def use(self) -> CoreUse:
        self.read += 1
        return self.now

    def pass_time(self, seconds: float, others: float, own: float) -> None:
        """Other programs use ``others`` cores, this one ``own``."""
        past = self.now
        used = past.all + seconds * (others + own), past.own + seconds * own
        self.now = CoreUse(past.moment + seconds, *used, past.cores)

    def counts(self, threads: Threads, seconds: int, others: float) -> list[int]:
        """The number of threads after each of so many seconds."""
        found = []
        for _ in range(seconds):
            self.pass_time(1.0, others, float(threads.count))
            found.append(threads.look())
        return found


def test_threads_follow_what_others_leave(monkeypatch: pytest.MonkeyPatch) -> None:
    machine = Machine(monkeypatch, 2)
    threads = machine.threads()
    assert machine.counts(threads, 6, 0.0) == [2] * 6
    # a browser is no reason, a program that computes is: within a few seconds
    assert machine.counts(threads, 6, 0.3) == [2] * 6
    assert machine.counts(threads, 4, 0.7)[-1] == 1
    assert machine.counts(threads, 6, 1.0) == [1] * 6
    # the other ends: two looks must agree
    after = machine.counts(threads, 8, 0.0)
    assert after[:2] == [1, 1]
    assert after[-3:] == [2, 2, 2]


def test_many_cores_lose_one_for_each_busy_program(monkeypatch: pytest.MonkeyPatch) -> None:
    machine = Machine(monkeypatch, 16)
    threads = machine.threads()
    assert machine.counts(threads, 4, 3.0)[-1] == 13
    assert machine.counts(threads, 4, 40.0)[-1] == 1


def test_idle_cores_beyond_a_container_s_share_are_for_the_others(monkeypatch: pytest.MonkeyPatch) -> None:
    machine = Machine(monkeypatch, 64, granted=2)
    threads = machine.threads()
    assert machine.counts(threads, 4, 10.0) == [2] * 4
    assert machine.counts(threads, 4, 63.0)[-1] == 1


def test_the_machine_is_asked_every_two_seconds_and_not_at_every_step(monkeypatch: pytest.MonkeyPatch) -> None:
    machine = Machine(monkeypatch, 2)
    threads = machine.threads()
    for _ in range(1000):
        machine.pass_time(0.01, 0.0, 2.0)
        threads.look()
    assert machine.read <= 1 + 6  # at the beginning, after 0.2 s, and then five times in ten seconds


def test_a_polite_run_sees_the_others(monkeypatch: pytest.MonkeyPatch) -> None:
    times = SimpleNamespace(user=3.0, system=0.0, nice=13.0)
    monkeypatch.setattr("psutil.cpu_times", lambda percpu: [times])
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {0}, raising=False)
    for niceness, busy in ((0, 3.0), (10, 16.0)):
        monkeypatch.setattr(os, "nice", lambda _, n=niceness: n, raising=False)
        assert core_use().all == busy


def test_the_first_look_comes_soon(monkeypatch: pytest.MonkeyPatch) -> None:
    machine = Machine(monkeypatch, 2)
    threads = machine.threads()
    machine.pass_time(0.05, 1.0, 1.0)
    assert threads.look() == 2  # too short to say anything
    machine.pass_time(0.3, 1.0, 1.0)
    assert threads.look() == 1


@pytest.mark.parametrize(
    ("wish", "variables", "most"),
    [
        (3, {}, 3),
        (64, {}, 8),
        (0, {"OMP_NUM_THREADS": "2"}, 2),
        (0, {"OMP_NUM_THREADS": "3,1"}, 3),
        (4, {"OMP_NUM_THREADS": "2"}, 4),
        (0, {"LOCAL_WORLD_SIZE": "2"}, 4),
        (0, {"LOCAL_WORLD_SIZE": "2", "OMP_NUM_THREADS": "1"}, 4),  # torchrun sets it, nobody wished it
        (2, {"LOCAL_WORLD_SIZE": "2", "OMP_NUM_THREADS": "1"}, 2),
    ],
)
def test_a_wish_stays_whatever_others_do(
    monkeypatch: pytest.MonkeyPatch, wish: int, variables: dict[str, str], most: int
) -> None:
    machine = Machine(monkeypatch, 8)
    monkeypatch.setattr(module, "_cores_of", lambda _: 8)
    monkeypatch.setattr(module, "_container_cores", lambda: sys.maxsize)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    threads = machine.threads(wish)
    assert threads.fixed
    assert machine.counts(threads, 5, 8.0) == [most] * 5


@pytest.fixture
def busy_program() -> Iterator[subprocess.Popen[bytes]]:
    with subprocess.Popen([sys.executable, "-c", "while True: pass"]) as process:
        yield process
        process.kill()


def test_the_use_of_another_program_is_seen(busy_program: subprocess.Popen[bytes]) -> None:
    process = psutil.Process(busy_program.pid)
    while process.cpu_times().user < 0.05:  # until it runs
        time.sleep(0.01)
    before, since = core_use(), process.cpu_times()
    time.sleep(0.5)
    spent = process.cpu_times()
    after = core_use()
    others = (after.all - before.all) - (after.own - before.own)
    its_own = spent.user + spent.system - since.user - since.system
    assert others >= 0.8 * its_own - 0.05  # the system counts in hundredths
    assert after.own - before.own < 0.4  # sleeping is no use


def test_torch_calculates_with_that_number(monkeypatch: pytest.MonkeyPatch) -> None:
    before = torch.get_num_threads()
    monkeypatch.setattr(module, "cpu_threads", lambda: 2)
    try:
        assert [Threads(count).apply() for count in (1, 2, 64)] == [1, 2, 2]
        assert torch.get_num_threads() == 2
    finally:
        torch.set_num_threads(before)


@pytest.mark.parametrize(
    ("files", "cores"),
    [
        ({}, sys.maxsize),
        ({"cpu/cpu.cfs_quota_us": "-1", "cpu/cpu.cfs_period_us": "100000"}, sys.maxsize),
        ({"cpu/cpu.cfs_quota_us": "400000", "cpu/cpu.cfs_period_us": "100000"}, 4),
        ({"cpu.max": "150000 100000"}, 2),
        ({"cpu.max": "max 100000"}, sys.maxsize),
    ],
)
def test_a_container_s_share_counts(tmp_path: Path, files: dict[str, str], cores: int) -> None:
    (tmp_path / "cpu").mkdir()
    for name, text in files.items():
        (tmp_path / name).write_text(text + os.linesep)
    assert module._container_cores(tmp_path) == cores
