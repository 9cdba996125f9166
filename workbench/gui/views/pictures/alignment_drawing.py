"""Two rows of tokens and curved links between them; the weight of a link is its attention."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QCoreApplication, QLocale, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath, QPen

from workbench.engine.core.types import ATTENTION
from workbench.gui.theme import mix
from workbench.gui.views.drawing import SIZES, Drawing, Look, confidence_color
from workbench.gui.views.offsets import is_rtl
from workbench.gui.views.pictures.picture import (
    EMPTY,
    NOWHERE,
    SOURCE,
    TARGET,
    Picture,
    Spot,
    is_end,
    probability,
    spot_of,
    starts_word,
)

_MARGIN = 14.0
_PIECE_GAP = 1.5
#: Gap between words and room inside a token, as wide as there is space for.
_ROOMY, _DENSE = (9.0, 16.0), (5.0, 9.0)
_SMALLEST_GAP, _LARGEST_GAP = 64.0, 300.0
#: Between the rows of a side, besides the numbers; and the size of text in them.
_ROW_GAP, _WRAPPED = 4.0, 0.84
_THINNEST, _THICKEST = 0.8, 7.0
#: Partners from this weight on get their number, and from that one on are coloured.
_SHOWN, _LIT = 0.01, 0.04
#: How much of its height a link goes straight down at its ends, and how near the mouse must be to it.
_BEND, _REACH = 0.48, 5.0


@dataclass
class Chip:
    """One token of a row.

    Attributes:
        index: Its index in the sentence.
        rect: Where it is drawn.
        label: What is written on it, elided when very long.
        left: Whether a new word begins at its left edge (rounded corners there).
        right: The same at its right edge.
    """

    index: int
    rect: QRectF
    label: str
    left: bool
    right: bool


@dataclass(frozen=True)
class _Measured:
    """A token's label, its width, and whether it continues the word left of it."""

    index: int
    label: str
    width: float
    glued: bool


