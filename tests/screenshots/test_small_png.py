"""Screenshots with a palette."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from PySide6.QtGui import QColor, QImage

from tests.screenshots.small_png import choose_palette, save_small


def test_few_colours_are_kept_exactly(tmp_path: Path):
    image = QImage(7, 5, QImage.Format.Format_RGB32)
    for x in range(7):
        for y in range(5):
            image.setPixelColor(x, y, QColor(x * 30, y * 40, 200))
    save_small(image, tmp_path / "a.png")
    back = QImage(str(tmp_path / "a.png"))
    assert back.format() == QImage.Format.Format_Indexed8
    assert back.convertToFormat(QImage.Format.Format_RGB32) == image


def test_a_rare_colour_that_stands_out_is_kept():
    greys = np.array([v << 16 | v << 8 | v for v in range(256)], dtype=np.uint32)
    blues = np.arange(1, 201, dtype=np.uint32)
    colors = np.concatenate([greys, blues, np.array([0xFF0000], dtype=np.uint32)])
    counts = np.concatenate([np.full(456, 1000), [12]])
    palette, nearest = choose_palette(colors, counts)
    assert len(palette) == 256
    assert palette[nearest[-1]] == 0xFF0000
    parts = [np.stack([c >> s & 255 for s in (16, 8, 0)], axis=1).astype(int) for c in (colors, palette[nearest])]
    assert np.abs(parts[0] - parts[1]).max() <= 4  # nobody sees that
