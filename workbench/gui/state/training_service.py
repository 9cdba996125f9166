"""The run that trains or is watched in this window, its queue, and the timer that pulls its events.

It belongs to the application and not to a pane: panes come and go (language switch), a training stays.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from workbench.engine.core.errors import WorkbenchError
from workbench.engine.core.events import Event, StateChanged, StepLogged
from workbench.engine.runs.eta import Eta, Remaining
from workbench.engine.runs.folder import RunFolder
from workbench.engine.runs.history import RunHistory
from workbench.engine.runs.summary import cached_summary
from workbench.engine.training.control import TrainingControl
from workbench.gui.state.keep_awake import KeepAwake
from workbench.gui.state.run_request import RunRequest
from workbench.gui.state.signals import AppSignals
from workbench.gui.words.engine_texts import shown_error, shown_failure
from workbench.gui.workers import training_worker
from workbench.gui.workers.distributed_worker import DistributedWorker
from workbench.gui.workers.failure import FailureReport
from workbench.gui.workers.job import run_job
from workbench.gui.workers.journal_follower import JournalFollower
from workbench.gui.workers.mailbox import Mailbox
from workbench.gui.workers.training_worker import TrainingWorker
from workbench.gui.workers.worker_thread import WorkerThread

_PULL_MS = 50
#: Events applied in one pull; the others wait for the next, so that a pull stays short.
_PULL_LIMIT = 500


@dataclass(frozen=True)
class TrainingOutcome:
    """How a training ended.

    Attributes:
        run_dir: Its folder.
        history: What it told.
        failure: What went wrong; ``None`` when nothing did.
    """

    run_dir: Path
    history: RunHistory
    failure: FailureReport | None


class TrainingService(QObject):
    """Starts, steers and watches one run at a time.

    Signals:
        run_changed: Another run is shown; ``history`` is a new one.
        ticked: Events were applied to ``history``; at most 20 times a second.
        state_changed: ``busy``, ``paused``, ``stopping`` or ``mode`` changed.
        finished: ``TrainingOutcome`` when a training in this window is over.
        queue_changed: The queue changed.
        refused: ``RunRequest`` that could not be started because the disk is too full.
        idle: Nothing trains any more and nothing is queued to start.
    """

    run_changed = Signal()
    ticked = Signal()
    state_changed = Signal()
    finished = Signal(object)
    queue_changed = Signal()
    refused = Signal(object)
    idle = Signal()

    def __init__(self, signals: AppSignals) -> None:
        super().__init__(signals)
        self._signals = signals
        self.history = RunHistory()
        self.eta = Eta()
        self.mode = "empty"
        self.run_dir: Path | None = None
        self.request: RunRequest | None = None
        self.queue: list[RunRequest] = self._restore_queue()
        self.held = bool(self.queue)
        self.closing = False
        self.events_drained = 0
        self.train_function = training_worker.engine_train
        self._failure: FailureReport | None = None
        self._mailbox = Mailbox()
        self._control = TrainingControl()
        self._thread = WorkerThread(self)
        self._thread.idle.connect(self._on_idle)
        self._follower: JournalFollower | None = None
        self._after_idle: Callable[[], None] | None = None
        self._coming: RunRequest | None = None  # starts as soon as the run that is watched is let go
        self._reloading = False
        self._awake = KeepAwake()
        self._timer = QTimer(self)
        self._timer.setInterval(_PULL_MS)
        self._timer.timeout.connect(self._pull)

    @property
    def busy(self) -> bool:
        """Whether a training runs in this window."""
        return self.mode == "training"

    @property
    def steerable(self) -> bool:
        """Whether the training can be paused and evaluated at any time; several processes can only be stopped."""
        return self.busy and (self.request is None or self.request.processes == 1)

    @property
    def paused(self) -> bool:
        """Whether the training is held."""
        return self.busy and self._control.paused

    @property
    def stopping(self) -> bool:
        """Whether the training was asked to stop."""
        return self.busy and self._control.stopping

    @property
    def can_go_on(self) -> bool:
        """Whether the run shown has ended and can be trained on."""
        if self.busy or self._coming is not None or self.run_dir is None:
            return False
        return cached_summary(RunFolder(self.run_dir)).can_go_on

    def has(self, run_dir: Path) -> bool:
        """Whether a run trains, is about to, or waits."""
        waiting = [*self.queue, *([self._coming] if self._coming is not None else [])]
        return any(r.run_dir == run_dir for r in waiting) or (self.busy and run_dir == self.run_dir)

    def remaining(self) -> Remaining | None:
        """Time left of the run shown."""
        return self.eta.remaining(time.time())

    @property
    def promised(self) -> set[Path]:
        """Folders of the run shown and of those that wait: no other run can have them."""
        coming = [self._coming.run_dir] if self._coming is not None else []
        shown = [self.run_dir] if self.run_dir is not None else []
        return {*(r.run_dir for r in self.queue), *coming, *shown}

    def start(self, request: RunRequest) -> bool:
        """Train now, or queue it behind the run under way.

        Returns:
            True when it was started, False when it was queued or, as ``refused`` tells, the disk is too full.
        """
        if self.busy or self._coming is not None:
            self.queue.append(request)
            self._queue_changed()
            return False
        if request.lacking():
            self.refused.emit(request)
            return False
        if self._thread.busy:  # a follower is ending
            self._coming = request
            self._release(lambda: self._start(request))
            self.state_changed.emit()
        else:
            self._start(request)
        return True

    def _start(self, request: RunRequest) -> None:
        self._coming = None
        self._show_run(request.run_dir, "training", request.estimate, request.config.training.validate_steps)
        self.request, self._failure, self._control = request, None, TrainingControl()
        self._signals.training_run = request.run_dir
        worker = self._worker(request)
        worker.failed.connect(self._on_failed)
        self._awake.start(request.run_dir.name)
        if request.resume:
            self._reload()
        self._thread.start(worker)
        self._timer.start()
        self.state_changed.emit()
        self._signals.runs_changed.emit(None)

    def _worker(self, request: RunRequest) -> TrainingWorker | DistributedWorker:
        config, run_dir, resume = request.config, request.run_dir, request.resume
        control, mailbox = self._control, self._mailbox
        if request.processes > 1:
            return DistributedWorker(
                config, run_dir, resume=resume, processes=request.processes, control=control, mailbox=mailbox
            )
        train = self.train_function
        return TrainingWorker(config, run_dir, resume=resume, control=control, mailbox=mailbox, train=train)

    def watch(self, run_dir: Path) -> bool:
        """Show a run that was, or is being, written elsewhere.

        Returns:
            False while a training runs in this window, or is about to start.
        """
        if self.busy or self._coming is not None:
            return False
        if self._thread.busy:
            self._release(lambda: self._watch(run_dir))
        else:
            self._watch(run_dir)
        return True

    def _watch(self, run_dir: Path) -> None:
        try:
            steps = RunFolder.open(run_dir).config().training.validate_steps
        except WorkbenchError as error:
            self._signals.status_message.emit(shown_error(error))
            return
        self._show_run(run_dir, "watching", 0.0, steps)
        self._follower = JournalFollower(run_dir, self._mailbox)
        self._follower.failed.connect(self._on_failed)
        self._thread.start(self._follower)
        self._timer.start()
        self.state_changed.emit()

    def _show_run(self, run_dir: Path, mode: str, estimate: float, validate_steps: int) -> None:
        self.history, self._mailbox = RunHistory(), Mailbox()
        self.eta = Eta(estimate, validate_steps)
        self.run_dir, self.mode, self.request = run_dir, mode, None
        self.run_changed.emit()

    def _release(self, then: Callable[[], None]) -> None:
        self._after_idle = then
        if self._follower is not None:
            self._follower.request_stop()

    @Slot()
    def toggle_pause(self) -> None:
        """Pause, or go on."""
        if self.steerable and not self._control.stopping:
            self._control.set_paused(not self._control.paused)
            self.state_changed.emit()

    @Slot()
    def stop(self) -> None:
        """End the run after its batch and keep what it has learnt; the queue waits then."""
        if self.busy:
            self.held = bool(self.queue)
            self._control.request_stop()
            self.state_changed.emit()
            self.queue_changed.emit()

    @Slot()
    def evaluate_now(self) -> None:
        """Validate after the running batch."""
        if self.steerable:
            self._control.request_validation()
            if self._control.paused:
                self.toggle_pause()

    def shutdown(self) -> bool:
        """Stop whatever runs.

        Returns:
            True when nothing runs any more; otherwise ``idle`` will follow.
        """
        self.closing = True
        self._after_idle = self._coming = None
        if self._follower is not None:
            self._follower.request_stop()
        if self.busy:
            self._control.request_stop()
            self.state_changed.emit()
        return not self._thread.busy

    def wait(self, milliseconds: int) -> bool:
        """Block until the thread has ended; only for the end of the program."""
        return self._thread.wait(milliseconds)

    def move_in_queue(self, index: int, to: int) -> None:
        """Change the order of the queue."""
        if 0 <= index < len(self.queue) and 0 <= to < len(self.queue):
            self.queue.insert(to, self.queue.pop(index))
            self._queue_changed()

    def remove_from_queue(self, index: int) -> None:
        """Take a run out of the queue."""
        if 0 <= index < len(self.queue):
            del self.queue[index]
            self._queue_changed()

    def start_next(self) -> None:
        """Start the first run of the queue, if nothing trains; where the disk is too full it waits on."""
        self.held = False
        if self.busy or self._coming is not None or not self.queue:
            self.queue_changed.emit()
        elif self.queue[0].lacking():
            self.held = True
            self._queue_changed()
            self.refused.emit(self.queue[0])
        else:
            request = self.queue.pop(0)
            self._queue_changed()
            self.start(request)

    def _queue_changed(self) -> None:
        self.held = self.held and bool(self.queue)
        self._signals.settings.put_json("train/queue", [r.to_json() for r in self.queue])
        self.queue_changed.emit()

    def _restore_queue(self) -> list[RunRequest]:
        saved = self._signals.settings.get_json("train/queue", [])
        return [r for r in (RunRequest.from_json(v) for v in saved) if r is not None]

    @Slot()
    def _pull(self) -> None:
        if self._reloading:
            return
        events, overflowed = self._mailbox.drain(_PULL_LIMIT)
        if overflowed:
            self._reload()
            return
        if events:
            self._apply(events)
            self.ticked.emit()

    def _apply(self, events: list[Event]) -> None:
        self.events_drained += len(events)
        changed = False
        for event in events:
            self.history.apply(event)
            self.eta.apply(event)
            if isinstance(event, StateChanged):
                changed = True
            elif not isinstance(event, StepLogged) and self.busy:
                self._signals.training_event.emit(event)
        if changed:
            self.state_changed.emit()

    def _reload(self) -> None:
        """Take the story so far from the journal; the mailbox lost some of it, or the run is resumed."""
        self._reloading = True
        run_dir = self.run_dir
        assert run_dir is not None

        def read(_progress: object, _check: object) -> list[Event]:
            return RunFolder(run_dir).events()

        run_job(self, read, self._reloaded, lambda _report: self._reloaded([]))

    def _reloaded(self, events: list[Event]) -> None:
        self._reloading = False
        validate_steps = self.request.config.training.validate_steps if self.request else 0
        history, eta = RunHistory(), Eta(self.request.estimate if self.request else 0.0, validate_steps)
        for event in events:
            history.apply(event)
            eta.apply(event)
        self.history, self.eta = history, eta
        last = events[-1].time if events else 0.0
        pending, overflowed = self._mailbox.drain()
        self._apply([e for e in pending if e.time > last])
        self.run_changed.emit()
        if overflowed:
            self._reload()

    @Slot(object)
    def _on_failed(self, report: FailureReport) -> None:
        self._failure = report

    @Slot()
    def _on_idle(self) -> None:
        self._timer.stop()
        if not self._reloading:
            events, overflowed = self._mailbox.drain()
            self._apply(events)
            if overflowed:
                self._reload()
        trained, failure = self.busy, self._failure
        self._follower = None
        self._failure = None
        self._awake.stop()
        self.mode = "watching" if self.run_dir else "empty"
        self.ticked.emit()
        self.state_changed.emit()
        if trained and self.run_dir is not None:
            self._signals.training_run = None
            self._signals.runs_changed.emit(None)
            self.finished.emit(TrainingOutcome(self.run_dir, self.history, failure))
        elif failure is not None:
            self._signals.status_message.emit(shown_failure(failure))
        self._go_on()

    def _go_on(self) -> None:
        then, self._after_idle = self._after_idle, None
        if self.closing:
            self.idle.emit()
        elif then is not None:
            then()
        elif self.queue and not self.held and not self.busy:
            self.start_next()
            if self.held:
                self.idle.emit()
        else:
            self.idle.emit()
