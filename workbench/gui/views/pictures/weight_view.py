"""A heat map whose weights can be changed: dragged to another source token, or made larger and smaller by keys."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from workbench.gui.views.pictures.heatmap_view import HeatmapView

#: How much a key changes a weight.
_STEP = 0.1


class WeightView(HeatmapView):
    """Rows are target pieces, columns source pieces.

    Signals:
        weight_stepped: The weight of the cell selected is to grow by so much, ``float``.
        weight_dropped: It is to be 0.
    """

    weight_stepped = Signal(float)
    weight_dropped = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("weightView")
        self.setAccessibleName(self.tr("Attention that can be changed"))
        self.draggable = True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Plus and minus change the weight of the cell, Delete takes it away."""
        key, cell = event.key(), self.selected
        has_cell = cell.source is not None and cell.target is not None
        if has_cell and key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.weight_stepped.emit(_STEP)
        elif has_cell and key == Qt.Key.Key_Minus:
            self.weight_stepped.emit(-_STEP)
        elif has_cell and key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.weight_dropped.emit()
        else:
            super().keyPressEvent(event)
