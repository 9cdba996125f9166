"""A kept test result looked at closely: sentences by any measure, where it fails, and how far to trust projections."""

from __future__ import annotations

import html
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QModelIndex, QSortFilterProxyModel, Qt, Signal, Slot
from PySide6.QtWidgets import QDialog, QHeaderView, QSizePolicy, QTableView, QVBoxLayout, QWidget

from workbench.engine.core.plain_text import single_spaced
from workbench.gui.layouts import arrange
from workbench.gui.state.context import AppContext
from workbench.gui.theme import Theme
from workbench.gui.views.charts.calibration_view import CalibrationView
from workbench.gui.views.offsets import is_rtl
from workbench.gui.widgets.controls import Tabs, beside, described, push_button, read_by_rows, scrolled, text_label
from workbench.gui.widgets.job_progress import JobProgress
from workbench.gui.widgets.rows_model import Index, RowsModel, alignment
from workbench.gui.widgets.save_dialog import ask_where_to_save
from workbench.gui.words import formats, i18n
from workbench.gui.words.engine_texts import shown, shown_failure
from workbench.gui.workers.job import run_job

if TYPE_CHECKING:
    from workbench.engine.inspection.failures import Group, Sentence
    from workbench.engine.inspection.test_set import TestSetLook

_SORT_ROLE = Qt.ItemDataRole.UserRole
#: Sentences of a list that are written out.
_MOST_LISTED = 30
_TEXTS = 2


@dataclass(frozen=True)
class LookRow:
    """One sentence: what its cells show, and what they are sorted by."""

    cells: tuple[str, ...]
    keys: tuple[float | str, ...]
    source: str