class AlignmentDrawing(Drawing):
    """Lays out and paints the rows and links; the source is above."""

    def __init__(self, picture: Picture = EMPTY, look: Look | None = None) -> None:
        super().__init__(picture, look)
        room = self.look.available.width() - 2 * _MARGIN
        rows, width = self._fit(room)
        self._number_height = self.small_metrics.height() + 3
        self._chip_height = self.metrics.height() + 12
        width = max(width, room)
        if self.look.whole and self.picture.weights is None:
            width = max(width, 60 * self.metrics.averageCharWidth())  # the note stands there
        step = self._chip_height + self._number_height + _ROW_GAP
        above, below = ((len(rows[side]) - 1) * step for side in (SOURCE, TARGET))
        fixed = 2 * (_MARGIN / 2 + self._number_height + self._chip_height) + above + below
        largest = max(_LARGEST_GAP, 0.5 * self.look.available.height())
        gap = min(largest, max(_SMALLEST_GAP, self.look.available.height() - fixed))
        spare = max(0.0, self.look.available.height() - fixed - gap)
        self._source_top = _MARGIN / 2 + self._number_height + spare / 2
        self._links_top = self._source_top + above + self._chip_height
        self._target_top = self._links_top + gap
        for side, top in ((SOURCE, self._source_top), (TARGET, self._target_top)):
            for place, (chips, row_width) in enumerate(rows[side]):
                for chip in chips:
                    chip.rect.setHeight(self._chip_height)
                    chip.rect.translate((width - row_width) / 2 + _MARGIN, top + place * step)
        flat = {side: [chip for row, _ in self._in_reading(side, rows[side]) for chip in row] for side in rows}
        self.chips = {side: sorted(row, key=lambda chip: chip.index) for side, row in flat.items()}
        self.order = {side: [c.index for c in row] for side, row in flat.items()}
        self.size = QSizeF(width + 2 * _MARGIN, fixed + gap + spare)

    def _fit(self, room: float) -> tuple[dict[str, list[tuple[list[Chip], float]]], float]:
        """The rows of both sides and the widest one's width: a long sentence is set closer, then smaller, then in rows.

        Where there is no room given, as in a file, each side is one row.
        """
        tries = [(1.0, _ROOMY), *((size, _DENSE) for size in SIZES)] if room > 0 else [(1.0, _ROOMY)]
        look, rows, width = self.look, {}, 0.0
        for size, spacing in tries:
            self.use(look.scaled(size))
            rows = {side: [self._row(self._measure(side), spacing)] for side in (SOURCE, TARGET)}
            width = max(row[0][1] for row in rows.values())
            if width <= room:
                return rows, width
        if room > 0:
            self.use(look.scaled(_WRAPPED))
            rows = {side: [self._row(r, _DENSE) for r in self._broken(side, room)] for side in (SOURCE, TARGET)}
            width = max(row_width for side in rows.values() for _, row_width in side)
        return rows, width

    def _broken(self, side: str, room: float) -> list[list[_Measured]]:
        """A side's tokens in rows that fit, words kept whole where they can be; each row from left to right."""
        measured = {m.index: m for m in self._measure(side)}
        padding, gap = _DENSE[1], _DENSE[0]
        rows: list[list[int]] = [[]]
        used = 0.0
        for word in self._words(side, measured, room):
            width = sum(max(self._least, measured[i].width + padding) + _PIECE_GAP for i in word) + gap
            if used + width > room + gap and rows[-1]:
                rows.append([])
                used = 0.0
            rows[-1] += word
            used += width
        place = {m: number for number, m in enumerate(measured)}
        return [self._regrouped(side, [measured[i] for i in sorted(row, key=place.__getitem__)]) for row in rows]

    def _words(self, side: str, measured: dict[int, _Measured], room: float) -> list[list[int]]:
        """Indices of the tokens of each word, in the order of the sentence; one that is too wide in several parts.

        A sentence without blanks is one word of pieces.
        """
        words: list[list[int]] = []
        used = 0.0
        for index in range(len(self.picture.tokens(side))):
            width = max(self._least, measured[index].width + _DENSE[1]) + _PIECE_GAP
            if index and not starts_word(self.picture, side, index) and used + width <= room:
                words[-1].append(index)
                used += width
            else:
                words.append([index])
                used = width
        return words

    def _regrouped(self, side: str, row: list[_Measured]) -> list[_Measured]:
        """A row whose first token continues nothing to its left."""
        return [replace(row[0], glued=False), *row[1:]] if row else row

    def _in_reading(self, side: str, rows: list[tuple[list[Chip], float]]) -> list[tuple[list[Chip], float]]:
        """The rows so that the end of one meets the beginning of the next, for walking from left to right."""
        return rows[::-1] if is_rtl(self.picture.text(side)) else rows

    def _measure(self, side: str) -> list[_Measured]:
        """What a row needs, from left to right."""
        order = self.picture.orders[side]
        most = self.metrics.averageCharWidth() * 26
        if self.look.available.width() > 0:  # a file has no room to fit into
            most = max(20.0, min(most, self.look.available.width() - 2 * _MARGIN - _ROOMY[1]))
        found = []
        for place, index in enumerate(order):
            label = self.picture.labels[side][index]
            width = self.metrics.horizontalAdvance(label)
            if width > most and not self.look.whole:
                label = self.metrics.elidedText(label, Qt.TextElideMode.ElideMiddle, most)
                width = self.metrics.horizontalAdvance(label)
            found.append(_Measured(index, label, width, place > 0 and self._glued(side, order[place - 1], index)))
        return found

    @property
    def _least(self) -> float:
        """A number such as 0.62 is written over a chip, so none is narrower than that."""
        return max(self.small_metrics.horizontalAdvance("0.00") + 4, (self.metrics.height() + 12) * 0.8)

    def _row(self, measured: list[_Measured], spacing: tuple[float, float]) -> tuple[list[Chip], float]:
        """The chips of a row from left to right, placed from 0, and its width."""
        word_gap, padding = spacing
        chips: list[Chip] = []
        x, least = 0.0, self._least
        for place, item in enumerate(measured):
            glued_right = place + 1 < len(measured) and measured[place + 1].glued
            if chips:
                x += _PIECE_GAP if item.glued else word_gap
            width = max(least, item.width + padding)
            chips.append(Chip(item.index, QRectF(x, 0, width, 1), item.label, not item.glued, not glued_right))
            x += width
        return chips, x

    def _glued(self, side: str, first: int, second: int) -> bool:
        """Whether two visual neighbours are pieces of one word."""
        later = max(first, second)
        return abs(first - second) == 1 and not starts_word(self.picture, side, later)

    def spot_at(self, point: QPointF) -> Spot:
        """The token under a point."""
        for side, chips in self.chips.items():
            for chip in chips:
                if chip.rect.adjusted(-_PIECE_GAP, -4, _PIECE_GAP, 4).contains(point):
                    return spot_of(side, chip.index)
        return NOWHERE

    @cached_property
    def _curves(self) -> tuple[list[tuple[float, int, int]], NDArray[np.float64]]:
        """The links, weakest first, and where each begins and ends: ``[links, (left, top, right, bottom)]``."""
        links = self._links()
        ends = [self._ends(target, source) for _, target, source in links]
        return links, np.array([(a.x(), a.y(), b.x(), b.y()) for a, b in ends]).reshape(-1, 4)

    def cell_at(self, point: QPointF) -> Spot:
        """The link under a point; of several the strongest."""
        links, ends = self._curves
        reach = np.maximum(_REACH, _THICKEST * np.abs([link[0] for link in links]) / 2 + 2)
        near = np.flatnonzero(_apart(point, ends) <= reach)
        if not len(near):
            return NOWHERE
        _, target, source = links[int(near[-1])]
        return Spot(source=source, target=target)

    def source_near(self, point: QPointF) -> int | None:
        """The source token at a point, or a little beside it."""
        for chip in self.chips[SOURCE]:
            if chip.rect.adjusted(-6, -self._chip_height, 6, self._chip_height).contains(point):
                return chip.index
        return None

    def rect_of(self, spot: Spot) -> QRectF:
        """Where a token lies; for a link the room of both its ends."""
        area = QRectF()
        for side, index in ((SOURCE, spot.source), (TARGET, spot.target)):
            if index is not None and index < len(self.chips[side]):
                area = area.united(self.chips[side][index].rect)
        return area

    def paint(
        self, painter: QPainter, clip: QRectF, hovered: Spot = NOWHERE, selected: Spot = NOWHERE, focused: bool = False
    ) -> None:
        """Paint links first, then tokens, then numbers, so that no text is crossed by a line."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        spot = self.looked_at(hovered, selected)
        self._paint_links(painter, clip, spot)
        partners = self.picture.partners(spot)
        for side in (SOURCE, TARGET):
            for chip in self.chips[side]:
                here = spot_of(side, chip.index)
                if chip.rect.adjusted(-20, -40, 20, 40).intersects(clip):
                    on = spot == here or (spot.source is not None and spot.target is not None and here in partners)
                    ring = focused and here == selected
                    self._paint_chip(painter, side, chip, on, partners.get(here, 0.0), here == selected, ring)
                    if abs(partners.get(here, 0.0)) >= _SHOWN:
                        self._paint_number(painter, side, chip, partners[here])
        if self.picture.weights is None and self.picture.target:
            self._paint_note(painter)

    def _links(self) -> list[tuple[float, int, int]]:
        """Links to draw ``(weight, target, source)``, weakest first so that strong ones lie on top."""
        weights = self.picture.weights
        if weights is None:
            return []
        least = max(self.look.threshold, 0.005)
        found = [(float(weights[t, s]), int(t), int(s)) for t, s in np.argwhere(np.abs(weights) >= least)]
        return sorted(found, key=lambda link: (abs(link[0]), *link[1:]))

    def _paint_links(self, painter: QPainter, clip: QRectF, spot: Spot) -> None:
        quiet = self.look.theme.color("link")
        painter.setBrush(Qt.BrushStyle.NoBrush)
        links = self._links()
        if spot:  # the links of the spot are drawn last, all of them, however weak
            links.sort(key=lambda link: (_touches(spot, link[1], link[2]), abs(link[0])))
        for weight, target, source in links:
            path = self._link(target, source)
            if not path.boundingRect().adjusted(-8, -8, 8, 8).intersects(clip):
                continue
            mine = _touches(spot, target, source)
            color, size = QColor(self.tint(weight) if mine or weight < 0 else quiet), abs(weight)
            strength = 0.12 + 0.78 * size**0.8
            color.setAlphaF(min(1.0, strength + 0.15) if mine else strength * (0.14 if spot else 0.9))
            pen = QPen(color, _THINNEST + (_THICKEST - _THINNEST) * size)
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
            if weight < 0:  # not by the colour alone
                pen.setDashPattern([max(1.0, 6 / pen.widthF()), max(0.8, 4 / pen.widthF())])
            painter.setPen(pen)
            painter.drawPath(path)

    def _ends(self, target: int, source: int) -> tuple[QPointF, QPointF]:
        """Where a link begins and ends."""
        above, below = self.chips[SOURCE][source].rect, self.chips[TARGET][target].rect
        return QPointF(above.center().x(), above.bottom() + 1), QPointF(below.center().x(), below.top() - 1)

    def _link(self, target: int, source: int) -> QPainterPath:
        start, end = self._ends(target, source)
        bend = (end.y() - start.y()) * _BEND
        path = QPainterPath(start)
        path.cubicTo(start + QPointF(0, bend), end - QPointF(0, bend), end)
        return path

    def _paint_chip(
        self, painter: QPainter, side: str, chip: Chip, on: bool, weight: float, selected: bool, ring: bool
    ) -> None:
        theme, token = self.look.theme, self.picture.tokens(side)[chip.index]
        share = probability(token) if side == TARGET and self.look.confidence else None
        fill = theme.color("raised") if share is None else confidence_color(theme, share)
        ink, edge = theme.color("text"), theme.color("border")
        if is_end(token):
            ink = theme.color("muted")
        if abs(weight) >= _LIT and not on:
            fill, edge = mix(fill, self.tint(weight), 0.12 + 0.42 * abs(weight)), self.tint(weight)
            ink = theme.color("text")
        if on:
            fill, ink, edge = theme.color("accent"), theme.color("accent_text"), theme.color("accent")
        elif selected:
            edge = theme.color("accent")
        painter.setPen(QPen(edge, 1.0))
        painter.setBrush(fill)
        painter.drawPath(_chip_shape(chip))
        if ring:
            painter.setPen(QPen(theme.color("text"), 2.0))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(chip.rect.adjusted(-3, -3, 3, 3), 8, 8)
        font = QFont(self.look.font)
        font.setItalic(is_end(token))
        painter.setFont(font)
        painter.setPen(ink)
        painter.drawText(chip.rect, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextSingleLine, chip.label)
        if share is not None:
            self._paint_bar(painter, chip, share)
        if side == TARGET and chip.index < self.picture.forced:
            self._paint_fixed(painter, chip, theme.color("accent_text") if on else theme.color("accent"))

    def _paint_bar(self, painter: QPainter, chip: Chip, share: float) -> None:
        """A bar at the foot of a chip, as long as the model was sure."""
        theme, room = self.look.theme, chip.rect.adjusted(5, 0, -5, -3)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("muted", 0.25))
        painter.drawRect(QRectF(room.left(), room.bottom() - 2, room.width(), 2))
        painter.setBrush(theme.color("text", 0.75))
        painter.drawRect(QRectF(room.left(), room.bottom() - 2, room.width() * share, 2))

    def _paint_fixed(self, painter: QPainter, chip: Chip, color: QColor) -> None:
        """A dashed underline: this token was fixed by the person."""
        pen = QPen(color, 1.6)
        pen.setDashPattern([2.0, 1.6])
        painter.setPen(pen)
        y = chip.rect.bottom() - 5.5
        painter.drawLine(QPointF(chip.rect.left() + 6, y), QPointF(chip.rect.right() - 6, y))

    def _paint_number(self, painter: QPainter, side: str, chip: Chip, weight: float) -> None:
        painter.setFont(self.look.small)
        painter.setPen(self.look.theme.color("text"))
        height = self._number_height
        y = chip.rect.top() - height if side == SOURCE else chip.rect.bottom()
        room = QRectF(chip.rect.center().x() - 30, y, 60, height)
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter, QLocale().toString(weight, "f", 2))

    def _paint_note(self, painter: QPainter) -> None:
        """Why there are no links."""
        top = self._links_top
        room = QRectF(_MARGIN, top, self.size.width() - 2 * _MARGIN, self._target_top - top)
        if self.look.available.width() > 0:
            room.setWidth(min(room.width(), self.look.available.width() - 2 * _MARGIN))
        painter.setFont(self.look.font)
        painter.setPen(self.look.theme.color("muted"))
        message = QCoreApplication.translate(
            "AlignmentDrawing",
            "This model has no attention: it squeezes the whole sentence into one vector, "
            "so there is nothing that says which source word a target word came from.",
        )
        message = self.picture.note if self.picture.kind != ATTENTION else message
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, message)


def _apart(point: QPointF, ends: NDArray[np.float64]) -> NDArray[np.float64]:
    """About how far a point is from links, which go down all the way: ``[links]``."""
    wide, high = (ends[:, 2:] - ends[:, :2]).T
    wanted = (point.y() - ends[:, 1]) / high
    low, top = np.zeros(len(ends)), np.ones(len(ends))
    for _ in range(16):  # where on the curve the height of the point is
        t = (low + top) / 2
        above = 3 * (1 - t) ** 2 * t * _BEND + 3 * (1 - t) * t**2 * (1 - _BEND) + t**3 < wanted
        low, top = np.where(above, t, low), np.where(above, top, t)
    x = ends[:, 0] + wide * t * t * (3 - 2 * t)
    across = 6 * wide * t * (1 - t)
    down = 3 * high * (_BEND * ((1 - t) ** 2 + t**2) + 2 * (1 - t) * t * (1 - 2 * _BEND))
    apart = np.abs(x - point.x()) * down / np.hypot(across, down)
    found: NDArray[np.float64] = np.where((wanted >= 0) & (wanted <= 1), apart, np.inf)
    return found


def _touches(spot: Spot, target: int, source: int) -> bool:
    return bool(spot) and spot.target in (None, target) and spot.source in (None, source)


def _chip_shape(chip: Chip) -> QPainterPath:
    """A box whose corners are round only where a word begins or ends."""
    rect, radius = chip.rect, 6.0
    path = QPainterPath()
    path.addRoundedRect(rect, radius, radius)
    square = QPainterPath()
    if not chip.left:
        square.addRect(QRectF(rect.left(), rect.top(), radius, rect.height()))
    if not chip.right:
        square.addRect(QRectF(rect.right() - radius, rect.top(), radius, rect.height()))
    return path.united(square) if not square.isEmpty() else path
