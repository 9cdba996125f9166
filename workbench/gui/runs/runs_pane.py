"""All runs: find, open, compare, test, repeat, tidy up."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, QPoint, Qt, QTimer, Slot
from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QSplitter,
    QStackedWidget,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from workbench.engine.evaluation.test_sets import load_sentences
from workbench.engine.runs import folder as runs
from workbench.engine.runs.folder import RunFolder
from workbench.engine.runs.summary import RunSummary, summarise_all
from workbench.gui.runs.compare_panel import ComparePanel
from workbench.gui.runs.run_actions import RunActions
from workbench.gui.runs.run_commands import RunCommands
from workbench.gui.runs.run_curves import RunCurvesLoader
from workbench.gui.runs.run_details import RunDetails
from workbench.gui.runs.run_table import RunTable
from workbench.gui.runs.score_panel import ScorePanel
from workbench.gui.runs.sentence_table import SentenceRow
from workbench.gui.state.context import AppContext
from workbench.gui.state.signals import WantedTranslation
from workbench.gui.theme import set_role
from workbench.gui.widgets.empty_state import EmptyState
from workbench.gui.widgets.job_progress import JobProgress
from workbench.gui.widgets.notice_bar import NoticeBar
from workbench.gui.widgets.pane import Pane
from workbench.gui.workers.job import Job, run_job

#: How often the list is read again while a run trains.
_WATCH_MS = 3000
#: Several changes shortly after each other are read once.
_SETTLE_MS = 150
_DETAILS, _CURVES, _TEST = range(3)


class RunsPane(Pane):
    """Table of runs above, what is known about the selection below."""

    def __init__(self, context: AppContext) -> None:
        super().__init__()
        self._context = context
        self._listing: Job | None = None
        self._again = False
        self._first = True
        self._wanted: Path | None = None
        self._closing = False
        self.setObjectName("runsPane")
        self.notice = NoticeBar(context)
        self.transfer = JobProgress()
        self.details = RunDetails(context)
        self.compare = ComparePanel(context)
        self.scores = ScorePanel(context)
        self.actions_ = RunActions(context, self, self.notice, self.transfer, self.scores.progress)
        self.table = RunTable(context, self.actions_.rename)
        self.curves = RunCurvesLoader(self.compare, self.notice, self)
        self.commands = RunCommands(context, self.table, self._commands(), self)
        self._make_table()
        self._lay_out()
        self._connect()
        self._on_selection()

    def _commands(self) -> dict[str, Callable[[], object]]:
        return {
            "open": self._open,
            "watch": self._watch,
            "resume": self._resume,
            "rename": self._rename,
            "folder": self._open_folder,
            "export": self._export,
            "exportState": self._export_with_state,
            "delete": self._delete,
            "test": self._test,
            "repeat": self._repeat,
            "import": self.actions_.import_run,
        }

    # --- building -------------------------------------------------------------------------------------------------

    def _make_table(self) -> None:
        self.table.setAccessibleName(self.tr("Runs"))
        self.table.setAccessibleDescription(
            self.tr("Enter opens a run in the translate pane, F2 renames it, Delete moves it to the bin")
        )
        self.table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.table.customContextMenuRequested.connect(self._on_context_menu)
        self.search = QLineEdit()
        self.search.setObjectName("runSearch")
        self.search.setClearButtonEnabled(True)
        self.search.setPlaceholderText(self.tr("Search runs"))
        self.search.setAccessibleName(self.tr("Search runs"))
        self.search.setToolTip(self.tr("Words of the name, corpus, language, status or note (Ctrl+F)"))
        self.search.textChanged.connect(self.table.filter_by)
        self.search.setMaximumWidth(320)

    def _lay_out(self) -> None:
        title = QLabel(self.tr("Runs"))
        set_role(title, "title")
        header = QHBoxLayout()
        header.addWidget(title)
        header.addStretch(1)
        header.addWidget(self.search, 1)
        header.addWidget(self.commands.import_button)
        buttons = QHBoxLayout()
        commands = self.commands
        for button in (commands.open_button, commands.test_button, commands.repeat_button, commands.more):
            buttons.addWidget(button)
        buttons.addStretch(1)
        upper = QWidget()
        above = QVBoxLayout(upper)
        above.setContentsMargins(0, 0, 0, 0)
        above.addWidget(self.table, 1)
        above.addLayout(buttons)
        self.tabs = QTabWidget()
        self.tabs.setObjectName("runTabs")
        self.tabs.setDocumentMode(False)
        self.tabs.tabBar().setAccessibleName(self.tr("About the selected run"))
        for page, text, tip in (
            (self.details, self.tr("Overview"), self.tr("Facts and your note")),
            (self.compare, self.tr("Curves"), self.tr("Scores and loss through training; select several to compare")),
            (self.scores, self.tr("Tests"), self.tr("Scores on test sets, sentence by sentence")),
        ):
            self.tabs.setTabToolTip(self.tabs.addTab(page, text), tip)
        self.splitter = QSplitter(Qt.Orientation.Vertical)
        self.splitter.addWidget(upper)
        self.splitter.addWidget(self.tabs)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setStretchFactor(0, 2)
        self.splitter.setStretchFactor(1, 3)
        self.splitter.restoreState(self._context.settings.get_bytes("runs/splitter"))
        self.empty = self._make_empty()
        self.stack = QStackedWidget()
        self.stack.addWidget(self.splitter)
        self.stack.addWidget(self.empty)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 14, 18, 12)
        layout.setSpacing(10)
        layout.addLayout(header)
        layout.addWidget(self.notice)
        layout.addWidget(self.transfer)
        layout.addWidget(self.stack, 1)

    def _make_empty(self) -> EmptyState:
        empty = EmptyState(self._context, "mdi6.folder-multiple-outline")
        empty.set_texts(
            self.tr("No runs yet"),
            self.tr(
                "Every training becomes a run: a folder with the model, its settings and its history. "
                "Here you will compare runs, test them and translate with them."
            ),
        )
        for name, text, tip, slot in (
            ("emptyTrain", self.tr("Train a model"), self.tr("Go to the train pane"), self._go_to_training),
            ("emptyImport", self.tr("Import a run…"), self.tr("A file that Export made"), self.actions_.import_run),
        ):
            button = empty.add_button(name, slot)
            button.setText(text)
            button.setAccessibleName(text.replace("…", ""))
            button.setToolTip(tip)
        return empty

    def _connect(self) -> None:
        context = self._context
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(_SETTLE_MS)
        self._settle.timeout.connect(self.refresh)
        self._watch_timer = QTimer(self)
        self._watch_timer.setInterval(_WATCH_MS)
        self._watch_timer.timeout.connect(self.refresh)
        context.runs_changed.connect(self._on_changed)
        context.training_event.connect(self._on_changed)
        self.curves.over.connect(self._tell_idle)
        context.import_run.connect(self._on_import)
        self.table.selectionModel().selectionChanged.connect(self._on_selection)
        self.table.selectionModel().currentRowChanged.connect(self._on_selection)
        self.table.activated.connect(self._open)
        self.tabs.currentChanged.connect(self._on_tab)
        self.details.note_changed.connect(lambda change: self.actions_.annotate(*change))
        self.scores.test_requested.connect(self._test)
        self.scores.result_chosen.connect(self._load_sentences)
        self.scores.forget_requested.connect(self._forget_result)
        self.scores.open_requested.connect(self._open_sentence)
        self.actions_.tested.connect(self._on_tested)
        self.actions_.imported.connect(self._on_imported)
        self.actions_.busy_changed.connect(self._on_busy)
        for keys, slot in (
            (QKeySequence.StandardKey.Undo, self.notice.undo),
            (QKeySequence.StandardKey.Find, self.search.setFocus),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(slot)

    # --- the list -------------------------------------------------------------------------------------------------

    @Slot()
    def refresh(self) -> None:
        """Read the list again, in the background; the selection stays."""
        if self._closing:
            return
        if self._listing is not None:
            self._again = True
            return
        self._again = False

        def work(progress: Any, check: Any) -> list[RunSummary]:
            return summarise_all(runs.list_runs(), progress=progress)

        self._listing = run_job(self, work, self._on_listed, lambda report: self.notice.fail(report))
        self._listing.finished.connect(self._on_list_job_over)

    def _on_listed(self, summaries: list[RunSummary]) -> None:
        self.table.update_runs(summaries)
        self.stack.setCurrentWidget(self.splitter if summaries else self.empty)
        self.search.setVisible(bool(summaries))
        if self._wanted is not None and self.table.select_path(self._wanted):
            self._wanted = None
        elif self._first and summaries and not self.table.selected():
            self.table.selectRow(0)
        self._first = False
        running = any(s.status == "running" for s in summaries)
        if running and self.isVisible():
            self._watch_timer.start()
        else:
            self._watch_timer.stop()
        self._show_selection()

    @Slot()
    def _on_list_job_over(self) -> None:
        self._listing = None
        if self._again:
            self.refresh()
        self._tell_idle()

    @Slot(object)
    def _on_changed(self, _what: object) -> None:
        # A hidden pane reads the list when it is shown.
        if self.isVisible():
            self._settle.start()

    def showEvent(self, event: QShowEvent) -> None:
        """Read the list whenever the pane comes up."""
        super().showEvent(event)
        self.refresh()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody looks, nothing is read."""
        super().hideEvent(event)
        self._watch_timer.stop()
        self.details.save_note()

    # --- the selection --------------------------------------------------------------------------------------------

    @Slot()
    def _on_selection(self) -> None:
        chosen = self.table.selected()
        if len(chosen) > 1 and self.tabs.currentIndex() == _DETAILS:
            self.tabs.setCurrentIndex(_CURVES)
        self._show_selection()

    def _show_selection(self) -> None:
        chosen, run = self.table.selected(), self.table.current()
        self.commands.enable(chosen, run, self.actions_.testing)
        self.details.show_run(run)
        text = self.tr("Curves") if len(chosen) < 2 else self.tr("Curves of {count} runs").format(count=len(chosen))
        self.tabs.setTabText(_CURVES, text)
        self.scores.show_results(run.tests if run else {}, testable=self._testable(run))
        self._load_curves()

    def _testable(self, run: RunSummary | None) -> bool:
        return run is not None and run.checkpoints > 0 and not self.actions_.testing

    @Slot()
    def _on_tab(self) -> None:
        self._load_curves()

    def _load_curves(self) -> None:
        """Read the journals of the selected runs, if the chart is looked at."""
        if self.tabs.currentIndex() == _CURVES and not self._closing:
            self.curves.show_runs(self.table.selected())

    # --- what the buttons do --------------------------------------------------------------------------------------

    def _with_current(self, action: Callable[[RunSummary], object]) -> None:
        run = self.table.current()
        if run is not None:
            action(run)

    @Slot()
    def _open(self) -> None:
        self._with_current(self.actions_.open)

    def _watch(self) -> None:
        self._with_current(self.actions_.watch)

    def _resume(self) -> None:
        self._with_current(self.actions_.resume)

    def _repeat(self) -> None:
        self._with_current(self.actions_.repeat)

    def _rename(self) -> None:
        index = self.table.currentIndex()
        if index.isValid():
            self.table.edit(index.siblingAtColumn(0))

    def _open_folder(self) -> None:
        self._with_current(self.actions_.open_folder)

    def _export(self) -> None:
        self._with_current(self.actions_.export)

    def _export_with_state(self) -> None:
        self._with_current(lambda run: self.actions_.export(run, with_state=True))

    def _delete(self) -> None:
        self.details.save_note()
        self.actions_.delete(self.table.selected())

    @Slot()
    def _test(self) -> None:
        self._with_current(lambda run: self.actions_.ask_test(run, self.scores.held_out_title()))

    def _go_to_training(self) -> None:
        self._context.show_pane.emit("train")

    @Slot(QPoint)
    def _on_context_menu(self, position: QPoint) -> None:
        if self.table.selected():
            self.commands.menu.popup(self.table.viewport().mapToGlobal(position))

    # --- tests ----------------------------------------------------------------------------------------------------

    @Slot(object)
    def _load_sentences(self, key: str) -> None:
        run = self.table.current()
        if run is None:
            return
        path = run.path

        def work(progress: Any, check: Any) -> list[dict[str, Any]]:
            return load_sentences(RunFolder(path), key)

        def done(sentences: list[dict[str, Any]]) -> None:
            now = self.table.current()
            if now is not None and now.path == path:
                self.scores.show_sentences(key, sentences)

        self.actions_.run(work, done, self.tr("Reading the tested sentences"))

    @Slot(object)
    def _forget_result(self, key: str) -> None:
        self._with_current(lambda run: self.actions_.forget(run, key))

    @Slot(object)
    def _open_sentence(self, row: SentenceRow) -> None:
        run = self.table.current()
        if run is not None:
            self._context.show_pane.emit("translate")
            self._context.translate_text.emit(WantedTranslation(run.path, row.source))

    @Slot(object)
    def _on_tested(self, result: tuple[Path, str]) -> None:
        run = self.table.current()
        if run is not None and run.path == result[0]:
            self.tabs.setCurrentIndex(_TEST)

    @Slot(object)
    def _on_import(self, archive: Path) -> None:
        self.actions_.import_run(Path(archive))

    @Slot(object)
    def _on_imported(self, path: Path) -> None:
        self._wanted = path
        self.search.clear()
        self.refresh()

    # --- the rest -------------------------------------------------------------------------------------------------

    @Slot()
    def _on_busy(self) -> None:
        self.commands.enable(self.table.selected(), self.table.current(), self.actions_.testing)
        testable = self._testable(self.table.current())
        self.scores.test_button.setEnabled(testable)
        self.scores.empty_button.setEnabled(testable)
        if self.actions_.testing:
            self.tabs.setCurrentIndex(_TEST)
        self._tell_idle()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the text size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "table"):
            self.table.fit_columns()

    def focus_first(self) -> None:
        """Put the keyboard on the table, or on the first button of the empty state."""
        (self.table if self.stack.currentWidget() is self.splitter else self.commands.import_button).setFocus()

    def shutdown(self) -> bool:
        """Cancel what runs and remember the layout.

        Returns:
            True when nothing runs any more; otherwise ``idle`` follows.
        """
        self.details.save_note()
        self._closing = True
        self._watch_timer.stop()
        self._settle.stop()
        self._context.settings.put_bytes("runs/splitter", self.splitter.saveState())
        self.actions_.cancel_all()
        self.curves.cancel()
        if self._listing is not None:
            self._listing.cancel()
        return not self._busy()

    def _busy(self) -> bool:
        return self.actions_.busy or self._listing is not None or self.curves.busy

    @Slot()
    def _tell_idle(self) -> None:
        if self._closing and not self._busy():
            self.idle.emit()
