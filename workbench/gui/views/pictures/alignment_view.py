"""The alignment as a widget: source tokens above, target tokens below, links between them."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt
from PySide6.QtWidgets import QWidget

from workbench.gui.views.pictures.alignment_drawing import AlignmentDrawing
from workbench.gui.views.pictures.picture import SOURCE, TARGET, Spot, spot_of
from workbench.gui.views.pictures.picture_view import Grip, PictureView


class AlignmentView(PictureView):
    """Arrow keys walk along a row as it is seen, up and down cross to the strongest partner."""

    drawing_class = AlignmentDrawing

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("alignmentView")
        self.setAccessibleName(self.tr("Alignment"))
        self.setMinimumHeight(150)

    def drop_at(self, place: QPointF, cell: Spot) -> int | None:
        """The source token under the mouse."""
        return self._rows.source_near(self.to_drawing(place))

    def grip_line(self, grip: Grip) -> tuple[QPointF, QPointF]:
        """From the target token to the source token, or to the mouse."""
        below = self.viewport_rect(Spot(target=grip.cell.target))
        start = QPointF(below.center().x(), below.top())
        if grip.over is None:
            return start, grip.place or start
        above = self.viewport_rect(Spot(source=grip.over))
        return start, QPointF(above.center().x(), above.bottom())

    @property
    def _rows(self) -> AlignmentDrawing:
        drawing = self.drawing
        assert isinstance(drawing, AlignmentDrawing)
        return drawing

    def walk(self, key: int) -> bool:
        """Left and right in the visual order, up and down to the other row."""
        side = SOURCE if self.selected.source is not None else TARGET
        index = self.selected.source if side == SOURCE else self.selected.target
        if index is None:
            return False
        if key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            return self._cross(side, index, SOURCE if key == Qt.Key.Key_Up else TARGET)
        order = self._rows.order[side]
        place = {
            Qt.Key.Key_Left: order.index(index) - 1,
            Qt.Key.Key_Right: order.index(index) + 1,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: len(order) - 1,
        }[Qt.Key(key)]
        if 0 <= place < len(order):
            self.choose(spot_of(side, order[place]))
        return True

    def _cross(self, side: str, index: int, other: str) -> bool:
        if side == other or not self.picture.tokens(other):
            return True
        partners = self.picture.partners(spot_of(side, index))
        if partners:
            self.choose(max(partners, key=lambda spot: partners[spot]))
        else:
            self.choose(spot_of(other, min(index, len(self.picture.tokens(other)) - 1)))
        return True
