"""A small chart of one or a few curves over steps, with the newest value beside its title."""

from __future__ import annotations

import html
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pyqtgraph as pg
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from workbench.gui.layouts import Fitted, FlowLayout, arrange
from workbench.gui.theme import Theme, set_role
from workbench.gui.views.charts.legend import Legend, titled
from workbench.gui.views.charts.plot import Floats, Plot, decimate, nice_ceiling, pen, short_number
from workbench.gui.words import formats

_EMPTY: Floats = np.empty(0)


@dataclass(frozen=True)
class Series:
    """One curve of a chart.

    Attributes:
        name: In the legend and the read-out.
        color: Index of the theme's curve colours.
        markers: Whether to draw a dot at each point (few points).
    """

    name: str
    color: int = 0
    markers: bool = False


class CurveView(Fitted):
    """Title, newest values, and a plot.

    Args:
        theme: Colours.
        title: Short title.
        series: The curves.
        empty: What to say while there are no points.
        floor: Smallest top of the y axis; the axis starts at 0.
        mark: Stands behind the title.
    """

    def __init__(
        self,
        theme: Theme,
        title: str,
        series: Sequence[Series],
        *,
        empty: str = "",
        floor: float = 0.0,
        mark: QWidget | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._series, self._empty, self._floor = list(series), empty, floor
        self._data: list[tuple[Floats, Floats]] = [(_EMPTY, _EMPTY) for _ in series]
        self.redraws = 0
        self.title = set_role(QLabel(title), "strong")
        self.legend = Legend()
        header = FlowLayout(titled(self.title, mark), self.legend, margins=(0, 0, 4, 0), spacing=12)
        self.plot = Plot(theme)
        self.plot.setAccessibleName(title)
        self.plot.set_read_out(self._read_out, self._stops)
        self._curves: list[pg.PlotCurveItem] = []
        self._dots: list[pg.ScatterPlotItem | None] = []
        for one in self._series:
            curve = pg.PlotCurveItem()
            self.plot.addItem(curve)
            curve.setSegmentedLineMode("on")
            self._curves.append(curve)
            dots = pg.ScatterPlotItem(size=5, pxMode=True) if one.markers else None
            if dots is not None:
                self.plot.addItem(dots)
            self._dots.append(dots)
        arrange(QVBoxLayout(self), header, (self.plot, 1), spacing=2)
        self.set_theme(theme)
        self.clear()

    def set_theme(self, theme: Theme) -> None:
        """Repaint."""
        self._theme = theme
        self.plot.set_theme(theme)
        for one, curve, dots in zip(self._series, self._curves, self._dots, strict=True):
            curve.setPen(pen(theme.curve(one.color), 1.6 if one.markers else 1))
            if dots is not None:
                dots.setBrush(theme.color(theme.curve(one.color)))
                dots.setPen(None)
        self._label()

    def clear(self) -> None:
        """No points."""
        self.set_data([(_EMPTY, _EMPTY) for _ in self._series])

    def set_data(self, data: Sequence[tuple[Floats, Floats]]) -> None:
        """Draw all curves anew.

        Args:
            data: Steps and values of each curve, in the order of the series.
        """
        self._data = [(x, y) for x, y in data]
        top, right = self._floor, 1.0
        for (x, y), curve, dots in zip(self._data, self._curves, self._dots, strict=True):
            drawn_x, drawn_y = decimate(x, y)
            curve.setData(drawn_x, drawn_y, connect="finite")
            if dots is not None:
                few = slice(None if len(x) <= 60 else len(x), None)
                dots.setData(drawn_x[few], drawn_y[few])
            finite = y[np.isfinite(y)]
            if len(finite):
                top = max(top, float(finite.max()))
            if len(x):
                right = max(right, float(x[-1]))
        self.plot.set_ranges((0.0, nice_ceiling(right * 1.02)), (0.0, nice_ceiling(top * 1.05)))
        self.plot.say_empty(self._empty if all(not len(x) for x, _ in self._data) else "")
        self._label()
        self.redraws += 1

    def _label(self) -> None:
        parts = []
        for one, (_, y) in zip(self._series, self._data, strict=True):
            last = float(y[-1]) if len(y) else float("nan")
            value = f"{last:.3g}" if abs(last) < 1000 else short_number(last)
            color = self._theme.curve(one.color)
            name = f"<span style='color:{color}'>●</span> {html.escape(one.name)} " if len(self._series) > 1 else ""
            parts.append(f"{name}<b>{value}</b>")
        self.legend.write(parts)

    def _stops(self) -> Floats:
        return max((x for x, _ in self._data), key=len)

    def _read_out(self, at: float) -> tuple[float, str] | None:
        stops = self._stops()
        if not len(stops):
            return None
        nearest = float(stops[int(np.abs(stops - at).argmin())])
        lines = [f"<b>{formats.count(nearest)}</b>"]
        for one, (x, y) in zip(self._series, self._data, strict=True):
            if len(x):
                index = int(np.abs(x - nearest).argmin())
                lines.append(f"{html.escape(one.name)}: <b>{short_number(float(y[index]))}</b>")
        return nearest, "<br>".join(lines)
