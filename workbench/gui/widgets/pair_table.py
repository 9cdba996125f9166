"""A read-only table of sentence pairs, whole sentences wrapped, each side in its own direction."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from workbench.gui.views.offsets import is_rtl
from workbench.gui.widgets.controls import read_by_rows, single_shot
from workbench.gui.widgets.rows_model import Index, RowsModel, alignment


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


class PairModel(RowsModel[PairRow]):
    """Columns: source, target, where."""

    sorted_by_person = False

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.titles = ("", "", "")

    def columns(self) -> list[tuple[str, str, bool]]:
        """Titles of the two sides and of the place."""
        return [(title, "", False) for title in self.titles]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
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
            return alignment(is_rtl(text)) | Qt.AlignmentFlag.AlignAbsolute
        return None


class PairTable(QTableView):
    """Rows grow with their text."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.pairs = PairModel(self)
        self.setModel(self.pairs)
        read_by_rows(self, "padding: 3px 7px 3px 5px;")
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setMinimumHeight(60)
        self.setAlternatingRowColors(True)
        self.setWordWrap(True)
        header = self.horizontalHeader()
        for column in (0, 1):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        self._fit = single_shot(self, 0, self._fit_rows)

    def show_pairs(self, rows: Sequence[PairRow], source: str, target: str, where: str) -> None:
        """Show pairs under these column titles."""
        self.pairs.titles = (source, target, where)
        self.pairs.replace(rows)
        self._fit_place()
        self._fit.start()

    def _fit_place(self) -> None:
        """The place is as wide as its texts, up to a limit; the two sides share the rest."""
        metrics = self.fontMetrics()
        widest = max((metrics.horizontalAdvance(r.where) for r in self.pairs.rows), default=0) + 24
        title = self.horizontalHeader().sectionSizeFromContents(2).width()
        self.setColumnWidth(2, max(title, min(metrics.horizontalAdvance("M" * 16), widest)))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the text size."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange) and self.pairs.rows:
            self._fit_place()
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
