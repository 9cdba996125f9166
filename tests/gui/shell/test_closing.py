"""Closing the window while a training runs."""

from __future__ import annotations

from PySide6.QtWidgets import (
    QApplication,
    QMessageBox,
)
from window_steps import start

from workbench.engine.core.paths import runs_root
from workbench.engine.runs.folder import RunFolder
from workbench.gui.shell.main_window import MainWindow
from workbench.gui.state.context import AppContext
from workbench.gui.workers.job import running_jobs


def answer(monkeypatch, stop: bool) -> list[str]:
    asked: list[str] = []

    def fake(_parent: object) -> bool:
        asked.append("asked")
        return stop

    monkeypatch.setattr("workbench.gui.shell.main_window.ask_close_while_training", fake)
    return asked


def test_closing_while_training_asks_and_can_go_on(qtbot, window: MainWindow, context: AppContext, monkeypatch):
    start(qtbot, context)
    asked = answer(monkeypatch, stop=False)
    assert not window.close()
    assert asked == ["asked"]
    assert window.isVisible()
    assert context.training.busy
    assert not context.training.stopping


def test_closing_while_training_stops_keeps_and_then_closes(qtbot, window, context: AppContext, monkeypatch):
    start(qtbot, context)
    answer(monkeypatch, stop=True)
    window.close()
    qtbot.waitUntil(lambda: not window.isVisible(), timeout=5000)
    assert RunFolder.open(runs_root() / "closing").events()[-1].status == "stopped"  # type: ignore[attr-defined]


def test_the_question_offers_both_ways(qtbot, window: MainWindow, monkeypatch):
    from PySide6.QtCore import QTimer

    from workbench.gui.shell.dialogs import ask_close_while_training

    answers = []
    for wanted in ("goOnTraining", "stopAndKeep"):

        def press(wanted: str = wanted) -> None:
            box = QApplication.activeModalWidget()
            assert isinstance(box, QMessageBox)
            next(b for b in box.buttons() if b.objectName() == wanted).click()

        QTimer.singleShot(100, press)
        answers.append(ask_close_while_training(window))
    assert answers == [False, True]


def test_closing_while_a_pane_is_half_built_in_another_language(qtbot, open_window, shipped):
    """It works already: it has to end as well, and no thread stays."""
    for name in ("train", "translate", "corpora", "runs"):
        window = open_window()
        window.set_language("fr")
        qtbot.waitUntil(lambda w=window: bool(w.switch._steps) or not w.switch.active, timeout=15_000)
        while name not in window._made:
            window.switch._step()
        window.close_quietly()
        qtbot.waitUntil(lambda w=window: not w.isVisible() and not running_jobs(), timeout=15_000)
        assert not window._made
