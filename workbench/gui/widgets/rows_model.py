"""What the models of the tables have in common: rows of one kind under titles with explanations."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

Index = QModelIndex | QPersistentModelIndex
_Row = TypeVar("_Row")


def alignment(right: bool) -> Qt.AlignmentFlag:
    """Numbers on the right, words on the left, in the middle of the row."""
    side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter


class RowsModel(QAbstractTableModel, Generic[_Row]):
    """A table; who derives from it gives the columns and the cells.

    Attributes:
        rows: What is shown.
        sorted_by_person: Whether the header has a sort arrow.
    """

    sorted_by_person = True

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.rows: list[_Row] = []
        self._titles: Sequence[tuple[str, str, bool]] | None = None

    def columns(self) -> Sequence[tuple[str, str, bool]]:
        """Title, explanation, and whether it holds numbers, of each column; asked again when the rows are replaced."""
        raise NotImplementedError

    def _known_columns(self) -> Sequence[tuple[str, str, bool]]:
        """Qt asks for them thousands of times."""
        if self._titles is None:
            self._titles = self.columns()
        return self._titles

    def replace(self, rows: Sequence[_Row]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self._titles = None
        self.rows = list(rows)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        """Rows."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        """Columns."""
        return 0 if parent.isValid() else len(self._known_columns())

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Column titles with explanations."""
        columns = self._known_columns()
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(columns):
            return None
        title, explanation, numbers = columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            # The sort arrow is drawn at the right edge, where titles of numbers end.
            return f"{title}\u2003" if numbers and self.sorted_by_person else title
        if role == Qt.ItemDataRole.ToolTipRole:
            return explanation
        return alignment(numbers) if role == Qt.ItemDataRole.TextAlignmentRole else None
