"""A line of text for names of any length: what has no room ends in an ellipsis and is whole in the tooltip."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from workbench.gui.theme import named


class ElidedLabel(QLabel):
    """``text`` is what is written, ``whole`` what was said; a tooltip of its own comes after the whole text.

    Args:
        name: Object name.
        role: Look of the style sheet.
        mode: Where the ellipsis stands.
        least: Letters that always have room.
        parent: Parent widget.
    """

    def __init__(
        self,
        name: str = "",
        role: str = "",
        mode: Qt.TextElideMode = Qt.TextElideMode.ElideRight,
        least: int = 8,
        parent: QWidget | None = None,
    ) -> None:
        self._whole = self._tip = ""
        self._mode, self._least = mode, least
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        named(self, name, role)

    @property
    def whole(self) -> str:
        """The text without an ellipsis."""
        return self._whole

    def say(self, text: str, tip: str = "") -> None:
        """Show a text, with more in the tooltip."""
        if (text, tip) != (self._whole, self._tip):
            self._whole, self._tip = text, tip
            self.setAccessibleName(text)
            self.updateGeometry()
            self._fit()

    def _fit(self) -> None:
        self.ensurePolished()  # else its font is not yet the one of its role
        shown = self.fontMetrics().elidedText(self._whole, self._mode, self.contentsRect().width())
        self.setText(shown)
        parts = (self._whole if shown != self._whole else "", self._tip)
        self.setToolTip("\n".join(part for part in parts if part))

    def sizeHint(self) -> QSize:
        """Room for the whole text."""
        margins, metrics = self.contentsMargins(), self.fontMetrics()
        around = margins.left() + margins.right() + 1
        return QSize(metrics.horizontalAdvance(self._whole) + around, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Room for a few letters."""
        least = self.fontMetrics().averageCharWidth() * self._least
        return QSize(min(least, self.sizeHint().width()), super().sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Use the room there is."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the text size."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()
