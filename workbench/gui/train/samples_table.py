"""A few validation sentences whose translations change as the model learns."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QHeaderView,
    QLabel,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from workbench.engine.runs.history import RunHistory, Sample
from workbench.gui.state.context import AppContext
from workbench.gui.theme import set_role
from workbench.gui.train.rich_delegate import HTML_ROLE, RichTextDelegate
from workbench.gui.train.text_changes import mark_changes


class SamplesTable(QTableWidget):
    """Source, translation now with what changed since the last validation marked, and reference.

    Signals:
        opened: Source text of a sentence the person wants to look at.
    """

    opened = Signal(object)

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(0, 3, parent)
        self._context = context
        self._history: RunHistory | None = None
        self._shown_version = -1
        self.setObjectName("samplesTable")
        self.setItemDelegate(RichTextDelegate(self))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setWordWrap(True)
        self.verticalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.horizontalHeader().setHighlightSections(False)
        self.setShowGrid(True)
        self.cellActivated.connect(self._on_activated)
        copy = QShortcut(QKeySequence(QKeySequence.StandardKey.Copy), self)
        copy.setContext(Qt.ShortcutContext.WidgetShortcut)
        copy.activated.connect(self._copy)
        self._empty = QLabel(self.viewport())
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setWordWrap(True)
        self._empty.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        set_role(self._empty, "muted")
        self._fit_later = QTimer(self)
        self._fit_later.setSingleShot(True)
        self._fit_later.setInterval(60)
        self._fit_later.timeout.connect(self.resizeRowsToContents)
        context.theme_changed.connect(self._repaint)
        self._retranslate()

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
        right = bool(now) and now.strip() == sample.reference.strip()
        marked = mark_changes(before, now, self._context.theme)
        if right:
            marked += f" <span style='color:{self._context.theme.positive}'>✓</span>"
        story: list[str] = []
        last = ""
        for step, text in versions:
            if text != last:
                story.append(f"{step:,}: {text}")
            last = text
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
        texts = [i.text() for i in self.selectedItems()]
        QApplication.clipboard().setText("\t".join(texts))

    @Slot(object)
    def _repaint(self, _theme: object) -> None:
        self._shown_version = -1
        if self._history is not None:
            self.show_history(self._history)

    def _retranslate(self) -> None:
        self._empty.setText(
            self.tr(
                "A few validation sentences appear here, translated anew at each validation; what changed is marked."
            )
        )
        self.setHorizontalHeaderLabels([self.tr("Source"), self.tr("Translation now"), self.tr("Reference")])
        self.setAccessibleName(self.tr("Validation sentences as the model translates them now"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap anew."""
        super().resizeEvent(event)
        self._empty.setGeometry(self.viewport().rect().adjusted(20, 0, -20, 0))
        self._fit_later.start()

    def changeEvent(self, event: QEvent) -> None:
        """Follow language and text size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        elif event.type() == QEvent.Type.FontChange and hasattr(self, "_fit_later"):
            self._fit_later.start()
