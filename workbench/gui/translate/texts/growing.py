"""Two text fields beside each other that grow with their texts: the picture gets what they do not need."""

from __future__ import annotations

import math

from PySide6.QtCore import QEvent, QObject, Slot
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QPlainTextEdit

from workbench.gui.widgets.controls import single_shot

#: Lines that there is always room for.
_LEAST = 2


class GrowTogether(QObject):
    """Keeps the fields at the height of the longest text, between two lines and a bound.

    Attributes:
        most: The bound, in pixels.
    """

    def __init__(self, fields: tuple[QPlainTextEdit, ...], parent: QObject) -> None:
        super().__init__(parent)
        self._fields = fields
        self.most = 200
        # After all that a change brings: the size of a document follows its width, and the width the other fields.
        self._later = single_shot(self, 0, self.fit)
        for field in fields:
            field.document().documentLayout().documentSizeChanged.connect(self._later.start)
            field.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Another width or font breaks the lines otherwise."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.FontChange, QEvent.Type.Show):
            self._later.start()
        return super().eventFilter(watched, event)

    @Slot()
    def fit(self) -> None:
        """Take the height that is needed."""
        if not self._fields[0].isVisible():
            return  # nothing has its size yet
        height = max(_needed(field) for field in self._fields)
        height = min(height, max(self.most, _needed(self._fields[0], _LEAST)))
        for field in self._fields:
            if field.minimumHeight() != height or field.maximumHeight() != height:
                field.setFixedHeight(height)


def _needed(field: QPlainTextEdit, lines: int = 0) -> int:
    """Height of a field for its text, or for so many lines."""
    # A plain text document counts its size in lines.
    count = lines or max(_LEAST, round(field.document().size().height()))
    frame = max(2 * field.frameWidth(), field.height() - field.viewport().height())
    edges = frame + 2 * field.document().documentMargin() + 2
    return math.ceil(count * math.ceil(QFontMetricsF(field.font()).lineSpacing()) + edges)
