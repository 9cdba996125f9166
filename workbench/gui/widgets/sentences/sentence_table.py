"""Tested sentences: source, reference, translation and score of each; sorted, searched, opened to translate."""

from __future__ import annotations

import difflib
import html
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QModelIndex, QObject, QSortFilterProxyModel, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QCheckBox, QHeaderView, QLineEdit, QSizePolicy, QTableView, QVBoxLayout, QWidget

from workbench.engine.core.plain_text import single_spaced
from workbench.gui.layouts import arrange
from workbench.gui.state.context import AppContext
from workbench.gui.views.offsets import is_rtl
from workbench.gui.widgets.controls import beside, described, push_button, read_by_rows, text_label
from workbench.gui.widgets.rows_model import Index, RowsModel, alignment
from workbench.gui.words import formats
from workbench.gui.words.marked import on_ground

SORT_ROLE = Qt.ItemDataRole.UserRole
ROW_ROLE = Qt.ItemDataRole.UserRole + 1


@dataclass(frozen=True)
class SentenceRow:
    """One tested sentence.

    Attributes:
        number: 1-based place in the test set.
        source: Source text.
        reference: Reference translation.
        translation: The model's translation.
        score: Sentence-level chrF, 0 to 100.
    """

    number: int
    source: str
    reference: str
    translation: str
    score: float


def difference_html(reference: str, translation: str, added: str, missing: str) -> str:
    """The translation with words that the reference lacks on a background, and the reference's own struck through.

    Args:
        reference: Reference translation.
        translation: The model's translation.
        added: Background colour of words that are not in the reference.
        missing: Text colour of words that are missing.
    """
    # Scripts without spaces are compared by characters.
    spaced = " " in reference.strip() or " " in translation.strip()
    left, right = (reference.split(), translation.split()) if spaced else (list(reference), list(translation))
    glue = " " if spaced else ""
    parts = []
    for kind, a0, a1, b0, b1 in difflib.SequenceMatcher(None, left, right, autojunk=False).get_opcodes():
        old, new = glue.join(left[a0:a1]), glue.join(right[b0:b1])
        if kind == "equal":
            parts.append(html.escape(new))
            continue
        if old:
            parts.append(f'<s style="color:{missing}">{html.escape(old)}</s>')
        if new:
            parts.append(on_ground(new, added))
    return glue.join(parts)


class SentenceModel(RowsModel[Any]):
    """Rows of figures, then texts; here the sentences of one test."""

    #: Columns of figures; the first is the place in the test set.
    figures = 2

    def columns(self) -> list[tuple[str, str, bool]]:
        """Place, score, and the three texts."""
        score = self.tr("How near the translation is to the reference, 0 to 100, for this sentence alone")
        return [
            (self.tr("No."), self.tr("Place in the test set"), True),
            (self.tr("chrF"), score, True),
            (self.tr("Source"), self.tr("What was translated"), False),
            (self.tr("Reference"), self.tr("The translation that the test set gives"), False),
            (self.tr("Translation"), self.tr("What the model wrote"), False),
        ]

    def numbers(self, row: Any) -> tuple[tuple[str, float], ...]:
        """The figures: as shown, and by what they are sorted."""
        return (str(row.number), row.number), (formats.number(row.score), row.score)

    def texts(self, row: Any) -> tuple[str, ...]:
        """The texts beside them."""
        return row.source, row.reference, row.translation

    def is_same(self, row: Any) -> bool:
        """Whether there is nothing to see in a row."""
        return bool(row.translation.strip() == row.reference.strip())

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Cell values."""
        if not index.isValid():
            return None
        row, column = self.rows[index.row()], index.column()
        if role == ROW_ROLE:
            return row
        figure = self.numbers(row)[column] if column < self.figures else None
        text = figure[0] if figure is not None else self.texts(row)[column - self.figures]
        if role == Qt.ItemDataRole.DisplayRole:
            return single_spaced(text)
        if role == SORT_ROLE:
            return text.casefold() if figure is None else figure[1]
        if role == Qt.ItemDataRole.ToolTipRole and figure is None:
            return text
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return alignment(figure is not None or is_rtl(text)) | Qt.AlignmentFlag.AlignAbsolute
        return None


class _Filter(QSortFilterProxyModel):
    """Keeps sentences that hold a text on any side."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._text, self._wrong_only = "", False
        self.setSortRole(SORT_ROLE)

    def set_filter(self, text: str, wrong_only: bool) -> None:
        """Filter by a text, and by whether the translation differs from the reference."""
        self.beginFilterChange()
        self._text, self._wrong_only = text.casefold(), wrong_only
        self.endFilterChange(QSortFilterProxyModel.Direction.Rows)

    def filterAcceptsRow(self, source_row: int, source_parent: Index) -> bool:
        """Whether a sentence is shown."""
        model = self.sourceModel()
        assert isinstance(model, SentenceModel)
        row = model.rows[source_row]
        if self._wrong_only and model.is_same(row):
            return False
        return not self._text or any(self._text in text.casefold() for text in model.texts(row))


