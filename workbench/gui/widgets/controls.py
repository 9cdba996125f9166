"""Making controls and lines of them: name, tooltip, accessible name and look in one call."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeVar

from PySide6.QtCore import QByteArray, QEvent, QObject, QSignalBlocker, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QSplitter,
    QTableView,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from workbench.gui.layouts import arrange
from workbench.gui.theme import name_control, named, plain

_Control = TypeVar("_Control", bound=QWidget)
#: How often a scroll bar goes at one size of its area; then it stays, until the size is another.
_UNDONE = 8
#: What ``beside`` takes: a widget or layout, the same with its stretch, or ``None`` for empty room.
Part = QWidget | QLayout | tuple[QWidget | QLayout, int] | None


def described(control: _Control, name: str, tip: str = "", accessible: str = "", role: str = "") -> _Control:
    """Give a control its object name, tooltip, accessible name (of a button: its text, unless given) and look."""
    if not accessible and isinstance(control, QAbstractButton):
        accessible = plain(control.text())
    name_control(control, accessible, tip)
    return named(control, name, role)


def push_button(
    name: str, text: str, tip: str, slot: Callable[[], object], *, accessible: str = "", role: str = ""
) -> QPushButton:
    """A button that calls ``slot`` without arguments."""
    button = described(QPushButton(text), name, tip, accessible, role)
    button.clicked.connect(lambda _checked=False: slot())
    return button


def text_label(role: str = "", text: str = "", *, name: str = "", wrap: bool = True) -> QLabel:
    """A label with a look of the style sheet."""
    label = named(QLabel(text), name, role)
    label.setWordWrap(wrap)
    return label


def label_for(control: QWidget, text: str, role: str = "muted") -> QLabel:
    """A label whose shortcut leads to a control."""
    label = text_label(role, text, wrap=False)
    label.setBuddy(control)
    return label


class TitleBlock(QWidget):
    """A title over what is to be said about it, beside which there may be buttons.

    Args:
        letters: Of normal text that always fit into a line.
        labels: The title and the rest.
    """

    def __init__(self, letters: int, *labels: QLabel) -> None:
        super().__init__()
        self._letters = letters
        arrange(QVBoxLayout(self), *labels, spacing=1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def minimumSizeHint(self) -> QSize:
        """Room for so many letters."""
        least = super().minimumSizeHint()
        return QSize(max(least.width(), self.fontMetrics().averageCharWidth() * self._letters), least.height())


def labelled(text: str, control: QWidget) -> QWidget:
    """A control behind its label, as one thing that goes into the next row whole."""
    both = QWidget()
    arrange(QHBoxLayout(both), label_for(control, text), (control, 1), spacing=8)
    both.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    return both


def beside(*parts: Part, spacing: int = -1) -> QHBoxLayout:
    """Widgets and layouts beside each other."""
    return arrange(QHBoxLayout(), *parts, spacing=spacing)


def splitter(
    orientation: Qt.Orientation, first: QWidget, second: QWidget, sizes: tuple[int, int] | None = None
) -> QSplitter:
    """Two widgets that share their room and do not vanish."""
    made = QSplitter(orientation)
    made.addWidget(first)
    made.addWidget(second)
    made.setChildrenCollapsible(False)
    if sizes is not None:
        made.setSizes(sizes)
    return made


class _Column(QScrollArea):
    """Scrolls up and down only, so it is never narrower than its page.

    It gives the page its size itself: what Qt does goes in circles, and ends the program, where a page needs less
    height beside the scroll bar than without it, or another height at the width it has than at the one it would get.
    """

    def __init__(self) -> None:
        super().__init__()
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._fitting = False
        self._room, self._undone = QSize(), 0

    def minimumSizeHint(self) -> QSize:
        """The width of the page and its scroll bar."""
        page, bar = self.widget(), self.verticalScrollBar().sizeHint().width()
        width = page.minimumSizeHint().width() + bar if page is not None else bar
        return QSize(width, self.fontMetrics().height() * 3)

    def sizeHint(self) -> QSize:
        """That of the page, up to the same bounds as Qt's."""
        page, line = self.widget(), self.fontMetrics().height()
        return page.sizeHint().boundedTo(QSize(36 * line, 24 * line)) if page is not None else super().sizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width, another height."""
        super().resizeEvent(event)
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the page when its size changes, with the text size for instance."""
        if watched is self.widget() and event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
            self._fit()
        return super().eventFilter(watched, event)

    def _fit(self) -> None:
        """As wide as there is room, and as high as it needs; with a scroll bar where that is too high without one."""
        page, room = self.widget(), self.contentsRect().size()
        if page is None or self._fitting:
            return
        if room != self._room:
            self._room, self._undone = room, 0
        bar, policy = self.verticalScrollBar().sizeHint().width(), Qt.ScrollBarPolicy
        before = self.verticalScrollBarPolicy() == policy.ScrollBarAlwaysOn
        needed = _height_at(page, room.width()) > room.height()
        if before and not needed:
            # a page that changes its mind as often as it gets its way keeps the bar
            self._undone += 1
            needed = self._undone > _UNDONE
        width = max(room.width() - (bar if needed else 0), page.minimumSizeHint().width())
        self._fitting = True
        try:
            self.setVerticalScrollBarPolicy(policy.ScrollBarAlwaysOn if needed else policy.ScrollBarAlwaysOff)
            page.resize(width, max(room.height(), _height_at(page, width)))
        finally:
            self._fitting = False


