"""PNG files of screenshots, a third of the usual size: a palette of the colours that are really there."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QImage, QImageWriter

_COLORS = 256


def save_small(image: QImage, path: Path) -> None:
    """Write an image with at most 256 colours; a window without photographs looks the same.

    Raises:
        OSError: The file cannot be written.
    """
    picture = image.convertToFormat(QImage.Format.Format_RGB32)
    height, width = picture.height(), picture.width()
    pixels = np.frombuffer(picture.constBits(), dtype=np.uint32).reshape(height, picture.bytesPerLine() // 4)
    colors, where, counts = np.unique(pixels[:, :width] & 0xFFFFFF, return_inverse=True, return_counts=True)
    palette, nearest = choose_palette(colors, counts)
    rows = np.zeros((height, (width + 3) // 4 * 4), dtype=np.uint8)  # lines of an image begin at multiples of 4 bytes
    rows[:, :width] = nearest[where].reshape(height, width)
    small = QImage(rows.data, width, height, rows.strides[0], QImage.Format.Format_Indexed8)
    small.setColorTable([0xFF000000 | int(color) for color in palette])
    writer = QImageWriter(str(path), b"png")
    writer.setCompression(100)
    if not writer.write(small):
        raise OSError(f"{path}: {writer.errorString()}")


def choose_palette(
    colors: NDArray[np.uint32], counts: NDArray[np.int64]
) -> tuple[NDArray[np.uint32], NDArray[np.uint8]]:
    """A palette of colours that occur, and the nearest of them for each colour.

    The most frequent ones come first; then, one by one, whichever colour is worst served, weighted by how often it
    occurs, so that a rare colour far from all others (a small icon) is kept and a shade of grey in a letter's edge is
    not.

    Args:
        colors: Distinct ``0xRRGGBB`` ``[n]``.
        counts: How many pixels each has ``[n]``.

    Returns:
        Palette ``[at most 256]`` and, for each colour, its index in it ``[n]``.
    """
    if len(colors) <= _COLORS:
        return colors, np.arange(len(colors), dtype=np.uint8)
    rgb = np.stack([colors >> 16 & 255, colors >> 8 & 255, colors & 255], axis=1).astype(np.float32)
    chosen = [int(i) for i in np.argsort(counts)[::-1][: _COLORS // 4]]
    distance = np.full(len(colors), np.inf, dtype=np.float32)
    nearest = np.zeros(len(colors), dtype=np.uint8)
    weight = np.sqrt(counts).astype(np.float32)
    for place in range(_COLORS):
        if place >= len(chosen):
            chosen.append(int(np.argmax(distance * weight)))
        away = np.square(rgb - rgb[chosen[place]]).sum(axis=1)
        closer = away < distance
        distance[closer], nearest[closer] = away[closer], place
    return colors[chosen], nearest
