"""A corpus, and runs trained on it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.cases.breaking_runs import (
    WORDS,
    Stopper,
    config,
    write_side,
)
from workbench.engine.training.control import TrainingControl
from workbench.engine.training.saving import checkpoint as checkpoint_module
from workbench.engine.training.session import train


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WORKBENCH_HOME", str(tmp_path / "home"))


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """Numbers and their German digits; 200 to train on, 12 to validate with."""
    folder = tmp_path / "texts"
    folder.mkdir()
    for name, numbers in (("train", range(200, 400)), ("valid", range(700, 712))):
        write_side(folder / f"{name}.src", [str(n) for n in numbers])
        write_side(folder / f"{name}.tgt", [" ".join(WORDS[int(d)] for d in str(n)) for n in numbers])
    return folder


@pytest.fixture(scope="session")
def trained(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two runs: one whole of 12 steps, one of 8 with a checkpoint at 4 that can be resumed as well."""
    root = tmp_path_factory.mktemp("trained")
    texts = root / "texts"
    texts.mkdir()
    for name, numbers in (("train", range(200, 400)), ("valid", range(700, 712))):
        write_side(texts / f"{name}.src", [str(n) for n in numbers])
        write_side(texts / f"{name}.tgt", [" ".join(WORDS[int(d)] for d in str(n)) for n in numbers])
    train(config(texts), root / "whole")
    kept = checkpoint_module.tidy
    checkpoint_module.tidy = lambda *_: None  # type: ignore[assignment]
    try:
        train(config(texts), root / "half", sinks=[Stopper(control := TrainingControl(), 8)], control=control)
    finally:
        checkpoint_module.tidy = kept
    return root


@pytest.fixture
def half(trained: Path, tmp_path: Path) -> Path:
    shutil.copytree(trained / "half", tmp_path / "half")
    return tmp_path / "half"
