"""A slot that fails."""

from __future__ import annotations

import sys

import pytest
from PySide6.QtCore import Slot
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
)

from workbench.gui.shell.crash import CrashHandler
from workbench.gui.shell.main_window import MainWindow


@pytest.mark.qt_no_exception_capture
def test_an_exception_in_a_slot_reaches_the_dialog(qtbot, window: MainWindow, monkeypatch, capsys):
    handler = CrashHandler(window)
    monkeypatch.setattr(sys, "excepthook", handler._excepthook)

    @Slot()
    def broken() -> None:
        raise LookupError("no such thing")

    window.devices.no_card.clicked.disconnect()
    window.devices.no_card.clicked.connect(broken)
    window.devices.no_card.click()
    qtbot.waitUntil(lambda: handler.dialog is not None, timeout=2000)
    assert handler.dialog is not None
    assert "LookupError: no such thing" in handler.dialog.text.toPlainText()
    assert "PySide6" in handler.dialog.text.toPlainText()
    handler.dialog.findChild(QAbstractButton, "crashCopy").click()
    assert "LookupError" in QApplication.clipboard().text()
    handler.dialog.close()
    window.show_pane("runs")
    assert window.sidebar.buttons["runs"].isChecked()


def test_a_crash_in_a_slot_is_shown_and_the_program_goes_on(qtbot, window: MainWindow, capsys):
    handler = CrashHandler(window)
    for text in ("first failure", "second failure"):
        try:
            raise RuntimeError(text)
        except RuntimeError as error:
            handler._excepthook(type(error), error, error.__traceback__)
    qtbot.waitUntil(lambda: handler.dialog is not None and "second" in handler.dialog.text.toPlainText(), timeout=2000)
    assert handler.dialog is not None
    assert "first failure" in handler.dialog.text.toPlainText()
    handler.dialog._copy()
    assert "second failure" in QApplication.clipboard().text()
    handler.dialog.close()
    assert window.isVisible()
