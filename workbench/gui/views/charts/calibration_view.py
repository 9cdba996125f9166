"""Projected against true chrF of sentences with known translations, and where the sentence in sight would stand."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from workbench.gui.theme import Theme, name_control
from workbench.gui.words import formats

_DOT, _MEAN = 2.0, 4.5
_LARGEST = 420


class CalibrationView(QWidget):
    """A square plot: a dot a sentence, a larger one for each tenth of them, on the diagonal where they are right."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self._points: list[tuple[float, float]] = []
        self._means: list[tuple[float, float]] = []
        self._here: float | None = None
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self.setSizePolicy(policy)
        self.setMaximumSize(_LARGEST, _LARGEST)
        tip = self.tr(
            "Each dot is a sentence with a known translation: what was projected, and its true chrF. Large dots are the"
            " means of tenths; on the diagonal the projection is right. The line is the sentence in sight."
        )
        name_control(self, self.tr("Projected and true chrF"), tip)

    def set_theme(self, theme: Theme) -> None:
        """Other colours."""
        self.theme = theme
        self.update()

    def show_points(
        self, points: Sequence[tuple[float, float]], means: Sequence[tuple[float, float]], here: float | None = None
    ) -> None:
        """Draw.

        Args:
            points: Projected and true chrF of each sentence.
            means: The same of the tenths.
            here: Projected chrF of the sentence in sight.
        """
        self._points, self._means, self._here = list(points), list(means), here
        rows = (f"{formats.number(a, 0)} – {formats.number(b, 0)}" for a, b in self._means)
        self.setAccessibleDescription(", ".join(rows))
        self.update()

    def sizeHint(self) -> QSize:
        """Room for four hundred dots."""
        side = self.fontMetrics().height() * 15
        return QSize(side, side)

    def minimumSizeHint(self) -> QSize:
        """Still readable."""
        side = self.fontMetrics().height() * 9
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Frame, numbers, dots."""
        self.paint_plot(QPainter(self), QSizeF(self.size()), self.theme)

    def paint_plot(self, painter: QPainter, size: QSizeF, theme: Theme) -> None:
        """Draw it somewhere, a file for instance."""
        painter.setFont(self.font())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        height = self.fontMetrics().height()
        left, below = self.fontMetrics().horizontalAdvance("100") + height + 10, 2 * height + 8
        right = self.fontMetrics().horizontalAdvance("100") / 2 + 4
        side = min(size.width() - left - right, size.height() - below - 8)
        if side <= 0:
            return
        area = QRectF(left, 6, side, side)
        values = [v for point in self._points for v in point] + ([] if self._here is None else [self._here])
        low = 50 if values and min(values) >= 50 else 0
        self._paint_frame(painter, area, low, height, theme)

        def place(point: tuple[float, float]) -> QPointF:
            x, y = ((value - low) / (100 - low) for value in point)
            return QPointF(area.left() + x * side, area.bottom() - y * side)

        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("link", 0.3))
        for point in self._points:
            painter.drawEllipse(place(point), _DOT, _DOT)
        if self._here is not None:
            painter.setPen(QPen(theme.color("accent"), 2))
            painter.drawLine(place((self._here, low)), place((self._here, 100)))
        painter.setPen(QPen(theme.color("surface"), 1))
        painter.setBrush(theme.color("warning"))
        for point in self._means:
            painter.drawEllipse(place(point), _MEAN, _MEAN)

    def _paint_frame(self, painter: QPainter, area: QRectF, low: int, height: int, theme: Theme) -> None:
        painter.setPen(QPen(theme.color("border"), 1))
        painter.drawRect(area)
        painter.drawLine(area.bottomLeft(), area.topRight())
        painter.setPen(theme.color("muted"))
        flags = Qt.AlignmentFlag
        for value in range(low, 101, (100 - low) // 5 * (1 if area.width() > 180 else 5)):
            share = (value - low) / (100 - low) * area.width()
            text = formats.number(float(value), 0)
            across = QRectF(area.left() + share - 30, area.bottom() + 2, 60, height)
            painter.drawText(across, flags.AlignHCenter | flags.AlignTop, text)
            up = QRectF(0, area.bottom() - share - height / 2, area.left() - 5, height)
            painter.drawText(up, flags.AlignRight | flags.AlignVCenter, text)
        below = QRectF(area.left(), area.bottom() + 2 + height, area.width(), height)
        painter.drawText(below, flags.AlignCenter, self.tr("projected chrF"))
        painter.save()
        painter.translate(height * 0.9, area.center().y())
        painter.rotate(-90)
        painter.drawText(QRectF(-area.height() / 2, -height, area.height(), height), flags.AlignCenter, self.tr("chrF"))
        painter.restore()
