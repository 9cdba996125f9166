"""Two lists beside the translation: the n-best list, and the same sentence through the checkpoints of a run."""

from __future__ import annotations

import html
from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSignalBlocker, QSize, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QTextDocument, QTextOption
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from workbench.engine.core.types import Hypothesis
from workbench.gui.state.context import AppContext
from workbench.gui.theme import name_control
from workbench.gui.views.offsets import direction_of
from workbench.gui.words import formats
from workbench.gui.words.marked import changed_text

_HTML = Qt.ItemDataRole.UserRole + 1
_VALUE = Qt.ItemDataRole.UserRole + 2


class RichDelegate(QStyledItemDelegate):
    """Draws an item's small rich text, wrapped, in the list's colours."""

    def _document(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QTextDocument:
        document = QTextDocument()
        document.setDefaultFont(option.font)
        document.setDocumentMargin(5)
        text = QTextOption()
        text.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        document.setDefaultTextOption(text)
        document.setHtml(str(index.data(_HTML)))
        view = option.widget
        width = option.rect.width()
        if isinstance(view, QAbstractItemView):
            # Less the scroll bar even where there is none yet: heights must not change when it comes.
            width = view.width() - 2 * view.frameWidth() - view.verticalScrollBar().sizeHint().width()
        document.setTextWidth(max(60, width - 2))
        return document

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Background by the style, text by the document."""
        self.initStyleOption(option, index)
        option.text = ""
        view: QWidget = option.widget
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        rect = option.rect
        if chosen:
            painter.fillRect(rect, view.property("soft") or view.palette().midlight().color())
        painter.save()
        painter.translate(rect.topLeft())
        document = self._document(option, index)
        document.drawContents(painter, QRectF(0, 0, rect.width(), rect.height()))
        painter.restore()
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(view.palette().highlight().color())
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(rect.adjusted(0, 0, -1, -1))

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Height of the wrapped text."""
        document = self._document(option, index)
        return QSize(60, round(document.size().height()))


class RichList(QListWidget):
    """A list of wrapped rich texts."""

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.setItemDelegate(RichDelegate(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.setUniformItemSizes(False)
        context.theme_changed.connect(self._on_theme)
        self._on_theme(context.theme)

    @Slot(object)
    def _on_theme(self, _theme: object) -> None:
        self.setProperty("soft", self._context.theme.color("accent_soft"))
        self.fill()

    def fill(self) -> None:
        """Write the items anew."""

    def add(self, rich: str, plain: str, value: int) -> None:
        """Append an item: rich text shown, plain text for screen readers."""
        item = QListWidgetItem(self)
        item.setData(_HTML, rich)
        item.setData(_VALUE, value)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, plain)

    def minimumSizeHint(self) -> QSize:
        """Two lines."""
        return QSize(120, self.fontMetrics().height() * 3)

    def muted(self, text: str) -> str:
        """Text in the quiet colour."""
        return f'<span style="color:{self._context.theme.muted}">{html.escape(text)}</span>'


class NbestList(RichList):
    """What the search found, best first; choosing one shows its alignment.

    Signals:
        chosen: Index of the hypothesis.
    """

    chosen = Signal(int)

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        self._hypotheses: tuple[Hypothesis, ...] = ()
        self._current = 0
        super().__init__(context, parent)
        self.setObjectName("nbestList")
        self.currentRowChanged.connect(self._on_row)
        tip = self.tr("The best translations found, with their score: log-probability a piece, higher is better.")
        name_control(self, self.tr("N-best list"), tip)

    def show_list(self, hypotheses: Sequence[Hypothesis], current: int) -> None:
        """Show an n-best list."""
        if tuple(hypotheses) is self._hypotheses and current == self._current:
            return
        self._hypotheses, self._current = tuple(hypotheses), current
        self.fill()

    def fill(self) -> None:
        """One item a hypothesis."""
        with QSignalBlocker(self):
            self.clear()
            for number, hypothesis in enumerate(self._hypotheses):
                score = f"\u2066{formats.number(hypothesis.score, 2)}\u2069"
                text = hypothesis.text or self.tr("(nothing)")
                direction = direction_of(text)
                rich = f'<div dir="{direction}">{self.muted(score)}&nbsp; {html.escape(text)}</div>'
                self.add(
                    rich,
                    self.tr("{number}: {text}, score {score}").format(number=number + 1, text=text, score=score),
                    number,
                )
            if self._hypotheses:
                self.setCurrentRow(min(self._current, len(self._hypotheses) - 1))

    @Slot(int)
    def _on_row(self, row: int) -> None:
        if 0 <= row < len(self._hypotheses) and row != self._current:
            self._current = row
            self.chosen.emit(row)


class LearningList(RichList):
    """One sentence at every checkpoint, oldest first; what changed since the step before is marked.

    Signals:
        step_chosen: Step whose model should translate.
    """

    step_chosen = Signal(int)

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        self._rows: list[tuple[int, str | None]] = []
        self._current = -1
        super().__init__(context, parent)
        self.setObjectName("learningList")
        self.itemActivated.connect(self._on_item)
        self.itemClicked.connect(self._on_item)
        tip = self.tr(
            "The selected sentence translated by each checkpoint of the run; new words are marked. Click a step to"
            " see its alignment."
        )
        name_control(self, self.tr("The sentence through training"), tip)

    def show_steps(self, rows: Sequence[tuple[int, str | None]], current: int) -> None:
        """Show translations by step; ``None`` where it is not known yet."""
        if list(rows) == self._rows and current == self._current:
            return
        self._rows, self._current = list(rows), current
        self.fill()

    def fill(self) -> None:
        """One item a step."""
        place = self.verticalScrollBar().value()
        with QSignalBlocker(self):
            self.clear()
            before: str | None = None
            for row, (step, text) in enumerate(self._rows):
                shown = self.muted("…") if text is None else changed_text(before, text, self._context.theme.added)
                direction = direction_of(text or "")
                rich = f'<div dir="{direction}">{self.muted(formats.count(step))}&nbsp; {shown}</div>'
                self.add(rich, self.tr("Step {step}: {text}").format(step=formats.count(step), text=text or "…"), step)
                if step == self._current:
                    self.setCurrentRow(row)
                before = text if text is not None else before
        self.verticalScrollBar().setValue(place)
        if self.currentItem() is not None:
            self.scrollToItem(self.currentItem())

    @Slot(QListWidgetItem)
    def _on_item(self, item: QListWidgetItem) -> None:
        self.step_chosen.emit(int(item.data(_VALUE)))