class _View(QTableView):
    """Enter opens a sentence."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter is a click."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.clicked.emit(self.currentIndex())
            return
        super().keyPressEvent(event)


class SentenceTable(QWidget):
    """Search field, table, and the sentence under the mouse or the selection in full with its differences.

    Signals:
        open_requested: The ``SentenceRow`` that was clicked.
        filtered: Other sentences are shown.
    """

    open_requested = Signal(object)
    filtered = Signal()

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._shown: Any = None
        self.model = self._make_model()
        self._filter = _Filter(self)
        self._filter.setSourceModel(self.model)
        tip = self.tr("Show only sentences that hold this text on any side")
        self.search = described(QLineEdit(), "sentenceSearch", tip, self.tr("Search in tested sentences"))
        self.search.setPlaceholderText(self.tr("Search in sentences"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._on_filter)
        box = QCheckBox(self.tr("Only those that differ"))
        self.wrong_only = described(box, "sentenceWrongOnly", *self._differing())
        self.wrong_only.toggled.connect(self._on_filter)
        self.count_label = text_label("muted", wrap=False)
        tip = self.tr("Click a sentence, or press Enter, to open it in the translate pane")
        self.view = described(_View(), "sentenceTable", tip, self.tr("Tested sentences"))
        self._set_up_view()
        self.detail = text_label(name="sentenceDetail")
        self.detail.setTextFormat(Qt.TextFormat.RichText)
        self.detail.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.detail.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        tip, text = self.tr("See this sentence with its alignment"), self.tr("Open in Translate")
        self.open_button = push_button("sentenceOpen", text, tip, self._on_open_button)
        self.open_button.setAccessibleName(self.tr("Open this sentence in the translate pane"))
        self.open_button.setEnabled(False)
        top = beside((self.search, 1), self.wrong_only, self.count_label)
        bottom = beside((self.detail, 1))
        bottom.addWidget(self.open_button, 0, Qt.AlignmentFlag.AlignBottom)
        arrange(QVBoxLayout(self), top, (self.view, 1), bottom)
        context.theme_changed.connect(self._show_detail)
        self._on_filter()

    def _make_model(self) -> SentenceModel:
        return SentenceModel(self)

    def _differing(self) -> tuple[str, str]:
        """Tooltip and accessible name of the box that hides what is the same."""
        tip = self.tr("Hide sentences that were translated exactly as the reference")
        return tip, self.tr("Only sentences whose translation differs from the reference")

    def _widest(self) -> list[str]:
        """What the columns of figures have room for."""
        return ["00000 ▾", "chrF ▾\u2003"]

    def _sort_first(self) -> tuple[int, Qt.SortOrder]:
        """Column and order at the beginning: the worst on top."""
        return 1, Qt.SortOrder.AscendingOrder

    def _detail_lines(self, row: Any) -> list[tuple[str, str]]:
        """Name and HTML of each text of a row."""
        theme = self._context.theme
        return [
            (self.tr("Source"), html.escape(row.source)),
            (self.tr("Reference"), html.escape(row.reference)),
            (self.tr("Translation"), difference_html(row.reference, row.translation, theme.added, theme.muted)),
        ]

    def _set_up_view(self) -> None:
        view = self.view
        view.setModel(self._filter)
        read_by_rows(view, "padding-left: 5px; padding-right: 7px;", 1.7)
        view.setAlternatingRowColors(True)
        view.setMouseTracking(True)
        view.viewport().setCursor(Qt.CursorShape.PointingHandCursor)
        for column in range(self.model.figures, self.model.columnCount()):
            view.horizontalHeader().setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        view.setSortingEnabled(True)
        view.sortByColumn(*self._sort_first())
        view.clicked.connect(self._on_clicked)
        view.entered.connect(self._on_looked_at)
        view.selectionModel().currentChanged.connect(self._on_looked_at)

    def _fit_figures(self) -> None:
        """Room for the figures and their titles, in the text size of now."""
        header, metrics = self.view.horizontalHeader(), self.view.fontMetrics()
        for column, text in enumerate(self._widest()):
            width = max(metrics.horizontalAdvance(text) + 12, header.sectionSizeHint(column))
            self.view.setColumnWidth(column, width)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The figures keep their room, the texts take the rest."""
        super().resizeEvent(event)
        self._fit_figures()

    def show_rows(self, rows: Sequence[Any]) -> None:
        """Show these sentences."""
        self.model.replace(rows)
        self._shown = None
        self.detail.clear()
        self.open_button.setEnabled(False)
        self._on_filter()

    def shown_rows(self) -> list[Any]:
        """The rows that are kept, in the order of now."""
        return [self._filter.index(row, 0).data(ROW_ROLE) for row in range(self._filter.rowCount())]

    @Slot()
    def _on_filter(self) -> None:
        self._filter.set_filter(self.search.text(), self.wrong_only.isChecked())
        shown, everything = self._filter.rowCount(), len(self.model.rows)
        numbers = formats.count(everything)
        if shown != everything:
            numbers = f"{formats.count(shown)} / {numbers}"
        self.count_label.setText(self.tr("{0} sentences").format(numbers))
        self.filtered.emit()

    @Slot(QModelIndex)
    def _on_clicked(self, index: QModelIndex) -> None:
        row = index.data(ROW_ROLE)
        if row is not None:
            self.open_requested.emit(row)

    @Slot()
    def _on_open_button(self) -> None:
        if self._shown is not None:
            self.open_requested.emit(self._shown)

    @Slot(QModelIndex)
    def _on_looked_at(self, index: QModelIndex) -> None:
        self._shown = index.data(ROW_ROLE)
        self.open_button.setEnabled(self._shown is not None)
        self._show_detail()

    @Slot()
    def _show_detail(self, _theme: object = None) -> None:
        self._fit_figures()
        row = self._shown
        if row is None:
            self.detail.clear()
            return
        theme = self._context.theme
        rows = "".join(
            f'<tr><td style="color:{theme.muted}; padding-right:12px">{name}</td><td>{text}</td></tr>'
            for name, text in self._detail_lines(row)
        )
        self.detail.setText(f"<table>{rows}</table>")
        self.detail.setAccessibleName(" – ".join(self.model.texts(row)))
