"""Windows with a trainer that needs no model, and with the real engine."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hand import PAIRS, Hand, calm
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import (
    QApplication,
)
from window_steps import shut

from tests.fake_trainer import FakeTrainer
from workbench.engine.core import paths
from workbench.engine.corpora.library import import_corpus
from workbench.gui.shell.main_window import MainWindow
from workbench.gui.state.context import AppContext
from workbench.gui.workers.job import running_jobs

#: Where the shipped models really are; the tests' own place for them is empty.
SHIPPED = paths.shipped_runs_root()
#: A preset of the person's own: a model of a few thousand numbers that learns until it is stopped.
PRESET = """
title = "Short"
description = "A few seconds."
[tokenizer]
kind = "word"
[model]
embedding = 16
hidden = 24
[training]
max_minutes = 0.0
max_steps = 50000
batch_tokens = 200
learning_rate = 8e-3
warmup_steps = 20
validate_minutes = 0.0
validate_steps = 60
log_steps = 2
snapshots = 4
[runtime]
threads = 1
precision = "fp32"
"""


@pytest.fixture
def window(qtbot, context: AppContext, monkeypatch):
    monkeypatch.setattr(QApplication, "quit", lambda: None)  # closing ends the program, not the test run
    context.training.train_function = FakeTrainer(steps=20)
    # Not qtbot.addWidget: it would close the window before this fixture could say that it need not ask.
    window = MainWindow(context)
    window.resize(1280, 800)
    window.show()
    qtbot.waitUntil(lambda: not running_jobs(), timeout=15_000)
    yield window
    shut(qtbot, window)


@pytest.fixture
def hand() -> Hand:
    return Hand()


@pytest.fixture
def preset(workbench_home: Path) -> None:
    """A preset of the person's own."""
    (workbench_home / "presets").mkdir()
    (workbench_home / "presets" / "short.toml").write_text(PRESET, encoding="utf-8")


@pytest.fixture
def corpus(tmp_path: Path, preset: None) -> str:
    """A corpus of the person's own."""
    file = tmp_path / "colours.tsv"
    file.write_text("".join(f"{s}\t{t}\n" for s, t in PAIRS), encoding="utf-8")
    import_corpus([file], source_lang="en", target_lang="fr", name="colours")
    return "colours"


@pytest.fixture
def shipped() -> None:
    """The models that come with the program, where the test looks for them."""
    for name in ("sample-en-fr", "sample-fr-en"):
        shutil.copytree(SHIPPED / name, paths.shipped_runs_root() / name)


@pytest.fixture
def open_window(qtbot: Any, context: AppContext, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[], MainWindow]]:
    monkeypatch.setattr(QApplication, "quit", lambda: None)  # closing ends the program, not the test run
    windows: list[MainWindow] = []

    def make() -> MainWindow:
        window = MainWindow(context)
        windows.append(window)
        window.resize(1280, 800)
        window.show()
        calm(qtbot)
        return window

    yield make
    for window in windows:
        window.close_quietly()
        thread = context.training._thread
        qtbot.waitUntil(lambda w=window, t=thread: not w.isVisible() and not t.busy, timeout=60_000)
        calm(qtbot)
        window.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
