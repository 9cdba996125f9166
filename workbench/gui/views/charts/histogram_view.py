"""How long the sentences of a corpus are, both sides in one chart."""

from __future__ import annotations

import html
from dataclasses import dataclass

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QWidget

from workbench.gui.theme import Theme, name_control
from workbench.gui.views.charts.plain_plot import ReadChart
from workbench.gui.words import formats


@dataclass(frozen=True)
class Histogram:
    """Counts of lengths over shared bins.

    Attributes:
        edges: Bin edges ``[bins + 1]``, ascending.
        source: Sentences a bin on the source side ``[bins]``.
        target: Sentences a bin on the target side ``[bins]``.
        source_name: Legend of the source side.
        target_name: Legend of the target side.
        limit: Longest sentence that is kept, drawn as a line; 0 for none.
    """

    edges: NDArray[np.float64]
    source: NDArray[np.float64]
    target: NDArray[np.float64]
    source_name: str = ""
    target_name: str = ""
    limit: float = 0.0


class HistogramView(ReadChart):
    """Two stepped outlines; moving over them reads the counts."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "histogram", parent)
        self._data: Histogram | None = None
        self._unit = ""
        self._sides = [pg.PlotDataItem(), pg.PlotDataItem()]
        for side in self._sides:
            self.plot.addItem(side)
        self._limit = pg.InfiniteLine(angle=90, movable=False)
        self.plot.addItem(self._limit, ignoreBounds=True)
        name_control(
            self.plot,
            self.tr("Lengths of the sentences"),
            self.tr("How many sentences have which length. The dashed line is the longest that cleaning keeps."),
        )

    def show_histogram(self, data: Histogram | None, unit: str = "") -> None:
        """Draw.

        Args:
            data: What to draw; ``None`` clears.
            unit: What lengths are counted in, such as "characters".
        """
        self._data, self._unit = data, unit
        self.plot.set_label("bottom", unit)
        self.plot.set_label("left", self.tr("pairs"))
        self._draw()
        self._on_cursor(None)

    def _draw(self) -> None:
        theme, data = self.plot.theme, self._data
        shown = data is not None and len(data.edges) > 1
        for side in (*self._sides, self._limit):
            side.setVisible(shown)
        if data is None or not shown:
            return
        for index, (side, counts) in enumerate(zip(self._sides, (data.source, data.target), strict=True)):
            color = theme.color(theme.curve(index))
            fill = theme.color(theme.curve(index), 0.22)
            side.setData(
                data.edges, counts, stepMode="center", fillLevel=0, brush=pg.mkBrush(fill), pen=pg.mkPen(color, width=1)
            )
        beyond = data.limit <= 0 or data.limit > data.edges[-1]
        self._limit.setVisible(not beyond)
        self._limit.setPen(pg.mkPen(theme.warning, style=Qt.PenStyle.DashLine))
        self._limit.setPos(data.limit)
        box = self.plot.getPlotItem().getViewBox()
        top = max(float(np.max(data.source, initial=1)), float(np.max(data.target, initial=1)))
        box.setRange(xRange=(float(data.edges[0]), float(data.edges[-1])), yRange=(0, top * 1.05), padding=0.0)

    def _bin_at(self, x: float) -> int | None:
        assert self._data is not None
        index = int(np.searchsorted(self._data.edges, x, side="right")) - 1
        return index if 0 <= index < len(self._data.source) else None

    def _has_points(self) -> bool:
        return self._data is not None and len(self._data.edges) > 1

    @Slot(int)
    def _on_step(self, step: int) -> None:
        if self._data is None or len(self._data.edges) < 2:
            return
        middles = (self._data.edges[:-1] + self._data.edges[1:]) / 2
        current = -1 if self._cursor is None else self._bin_at(self._cursor)
        index = 0 if current is None else current + (1 if step > 0 else -1)
        if abs(step) == 2:
            index = 0 if step < 0 else len(middles) - 1
        self._on_cursor(float(middles[min(len(middles) - 1, max(0, index))]))

    def _show_legend(self) -> None:
        data = self._data
        if data is None:
            self.legend.clear()
            return
        at = self._bin_at(self._cursor) if self._cursor is not None else None
        parts, spoken = [], []
        for index, (name, counts) in enumerate(((data.source_name, data.source), (data.target_name, data.target))):
            value = formats.count(counts[at]) if at is not None else ""
            color, words = self.plot.theme.curve(index), html.escape(name)
            parts.append(f'<span style="color:{color}">■</span>&nbsp;{words}&nbsp;<b>{value}</b>')
            spoken.append(f"{name} {value}".strip())
        if at is not None:
            low, high = data.edges[at], data.edges[at + 1]
            text = f"{formats.count(low)}–{formats.count(max(low, high - 1))} {self._unit}"
            parts.append(f'<span style="color:{self.plot.theme.muted}">({html.escape(text)})</span>')
            spoken.append(text)
        self._write_legend(parts, spoken)
