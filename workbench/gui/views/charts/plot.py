"""What all charts share: pyqtgraph set up once, a themed plot with hover and keyboard read-out, and decimation."""

from __future__ import annotations

import math
import os
from collections.abc import Callable, Sequence

os.environ["PYQTGRAPH_QT_LIB"] = "PySide6"

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPointF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QKeyEvent, QMouseEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QLabel, QWidget

from workbench.gui.theme import Theme, set_role

# Row-major: a matrix [rows, columns] is drawn as it is written. Antialiasing is chosen for each curve.
pg.setConfigOptions(imageAxisOrder="row-major", antialias=False, useOpenGL=False)

Floats = NDArray[np.float64]
#: A curve with more points than this is drawn as the highest and lowest value of each piece.
_DRAWN_POINTS = 1_600


def pen(color: str | QColor, width: float = 1.0, style: Qt.PenStyle = Qt.PenStyle.SolidLine) -> QPen:
    """A cosmetic pen; width 1 and opaque is by far the fastest to draw."""
    return pg.mkPen(QColor(color), width=width, style=style)


def decimate(x: Floats, y: Floats, limit: int = _DRAWN_POINTS) -> tuple[Floats, Floats]:
    """Thin a long curve out so that peaks, the first and the newest points stay.

    Args:
        x: Ascending positions ``[n]``.
        y: Values ``[n]``.
        limit: Points wanted at most, roughly.
    """
    n = len(x)
    if n <= limit:
        return x, y
    size = math.ceil(n / (limit // 2))
    whole = n // size * size
    blocks = np.where(np.isfinite(y[:whole]), y[:whole], np.inf).reshape(-1, size)
    starts = np.arange(0, whole, size)
    low = starts + blocks.argmin(axis=1)
    high = starts + np.where(np.isinf(blocks), -np.inf, blocks).argmax(axis=1)
    chosen = np.unique(np.concatenate([[0], low, high, np.arange(whole, n), [n - 1]]))
    return x[chosen], y[chosen]


def thin(x: Floats, y: Floats, limit: int = 800) -> tuple[Floats, Floats]:
    """Every n-th point of a smooth curve, always with the newest."""
    if len(x) <= limit:
        return x, y
    chosen = np.unique(np.append(np.arange(0, len(x), math.ceil(len(x) / limit)), len(x) - 1))
    return x[chosen], y[chosen]


def nice_ceiling(value: float) -> float:
    """The next round number at or above ``value``, so that an axis changes rarely while a curve grows."""
    if value <= 0:
        return 1.0
    base = 10.0 ** math.floor(math.log10(value))
    for factor in (1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10):
        if factor * base >= value * (1 - 1e-9):
            return factor * base
    return 10 * base


def short_number(value: float) -> str:
    """A number in at most about five characters."""
    if not math.isfinite(value):
        return "–"
    size = abs(value)
    if size >= 1e6:
        return f"{value / 1e6:.3g}M"
    if size >= 1e4:
        return f"{value / 1e3:.3g}k"
    if size and size < 1e-3:
        return f"{value:.1e}".replace("e-0", "e-")
    return f"{value:.4g}"


class ValueAxis(pg.AxisItem):
    """An axis with short numbers; in logarithmic mode values are ``log10`` and ticks are round numbers."""

    def __init__(self, orientation: str) -> None:
        super().__init__(orientation)
        self.logarithmic = False
        self.enableAutoSIPrefix(False)

    def set_logarithmic(self, on: bool) -> None:
        """Label ``log10`` values by what they stand for."""
        self.logarithmic = on
        self.picture = None
        self.update()

    def tickValues(self, low: float, high: float, size: float) -> list[tuple[float, list[float]]]:
        """Ticks within the range."""
        if not self.logarithmic:
            return list(super().tickValues(low, high, size))
        steps = (1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 7, 8, 9)
        decades = range(math.floor(low), math.ceil(high) + 1)
        every = [math.log10(s) + d for d in decades for s in steps]
        shown = [t for t in every if low <= t <= high]
        room = max(2, int(size // 34))
        while len(shown) > room:
            shown = shown[::2]
        return [(1.0, shown)]

    def tickStrings(self, values: Sequence[float], scale: float, spacing: float) -> list[str]:
        """Their labels."""
        if self.logarithmic:
            return [short_number(10.0**v) for v in values]
        if spacing and max((abs(v) for v in values), default=0) < 1e4:
            digits = max(0, -math.floor(math.log10(spacing) + 1e-9))
            if digits <= 4:
                return [f"{v:.{digits}f}" for v in values]
        return [short_number(v) for v in values]


class Plot(pg.PlotWidget):
    """A themed plot without menus; ranges are set by its owner, the person may zoom and go back.

    Signals:
        zoomed: ``True`` when the person has zoomed or moved, ``False`` when it fits again.
    """

    zoomed = Signal(bool)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        # Before Qt's own part, which already tells of its size.
        self.left, self.bottom = ValueAxis("left"), ValueAxis("bottom")
        self.empty_label = set_role(QLabel(alignment=Qt.AlignmentFlag.AlignCenter, wordWrap=True), "muted")
        super().__init__(parent, axisItems={"left": self.left, "bottom": self.bottom}, enableMenu=False)
        self._look: tuple[str, float] | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setFrameShape(self.Shape.NoFrame)
        self.hideButtons()
        # pyqtgraph makes its menu with or without a wish for one, and leaves it behind when the plot goes
        self.getPlotItem().ctrlMenu.setParent(self)
        self.box = self.getPlotItem().getViewBox()
        self.box.disableAutoRange()
        self.box.setMouseEnabled(x=True, y=False)
        self.box.sigRangeChangedManually.connect(self._on_manual)
        self.user_zoom = False
        self._read_out: Callable[[float], tuple[float, str] | None] | None = None
        self._stops: Callable[[], Floats] | None = None
        self._cursor_x: float | None = None
        self.cursor = pg.InfiniteLine(angle=90, movable=False)
        self.cursor.setZValue(50)
        self.cursor.hide()
        self.addItem(self.cursor, ignoreBounds=True)
        self.hover_label = set_role(QLabel(self, textFormat=Qt.TextFormat.RichText), "read_out")
        self.hover_label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hover_label.hide()
        self.empty_label.setParent(self)
        self.empty_label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Repaint frame, grid and labels, where colours or text size are others than before."""
        look = (theme.name, self.font().pointSizeF())
        if look == self._look:
            return
        self.theme, self._look = theme, look
        self.setBackground(theme.surface)
        font = QFont(self.font())
        font.setPointSizeF(font.pointSizeF() * 0.9)
        for axis in (self.left, self.bottom):
            axis.setPen(pen(theme.grid))
            axis.setTextPen(pen(theme.muted))
            axis.setTickPen(pen(theme.grid))
            axis.setTickFont(font)
            axis.setTickDensity(0.75)
            axis.setStyle(tickLength=-4, tickTextOffset=5, autoReduceTextSpace=False)
        size = f"{font.pointSizeF():.1f}pt"
        self.bottom.setLabel(self.tr("steps"), **{"color": theme.muted, "font-size": size})
        self.bottom.setHeight(round(self.fontMetrics().height() * 1.9))
        self.left.setWidth(round(self.fontMetrics().horizontalAdvance("0.0000") + 12))
        self.getPlotItem().showGrid(x=True, y=True, alpha=0.5 if theme.dark else 0.35)
        self.cursor.setPen(pen(theme.muted, 1, Qt.PenStyle.DashLine))

    def set_read_out(self, text: Callable[[float], tuple[float, str] | None], stops: Callable[[], Floats]) -> None:
        """What hovering and the arrow keys show.

        Args:
            text: From a position to the nearest value's position and a rich text, or ``None``.
            stops: All positions, ascending, for the arrow keys.
        """
        self._read_out, self._stops = text, stops

    def set_ranges(self, x: tuple[float, float], y: tuple[float, float]) -> None:
        """Show these ranges, unless the person has zoomed."""
        (x0, x1), (y0, y1) = self.box.viewRange()
        if not self.user_zoom and (x != (x0, x1)):
            self.box.setXRange(*x, padding=0)
        if y != (y0, y1):
            self.box.setYRange(*y, padding=0)

    def fit(self) -> None:
        """Give up the person's zoom."""
        if self.user_zoom:
            self.user_zoom = False
            self.zoomed.emit(False)

    def say_empty(self, text: str) -> None:
        """A sentence in the middle while there is nothing to draw; empty text hides it."""
        self.empty_label.setText(text)
        self.empty_label.setVisible(bool(text))

    def _on_manual(self, _axes: object) -> None:
        if not self.user_zoom:
            self.user_zoom = True
            self.zoomed.emit(True)

    def _show_cursor(self, x: float) -> None:
        found = self._read_out(x) if self._read_out is not None else None
        if found is None:
            self._hide_cursor()
            return
        self._cursor_x, text = found
        self.cursor.setPos(self._cursor_x)
        self.cursor.show()
        if self.hover_label.text() != text:
            self.hover_label.setText(text)
            self.hover_label.adjustSize()
            self.setAccessibleDescription(text)
        at = self.mapFromScene(self.box.mapViewToScene(QPointF(self._cursor_x, 0))).x()
        left = at + 12 if at + 12 + self.hover_label.width() < self.width() else at - 12 - self.hover_label.width()
        self.hover_label.move(max(0, left), 8)
        self.hover_label.show()

    def _hide_cursor(self) -> None:
        self._cursor_x = None
        self.cursor.hide()
        self.hover_label.hide()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Read the values under the mouse."""
        super().mouseMoveEvent(event)
        inside = self.box.sceneBoundingRect().contains(self.mapToScene(event.position().toPoint()))
        if inside and not event.buttons():
            self._show_cursor(self.box.mapSceneToView(self.mapToScene(event.position().toPoint())).x())
        else:
            self._hide_cursor()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Fit everything again."""
        super().mouseDoubleClickEvent(event)
        self.fit()

    def leaveEvent(self, event: QEvent) -> None:
        """Hide the read-out."""
        super().leaveEvent(event)
        self._hide_cursor()

    def focusOutEvent(self, event: QEvent) -> None:
        """Hide the read-out."""
        super().focusOutEvent(event)
        self._hide_cursor()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrow keys walk along the values, Home and End jump, Escape leaves."""
        stops = self._stops() if self._stops is not None else np.empty(0)
        key = event.key()
        moves = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_PageUp: -10, Qt.Key.Key_PageDown: 10}
        if len(stops) and (key in moves or key in (Qt.Key.Key_Home, Qt.Key.Key_End)):
            if key == Qt.Key.Key_Home:
                index = 0
            elif key == Qt.Key.Key_End or self._cursor_x is None:
                index = len(stops) - 1
            else:
                index = int(np.searchsorted(stops, self._cursor_x)) + moves[Qt.Key(key)]
            self._show_cursor(float(stops[min(len(stops) - 1, max(0, index))]))
        elif key == Qt.Key.Key_Escape and self._cursor_x is not None:
            self._hide_cursor()
        else:
            event.ignore()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the empty text in the middle."""
        super().resizeEvent(event)
        self.empty_label.setGeometry(self.rect().adjusted(round(self.left.width()) + 12, 10, -12, -24))

    def sizeHint(self) -> QSize:
        """Small enough for several in a window."""
        return QSize(240, 130)

    def minimumSizeHint(self) -> QSize:
        """Small enough for a laptop, and high enough for a few numbers on the axis."""
        height = self.fontMetrics().height()
        return QSize(height * 7, height * 6)
