"""The names of the curves beside the title of a chart, with their newest values; they wrap between the curves only."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent, QTextDocument
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from workbench.gui.layouts import ONE_LINE, arrange

_MIDDLE = Qt.AlignmentFlag.AlignVCenter


def titled(title: QLabel, mark: QWidget | None) -> QWidget:
    """A title and what stands behind it, as one thing."""
    both = QWidget()
    arrange(QHBoxLayout(both), title, *([mark] if mark is not None else []), spacing=6)
    both.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
    return both


class Legend(QLabel):
    """To the right of a title where both fit into a line, else in rows below it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self._parts: list[str] = []
        self._measured: tuple[str, int, int] = ("", 0, 0)
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setWordWrap(True)
        self.setProperty(ONE_LINE, True)
        self.setAlignment(Qt.AlignmentFlag.AlignRight | _MIDDLE)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def write(self, parts: Sequence[str]) -> None:
        """Show rich texts, one a curve, each in one piece."""
        if self._parts != list(parts):
            self._parts = list(parts)
            pieces = (f"<span style='white-space:nowrap'>{part}</span>" for part in parts)
            self.setText(" &nbsp; ".join(pieces))
            self._align()

    def _widths(self) -> tuple[int, int]:
        """Of the widest curve's name and value, and of all of them in one line."""
        key = f"{self.font().key()} {self._parts}"
        if self._measured[0] != key:
            document = QTextDocument()
            document.setDefaultFont(self.font())
            document.setDocumentMargin(0)
            widths = []
            for part in (*self._parts, " &nbsp; ".join(self._parts)):
                document.setHtml(part)
                widths.append(round(document.idealWidth()) + 4)
            self._measured = (key, max(widths[:-1], default=0), widths[-1])
        return self._measured[1:]

    def _align(self) -> None:
        one_line = self.width() >= self._widths()[1]
        side = Qt.AlignmentFlag.AlignRight if one_line else Qt.AlignmentFlag.AlignLeft
        self.setAlignment(side | _MIDDLE)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Rows begin at the left, a single line ends at the right."""
        super().resizeEvent(event)
        self._align()

    def sizeHint(self) -> QSize:
        """All in one line."""
        return QSize(self._widths()[1], self.fontMetrics().height())

    def minimumSizeHint(self) -> QSize:
        """Room for the widest curve's name and value."""
        return QSize(self._widths()[0], self.fontMetrics().height())
