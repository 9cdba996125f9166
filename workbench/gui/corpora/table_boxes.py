"""Which sheet and which two columns of a table are taken: boxes filled from the file, set to what reading it chose."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QComboBox, QSizePolicy, QWidget

from workbench.engine.corpora.readers.tables.table_reading import TableColumn, TableReading
from workbench.gui.layouts import ONE_LINE, FlowLayout
from workbench.gui.widgets.controls import described, labelled, text_label
from workbench.gui.widgets.elided import ElidedBox
from workbench.gui.words import formats
from workbench.gui.words.engine_texts import shown


def columns_text(source: str, target: str) -> str:
    """Two columns as ``ReadOptions.columns`` takes them; a name with a comma is quoted."""
    buffer = io.StringIO()
    csv.writer(buffer, lineterminator="").writerow([source, target])
    return buffer.getvalue()


class TableChoice(QWidget):
    """Shows how a table is read and takes another choice; without a choice everything is found out.

    Signals:
        changed: The person chose another sheet or column.
        side_chosen: ``("source" | "target", language)``: the person chose a column, whose header names that language;
            "" when it names none, or the language is to be found out anew.
    """

    changed = Signal()
    side_chosen = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._reading: TableReading | None = None
        self._chosen = False
        self._sheet = ""
        self.sheet = self._box("importSheet", self.tr("Sheet"), self.tr("The sheet of the workbook that is read"))
        tip = self.tr("The column with the sentences to translate from; each entry shows its first cells")
        self.source = self._box("importSourceColumn", self.tr("Source column"), tip)
        tip = self.tr("The column with the translations; each entry shows its first cells")
        self.target = self._box("importTargetColumn", self.tr("Target column"), tip)
        self.note = text_label("muted", name="importTableNote", wrap=False)
        self._sheet_part = labelled(self.tr("&Sheet"), self.sheet)
        source, target = labelled(self.tr("Sou&rce"), self.source), labelled(self.tr("Tar&get"), self.target)
        self.setLayout(FlowLayout(self._sheet_part, source, target, self.note))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.setProperty(ONE_LINE, True)
        self.sheet.activated.connect(self._on_sheet)
        self.source.activated.connect(lambda _index: self._choose("source", self.source))
        self.target.activated.connect(lambda _index: self._choose("target", self.target))
        for first, second in ((self.sheet, self.source), (self.source, self.target)):
            QWidget.setTabOrder(first, second)
        self.clear()

    @staticmethod
    def _box(name: str, accessible: str, tip: str) -> ElidedBox:
        box = described(ElidedBox(), name, tip, accessible)
        box.setMinimumContentsLength(8)
        box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        return box

    # --- showing --------------------------------------------------------------------------------------------------

    def clear(self) -> None:
        """Other files: nothing is chosen, and there is no table until one is shown."""
        self._reading, self._chosen, self._sheet = None, False, ""
        self.hide()

    def show_reading(self, reading: TableReading | None) -> None:
        """Show how a table is read; ``None`` hides the boxes.

        Columns that the person chose stay chosen, also when they could not be read.
        """
        if reading is None:
            if not self._chosen:
                self.hide()
            return
        keys = (self.source.currentData(), self.target.currentData()) if self._chosen else ("", "")
        self._reading = reading
        self._fill(self.sheet, [(name, name, "") for name in reading.sheets], reading.sheet)
        several = len(reading.sheets) > 1
        self.sheet.setVisible(several)
        self._sheet_part.setVisible(several)
        items = [(self._words(column), column.key, "\n".join(column.sample)) for column in reading.columns]
        self._fill(self.source, items, keys[0] or reading.source.key)
        self._fill(self.target, items, keys[1] or reading.target.key)
        self._say(reading)
        self.show()

    def _words(self, column: TableColumn) -> str:
        name = column.name or (column.sample[0][:30] if column.sample else "")
        return f"{column.letter}  {name}" if column.letter else name

    @staticmethod
    def _fill(box: ElidedBox, items: Sequence[tuple[str, str, str]], key: str) -> None:
        blocked = box.blockSignals(True)
        box.clear()
        for index, (text, data, tip) in enumerate(items):
            box.addItem(text, data)
            box.setItemData(index, tip, Qt.ItemDataRole.ToolTipRole)
        box.setCurrentIndex(box.findData(key))
        box.blockSignals(blocked)

    def _say(self, reading: TableReading) -> None:
        """Where the table begins, and how many rows are no pairs."""
        parts = []
        if reading.header_row:
            parts.append(self.tr("Header in row {row}").format(row=formats.count(reading.header_row)))
        elif reading.source.letter:
            parts.append(self.tr("No header row"))
        if reading.left_out:
            count = sum(reading.left_out.values())
            parts.append(self.tr("{count} rows left out").format(count=formats.count(count)))
        self.note.setText(" · ".join(parts))
        self.note.setToolTip(shown(reading.left_out_words))

    # --- choosing -------------------------------------------------------------------------------------------------

    @property
    def sheet_name(self) -> str:
        """The sheet that the person chose; "" when none was."""
        return self._sheet

    @property
    def columns(self) -> str:
        """The columns that the person chose, as ``ReadOptions`` takes them; "" when none were."""
        if not self._chosen or self.source.currentIndex() < 0 or self.target.currentIndex() < 0:
            return ""
        return columns_text(str(self.source.currentData()), str(self.target.currentData()))

    def choice(self) -> tuple[str, tuple[str, str] | None]:
        """The sheet and the two columns that the person chose; "" and ``None`` where none were."""
        columns = str(self.source.currentData()), str(self.target.currentData())
        return self._sheet, columns if self.columns else None

    def choose(self, choice: tuple[str, tuple[str, str] | None]) -> None:
        """Choose a sheet and columns of a table that has not been read yet."""
        self._sheet, columns = choice
        self._chosen = columns is not None
        for box, key in zip((self.source, self.target), columns or (), strict=False):
            self._fill(box, [(key, key, "")], key)

    @property
    def is_one_column(self) -> bool:
        """Whether both sides are the same column."""
        return bool(self.columns) and self.source.currentData() == self.target.currentData()

    def swap(self) -> None:
        """Change the two sides."""
        if self._reading is None:
            return
        self._chosen = True
        source, target = self.source.currentIndex(), self.target.currentIndex()
        self.source.setCurrentIndex(target)
        self.target.setCurrentIndex(source)

    @Slot()
    def _on_sheet(self) -> None:
        if self._reading is not None and self.sheet.currentData() != self._reading.sheet:
            # The other sheet may have other columns and languages, which are found out anew.
            self._sheet, self._chosen = str(self.sheet.currentData()), False
            for side in ("source", "target"):
                self.side_chosen.emit(side, "")
            self.changed.emit()

    def _choose(self, side: str, box: QComboBox) -> None:
        if self._reading is None:
            return
        self._chosen = True
        column = next((c for c in self._reading.columns if c.key == box.currentData()), None)
        self.side_chosen.emit(side, column.language if column is not None else "")
        self.changed.emit()
