"""The attention matrix as a heat map: one row a target token, one column a source token, labels that can be read."""

from __future__ import annotations

import math

import numpy as np
from PySide6.QtCore import QCoreApplication, QLocale, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QImage, QPainter, QPen

from workbench.engine.core.types import ATTENTION, GRADIENT, OCCLUSION
from workbench.gui.views.drawing import SIZES, Drawing, Look, readable_on
from workbench.gui.views.pictures.picture import (
    EMPTY,
    NOWHERE,
    SOURCE,
    TARGET,
    Picture,
    Spot,
)

_MARGIN = 8.0
_GAP = 5.0
_SMALLEST, _LARGEST = 20.0, 44.0
_FLATTEST = 1.7
#: Size of text in a matrix that scrolls.
_SCROLLED = 0.84
_TILT = 52.0
_LEGEND, _LEGEND_WIDTH = 10.0, 90.0


class HeatmapDrawing(Drawing):
    """Lays out and paints the matrix. Columns stand in the source's visual order, so right-to-left runs that way."""

    def __init__(self, picture: Picture = EMPTY, look: Look | None = None) -> None:
        super().__init__(picture, look)
        whole = self.look
        # A matrix that is a little too large is set smaller before it scrolls; a large one scrolls in between.
        for size in (*SIZES, _SCROLLED):
            self.use(whole.scaled(size))
            self._lay_out(picture, _SMALLEST * size)
            room = whole.available
            if self.size.width() <= room.width() and self.size.height() <= room.height():
                break

    def _lay_out(self, picture: Picture, smallest: float) -> None:
        self.columns = picture.orders[SOURCE]
        self._column_of = {token: place for place, token in enumerate(self.columns)}
        most = 1e6 if self.look.whole else self.metrics.averageCharWidth() * 16
        self._labels = {
            side: [
                self.metrics.elidedText(picture.labels[side][i], Qt.TextElideMode.ElideMiddle, most)
                for i in range(len(picture.tokens(side)))
            ]
            for side in (SOURCE, TARGET)
        }
        self.rows, count = len(picture.target), len(self.columns)
        advance = self.metrics.horizontalAdvance
        widest = {side: max(map(advance, labels), default=0.0) for side, labels in self._labels.items()}
        self.side_width = _MARGIN + widest[TARGET] + _GAP
        line = self.metrics.height()
        smallest = max(smallest, line + 2)
        self.legend_height = self.small_metrics.height() + _LEGEND + 10
        # The tilted labels' room depends on nothing but the text; the cell size fills what is left.
        tilt = math.radians(_TILT)
        tall, over = widest[SOURCE] * math.sin(tilt) + line * math.cos(tilt), widest[SOURCE] * math.cos(tilt)
        self.wide, self.high = self._cell(smallest, count, tall, over)
        self.flat = widest[SOURCE] + 6 <= self.wide
        self.top_height = _MARGIN + _GAP + (line if self.flat else tall)
        right = _MARGIN if self.flat else max(_MARGIN, over)
        self.size = QSizeF(
            self.side_width + count * self.wide + right,
            self.top_height + self.rows * self.high + _MARGIN + self.legend_height,
        )
        if self.look.whole:
            told = self.small_metrics.horizontalAdvance(f"-1{self._legend()[0]}") + _LEGEND_WIDTH + 12
            self.size.setWidth(max(self.size.width(), self.side_width + told + _MARGIN))

    def _cell(self, smallest: float, count: int, tall: float, over: float) -> tuple[float, float]:
        """Width and height of a cell: as large as the room allows, and never too wide for its height."""
        wide = (self.look.available.width() - self.side_width - max(_MARGIN, over)) / max(1, count)
        rest = self.look.available.height() - tall - _GAP - 2 * _MARGIN - self.legend_height
        high = rest / max(1, self.rows)
        largest = max(smallest, _LARGEST * self.metrics.height() / 16)
        high = math.floor(min(largest, max(smallest, high)))
        wide = math.floor(min(largest, high * _FLATTEST, max(smallest, wide)))
        return float(wide), float(min(high, math.ceil(wide * _FLATTEST)))

    def cell_rect(self, row: int, column: int) -> QRectF:
        """Where a cell lies; ``column`` counts from the left as drawn."""
        return QRectF(self.side_width + column * self.wide, self.top_height + row * self.high, self.wide, self.high)

    def spot_at(self, point: QPointF) -> Spot:
        """The cell under a point; on the labels the whole column or row."""
        column = math.floor((point.x() - self.side_width) / self.wide)
        row = math.floor((point.y() - self.top_height) / self.high)
        inside_column, inside_row = 0 <= column < len(self.columns), 0 <= row < self.rows
        if inside_column and inside_row:
            return Spot(source=self.columns[column], target=row)
        if inside_row and point.x() < self.side_width:
            return Spot(target=row)
        if inside_column and self.flat and point.y() < self.top_height:
            return Spot(source=self.columns[column])
        if point.y() < self.top_height:  # tilted labels lean to the right of their column
            lean = (self.top_height - point.y()) / math.tan(math.radians(_TILT))
            column = math.floor((point.x() - lean - self.side_width) / self.wide)
            if 0 <= column < len(self.columns):
                return Spot(source=self.columns[column])
        return NOWHERE

    def rect_of(self, spot: Spot) -> QRectF:
        """Where a cell, row or column lies."""
        column = self._column_of.get(spot.source, 0) if spot.source is not None else 0
        rect = self.cell_rect(spot.target or 0, column)
        if spot.source is None:
            rect.setWidth(len(self.columns) * self.wide)
        if spot.target is None:
            rect.setHeight(self.rows * self.high)
        return rect

    def paint(
        self, painter: QPainter, clip: QRectF, hovered: Spot = NOWHERE, selected: Spot = NOWHERE, focused: bool = False
    ) -> None:
        """Paint everything at its own place (a file); a view paints the parts with its labels held in sight."""
        self.paint_cells(painter, clip, hovered, selected, vector=True)
        self.paint_columns(painter, hovered, selected)
        self.paint_rows(painter, hovered, selected)
        self.paint_legend(painter, QPointF(self.side_width, self.size.height() - self.legend_height))

    def paint_cells(
        self, painter: QPainter, clip: QRectF, hovered: Spot, selected: Spot, *, vector: bool = False
    ) -> None:
        """The matrix; as one image on the screen, as rectangles in a file."""
        weights = self.picture.weights
        if weights is None or not self.rows or not self.columns:
            return
        theme = self.look.theme
        area = QRectF(self.side_width, self.top_height, len(self.columns) * self.wide, self.rows * self.high)
        shown = np.clip(weights[:, self.columns], -1.0, 1.0)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        if vector:
            for row in range(self.rows):
                for column in range(len(self.columns)):
                    painter.fillRect(self.cell_rect(row, column), theme.heat(float(shown[row, column])))
        else:
            painter.drawImage(area, self._image(shown))
        painter.setPen(QPen(theme.color("grid"), 1))
        for row in range(self.rows + 1):
            y = self.top_height + row * self.high
            painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y))
        for column in range(len(self.columns) + 1):
            x = self.side_width + column * self.wide
            painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()))
        self._paint_numbers(painter, clip, shown)
        self._paint_spot(painter, self.looked_at(hovered, selected), area)

    def _image(self, shown: np.ndarray) -> QImage:
        ends = [self.look.theme.heat(v) for v in (0.0, 1.0, -1.0)]
        low, high, against = (np.array([c.red(), c.green(), c.blue()], dtype=np.float32) for c in ends)
        share = shown[..., None].astype(np.float32)
        colors = low + np.where(share >= 0, high - low, low - against) * share
        pixels = np.full((*shown.shape, 4), 255, dtype=np.uint8)
        pixels[..., :3] = np.rint(colors)
        height, width = shown.shape
        return QImage(pixels.tobytes(), width, height, width * 4, QImage.Format.Format_RGBX8888).copy()

    def _paint_numbers(self, painter: QPainter, clip: QRectF, shown: np.ndarray) -> None:
        """The values themselves, where the cells are large enough to read them."""
        if self.wide < self.small_metrics.horizontalAdvance("0.00") + 8:
            return
        painter.setFont(self.look.small)
        locale = QLocale()
        for row, column in np.argwhere(np.abs(shown) >= 0.05):
            rect = self.cell_rect(int(row), int(column))
            if rect.intersects(clip):
                weight = float(shown[row, column])
                painter.setPen(readable_on(self.look.theme.heat(weight)))
                painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, locale.toString(weight, "f", 2))

    def _paint_spot(self, painter: QPainter, spot: Spot, area: QRectF) -> None:
        if not spot:
            return
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if spot.source is not None and spot.target is not None:
            quiet = QPen(self.look.theme.color("accent", 0.45), 1)
            painter.setPen(quiet)
            painter.drawRect(self.rect_of(Spot(source=spot.source)))
            painter.drawRect(self.rect_of(Spot(target=spot.target)))
        painter.setPen(QPen(self.look.theme.color("accent"), 2))
        painter.drawRect(self.rect_of(spot).intersected(area.adjusted(-1, -1, 1, 1)))

    def _label_pen(self, painter: QPainter, lit: bool, weight: float | None) -> None:
        font = painter.font()
        font.setBold(lit)
        painter.setFont(font)
        strong = lit or abs(weight or 0.0) >= 0.1
        painter.setPen(self.tint(weight or 0.0) if strong else self.look.theme.color("text"))

    def paint_columns(self, painter: QPainter, hovered: Spot, selected: Spot) -> None:
        """Source labels above the matrix."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        spot = self.looked_at(hovered, selected)
        partners = self.picture.partners(spot)
        for place, index in enumerate(self.columns):
            painter.setFont(self.look.font)
            self._label_pen(painter, spot.source == index, partners.get(Spot(source=index)))
            label, x = self._labels[SOURCE][index], self.side_width + place * self.wide
            if self.flat:
                room = QRectF(x - 10, _MARGIN, self.wide + 20, self.metrics.height())
                painter.drawText(room, Qt.AlignmentFlag.AlignCenter, label)
                continue
            painter.save()
            painter.translate(x + self.wide / 2, self.top_height - _GAP)
            painter.rotate(-_TILT)
            painter.drawText(QPointF(2, self.metrics.ascent() / 2 - 1), label)
            painter.restore()

    def paint_rows(self, painter: QPainter, hovered: Spot, selected: Spot) -> None:
        """Target labels left of the matrix."""
        spot = self.looked_at(hovered, selected)
        partners = self.picture.partners(spot)
        for row, label in enumerate(self._labels[TARGET]):
            painter.setFont(self.look.font)
            self._label_pen(painter, spot.target == row, partners.get(Spot(target=row)))
            room = QRectF(0, self.top_height + row * self.high, self.side_width - _GAP, self.high)
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, label)

    def paint_legend(self, painter: QPainter, origin: QPointF, room: float = 1e6) -> None:
        """What the colours mean, in so much width."""
        theme, width = self.look.theme, _LEGEND_WIDTH
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        y = origin.y() + self.small_metrics.height() / 2 + 2
        painter.setFont(self.look.small)
        painter.setPen(theme.color("muted"))
        least = 0 if self.picture.kind == ATTENTION else -1
        begin = QLocale().toString(least)
        left = origin.x() + self.small_metrics.horizontalAdvance(begin) + 5
        painter.drawText(QPointF(origin.x(), y + self.small_metrics.ascent() / 2 - 1), begin)
        for part in range(30):
            color = theme.heat(least + (1 - least) * part / 29)
            painter.fillRect(QRectF(left + part * width / 30, y - _LEGEND / 2, width / 30 + 0.5, _LEGEND), color)
        painter.setPen(theme.color("border"))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(QRectF(left, y - _LEGEND / 2, width, _LEGEND))
        painter.setPen(theme.color("muted"))
        rest = max(8.0, room - (left - origin.x()) - width - 6)
        words, short = self._legend()
        text = words if self.small_metrics.horizontalAdvance(words) <= rest else short
        text = self.small_metrics.elidedText(text, Qt.TextElideMode.ElideRight, rest)
        painter.drawText(QPointF(left + width + 6, y + self.small_metrics.ascent() / 2 - 1), text)

    def _legend(self) -> tuple[str, str]:
        """What the colours mean, in words and, where there is no room for them, in few."""
        translate = QCoreApplication.translate
        if self.picture.kind == OCCLUSION:
            words = translate("HeatmapDrawing", "1  share of a target token's probability lost")
            return words, translate("HeatmapDrawing", "1  probability lost")
        if self.picture.kind == GRADIENT:
            words = translate("HeatmapDrawing", "1  share of a target token's gradient times input")
            return words, translate("HeatmapDrawing", "1  gradient times input")
        words = translate("HeatmapDrawing", "1  share of a target token's attention")
        return words, translate("HeatmapDrawing", "1  attention")
