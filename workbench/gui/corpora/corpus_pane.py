"""Corpora: import sentence pairs, see what they hold and what cleaning would leave out, and train on them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from workbench.engine.corpora.corpus_info import CorpusInfo
from workbench.gui.corpora.corpus_commands import CorpusCommands
from workbench.gui.corpora.corpus_details import CorpusDetails
from workbench.gui.corpora.corpus_dialogs import ExportDialog, MergeDialog, RenameDialog, of_same_languages
from workbench.gui.corpora.corpus_jobs import CorpusJobs
from workbench.gui.corpora.corpus_list import CorpusList
from workbench.gui.corpora.import_page import ImportPage
from workbench.gui.corpora.requests import CorpusCame, ExportRequest, ImportRequest
from workbench.gui.corpora.system_dialog import SystemDialog
from workbench.gui.layouts import arrange
from workbench.gui.state.context import AppContext
from workbench.gui.theme import Theme, icon
from workbench.gui.widgets import fields
from workbench.gui.widgets.controls import push_button, restore_splitter, scrolled, splitter, text_label
from workbench.gui.widgets.empty_state import EmptyState
from workbench.gui.widgets.job_progress import JobProgress
from workbench.gui.widgets.notice_bar import NoticeBar
from workbench.gui.widgets.pane import Pane
from workbench.gui.widgets.save_dialog import ask_where_to_save


class CorpusPane(Pane):
    """List of corpora on the left, the selected one or the import preview on the right."""

    def __init__(self, context: AppContext) -> None:
        super().__init__()
        self._context = context
        self._first = True
        self._wanted = ""
        self._kept: Mapping[str, Any] = {}
        self._closing = False
        self.setObjectName("corpusPane")
        self.notice = NoticeBar(context)
        self.transfer = JobProgress()
        self.list = CorpusList(context)
        looking = JobProgress()
        self.jobs = CorpusJobs(context, self, self.notice, self.transfer, looking)
        does = {"rename": self.rename, "merge": self.merge, "export": self.export, "delete": self.delete}
        self.commands = CorpusCommands(context, self.list, does, self)
        self.details = CorpusDetails(context, self.jobs, looking, self.commands)
        tip = self.tr("Choose files with sentence pairs, or drop them anywhere on the window (Ctrl+O)")
        self.import_button = push_button("corpusImport", self.tr("&Import files…"), tip, self.choose_files)
        tip = self.tr("Collect the translations that the programs on this computer carry: a corpus at once")
        self.system_button = push_button("corpusSystem", self.tr("From this &computer…"), tip, self.ask_system)
        self.empty = self._make_empty()
        self._lay_out()
        self._connect()
        self._on_theme(context.theme)

    # --- building -------------------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        heading = text_label("title", self.tr("Corpora"), wrap=False)
        left, right = QWidget(), QWidget()
        buttons = (self.import_button, self.system_button)
        arrange(QVBoxLayout(left), heading, (self.list, 1), *buttons)
        self.stack = QStackedWidget()
        for widget in (self.details, self.empty):
            self.stack.addWidget(widget)
        pages = scrolled(self.stack, sideways=False)
        arrange(QVBoxLayout(right), self.notice, self.transfer, (pages, 1), margins=(6, 0, 0, 0))
        right.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.splitter = splitter(Qt.Orientation.Horizontal, left, right, (250, 880))
        self.splitter.setStretchFactor(1, 1)
        restore_splitter(self.splitter, self._context.settings.get_bytes("corpora/splitter"))
        arrange(QVBoxLayout(self), self.splitter, margins=(18, 14, 18, 12))

    @cached_property
    def page(self) -> ImportPage:
        """The page for an import, built when the first one is: it holds as much as the rest of the pane."""
        page = ImportPage(self._context)
        page.import_requested.connect(self._import)
        page.cancelled.connect(self._leave_import)
        page.idle.connect(self._tell_idle)
        self.stack.addWidget(page)
        self.grew.emit(page)
        return page

    @property
    def _preparing(self) -> ImportPage | None:
        """The page for an import, while it is in sight."""
        page: ImportPage | None = vars(self).get("page")
        return page if self.stack.currentWidget() is page else None

    def _make_empty(self) -> EmptyState:
        empty = EmptyState(self._context, "mdi6.book-open-variant")
        empty.set_texts(
            self.tr("No corpus yet"),
            self.tr(
                "A corpus is a set of sentences with their translations: a translation memory (TMX, XLIFF, PO), a table"
                " (TSV, CSV, XLSX, ODS), JSONL, Parquet, or two text files, line by line. Drop the files here."
            ),
        )
        tip = self.tr("Choose files with sentence pairs")
        empty.add_button("emptyImport", self.choose_files, self.tr("Import files…"), tip)
        text = self.tr("This computer's translations…")
        empty.add_button("emptySystem", self.ask_system, text, self.system_button.toolTip())
        return empty

    def _connect(self) -> None:
        context = self._context
        context.corpora_changed.connect(self._on_changed)
        context.import_files.connect(self.open_files)
        context.theme_changed.connect(self._on_theme)
        self.list.selectionModel().currentChanged.connect(self._on_selected)
        self.jobs.listed.connect(self._on_listed)
        self.jobs.came.connect(self._on_came)
        self.jobs.busy_changed.connect(self._on_busy)
        for keys, slot, widget in (
            (QKeySequence(QKeySequence.StandardKey.Undo), self._undo, self),
            (QKeySequence("Ctrl+Shift+Z"), self.details.browser.redo, self.details.browser),
            (QKeySequence("Ctrl+Y"), self.details.browser.redo, self.details.browser),
            (QKeySequence(QKeySequence.StandardKey.Find), self._find, self),
            (QKeySequence(QKeySequence.StandardKey.Delete), self.delete, self.list),
            (QKeySequence("Return"), self.details.train, self.list),
        ):
            shortcut = QShortcut(keys, widget)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(slot)

    # --- the list -------------------------------------------------------------------------------------------------

    @Slot(object)
    def _on_changed(self, _what: object = None) -> None:
        """Read the list again, in the background."""
        if not self._closing:
            self.jobs.refresh_list()

    def showEvent(self, event: QShowEvent) -> None:
        """Read the list when the pane comes up for the first time."""
        super().showEvent(event)
        if self._first:
            self._first = False
            self._on_changed()
        else:
            self.details.look()

    @Slot(object)
    def _on_listed(self, corpora: Sequence[CorpusInfo]) -> None:
        self.list.show_corpora(corpora, self._wanted)
        self._wanted = ""
        if self._preparing is None:
            self._show_current()

    @Slot()
    def _on_selected(self) -> None:
        if self._preparing is not None:
            self._preparing.stop_looking()
        self._show_current()

    def _show_current(self) -> None:
        info = self.list.current()
        self.stack.setCurrentWidget(self.details if info is not None else self.empty)
        self.commands.enable(info)
        self.details.show_corpus(info, self.list.corpora.line(info) if info is not None else "")
        if info is not None and self._kept:
            kept, self._kept = self._kept, {}
            fields.put(self.details, kept)

    @Slot()
    def delete(self) -> None:
        """Move the selected corpus to the bin."""
        info = self.list.current()
        if info is not None and not info.builtin:
            self.details.forget()
            self.jobs.delete(info)

    @Slot()
    def _undo(self) -> None:
        """The last change of single pairs where the keyboard is among them, else what the message offers."""
        focus = QApplication.focusWidget()
        if focus is not None and self.details.browser.isAncestorOf(focus):
            self.details.browser.undo()
        else:
            self.notice.undo()

    @Slot()
    def _find(self) -> None:
        """Search the pairs of the selected corpus."""
        if self.stack.currentWidget() is self.details:
            self.details.search_pairs()

    @Slot()
    def rename(self) -> None:
        """Ask for another name of the selected corpus."""
        info = self.list.current()
        if info is not None and not info.builtin:
            self._ask(dialog := RenameDialog(info, self.list.names(), self), lambda: self._rename(info, dialog))

    def _rename(self, info: CorpusInfo, dialog: RenameDialog) -> None:
        if dialog.chosen_name() != info.name:
            self.details.remember_cleaning(dialog.chosen_name(), self.details.cleaning_of(info.name))
            self.jobs.rename(info, dialog.chosen_name())

    @Slot()
    def merge(self) -> None:
        """Ask which other corpora the selected one becomes a new corpus with."""
        info = self.list.current()
        if info is not None:
            others = of_same_languages(info, self.list.corpora.rows)
            dialog = MergeDialog(info, others, self.list.names(), self)
            self._ask(dialog, lambda: self.jobs.merge(dialog.chosen(), dialog.chosen_name()))

    @Slot()
    def export(self) -> None:
        """Ask for a format and a file for the pairs of the selected corpus."""
        info = self.list.current()
        if info is not None:
            self._ask(dialog := ExportDialog(info, self), lambda: self._export(info, *dialog.chosen()))

    def _export(self, info: CorpusInfo, form: str, split: str) -> None:
        ending = "txt" if form == "text" else form
        title = self.tr("Export the corpus")
        path = ask_where_to_save(self, self._context.settings, "corpora/export", title, info.name, [ending])
        if path is not None:
            output = path.with_suffix("") if form == "text" else path
            self.jobs.export(ExportRequest(info, *self.details.languages(), form, split, output))

    def _ask(self, dialog: QDialog, then: Callable[[], object]) -> None:
        dialog.accepted.connect(then)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    # --- importing ------------------------------------------------------------------------------------------------

    def choose_files(self) -> None:
        """Ask for files, then preview them."""
        folder = self._context.settings.last_folder
        pairs = self.tr(
            "Sentence pairs (*.tmx *.xliff *.xlf *.po *.mo *.tsv *.csv *.jsonl *.json *.parquet *.xlsx *.ods"
            " *.gz *.xz *.zip *.tar)"
        )
        everything = self.tr("All files (*)")
        kinds = f"{pairs};;{everything}"
        files, _ = QFileDialog.getOpenFileNames(self, self.tr("Import files"), folder, kinds, everything)
        if files:
            self._context.settings.last_folder = str(Path(files[0]).parent)
            self.open_files([Path(file) for file in files])

    @Slot(object)
    def open_files(self, paths: Sequence[Path]) -> None:
        """Preview files that were chosen or dropped."""
        self.notice.dismiss()
        self.stack.setCurrentWidget(self.page)
        self.page.open_files([Path(path) for path in paths], self.list.names())
        self.page.name.setFocus()

    @Slot()
    def _leave_import(self) -> None:
        self._show_current()
        self.list.setFocus()

    @Slot(object)
    def _import(self, wanted: ImportRequest) -> None:
        self.details.remember_cleaning(wanted.name, wanted.cleaning)
        self.jobs.import_files(wanted)
        self.page.set_importing(True)

    def ask_system(self) -> None:
        """Look for the computer's own translations, then ask for the languages."""

        def ask(languages: dict[str, int]) -> None:
            if not languages:
                self.notice.say(self.tr("No translations were found on this computer."), "warning")
                return
            dialog = SystemDialog(languages, self.list.names(), self)
            self._ask(dialog, lambda: self.jobs.import_system(*dialog.chosen()))

        self.jobs.system_languages(ask)

    @Slot(object)
    def _on_came(self, came: CorpusCame) -> None:
        """A corpus was imported, or taken back out of the bin."""
        self._wanted = came.info.name
        self.details.forget()
        self.stack.setCurrentWidget(self.details)
        self._context.corpora_changed.emit(None)
        if came.train:
            self.details.train_on(came.info.name, came.info.source_lang)

    # --- the rest -------------------------------------------------------------------------------------------------

    @Slot(object)
    def _on_theme(self, theme: Theme) -> None:
        self.import_button.setIcon(icon("mdi6.import", theme))
        self.system_button.setIcon(icon("mdi6.desktop-classic", theme))

    def focus_first(self) -> None:
        """Put the keyboard on the list, or on what the import waits for."""
        if self._preparing is not None:
            self._preparing.name.setFocus()
        else:
            self.list.setFocus()

    def form(self) -> QWidget:
        """The import page has fields of the same names, and more to take over."""
        return self.details

    def state(self) -> dict[str, Any]:
        """The corpus looked at, and the files that are about to be imported."""
        info = self.list.current()
        importing = self._preparing.state() if self._preparing is not None else None
        own = {"corpus": info.name if info else self._wanted, "names": self.list.names(), "import": importing}
        return {**super().state(), **own}

    def restore(self, state: Mapping[str, Any]) -> None:
        """Look at the same."""
        self._wanted, self._kept = state["corpus"], state["fields"]
        if state["import"] is not None:
            self.stack.setCurrentWidget(self.page)
            self.page.restore(state["import"], state["names"])

    def shutdown(self) -> bool:
        """Cancel what runs and remember the layout.

        Returns:
            True when nothing runs any more; otherwise ``idle`` follows.
        """
        self._closing = True
        self._context.settings.put_bytes("corpora/splitter", self.splitter.saveState())
        self.details.stop()
        self.jobs.cancel_all()
        if "page" in self.__dict__:
            self.page.shutdown()
        return not self._busy()

    def _busy(self) -> bool:
        return self.jobs.busy or ("page" in self.__dict__ and self.page.busy)

    @Slot()
    def _on_busy(self) -> None:
        if "page" in self.__dict__:
            self.page.set_importing(self.jobs.importing)
        self._tell_idle()

    def _tell_idle(self) -> None:
        if self._closing and not self._busy():
            self.idle.emit()
