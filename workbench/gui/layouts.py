"""Rows and columns of controls, rows that wrap, and pages as high as what is in them."""

from __future__ import annotations

from typing import NamedTuple, TypeVar

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QLayout, QLayoutItem, QStyle, QWidget

_L = TypeVar("_L", bound=QBoxLayout)
#: Property of a widget that goes into a row of its own before its text wraps.
ONE_LINE = "oneLine"
#: Pixels between two rows at most.
_ROW_GAP = 6
_What = QWidget | QLayout | None


def arrange(
    layout: _L,
    *items: _What | tuple[_What, int],
    margins: tuple[int, int, int, int] | None = (0, 0, 0, 0),
    spacing: int = -1,
) -> _L:
    """Put widgets and layouts into a row or column, and return it.

    Args:
        layout: The row or column.
        items: What it holds, each alone or with its stretch; ``None`` is a gap that takes the room left.
        margins: Left, top, right and bottom; ``None`` for the usual ones.
        spacing: Pixels between the items; -1 for the usual ones.
    """
    if margins is not None:
        layout.setContentsMargins(*margins)
    layout.setSpacing(spacing)
    for item in items:
        what, stretch = item if isinstance(item, tuple) else (item, 0)
        if what is None:
            layout.addStretch(stretch or 1)
        elif isinstance(what, QLayout):
            layout.addLayout(what, stretch)
        else:
            layout.addWidget(what, stretch)
    return layout


class _Measured(NamedTuple):
    """What an item of a ``FlowLayout`` asks for; asked once after each change, since asking takes long."""

    item: QLayoutItem
    least: QSize
    wanted: QSize
    grows: bool
    wraps: bool

    @property
    def width(self) -> int:
        """What it takes of a row at least: whole lines where its text is not to wrap."""
        widget = self.item.widget()
        whole = widget is not None and bool(widget.property(ONE_LINE))
        return self.least.width() if self.grows and not whole else self.wanted.width()

    def height(self, width: int) -> int:
        """Its height at a width."""
        return self.item.heightForWidth(width) if self.wraps else self.wanted.height()


