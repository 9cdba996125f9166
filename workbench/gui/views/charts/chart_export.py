"""The comparison chart for a paper: as SVG, PDF or PNG on white paper, its numbers as CSV or JSON."""

from __future__ import annotations

import csv
import io
import json
import math
from pathlib import Path

from PySide6.QtCore import QPoint, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QGraphicsView, QWidget

from workbench.engine.core.files import write_atomically
from workbench.gui.theme import LIGHT
from workbench.gui.views.charts.compare_view import CompareView
from workbench.gui.views.picture_file import PICTURES, write_picture

CHART_KINDS = (*PICTURES, "csv", "json")
_SIZE = QSizeF(880, 500)
_PNG_SCALE = 2


def save_chart(shown: CompareView, path: Path) -> None:
    """Write what a comparison shows; the suffix chooses picture or numbers.

    Args:
        shown: The view on the screen; it is not changed.
        path: Target file.

    Raises:
        OSError: The file cannot be written.
        ValueError: The suffix is none of ``CHART_KINDS``.
    """
    kind = path.suffix.lower().lstrip(".")
    if kind in ("csv", "json"):
        write_atomically(path, _csv(shown) if kind == "csv" else _json(shown))
        return
    if kind not in CHART_KINDS:
        raise ValueError(f"{path.name}: a chart ends in .svg, .pdf or .png, its numbers in .csv or .json")
    paper = on_paper(shown)

    def paint(painter: QPainter) -> None:
        painter.fillRect(QRectF(QPointF(), _SIZE), LIGHT.color("surface"))
        paper.render(painter, QPoint(), renderFlags=QWidget.RenderFlag.DrawChildren)

    about = ", ".join(curve.title for curve in paper.curves)
    try:
        write_picture(path, _SIZE, paint, title=paper.names[1], about=about, scale=_PNG_SCALE)
    finally:
        paper.deleteLater()


def on_paper(shown: CompareView) -> CompareView:
    """The same chart in the light theme and in a fixed size, never put on the screen."""
    paper = CompareView(LIGHT)
    paper.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
    paper.setStyleSheet(f"background: {LIGHT.surface}; color: {LIGHT.text};")
    layout = paper.layout()
    assert layout is not None
    layout.setContentsMargins(10, 10, 10, 6)
    paper.resize(_SIZE.toSize())
    paper.show()
    paper.plot.setCacheMode(QGraphicsView.CacheModeFlag.CacheNone)  # a cached background would be a picture in the file
    paper.show_curves(shown.curves, *shown.names, log=shown.log, digits=shown.digits, sharp=True)
    paper.grab()  # only painting tells an axis how much room its numbers need
    paper.plot.getPlotItem().layout.activate()
    return paper


def _csv(shown: CompareView) -> str:
    """One row a point: run, position, value; a gap is an empty field."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(["run", *shown.names])
    for curve in shown.curves:
        for x, y in zip(curve.x, curve.y, strict=True):
            writer.writerow([curve.title, f"{x:.10g}", f"{y:.10g}" if math.isfinite(y) else ""])
    return out.getvalue()


def _json(shown: CompareView) -> str:
    x_name, y_name = shown.names
    record = {
        "x": x_name,
        "y": y_name,
        "runs": [
            {
                "run": curve.title,
                "x": [float(x) for x in curve.x],
                "y": [float(y) if math.isfinite(y) else None for y in curve.y],
                "best": list(curve.best) if curve.best else None,
            }
            for curve in shown.curves
        ],
    }
    return json.dumps(record, ensure_ascii=False, indent=1)
