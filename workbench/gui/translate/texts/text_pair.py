"""The two text fields: what is typed and its translation, with marks that follow the alignment."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QMimeData, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QColor, QHelpEvent, QKeyEvent, QMouseEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit, QToolTip, QWidget

from workbench.gui.views.offsets import is_rtl

_NAVIGATION = (
    Qt.Key.Key_Left,
    Qt.Key.Key_Right,
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_Home,
    Qt.Key.Key_End,
    Qt.Key.Key_PageUp,
    Qt.Key.Key_PageDown,
)


@dataclass(frozen=True)
class Mark:
    """A coloured stretch of text.

    Attributes:
        start: Where it begins, in UTF-16 units.
        end: Where it ends.
        background: Colour behind it, or ``None``.
        ink: Colour of the text, or ``None``.
        underline: Dashed underline in this colour, or ``None``.
        dots: Dotted underline in this colour, or ``None``.
        tip: What is said while the mouse rests on it.
    """

    start: int
    end: int
    background: QColor | None = None
    ink: QColor | None = None
    underline: QColor | None = None
    dots: QColor | None = None
    tip: str = ""


class TokenTextEdit(QPlainTextEdit):
    """A plain text field that tells what is pointed at and shows marks.

    Signals:
        position_hovered: UTF-16 position under the mouse, -1 when it left.
        caret_placed: UTF-16 position of the caret after a person moved it by mouse or keys, not by typing.
        escaped: Escape was pressed.
    """

    position_hovered = Signal(int)
    caret_placed = Signal(int)
    escaped = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTabChangesFocus(True)
        self.viewport().setMouseTracking(True)
        self._hovered = -1
        self._marks: tuple[Mark, ...] = ()
        self._rtl = False
        self.textChanged.connect(self._on_changed)

    @Slot()
    def _on_changed(self) -> None:
        """Each line finds its direction by itself; the side it begins at is that of the whole text."""
        rtl = is_rtl(self.toPlainText()[:400])
        if rtl != self._rtl:
            self._rtl = rtl
            option = self.document().defaultTextOption()
            side = Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft
            option.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute)
            self.document().setDefaultTextOption(option)

    def set_marks(self, marks: Sequence[Mark]) -> None:
        """Replace all marks; later ones lie over earlier ones."""
        if tuple(marks) == self._marks:
            return
        self._marks = tuple(marks)
        selections = []
        length = self.document().characterCount() - 1
        for mark in marks:
            selection = QTextEdit.ExtraSelection()
            form = QTextCharFormat()
            if mark.background is not None:
                form.setBackground(mark.background)
            if mark.ink is not None:
                form.setForeground(mark.ink)
            if mark.underline is not None:
                form.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DashUnderline)
                form.setUnderlineColor(mark.underline)
            if mark.dots is not None:
                form.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
                form.setUnderlineColor(mark.dots)
            cursor = QTextCursor(self.document())
            cursor.setPosition(min(mark.start, length))
            cursor.setPosition(min(mark.end, length), QTextCursor.MoveMode.KeepAnchor)
            selection.cursor = cursor
            selection.format = form
            selections.append(selection)
        self.setExtraSelections(selections)

    def show_text(self, text: str) -> None:
        """Replace the text and stay where one was reading."""
        if text == self.toPlainText():
            return
        bar = self.verticalScrollBar()
        place, caret = bar.value(), self.textCursor().position()
        self._marks = ()
        self.setPlainText(text)
        cursor = self.textCursor()
        cursor.setPosition(min(caret, self.document().characterCount() - 1))
        self.setTextCursor(cursor)
        bar.setValue(place)

    def reveal(self, start: int, end: int) -> None:
        """Scroll so that a stretch of text is in sight; the caret stays."""
        rects = []
        for position in (start, end):
            cursor = QTextCursor(self.document())
            cursor.setPosition(min(position, self.document().characterCount() - 1))
            rects.append(self.cursorRect(cursor))
        room = self.viewport().rect()
        first, last = rects[0], rects[1]
        if first.top() >= room.top() and last.bottom() <= room.bottom():
            return
        lines = (first.top() - room.top()) // max(1, first.height())
        if first.top() >= room.top():
            lines = -((room.bottom() - last.bottom()) // max(1, last.height()))
        self.verticalScrollBar().setValue(self.verticalScrollBar().value() + lines)

    def seen(self) -> tuple[int, int]:
        """First and last UTF-16 position in sight."""
        room = self.viewport().rect()
        first, last = self.cursorForPosition(room.topLeft()), self.cursorForPosition(room.bottomRight())
        return first.position(), last.block().position() + last.block().length()

    def position_at(self, point: QPoint) -> int:
        """UTF-16 position of the character under a viewport point, -1 beside the text."""
        cursor = self.cursorForPosition(point)
        block = cursor.block()
        area = self.blockBoundingGeometry(block).translated(self.contentOffset())
        if not area.contains(point):
            return -1
        # The nearest caret may be on either side of the character pointed at.
        position = cursor.position()
        here = self.cursorRect(cursor)
        for other in (position, position - 1):
            if other < block.position() or other >= block.position() + block.length() - 1:
                continue
            start, end = QTextCursor(self.document()), QTextCursor(self.document())
            start.setPosition(other)
            end.setPosition(other + 1)
            left, right = self.cursorRect(start).x(), self.cursorRect(end).x()
            same_line = abs(self.cursorRect(start).y() - here.y()) < 2
            if same_line and min(left, right) - 1 <= point.x() <= max(left, right) + 1:
                return other
        return -1

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tell what is pointed at."""
        super().mouseMoveEvent(event)
        position = self.position_at(event.position().toPoint())
        if position != self._hovered:
            self._hovered = position
            self.position_hovered.emit(position)

    def tip_at(self, position: int) -> str:
        """What the marks at a UTF-16 position say."""
        return next((m.tip for m in self._marks if m.tip and m.start <= position < m.end), "")

    def viewportEvent(self, event: QEvent) -> bool:
        """Tell when nothing is pointed at any more; explain the mark that the mouse rests on."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            tip = self.tip_at(self.position_at(event.pos()))
            if tip:
                QToolTip.showText(event.globalPos(), tip, self.viewport())
                return True
        if event.type() == QEvent.Type.Leave and self._hovered != -1:
            self._hovered = -1
            self.position_hovered.emit(-1)
        return super().viewportEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tell where the caret was put."""
        super().mouseReleaseEvent(event)
        self.caret_placed.emit(self.textCursor().position())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tell where the caret was moved."""
        super().keyPressEvent(event)
        if event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
        if event.key() in _NAVIGATION:
            self.caret_placed.emit(self.textCursor().position())

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Text only: files dropped here are for the window, which imports them."""
        return not source.hasUrls() and super().canInsertFromMimeData(source)
