"""Tested sentences: source, reference, translation and score of each; sorted, searched, opened to translate."""

from __future__ import annotations

import difflib
import html
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from workbench.engine.core.plain_text import single_spaced
from workbench.gui.state.context import AppContext
from workbench.gui.theme import set_role
from workbench.gui.views.offsets import is_rtl
from workbench.gui.words import formats

_Index = QModelIndex | QPersistentModelIndex
NUMBER, SCORE, SOURCE, REFERENCE, TRANSLATION = range(5)
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
        old, new = html.escape(glue.join(left[a0:a1])), html.escape(glue.join(right[b0:b1]))
        if kind == "equal":
            parts.append(new)
            continue
        if old:
            parts.append(f'<s style="color:{missing}">{old}</s>')
        if new:
            parts.append(f'<span style="background:{added}">{new}</span>')
    return glue.join(parts)


class SentenceModel(QAbstractTableModel):
    """The rows."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.rows: Sequence[SentenceRow] = ()

    def replace(self, rows: Sequence[SentenceRow]) -> None:
        """Show other sentences."""
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:
        """Sentences."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:
        """Columns."""
        return 0 if parent.isValid() else 5

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Column titles with explanations."""
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < 5:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            titles = (self.tr("No."), self.tr("chrF"), self.tr("Source"), self.tr("Reference"), self.tr("Translation"))
            # The sort arrow is drawn at the right edge, where these titles end.
            return titles[section] + ("\u2003" if section <= SCORE else "")
        if role == Qt.ItemDataRole.ToolTipRole:
            return (
                self.tr("Place in the test set"),
                self.tr("How near the translation is to the reference, 0 to 100, for this sentence alone"),
                self.tr("What was translated"),
                self.tr("The translation that the test set gives"),
                self.tr("What the model wrote"),
            )[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if section <= SCORE else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        return None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Cell values."""
        if not index.isValid():
            return None
        row, column = self.rows[index.row()], index.column()
        texts = (str(row.number), f"{row.score:.1f}", row.source, row.reference, row.translation)
        if role == Qt.ItemDataRole.DisplayRole:
            return single_spaced(texts[column])
        if role == SORT_ROLE:
            return (row.number, row.score)[column] if column <= SCORE else texts[column].casefold()
        if role == ROW_ROLE:
            return row
        if role == Qt.ItemDataRole.ToolTipRole and column > SCORE:
            return texts[column]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            right = column <= SCORE or is_rtl(texts[column])
            side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
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

    def filterAcceptsRow(self, source_row: int, source_parent: _Index) -> bool:
        """Whether a sentence is shown."""
        model = self.sourceModel()
        assert isinstance(model, SentenceModel)
        row = model.rows[source_row]
        if self._wrong_only and row.translation.strip() == row.reference.strip():
            return False
        return not self._text or any(self._text in t.casefold() for t in (row.source, row.reference, row.translation))


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
    """

    open_requested = Signal(object)

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._shown: SentenceRow | None = None
        self.model = SentenceModel(self)
        self._filter = _Filter(self)
        self._filter.setSourceModel(self.model)
        self.search = QLineEdit()
        self.search.setObjectName("sentenceSearch")
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._on_filter)
        self.wrong_only = QCheckBox()
        self.wrong_only.setObjectName("sentenceWrongOnly")
        self.wrong_only.toggled.connect(self._on_filter)
        self.count_label = QLabel()
        set_role(self.count_label, "muted")
        self.view = _View()
        self.view.setObjectName("sentenceTable")
        self._set_up_view()
        self.detail = QLabel()
        self.detail.setObjectName("sentenceDetail")
        self.detail.setWordWrap(True)
        self.detail.setTextFormat(Qt.TextFormat.RichText)
        self.detail.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.detail.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        self.open_button = QPushButton()
        self.open_button.setObjectName("sentenceOpen")
        self.open_button.setEnabled(False)
        self.open_button.clicked.connect(self._on_open_button)
        self._lay_out()
        context.theme_changed.connect(self._on_theme)
        self._retranslate()
        self._on_filter()

    def _set_up_view(self) -> None:
        view = self.view
        view.setModel(self._filter)
        view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        view.setShowGrid(False)
        view.setAlternatingRowColors(True)
        view.setWordWrap(False)
        view.setStyleSheet("QTableView::item { padding-left: 5px; padding-right: 7px; }")
        view.setTabKeyNavigation(False)
        view.setMouseTracking(True)
        view.viewport().setCursor(Qt.CursorShape.PointingHandCursor)
        view.verticalHeader().hide()
        view.verticalHeader().setDefaultSectionSize(round(view.fontMetrics().height() * 1.7))
        header = view.horizontalHeader()
        header.setHighlightSections(False)
        for column in (SOURCE, REFERENCE, TRANSLATION):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        view.setColumnWidth(NUMBER, view.fontMetrics().horizontalAdvance("00000 ▾") + 12)
        view.setColumnWidth(SCORE, view.fontMetrics().horizontalAdvance("chrF ▾") + 26)
        view.setSortingEnabled(True)
        view.sortByColumn(SCORE, Qt.SortOrder.AscendingOrder)
        view.clicked.connect(self._on_clicked)
        view.entered.connect(self._on_looked_at)
        view.selectionModel().currentChanged.connect(self._on_looked_at)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self.search, 1)
        top.addWidget(self.wrong_only)
        top.addWidget(self.count_label)
        bottom = QHBoxLayout()
        bottom.addWidget(self.detail, 1)
        bottom.addWidget(self.open_button, 0, Qt.AlignmentFlag.AlignBottom)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(top)
        layout.addWidget(self.view, 1)
        layout.addLayout(bottom)

    def show_rows(self, rows: Sequence[SentenceRow]) -> None:
        """Show a test's sentences, worst first."""
        self.model.replace(rows)
        self._shown = None
        self.detail.clear()
        self.open_button.setEnabled(False)
        self._on_filter()

    @Slot()
    def _on_filter(self) -> None:
        self._filter.set_filter(self.search.text(), self.wrong_only.isChecked())
        shown, everything = self._filter.rowCount(), len(self.model.rows)
        numbers = formats.count(everything)
        if shown != everything:
            numbers = f"{formats.count(shown)} / {numbers}"
        self.count_label.setText(self.tr("{0} sentences").format(numbers))

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

    def _show_detail(self) -> None:
        row = self._shown
        if row is None:
            self.detail.clear()
            return
        theme = self._context.theme
        lines = (
            (self.tr("Source"), html.escape(row.source)),
            (self.tr("Reference"), html.escape(row.reference)),
            (self.tr("Translation"), difference_html(row.reference, row.translation, theme.added, theme.muted)),
        )
        rows = "".join(
            f'<tr><td style="color:{theme.muted}; padding-right:12px">{name}</td><td>{text}</td></tr>'
            for name, text in lines
        )
        self.detail.setText(f"<table>{rows}</table>")
        self.detail.setAccessibleName(f"{row.source} – {row.reference} – {row.translation}")

    @Slot(object)
    def _on_theme(self, theme: object) -> None:
        self._show_detail()

    def _retranslate(self) -> None:
        self.search.setPlaceholderText(self.tr("Search in sentences"))
        self.search.setAccessibleName(self.tr("Search in tested sentences"))
        self.search.setToolTip(self.tr("Show only sentences that hold this text on any side"))
        self.wrong_only.setText(self.tr("Only those that differ"))
        self.wrong_only.setAccessibleName(self.tr("Only sentences whose translation differs from the reference"))
        self.wrong_only.setToolTip(self.tr("Hide sentences that were translated exactly as the reference"))
        self.view.setAccessibleName(self.tr("Tested sentences"))
        self.view.setToolTip(self.tr("Click a sentence, or press Enter, to open it in the translate pane"))
        self.open_button.setText(self.tr("Open in Translate"))
        self.open_button.setAccessibleName(self.tr("Open this sentence in the translate pane"))
        self.open_button.setToolTip(self.tr("See this sentence with its alignment"))
        self._on_filter()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the interface language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
