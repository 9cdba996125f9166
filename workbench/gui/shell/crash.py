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
            )
        )
        label.setWordWrap(True)
        self.text = QPlainTextEdit()
        self.text.setObjectName("crashText")
        self.text.setReadOnly(True)
        self.text.setMaximumBlockCount(2000)
        self.text.setTabChangesFocus(True)
        self.text.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.text.setAccessibleName(self.tr("Details of the failure"))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        copy = buttons.addButton(self.tr("&Copy"), QDialogButtonBox.ButtonRole.ActionRole)
        copy.setObjectName("crashCopy")
        copy.setToolTip(self.tr("Copy the text to the clipboard"))
        copy.setAccessibleName(self.tr("Copy the details"))
        copy.clicked.connect(self._copy)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(label)
        layout.addWidget(self.text)
        layout.addWidget(buttons)

    def add(self, details: str) -> None:
        """Add one failure below the others."""
        self.text.appendPlainText(details)

    @Slot()
    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.text.toPlainText())


class CrashHandler(QObject):
    """Receives uncaught exceptions of every thread and shows them in the GUI thread."""

    #: The traceback, ``str``.
    _caught = Signal(object)

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

    @Slot(object)
    def _show(self, details: object) -> None:
        self._shown += 1
        if self._shown > 100:  # a slot that fails on every tick must not fill memory
            return
        if self.dialog is None:
            self.dialog = CrashDialog(self.window)
            self.dialog.destroyed.connect(self._forget)
            self.dialog.add(system_details())
            self.dialog.show()
        self.dialog.add(str(details))

    @Slot()
    def _forget(self) -> None:
        self.dialog = None


def system_details() -> str:
    """One line about the versions, for a report."""
    torch = sys.modules.get("torch")
    version = getattr(torch, "__version__", "not loaded")
    return (
        f"translation workbench {__version__}, Python {platform.python_version()}, PySide6 {PySide6.__version__}, "
        f"torch {version}, {platform.platform()}"
    )
