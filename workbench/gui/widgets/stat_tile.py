"""A number with its name above it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QVBoxLayout, QWidget

from workbench.gui.layouts import arrange
from workbench.gui.theme import set_role


class StatTile(QWidget):
    """A muted name, a value in bold, and a remark; what has no room ends in an ellipsis and is whole in the tooltip."""

    def __init__(self, name: str, tip: str, parent: QWidget | None = None) -> None:
        # Before Qt's own part, which may already tell of a change of font.
        self._labels, self._texts = (QLabel(), QLabel(), QLabel()), [name, "–", ""]
        super().__init__(parent)
        for label, role in zip(self._labels, ("muted", "value", "muted"), strict=True):
            set_role(label, role).setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        arrange(QVBoxLayout(self), *self._labels, spacing=0)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._tip = tip
        self._tell()

    def set_value(self, value: str, remark: str = "") -> None:
        """The number, and a word to it."""
        if [value, remark] != self._texts[1:]:
            self._texts[1:] = [value, remark]
            self._tell()

    def value(self) -> str:
        """The number as shown."""
        return self._texts[1]

    def remark(self) -> str:
        """The word to it."""
        return self._texts[2]

    def _tell(self) -> None:
        name, value, remark = self._texts
        full = f"{value} {remark}".strip()
        self.setAccessibleName(f"{name}: {full}")
        self.setToolTip(f"{full}\n{self._tip}" if self._tip else full)
        self._fit()

    def _fit(self) -> None:
        for label, text in zip(self._labels, self._texts, strict=True):
            label.ensurePolished()  # else its font is not yet the one of its role
            label.setText(label.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, self.width()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Use the room there is."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the text size."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()
