"""Words on a plane: each where it lies, named where there is room, and the one that is pointed at."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from workbench.gui.theme import LIGHT, Theme

_MARGIN, _DOT, _NEAR = 26.0, 3.0, 14.0


@dataclass(frozen=True, eq=False)
class Dots:
    """What is on the map.

    Attributes:
        words: Their names.
        points: ``[words, 2]``.
        marked: Words of the sentence in sight, which are named first.
    """

    words: Sequence[str] = ()
    points: NDArray[np.float32] = field(default_factory=lambda: np.zeros((0, 2), np.float32))
    marked: frozenset[str] = frozenset()


class WordMapView(QWidget):
    """The mouse names a word, a click or Enter chooses it; arrows go to the next word in their direction.

    Signals:
        chosen: A word, ``str``.
    """

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._dots, self._theme = Dots(), LIGHT
        self._hovered = self._current = -1
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def show_dots(self, dots: Dots, current: str = "") -> None:
        """Show other words; ``current`` is the one that is chosen."""
        self._dots, self._hovered = dots, -1
        self._current = list(dots.words).index(current) if current in dots.words else -1
        self.setAccessibleDescription(current)
        self.update()

    def set_theme(self, theme: Theme) -> None:
        """Use other colours."""
        self._theme = theme
        self.update()

    def sizeHint(self) -> QSize:
        """Room for some hundred words."""
        return QSize(520, 360)

    def minimumSizeHint(self) -> QSize:
        """Room for some words."""
        return QSize(160, 120)

    def places(self, size: QSizeF | None = None) -> NDArray[np.float64]:
        """Where each word is drawn, ``[words, 2]``: as large as there is room, the same scale both ways.

        Args:
            size: The room; the widget's own where none is given.
        """
        size = size or QSizeF(self.size())
        points = self._dots.points.astype(np.float64) * (1, -1)
        if not len(points):
            return points
        low, high = points.min(0), points.max(0)
        room = np.array([max(1.0, size.width() - 4 * _MARGIN), max(1.0, size.height() - 2 * _MARGIN)])
        scale = float((room / np.maximum(high - low, 1e-9)).min())
        middle = np.array([size.width(), size.height()]) / 2
        placed: NDArray[np.float64] = (points - (low + high) / 2) * scale + middle
        return placed

    def word_at(self, x: float, y: float) -> int:
        """The nearest word within a few pixels, -1 where there is none."""
        places = self.places()
        if not len(places):
            return -1
        away = np.hypot(places[:, 0] - x, places[:, 1] - y)
        best = int(away.argmin())
        return best if away[best] <= _NEAR else -1

    def paintEvent(self, event: QPaintEvent) -> None:
        """The map, and a frame where it has the keyboard."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.color("surface"))
        self.paint_map(painter, QSizeF(self.size()), self._theme, self._hovered)
        if self.hasFocus():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(self._theme.color("accent"))
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.end()

    def paint_map(self, painter: QPainter, size: QSizeF, theme: Theme, hovered: int = -1) -> None:
        """Dots first, then the names that fit, the looked at foremost."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self.font())
        places, looked = self.places(size), (hovered, self._current)
        painter.setPen(Qt.PenStyle.NoPen)
        for index, (x, y) in enumerate(places):
            painter.setBrush(self._color(index, looked, theme, "muted"))
            across = _DOT * (1.5 if self._is_marked(index) else 1)
            painter.drawEllipse(QPointF(x, y), across, across)
        self._paint_names(painter, places, size.width(), [i for i in looked if 0 <= i < len(places)], theme)

    def _paint_names(
        self, painter: QPainter, places: NDArray[np.float64], width: float, looked: list[int], theme: Theme
    ) -> None:
        metrics = QFontMetricsF(self.font())
        first = [i for i in range(len(places)) if self._is_marked(i)]
        taken: list[QRectF] = []
        for index in dict.fromkeys([*looked, *first, *range(len(places))]):
            x, y = places[index]
            name = self._dots.words[index]
            box = QRectF(x + 6, y - metrics.height() / 2, metrics.horizontalAdvance(name) + 4, metrics.height())
            if box.right() > width:
                box.moveRight(max(x - 6, box.width()))
            if index not in looked and any(box.intersects(other) for other in taken):
                continue
            taken.append(box)
            if index in looked:
                painter.fillRect(box, theme.color("accent_soft"))
            painter.setPen(self._color(index, looked, theme, "text"))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, name)

    def _is_marked(self, index: int) -> bool:
        return self._dots.words[index] in self._dots.marked

    def _color(self, index: int, looked: Sequence[int], theme: Theme, else_: str) -> QColor:
        return theme.color("accent" if index in looked or self._is_marked(index) else else_)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Name the word under the mouse."""
        found = self.word_at(event.position().x(), event.position().y())
        if found != self._hovered:
            self._hovered = found
            self.setCursor(Qt.CursorShape.PointingHandCursor if found >= 0 else Qt.CursorShape.ArrowCursor)
            self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """Name nothing."""
        super().leaveEvent(event)
        self._hovered = -1
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the word under the mouse."""
        found = self.word_at(event.position().x(), event.position().y())
        if event.button() == Qt.MouseButton.LeftButton and found >= 0:
            self._choose(found)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go on to the nearest word on that side."""
        across = {Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Up: (0, -1), Qt.Key.Key_Down: (0, 1)}
        way = across.get(Qt.Key(event.key()))
        places = self.places()
        if way is None or not len(places):
            super().keyPressEvent(event)
            return
        here = places[self._current] if self._current >= 0 else np.array([self.width(), self.height()]) / 2
        off = places - here
        ahead = off @ np.array(way, dtype=float)
        cost = np.where(ahead > 0.5, np.hypot(off[:, 0], off[:, 1]) ** 2 / np.maximum(ahead, 1e-9), np.inf)
        if np.isfinite(cost.min()):
            self._choose(int(cost.argmin()))

    def _choose(self, index: int) -> None:
        self._current = index
        self.setAccessibleDescription(self._dots.words[index])
        self.update()
        self.chosen.emit(self._dots.words[index])
