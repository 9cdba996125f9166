"""Which runs are offered to go on after a crash."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.run_factory import add_checkpoint, journal, make_run, point
from workbench.engine.core.events import RunFinished
from workbench.engine.runs.folder import RunFolder
from workbench.engine.runs.summary import find_interrupted


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WORKBENCH_HOME", str(tmp_path))


def cut_off(name: str) -> RunFolder:
    run = make_run(name)
    journal(run, point(10))
    return run


def test_interrupted_runs_are_found_and_finished_and_living_ones_are_not() -> None:
    run = cut_off("cut-off")
    journal(cut_off("done"), RunFinished(time=1, status="completed"))
    lock = cut_off("living").lock()
    assert [(found.path, found.step) for found in find_interrupted()] == [(run.path, 0)]
    lock.release()


def test_the_step_is_that_of_the_last_checkpoint_with_a_training_state() -> None:
    run = cut_off("cut-off")
    add_checkpoint(run, 10)
    add_checkpoint(run, 20)
    add_checkpoint(run, 30, state=False)
    (found,) = find_interrupted()
    assert found.step == 20
    assert found.changed > 0
