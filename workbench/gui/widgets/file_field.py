"""A file's path with a button that chooses it; files can be dropped on it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QToolButton, QWidget

from workbench.engine.core.errors import InputError
from workbench.engine.core.names import check_readable, check_writable
from workbench.gui.layouts import arrange
from workbench.gui.state.context import AppContext
from workbench.gui.theme import icon
from workbench.gui.widgets.controls import described
from workbench.gui.words.engine_texts import shown_error


class FileField(QWidget):
    """One existing file, or one to be written.

    Args:
        context: Shared state, for the last folder.
        name: Object name of the field.
        accessible: What the file is.
        tip: More about it.
        saving: Whether it is to be written.

    Signals:
        changed: The text changed.
        chosen: ``Path`` of a file that was chosen or dropped rather than typed.
    """

    changed = Signal()
    chosen = Signal(object)

    def __init__(
        self,
        context: AppContext,
        name: str,
        accessible: str,
        parent: QWidget | None = None,
        *,
        tip: str = "",
        saving: bool = False,
    ) -> None:
        super().__init__(parent)
        self._context, self._what, self._saving = context, accessible, saving
        self.edit = described(QLineEdit(), name, tip, accessible)
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
        try:
            return Path(text).expanduser() if text else None
        except RuntimeError:  # "~name" of nobody
            return Path(text)

    @property
    def problem(self) -> str:
        """Why the path cannot be used, in one sentence; empty for one that can be, and for none."""
        path = self.path
        try:
            if path is not None:
                (check_writable if self._saving else check_readable)(path)
        except InputError as error:
            return shown_error(error)
        return ""

    @Slot()
    def _on_choose(self) -> None:
        last = self._context.settings.last_folder
        if self._saving:
            name, _ = QFileDialog.getSaveFileName(self, self._what, self.edit.text() or last)
        else:
            name, _ = QFileDialog.getOpenFileName(self, self._what, last)
        if name:
            if not self._saving:
                self._context.settings.last_folder = str(Path(name).parent)
            self._take(name)

    def _take(self, name: str) -> None:
        self.edit.setText(name)
        self.chosen.emit(Path(name))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take one file."""
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Take the first file dropped."""
        files = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
        if files:
            self._take(files[0])
            event.acceptProposedAction()
