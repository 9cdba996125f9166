"""Corpora: import sentence pairs, see what they hold and what cleaning would leave out, and train on them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from workbench.engine.corpora.library import CorpusInfo
from workbench.gui.corpora.corpus_jobs import CorpusJobs, ImportRequest
from workbench.gui.corpora.corpus_list import CorpusList
from workbench.gui.corpora.corpus_report import CorpusReportView
from workbench.gui.corpora.import_page import ImportPage
from workbench.gui.corpora.system_dialog import SystemDialog
from workbench.gui.state.context import AppContext
from workbench.gui.state.run_request import TrainingWish
from workbench.gui.theme import Theme, icon, set_role
from workbench.gui.widgets.empty_state import EmptyState
from workbench.gui.widgets.job_progress import JobProgress
from workbench.gui.widgets.notice_bar import NoticeBar
from workbench.gui.widgets.pane import Pane
from workbench.gui.words import formats
from workbench.gui.words.languages import language_name
from workbench.gui.words.schema_texts import corpus_description, corpus_title

#: Above this, a corpus is looked at when asked, not whenever it is selected.
_BIG = 300_000


class CorpusPane(Pane):
    """List of corpora on the left, the selected one or the import preview on the right."""

    def __init__(self, context: AppContext) -> None:
        super().__init__()
        self._context = context
        self._first = True
        self._wanted = ""
        self._shown = ""
        self._closing = False
        self.setObjectName("corpusPane")
        self.notice = NoticeBar(context)
        self.transfer = JobProgress()
        self.list = CorpusList(context)
        self.report = CorpusReportView(context)
        self.looking = JobProgress()
        self.page = ImportPage(context)
        self.jobs = CorpusJobs(context, self, self.notice, self.transfer, self.looking)
        self._make_header()
        self._lay_out()
        self._connect()
        self._on_theme(context.theme)

    # --- building -------------------------------------------------------------------------------------------------

    def _button(self, name: str, text: str, tip: str, slot: Callable[[], object]) -> QPushButton:
        button = QPushButton(text)
        button.setObjectName(name)
        button.setAccessibleName(text.replace("&", "").replace("…", ""))
        button.setToolTip(tip)
        button.clicked.connect(lambda _checked=False: slot())
        return button

    def _make_header(self) -> None:
        tip = self.tr("Choose files with sentence pairs, or drop them anywhere on the window (Ctrl+O)")
        self.import_button = self._button("corpusImport", self.tr("&Import files…"), tip, self.choose_files)
        tip = self.tr("Collect the translations that the programs on this computer carry: a corpus at once")
        text = self.tr("From this &computer…")
        self.system_button = self._button("corpusSystem", text, tip, self.ask_system)
        self.title = QLabel()
        self.title.setObjectName("corpusTitle")
        self.title.setWordWrap(True)
        set_role(self.title, "title")
        self.about = QLabel()
        self.about.setObjectName("corpusAbout")
        self.about.setWordWrap(True)
        set_role(self.about, "muted")
        self.direction = QComboBox()
        self.direction.setObjectName("corpusDirection")
        self.direction.setAccessibleName(self.tr("Direction"))
        self.direction.setToolTip(self.tr("A corpus can be trained on in either direction"))
        self.direction.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.direction.activated.connect(self._on_direction)
        tip = self.tr("Go to the train pane with this corpus and these cleaning rules")
        self.train_button = self._button("corpusTrain", self.tr("&Train on this"), tip, self.train)
        set_role(self.train_button, "primary")
        tip = self.tr("Move this corpus to the bin; can be undone (Delete)")
        self.delete_button = self._button("corpusDelete", self.tr("&Delete"), tip, self.delete)
        set_role(self.delete_button, "quiet")
        tip = self.tr("Read all pairs and report; takes a while for a big corpus")
        self.look_button = self._button("corpusLook", self.tr("&Look inside"), tip, lambda: self._look(force=True))

    def _lay_out(self) -> None:
        heading = QLabel(self.tr("Corpora"))
        set_role(heading, "title")
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(heading)
        column.addWidget(self.list, 1)
        column.addWidget(self.import_button)
        column.addWidget(self.system_button)
        titles = QVBoxLayout()
        titles.setSpacing(2)
        titles.addWidget(self.title)
        titles.addWidget(self.about)
        top = QHBoxLayout()
        top.addLayout(titles, 1)
        controls: tuple[QWidget, ...] = (self.look_button, self.delete_button, self.direction, self.train_button)
        for control in controls:
            top.addWidget(control, 0, Qt.AlignmentFlag.AlignTop)
        self.details = QWidget()
        page = QVBoxLayout(self.details)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(8)
        page.addLayout(top)
        page.addWidget(self.looking)
        page.addWidget(self.report, 1)
        self.empty = self._make_empty()
        self.stack = QStackedWidget()
        for widget in (self.details, self.page, self.empty):
            self.stack.addWidget(widget)
        right = QWidget()
        body = QVBoxLayout(right)
        body.setContentsMargins(6, 0, 0, 0)
        body.addWidget(self.notice)
        body.addWidget(self.transfer)
        body.addWidget(self.stack, 1)
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.addWidget(left)
        self.splitter.addWidget(right)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setStretchFactor(1, 1)
        left.setMinimumWidth(140)
        right.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.splitter.setSizes([250, 880])
        self.splitter.restoreState(self._context.settings.get_bytes("corpora/splitter"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 14, 18, 12)
        layout.addWidget(self.splitter)

    def _make_empty(self) -> EmptyState:
        empty = EmptyState(self._context, "mdi6.book-open-variant")
        empty.set_texts(
            self.tr("No corpus yet"),
            self.tr(
                "A corpus is a set of sentences with their translations: a translation memory (TMX, XLIFF, PO), a table"
                " (TSV, CSV, XLSX, ODS), JSONL, Parquet, or two text files, line by line. Drop the files here."
            ),
        )
        for name, text, tip, slot in (
            ("emptyImport", self.tr("Import files…"), self.tr("Choose files with sentence pairs"), self.choose_files),
            ("emptySystem", self.tr("This computer's translations…"), self.system_button.toolTip(), self.ask_system),
        ):
            button = empty.add_button(name, slot)
            button.setText(text)
            button.setAccessibleName(text.replace("…", ""))
            button.setToolTip(tip)
        return empty

    def _connect(self) -> None:
        context = self._context
        context.corpora_changed.connect(self._on_changed)
        context.import_files.connect(self.open_files)
        context.theme_changed.connect(self._on_theme)
        self.list.selectionModel().currentChanged.connect(self._on_selected)
        self.report.cleaning_changed.connect(self._on_cleaning)
        self.page.import_requested.connect(self._import)
        self.page.cancelled.connect(self._leave_import)
        self.jobs.listed.connect(self._on_listed)
        self.jobs.reported.connect(self._on_reported)
        self.jobs.leaks_found.connect(self._on_leaks)
        self.jobs.came.connect(self._on_came)
        self.jobs.over.connect(self._on_job_over)
        self.page.idle.connect(self._tell_idle)
        for keys, slot, widget in (
            (QKeySequence(QKeySequence.StandardKey.Undo), self.notice.undo, self),
            (QKeySequence(QKeySequence.StandardKey.Delete), self.delete, self.list),
            (QKeySequence("Return"), self.train, self.list),
        ):
            shortcut = QShortcut(keys, widget)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(slot)

    # --- the list -------------------------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Read the list again, in the background."""
        if not self._closing:
            self.jobs.refresh_list()

    @Slot(object)
    def _on_changed(self, _what: object) -> None:
        self.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        """Read the list when the pane comes up for the first time."""
        super().showEvent(event)
        if self._first:
            self._first = False
            self.refresh()
        else:
            self._look()

    @Slot(object)
    def _on_listed(self, corpora: Sequence[CorpusInfo]) -> None:
        self.list.show_corpora(corpora, self._wanted)
        self._wanted = ""
        if self.stack.currentWidget() is not self.page:
            self._show_current()

    @Slot()
    def _on_selected(self) -> None:
        if self.stack.currentWidget() is self.page:
            self.page.stop_looking()
        self._show_current()

    def _show_current(self) -> None:
        info = self.list.current()
        self.stack.setCurrentWidget(self.details if info is not None else self.empty)
        if info is None:
            self._shown = ""
            return
        self.title.setText(corpus_title(info))
        self.about.setText(self._about_words(info))
        self.delete_button.setVisible(not info.builtin)
        self.direction.clear()
        languages = (info.source_lang, info.target_lang)
        for one, other in (languages, languages[::-1]):
            self.direction.addItem(f"{language_name(one) or '?'} → {language_name(other) or '?'}", one)
        self.direction.setVisible(bool(info.source_lang and info.target_lang))
        self._look()

    def _about_words(self, info: CorpusInfo) -> str:
        parts = [self.list.corpora.line(info)]
        if info.files and not info.builtin:
            parts.append(self.tr("from {files}").format(files=", ".join(info.files[:3])))
        if info.created:
            parts.append(self.tr("imported {date}").format(date=info.created[:10]))
        if info.licence:
            parts.append(info.licence)
        line = " · ".join(parts)
        return f"{line}\n{corpus_description(info)}" if info.description else line

    # --- looking inside -------------------------------------------------------------------------------------------

    def cleaning_of(self, name: str) -> str:
        """The cleaning rules that the person chose for a corpus."""
        return str(self._context.settings.get_json("corpora/cleaning", {}).get(name, "default"))

    @Slot()
    def _on_direction(self) -> None:
        self._look()

    def _look(self, force: bool = False) -> None:
        """Inspect the selected corpus, unless that report is shown already."""
        info = self.list.current()
        if info is None or not self.isVisible() or self._closing:
            return
        source = str(self.direction.currentData() or "")
        key = f"{info.name}|{source}|{self.cleaning_of(info.name)}|{info.created}"
        if key == self._shown:
            return
        languages = (info.source_lang, info.target_lang)
        names = languages if source in ("", info.source_lang) else languages[::-1]
        if self._shown.split("|")[:2] != key.split("|")[:2]:
            self.report.clear()
        self.report.set_languages(*(language_name(tag) for tag in names))
        self._shown = ""
        known = self.jobs.known(key)
        big = info.pairs > _BIG and known is None
        self.look_button.setVisible(big and not force)
        if big and not force:
            self.report.pairs_tile.set_value(formats.count(info.pairs))
            return
        self._shown = key
        self.jobs.inspect(info, names[0], names[1], self.cleaning_of(info.name), key)

    @Slot(object)
    def _on_reported(self, result: tuple[str, Any]) -> None:
        key, report = result
        if key == self._shown:
            self.report.show_report(report, 1000)

    @Slot(object)
    def _on_leaks(self, result: tuple[str, Any]) -> None:
        name, leaks = result
        info = self.list.current()
        if info is not None and info.name == name:
            self.report.show_leaks(leaks)

    @Slot(object)
    def _on_cleaning(self, cleaning: str) -> None:
        info = self.list.current()
        if info is not None:
            self._remember_cleaning(info.name, cleaning)
            self._look(force=True)

    def _remember_cleaning(self, name: str, cleaning: str) -> None:
        settings = self._context.settings
        kept = dict(settings.get_json("corpora/cleaning", {}))
        kept[name] = cleaning
        settings.put_json("corpora/cleaning", kept)

    # --- importing ------------------------------------------------------------------------------------------------

    def choose_files(self) -> None:
        """Ask for files, then preview them."""
        folder = self._context.settings.last_folder
        kinds = ";;".join(
            (
                self.tr(
                    "Sentence pairs (*.tmx *.xliff *.xlf *.po *.mo *.tsv *.csv *.jsonl *.json *.parquet *.xlsx *.ods"
                    " *.gz *.xz *.zip *.tar)"
                ),
                self.tr("All files (*)"),
            )
        )
        files, _ = QFileDialog.getOpenFileNames(self, self.tr("Import files"), folder, kinds, self.tr("All files (*)"))
        if files:
            self._context.settings.last_folder = str(Path(files[0]).parent)
            self.open_files([Path(file) for file in files])

    @Slot(object)
    def open_files(self, paths: Sequence[Path]) -> None:
        """Preview files that were chosen or dropped."""
        self.notice.dismiss()
        self.stack.setCurrentWidget(self.page)
        self.page.open_files([Path(path) for path in paths], [info.name for info in self.list.corpora.rows])
        self.page.name.setFocus()

    @Slot()
    def _leave_import(self) -> None:
        self._show_current()
        self.list.setFocus()

    @Slot(object)
    def _import(self, wanted: ImportRequest) -> None:
        self._remember_cleaning(wanted.name, wanted.cleaning)
        self.jobs.import_files(wanted)
        self.page.set_importing(True)

    def ask_system(self) -> None:
        """Look for the computer's own translations, then ask for the languages."""

        def ask(languages: dict[str, int]) -> None:
            if not languages:
                self.notice.say(self.tr("No translations were found on this computer."), "warning")
                return
            dialog = SystemDialog(self._context, languages, [i.name for i in self.list.corpora.rows], self)
            dialog.accepted.connect(lambda: self.jobs.import_system(*dialog.chosen()))
            dialog.finished.connect(dialog.deleteLater)
            dialog.open()

        self.jobs.system_languages(ask)

    @Slot(object)
    def _on_came(self, result: tuple[CorpusInfo, bool]) -> None:
        """A corpus was imported, or taken back out of the bin."""
        info, train = result
        self._wanted = info.name
        self._shown = ""
        self.stack.setCurrentWidget(self.details)
        self._context.corpora_changed.emit(None)
        if train:
            self._train_on(info.name, info.source_lang)

    # --- the selected corpus --------------------------------------------------------------------------------------

    @Slot()
    def train(self) -> None:
        """Go to the train pane with the selected corpus."""
        info = self.list.current()
        if info is not None:
            self._train_on(info.name, str(self.direction.currentData() or ""))

    def _train_on(self, name: str, source_lang: str) -> None:
        cleaning = self.cleaning_of(name)
        overrides = {"data.cleaning": cleaning} if cleaning != "default" else {}
        self._context.prefill_training(TrainingWish(name, source_lang, overrides=overrides))

    @Slot()
    def delete(self) -> None:
        """Move the selected corpus to the bin."""
        info = self.list.current()
        if info is not None and not info.builtin:
            self._shown = ""
            self.jobs.delete(info)

    # --- the rest -------------------------------------------------------------------------------------------------

    @Slot(object)
    def _on_theme(self, theme: Theme) -> None:
        self.import_button.setIcon(icon("mdi6.import", theme))
        self.system_button.setIcon(icon("mdi6.desktop-classic", theme))
        self.train_button.setIcon(icon("mdi6.chart-line", theme, "accent_text"))
        self.delete_button.setIcon(icon("mdi6.trash-can-outline", theme))

    def focus_first(self) -> None:
        """Put the keyboard on the list, or on what the import waits for."""
        if self.stack.currentWidget() is self.page:
            self.page.name.setFocus()
        else:
            self.list.setFocus()

    def shutdown(self) -> bool:
        """Cancel what runs and remember the layout.

        Returns:
            True when nothing runs any more; otherwise ``idle`` follows.
        """
        self._closing = True
        self._context.settings.put_bytes("corpora/splitter", self.splitter.saveState())
        self.jobs.cancel_all()
        self.page.shutdown()
        return not self._busy()

    def _busy(self) -> bool:
        return self.jobs.busy or self.page.busy

    @Slot()
    def _on_job_over(self) -> None:
        self.page.set_importing(self.jobs.importing)
        self._tell_idle()

    def _tell_idle(self) -> None:
        if self._closing and not self._busy():
            self.idle.emit()
