"""Curves of the selected runs, read from their journals in the background and kept while they stay the same."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from workbench.engine.runs.folder import RunFolder
from workbench.engine.runs.summary import RunCurves, RunSummary, read_curves
from workbench.gui.runs.compare_panel import MOST_RUNS, ComparePanel
from workbench.gui.widgets.notice_bar import NoticeBar
from workbench.gui.workers.failure import FailureReport
from workbench.gui.workers.job import Job, run_job


class RunCurvesLoader(QObject):
    """Fills the panel that compares runs.

    Signals:
        over: Reading has ended.
    """

    over = Signal()

    def __init__(self, panel: ComparePanel, notice: NoticeBar, parent: QWidget) -> None:
        super().__init__(parent)
        self._panel, self._notice = panel, notice
        self._cache: dict[Path, tuple[object, RunCurves]] = {}
        self._chosen: list[RunSummary] = []
        self._job: Job | None = None

    @property
    def busy(self) -> bool:
        """Whether journals are being read."""
        return self._job is not None

    def cancel(self) -> None:
        """Stop reading, and begin nothing more."""
        self._chosen = []
        if self._job is not None:
            self._job.cancel()

    def show_runs(self, chosen: Sequence[RunSummary]) -> None:
        """Show what is known of these runs and read the rest."""
        self._chosen = [s for s in chosen if s.status != "unreadable"][:MOST_RUNS]
        stale = [s for s in self._chosen if self._cache.get(s.path, (None,))[0] != _stamp(s)]
        self._panel.show_runs([(s.path, s.title, self._cache[s.path][1]) for s in chosen if s.path in self._cache])
        if not stale or self._job is not None:
            return

        def work(progress: Any, check: Any) -> list[tuple[Path, object, RunCurves]]:
            found = []
            for summary in stale:
                check()
                found.append((summary.path, _stamp(summary), read_curves(RunFolder(summary.path))))
            return found

        self._job = run_job(self, work, self._on_read, self._on_failed)
        self._job.finished.connect(self._on_over)

    def _on_read(self, found: list[tuple[Path, object, RunCurves]]) -> None:
        for path, stamp, curves in found:
            self._cache[path] = (stamp, curves)
        while len(self._cache) > 4 * MOST_RUNS:
            del self._cache[next(iter(self._cache))]

    def _on_failed(self, failure: FailureReport) -> None:
        self._chosen = []  # or the same journal would be read for ever
        self._notice.fail(failure)

    @Slot()
    def _on_over(self) -> None:
        self._job = None
        if self._chosen:
            self.show_runs(self._chosen)
        self.over.emit()


def _stamp(summary: RunSummary) -> object:
    return summary.changed, summary.step
