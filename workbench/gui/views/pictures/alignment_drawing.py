"""Two rows of tokens and curved links between them; the weight of a link is its attention."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QCoreApplication, QLocale, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath, QPen

from workbench.gui.theme import mix
from workbench.gui.views.drawing import Drawing, Look, confidence_color
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
    visual_order,
    written,
)

_MARGIN = 14.0
_PIECE_GAP = 1.5
#: Gap between words and room inside a token, as wide as there is space for.
_ROOMY, _DENSE = (9.0, 16.0), (5.0, 9.0)
_SMALLEST_GAP, _LARGEST_GAP = 64.0, 250.0
_THINNEST, _THICKEST = 0.8, 7.0
#: Partners from this weight on get their number, and from that one on are coloured.
_SHOWN, _LIT = 0.01, 0.04


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
        self._number_height = self.small_metrics.height() + 3
        self._chip_height = self.metrics.height() + 12
        room = self.look.available.width() - 2 * _MARGIN
        measured = {side: self._measure(side) for side in (SOURCE, TARGET)}
        for spacing in (_ROOMY, _DENSE):  # a sentence that is a little too long is set closer before it scrolls
            source, source_width = self._row(measured[SOURCE], spacing)
            target, target_width = self._row(measured[TARGET], spacing)
            if max(source_width, target_width) <= room:
                break
        width = max(source_width, target_width, room)
        fixed = 2 * (_MARGIN / 2 + self._number_height + self._chip_height)
        gap = min(_LARGEST_GAP, max(_SMALLEST_GAP, self.look.available.height() - fixed))
        self._source_top = _MARGIN / 2 + self._number_height
        spare = max(0.0, self.look.available.height() - fixed - gap)
        self._source_top += spare / 2
        self._target_top = self._source_top + self._chip_height + gap
        scrolls = width > room > 0  # a file has no room to fit into
        for chips, row_width, top in (
            (source, source_width, self._source_top),
            (target, target_width, self._target_top),
        ):
            for chip in chips:
                chip.rect.translate(self._left(width - row_width, scrolls) + _MARGIN, top)
        self.chips = {
            side: sorted(row, key=lambda chip: chip.index) for side, row in ((SOURCE, source), (TARGET, target))
        }
        self.size = QSizeF(width + 2 * _MARGIN, fixed + gap + spare)
        self.order = {SOURCE: [c.index for c in source], TARGET: [c.index for c in target]}

    def _left(self, spare: float, scrolls: bool) -> float:
        """Where a row with room to spare begins: in the middle; beside one that scrolls, where that one begins."""
        right_to_left = {is_rtl(self.picture.text(side)) for side in (SOURCE, TARGET)}
        if not scrolls or len(right_to_left) > 1:
            return spare / 2
        return spare if True in right_to_left else 0.0

    def _measure(self, side: str) -> list[_Measured]:
        """What a row needs, from left to right."""
        order = visual_order(self.picture, side)
        most = self.metrics.averageCharWidth() * 26
        found = []
        for place, index in enumerate(order):
            label = written(self.picture, side, index)
            width = self.metrics.horizontalAdvance(label)
            if width > most:
                label = self.metrics.elidedText(label, Qt.TextElideMode.ElideMiddle, most)
                width = self.metrics.horizontalAdvance(label)
            found.append(_Measured(index, label, width, place > 0 and self._glued(side, order[place - 1], index)))
        return found

    def _row(self, measured: list[_Measured], spacing: tuple[float, float]) -> tuple[list[Chip], float]:
        """The chips of a side from left to right, placed from 0, and the row's width."""
        word_gap, padding = spacing
        # A number such as 0.62 is written over a chip, so none is narrower than that.
        least = max(self.small_metrics.horizontalAdvance("0.00") + 4, self._chip_height * 0.8)
        chips: list[Chip] = []
        x = 0.0
        for place, item in enumerate(measured):
            glued_right = place + 1 < len(measured) and measured[place + 1].glued
            if chips:
                x += _PIECE_GAP if item.glued else word_gap
            width = max(least, item.width + padding)
            rect = QRectF(x, 0, width, self._chip_height)
            chips.append(Chip(item.index, rect, item.label, not item.glued, not glued_right))
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
                    if partners.get(here, 0.0) >= _SHOWN:
                        self._paint_number(painter, side, chip, partners[here])
        if self.picture.weights is None and self.picture.target:
            self._paint_no_attention(painter)

    def _links(self) -> list[tuple[float, int, int]]:
        """Links to draw ``(weight, target, source)``, weakest first so that strong ones lie on top."""
        weights = self.picture.weights
        if weights is None:
            return []
        least = max(self.look.threshold, 0.005)
        return sorted((float(weights[t, s]), int(t), int(s)) for t, s in np.argwhere(weights >= least))

    def _paint_links(self, painter: QPainter, clip: QRectF, spot: Spot) -> None:
        quiet = self.look.theme.color("link")
        lit = self.look.theme.color("accent")
        painter.setBrush(Qt.BrushStyle.NoBrush)
        links = self._links()
        if spot:  # the links of the spot are drawn last, all of them, however weak
            links.sort(key=lambda link: (_touches(spot, link[1], link[2]), link[0]))
        for weight, target, source in links:
            path = self._link(target, source)
            if not path.boundingRect().adjusted(-8, -8, 8, 8).intersects(clip):
                continue
            mine = _touches(spot, target, source)
            color = QColor(lit if mine else quiet)
            strength = 0.12 + 0.78 * weight**0.8
            color.setAlphaF(min(1.0, strength + 0.15) if mine else strength * (0.14 if spot else 0.9))
            pen = QPen(color, _THINNEST + (_THICKEST - _THINNEST) * weight)
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
            painter.setPen(pen)
            painter.drawPath(path)

    def _link(self, target: int, source: int) -> QPainterPath:
        above, below = self.chips[SOURCE][source].rect, self.chips[TARGET][target].rect
        start = QPointF(above.center().x(), above.bottom() + 1)
        end = QPointF(below.center().x(), below.top() - 1)
        bend = (end.y() - start.y()) * 0.48
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
        if weight >= _LIT and not on:
            fill, edge = mix(fill, theme.color("accent"), 0.12 + 0.42 * weight), theme.color("accent")
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

    def _paint_no_attention(self, painter: QPainter) -> None:
        top = self._source_top + self._chip_height
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
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, message)


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
