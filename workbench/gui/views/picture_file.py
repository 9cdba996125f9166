"""What is painted, as a file for a paper: SVG, PDF or PNG on white."""

from __future__ import annotations

import math
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QBuffer, QCoreApplication, QIODevice, QMarginsF, QPointF, QRectF, QSizeF
from PySide6.QtGui import QImage, QPageSize, QPainter, QPdfWriter
from PySide6.QtSvg import QSvgGenerator

from workbench.engine.core.files import write_atomically
from workbench.gui.theme import LIGHT

PICTURES = ("svg", "pdf", "png")
Paint = Callable[[QPainter], None]
#: One pixel of the screen is 1/96 inch, so the fonts keep their size in points.
_DPI = 96
#: Programs refuse images that are larger, Qt among them; a long sentence has a heat map of any size.
_MOST_PIXELS = 5e7


def write_picture(path: Path, size: QSizeF, paint: Paint, *, title: str, about: str, scale: int) -> None:
    """Write a picture, whole or not at all; the suffix chooses SVG, PDF or PNG.

    Args:
        path: Target file.
        size: Room for it, in pixels of the screen.
        paint: Paints it.
        title: Title in the file, where its kind has one.
        about: Description in the file, where its kind has one.
        scale: Pixels of a PNG for one of the screen, at most.

    Raises:
        OSError: The file cannot be written.
        ValueError: The suffix is none of these.
    """
    kind = path.suffix.lower().lstrip(".")
    if kind not in PICTURES:
        raise ValueError(f"{path.name}: a picture ends in .svg, .pdf or .png")
    # into memory first: Qt's writers only warn when a file cannot be written, or is cut off
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    if kind == "png":
        picture_image(size, paint, scale).save(buffer, "PNG")  # type: ignore[call-overload]
    else:
        device = _svg(buffer, size, title, about) if kind == "svg" else _pdf(buffer, size, title)
        painter = QPainter(device)
        paint(painter)
        painter.end()
        del device  # what it has not written yet
    write_atomically(path, bytes(buffer.data().data()))


def picture_image(size: QSizeF, paint: Paint, scale: int) -> QImage:
    """A picture in memory, with ``scale`` pixels for one of the screen; with fewer where it would be too large."""
    sharp = min(scale, math.sqrt(_MOST_PIXELS / (size.width() * size.height())))
    image = QImage((size * sharp).toSize(), QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(sharp)
    image.fill(LIGHT.color("surface"))
    painter = QPainter(image)
    paint(painter)
    painter.end()
    return image


def _svg(buffer: QBuffer, size: QSizeF, title: str, about: str) -> QSvgGenerator:
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setSize(size.toSize())
    generator.setViewBox(QRectF(QPointF(), size))
    generator.setTitle(title)
    generator.setDescription(about)
    generator.setResolution(_DPI)
    return generator


def _pdf(buffer: QBuffer, size: QSizeF, title: str) -> QPdfWriter:
    writer = QPdfWriter(buffer)
    writer.setTitle(title)
    writer.setCreator(QCoreApplication.applicationName())
    writer.setPageSize(QPageSize(size * 72 / _DPI, QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.ExactMatch))
    writer.setPageMargins(QMarginsF(0, 0, 0, 0))
    writer.setResolution(_DPI)
    return writer
