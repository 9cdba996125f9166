"""One process trains a run at a time."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.run_factory import new_run
from workbench.cli.main import main
from workbench.engine.core.config import RunConfig
from workbench.engine.core.errors import RunFolderError
from workbench.engine.runs import folder as runs
from workbench.engine.runs.folder import RunFolder

pytestmark = pytest.mark.usefixtures("home")


RACER = """
import sys, time
from pathlib import Path
from workbench.engine.core.config import RunConfig
from workbench.engine.core.errors import WorkbenchError
from workbench.engine.runs.folder import RunFolder
root, name = Path(sys.argv[1]), sys.argv[2]
for number in range(20):
    go = root / f"go-{number}"
    (root / f"ready-{number}-{name}").touch()
    while not go.exists():
        pass
    try:
        if number % 2:
            lock = RunFolder(root / "old").lock()
        else:
            _, lock = RunFolder.begin(root / f"new-{number}", RunConfig(preset=name))
        (root / f"in-{number}-{name}").touch()
        while len(list(root.glob(f"done-{number}-*"))) < 2:
            time.sleep(0.002)
        lock.release()
        (root / f"done-{number}-{name}").touch()
    except WorkbenchError:
        (root / f"done-{number}-{name}").touch()
"""


def test_of_three_processes_one_gets_in(tmp_path: Path) -> None:
    old = new_run(tmp_path / "old", RunConfig())
    stale = json.dumps({"pid": 2**22 + 7, "host": "", "started": 1.0})
    names = ("a", "b", "c")
    racers = [subprocess.Popen([sys.executable, "-c", RACER, str(tmp_path), name]) for name in names]
    try:
        for number in range(20):
            wait_for(lambda number=number: len(list(tmp_path.glob(f"ready-{number}-*"))) == 3)
            (old.path / ".lock").write_text(stale)  # a lock that a crash has left
            (tmp_path / f"go-{number}").touch()
            wait_for(lambda number=number: len(list(tmp_path.glob(f"done-{number}-*"))) == 3)
            winners = [p.name.rsplit("-", 1)[1] for p in tmp_path.glob(f"in-{number}-*")]
            assert len(winners) == 1, (number, winners)
            if number % 2 == 0:
                assert RunFolder(tmp_path / f"new-{number}").config().preset == winners[0]
        assert [r.wait(timeout=60) for r in racers] == [0, 0, 0]
    finally:
        for racer in racers:
            racer.kill()
    assert not (old.path / ".lock").exists()


def wait_for(condition: Any) -> None:
    import time

    deadline = time.monotonic() + 60
    while not condition():
        assert time.monotonic() < deadline
        time.sleep(0.002)


def test_a_lock_of_another_computer_is_honoured(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    run = new_run(tmp_path / "run", RunConfig())
    (run.path / ".lock").write_text(json.dumps({"pid": 1, "host": "the other one", "started": 1.7e9}))
    assert run.is_running
    with pytest.raises(RunFolderError, match="process 1 on the computer 'the other one'") as told:
        run.lock()
    assert "delete" in told.value.advice
    assert str(run.path / ".lock") in told.value.advice
    before = sorted((p.name, p.read_bytes()) for p in run.path.iterdir())
    assert main(["train", "--resume", "--run-dir", str(run.path), "--set", "training.max_steps=99"]) == 2
    assert "the other one" in capfd.readouterr().err
    assert sorted((p.name, p.read_bytes()) for p in run.path.iterdir()) == before  # run.toml too
    (run.path / ".lock").unlink()
    run.lock().release()
    assert not run.is_running


def test_a_lock_that_a_crash_left_blocks_nobody(tmp_path: Path) -> None:
    run = new_run(tmp_path / "run", RunConfig())
    code = f"import os; from workbench.engine.runs.folder import RunFolder; RunFolder({str(run.path)!r}).lock(); os._exit(9)"  # noqa: E501
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 9
    assert (run.path / ".lock").exists()
    assert not run.is_running
    lock = run.lock()
    assert run.is_running
    with pytest.raises(RunFolderError, match="is being trained by process"):
        runs.delete_run(run)
    lock.release()
    lock.release()
    assert not (run.path / ".lock").exists()
