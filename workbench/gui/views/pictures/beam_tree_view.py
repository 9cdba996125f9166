"""A beam search as a widget: it scrolls, grows, is walked through by keys, and its steps come one by one."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QEvent, QPointF, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QToolTip, QWidget

from workbench.engine.core.types import TreeNode
from workbench.gui.theme import LIGHT, Theme
from workbench.gui.views.drawing import Look
from workbench.gui.views.pictures.beam_tree_drawing import BeamTreeDrawing, Key, TreePicture
from workbench.gui.views.pictures.beam_tree_words import describe_node

#: How small and how large the tree is drawn.
_SMALLEST, _LARGEST = 0.4, 2.5
_PALE = 0.35


class BeamTreeView(QAbstractScrollArea):
    """Right leads to the best continuation, left back, up and down to the neighbours; Enter chooses.

    Signals:
        looked_at: Key of the node that is pointed at or selected, or ``None``.
        activated: ``(SearchTree, TreeNode)`` that was clicked or entered: the translation is to go on from it.
        step_wanted: Another step is to be the last one drawn, ``int``.
        zoomed: It is drawn in another size, ``float``.
    """

    looked_at = Signal(object)
    activated = Signal(object)
    step_wanted = Signal(int)
    zoomed = Signal(float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("beamTreeView")
        self.setAccessibleName(self.tr("Search tree"))
        self.setMinimumHeight(150)
        self._picture, self._theme, self._zoom = TreePicture(), LIGHT, 1.0
        self._hovered: Key | None = None
        self._selected: Key | None = None
        self._faded = False
        self._drawing: BeamTreeDrawing | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setMouseTracking(True)
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)

    @property
    def picture(self) -> TreePicture:
        """What is drawn."""
        return self._picture

    @property
    def selected(self) -> Key | None:
        """The node that the keyboard is at."""
        return self._selected

    @property
    def zoom(self) -> float:
        """How large it is drawn."""
        return self._zoom

    @property
    def drawing(self) -> BeamTreeDrawing:
        """The laid out trees; laid out again only when something changed."""
        if self._drawing is None:
            self._drawing = BeamTreeDrawing(self._picture, self.look())
        return self._drawing

    def look(self, zoom: float = 0.0) -> Look:
        """How it is drawn, at a size or the one of now."""
        return Look(self._theme, self.font()).scaled(zoom or self._zoom)

    def node(self, key: Key | None) -> TreeNode | None:
        """A node that is drawn."""
        return self.drawing.node(key) if key is not None and self.drawing.fits(key) else None

    @property
    def faded(self) -> bool:
        """Whether it belongs to what was there before."""
        return self._faded

    def set_picture(self, picture: TreePicture, *, faded: bool = False) -> None:
        """Show this; faded when it is not what is asked for now."""
        same = picture.trees == self._picture.trees
        self._picture, self._faded, self._drawing = picture, faded, None
        if not same:
            self._hovered = self._selected = None
            self.horizontalScrollBar().setValue(0)
        self._selected = self._selected if self.drawing.fits(self._selected) else None
        self._hovered = self._hovered if self.drawing.fits(self._hovered) else None
        self._relayout()
        self._tell()

    def set_theme(self, theme: Theme) -> None:
        """Use other colours."""
        self._theme, self._drawing = theme, None
        self._relayout()

    def set_zoom(self, zoom: float) -> None:
        """Draw it in another size."""
        zoom = min(_LARGEST, max(_SMALLEST, zoom))
        if abs(zoom - self._zoom) > 1e-6:
            self._zoom, self._drawing = zoom, None
            self._relayout()
            self.zoomed.emit(zoom)

    def fit(self) -> None:
        """As large as the whole of it has room, and never larger than text is elsewhere."""
        zoom, room = 1.0, QSizeF(self.maximumViewportSize())
        for _ in range(4):  # letters do not shrink as evenly as lengths do
            size = BeamTreeDrawing(self._picture, self.look(zoom)).size
            factor = min(room.width() / size.width(), room.height() / size.height()) if not size.isEmpty() else 1.0
            if factor >= 1:
                break
            zoom *= factor
        self.set_zoom(zoom)

    def select(self, key: Key | None) -> None:
        """Move to a node, and bring it into sight."""
        self._selected = key
        node = self.node(key)
        if node is not None and key is not None:
            if not self.drawing.shown(node.step):
                self.step_wanted.emit(node.step)
            self._scroll_to(self.drawing.rect_of(key))
        self.viewport().update()
        self._tell()

    def show_step(self, step: int) -> None:
        """Bring a step into sight."""
        if self._picture.trees:
            self._scroll_to(QRectF(self.drawing.left_of(step), self.verticalScrollBar().value(), 60, 1))

    def _scroll_to(self, rect: QRectF) -> None:
        room = self.viewport().rect()
        for bar, low, high, length in (
            (self.horizontalScrollBar(), rect.left() - 40, rect.right() + 40, room.width()),
            (self.verticalScrollBar(), rect.top() - 24, rect.bottom() + 24, room.height()),
        ):
            if low < bar.value():
                bar.setValue(int(low))
            elif high > bar.value() + length:
                bar.setValue(int(high - length))

    def _relayout(self) -> None:
        size, room = self.drawing.size, self.maximumViewportSize()
        width, height = room.width(), room.height()
        if size.width() > width:
            height -= self.horizontalScrollBar().sizeHint().height()
        if size.height() > height:
            width -= self.verticalScrollBar().sizeHint().width()
        for bar, need, have in (
            (self.horizontalScrollBar(), size.width(), width),
            (self.verticalScrollBar(), size.height(), height),
        ):
            bar.setRange(0, max(0, round(need - have)))
            bar.setPageStep(max(1, have))
            bar.setSingleStep(24)
        self.viewport().update()

    def _tell(self) -> None:
        """Put what is looked at into words for a screen reader, and tell who listens."""
        key = self._hovered or self._selected
        node = self.node(self._selected)
        text = describe_node(self._picture.trees[self._selected[0]], node) if node and self._selected else ""
        if text != self.accessibleDescription():
            self.setAccessibleDescription(text)
            if QAccessible.isActive():
                QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.DescriptionChanged))
        self.looked_at.emit(key)

    def _to_drawing(self, point: QPointF) -> QPointF:
        return point + QPointF(self.horizontalScrollBar().value(), self.verticalScrollBar().value())

    def viewport_rect(self, key: Key) -> QRectF:
        """Where a node is seen now."""
        return self.drawing.rect_of(key).translated(
            -self.horizontalScrollBar().value(), -self.verticalScrollBar().value()
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint what is in sight; the legend does not scroll."""
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), self._theme.color("surface"))
        if self._picture.trees:
            painter.setOpacity(_PALE if self._faded else 1.0)
            self._paint(painter)
            painter.setOpacity(1.0)
        if self.hasFocus():
            painter.resetTransform()
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
            painter.setPen(self._theme.color("accent"))
            painter.drawRect(self.viewport().rect().adjusted(0, 0, -1, -1))
        painter.end()

    def _paint(self, painter: QPainter) -> None:
        room = QRectF(self.viewport().rect())
        offset = QPointF(self.horizontalScrollBar().value(), self.verticalScrollBar().value())
        painter.save()
        painter.translate(-offset)
        self.drawing.paint(painter, room.translated(offset), self._hovered, self._selected)
        painter.restore()
        foot = self.drawing.legend
        bottom = min(room.height(), self.drawing.size.height())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.fillRect(QRectF(0, bottom - foot, room.width(), foot), self._theme.color("surface"))
        self.drawing.paint_legend(painter, QPointF(14, bottom - foot), room.width() - 28)

    # What a person does.

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Scroll in the new room."""
        super().resizeEvent(event)
        self._relayout()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the text size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._drawing = None
            self._relayout()

    def viewportEvent(self, event: QEvent) -> bool:
        """Tell about a node beside the mouse; darken again when the mouse leaves."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            key = self.drawing.node_at(self._to_drawing(QPointF(event.pos())))
            node = self.node(key)
            text = describe_node(self._picture.trees[key[0]], node) if node is not None and key is not None else ""
            QToolTip.showText(event.globalPos(), text, self.viewport())
            return True
        if event.type() == QEvent.Type.Leave and self._hovered:
            self._hover(None)
        return super().viewportEvent(event)

    def _hover(self, key: Key | None) -> None:
        if key != self._hovered:
            self._hovered = key
            self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if key else Qt.CursorShape.ArrowCursor)
            self.viewport().update()
            self._tell()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Light up the way to what is under the mouse."""
        self._hover(self.drawing.node_at(self._to_drawing(event.position())))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go on from what is clicked."""
        if event.button() == Qt.MouseButton.LeftButton:
            key = self.drawing.node_at(self._to_drawing(event.position()))
            self.select(key)
            self._activate(key)

    def _activate(self, key: Key | None) -> None:
        node = self.node(key)
        if node is not None and key is not None and not self._faded:
            self.activated.emit((self._picture.trees[key[0]], node))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """With Ctrl, another size."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.set_zoom(self._zoom * 1.15 ** (event.angleDelta().y() / 120))
            event.accept()
        else:
            super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows walk, Enter goes on from there, plus and minus change the size, the page keys the step."""
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and self._selected:
            self._activate(self._selected)
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.set_zoom(self._zoom * 1.15)
        elif key == Qt.Key.Key_Minus:
            self.set_zoom(self._zoom / 1.15)
        elif key == Qt.Key.Key_0:
            self.fit()
        elif key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown) and self._picture.trees:
            now = self._picture.step or self._picture.steps
            self.step_wanted.emit(now + (1 if key == Qt.Key.Key_PageDown else -1))
        elif key == Qt.Key.Key_Escape and self._selected:
            self.select(None)
        elif not self._walk(Qt.Key(key)):
            super().keyPressEvent(event)

    def _walk(self, key: Qt.Key) -> bool:
        if key not in _MOVES or not self._picture.trees:
            return False
        if self._selected is None:
            self.select((0, self._picture.trees[0].winner[0].number))
            return True
        drawing, (tree, number) = self.drawing, self._selected
        node = drawing.node(self._selected)
        found: Key | None = None
        if key == Qt.Key.Key_Right:
            found = next(iter(drawing.children(self._selected)), None)
        elif key == Qt.Key.Key_Left:
            found = (tree, node.parent) if node.parent > 0 else None
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            path = self._picture.trees[tree].winner
            found = (tree, path[0 if key == Qt.Key.Key_Home else -1].number)
        else:
            column = drawing.column(node.step)
            place = column.index((tree, number)) + (1 if key == Qt.Key.Key_Down else -1)
            found = column[place] if 0 <= place < len(column) else None
        if found is not None:
            self.select(found)
        return True

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the focus frame."""
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Hide the focus frame."""
        super().focusOutEvent(event)
        self.viewport().update()

    def at_step(self, step: int) -> None:
        """Draw up to this step."""
        self.set_picture(replace(self._picture, step=step), faded=self._faded)


_MOVES = (
    Qt.Key.Key_Left,
    Qt.Key.Key_Right,
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_Home,
    Qt.Key.Key_End,
)
