"""A number with its name above it."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QSizePolicy, QVBoxLayout, QWidget

from workbench.gui.theme import set_role


class StatTile(QWidget):
    """A muted name, a value in bold, and a remark."""

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
        self.set_name(name, tip)

    def set_name(self, name: str, tip: str) -> None:
        """Name and explanation."""
        self._name.setText(name)
        self._tip = tip
        self._tell()

    def set_value(self, value: str, remark: str = "") -> None:
        """The number, and a word to it."""
        if value != self._value.text() or remark != self._remark.text():
            self._value.setText(value)
            self._remark.setText(remark)
            self._tell()

    def value(self) -> str:
        """The number as shown."""
        return self._value.text()

    def remark(self) -> str:
        """The word to it."""
        return self._remark.text()

    def _tell(self) -> None:
        self.setAccessibleName(f"{self._name.text()}: {self._value.text()} {self._remark.text()}".strip())
        full = f"{self._value.text()} {self._remark.text()}".strip()
        self.setToolTip(f"{full}\n{self._tip}" if self._tip else full)
