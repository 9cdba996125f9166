"""What leaves the translate pane: copies, saved pictures and numbers, translated files."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QWidget

from workbench.engine.search.model_cache import LoadFunction
from workbench.gui.state.context import AppContext
from workbench.gui.translate.file_translation_dialog import FileTranslationDialog
from workbench.gui.translate.models.model_choice import TranslateModels
from workbench.gui.translate.translation_desk import Desk
from workbench.gui.translate.translation_view import TranslationView


class TranslateOutput(QObject):
    """Connects the buttons and tells how it went.

    Signals:
        idle: A file translation has ended.
    """

    idle = Signal()

    def __init__(
        self,
        context: AppContext,
        view: TranslationView,
        desk: Desk,
        models: TranslateModels,
        load: LoadFunction,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._context, self._view, self._desk, self._models = context, view, desk, models
        self._load, self._window = load, parent
        self.dialog: FileTranslationDialog | None = None
        view.copy_button.clicked.connect(self.copy)
        view.file_button.clicked.connect(lambda _checked=False: self.translate_file())
        context.translate_file.connect(self.translate_file)
        view.picture.failed.connect(self._on_failed)
        view.picture.saved.connect(self._on_saved)
        view.picture.copied.connect(self._on_copied)
        QShortcut(QKeySequence("Ctrl+Shift+C"), parent, self.copy)

    @property
    def busy(self) -> bool:
        """Whether a file is being translated."""
        return self.dialog is not None and self.dialog.busy

    def cancel(self) -> None:
        """Stop translating a file; what is done is kept."""
        if self.dialog is not None:
            self.dialog.cancel()

    @Slot()
    def copy(self) -> None:
        """Copy the whole translation."""
        QApplication.clipboard().setText(self._view.target.toPlainText())
        self._context.status_message.emit(self.tr("The translation is on the clipboard."))

    @Slot(object)
    def translate_file(self, source: Path | None = None) -> None:
        """Open the dialog that translates a text file, with one filled in where it is given."""
        choice = self._models.choice
        if choice is None:
            return
        if self.dialog is None or not self.dialog.busy:
            if self.dialog is not None:
                self.dialog.deleteLater()
            self.dialog = FileTranslationDialog(
                self._context, choice, self._models.title, self._desk.search, self._window, self._load
            )
            self.dialog.idle.connect(self.idle)
            self.dialog.ended.connect(self._on_file_ended)
        if source is not None and not self.dialog.busy:
            self.dialog.choose(source)
        elif source is not None:
            text = self.tr("“{file}” has to wait: another file is being translated. Drop it again when that is done.")
            self._view.notice.say(text.format(file=source.name), "warning")
        self.dialog.show()
        self.dialog.raise_()

    @Slot(str, str)
    def _on_file_ended(self, text: str, kind: str) -> None:
        """The dialog may be closed or behind the window: say it in the pane, and outside of the window."""
        dialog = self.dialog
        if dialog is None:
            return
        shown = dialog.show_folder if kind != "error" else None
        action = self.tr("Show the folder") if shown else ""
        self._view.notice.say(text, kind, action=action, on_action=shown)
        title = (
            self.tr("A file was translated.") if kind == "done" else self.tr("A file was not translated to its end.")
        )
        self._context.work_ended.emit(title, text, kind == "error")

    @Slot(object)
    def _on_saved(self, path: Path) -> None:
        self._context.status_message.emit(self.tr("Saved as {path}.").format(path=path))

    @Slot()
    def _on_copied(self) -> None:
        self._context.status_message.emit(self.tr("The picture is on the clipboard."))

    @Slot(str)
    def _on_failed(self, text: str) -> None:
        self._view.notice.say(self.tr("This could not be saved: {error}").format(error=text), "error")
