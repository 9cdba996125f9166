"""The comparison chart for a paper: as SVG, PDF or PNG on white paper, its numbers as CSV or JSON."""

from __future__ import annotations

import csv
import io
import json
import math
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QMarginsF, QPoint, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QImage, QPageSize, QPainter, QPdfWriter
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import QGraphicsView, QWidget

from workbench.engine.core.files import write_atomically
from workbench.gui.theme import LIGHT
from workbench.gui.views.pictures.compare_view import CompareView

CHART_KINDS = ("svg", "pdf", "png", "csv", "json")
_SIZE = QSize(880, 500)
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
    with open(path, "ab"):  # Qt's writers only warn when they cannot write
        pass
    paper = on_paper(shown)
    {"svg": _save_svg, "pdf": _save_pdf, "png": _save_png}[kind](paper, path)
    paper.deleteLater()


def on_paper(shown: CompareView) -> CompareView:
    """The same chart in the light theme and in a fixed size, never put on the screen."""
    paper = CompareView(LIGHT)
    paper.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
    paper.setStyleSheet(f"background: {LIGHT.surface}; color: {LIGHT.text};")
    layout = paper.layout()
    assert layout is not None
    layout.setContentsMargins(10, 10, 10, 6)
    paper.resize(_SIZE)
    paper.show()
    paper.plot.setCacheMode(QGraphicsView.CacheModeFlag.CacheNone)  # a cached background would be a picture in the file
    paper.show_curves(shown.curves, *shown.names, log=shown.log, digits=shown.digits, sharp=True)
    paper.grab()  # only painting tells an axis how much room its numbers need
    paper.plot.getPlotItem().layout.activate()
    return paper


def _paint(paper: QWidget, painter: QPainter) -> None:
    painter.fillRect(QRectF(QPoint(), QSizeF(_SIZE)), LIGHT.color("surface"))
    paper.render(painter, QPoint(), renderFlags=QWidget.RenderFlag.DrawChildren)
    painter.end()


def _save_svg(paper: CompareView, path: Path) -> None:
    generator = QSvgGenerator()
    generator.setFileName(str(path))
    generator.setSize(_SIZE)
    generator.setViewBox(QRectF(QPoint(), QSizeF(_SIZE)))
    generator.setTitle(paper.names[1])
    generator.setDescription(", ".join(curve.title for curve in paper.curves))
    generator.setResolution(96)
    _paint(paper, QPainter(generator))


def _save_pdf(paper: CompareView, path: Path) -> None:
    writer = QPdfWriter(str(path))
    writer.setTitle(paper.names[1])
    writer.setCreator(QCoreApplication.applicationName())
    # One pixel of the screen is 1/96 inch, so the fonts keep their size in points.
    size = QSizeF(_SIZE) * 72 / 96
    writer.setPageSize(QPageSize(size, QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.ExactMatch))
    writer.setPageMargins(QMarginsF(0, 0, 0, 0))
    writer.setResolution(96)
    _paint(paper, QPainter(writer))


def _save_png(paper: CompareView, path: Path) -> None:
    image = QImage(_SIZE * _PNG_SCALE, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(_PNG_SCALE)
    _paint(paper, QPainter(image))
    if not image.save(str(path)):
        raise OSError(f"{path}: cannot be written")


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
