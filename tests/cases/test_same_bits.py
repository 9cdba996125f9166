"""The same seed gives the same bits: again in the same process, and in a fresh one; another seed gives others."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cases.breaking_runs import arguments, assert_same, last_state
from tests.system.tasks import run_workbench
from workbench.cli.main import main
from workbench.engine.runs.folder import RunFolder


@pytest.mark.usefixtures("home")
def test_the_same_seed_gives_the_same_bits(corpus: Path, tmp_path: Path) -> None:
    for name in ("once", "twice"):
        assert main(arguments(corpus, tmp_path / name)) == 0
    done = run_workbench(tmp_path / "home", *arguments(corpus, tmp_path / "fresh"))
    assert done.returncode == 0, done.stderr
    once = last_state(tmp_path / "once")
    for name in ("twice", "fresh"):
        assert_same(once, last_state(tmp_path / name))
        assert RunFolder(tmp_path / name).best() == RunFolder(tmp_path / "once").best()
    assert main(arguments(corpus, tmp_path / "other", "--set", "training.seed=2")) == 0
    other = last_state(tmp_path / "other")
    assert any(not other[name].equal(once[name]) for name in once)
