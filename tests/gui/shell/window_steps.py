"""What the tests of the window share besides fixtures."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import (
    QApplication,
)

from tests.fake_trainer import FakeTrainer
from workbench.engine.core.config import RunConfig
from workbench.engine.core.paths import runs_root
from workbench.gui.shell.main_window import MainWindow
from workbench.gui.state.context import AppContext
from workbench.gui.state.run_request import RunRequest
from workbench.gui.workers.job import running_jobs


def shut(qtbot, window: MainWindow) -> None:
    """Close for good and wait until every worker has ended."""
    window.close_quietly()
    busy = window.context.training._thread
    qtbot.waitUntil(lambda: not window.isVisible() and not busy.busy and not running_jobs(), timeout=20_000)
    window.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def start(qtbot, context: AppContext, steps: int = 5000) -> None:
    context.training.train_function = FakeTrainer(steps=steps)
    context.training.start(RunRequest(RunConfig(), runs_root() / "closing"))
    qtbot.waitUntil(lambda: len(context.training.history) > 1, timeout=5000)


def switch(qtbot, window: MainWindow, tag: str) -> None:
    """Another language, until all panes are there again."""
    window.set_language(tag)
    qtbot.waitUntil(lambda: not window.switch.active and window.context.settings.language == tag, timeout=30_000)
