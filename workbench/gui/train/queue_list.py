"""The trainings that wait, in the order in which they will run."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, Qt, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from workbench.gui.layouts import Card, FlowLayout, arrange
from workbench.gui.state.context import AppContext
from workbench.gui.theme import icon
from workbench.gui.widgets.controls import described, push_button, text_label
from workbench.gui.words import formats

#: Rows that are seen at once.
_MOST_ROWS = 4


class QueueList(Card):
    """There only while something waits: a list with buttons; it also takes drag and drop and Alt+arrows."""

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self._training = context, context.training
        self._moving = False
        self.setObjectName("queueCard")
        self.title = text_label("heading", name="queueTitle", wrap=False)
        self.title.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.hint = text_label("muted", name="queueHint")
        tip = self.tr("Drag to reorder, or use Alt+Up and Alt+Down; Delete removes")
        self.list = described(QListWidget(), "queueList", tip, self.tr("Waiting trainings, next one first"))
        self.list.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.list.model().rowsMoved.connect(self._on_dragged)
        self.list.currentRowChanged.connect(self._enable)
        self.buttons: dict[str, QPushButton] = {}
        up, down = partial(self._move, -1), partial(self._move, 1)
        start = self._training.start_next
        for name, text, tip, slot in (
            ("queueStart", self.tr("Start ne&xt"), self.tr("Start the first waiting training now"), start),
            ("queueUp", self.tr("Up"), self.tr("Run this one earlier (Alt+Up)"), up),
            ("queueDown", self.tr("Down"), self.tr("Run this one later (Alt+Down)"), down),
            ("queueRemove", self.tr("Remove"), self.tr("Do not run this one (Delete)"), self._remove),
        ):
            self.buttons[name] = push_button(name, text, tip, slot)
        for keys, slot in (("Alt+Up", up), ("Alt+Down", down), ("Delete", self._remove)):
            shortcut = QShortcut(QKeySequence(keys), self.list)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(slot)
        top = FlowLayout(self.title, *self.buttons.values())
        arrange(QVBoxLayout(self), top, self.hint, self.list, margins=(14, 8, 14, 10), spacing=6)
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
        self.title.setText(self.tr("Waiting trainings: {count}").format(count=len(texts)))
        self.hint.setText(self._hint())
        self.setVisible(bool(texts))
        self._fit()
        self._enable()

    def _hint(self) -> str:
        busy, held = self._training.busy, self._training.held
        if busy and held:
            return self.tr("They wait until you start them: the running training is being stopped.")
        if busy:
            return self.tr("The first one starts when the running training ends.")
        return self.tr("Nothing trains now. Press “Start next” to go on with them.")

    def _fit(self) -> None:
        """As high as its rows, up to a few."""
        rows = min(_MOST_ROWS, max(1, self.list.count()))
        row = max(self.list.sizeHintForRow(0), self.fontMetrics().height())
        self.list.setFixedHeight(rows * row + 2 * self.list.frameWidth() + 2)

    def event(self, event: QEvent) -> bool:
        """Follow the list, which has another text size a moment after the card itself."""
        if event.type() == QEvent.Type.LayoutRequest and self.isVisible():
            self._fit()
        return super().event(event)

    def _text(self, index: int) -> str:
        request = self._training.queue[index]
        time = f" · {formats.rough_duration(request.estimate)}" if request.estimate else ""
        return f"{index + 1}.  {request.run_dir.name}  ({request.config.preset or '–'}{time})"

    @Slot()
    def _enable(self, _row: int = 0) -> None:
        count = len(self._training.queue)
        self.buttons["queueStart"].setVisible(not self._training.busy)
        for name in ("queueUp", "queueDown"):
            self.buttons[name].setVisible(count > 1)
        row = self.list.currentRow()  # what is hidden hands its focus on, perhaps to the list
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
