"""Opened models are kept, and damaged weights are replaced."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.fake_translator import FakeLoader, FakeTranslator, make_run
from workbench.engine.core.errors import RunFolderError
from workbench.engine.runs.folder import STATE, WEIGHTS
from workbench.engine.search.model_cache import ModelCache, ModelChoice


@pytest.fixture
def run(tmp_path: Path) -> Path:
    return make_run(tmp_path / "run")


def test_the_last_two_are_kept(run: Path) -> None:
    loader = FakeLoader()
    cache = ModelCache(loader)
    for checkpoint in ("best", "last", "200", "100", "300"):
        cache.open(ModelChoice(run), checkpoint)
    assert [step for _, step, _ in loader.loaded] == [200, 300, 100, 300]
    cache.clear()
    cache.open(ModelChoice(run), "300")
    assert len(loader.loaded) == 5


def test_another_device_and_a_checkpoint_written_anew_are_other_models(run: Path) -> None:
    loader = FakeLoader()
    cache = ModelCache(loader)
    first, info = cache.open(ModelChoice(run, "300", "cpu"))
    assert (info.step, info.notice) == (300, "")
    assert cache.open(ModelChoice(run, "300", "cuda"))[0] is not first
    again, info = cache.open(ModelChoice(run, "300", "cpu"))
    assert again is first
    assert info.seconds == 0
    state = run / "step-00000300" / STATE
    os.utime(state, ns=(info.stamp, info.stamp + 10**9))
    fresh, changed = cache.open(ModelChoice(run, "300", "cpu"))
    assert fresh is not first
    assert changed.key != info.key


def test_damaged_best_weights_are_replaced_with_a_notice_and_remembered(run: Path) -> None:
    for step in (100, 300):
        (run / f"step-00000{step}" / WEIGHTS).write_bytes((2).to_bytes(8, "little") + b"{}")
    tries: list[int] = []

    def load(path: Path, checkpoint: str, device: str) -> FakeTranslator:
        tries.append(int(checkpoint))
        if checkpoint == "200":
            raise RunFolderError("is damaged", where=str(path))
        return FakeTranslator(int(checkpoint))

    cache = ModelCache(load)
    for _ in range(2):
        _, info = cache.open(ModelChoice(run, "best"))
        assert info.step == 300
        assert "Step 300 is used instead" in info.notice
    assert tries == [200, 300]
    with pytest.raises(RunFolderError):
        ModelCache(load).open(ModelChoice(run, "200"))