def restore_splitter(splitter: QSplitter, state: QByteArray) -> bool:
    """Put the handles where a person left them; a state of another version, which lay the other way, is left.

    Returns:
        Whether they were put there.
    """
    before, sizes = splitter.orientation(), splitter.sizes()
    found = splitter.restoreState(state)
    if splitter.orientation() == before:
        return found
    splitter.setOrientation(before)
    splitter.setSizes(sizes)
    return False


def _height_at(page: QWidget, width: int) -> int:
    """The least height of a page at a width."""
    layout = page.layout()
    wraps = layout.hasHeightForWidth() if layout is not None else page.sizePolicy().hasHeightForWidth()
    return max(page.minimumHeight(), page.heightForWidth(width) if wraps else page.minimumSizeHint().height())


def scrolled(page: QWidget, *, sideways: bool = True) -> QScrollArea:
    """A widget in an area that scrolls when there is too little room, and takes no focus itself.

    Args:
        page: The widget.
        sideways: Whether it may be wider than the area; otherwise the area is as wide as the page needs.
    """
    area = scroll_area(sideways=sideways)
    scroll_in(area, page)
    return area


def scroll_area(*, sideways: bool = True) -> QScrollArea:
    """The area of ``scrolled``, still empty."""
    area = QScrollArea() if sideways else _Column()
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(sideways)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return area


def scroll_in(area: QScrollArea, page: QWidget) -> None:
    """Put a page into an area that is empty."""
    area.setWidget(page)
    # The window's background shows through: an area of its own palette would keep the colours of the last theme.
    area.viewport().setAutoFillBackground(False)
    page.setAutoFillBackground(False)


