"""Curves of several runs in one chart; moving over it reads all of them at once."""

from __future__ import annotations

import html
from dataclasses import dataclass

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from workbench.gui.theme import Theme, name_control
from workbench.gui.views.charts.plain_plot import ReadChart
from workbench.gui.views.charts.plot import thin
from workbench.gui.words import formats

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


class CompareView(ReadChart):
    """Chart and legend. The legend tells the value of each run at the cursor.

    Attributes:
        curves: What is drawn.
        names: Of the x and the y axis.
        log: Whether the y axis is logarithmic.
        digits: Decimals of the values read.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "compare", parent)
        self.curves: list[Curve] = []
        self.names = ("", "")
        self.digits, self.log, self._sharp = 2, False, False
        self._lines: list[pg.PlotDataItem] = []
        self._best = pg.ScatterPlotItem(pxMode=True)
        self._readings = pg.ScatterPlotItem(pxMode=True)
        for item in (self._best, self._readings):
            item.setZValue(10)
            self.plot.addItem(item)
        tip = self.tr("Move the mouse or press Left and Right to read the values; rings mark the best")
        name_control(self.plot, self.tr("Curves of the chosen runs"), tip)

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
        self.curves, self.names, self.digits = curves, (x_name, y_name), digits
        self.plot.getPlotItem().setLogMode(x=False, y=log)
        self.log, self._sharp = log, sharp
        self._best.opts["useCache"] = not sharp
        self.plot.set_label("bottom", x_name)
        self.plot.set_label("left", y_name)
        self._draw()
        self._on_cursor(None)
        self.plot.autoRange()

    def _draw(self) -> None:
        theme = self.plot.theme
        for line in self._lines:
            self.plot.removeItem(line)
        self._lines = []
        spots = []
        for index, curve in enumerate(self.curves):
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
            line.setLogMode(False, self.log)
            line.setData(*thin(curve.x, curve.y, _MOST_POINTS))
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
        return (x, float(np.log10(y))) if self.log and y > 0 else (x, y)

    def readings(self, x: float) -> list[tuple[float, float] | None]:
        """The nearest finite point of each curve to ``x``; ``None`` beyond its ends."""
        found: list[tuple[float, float] | None] = []
        for curve in self.curves:
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

    def _has_points(self) -> bool:
        return bool(self.curves)

    @Slot(object)
    def _on_cursor(self, x: float | None) -> None:
        super()._on_cursor(x)
        spots = []
        for index, reading in enumerate(self.readings(self._cursor) if self._cursor is not None else []):
            if reading is not None:
                brush = pg.mkBrush(self.plot.theme.curve(index))
                spots.append({"pos": self._place(*reading), "brush": brush, "pen": None, "size": 8})
        self._readings.setData(spots)

    @Slot(int)
    def _on_step(self, step: int) -> None:
        """Move the cursor to the next point of any curve."""
        points = [c.x[np.isfinite(c.y)] for c in self.curves]
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
        readings = self.readings(self._cursor) if self._cursor is not None else [c.best for c in self.curves]
        parts, spoken = [], []
        for index, (curve, reading) in enumerate(zip(self.curves, readings, strict=True)):
            value = "" if reading is None else f"{reading[1]:.{self.digits}f}"
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
                where = f"{self.names[0]} {formats.short_number(self._cursor)}"
            parts.append(f'<span style="color:{muted}">({html.escape(where)})</span>')
        self._write_legend(parts, spoken)
