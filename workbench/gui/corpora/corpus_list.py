"""The list of corpora: title, languages and size of each."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QEvent, QModelIndex, QObject, QRect, QSize, Qt
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from workbench.engine.corpora.corpus_info import CorpusInfo
from workbench.gui.state.context import AppContext
from workbench.gui.widgets.rows_model import Index
from workbench.gui.words import formats
from workbench.gui.words.schema_texts import corpus_description, corpus_title

INFO_ROLE = Qt.ItemDataRole.UserRole
LINE_ROLE = Qt.ItemDataRole.UserRole + 1


class CorpusModel(QAbstractListModel):
    """Corpora, the built-in ones first."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.rows: list[CorpusInfo] = []

    def replace(self, corpora: Sequence[CorpusInfo]) -> None:
        """Show these corpora."""
        self.beginResetModel()
        self.rows = list(corpora)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        """Corpora."""
        return 0 if parent.isValid() else len(self.rows)

    def line(self, info: CorpusInfo) -> str:
        """The second line of an entry."""
        pairs = self.tr("{count} pairs").format(count=formats.count(info.pairs))
        parts = [formats.direction(info.source_lang, info.target_lang), pairs]
        if info.builtin:
            parts.append(self.tr("built-in"))
        return " · ".join(parts)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Texts of an entry."""
        if not index.isValid() or index.row() >= len(self.rows):
            return None
        info = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return corpus_title(info)
        if role == LINE_ROLE:
            return self.line(info)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{corpus_title(info)}, {self.line(info)}"
        if role == Qt.ItemDataRole.ToolTipRole:
            parts = (corpus_title(info), self.line(info), corpus_description(info), info.licence)
            return "\n".join(part for part in parts if part)
        return info if role == INFO_ROLE else None


class _Delegate(QStyledItemDelegate):
    """Two lines: the title, and what there is of it in a quieter colour."""

    def __init__(self, context: AppContext, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Room for two lines."""
        return QSize(120, round(option.fontMetrics.height() * 2.2) + 16)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint an entry."""
        theme, rect = self._context.theme, option.rect.adjusted(3, 2, -3, -2)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        if selected or hovered:
            painter.setBrush(theme.color("accent_soft" if selected else "raised"))
            painter.drawRoundedRect(rect, 6, 6)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(theme.color("accent"))
            painter.drawRoundedRect(rect.adjusted(0, 0, -1, -1), 6, 6)
        inner = rect.adjusted(10, 5, -8, -5)
        height = inner.height() // 2
        self._text(painter, inner.adjusted(0, 0, 0, -height), option, str(index.data()), "text", bold=selected)
        self._text(painter, inner.adjusted(0, height, 0, 0), option, str(index.data(LINE_ROLE)), "muted")
        painter.restore()

    def _text(
        self, painter: QPainter, rect: QRect, option: QStyleOptionViewItem, text: str, color: str, bold: bool = False
    ) -> None:
        font = QFont(option.font)
        font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
        if color == "muted":
            font.setPointSizeF(font.pointSizeF() * 0.92)
        painter.setFont(font)
        painter.setPen(self._context.theme.color(color))
        elided = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
        painter.drawText(rect, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, elided)


class CorpusList(QListView):
    """One corpus can be selected."""

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("corpusList")
        self.corpora = CorpusModel(self)
        self.setModel(self.corpora)
        self.setItemDelegate(_Delegate(context, self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setAccessibleName(self.tr("Corpora"))
        self.setToolTip(self.tr("Select a corpus to see what it holds"))

    def show_corpora(self, corpora: Sequence[CorpusInfo], select: str = "") -> None:
        """Show corpora; the selected one stays selected, or ``select`` is."""
        current = self.current()
        wanted = select or (current.name if current else "")
        row = max(0, self.currentIndex().row())
        # The pane looks at the selection once, afterwards.
        blocked = self.selectionModel().blockSignals(True)
        self.corpora.replace(corpora)
        names = self.names()
        if names:
            row = names.index(wanted) if wanted in names else min(row, len(names) - 1)
            self.setCurrentIndex(self.corpora.index(row, 0))
            self.scrollTo(self.currentIndex())
        self.selectionModel().blockSignals(blocked)
        self.viewport().update()

    def names(self) -> list[str]:
        """Names of all corpora."""
        return [info.name for info in self.corpora.rows]

    def current(self) -> CorpusInfo | None:
        """The selected corpus."""
        index = self.currentIndex()
        return index.data(INFO_ROLE) if index.isValid() else None

    def changeEvent(self, event: QEvent) -> None:
        """Follow the text size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.scheduleDelayedItemsLayout()