class FlowLayout(QLayout):
    """A line that goes on in the next row when the room is used up, like words.

    Rows are filled with what each item needs at least, or would like where it does not grow; what is left of a row
    goes to its items that grow. An item wider than the whole layout gets the whole row.
    """

    def __init__(self, *widgets: QWidget, spacing: int = 8, margins: tuple[int, int, int, int] = (0, 0, 0, 0)) -> None:
        super().__init__()
        self._items: list[QLayoutItem] = []
        self._measured: list[tuple[_Measured, int]] | None = None
        self._heights: dict[int, int] = {}
        self.setContentsMargins(*margins)
        self.setSpacing(spacing)
        for widget in widgets:
            self.addWidget(widget)

    def addItem(self, item: QLayoutItem) -> None:
        """Add at the end; called by ``addWidget``."""
        self._items.append(item)
        self.invalidate()

    def count(self) -> int:
        """How many items there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """An item, or ``None``."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Remove an item."""
        item = self._items.pop(index) if 0 <= index < len(self._items) else None
        self.invalidate()
        return item

    def invalidate(self) -> None:
        """An item has changed."""
        self._measured, self._heights = None, {}
        super().invalidate()

    def expandingDirections(self) -> Qt.Orientation:
        """It is as high as its rows."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """The narrower, the more rows."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Height of all rows at a width."""
        if width not in self._heights:
            self._heights[width] = self._place(QRect(0, 0, width, 0), move=False)
        return self._heights[width]

    def _shown(self) -> list[tuple[_Measured, int]]:
        """The items that are seen, with the width each takes at least."""
        if self._measured is None:
            self._measured = []
            for item in self._items:
                if not item.isEmpty():
                    grows = bool(item.expandingDirections() & Qt.Orientation.Horizontal)
                    one = _Measured(item, item.minimumSize(), item.sizeHint(), grows, item.hasHeightForWidth())
                    self._measured.append((one, one.width))
        return self._measured

    def sizeHint(self) -> QSize:
        """Everything in one row."""
        shown = self._shown()
        width = sum(width for _, width in shown) + self.spacing() * max(0, len(shown) - 1)
        return self._with_margins(width, max((one.wanted.height() for one, _ in shown), default=0))

    def minimumSize(self) -> QSize:
        """Room for the widest item."""
        shown = self._shown()
        width = max((one.least.width() for one, _ in shown), default=0)
        return self._with_margins(width, max((one.least.height() for one, _ in shown), default=0))

    def _with_margins(self, width: int, height: int) -> QSize:
        margins = self.contentsMargins()
        return QSize(width + margins.left() + margins.right(), height + margins.top() + margins.bottom())

    def setGeometry(self, rect: QRect) -> None:
        """Put every item in its place."""
        super().setGeometry(rect)
        self._place(rect, move=True)

    def _place(self, rect: QRect, *, move: bool) -> int:
        inner = rect.marginsRemoved(self.contentsMargins())
        top, gap = inner.top(), self.spacing()
        below = min(gap, _ROW_GAP)
        for row in self._rows(inner.width()):
            widths = _shares(row, inner.width() - gap * (len(row) - 1))
            heights = [one.height(width) for (one, _), width in zip(row, widths, strict=True)]
            left, tallest = inner.left(), max(heights)
            wrapped = any(one.wraps for one, _ in row)
            for (one, _), width, height in zip(row, widths, heights, strict=True):
                if move:
                    aside = 0 if wrapped else (tallest - height) // 2
                    box = QRect(left, top + aside, width, height)
                    one.item.setGeometry(QStyle.visualRect(self._direction(), inner, box))
                left += width + gap
            top += tallest + below
        bottom = self.contentsMargins().bottom()
        return max(top - below, inner.top()) - rect.top() + bottom

    def _direction(self) -> Qt.LayoutDirection:
        widget = self.parentWidget()
        return widget.layoutDirection() if widget is not None else Qt.LayoutDirection.LeftToRight

    def _rows(self, room: int) -> list[list[tuple[_Measured, int]]]:
        rows: list[list[tuple[_Measured, int]]] = []
        left = 0
        for one, wanted in self._shown():
            width = min(wanted, room)
            if not rows or width > left:
                rows.append([])
                left = room
            rows[-1].append((one, wanted))
            left -= width + self.spacing()
        return rows


def _shares(row: list[tuple[_Measured, int]], room: int) -> list[int]:
    """Width of each item of a row: what it wants, and of those that grow an equal part of the rest."""
    widths = [wanted for _, wanted in row]
    growing = [index for index, (one, _) in enumerate(row) if one.grows]
    rest = max(0, room - sum(widths))
    for number, index in enumerate(growing):
        widths[index] += rest // len(growing) + (1 if number < rest % len(growing) else 0)
    return [min(width, max(0, room)) for width in widths]


class Fitted(QFrame):
    """A page whose least height follows from its width, also where nobody asks for that: in splitters and scroll areas.

    Qt's own least height is that of a page with endless width, so that what wraps would be cut.
    """

    def heightForWidth(self, width: int) -> int:
        """The least height, which a scroll area gives it; where there is more room it grows."""
        layout = self.layout()
        return layout.totalMinimumHeightForWidth(width) if layout is not None else super().heightForWidth(width)

    def minimumSizeHint(self) -> QSize:
        """As narrow as its widest part, and as high as everything is at the width of now."""
        least, layout = super().minimumSizeHint(), self.layout()
        if layout is not None and layout.hasHeightForWidth():
            least.setHeight(layout.totalMinimumHeightForWidth(max(self.width(), least.width())))
        return least

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width may need another height."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()


class Card(Fitted):
    """A page of its own ground and border."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
