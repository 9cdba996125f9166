"""A file's path with a button that chooses it; files can be dropped on it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QToolButton, QWidget

from workbench.gui.layouts import arrange
from workbench.gui.state.context import AppContext
from workbench.gui.theme import icon
from workbench.gui.widgets.controls import described


class FileField(QWidget):
    """One existing file.

    Args:
        context: Shared state, for the last folder.
        name: Object name of the field.
        accessible: What the file is.

    Signals:
        changed: The text changed.
    """

    changed = Signal()

    def __init__(self, context: AppContext, name: str, accessible: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self._what = context, accessible
        self.edit = described(QLineEdit(), name, accessible=accessible)
        self.edit.setAcceptDrops(False)
        self.edit.setClearButtonEnabled(True)
        self.edit.textChanged.connect(self.changed)
        what = self.tr("Choose: {what}").format(what=accessible)
        self.button = described(QToolButton(), f"{name}Choose", self.tr("Choose the file"), what)
        self.button.setIcon(icon("mdi6.folder-open-outline", context.theme))
        self.button.clicked.connect(self._on_choose)
        self.setFocusProxy(self.edit)
        self.setAcceptDrops(True)
        arrange(QHBoxLayout(self), (self.edit, 1), self.button)

    @property
    def path(self) -> Path | None:
        """The file, or ``None`` when the field is empty."""
        text = self.edit.text().strip()
        return Path(text).expanduser() if text else None

    @Slot()
    def _on_choose(self) -> None:
        folder = self._context.settings.last_folder
        chosen, _ = QFileDialog.getOpenFileName(self, self._what, folder)
        if chosen:
            self._context.settings.last_folder = str(Path(chosen).parent)
            self.edit.setText(chosen)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take one file."""
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Take the first file dropped."""
        files = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
        if files:
            self.edit.setText(files[0])
            event.acceptProposedAction()
