"""A heat map whose weights can be changed: dragged to another source token, or made larger and smaller by keys."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QWidget

from workbench.gui.views.pictures.heatmap_view import HeatmapView
from workbench.gui.views.pictures.picture import Spot

#: How much a key changes a weight.
_STEP = 0.1


class WeightView(HeatmapView):
    """Rows are target pieces, columns source pieces.

    Signals:
        weight_moved: A cell's weight is to go to another one of its row: ``Spot`` of the first, source token of the
            second.
        weight_stepped: The weight of the cell selected is to grow by so much, ``float``.
        weight_dropped: It is to be 0.
    """

    weight_moved = Signal(object, int)
    weight_stepped = Signal(float)
    weight_dropped = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("weightView")
        self.setAccessibleName(self.tr("Attention that can be changed"))
        self._dragged: Spot | None = None
        self._over: int | None = None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose a cell, and begin to drag its weight."""
        super().mousePressEvent(event)
        cell = self.selected
        is_cell = event.button() == Qt.MouseButton.LeftButton and cell.source is not None and cell.target is not None
        self._dragged, self._over = (cell, cell.source) if is_cell else (None, None)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follow the mouse along the row of the weight that is dragged."""
        if self._dragged is None:
            super().mouseMoveEvent(event)
            return
        row = self.viewport_rect(self._dragged).center().y()
        spot = self.drawing.spot_at(self.to_drawing(QPointF(event.position().x(), row)))
        if spot.source is not None and spot.source != self._over:
            self._over = spot.source
            self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
            self.set_hovered(Spot(source=spot.source, target=self._dragged.target))
            self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let the weight fall where the mouse is."""
        dragged, over, self._dragged, self._over = self._dragged, self._over, None, None
        self.viewport().setCursor(Qt.CursorShape.ArrowCursor)
        self.viewport().update()
        if dragged is not None and over is not None and over != dragged.source:
            self.choose(Spot(source=over, target=dragged.target))
            self.weight_moved.emit(dragged, over)
        super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Plus and minus change the weight of the cell, Delete takes it away; Escape ends a drag."""
        key, cell = event.key(), self.selected
        has_cell = cell.source is not None and cell.target is not None
        if key == Qt.Key.Key_Escape and self._dragged is not None:
            self._dragged = self._over = None
            self.viewport().update()
        elif has_cell and key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.weight_stepped.emit(_STEP)
        elif has_cell and key == Qt.Key.Key_Minus:
            self.weight_stepped.emit(-_STEP)
        elif has_cell and key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.weight_dropped.emit()
        else:
            super().keyPressEvent(event)

    def paint_drawing(self, painter: QPainter) -> None:
        """The heat map, and over it where a weight is dragged."""
        super().paint_drawing(painter)
        if self._dragged is None or self._over is None or self._over == self._dragged.source:
            return
        start = self.viewport_rect(self._dragged).center()
        end = self.viewport_rect(Spot(source=self._over, target=self._dragged.target)).center()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.color("warning"), 3))
        painter.drawLine(start, end)
        painter.setBrush(self._theme.color("warning"))
        painter.drawEllipse(end, 5, 5)
