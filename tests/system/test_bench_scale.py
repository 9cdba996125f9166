"""``workbench bench scale`` measures what it says."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.system.tasks import run_workbench
from workbench.engine.core.paths import resources

FOLDER = resources() / "corpora" / "en-fr"


@pytest.mark.slow
def test_each_size_is_trained_and_measured(tmp_path: Path) -> None:
    done = run_workbench(
        tmp_path,
        "bench",
        "scale",
        "--src",
        FOLDER / "train.en",
        "--tgt",
        FOLDER / "train.fr",
        "--pairs",
        "1000",
        "--pairs",
        "2500",
        "--seconds",
        "15",
        "--set",
        "runtime.threads=1",
        "--set",
        "model.hidden=64",
        "--json",
    )
    assert done.returncode == 0, done.stderr
    small, large = map(json.loads, done.stdout.splitlines())
    assert (small["pairs"], large["pairs"]) == (1000, 2500)
    for found in (small, large):
        assert found["target_tokens_per_second"] > 100
        assert 50 < found["uss_mb"] <= found["peak_rss_mb"]
        assert found["seconds_preparing"] > 0