class LookModel(RowsModel[LookRow]):
    """Sentences with their scores and measures."""

    def columns(self) -> list[tuple[str, str, bool]]:
        """Scores, measures in the order of their use, texts."""
        return [
            (self.tr("No."), self.tr("Place in the test set"), True),
            (self.tr("chrF"), self.tr("How near the translation is to the reference, 0 to 100"), True),
            (self.tr("Projected"), self.tr("chrF projected without the reference"), True),
            (self.tr("Verdict"), self.tr("What the projection means: likely usable, check, or redo"), False),
            (self.tr("Words"), self.tr("Words of the source"), True),
            (self.tr("Mean prob."), self.tr("Mean probability of the translation’s pieces"), True),
            (self.tr("Doubt"), self.tr("Mean entropy over the pieces, in nats: how undecided the model was"), True),
            (self.tr("Length"), self.tr("Words of the translation for one of the source"), True),
            (self.tr("Unread"), self.tr("Share of the source words that no word of the translation looked at"), True),
            (self.tr("Unseen"), self.tr("Source words that do not occur in training"), True),
            (self.tr("Source"), self.tr("What was translated"), False),
            (self.tr("Translation"), self.tr("What the model wrote"), False),
        ]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Cell values."""
        if not index.isValid():
            return None
        row, column = self.rows[index.row()], index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return row.cells[column]
        if role == _SORT_ROLE:
            return row.keys[column]
        if role == Qt.ItemDataRole.ToolTipRole and column >= len(row.cells) - _TEXTS:
            return row.cells[column]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            right = self.columns_are_numbers[column] or is_rtl(row.cells[column])
            return alignment(right) | Qt.AlignmentFlag.AlignAbsolute
        return None

    @property
    def columns_are_numbers(self) -> list[bool]:
        """Which columns hold numbers."""
        return [number for _, _, number in self._known_columns()]


def rows_of(look: TestSetLook) -> list[LookRow]:
    """A row for each sentence."""
    from workbench.engine.inspection.projection.features import features
    from workbench.engine.inspection.projection.wording import VERDICTS, measure_value

    rows = []
    for place, (sentence, translation) in enumerate(zip(look.failures.sentences, look.translations, strict=True)):
        projection = look.judged[place] if look.judged else None
        values = (features(translation) if projection is None else projection.features).values
        shown_values, keys = [], []
        for name in ("mean_logprob", "mean_entropy", "length_ratio", "never"):
            value = values.get(name)
            if value is not None and name == "mean_entropy":  # the heading tells the unit
                shown_values.append(formats.number(value, 2))
            else:
                shown_values.append(formats.DASH if value is None else shown(measure_value(name, value)))
            keys.append(-1e9 if value is None else value)
        chrf = formats.DASH if projection is None else formats.number(projection.chrf, 0)
        verdict = "" if projection is None else shown(VERDICTS[projection.verdict])
        number, length, unseen = sentence.number, sentence.length, len(sentence.unseen)
        texts = single_spaced(sentence.source), single_spaced(sentence.translation)
        counts = str(number), formats.number(sentence.chrf, 0), chrf, verdict, str(length)
        places = float(number), sentence.chrf, -1.0 if projection is None else projection.chrf, verdict, float(length)
        folded = (text.casefold() for text in texts)
        rows.append(
            LookRow(
                (*counts, *shown_values, str(unseen), *texts), (*places, *keys, float(unseen), *folded), sentence.source
            )
        )
    return rows


class CloserLook(QDialog):
    """Three pages about one result; a sentence that is clicked opens in the translate pane.

    Signals:
        open_requested: Source text, ``str``.
    """

    open_requested = Signal(str)

    def __init__(self, context: AppContext, title: str, look: TestSetLook, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self._look, self._saving = context, look, False
        self.setObjectName("closerLook")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.model = LookModel(self)
        self.model.replace(rows_of(look))
        tip = self.tr("Click a heading to sort, a sentence to open it in the translate pane")
        self.table = described(QTableView(), "lookTable", tip, self.tr("Tested sentences and their measures"))
        self._set_up_table()
        self.failures = text_label(name="lookFailures")
        self.failures.setTextFormat(Qt.TextFormat.RichText)
        self.failures.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.failures.setTextInteractionFlags(Qt.TextInteractionFlag.TextBrowserInteraction)
        self.failures.linkActivated.connect(self._on_link)
        self.plot = CalibrationView(context.theme)
        self.trust = text_label(name="lookTrust")
        self.progress = JobProgress()
        tip = self.tr("One file for any browser, without a network: all of this with pictures of the worst sentences")
        self.save_button = push_button("lookSave", self.tr("&Save as a page…"), tip, self._on_save)
        self.close_button = push_button("lookClose", self.tr("&Close"), self.tr("Close this window"), self.close)
        self._lay_out()
        self._fill(context.theme)
        context.theme_changed.connect(self._fill)

    def _set_up_table(self) -> None:
        proxy = QSortFilterProxyModel(self)
        proxy.setSourceModel(self.model)
        proxy.setSortRole(_SORT_ROLE)
        table, columns = self.table, self.model.columnCount()
        table.setModel(proxy)
        read_by_rows(table, "padding-left: 5px; padding-right: 7px;", 1.7)
        table.setAlternatingRowColors(True)
        header, metrics = table.horizontalHeader(), table.fontMetrics()
        for column, (title, _, _) in enumerate(self.model.columns()[:-_TEXTS]):
            widest = max((metrics.horizontalAdvance(row.cells[column]) for row in self.model.rows), default=0)
            table.setColumnWidth(column, max(metrics.horizontalAdvance(title) + 32, widest + 24))
        for column in range(columns - _TEXTS, columns):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        table.setSortingEnabled(True)
        table.sortByColumn(2 if self._look.judged else 1, Qt.SortOrder.AscendingOrder)
        table.clicked.connect(self._on_row)
        table.activated.connect(self._on_row)

    def _lay_out(self) -> None:
        self.tabs = Tabs("lookTabs", self.tr("About this test"))
        trust = QWidget()
        self.trust.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.trust.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        arrange(QVBoxLayout(trust), self.trust, (self.plot, 1), None, margins=(10, 10, 10, 10))
        fails = QWidget()
        arrange(QVBoxLayout(fails), self.failures, None, margins=(10, 10, 10, 10))
        for page, text, tip in (
            (self.table, self.tr("Sentences"), self.tr("Sorted by any score or measure")),
            (
                scrolled(fails),
                self.tr("Where it fails"),
                self.tr("By length, by what was seen in training, with lists"),
            ),
            (trust, self.tr("Trust"), self.tr("How well the projections fit this test set")),
        ):
            self.tabs.add(page, text, tip)
        missing = text_label("warning", " ".join(f"{shown(text)}." for text in self._look.missing))
        missing.setVisible(bool(self._look.missing))
        buttons = beside(self.progress, None, self.save_button, self.close_button)
        arrange(QVBoxLayout(self), missing, (self.tabs, 1), buttons, margins=(12, 10, 12, 10))
        height = self.fontMetrics().height()
        self.resize(height * 76, height * 38)

    @Slot(object)
    def _fill(self, theme: Theme) -> None:
        """All that has colours of the theme."""
        self.failures.setText(self._failures_html(theme))
        self.plot.set_theme(theme)
        look = self._look
        self.plot.setVisible(bool(look.judged))
        if not look.judged:
            self.trust.setText(self.tr("Nothing is projected for this run."))
            return
        from workbench.engine.inspection.projection.confidence import calibration_table, tau_or_none
        from workbench.engine.inspection.projection.ranks import worst_found

        true = [sentence.chrf for sentence in look.failures.sentences]
        projected = [projection.chrf for projection in look.judged]
        points = list(zip(projected, true, strict=True))
        self.plot.show_points(points, [(row.projected, row.actual) for row in calibration_table(points)])
        tau = tau_or_none(projected, true)
        found, marked, worst = worst_found(projected, true, min(50, len(true) // 4))
        text = self.tr(
            "Kendall’s tau of projected and true chrF: {tau}. Of the {marked} sentences projected worst, {found} are in"
            " the worst quarter ({worst} sentences)."
        )
        value = formats.DASH if tau is None else formats.number(tau, 2)
        self.trust.setText(text.format(tau=value, marked=marked, found=found, worst=worst))

    def _failures_html(self, theme: Theme) -> str:
        failures = self._look.failures
        parts = []
        for title, groups in (
            (self.tr("By words of the source"), failures.by_length),
            (self.tr("By how often the rarest source word was seen in training"), failures.by_frequency),
            (self.tr("By source words never seen in training"), failures.by_unseen),
        ):
            if groups:
                parts.append(f"<h3>{html.escape(title)}</h3>{self._groups_html(groups, theme)}")
        for title, numbers, what in (
            (self.tr("Repeated"), failures.repeated, _repeated),
            (self.tr("Dropped"), failures.dropped, _dropped),
        ):
            sentences = [failures.sentences[number - 1] for number in numbers[:_MOST_LISTED]]
            parts.append(f"<h3>{html.escape(title)} ({len(numbers)})</h3>")
            parts += [self._entry_html(sentence, what(sentence), theme) for sentence in sentences]
        return "".join(parts)

    def _groups_html(self, groups: Sequence[Group], theme: Theme) -> str:
        head = "".join(
            f'<td align="right" style="color:{theme.muted}; padding-right:20px">{html.escape(title)}</td>'
            for title in ("", self.tr("Sentences"), "chrF", "BLEU", self.tr("Worst"))
        )
        rows = []
        for group in groups:
            name = f"{group.low} – {group.high}" if group.high != group.low else str(group.low)
            name = f"≥ {group.low}" if group.high is None else name
            cells = name, formats.count(len(group.numbers)), formats.number(group.chrf), formats.number(group.bleu)
            worst = " ".join(self._link(number, str(number), theme) for number in group.numbers[:5])
            line = "".join(f'<td align="right" style="padding-right:20px">{html.escape(cell)}</td>' for cell in cells)
            rows.append(f"<tr>{line}<td>{worst}</td></tr>")
        return f'<table cellspacing="0" cellpadding="3"><tr>{head}</tr>{"".join(rows)}</table>'

    def _entry_html(self, sentence: Sentence, what: str, theme: Theme) -> str:
        source = self._link(sentence.number, sentence.source, theme)
        said, missing = html.escape(sentence.translation), html.escape(what)
        return f'<p>{source}<br>{said}<br><span style="color:{theme.warning}">{missing}</span></p>'

    @staticmethod
    def _link(number: int, text: str, theme: Theme) -> str:
        return f'<a href="#{number}" style="color:{theme.accent}">{html.escape(text)}</a>'

    @Slot(str)
    def _on_link(self, target: str) -> None:
        self.open_requested.emit(self._look.failures.sentences[int(target[1:]) - 1].source)

    @Slot(QModelIndex)
    def _on_row(self, index: QModelIndex) -> None:
        proxy = self.table.model()
        assert isinstance(proxy, QSortFilterProxyModel)
        self.open_requested.emit(self.model.rows[proxy.mapToSource(index).row()].source)

    def _on_save(self) -> None:
        title = self.tr("Save as a page")
        path = ask_where_to_save(self, self._context.settings, "runs/folder", title, "test", ("html",))
        if path is None:
            return
        file, look, language = path, self._look, i18n.language()

        def write(_progress: Any, check: Callable[[], None]) -> None:
            from workbench.engine.core.files import reporting_writes, write_atomically

            page = look.page(shown, language)
            check()
            with reporting_writes(file):
                write_atomically(file, page)

        def told(text: str) -> None:
            self._context.status_message.emit(text)

        done = self.tr("Saved as {path}.").format(path=path)
        job = run_job(self, write, lambda _: told(done), lambda report: told(shown_failure(report)))
        self.progress.follow(job, title)
        self.save_button.setEnabled(False)
        job.finished.connect(lambda: self.save_button.setEnabled(True))


def _repeated(sentence: Sentence) -> str:
    return sentence.repeated


def _dropped(sentence: Sentence) -> str:
    return " ".join(sentence.dropped)
