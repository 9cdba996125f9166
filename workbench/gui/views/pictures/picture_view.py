"""Base of the widgets that show a picture: scrolling, hovering, selecting, keys, and words for a screen reader."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import QEvent, QMarginsF, QPoint, QPointF, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from workbench.gui.theme import LIGHT, Theme
from workbench.gui.views.drawing import Drawing, Look
from workbench.gui.views.pictures.picture import EMPTY, NOWHERE, SOURCE, Picture, Spot, describe, quoted


@dataclass(frozen=True)
class Grip:
    """A weight that is being dragged.

    Attributes:
        cell: Its target and source token.
        over: The source token that it would be given to; ``None`` beside all of them.
        place: Where the mouse is in the viewport; ``None`` where it has not moved yet.
        by_keys: Whether keys move it.
    """

    cell: Spot
    over: int | None
    place: QPointF | None = None
    by_keys: bool = False


class PictureView(QAbstractScrollArea):
    """Shows a picture; subclasses choose the drawing and how keys move.

    Signals:
        spot_hovered: ``Spot`` under the mouse, ``NOWHERE`` when it left.
        spot_selected: ``Spot`` chosen by mouse or keys.
        token_activated: index of a target token that was clicked or entered, to see its alternatives.
        weight_moved: A weight is to go to another source token: ``Spot`` of the first, and the source token.
        move_told: While keys choose where a weight goes: a sentence about it; "" when that is over.
        enlarged: F11 was pressed: the picture is wanted on the whole screen.
        painted: The first paint after ``set_picture`` has ended; for measuring what a person waits for.
    """

    spot_hovered = Signal(object)
    spot_selected = Signal(object)
    token_activated = Signal(int)
    painted = Signal()
    enlarged = Signal()
    weight_moved = Signal(object, int)
    move_told = Signal(str)

    drawing_class: type[Drawing]

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._picture, self._theme = EMPTY, LIGHT
        self._threshold, self._confidence = 0.05, False
        self._hovered = self._selected = NOWHERE
        self._fresh = self._faded = False
        self._drawing: Drawing | None = None
        self.draggable = False  # whether a weight can be given to another source token
        self._grip: Grip | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setMouseTracking(True)
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)

    @property
    def picture(self) -> Picture:
        """What is shown."""
        return self._picture

    @property
    def hovered(self) -> Spot:
        """What is under the mouse, here or in another view that shows the same."""
        return self._hovered

    @property
    def selected(self) -> Spot:
        """What is selected."""
        return self._selected

    @property
    def drawing(self) -> Drawing:
        """The laid out picture; laid out again only when something changed."""
        if self._drawing is None:
            self._drawing = self.drawing_class(self._picture, self.look())
        return self._drawing

    def look(self, room: QSizeF | None = None) -> Look:
        """How it is drawn now."""
        room = room or QSizeF(self.maximumViewportSize())
        return Look(self._theme, self.font(), self._threshold, self._confidence, room)

    def set_picture(self, picture: Picture, *, faded: bool = False) -> None:
        """Show another sentence pair; a selection that no longer fits is dropped.

        Args:
            picture: What to show.
            faded: Draw it pale: it is not what is asked for now.
        """
        if faded or picture is not self._picture:  # the same comes again while a long text fills in
            self.let_go()
        self._faded = faded
        same = picture.source == self._picture.source and picture.target == self._picture.target
        self._picture, self._fresh = picture, True
        if not same or not picture.fits(self._selected):
            self._selected = NOWHERE
        if not same or not picture.fits(self._hovered):  # the mouse may rest on a word while its picture comes again
            self._hovered = NOWHERE
        self._relayout()
        self._tell()

    def set_theme(self, theme: Theme) -> None:
        """Use other colours."""
        self._theme = theme
        self._relayout()

    def set_threshold(self, threshold: float) -> None:
        """Hide links weaker than this."""
        self._threshold = threshold
        self._relayout()

    def set_confidence(self, shown: bool) -> None:
        """Colour target tokens by the model's confidence."""
        self._confidence = shown
        self._relayout()

    def set_hovered(self, spot: Spot) -> None:
        """Light up a spot without choosing it; tells nobody."""
        if spot != self._hovered:
            self._hovered = spot
            self.viewport().update()

    def set_selected(self, spot: Spot, *, scroll: bool = True) -> None:
        """Choose a spot; tells nobody."""
        if spot != self._selected:
            self._selected = spot if self._picture.fits(spot) else NOWHERE
            if scroll and self._selected:
                self.scroll_to(self._selected)
            self.viewport().update()
            self._tell()

    def choose(self, spot: Spot) -> None:
        """Choose a spot as a person does; tells the other views."""
        self.set_selected(spot)
        self.spot_selected.emit(self._selected)

    def scroll_to(self, spot: Spot) -> None:
        """Bring a spot into sight, with its strongest partner where both have room."""
        held = self.held()
        room = QRectF(self.viewport().rect()).marginsRemoved(held)
        both = self.drawing.rect_of(self._picture.strongest(spot))
        fits = both.width() <= room.width() - 48 and both.height() <= room.height() - 48
        rect = both if fits else self.drawing.rect_of(spot)
        rect = rect.adjusted(-24, -24, 24, 24).translated(-held.left(), -held.top())
        for bar, low, high, length in (
            (self.horizontalScrollBar(), rect.left(), rect.right(), room.width()),
            (self.verticalScrollBar(), rect.top(), rect.bottom(), room.height()),
        ):
            if low < bar.value():
                bar.setValue(int(low))
            elif high > bar.value() + length:
                bar.setValue(int(min(low, high - length)))

    def held(self) -> QMarginsF:
        """Room at the edges that does not scroll."""
        return QMarginsF()

    def to_drawing(self, point: QPoint | QPointF) -> QPointF:
        """Viewport point to drawing coordinates."""
        return QPointF(point) + QPointF(self.horizontalScrollBar().value(), self.verticalScrollBar().value())

    def viewport_rect(self, spot: Spot) -> QRectF:
        """Where a spot is seen now, in viewport coordinates."""
        origin = QPointF(self.horizontalScrollBar().value(), self.verticalScrollBar().value())
        return self.drawing.rect_of(spot).translated(-origin)

    def _relayout(self) -> None:
        self._drawing = None
        size, room = self.drawing.size, QSizeF(self.maximumViewportSize())
        # A scroll bar that is needed takes room from the other direction, so the drawing is laid out again in it.
        if size.width() > room.width():
            room.setHeight(room.height() - self.horizontalScrollBar().sizeHint().height())
        if size.height() > room.height():
            room.setWidth(room.width() - self.verticalScrollBar().sizeHint().width())
        if room != QSizeF(self.maximumViewportSize()):
            self._drawing = self.drawing_class(self._picture, self.look(room))
            size = self._drawing.size
        for bar, need, have in (
            (self.horizontalScrollBar(), size.width(), room.width()),
            (self.verticalScrollBar(), size.height(), room.height()),
        ):
            bar.setRange(0, max(0, round(need - have)))
            bar.setPageStep(max(1, round(have)))
            bar.setSingleStep(24)
        self.viewport().update()

    def _tell(self) -> None:
        """Put the selection into words for a screen reader."""
        text = describe(self._picture, self._selected)
        if not text and self._picture.target:
            text = self.tr("Source: {source} Translation: {target}").format(
                source=self._picture.source_text, target=self._picture.target_text
            )
        if text != self.accessibleDescription():
            self.setAccessibleDescription(text)
            if QAccessible.isActive():
                QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.DescriptionChanged))

    def walk(self, key: int) -> bool:
        """Move the selection by an arrow, Home or End key; whether the key was used."""
        raise NotImplementedError

    def first_spot(self) -> Spot:
        """Where the keyboard begins."""
        return Spot(target=0) if self._picture.target else NOWHERE

    def paint_drawing(self, painter: QPainter) -> None:
        """Paint what is in sight."""
        offset = QPointF(self.horizontalScrollBar().value(), self.verticalScrollBar().value())
        painter.translate(-offset)
        clip = QRectF(self.viewport().rect()).translated(offset)
        self.drawing.paint(painter, clip, self._hovered, self._selected, self.hasFocus())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint what is in sight, then tell that it is done."""
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), self._theme.color("surface"))
        if self._picture.source or self._picture.target:
            painter.setOpacity(_PALE if self._faded else 1.0)
            self.paint_drawing(painter)
            painter.setOpacity(1.0)
        painter.resetTransform()
        self._paint_grip(painter)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
            painter.setPen(self._theme.color("accent"))
            painter.drawRect(self.viewport().rect().adjusted(0, 0, -1, -1))
        painter.end()
        if self._fresh:
            self._fresh = False
            self.painted.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out again in the new room."""
        super().resizeEvent(event)
        self._relayout()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the text size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._relayout()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Light up what is under the mouse, or follow it with the weight that is dragged."""
        if self._grip is not None:
            if not self._grip.by_keys:
                self._carry(self.drop_at(event.position(), self._grip.cell), event.position())
            return
        spot = self._spot_at(event.position())
        if spot != self._hovered:
            self.set_hovered(spot)
            shape = Qt.CursorShape.PointingHandCursor if spot else Qt.CursorShape.ArrowCursor
            held = self.draggable and spot.source is not None and spot.target is not None
            self.viewport().setCursor(Qt.CursorShape.OpenHandCursor if held else shape)
            self.spot_hovered.emit(spot)

    def _spot_at(self, place: QPointF) -> Spot:
        """What is at a place of the viewport; a link only where it can be dragged."""
        point = self.to_drawing(place)
        spot = self.drawing.spot_at(point)
        return spot if spot or not self.draggable else self.drawing.cell_at(point)

    def viewportEvent(self, event: QEvent) -> bool:
        """Darken again when the mouse leaves."""
        by_keys = self._grip is not None and self._grip.by_keys
        if event.type() == QEvent.Type.Leave and self._hovered and not by_keys:
            self.set_hovered(NOWHERE)
            self.spot_hovered.emit(NOWHERE)
        return super().viewportEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose what is clicked; a target token also shows its alternatives, and a weight may be dragged from here."""
        if event.button() != Qt.MouseButton.LeftButton:
            return
        spot = self._spot_at(event.position())
        self.let_go()
        self.choose(spot)
        if spot.target is not None and spot.source is None:
            self.token_activated.emit(spot.target)
        elif self.draggable and spot.target is not None:
            self._grip = Grip(spot, spot.source)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let a weight that was dragged fall where the mouse is."""
        if event.button() == Qt.MouseButton.LeftButton and self._grip is not None and not self._grip.by_keys:
            self.drop()
        event.accept()

    def event(self, event: QEvent) -> bool:
        """F11, and Escape in a drag, are for the picture while it has the keyboard, else for the window."""
        asked = event.type() == QEvent.Type.ShortcutOverride
        keys = (Qt.Key.Key_F11, Qt.Key.Key_Escape if self._grip is not None else None)
        if asked and isinstance(event, QKeyEvent) and event.key() in keys:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move, Enter opens the alternatives, M moves a weight, Escape lets go."""
        key = event.key()
        if self._grip is not None and self._carry_by_key(key):
            return
        if key == Qt.Key.Key_M and self.draggable and self._selected.target is not None:
            self._take_up(self._selected)
        elif key == Qt.Key.Key_F11:
            self.enlarged.emit()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and self._selected.target is not None:
            self.token_activated.emit(self._selected.target)
        elif key == Qt.Key.Key_Escape and self._selected:
            self.choose(NOWHERE)
        elif key in _MOVES and not self._selected and self.first_spot():
            self.choose(self.first_spot())
        elif not (key in _MOVES and self.walk(key)):
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the focus frame."""
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Hide the focus frame, and drop nothing."""
        super().focusOutEvent(event)
        self.let_go()
        self.viewport().update()

    # Giving a weight to another source token.

    def drop_at(self, place: QPointF, cell: Spot) -> int | None:
        """The source token that a weight would be given to at a place of the viewport."""
        raise NotImplementedError

    def grip_line(self, grip: Grip) -> tuple[QPointF, QPointF]:
        """From where to where a weight is dragged, in viewport coordinates."""
        raise NotImplementedError

    def _take_up(self, spot: Spot) -> None:
        """Begin to move a weight by keys: the one chosen, or the strongest of a target token."""
        weights = self._picture.weights
        if weights is None or spot.target is None:
            return
        source = int(weights[spot.target].argmax()) if spot.source is None else spot.source
        self._grip = Grip(Spot(source=source, target=spot.target), source, by_keys=True)
        self._carry(source)

    def _carry(self, over: int | None, place: QPointF | None = None) -> None:
        grip = self._grip
        assert grip is not None
        self._grip = replace(grip, over=over, place=place)
        self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
        there = NOWHERE if over is None else Spot(source=over, target=grip.cell.target)
        if there != self._hovered:
            self.set_hovered(there)
            self.spot_hovered.emit(there)
        if grip.by_keys and over is not None:
            text = self.tr(
                "Arrow keys choose where the weight goes, now to {source}. Enter moves it, Escape leaves it."
            )
            told = text.format(source=quoted(self._picture, SOURCE, over))
            self.setAccessibleDescription(told)
            self.move_told.emit(told)
        self.viewport().update()

    def _carry_by_key(self, key: int) -> bool:
        grip = self._grip
        assert grip is not None
        order, last = self._picture.orders[SOURCE], len(self._picture.source) - 1
        place = 0 if grip.over is None else order.index(grip.over)
        steps = {
            Qt.Key.Key_Left: max(0, place - 1),
            Qt.Key.Key_Right: min(last, place + 1),
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: last,
        }
        if key == Qt.Key.Key_Escape:
            self.let_go()
        elif grip.by_keys and key in steps:
            self._carry(order[steps[Qt.Key(key)]])
        elif grip.by_keys and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.drop()
        return grip.by_keys or key == Qt.Key.Key_Escape

    def drop(self) -> None:
        """Give the weight that is dragged to the token it is over."""
        grip = self._grip
        self.let_go()
        if grip is not None and grip.over is not None and grip.over != grip.cell.source:
            self.choose(Spot(source=grip.over, target=grip.cell.target))
            self.weight_moved.emit(grip.cell, grip.over)

    def let_go(self) -> None:
        """Leave the weight where it is."""
        if self._grip is None:
            return
        by_keys, self._grip = self._grip.by_keys, None
        self.viewport().setCursor(Qt.CursorShape.ArrowCursor)
        self.set_hovered(NOWHERE)
        self.spot_hovered.emit(NOWHERE)
        if by_keys:
            self.move_told.emit("")
        self._tell()
        self.viewport().update()

    def _paint_grip(self, painter: QPainter) -> None:
        grip = self._grip
        if grip is None or grip.over == grip.cell.source:
            return
        start, end = self.grip_line(grip)
        painter.setClipping(False)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.color("warning"), 3))
        painter.drawLine(start, end)
        painter.setBrush(self._theme.color("warning"))
        painter.drawEllipse(end, 5, 5)


_PALE = 0.3
_MOVES = (
    Qt.Key.Key_Left,
    Qt.Key.Key_Right,
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_Home,
    Qt.Key.Key_End,
)
