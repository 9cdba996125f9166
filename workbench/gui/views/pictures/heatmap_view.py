"""The attention matrix as a widget whose labels stay in sight while it scrolls."""

from __future__ import annotations

from PySide6.QtCore import QMarginsF, QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from workbench.engine.core.types import ATTENTION
from workbench.gui.views.pictures.heatmap_drawing import HeatmapDrawing
from workbench.gui.views.pictures.picture import NOWHERE, Spot
from workbench.gui.views.pictures.picture_view import Grip, PictureView


class HeatmapView(PictureView):
    """Rows are target tokens, columns source tokens; arrow keys walk over the cells."""

    drawing_class = HeatmapDrawing

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("heatmapView")
        self.setAccessibleName(self.tr("Heat map"))

    @property
    def _map(self) -> HeatmapDrawing:
        drawing = self.drawing
        assert isinstance(drawing, HeatmapDrawing)
        return drawing

    def held(self) -> QMarginsF:
        """The labels and the legend do not scroll."""
        return QMarginsF(self._map.side_width, self._map.top_height, 0, self._map.legend_height)

    def to_drawing(self, point: QPoint | QPointF) -> QPointF:
        """Viewport point to drawing coordinates; the labels do not scroll along their own row or column."""
        x, y = QPointF(point).x(), QPointF(point).y()
        across = self.horizontalScrollBar().value() if x >= self._map.side_width else 0
        down = self.verticalScrollBar().value() if y >= self._map.top_height else 0
        return QPointF(x + across, y + down)

    def drop_at(self, place: QPointF, cell: Spot) -> int | None:
        """A weight stays in its row, wherever the mouse is."""
        row = self.viewport_rect(cell).center().y()
        return self.drawing.spot_at(self.to_drawing(QPointF(place.x(), row))).source

    def grip_line(self, grip: Grip) -> tuple[QPointF, QPointF]:
        """From the middle of one cell to that of another."""
        over = grip.cell.source if grip.over is None else grip.over
        start, end = (self.viewport_rect(Spot(source=s, target=grip.cell.target)) for s in (grip.cell.source, over))
        return start.center(), end.center()

    def first_spot(self) -> Spot:
        """The strongest cell of the first row."""
        weights = self.picture.weights
        if weights is None or not weights.size:
            return NOWHERE
        return Spot(source=int(abs(weights[0]).argmax()), target=0)

    def walk(self, key: int) -> bool:
        """One cell in the direction of the key."""
        columns, rows = self._map.columns, self._map.rows
        if not columns or not rows:
            return False
        place = columns.index(self.selected.source) if self.selected.source is not None else 0
        row = self.selected.target or 0
        across, down = {
            Qt.Key.Key_Left: (-1, 0),
            Qt.Key.Key_Right: (1, 0),
            Qt.Key.Key_Up: (0, -1),
            Qt.Key.Key_Down: (0, 1),
            Qt.Key.Key_Home: (-place, 0),
            Qt.Key.Key_End: (len(columns) - 1 - place, 0),
        }[Qt.Key(key)]
        place = min(len(columns) - 1, max(0, place + across))
        row = min(rows - 1, max(0, row + down))
        self.choose(Spot(source=columns[place], target=row))
        return True

    def paint_drawing(self, painter: QPainter) -> None:
        """Cells scroll both ways, each row of labels one way, the legend not at all."""
        room, heat = QRectF(self.viewport().rect()), self._map
        if self.picture.weights is None:
            self._paint_empty(painter, room)
            return
        across, down = self.horizontalScrollBar().value(), self.verticalScrollBar().value()
        foot = heat.legend_height
        body = room.adjusted(heat.side_width - 1, heat.top_height - 1, 0, -foot)
        painter.save()
        painter.setClipRect(body)
        painter.translate(-across, -down)
        heat.paint_cells(painter, body.translated(across, down), self.hovered, self.selected)
        painter.restore()
        painter.save()
        painter.setClipRect(QRectF(heat.side_width, 0, room.width(), heat.top_height))
        painter.translate(-across, 0)
        heat.paint_columns(painter, self.hovered, self.selected)
        painter.restore()
        painter.save()
        painter.setClipRect(QRectF(0, heat.top_height, heat.side_width, room.height() - heat.top_height - foot))
        painter.translate(0, -down)
        heat.paint_rows(painter, self.hovered, self.selected)
        painter.restore()
        bottom = min(room.height(), heat.size.height())
        heat.paint_legend(painter, QPointF(12, bottom - foot + 2), room.width() - 24)

    def _paint_empty(self, painter: QPainter, room: QRectF) -> None:
        painter.setPen(self._theme.color("muted"))
        message = self.tr("No heat map: this model has no attention.")
        message = self.picture.note if self.picture.kind != ATTENTION else message
        flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
        painter.drawText(room.adjusted(16, 16, -16, -16), flags, message)
