"""A few validation sentences whose translations change as the model learns."""

from __future__ import annotations

import html

from PySide6.QtCore import QEvent, QSize, Qt, Signal, Slot
from PySide6.QtGui import (
    QKeySequence,
    QPainter,
    QPalette,
    QResizeEvent,
    QShortcut,
    QTextDocument,
    QTextOption,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from workbench.engine.runs.history import RunHistory, Sample
from workbench.gui.state.context import AppContext
from workbench.gui.widgets.controls import read_by_rows, single_shot, text_label
from workbench.gui.widgets.rows_model import Index
from workbench.gui.words import formats
from workbench.gui.words.marked import changed_text

#: The cell's HTML; without it the plain text is drawn.
HTML_ROLE = int(Qt.ItemDataRole.UserRole) + 1
_MARGIN = 5


class SamplesTable(QTableWidget):
    """Source, translation now with what changed since the last validation marked, and reference.

    Signals:
        opened: Source text of a sentence the person wants to look at.
    """

    opened = Signal(str)

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(0, 3, parent)
        self._fit_later = single_shot(self, 60, self.resizeRowsToContents)
        self._context = context
        self._history: RunHistory | None = None
        self._shown_version = -1
        self.setObjectName("samplesTable")
        self.setItemDelegate(RichTextDelegate(self))
        read_by_rows(self)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setWordWrap(True)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.setShowGrid(True)
        self.cellActivated.connect(self._on_activated)
        copy = QShortcut(QKeySequence(QKeySequence.StandardKey.Copy), self)
        copy.setContext(Qt.ShortcutContext.WidgetShortcut)
        copy.activated.connect(self._copy)
        text = self.tr(
            "A few validation sentences appear here, translated anew at each validation; what changed is marked."
        )
        self._empty = text_label("muted", text)
        self._empty.setParent(self.viewport())
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setHorizontalHeaderLabels([self.tr("Source"), self.tr("Translation now"), self.tr("Reference")])
        self.setAccessibleName(self.tr("Validation sentences as the model translates them now"))
        context.theme_changed.connect(self._repaint)

    def show_history(self, history: RunHistory) -> None:
        """Show the newest translations; does nothing when they are shown already."""
        if history is self._history and history.samples_version == self._shown_version:
            return
        self._history, self._shown_version = history, history.samples_version
        samples = [history.samples[k] for k in sorted(history.samples)]
        if self.rowCount() != len(samples):
            self.setRowCount(len(samples))
        self._empty.setVisible(not samples)
        for row, sample in enumerate(samples):
            self._show_sample(row, sample)
        self._fit_later.start()

    def _show_sample(self, row: int, sample: Sample) -> None:
        versions = sample.translations
        now = versions[-1][1] if versions else ""
        before = versions[-2][1] if len(versions) > 1 else None
        marked = changed_text(before, now, self._context.theme.added)
        if now and now.strip() == sample.reference.strip():
            marked += f" <span style='color:{self._context.theme.positive}'>✓</span>"
        texts_before = ["", *(text for _, text in versions)]
        story = [
            f"{formats.count(step)}: {text}"
            for (step, text), last in zip(versions, texts_before, strict=False)
            if text != last
        ]
        texts = (sample.source, now, sample.reference)
        tips = (self.tr("Press Enter to open this sentence in the translate pane"), "\n".join(story[-12:]), "")
        for column, (text, tip) in enumerate(zip(texts, tips, strict=True)):
            item = self.item(row, column)
            if item is None:
                item = QTableWidgetItem()
                self.setItem(row, column, item)
            item.setText(text)
            item.setToolTip(tip or text)
        item = self.item(row, 1)
        if item is not None:
            item.setData(HTML_ROLE, marked)

    @Slot(int, int)
    def _on_activated(self, row: int, _column: int) -> None:
        item = self.item(row, 0)
        if item is not None:
            self.opened.emit(item.text())

    @Slot()
    def _copy(self) -> None:
        QApplication.clipboard().setText("\t".join(item.text() for item in self.selectedItems()))

    @Slot(object)
    def _repaint(self, _theme: object) -> None:
        self._shown_version = -1
        if self._history is not None:
            self.show_history(self._history)

    def minimumSizeHint(self) -> QSize:
        """Wide enough for the headers of its three equal columns."""
        header = self.horizontalHeader()
        widest = max(header.sectionSizeFromContents(column).width() for column in range(self.columnCount()))
        around = 2 * self.frameWidth() + self.verticalScrollBar().sizeHint().width()
        return QSize(self.columnCount() * (widest + 1) + around, self.fontMetrics().height() * 4)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap anew."""
        super().resizeEvent(event)
        self._empty.setGeometry(self.viewport().rect().adjusted(20, 0, -20, 0))
        self._fit_later.start()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the text size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit_later.start()


class RichTextDelegate(QStyledItemDelegate):
    """Draws a cell with ``HTML_ROLE`` as wrapped rich text; the plain text stays in the model, for screen readers."""

    def _document(self, option: QStyleOptionViewItem, index: Index) -> QTextDocument:
        text = index.data(HTML_ROLE) or html.escape(str(index.data() or ""))
        document = QTextDocument()
        document.setDocumentMargin(0)
        document.setDefaultFont(option.font)
        wrap = QTextOption()
        wrap.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        # Each sentence runs in the direction of its own script.
        wrap.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        document.setDefaultTextOption(wrap)
        color = option.palette.color(QPalette.ColorRole.Text).name()
        document.setHtml(f"<span style='color:{color}'>{text}</span>")
        table = option.widget
        width = table.columnWidth(index.column()) if isinstance(table, QTableView) else option.rect.width()
        document.setTextWidth(max(40, width - 2 * _MARGIN - 1))
        return document

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw ground, selection and text."""
        self.initStyleOption(option, index)
        option.text = ""
        style = option.widget.style() if option.widget else QApplication.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, option.widget)
        painter.save()
        rect = option.rect
        painter.translate(rect.left() + _MARGIN, rect.top() + _MARGIN)
        painter.setClipRect(0, 0, rect.width() - 2 * _MARGIN, rect.height() - _MARGIN)
        self._document(option, index).drawContents(painter)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Height of the wrapped text."""
        self.initStyleOption(option, index)
        document = self._document(option, index)
        return QSize(round(document.idealWidth()) + 2 * _MARGIN, round(document.size().height()) + 2 * _MARGIN)
