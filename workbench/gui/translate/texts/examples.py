"""Sentences of the model's own corpus that it is tested with, offered while there is no text."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from workbench.gui.layouts import arrange
from workbench.gui.state.context import AppContext
from workbench.gui.theme import set_role
from workbench.gui.widgets.controls import described, text_label


class ExampleList(QFrame):
    """A list in the place of the picture; a click or Enter takes a sentence.

    Signals:
        chosen: The sentence.
    """

    chosen = Signal(str)

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_role(self, "card")
        tip = self.tr("The model is tested with these, not trained. A click translates one.")
        self.list = described(QListWidget(), "exampleSentences", tip, self.tr("Example sentences"))
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setSpacing(3)
        self.list.itemClicked.connect(self._on_item)
        self.list.itemActivated.connect(self._on_item)
        self._title = text_label("heading", self.tr("Type a text, or try a sentence of the model's own corpus"))
        self._text = text_label("muted", tip)
        parts = (self._title, self._text, self.list, None)
        arrange(QVBoxLayout(self), *parts, margins=(16, 14, 16, 12), spacing=8)

    @property
    def sentences(self) -> list[str]:
        """What is offered."""
        return [self.list.item(i).text() for i in range(self.list.count())]

    def offer(self, sentences: Sequence[str]) -> None:
        """Offer these."""
        self.list.clear()
        for sentence in sentences:
            self.list.addItem(sentence)
            self.list.item(self.list.count() - 1).setToolTip(sentence)
        self._fit()

    def _fit(self) -> None:
        """No higher than its sentences need; it scrolls where there is less room."""
        rows = sum(self.list.sizeHintForRow(i) + 2 * self.list.spacing() for i in range(self.list.count()))
        self.list.setMaximumHeight(rows + 2 * self.list.frameWidth() + 12)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the text size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    @Slot(QListWidgetItem)
    def _on_item(self, item: QListWidgetItem) -> None:
        self.chosen.emit(item.text())
