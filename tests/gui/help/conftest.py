"""A window whose help is asked for."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from tests.fake_trainer import FakeTrainer
from tests.gui.quiet import settle
from workbench.gui.shell.main_window import MainWindow
from workbench.gui.state.context import AppContext


@pytest.fixture
def window(qtbot: Any, context: AppContext, monkeypatch: pytest.MonkeyPatch) -> Iterator[MainWindow]:
    monkeypatch.setattr(QApplication, "quit", lambda: None)  # closing ends the program, not the test run
    context.training.train_function = FakeTrainer(steps=20)
    window = MainWindow(context)
    window.resize(1280, 800)
    window.show()
    settle(qtbot)
    yield window
    window.close_quietly()
    qtbot.waitUntil(lambda: not window.isVisible(), timeout=30_000)
    settle(qtbot)
    window.deleteLater()
