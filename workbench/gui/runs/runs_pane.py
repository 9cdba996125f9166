"""All runs: find, open, compare, test, repeat, tidy up."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPoint, Qt, QTimer, Slot
from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from workbench.engine.evaluation.test_sets import load_sentences
from workbench.engine.runs import folder as runs
from workbench.engine.runs.folder import RunFolder
from workbench.engine.runs.summary import RunSummary, summarise_all
from workbench.gui.layouts import Fitted, FlowLayout, arrange
from workbench.gui.runs.compare_panel import ComparePanel
from workbench.gui.runs.run_actions import RunActions, RunTested
from workbench.gui.runs.run_commands import RunCommands
from workbench.gui.runs.run_curves import RunCurvesLoader
from workbench.gui.runs.run_details import RunDetails
from workbench.gui.runs.run_pair_panel import RunPairPanel
from workbench.gui.runs.run_table import RunTable
from workbench.gui.runs.score_panel import ScorePanel
from workbench.gui.state.context import AppContext
from workbench.gui.state.run_request import MORE_MINUTES
from workbench.gui.widgets.controls import Tabs, beside, described, restore_splitter, single_shot, splitter, text_label
from workbench.gui.widgets.empty_state import EmptyState
from workbench.gui.widgets.job_progress import JobProgress
from workbench.gui.widgets.notice_bar import NoticeBar
from workbench.gui.widgets.pane import Pane
from workbench.gui.widgets.sentences.sentence_table import SentenceRow
from workbench.gui.workers.job import Job, run_job

if TYPE_CHECKING:
    from workbench.engine.evaluation.run_comparison import ComparedSentence

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
        self._wanted: list[Path] = []
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
        do = self.actions_
        return {
            "open": self._open,
            "watch": partial(self._with_current, do.watch),
            "resume": partial(self._with_current, do.resume),
            "resumeMore": partial(self._with_current, partial(do.resume, minutes=MORE_MINUTES)),
            "compare": self._compare,
            "rename": self._rename,
            "folder": partial(self._with_current, do.open_folder),
            "export": partial(self._with_current, do.export),
            "exportState": partial(self._with_current, partial(do.export, with_state=True)),
            "delete": self._delete,
            "test": self._test,
            "repeat": partial(self._with_current, do.repeat),
            "import": do.import_run,
        }

    # --- building -------------------------------------------------------------------------------------------------

    def _make_table(self) -> None:
        self.table.setAccessibleName(self.tr("Runs"))
        self.table.setAccessibleDescription(
            self.tr("Enter opens a run in the translate pane, F2 renames it, Delete moves it to the bin")
        )
        self.table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.table.customContextMenuRequested.connect(self._on_context_menu)
        tip, text = self.tr("Words of the name, corpus, language, status or note (Ctrl+F)"), self.tr("Search runs")
        self.search = described(QLineEdit(), "runSearch", tip, text)
        self.search.setClearButtonEnabled(True)
        self.search.setPlaceholderText(text)
        self.search.textChanged.connect(self.table.filter_by)
        self.search.setMaximumWidth(320)

    def _lay_out(self) -> None:
        commands = self.commands
        title = text_label("title", self.tr("Runs"), wrap=False)
        header = beside(title, None, (self.search, 1), commands.import_button)
        buttons = FlowLayout(
            commands.open_button,
            commands.test_button,
            commands.compare_button,
            commands.repeat_button,
            commands.more,
        )
        upper = Fitted()
        arrange(QVBoxLayout(upper), (self.table, 1), buttons)
        self.tabs = Tabs("runTabs", self.tr("About the selected run"))
        for page, text, tip in (
            (self.details, self.tr("Overview"), self.tr("Facts and your note")),
            (self.compare, self.tr("Curves"), self.tr("Scores and loss through training; select several to compare")),
            (self.scores, self.tr("Tests"), self.tr("Scores on test sets, sentence by sentence")),
        ):
            self.tabs.add(page, text, tip)
        self.splitter = splitter(Qt.Orientation.Vertical, upper, self.tabs)
        self.splitter.setStretchFactor(0, 2)
        self.splitter.setStretchFactor(1, 3)
        restore_splitter(self.splitter, self._context.settings.get_bytes("runs/splitter"))
        self.empty = self._make_empty()
        self.stack = QStackedWidget()
        self.stack.addWidget(self.splitter)
        self.stack.addWidget(self.empty)
        parts = (header, self.notice, self.transfer, (self.stack, 1))
        arrange(QVBoxLayout(self), *parts, margins=(18, 14, 18, 12), spacing=10)

    def _make_empty(self) -> EmptyState:
        empty = EmptyState(self._context, "mdi6.folder-multiple-outline")
        empty.set_texts(
            self.tr("No runs yet"),
            self.tr(
                "Every training becomes a run: a folder with the model, its settings and its history. "
                "Here you will compare runs, test them and translate with them."
            ),
        )
        tip, train = self.tr("Go to the train pane"), lambda: self._context.show_pane.emit("train")
        empty.add_button("emptyTrain", train, self.tr("Train a model"), tip)
        tip = self.tr("A file that Export made")
        empty.add_button("emptyImport", self.actions_.import_run, self.tr("Import a run…"), tip)
        return empty

    def _connect(self) -> None:
        context = self._context
        self._settle = single_shot(self, _SETTLE_MS, self.refresh)
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
        self.tabs.currentChanged.connect(self._load_curves)
        self.details.note_changed.connect(self.actions_.annotate)
        self.scores.test_requested.connect(self._test)
        self.scores.result_chosen.connect(self._load_sentences)
        self.scores.forget_requested.connect(self._forget_result)
        self.scores.open_requested.connect(self._open_sentence)
        self.scores.pair_built.connect(self._on_pair_built)
        self.compare.sentences_requested.connect(lambda: self.tabs.setCurrentIndex(_TEST))
        self.scores.look_requested.connect(self._look_closer)
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

        self._listing = run_job(self, work, self._on_listed, self.notice.fail)
        self._listing.finished.connect(self._on_list_job_over)

    def _on_listed(self, summaries: list[RunSummary]) -> None:
        self.table.update_runs(summaries)
        self.stack.setCurrentWidget(self.splitter if summaries else self.empty)
        self.search.setVisible(bool(summaries))
        if self._wanted and self.table.select_paths(self._wanted):
            self._wanted = []
        elif self._first and summaries and not self.table.selected():
            self.table.selectRow(0)
        self._first = False
        if self.isVisible() and any(s.status == "running" for s in summaries):
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
        self.tabs.rename(_CURVES, text)
        if len(chosen) == 2 and all(one.status != "unreadable" for one in chosen):
            self.scores.show_pair(*chosen, testable=not self.actions_.testing)
            self.tabs.rename(_TEST, self.tr("Tests of 2 runs"))
        else:
            self.scores.show_results(run.tests if run else {}, testable=self._testable(run), any_run=run is not None)
            self.tabs.rename(_TEST, self.tr("Tests"))
        self._load_curves()

    def _testable(self, run: RunSummary | None) -> bool:
        return run is not None and run.checkpoints > 0 and not self.actions_.testing

    @Slot()
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

    def _compare(self) -> None:
        self.tabs.setCurrentIndex(_CURVES)

    def _rename(self) -> None:
        index = self.table.currentIndex()
        if index.isValid():
            self.table.edit(index.siblingAtColumn(0))

    def _delete(self) -> None:
        self.details.save_note()
        self.actions_.delete(self.table.selected())

    @Slot()
    def _test(self) -> None:
        self._with_current(self._test_run)

    @Slot(object)
    def _test_run(self, run: RunSummary) -> None:
        self.actions_.ask_test(run, self.scores.held_out_title())

    @Slot(QPoint)
    def _on_context_menu(self, position: QPoint) -> None:
        if self.table.selected():
            self.commands.menu.popup(self.table.viewport().mapToGlobal(position))

    # --- tests ----------------------------------------------------------------------------------------------------

    @Slot(str)
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

    @Slot(str)
    def _forget_result(self, key: str) -> None:
        self._with_current(lambda run: self.actions_.forget(run, key))

    @Slot(str)
    def _look_closer(self, key: str) -> None:
        self._with_current(lambda run: self.actions_.look_closer(run, key, self.scores.choice.currentText()))

    @Slot(object)
    def _open_sentence(self, row: SentenceRow) -> None:
        self._with_current(lambda run: self.actions_.open_sentence(run.path, row.source))

    @Slot(QWidget)
    def _on_pair_built(self, pair: RunPairPanel) -> None:
        pair.open_requested.connect(self._open_pair)
        pair.test_requested.connect(self._test_run)
        pair.over.connect(self._tell_idle)
        self.grew.emit(pair)

    @Slot(object)
    def _open_pair(self, row: ComparedSentence) -> None:
        first, second = (run.path for run in self.scores.pair.runs)
        self.actions_.open_sentence(first, row.source, second)

    @Slot(object)
    def _on_tested(self, tested: RunTested) -> None:
        run = self.table.current()
        if run is not None and run.path == tested.run:
            self.tabs.setCurrentIndex(_TEST)

    @Slot(object)
    def _on_import(self, archive: Path) -> None:
        self.actions_.import_run(Path(archive))

    @Slot(object)
    def _on_imported(self, path: Path) -> None:
        self._wanted = [path]
        self.search.clear()
        self.refresh()

    # --- the rest -------------------------------------------------------------------------------------------------

    @Slot()
    def _on_busy(self) -> None:
        self.commands.enable(self.table.selected(), self.table.current(), self.actions_.testing)
        self.scores.set_testable(self._testable(self.table.current()))
        if self.actions_.testing:
            self.tabs.setCurrentIndex(_TEST)
        self._tell_idle()

    def focus_first(self) -> None:
        """Put the keyboard on the table, or on the first button of the empty state."""
        (self.table if self.stack.currentWidget() is self.splitter else self.commands.import_button).setFocus()

    def state(self) -> dict[str, Any]:
        """The runs selected, and how the list is sorted."""
        header = self.table.horizontalHeader()
        sorting = header.sortIndicatorSection(), header.sortIndicatorOrder()
        return {**super().state(), "runs": [run.path for run in self.table.selected()], "sorting": sorting}

    def restore(self, state: Mapping[str, Any]) -> None:
        """Select the same, once the list is there."""
        super().restore(state)
        self.table.sortByColumn(*state["sorting"])
        self._wanted = state["runs"]

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
        self.scores.stop_comparing()
        if self._listing is not None:
            self._listing.cancel()
        return not self._busy()

    def _busy(self) -> bool:
        return self.actions_.busy or self._listing is not None or self.curves.busy or self.scores.comparing

    @Slot()
    def _tell_idle(self) -> None:
        if self._closing and not self._busy():
            self.idle.emit()
