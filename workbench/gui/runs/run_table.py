"""The table of runs: one row a run folder, sortable, filtered by text, renamed in place."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QObject, QSortFilterProxyModel, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from workbench.engine.core.plain_text import single_spaced
from workbench.engine.evaluation.test_sets import HELD_OUT
from workbench.engine.runs.summary import RunSummary
from workbench.gui.state.context import AppContext
from workbench.gui.theme import icon
from workbench.gui.widgets.controls import read_by_rows, single_shot
from workbench.gui.widgets.rows_model import Index, RowsModel, alignment
from workbench.gui.words import formats
from workbench.gui.words.engine_texts import shown

SORT_ROLE = Qt.ItemDataRole.UserRole
SUMMARY_ROLE = Qt.ItemDataRole.UserRole + 1
NAME, STATUS, CORPUS, DIRECTION, PARAMETERS, SIZE, BLEU, CHRF, TESTED, TIME, CHANGED = range(11)
_NUMBERS = {PARAMETERS, SIZE, BLEU, CHRF, TESTED, TIME, CHANGED}
_STATUS_ICONS = {
    "completed": ("mdi6.check-circle", "positive"),
    "stopped": ("mdi6.stop-circle", "muted"),
    "failed": ("mdi6.alert-circle", "error"),
    "running": ("mdi6.play-circle", "accent"),
    "interrupted": ("mdi6.flash", "warning"),
    "prepared": ("mdi6.clock-outline", "muted"),
    "unreadable": ("mdi6.file-alert", "error"),
}


def scores_of_tests(summary: RunSummary) -> dict[str, tuple[str, float]]:
    """Title and BLEU of every test set by its key, the one evaluated last at the end."""
    found = {}
    for key, scores in summary.tests.items():
        if not isinstance(scores, dict):
            continue
        bleu = scores.get("bleu")
        if isinstance(bleu, dict) and isinstance(bleu.get("score"), int | float):
            found[key] = str(scores.get("title") or key), float(bleu["score"])
    return found


def tested_bleu(summary: RunSummary) -> float | None:
    """BLEU on held-out pairs of what the run trained on, else on what was tested last; ``None`` where nothing was."""
    scores = scores_of_tests(summary)
    own = [HELD_OUT, *(f"{name}:test" for name in summary.corpus.split(", "))]
    key = next((key for key in own if key in scores), next(reversed(scores), None))
    return scores[key][1] if key is not None else None


class RunModel(RowsModel[RunSummary]):
    """Run summaries as a table; an update keeps rows in place, so that selection and scrolling stay."""

    def __init__(self, context: AppContext, rename: Callable[[RunSummary, str], None], parent: QObject) -> None:
        super().__init__(parent)
        self._context, self._rename = context, rename

    def update(self, summaries: list[RunSummary]) -> None:
        """Show these runs: rows of gone runs leave, changed ones change in place, new ones come."""
        new = {s.path: s for s in summaries}
        for row in reversed(range(len(self.rows))):
            if self.rows[row].path not in new:
                self.beginRemoveRows(QModelIndex(), row, row)
                del self.rows[row]
                self.endRemoveRows()
        for row, old in enumerate(self.rows):
            summary = new.pop(old.path)
            if summary != old:
                self.rows[row] = summary
                self.dataChanged.emit(self.index(row, 0), self.index(row, CHANGED))
        if new:
            first = len(self.rows)
            self.beginInsertRows(QModelIndex(), first, first + len(new) - 1)
            self.rows.extend(new.values())
            self.endInsertRows()

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Only the name is edited, and not of a folder that cannot be read."""
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if index.isValid() and index.column() == NAME and self.rows[index.row()].status != "unreadable":
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def columns(self) -> list[tuple[str, str, bool]]:
        """All that is known of a run without opening it."""
        texts = (
            (self.tr("Run"), self.tr("Press F2 to rename; the folder keeps its name")),
            (self.tr("Status"), self.tr("How the run ended, or whether it is running")),
            (self.tr("Corpus"), self.tr("What it learned from")),
            (self.tr("Direction"), self.tr("From which language to which")),
            (self.tr("Parameters"), self.tr("Numbers the model has learned")),
            (self.tr("Size"), self.tr("All files of the run on the disk: checkpoints, training state, texts")),
            (self.tr("BLEU"), self.tr("BLEU of the best checkpoint on the validation pairs, greedy search")),
            (self.tr("chrF"), self.tr("chrF of the best checkpoint on the validation pairs, greedy search")),
            (self.tr("Test BLEU"), self.tr("BLEU on the corpus’s own held-out pairs, or on what was tested last")),
            (self.tr("Trained for"), self.tr("Training time, all sessions together")),
            (self.tr("Changed"), self.tr("When something was last written")),
        )
        return [(*both, column in _NUMBERS) for column, both in enumerate(texts)]

    def status_words(self, summary: RunSummary) -> str:
        """A status for a person."""
        words = {
            "completed": self.tr("finished"),
            "stopped": self.tr("stopped"),
            "failed": self.tr("failed"),
            "running": self.tr("training"),
            "interrupted": self.tr("interrupted"),
            "prepared": self.tr("not started"),
            "unreadable": self.tr("unreadable"),
        }
        status = words.get(summary.status, summary.status)
        return self.tr("{status}, damaged").format(status=status) if summary.damaged else status

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Cell values."""
        if not index.isValid() or index.row() >= len(self.rows):
            return None
        summary, column = self.rows[index.row()], index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(summary, column)
        if role == Qt.ItemDataRole.EditRole:
            return summary.title
        if role == SORT_ROLE:
            return self._sort_value(summary, column)
        if role == SUMMARY_ROLE:
            return summary
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return alignment(column in _NUMBERS)
        if role == Qt.ItemDataRole.DecorationRole and column == STATUS:
            name, color = _STATUS_ICONS.get(summary.status, _STATUS_ICONS["prepared"])
            return icon(name, self._context.theme, color)
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._tip(summary, column)
        return None

    def _text(self, s: RunSummary, column: int) -> str:
        texts: dict[int, Callable[[], str]] = {
            NAME: lambda: s.title,
            STATUS: lambda: self.status_words(s),
            CORPUS: lambda: s.corpus or formats.DASH,
            DIRECTION: lambda: formats.direction(s.source_lang, s.target_lang),
            PARAMETERS: lambda: formats.short_count(s.parameters) if s.parameters else formats.DASH,
            SIZE: lambda: formats.size(s.disk_bytes) if s.disk_bytes else formats.DASH,
            BLEU: lambda: formats.number(s.bleu),
            CHRF: lambda: formats.number(s.chrf),
            TESTED: lambda: formats.number(tested_bleu(s)),
            TIME: lambda: formats.duration(s.seconds) if s.seconds else formats.DASH,
            CHANGED: lambda: formats.short_moment(s.changed),
        }
        return texts[column]()

    def _sort_value(self, s: RunSummary, column: int) -> Any:
        def score(value: float | None) -> float:
            return value if value is not None and math.isfinite(value) else -1.0

        values: dict[int, Any] = {
            PARAMETERS: float(s.parameters),
            SIZE: float(s.disk_bytes),
            BLEU: score(s.bleu),
            CHRF: score(s.chrf),
            TESTED: score(tested_bleu(s)),
            TIME: s.seconds,
            CHANGED: s.changed,
        }
        return values[column] if column in values else self._text(s, column).casefold()

    def _tip(self, s: RunSummary, column: int) -> str:
        if column == NAME:
            return "\n".join(part for part in (s.title, s.name if s.name != s.title else "", s.note) if part)
        if column == STATUS:
            return "\n".join((shown(s.reason) or self.status_words(s), *map(shown, s.damaged)))
        if column == PARAMETERS:
            return f"{formats.count(s.parameters)}  {s.architecture}"
        if column == TESTED:
            return "\n".join(
                f"{title}  {formats.number(bleu)}" for title, bleu in reversed(scores_of_tests(s).values())
            )
        if column == CHANGED:
            return formats.moment(s.changed)
        return self._text(s, column)

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Rename."""
        if role != Qt.ItemDataRole.EditRole or not index.isValid() or index.column() != NAME:
            return False
        title = single_spaced(str(value))
        summary = self.rows[index.row()]
        if title != summary.title:
            self._rename(summary, title)
        return True


