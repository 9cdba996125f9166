"""The trainings that wait, in the order in which they will run."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QPushButton, QVBoxLayout, QWidget

from workbench.gui.layouts import arrange
from workbench.gui.state.context import AppContext
from workbench.gui.theme import icon
from workbench.gui.widgets.controls import beside, described, push_button, text_label
from workbench.gui.words import formats


class QueueList(QWidget):
    """A list with buttons; the list itself also takes drag and drop and Alt+arrows."""

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self._training = context, context.training
        self._moving = False
        self.hint = text_label("muted")
        tip = self.tr("Drag to reorder, or use Alt+Up and Alt+Down; Delete removes")
        self.list = described(QListWidget(), "queueList", tip, self.tr("Waiting trainings, next one first"))
        self.list.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.list.model().rowsMoved.connect(self._on_dragged)
        self.list.currentRowChanged.connect(self._enable)
        self.buttons: dict[str, QPushButton] = {}
        up, down = partial(self._move, -1), partial(self._move, 1)
        start = self._training.start_next
        for name, text, tip, slot in (
            ("queueStart", self.tr("Start &next"), self.tr("Start the first waiting training now"), start),
            ("queueUp", self.tr("&Up"), self.tr("Run this one earlier (Alt+Up)"), up),
            ("queueDown", self.tr("&Down"), self.tr("Run this one later (Alt+Down)"), down),
            ("queueRemove", self.tr("&Remove"), self.tr("Do not run this one (Delete)"), self._remove),
        ):
            self.buttons[name] = push_button(name, text, tip, slot)
        for keys, slot in (("Alt+Up", up), ("Alt+Down", down), ("Delete", self._remove)):
            shortcut = QShortcut(QKeySequence(keys), self.list)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(slot)
        buttons = beside(*self.buttons.values(), None)
        arrange(QVBoxLayout(self), self.hint, (self.list, 1), buttons, margins=(8, 8, 8, 8))
        self._training.queue_changed.connect(self.refresh)
        self._training.state_changed.connect(self.refresh)
        context.theme_changed.connect(self._paint_icons)
        self._paint_icons()
        self.refresh()

    @Slot()
    def _paint_icons(self, _theme: object = None) -> None:
        names = {"queueStart": "play", "queueUp": "arrow-up", "queueDown": "arrow-down", "queueRemove": "close"}
        for name, picture in names.items():
            self.buttons[name].setIcon(icon(f"mdi6.{picture}", self._context.theme))

    @Slot()
    def refresh(self) -> None:
        """Show the queue as it is."""
        if self._moving:
            return
        row = self.list.currentRow()
        texts = [self._text(i) for i in range(len(self._training.queue))]
        if texts != [self.list.item(i).text() for i in range(self.list.count())]:
            self.list.clear()
            self.list.addItems(texts)
            self.list.setCurrentRow(min(row, self.list.count() - 1))
        if not texts:
            hint = self.tr("Nothing waits. Start another training while one runs, and it waits here for its turn.")
        elif self._training.held:
            hint = self.tr("The queue is held. Press “Start next” to go on with it.")
        else:
            hint = self.tr("The first one starts when the running training ends.")
        self.hint.setText(hint)
        self._enable()

    def _text(self, index: int) -> str:
        request = self._training.queue[index]
        time = f" · {formats.rough_duration(request.estimate)}" if request.estimate else ""
        return f"{index + 1}.  {request.run_dir.name}  ({request.config.preset or '–'}{time})"

    @Slot()
    def _enable(self, _row: int = 0) -> None:
        row, count = self.list.currentRow(), len(self._training.queue)
        self.buttons["queueStart"].setEnabled(bool(count) and not self._training.busy)
        self.buttons["queueUp"].setEnabled(row > 0)
        self.buttons["queueDown"].setEnabled(0 <= row < count - 1)
        self.buttons["queueRemove"].setEnabled(row >= 0)

    def _move(self, by: int) -> None:
        row = self.list.currentRow()
        if 0 <= row + by < self.list.count() and row >= 0:
            self._training.move_in_queue(row, row + by)
            self.list.setCurrentRow(row + by)

    @Slot()
    def _remove(self) -> None:
        if self.list.currentRow() >= 0:
            self._training.remove_from_queue(self.list.currentRow())

    @Slot()
    def _on_dragged(self, _parent: object, start: int, _end: int, _to_parent: object, to: int) -> None:
        self._moving = True  # the view has moved its row already
        self._training.move_in_queue(start, to - 1 if to > start else to)
        self._moving = False
        self.refresh()

    def sizeHint(self) -> QSize:
        """A few rows."""
        return QSize(300, 140)
