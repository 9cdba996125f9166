"""Curves of several runs in one chart; moving over it reads all of them at once."""

from __future__ import annotations

import html
from dataclasses import dataclass

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, Qt, Slot
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from workbench.gui.theme import Theme
from workbench.gui.views.charts.plain_plot import PlainPlot

#: More points than pixels only cost time.
_MOST_POINTS = 4000
_FEW_POINTS = 500


@dataclass(frozen=True)
class Curve:
    """One run's line.

    Attributes:
        title: Name in the legend.
        x: Steps or minutes, ascending ``[points]``.
        y: Values ``[points]``; gaps are NaN.
        best: ``(x, y)`` of the best point, or ``None``.
        marked: Whether every point gets a dot (few points, such as validations).
    """

    title: str
    x: NDArray[np.float64]
    y: NDArray[np.float64]
    best: tuple[float, float] | None = None
    marked: bool = False


def smoothed(values: NDArray[np.float64], share: float) -> NDArray[np.float64]:
    """Exponential moving average without a bias towards the first value; gaps are passed over.

    Args:
        values: ``[points]``.
        share: Memory, 0 (raw) to below 1.
    """
    if share <= 0:
        return values
    result = np.full_like(values, np.nan)
    average = weight = 0.0
    for i, value in enumerate(values):
        if np.isfinite(value):
            average = share * average + (1 - share) * value
            weight = share * weight + (1 - share)
            result[i] = average / weight
    return result


def thinned(x: NDArray[np.float64], y: NDArray[np.float64]) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """At most ``_MOST_POINTS`` points, the newest always among them."""
    if len(x) <= _MOST_POINTS:
        return x, y
    keep = np.unique(np.linspace(0, len(x) - 1, _MOST_POINTS).round().astype(np.int64))
    return x[keep], y[keep]


