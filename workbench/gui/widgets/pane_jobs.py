"""Work that a pane or a part of one has done in the background, with its progress and how it went."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from workbench.engine.core.errors import WorkbenchError
from workbench.gui.state.context import AppContext
from workbench.gui.widgets.job_progress import JobProgress
from workbench.gui.widgets.notice_bar import NoticeBar
from workbench.gui.workers.failure import FailureReport
from workbench.gui.workers.job import Job, JobFunction, run_job


class Jobs(QObject):
    """Runs engine functions, and knows which of them run.

    Args:
        context: Shared state.
        window: Parent, also of dialogs.

    Signals:
        busy_changed: A job began or ended.
    """

    busy_changed = Signal()

    def __init__(self, context: AppContext, window: QWidget) -> None:
        super().__init__(window)
        self._context, self._window = context, window
        self._jobs: set[Job] = set()

    def start(
        self,
        function: JobFunction,
        on_done: Callable[[Any], None],
        on_error: Callable[[FailureReport], None],
        doing: str,
        progress: JobProgress | None = None,
        *,
        quiet: bool = False,
    ) -> Job:
        """Run engine work.

        Args:
            doing: What is done, in words.
            progress: Where it is followed; such a job is told in the status bar too.
            quiet: Whether it ends without a word when cancelled, since a newer wish takes its place.
        """

        def cancelled() -> None:
            if not quiet:
                self._context.status_message.emit(self.tr("Cancelled"))

        advance = progress.advance if progress is not None else None
        job = run_job(self, function, on_done, on_error, advance, cancelled)
        self._jobs.add(job)
        if progress is not None:
            progress.follow(job, doing)
            self._context.tell_work(job, doing)
        # After the progress line, so that whoever hears of it finds the line free.
        job.finished.connect(lambda: self._forget(job))
        self.busy_changed.emit()
        return job

    def _forget(self, job: Job) -> None:
        self._jobs.discard(job)
        self.busy_changed.emit()

    @property
    def busy(self) -> bool:
        """Whether anything runs."""
        return bool(self._jobs)

    def cancel_all(self) -> None:
        """Stop everything at its next check."""
        for job in self._jobs:
            job.cancel()


class PaneJobs(Jobs):
    """Runs engine functions and tells how it went.

    Args:
        context: Shared state.
        window: Parent, also of dialogs.
        notice: Where to tell.
    """

    def __init__(self, context: AppContext, window: QWidget, notice: NoticeBar) -> None:
        super().__init__(context, window)
        self._notice = notice

    def run(
        self,
        function: JobFunction,
        on_done: Callable[[Any], None],
        doing: str,
        progress: JobProgress | None = None,
        *,
        quiet: bool = False,
    ) -> Job:
        """As ``start``; a failure is told in the notice bar, beginning with ``doing``."""
        return self.start(
            function, on_done, lambda report: self._notice.fail(report, doing), doing, progress, quiet=quiet
        )

    def try_now(self, action: Callable[[], Any]) -> Any:
        """Do something quick; a failure is told and ``None`` returned."""
        try:
            return action()
        except (WorkbenchError, OSError) as error:
            self._notice.fail(FailureReport.from_exception(error))
            return None
