"""A read-only table of sentence pairs, whole sentences wrapped, each side in its own direction."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, QTimer, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from workbench.gui.views.offsets import is_rtl

_Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True)
class PairRow:
    """One pair.

    Attributes:
        source: Source text.
        target: Target text.
        where: File and line, or unit.
        mark: A word to the pair, such as the rule that drops it.
    """

    source: str
    target: str
    where: str = ""
    mark: str = ""


class PairModel(QAbstractTableModel):
    """Columns: source, target, where."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.rows: Sequence[PairRow] = ()
        self.titles = ("", "", "")

    def replace(self, rows: Sequence[PairRow], titles: tuple[str, str, str]) -> None:
        """Show other pairs."""
        self.beginResetModel()
        self.rows, self.titles = rows, titles
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:
        """Pairs."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:
        """Columns."""
        return 0 if parent.isValid() else 3

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Column titles."""
        if orientation == Qt.Orientation.Horizontal and 0 <= section < 3:
            if role == Qt.ItemDataRole.DisplayRole:
                return self.titles[section]
            if role == Qt.ItemDataRole.TextAlignmentRole:
                return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Cell values."""
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        text = (row.source, row.target, row.where)[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return text
        if role == Qt.ItemDataRole.ToolTipRole:
            return text or None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if is_rtl(text) else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
        return None


class PairTable(QTableView):
    """Rows grow with their text."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.pairs = PairModel(self)
        self.setModel(self.pairs)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setMinimumHeight(60)
        self.setShowGrid(False)
        self.setAlternatingRowColors(True)
        self.setWordWrap(True)
        self.setStyleSheet("QTableView::item { padding: 3px 7px 3px 5px; }")
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        for column in (0, 1):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        self._fit = QTimer(self, singleShot=True, interval=0)
        self._fit.timeout.connect(self._fit_rows)

    def show_pairs(self, rows: Sequence[PairRow], source: str, target: str, where: str) -> None:
        """Show pairs under these column titles."""
        self.pairs.replace(rows, (source, target, where))
        widest = max((self.fontMetrics().horizontalAdvance(r.where) for r in rows), default=0)
        title = self.fontMetrics().horizontalAdvance(where)
        most = self.fontMetrics().horizontalAdvance("M" * 16)
        self.setColumnWidth(2, min(most, max(widest, title) + 24))
        self._fit.start()

    @Slot()
    def _fit_rows(self) -> None:
        least = round(self.fontMetrics().height() * 1.6)
        for row in range(self.pairs.rowCount()):
            self.setRowHeight(row, min(8 * least, max(least, self.sizeHintForRow(row))))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap again."""
        super().resizeEvent(event)
        self._fit.start()