class CompareView(QWidget):
    """Chart and legend. The legend tells the value of each run at the cursor."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._curves: list[Curve] = []
        self._cursor: float | None = None
        self._x_name = self._y_name = ""
        self._digits, self._log, self._sharp = 2, False, False
        self.plot = PlainPlot(theme)
        self.plot.setObjectName("comparePlot")
        self.legend = QLabel()
        self.legend.setObjectName("compareLegend")
        self.legend.setWordWrap(True)
        self.legend.setTextFormat(Qt.TextFormat.RichText)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.legend)
        layout.addWidget(self.plot, 1)
        self._lines: list[pg.PlotDataItem] = []
        self._best = pg.ScatterPlotItem(pxMode=True)
        self._readings = pg.ScatterPlotItem(pxMode=True)
        for item in (self._best, self._readings):
            item.setZValue(10)
            self.plot.addItem(item)
        self.plot.cursor_moved.connect(self._on_cursor)
        self.plot.cursor_stepped.connect(self._on_step)
        self._retranslate()

    @property
    def curves(self) -> list[Curve]:
        """What is drawn."""
        return list(self._curves)

    @property
    def names(self) -> tuple[str, str]:
        """Names of the x and the y axis."""
        return self._x_name, self._y_name

    @property
    def log(self) -> bool:
        """Whether the y axis is logarithmic."""
        return self._log

    @property
    def digits(self) -> int:
        """Decimals of the values read."""
        return self._digits

    def show_curves(
        self,
        curves: list[Curve],
        x_name: str,
        y_name: str,
        *,
        log: bool = False,
        digits: int = 2,
        sharp: bool = False,
    ) -> None:
        """Replace what is drawn.

        Args:
            curves: One a run, in the order of their colours.
            x_name: Name of the x axis.
            y_name: Name of the y axis.
            log: Logarithmic y axis.
            digits: Decimals of the values read.
            sharp: Draw dots as outlines and lines smoothly, for files; slower than the screen's way.
        """
        self._curves, self._x_name, self._y_name, self._digits = curves, x_name, y_name, digits
        self.plot.getPlotItem().setLogMode(x=False, y=log)
        self._log, self._sharp = log, sharp
        self._best.opts["useCache"] = not sharp
        self.plot.set_label("bottom", x_name)
        self.plot.set_label("left", y_name)
        self._draw()
        self._on_cursor(None)
        self.plot.autoRange()

    def set_theme(self, theme: Theme) -> None:
        """Repaint."""
        self.plot.set_theme(theme)
        self._draw()
        self._show_legend()

    def _draw(self) -> None:
        theme = self.plot.theme
        for line in self._lines:
            self.plot.removeItem(line)
        self._lines = []
        spots = []
        for index, curve in enumerate(self._curves):
            color = theme.curve(index)
            few = len(curve.x) < _FEW_POINTS
            line = pg.PlotDataItem(connect="finite", antialias=few or self._sharp, useCache=not self._sharp)
            self.plot.addItem(line)
            # Wide or smooth lines are slow with thousands of points.
            line.setPen(pg.mkPen(color, width=2 if few else 1))
            if curve.marked:
                line.setSymbol("o")
                line.setSymbolSize(4)
                line.setSymbolPen(None)
                line.setSymbolBrush(pg.mkBrush(color))
            line.setLogMode(False, self._log)
            line.setData(*thinned(curve.x, curve.y))
            self._lines.append(line)
            if curve.best is not None:
                spots.append(
                    {
                        "pos": self._place(*curve.best),
                        "brush": pg.mkBrush(theme.surface),
                        "pen": pg.mkPen(color, width=2),
                        "size": 11,
                        "symbol": "o",
                    }
                )
        self._best.setData(spots)

    def _place(self, x: float, y: float) -> tuple[float, float]:
        """A point in view units; scatter plots do not follow the log mode by themselves."""
        return (x, float(np.log10(y))) if self._log and y > 0 else (x, y)

    def readings(self, x: float) -> list[tuple[float, float] | None]:
        """The nearest finite point of each curve to ``x``; ``None`` beyond its ends."""
        found: list[tuple[float, float] | None] = []
        for curve in self._curves:
            finite = np.flatnonzero(np.isfinite(curve.y))
            if not len(finite) or x > curve.x[finite[-1]] + self._slack() or x < curve.x[finite[0]] - self._slack():
                found.append(None)
                continue
            nearest = finite[np.argmin(np.abs(curve.x[finite] - x))]
            found.append((float(curve.x[nearest]), float(curve.y[nearest])))
        return found

    def _slack(self) -> float:
        low, high = self.plot.getPlotItem().viewRange()[0]
        return float(high - low) * 0.02

    @Slot(object)
    def _on_cursor(self, x: float | None) -> None:
        self._cursor = x if self._curves else None
        self.plot.cursor_line.setVisible(self._cursor is not None)
        spots = []
        if self._cursor is not None:
            self.plot.cursor_line.setPos(self._cursor)
            for index, reading in enumerate(self.readings(self._cursor)):
                if reading is not None:
                    brush = pg.mkBrush(self.plot.theme.curve(index))
                    spots.append({"pos": self._place(*reading), "brush": brush, "pen": None, "size": 8})
        self._readings.setData(spots)
        self._show_legend()

    @Slot(object)
    def _on_step(self, step: int) -> None:
        """Move the cursor to the next point of any curve."""
        points = [c.x[np.isfinite(c.y)] for c in self._curves]
        places = np.unique(np.concatenate(points)) if points else np.empty(0)
        if not len(places):
            return
        if abs(step) == 2 or self._cursor is None:
            target = places[0] if step < 0 else places[-1]
        elif step > 0:
            target = places[min(len(places) - 1, int(np.searchsorted(places, self._cursor, side="right")))]
        else:
            target = places[max(0, int(np.searchsorted(places, self._cursor, side="left")) - 1)]
        self._on_cursor(float(target))

    def _show_legend(self) -> None:
        readings = self.readings(self._cursor) if self._cursor is not None else [c.best for c in self._curves]
        parts, spoken = [], []
        for index, (curve, reading) in enumerate(zip(self._curves, readings, strict=True)):
            value = "" if reading is None else f"{reading[1]:.{self._digits}f}"
            color = self.plot.theme.curve(index)
            # Isolated, so that a right-to-left name does not move the number to its other side.
            name = "\u2068" + html.escape(curve.title).replace(" ", "&nbsp;") + "\u2069"
            parts.append(f'<span style="color:{color}">●</span>&nbsp;{name}&nbsp;<b>{value}</b>')
            spoken.append(f"{curve.title}: {value or '–'}")
        if parts:
            muted = self.plot.theme.muted
            if self._cursor is None:
                where = self.tr("best")
            else:
                where = f"{self._x_name} {self._cursor:,.1f}".removesuffix(".0")
            parts.append(f'<span style="color:{muted}">({html.escape(where)})</span>')
        self.legend.setText(" &nbsp;&nbsp; ".join(parts))
        self.plot.setAccessibleDescription("; ".join(spoken))

    def _retranslate(self) -> None:
        self.plot.setAccessibleName(self.tr("Curves of the chosen runs"))
        self.plot.setToolTip(self.tr("Move the mouse or press Left and Right to read the values; rings mark the best"))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the interface language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
            self._show_legend()
