"""A number with its name above it."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from workbench.gui.layouts import arrange
from workbench.gui.widgets.controls import beside
from workbench.gui.widgets.elided import ElidedLabel
from workbench.gui.widgets.help_mark import HelpMark
from workbench.gui.words.terms import Term

#: Pixels between the name and the mark.
_GAP = 4


class StatTile(QWidget):
    """A muted name, a value in bold, and a remark; what has no room ends in an ellipsis and is whole in the tooltip."""

    def __init__(self, name: str, tip: str, term: Term | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name, self._tip, self._texts = name, tip, ("–", "")
        self._labels = tuple(ElidedLabel(role=role) for role in ("muted", "value", "muted"))
        self._labels[0].say(name, tip)
        for label in self._labels[1:]:
            label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._mark = HelpMark(term) if term is not None else None
        top = beside(self._labels[0], *([self._mark] if self._mark is not None else []), None, spacing=_GAP)
        arrange(QVBoxLayout(self), top, *self._labels[1:], spacing=0)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._tell()

    def set_value(self, value: str, remark: str = "") -> None:
        """The number, and a word to it."""
        if (value, remark) != self._texts:
            self._texts = value, remark
            self._tell()

    def value(self) -> str:
        """The number as shown."""
        return self._texts[0]

    def remark(self) -> str:
        """The word to it."""
        return self._texts[1]

    def minimumSizeHint(self) -> QSize:
        """Room for the name and the value; the remark may be shortened to a few letters."""
        name, value = (label.sizeHint().width() for label in self._labels[:2])
        remark = self._labels[2].minimumSizeHint().width()
        if self._mark is not None:
            name += self._mark.sizeHint().width() + _GAP
        return QSize(max(name, value, remark), super().minimumSizeHint().height())

    def sizeHint(self) -> QSize:
        """Room for everything."""
        least = self.minimumSizeHint()
        return QSize(max(least.width(), self._labels[2].sizeHint().width()), least.height())

    def _tell(self) -> None:
        full = " ".join(self._texts).strip()
        for label, text in zip(self._labels[1:], self._texts, strict=True):
            label.say(text, self._tip)
        self.setAccessibleName(f"{self._name}: {full}")
        self.setToolTip(f"{full}\n{self._tip}" if self._tip else full)
        self.updateGeometry()