class Tabs(QTabWidget):
    """Pages whose tabs are shortened where they have no room; the tooltip has the whole text.

    None of the pages makes a pane higher for being narrow: they take the height that there is. Pages that few look at
    are built when they are: whatever a pane holds costs time at every change of text size, theme and language.

    Signals:
        grew: A page was built.

    Args:
        name: Object name.
        accessible: What a screen reader calls the row of tabs.
        flat: Whether the pages have no frame.
    """

    grew = Signal(QWidget)

    def __init__(self, name: str, accessible: str = "", parent: QWidget | None = None, *, flat: bool = False) -> None:
        super().__init__(parent)
        self._later: dict[int, Callable[[], QWidget]] = {}
        self.currentChanged.connect(self.built)  # before anyone else hears of it
        self.setDocumentMode(flat)
        self.tabBar().setDrawBase(not flat)
        self._tips: dict[int, str] = {}
        self.setObjectName(name)
        self.setUsesScrollButtons(False)
        self.setElideMode(Qt.TextElideMode.ElideRight)
        self.tabBar().setAccessibleName(accessible)

    def hasHeightForWidth(self) -> bool:
        """See above."""
        return False

    def add(self, page: QWidget, text: str = "", tip: str = "") -> int:
        """Add a page at the end, and return its number."""
        index = self.addTab(page, text)
        self.rename(index, text, tip)
        return index

    def add_later(self, build: Callable[[], QWidget], text: str = "", tip: str = "") -> int:
        """Add a page at the end that ``build`` makes when it is first looked at, or asked for; return its number."""
        index = self.add(QWidget(), text, tip)
        self._later[index] = build
        return index

    @Slot(int)
    def built(self, index: int) -> QWidget | None:
        """A page by its number, built now if it is not there yet."""
        place, build = self.widget(index), self._later.pop(index, None)
        if build is not None:
            page, shown = build(), self.currentIndex() == index
            quiet = QSignalBlocker(self)
            self.insertTab(index, page, self.tabText(index))
            if shown:
                self.setCurrentIndex(index)
            self.removeTab(index + 1)
            quiet.unblock()
            if place is not None:
                place.deleteLater()
            self.rename(index, self.tabText(index))
            self.grew.emit(page)
            return page
        return place

    def rename(self, index: int, text: str, tip: str | None = None) -> None:
        """Another text on a tab; the tip stays where none is given."""
        self.setTabText(index, text)
        tip = self._tips[index] = self._tips.get(index, "") if tip is None else tip
        self.setTabToolTip(index, f"{plain(text)}\n{tip}" if tip else plain(text))


def single_shot(parent: QObject, milliseconds: int, slot: Callable[[], object]) -> QTimer:
    """A timer that calls ``slot`` once after each start."""
    timer = QTimer(parent)
    timer.setSingleShot(True)
    timer.setInterval(milliseconds)
    timer.timeout.connect(slot)
    return timer


def read_by_rows(table: QTableView, padding: str = "", row_height: float = 0.0) -> None:
    """Make a table one of whole rows that are read: no grid, no row numbers, Tab leaves it.

    Args:
        table: The table.
        padding: Of its cells, as a style sheet says it; "" leaves it.
        row_height: In heights of a line of text; 0 leaves the rows as they are.
    """
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setTabKeyNavigation(False)
    table.setShowGrid(False)
    table.setWordWrap(False)
    if padding:
        table.setStyleSheet(f"QTableView::item {{ {padding} }}")
    table.verticalHeader().hide()
    table.horizontalHeader().setHighlightSections(False)
    if row_height:
        table.verticalHeader().setDefaultSectionSize(round(table.fontMetrics().height() * row_height))


def decision(dialog: QDialog, name: str, text: str) -> tuple[QDialogButtonBox, QPushButton]:
    """The lowest row of a dialog: Cancel, and a button that accepts it; the row and that button."""
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    accept = described(buttons.addButton(text, QDialogButtonBox.ButtonRole.AcceptRole), name, role="primary")
    buttons.accepted.connect(dialog.accept)
    buttons.rejected.connect(dialog.reject)
    return buttons, accept


def show_problem(label: QLabel, text: str) -> None:
    """Say what is wrong; nothing takes no room."""
    label.setText(text)
    label.setVisible(bool(text))


def unused_name(stem: str, taken: Iterable[str]) -> str:
    """``stem``, or ``stem-2`` and so on where it is taken in any letter case (``taken`` is case-folded)."""
    name, number = stem, 1
    while name.casefold() in taken:
        number += 1
        name = f"{stem}-{number}"
    return name
