"""A number with its name above it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QVBoxLayout, QWidget

from workbench.gui.theme import set_role


class StatTile(QWidget):
    """A muted name, a value in bold, and a remark; what has no room ends in an ellipsis and is whole in the tooltip."""

    def __init__(self, name: str, tip: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name, self._value, self._remark = QLabel(), QLabel("–"), QLabel()
        set_role(self._name, "muted")
        set_role(self._value, "value")
        set_role(self._remark, "muted")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for label in (self._name, self._value, self._remark):
            label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
            layout.addWidget(label)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._texts = ["", "–", ""]
        self.set_name(name, tip)

    def set_name(self, name: str, tip: str) -> None:
        """Name and explanation."""
        self._texts[0], self._tip = name, tip
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
        for label, text in zip((self._name, self._value, self._remark), self._texts, strict=True):
            label.ensurePolished()  # else its font is not yet the one of its role
            label.setText(label.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, self.width()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Use the room there is."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the text size."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange) and hasattr(self, "_texts"):
            self._fit()
