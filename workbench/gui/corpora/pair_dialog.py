"""One pair to be written anew."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPlainTextEdit, QVBoxLayout, QWidget

from workbench.engine.core.plain_text import clean_text
from workbench.engine.core.types import Pair
from workbench.gui.layouts import arrange
from workbench.gui.widgets.controls import decision, described, label_for, text_label

#: Room for so many lines of so many letters; larger dialogs give the fields more.
_LINES, _LETTERS = 4, 84


class PairDialog(QDialog):
    """Two fields, one for each side; Ctrl+Enter accepts.

    Args:
        pair: What it says now.
        stored: What it said when it was imported.
        titles: Languages of the two sides.
        parent: Parent widget.
    """

    def __init__(self, pair: Pair, stored: Pair, titles: tuple[str, str], parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("pairDialog")
        self.setWindowTitle(self.tr("Edit the pair"))
        self._stored = stored
        text = self.tr("The change counts wherever the corpus is read from now on. What was imported stays beside it.")
        self.buttons, self.accept_button = decision(self, "pairAccept", self.tr("&Change the pair"))
        self.stored_button = self.buttons.addButton(self.tr("As &imported"), QDialogButtonBox.ButtonRole.ResetRole)
        self.source = self._field("pairSource", titles[0], pair.source)
        self.target = self._field("pairTarget", titles[1], pair.target)
        self.accept_button.setToolTip(self.tr("Keep what stands here (Ctrl+Enter)"))
        tip = self.tr("Put the two sides back to what they were")
        described(self.stored_button, "pairStored", tip)
        self.stored_button.clicked.connect(self._on_stored)
        parts = (
            text_label("muted", text),
            label_for(self.source, titles[0]),
            self.source,
            label_for(self.target, titles[1]),
            self.target,
            self.buttons,
        )
        layout = arrange(QVBoxLayout(self), *parts, spacing=8, margins=None)
        for field in (self.source, self.target):
            field.textChanged.connect(self._check)
        QShortcut(QKeySequence("Ctrl+Return"), self).activated.connect(self.accept_button.click)
        width = max(self.minimumSizeHint().width(), self.fontMetrics().averageCharWidth() * _LETTERS)
        self.resize(width, layout.minimumHeightForWidth(width))
        self._check()

    def _field(self, name: str, title: str, text: str) -> QPlainTextEdit:
        tip = self.tr("A line break becomes a blank")
        field = described(QPlainTextEdit(text), name, tip, title)
        field.setTabChangesFocus(True)
        metrics = field.fontMetrics()
        field.setMinimumHeight(metrics.lineSpacing() * _LINES + 16)
        return field

    def texts(self) -> tuple[str, str]:
        """Both sides, each on one line."""
        return clean_text(self.source.toPlainText()), clean_text(self.target.toPlainText())

    @property
    def as_stored(self) -> bool:
        """Whether the pair says again what was imported."""
        return self.texts() == (self._stored.source, self._stored.target)

    @Slot()
    def _check(self) -> None:
        self.stored_button.setEnabled(not self.as_stored)

    @Slot()
    def _on_stored(self) -> None:
        self.source.setPlainText(self._stored.source)
        self.target.setPlainText(self._stored.target)
