"""A read-only table of sentence pairs, whole sentences wrapped, each side in its own direction."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, Slot
from PySide6.QtGui import QFont, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from workbench.gui import theme
from workbench.gui.views.offsets import is_rtl
from workbench.gui.widgets.controls import read_by_rows, single_shot
from workbench.gui.widgets.rows_model import Index, RowsModel, alignment

#: A pair that does not count, and one that says something else than it did.
LEFT_OUT, REPLACED = "left_out", "replaced"


@dataclass(frozen=True)
class PairRow:
    """One pair.

    Attributes:
        source: Source text.
        target: Target text.
        where: File and line, or unit.
        mark: ``LEFT_OUT``, ``REPLACED`` or "": how it is drawn.
        note: More about it, for the tooltip of its place.
    """

    source: str
    target: str
    where: str = ""
    mark: str = ""
    note: str = ""


#: Rows whose lines are broken in one turn of the event loop.
_ROWS_A_TURN = 12


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
            return "\n".join(part for part in (text, row.note if index.column() == 2 else "") if part) or None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return alignment(is_rtl(text)) | Qt.AlignmentFlag.AlignAbsolute
        return self._look_of(row.mark, index.column(), role) if row.mark else None

    def _look_of(self, mark: str, column: int, role: int) -> Any:
        """A pair that is left out is pale and struck through, an edited one has a soft ground; both say so in words."""
        colors = theme.in_use()
        if role == Qt.ItemDataRole.ForegroundRole:
            return colors.color("muted" if mark == LEFT_OUT else "text")
        if role == Qt.ItemDataRole.BackgroundRole and mark == REPLACED:
            return colors.color("added")
        if role == Qt.ItemDataRole.FontRole and mark == LEFT_OUT and column < 2:
            font = QFont()
            font.setStrikeOut(True)
            return font
        return None


class PairTable(QTableView):
    """Rows grow with their text.

    Args:
        name: Object name.
        lines: Of text that there is always room for, with the titles.
    """

    def __init__(self, name: str, lines: float = 3.5, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines = lines
        self.setObjectName(name)
        self.pairs = PairModel(self)
        self.setModel(self.pairs)
        read_by_rows(self, "padding: 3px 7px 3px 5px;")
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self._keep_room()
        self.setAlternatingRowColors(True)
        self.setWordWrap(True)
        header = self.horizontalHeader()
        for column in (0, 1):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        self._fitted = 0  # rows whose height is right
        self._fit = single_shot(self, 0, self._fit_rows)

    def show_pairs(self, rows: Sequence[PairRow], source: str, target: str, where: str) -> None:
        """Show pairs under these column titles."""
        self.pairs.titles = (source, target, where)
        self.pairs.replace(rows)
        self._fit_place()
        self._fit_all()

    def _fit_place(self) -> None:
        """The place is as wide as its texts, up to a limit; the two sides share the rest."""
        metrics = self.fontMetrics()
        widest = max((metrics.horizontalAdvance(r.where) for r in self.pairs.rows), default=0) + 24
        title = self.horizontalHeader().sectionSizeFromContents(2).width()
        self.setColumnWidth(2, max(title, min(metrics.horizontalAdvance("M" * 16), widest)))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the text size."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._keep_room()
            if self.pairs.rows:
                self._fit_place()
                self._fit_all()

    def _keep_room(self) -> None:
        self.setMinimumHeight(round(self.fontMetrics().height() * self._lines))

    def _fit_all(self) -> None:
        self._fitted = 0
        self._fit.start()

    @Slot()
    def _fit_rows(self) -> None:
        """The heights of some rows; breaking the lines of all of them at once would stop the window for a while."""
        least, rows = round(self.fontMetrics().height() * 1.6), self.pairs.rowCount()
        for row in range(self._fitted, min(rows, self._fitted + _ROWS_A_TURN)):
            self.setRowHeight(row, min(8 * least, max(least, self.sizeHintForRow(row))))
        self._fitted += _ROWS_A_TURN
        if self._fitted < rows:
            self._fit.start()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap again."""
        super().resizeEvent(event)
        self._fit_all()
