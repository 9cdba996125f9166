"""A number with its name above it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QVBoxLayout, QWidget

from workbench.gui.layouts import arrange
from workbench.gui.theme import set_role
from workbench.gui.widgets.controls import beside
from workbench.gui.widgets.help_mark import HelpMark
from workbench.gui.words.terms import Term

#: Pixels between the name and the mark.
_GAP = 4


class StatTile(QWidget):
    """A muted name, a value in bold, and a remark; what has no room ends in an ellipsis and is whole in the tooltip."""

    def __init__(self, name: str, tip: str, term: Term | None = None, parent: QWidget | None = None) -> None:
        # Before Qt's own part, which may already tell of a change of font.
        self._mark: HelpMark | None = None
        self._labels, self._texts = (QLabel(), QLabel(), QLabel()), [name, "–", ""]
        super().__init__(parent)
        for label, role in zip(self._labels, ("muted", "value", "muted"), strict=True):
            set_role(label, role).setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._labels[0].setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        self._mark = HelpMark(term) if term is not None else None
        top = beside(self._labels[0], *([self._mark] if self._mark is not None else []), None, spacing=_GAP)
        arrange(QVBoxLayout(self), top, *self._labels[1:], spacing=0)
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

    def minimumSizeHint(self) -> QSize:
        """Room for the name and the value; the remark may be shortened."""
        widths = [
            label.fontMetrics().horizontalAdvance(text)
            for label, text in zip(self._labels[:2], self._texts[:2], strict=True)
        ]
        widths[0] += self._beside_name()
        return QSize(max(widths) + 1, super().minimumSizeHint().height())

    def _beside_name(self) -> int:
        return self._mark.sizeHint().width() + _GAP if self._mark is not None else 0

    def sizeHint(self) -> QSize:
        """Room for everything."""
        remark = self._labels[2].fontMetrics().horizontalAdvance(self._texts[2])
        least = self.minimumSizeHint()
        return QSize(max(least.width(), remark + 1), least.height())

    def _tell(self) -> None:
        name, value, remark = self._texts
        full = f"{value} {remark}".strip()
        self.setAccessibleName(f"{name}: {full}")
        self.setToolTip(f"{full}\n{self._tip}" if self._tip else full)
        self.updateGeometry()
        self._fit()

    def _fit(self) -> None:
        for label, text in zip(self._labels, self._texts, strict=True):
            label.ensurePolished()  # else its font is not yet the one of its role
            name, metrics = label is self._labels[0], label.fontMetrics()
            room = self.width() - (self._beside_name() if name else 0)
            label.setText(metrics.elidedText(text, Qt.TextElideMode.ElideRight, room))
            if name:  # the mark stands right behind it
                label.setFixedWidth(max(0, min(room, metrics.horizontalAdvance(text) + 1)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Use the room there is."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the text size."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()
