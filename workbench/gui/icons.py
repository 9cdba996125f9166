"""Material Design icons, drawn as letters of the font that qtawesome brings.

qtawesome itself is not imported: with qtpy it touches every class and enumeration of Qt, which takes a fifth of a
second of the start.
"""

from __future__ import annotations

import importlib.util
import json
from functools import cache, lru_cache
from pathlib import Path

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QIcon, QIconEngine, QPainter, QPixmap

from workbench.engine.core.errors import InputError

#: Icons are named as in qtawesome, by the prefix of the font and the name in it.
PREFIX = "mdi6."
#: Height of the letters as a part of the icon's, which leaves a margin.
_LETTER = 0.875


@cache
def _font() -> tuple[str, dict[str, str]]:
    """Family of the font, once it is loaded, and its letters by name."""
    found = importlib.util.find_spec("qtawesome")
    folders = [Path(folder) / "fonts" for folder in (found.submodule_search_locations or ())] if found else []
    files = [sorted(folder.glob("materialdesignicons6-webfont-*")) for folder in folders]
    by_kind = {file.suffix: file for file in (files[0] if files else ())}
    if not {".ttf", ".json"} <= by_kind.keys():
        raise InputError("the icons of qtawesome are not there", advice="Install the program again.")
    number = QFontDatabase.addApplicationFont(str(by_kind[".ttf"]))
    letters = json.loads(by_kind[".json"].read_text(encoding="utf-8"))
    family = QFontDatabase.applicationFontFamilies(number)[0]
    return family, {name: chr(int(code, 16)) for name, code in letters.items()}


class _Letter(QIconEngine):
    """One letter in one colour, and in another where its control is off."""

    def __init__(self, letter: str, color: QColor, disabled: QColor) -> None:
        super().__init__()
        self._letter, self._color, self._disabled = letter, color, disabled

    def clone(self) -> QIconEngine:
        return _Letter(self._letter, self._color, self._disabled)

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, _state: QIcon.State) -> None:
        font = QFont(_font()[0])
        font.setPixelSize(max(1, round(_LETTER * rect.height())))
        painter.save()
        painter.setFont(font)
        painter.setPen(self._disabled if mode == QIcon.Mode.Disabled else self._color)
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, self._letter)
        painter.restore()

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        pixmap = QPixmap(size)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        self.paint(painter, QRect(QPoint(0, 0), size), mode, state)
        painter.end()
        return pixmap


@lru_cache(maxsize=256)
def drawn(name: str, color: str, disabled: str) -> QIcon:
    """An icon such as ``"mdi6.play"``, of any size; colours as QColor reads them.

    Raises:
        KeyError: There is no icon of the name.
        InputError: The font is not installed.
    """
    return QIcon(_Letter(_font()[1][name.removeprefix(PREFIX)], QColor(color), QColor(disabled)))
