"""Any engine function in a thread of its own: progress is pulled, results and failures arrive in the GUI thread.

    job = run_job(self, lambda progress, check: import_corpus(paths, progress=progress), on_done=self._imported)
    job.cancel()

The function is plain Python and is tested without any of this. A progress callback only overwrites one slot that a
timer of the GUI thread reads, so that a reader reporting a million lines cannot flood the event queue.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

import shiboken6
from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal, Slot

from workbench.engine.core.errors import Cancelled
from workbench.engine.core.types import Progress
from workbench.gui.workers.failure import FailureReport
from workbench.gui.workers.worker_thread import WorkerThread

#: What a job runs: ``function(progress, check)``; both raise ``Cancelled`` once the person has cancelled.
JobFunction = Callable[[Progress, Callable[[], None]], Any]

_INTERVAL_MS = 60
_running: set[Job] = set()


class _Worker(QObject):
    """Lives in the job's thread and calls the function once.

    Signals:
        done: Always emitted once, last, whatever happened.
    """

    done = Signal()

    def __init__(self, function: JobFunction) -> None:
        super().__init__()
        self._function: JobFunction | None = function
        self.cancelled = False
        self.latest: tuple[int, int, str] | None = None
        self.result: Any = None
        self.failure: FailureReport | None = None
        self.was_cancelled = False

    def check(self) -> None:
        """Raise ``Cancelled`` once the job was cancelled."""
        if self.cancelled:
            raise Cancelled("cancelled")

    def report(self, done: int, total: int, what: str) -> None:
        """Progress callback of the function: keep the newest, forget the others."""
        self.latest = (done, total, what)
        self.check()

    @Slot()
    def run(self) -> None:
        """Call the function; its exception leaves as text."""
        assert self._function is not None
        try:
            self.check()
            self.result = self._function(self.report, self.check)
        except Cancelled:
            self.was_cancelled = True
        except Exception as error:
            self.failure = FailureReport.from_exception(error)
        finally:
            self._function = None
            self.done.emit()


class Job(QObject):
    """A running function, owned by the GUI thread. Make one with ``run_job``.

    Signals:
        finished: The job is over and its callbacks have run.
    """

    finished = Signal()

    def __init__(
        self,
        function: JobFunction,
        owner: QObject | None,
        on_done: Callable[[Any], None] | None,
        on_error: Callable[[FailureReport], None] | None,
        on_progress: Callable[[int, int, str], None] | None,
        on_cancelled: Callable[[], None] | None,
    ) -> None:
        # Not a child of its owner: a pane that is destroyed must not destroy a running thread.
        super().__init__()
        self._owner = owner
        self._on_done, self._on_error = on_done, on_error
        self._on_progress, self._on_cancelled = on_progress, on_cancelled
        self._shown: tuple[int, int, str] | None = None
        self._worker: _Worker | None = _Worker(function)
        self._thread = WorkerThread(self)
        self._thread.idle.connect(self._on_idle)
        self._timer = QTimer(self)
        self._timer.setInterval(_INTERVAL_MS)
        self._timer.timeout.connect(self._pull)

    def start(self) -> None:
        """Begin."""
        assert self._worker is not None
        _running.add(self)
        if self._on_progress is not None:
            self._timer.start()
        self._thread.start(self._worker)

    @property
    def running(self) -> bool:
        """Whether the function has not ended yet."""
        return self._worker is not None

    def cancel(self) -> None:
        """Ask the function to stop at its next progress report or check; returns at once."""
        if self._worker is not None:
            self._worker.cancelled = True

    def _owner_lives(self) -> bool:
        return self._owner is None or shiboken6.isValid(self._owner)

    @Slot()
    def _pull(self) -> None:
        latest = self._worker.latest if self._worker is not None else None
        if latest is not None and latest is not self._shown and self._on_progress is not None and self._owner_lives():
            self._shown = latest
            self._on_progress(*latest)

    @Slot()
    def _on_idle(self) -> None:
        worker = self._worker
        if worker is None:
            return
        self._timer.stop()
        self._worker = None
        _running.discard(self)
        try:
            if self._owner_lives():
                self._deliver(worker)
        finally:
            self._on_done = self._on_error = self._on_progress = self._on_cancelled = None
            self.finished.emit()
            self.deleteLater()

    def _deliver(self, worker: _Worker) -> None:
        if worker.was_cancelled:
            if self._on_cancelled is not None:
                self._on_cancelled()
        elif worker.failure is not None:
            if self._on_error is not None:
                self._on_error(worker.failure)
        elif self._on_done is not None:
            self._on_done(worker.result)


def run_job(
    owner: QObject | None,
    function: JobFunction,
    on_done: Callable[[Any], None] | None = None,
    on_error: Callable[[FailureReport], None] | None = None,
    on_progress: Callable[[int, int, str], None] | None = None,
    on_cancelled: Callable[[], None] | None = None,
) -> Job:
    """Run ``function(progress, check)`` in a thread of its own.

    Args:
        owner: Object the callbacks belong to; once it is destroyed they are not called any more.
        function: Engine work; must not touch a widget. Its two arguments raise ``Cancelled`` after ``cancel()``.
        on_done: Called in the GUI thread with the result.
        on_error: Called in the GUI thread with the failure as text.
        on_progress: Called in the GUI thread with the newest ``(done, total, what)``, at most every 60 ms.
        on_cancelled: Called in the GUI thread when the job ended because of ``cancel()``.

    Returns:
        The running job; exactly one of the last callbacks is called, then ``finished`` is emitted.
    """
    job = Job(function, owner, on_done, on_error, on_progress, on_cancelled)
    job.start()
    return job


def running_jobs() -> list[Job]:
    """The jobs that have not ended."""
    return list(_running)


def stop_all_jobs(timeout_ms: int = 10_000) -> bool:
    """Cancel every job and wait for them; only for the end of the program.

    Returns:
        Whether all have ended.
    """
    for job in running_jobs():
        job.cancel()
    deadline = time.monotonic() + timeout_ms / 1000
    while _running and time.monotonic() < deadline:
        for job in running_jobs():
            job._thread.wait(20)
        QCoreApplication.processEvents()
    return not _running
