"""Train: choose on the left, watch on the right."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Slot
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from workbench.engine.core.errors import WorkbenchError
from workbench.engine.runs import folder as runs
from workbench.engine.runs.resuming import with_more_room
from workbench.engine.runs.summary import InterruptedRun, cached_summary, find_interrupted
from workbench.gui.layouts import Fitted, arrange
from workbench.gui.state.context import AppContext
from workbench.gui.state.run_request import Continuation, RunRequest, TrainingWish
from workbench.gui.state.training_service import TrainingOutcome
from workbench.gui.train import run_plan
from workbench.gui.train.queue_list import QueueList
from workbench.gui.train.run_setup import RunSetup
from workbench.gui.widgets.controls import restore_splitter, scrolled
from workbench.gui.widgets.empty_state import EmptyState
from workbench.gui.widgets.notice_bar import NoticeBar
from workbench.gui.widgets.pane import Pane
from workbench.gui.words import formats, wording
from workbench.gui.words.engine_texts import shown_error
from workbench.gui.workers.job import run_job

if TYPE_CHECKING:
    from workbench.gui.train.run_view import RunView

#: Interrupted runs the person did not want to continue, and when each was interrupted.
_DECLINED = "train/declined"


class TrainPane(Pane):
    """The whole pane."""

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("trainPane")
        self._context, self._training = context, context.training
        self.notice = NoticeBar(context)
        self.setup = RunSetup(context)
        self.empty = self._build_empty()
        self.stack = QStackedWidget()
        self.stack.addWidget(self.empty)
        right, self._notice_holder = Fitted(), QWidget()
        arrange(QVBoxLayout(self._notice_holder), self.notice, margins=(12, 10, 14, 0))
        self._notice_holder.hide()
        self.notice.installEventFilter(self)
        self.queue = QueueList(context)
        waiting = arrange(QVBoxLayout(), self.queue, margins=(12, 0, 14, 10))
        arrange(QVBoxLayout(right), self._notice_holder, (self.stack, 1), waiting, spacing=0)
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.addWidget(self.setup)
        self.splitter.addWidget(right)
        self.splitter.setCollapsible(1, False)
        self.splitter.setStretchFactor(1, 1)
        if not restore_splitter(self.splitter, context.settings.get_bytes("train/splitter")):
            self.splitter.setSizes([310, 800])
        self.splitter.splitterMoved.connect(self._remember)
        arrange(QVBoxLayout(self), self.splitter)
        self.setup.start_requested.connect(self._on_start)
        self.setup.import_requested.connect(self._import)
        self._training.run_changed.connect(self._on_run)
        self._training.finished.connect(self._on_finished)
        self._training.refused.connect(self._on_refused)
        context.continue_run.connect(self._on_continue)
        context.train_with.connect(self.setup.prefill)
        context.start_training.connect(self.setup.start)
        context.watch_run.connect(self._watch)
        self._offered: tuple[str, Path, float] | None = None
        self.notice.closed_by_person.connect(self._on_notice_closed)
        QTimer.singleShot(0, self, self._on_run)  # in a turn of its own: all at once would stop the window for too long
        self._look_for_interrupted()

    @cached_property
    def view(self) -> RunView:
        """The right half, built when there is a run: its charts take a third of the start."""
        from workbench.gui.train.run_view import RunView

        view = RunView(self._context)
        view.translate_requested.connect(self._translate)
        view.go_on_requested.connect(self._go_on)
        self.stack.addWidget(scrolled(view, sideways=False))
        self.grew.emit(view)
        return view

    def _build_empty(self) -> EmptyState:
        empty = EmptyState(self._context, "mdi6.chart-bell-curve-cumulative")
        empty.set_texts(
            self.tr("Nothing trains yet"),
            self.tr(
                "Choose a corpus and a model on the left and press Start. You will see the loss fall, sample "
                "translations get better, and you can translate with the model while it is still learning.\n\n"
                "Without sentences of your own, try the sample corpus first: the smallest model takes a few minutes."
            ),
        )
        tip = self.tr("Train the smallest model on the built-in English and French sentences")
        empty.add_button("trySample", self._try_sample, self.tr("&Try the sample corpus"), tip)
        tip = self.tr("TMX, tables, PO, XLIFF, two text files and others")
        empty.add_button("emptyImport", self._import, self.tr("&Import my own sentences…"), tip)
        return empty

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The room for a message is there only while there is one."""
        if watched is self.notice and event.type() in (QEvent.Type.ShowToParent, QEvent.Type.HideToParent):
            self._notice_holder.setVisible(event.type() == QEvent.Type.ShowToParent)
        return super().eventFilter(watched, event)

    # --- what the window asks for ---------------------------------------------------------------------------------

    def focus_first(self) -> None:
        """Put the keyboard where one begins."""
        self.setup.choice.corpus_box.setFocus()

    def state(self) -> dict[str, Any]:
        """The choices on the left, and the fields of the charts."""
        return {**super().state(), "setup": self.setup.state()}

    def restore(self, state: Mapping[str, Any]) -> None:
        """Choose the same."""
        self._on_run()
        super().restore(state)
        self.setup.restore(state["setup"])

    def shutdown(self) -> bool:
        """Nothing to stop: the training belongs to the application."""
        self._remember()
        if "view" in self.__dict__:
            self.view.remember()
        return True

    # --- slots ----------------------------------------------------------------------------------------------------

    @Slot()
    def _remember(self, _position: int = 0, _index: int = 0) -> None:
        self._context.settings.put_bytes("train/splitter", self.splitter.saveState())

    @Slot()
    def _on_run(self) -> None:
        if self._training.run_dir:
            _ = self.view
        self.stack.setCurrentIndex(1 if self._training.run_dir else 0)

    @Slot(object)
    def _on_start(self, request: RunRequest) -> None:
        if self._training.start(request):
            self.notice.dismiss()
            self.view.header.pause_button.setFocus()
        elif any(r is request for r in self._training.queue):
            text = self.tr("“{run}” waits in the queue as number {number}.")
            number = len(self._training.queue)
            self.notice.say(text.format(run=request.run_dir.name, number=number), "info", seconds=8.0)

    @Slot(object)
    def _on_refused(self, request: RunRequest) -> None:
        lacking = request.lacking()
        if lacking:
            self.notice.say(f"{request.run_dir.name}: {wording.disk_words(*lacking)}", "warning")

    @Slot(object)
    def _on_finished(self, outcome: TrainingOutcome) -> None:
        history, failure = outcome.history, outcome.failure
        if failure is not None:
            self.notice.fail(failure, self.tr("The training of “{run}” failed.").format(run=outcome.run_dir.name))
        elif history.finished is not None and history.finished.status == "completed":
            best = history.best
            score = f" BLEU {formats.number(best.bleu)}, chrF {formats.number(best.chrf)}." if best else ""
            text = self.tr("The training of “{run}” is finished.").format(run=outcome.run_dir.name) + score
            translate = partial(self._context.open_run, outcome.run_dir)
            self.notice.say(text, "done", action=self.tr("&Translate with it"), on_action=translate)

    @Slot()
    def _import(self) -> None:
        self._context.show_pane.emit("corpora")
        self._context.choose_files.emit()

    @Slot()
    def _translate(self) -> None:
        if self._training.run_dir is not None:
            self._context.open_run(self._training.run_dir)

    @Slot(object)
    def _watch(self, path: Path) -> None:
        if not self._training.watch(path):
            self.notice.say(self.tr("Another run can be watched when this training is over."), "info", seconds=8.0)

    def _try_sample(self) -> None:
        sample = next((c for c in self.setup.corpora if c.builtin), None)
        if sample is None:
            self.notice.say(self.tr("The sample corpus is not part of this installation."), "warning")
            return
        self.setup.prefill(TrainingWish(corpus=sample.name, preset="tiny"))
        self.setup.start()

    # --- interrupted runs -----------------------------------------------------------------------------------------

    def _look_for_interrupted(self) -> None:
        if self._training.busy:
            return
        run_job(self, lambda _progress, _check: find_interrupted(), self._offer_interrupted)

    def _offer_interrupted(self, found: list[InterruptedRun]) -> None:
        """Offer the newest one, at each start until it goes on or the person closes the message."""
        declined = self._context.settings.get_json(_DECLINED, {})
        for run in found:
            if declined.get(str(run.path)) != run.changed and not self._training.busy:
                text = self.tr("“{run}” was interrupted at step {step}. It can go on from its last checkpoint.")
                if not run.step:
                    text = self.tr("“{run}” was interrupted before its first checkpoint. It can be started again.")
                text = text.format(run=run.path.name, step=formats.count(run.step))
                self.notice.say(
                    text,
                    "info",
                    action=self.tr("&Continue the interrupted run"),
                    on_action=partial(self.continue_run, run.path),
                )
                self._offered = (text, run.path, run.changed)
                return

    @Slot()
    def _on_notice_closed(self) -> None:
        """Closing an offer declines it; should the run be interrupted again, that is another matter."""
        if self._offered is not None and self._offered[0] == self.notice.label.text():
            _, path, changed = self._offered
            declined = {k: v for k, v in self._context.settings.get_json(_DECLINED, {}).items() if Path(k).exists()}
            self._context.settings.put_json(_DECLINED, {**declined, str(path): changed})
        self._offered = None

    @Slot(object)
    def _on_continue(self, wanted: Continuation) -> None:
        self.continue_run(wanted.run, wanted.minutes)

    @Slot(float)
    def _go_on(self, minutes: float) -> None:
        if self._training.run_dir is not None:
            self.continue_run(self._training.run_dir, minutes)

    def continue_run(self, path: Path, minutes: float = 0.0) -> None:
        """Resume a run that has ended; one that was finished, or is to go on for some minutes, gets the room for it."""
        if self._training.has(path):
            text = self.tr("“{run}” trains or waits already.")
            self.notice.say(text.format(run=path.name), "info", seconds=8.0)
            return
        try:
            run = runs.RunFolder.open(path)
            config, known = run.config(), cached_summary(run)
        except WorkbenchError as error:
            self.notice.say(shown_error(error), "error")
            return
        self._offered = None
        if minutes or known.status == "completed":
            config = with_more_room(config, minutes=minutes, elapsed=known.seconds)
        config.runtime.device, processes = self._context.training_device()
        disk = run_plan.disk_of(config, run_plan.device_kind(self._context))
        self._on_start(RunRequest(config, path, resume=True, processes=processes, disk_mb=disk))