class _Filter(QSortFilterProxyModel):
    """Sorts by value and keeps rows whose name, corpus, direction, status or note holds every word typed."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._words: list[str] = []
        self.setSortRole(SORT_ROLE)

    def set_text(self, text: str) -> None:
        """Filter by words."""
        self.beginFilterChange()
        self._words = text.casefold().split()
        self.endFilterChange(QSortFilterProxyModel.Direction.Rows)

    def filterAcceptsRow(self, source_row: int, source_parent: Index) -> bool:
        """Whether a run is shown."""
        if not self._words:
            return True
        model = self.sourceModel()
        assert isinstance(model, RunModel)
        s = model.rows[source_row]
        text = " ".join((s.title, s.name, s.corpus, s.source_lang, s.target_lang, s.note, model.status_words(s)))
        return all(word in text.casefold() for word in self._words)


class RunTable(QTableView):
    """The view; several rows can be selected to compare them."""

    def __init__(self, context: AppContext, rename: Callable[[RunSummary, str], None], parent: QWidget | None = None):
        super().__init__(parent)
        self._fit = single_shot(self, 0, self.fit_columns)
        self.setObjectName("runTable")
        self.runs = RunModel(context, rename, self)
        self._filter = _Filter(self)
        self._filter.setSourceModel(self.runs)
        self.setModel(self._filter)
        read_by_rows(self, "padding-left: 5px; padding-right: 7px;")
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(triggers.EditKeyPressed)  # a click selects, and a double click opens
        self.setSortingEnabled(True)
        self.sortByColumn(CHANGED, Qt.SortOrder.DescendingOrder)
        self.setAlternatingRowColors(True)
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        header = self.horizontalHeader()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setMinimumSectionSize(48)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.fit_columns()

    def fit_columns(self) -> None:
        """Column widths and row height for the text size."""
        metrics = self.fontMetrics()
        samples = {
            STATUS: "MM interrupted",
            CORPUS: "my-corpus-name",
            DIRECTION: "Direction ▾",
            PARAMETERS: "Parameters ▾",
            SIZE: formats.size(1e8, 1),
            BLEU: "BLEU ▾",
            CHRF: "chrF ▾",
            TESTED: "Test BLEU ▾",
            TIME: "Trained for ▾",
            CHANGED: "12-31 23:59",
        }
        header = self.horizontalHeader()
        for column, text in samples.items():
            needed = header.sectionSizeFromContents(column).width()
            if column in _NUMBERS:  # their titles end in a blank for the sort arrow, which the style adds, too
                needed -= header.fontMetrics().horizontalAdvance("\u2003")
            self.setColumnWidth(column, max(needed, metrics.horizontalAdvance(text) + 22))
        self.verticalHeader().setDefaultSectionSize(round(metrics.height() * 1.75))
        self._fit_name()

    def _fit_name(self) -> None:
        """The name gets what is left, and never less than it needs to be read."""
        others = sum(self.columnWidth(c) for c in range(NAME + 1, CHANGED + 1))
        least = self.fontMetrics().horizontalAdvance("a name that can be read")
        self.setColumnWidth(NAME, max(least, self.viewport().width() - others))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the name what is left."""
        super().resizeEvent(event)
        self._fit_name()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the text size."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit.start()

    def update_runs(self, summaries: list[RunSummary]) -> None:
        """Show these runs; where the selected one is gone, its neighbour is selected."""
        had, row = bool(self.selected()), self.currentIndex().row()
        self.runs.update(summaries)
        if had and not self.selected() and self._filter.rowCount():
            self.selectRow(min(max(row, 0), self._filter.rowCount() - 1))

    def filter_by(self, text: str) -> None:
        """Show only the runs that hold every word."""
        self._filter.set_text(text)

    def selected(self) -> list[RunSummary]:
        """The selected runs, from top to bottom."""
        rows = sorted(self.selectionModel().selectedRows(), key=lambda i: i.row())
        return [i.data(SUMMARY_ROLE) for i in rows]

    def current(self) -> RunSummary | None:
        """The run that single-run actions are about: the current row if selected, else the first selected."""
        chosen = self.selected()
        index = self.currentIndex()
        summary = index.data(SUMMARY_ROLE) if index.isValid() else None
        paths = [s.path for s in chosen]
        return summary if summary is not None and summary.path in paths else (chosen[0] if chosen else None)

    def select_paths(self, paths: Sequence[Path]) -> bool:
        """Select runs, and scroll to the first of them; whether any of them is listed."""
        rows = {self._filter.index(row, NAME).data(SUMMARY_ROLE).path: row for row in range(self._filter.rowCount())}
        found = [self._filter.index(rows[path], NAME) for path in paths if path in rows]
        flags = QItemSelectionModel.SelectionFlag
        for number, index in enumerate(found):
            self.selectionModel().select(index, (flags.Select if number else flags.ClearAndSelect) | flags.Rows)
        if found:
            self.selectionModel().setCurrentIndex(found[0], flags.NoUpdate)
            self.scrollTo(found[0])
        return bool(found)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens the run, wherever the platform would edit it instead."""
        editing = self.state() == QAbstractItemView.State.EditingState
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not editing and self.currentIndex().isValid():
            self.activated.emit(self.currentIndex())
            return
        super().keyPressEvent(event)
