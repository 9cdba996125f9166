"""A crash in any slot shows a dialog with the text to copy, and the program goes on."""

from __future__ import annotations

import platform
import sys
import threading
import traceback
from types import TracebackType

import PySide6
from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from workbench import __version__
from workbench.gui import guard
from workbench.gui.layouts import arrange
from workbench.gui.theme import name_control, named


class CrashDialog(QDialog):
    """Shows one or more failures as text."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Something went wrong"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setModal(False)
        self.resize(720, 420)
        label = QLabel(
            self.tr(
                "An action failed. The program goes on, and a running training is not affected. "
                "If you report this, please copy the text below; it holds none of your sentences."
            ),
            wordWrap=True,
        )
        self.text = named(QPlainTextEdit(readOnly=True, maximumBlockCount=2000, tabChangesFocus=True), "crashText")
        self.text.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.text.setAccessibleName(self.tr("Details of the failure"))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        copy = buttons.addButton(self.tr("&Copy"), QDialogButtonBox.ButtonRole.ActionRole)
        name_control(named(copy, "crashCopy"), self.tr("Copy the details"), self.tr("Copy the text to the clipboard"))
        copy.clicked.connect(self._copy)
        buttons.rejected.connect(self.reject)
        arrange(QVBoxLayout(self), label, self.text, buttons, margins=None)

    def add(self, details: str) -> None:
        """Add one failure below the others."""
        self.text.appendPlainText(details)

    @Slot()
    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.text.toPlainText())


class CrashHandler(QObject):
    """Receives uncaught exceptions of every thread and shows them in the GUI thread."""

    #: The traceback.
    _caught = Signal(str)

    def __init__(self, window: QWidget | None = None) -> None:
        super().__init__()
        self.window = window
        self.dialog: CrashDialog | None = None
        self._shown = 0
        self._caught.connect(self._show, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """Become the process's handler of uncaught exceptions."""
        sys.excepthook = self._excepthook
        threading.excepthook = lambda args: self._excepthook(
            args.exc_type, args.exc_value or args.exc_type(), args.exc_traceback
        )

    def _excepthook(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        details = "".join(traceback.format_exception(kind, error, trace))
        print(details, file=sys.stderr)
        self._caught.emit(details)

    @Slot(str)
    def _show(self, details: str) -> None:
        self._shown += 1
        if self._shown > 100:  # a slot that fails on every tick must not fill memory
            return
        if self.dialog is None:
            self.dialog = CrashDialog(self.window)
            self.dialog.destroyed.connect(self._forget)
            self.dialog.add(system_details())
            self.dialog.show()
        self.dialog.add(details)

    @Slot()
    def _forget(self) -> None:
        self.dialog = None
        guard.forget_told()


def system_details() -> str:
    """One line about the versions, for a report."""
    torch = sys.modules.get("torch")
    version = getattr(torch, "__version__", "not loaded")
    return (
        f"translation workbench {__version__}, Python {platform.python_version()}, PySide6 {PySide6.__version__}, "
        f"torch {version}, {platform.platform()}"
    )
