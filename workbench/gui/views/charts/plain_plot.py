"""A themed pyqtgraph plot for charts that are read rather than watched: fixed view, hover cursor, keyboard."""

from __future__ import annotations

import os

os.environ.setdefault("PYQTGRAPH_QT_LIB", "PySide6")

import pyqtgraph as pg
from PySide6.QtCore import QEvent, QPointF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFont, QKeyEvent
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget

from workbench.gui.layouts import Fitted, arrange
from workbench.gui.theme import Theme, named


class PlainPlot(pg.PlotWidget):
    """One plot without menus and dragging, with a vertical cursor that follows the mouse or the arrow keys.

    Signals:
        cursor_moved: x under the mouse in data units, or ``None`` when it left.
        cursor_stepped: -1 or +1 when the person pressed Left or Right, -2 or +2 for Home or End.
    """

    cursor_moved = Signal(object)
    cursor_stepped = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent, background=theme.surface, enableMenu=False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFrameShape(pg.PlotWidget.Shape.NoFrame)
        item = self.getPlotItem()
        item.hideButtons()
        item.getViewBox().setMouseEnabled(False, False)
        item.getViewBox().setDefaultPadding(0.03)
        for name in ("left", "bottom"):
            axis = item.getAxis(name)
            axis.enableAutoSIPrefix(False)
            axis.setStyle(tickLength=0, tickTextOffset=6)
        self._labels: dict[str, str] = {}
        self._look: tuple[str, float] | None = None
        self.cursor_line = pg.InfiniteLine(angle=90, movable=False)
        self.cursor_line.setZValue(-5)
        self.cursor_line.hide()
        item.addItem(self.cursor_line, ignoreBounds=True)
        self.scene().sigMouseMoved.connect(self._on_mouse)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Repaint axes, grid and cursor, where colours or text size are others than before."""
        look = (theme.name, self._font().pointSizeF())
        if look == self._look:
            return
        self.theme, self._look = theme, look
        self.setBackground(theme.surface)
        item = self.getPlotItem()
        item.showGrid(x=False, y=True, alpha=0.5 if theme.dark else 0.45)
        for name in ("left", "bottom"):
            axis = item.getAxis(name)
            axis.setPen(pg.mkPen(theme.border))
            axis.setTextPen(pg.mkPen(theme.muted))
            axis.setTickFont(self._font())
        self.cursor_line.setPen(pg.mkPen(theme.muted, style=Qt.PenStyle.DashLine))
        for name, text in self._labels.items():
            self.set_label(name, text)

    def minimumSizeHint(self) -> QSize:
        """High enough for a few numbers on the axis."""
        height = self.fontMetrics().height()
        return QSize(height * 8, height * 6)

    def set_label(self, axis: str, text: str) -> None:
        """Name an axis, ``"left"`` or ``"bottom"``."""
        self._labels[axis] = text
        size = f"{self._font().pointSizeF() * 0.95:.1f}pt"
        self.getPlotItem().getAxis(axis).setLabel(text, **{"color": self.theme.muted, "font-size": size})

    def _font(self) -> QFont:
        font = QFont(QApplication.font())
        font.setPointSizeF(max(6.0, font.pointSizeF() * 0.9))
        return font

    @Slot(object)
    def _on_mouse(self, position: QPointF) -> None:
        box = self.getPlotItem().getViewBox()
        inside = box.sceneBoundingRect().contains(position)
        self.cursor_moved.emit(box.mapSceneToView(position).x() if inside else None)

    def leaveEvent(self, event: QEvent) -> None:
        """The mouse is gone, and so is the cursor."""
        super().leaveEvent(event)
        self.cursor_moved.emit(None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrow keys read the chart point by point."""
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Home: -2, Qt.Key.Key_End: 2}
        step = steps.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self.cursor_stepped.emit(step)


class ReadChart(Fitted):
    """A plot under a legend that tells the values at the cursor. Subclasses draw, and write the legend."""

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cursor: float | None = None
        self.plot = named(PlainPlot(theme), f"{name}Plot")
        self.legend = named(QLabel(textFormat=Qt.TextFormat.RichText, wordWrap=True), f"{name}Legend")
        arrange(QVBoxLayout(self), self.legend, (self.plot, 1))
        self.plot.cursor_moved.connect(self._on_cursor)
        self.plot.cursor_stepped.connect(self._on_step)

    def set_theme(self, theme: Theme) -> None:
        """Repaint."""
        self.plot.set_theme(theme)
        self._draw()
        self._show_legend()

    def _draw(self) -> None:
        raise NotImplementedError

    def _has_points(self) -> bool:
        raise NotImplementedError

    def _show_legend(self) -> None:
        raise NotImplementedError

    @Slot(int)
    def _on_step(self, step: int) -> None:
        raise NotImplementedError

    @Slot(object)
    def _on_cursor(self, x: float | None) -> None:
        self._cursor = x if self._has_points() else None
        self.plot.cursor_line.setVisible(self._cursor is not None)
        if self._cursor is not None:
            self.plot.cursor_line.setPos(self._cursor)
        self._show_legend()

    def _write_legend(self, parts: list[str], spoken: list[str]) -> None:
        self.legend.setText(" &nbsp;&nbsp; ".join(parts))
        self.plot.setAccessibleDescription("; ".join(spoken))
