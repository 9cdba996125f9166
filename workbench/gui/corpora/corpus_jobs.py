"""The corpora pane's work in the background: list, inspect, import, delete and take back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from workbench.engine.core.config import DataConfig
from workbench.engine.core.errors import WorkbenchError
from workbench.engine.core.types import ReadOptions
from workbench.engine.corpora.inspect import CorpusReport
from workbench.engine.corpora.library import CorpusInfo
from workbench.gui.state.context import AppContext
from workbench.gui.widgets.job_progress import JobProgress
from workbench.gui.widgets.notice_bar import NoticeBar
from workbench.gui.words import formats
from workbench.gui.words.engine_texts import shown
from workbench.gui.workers.failure import FailureReport
from workbench.gui.workers.job import Job, JobFunction, run_job

#: Reports kept, so that going back and forth between corpora reads them once.
_MOST_REPORTS = 20


@dataclass(frozen=True)
class ImportRequest:
    """Files to import as one corpus.

    Attributes:
        paths: The files.
        source_lang: BCP-47 tag of the source side.
        target_lang: Likewise.
        options: How to read the files.
        name: The corpus' name.
        cleaning: The rules a person chose, for reports and trainings.
        train: Whether to go to the train pane afterwards.
    """

    paths: tuple[Path, ...]
    source_lang: str
    target_lang: str
    options: ReadOptions
    name: str
    cleaning: str
    train: bool = False


class CorpusJobs(QObject):
    """Runs engine functions and tells how it went.

    Args:
        context: Shared state.
        window: Parent.
        notice: Where to tell.
        transfer: Progress of imports.
        looking: Progress of inspections.

    Signals:
        listed: ``list[CorpusInfo]``.
        reported: ``(key, CorpusReport)``.
        leaks_found: ``(corpus name, dict[str, LeakReport])``.
        came: ``(CorpusInfo, train)``: imported, or taken back; whether to train on it at once.
        over: A job has ended.
    """

    listed = Signal(object)
    reported = Signal(object)
    leaks_found = Signal(object)
    came = Signal(object)
    over = Signal()

    def __init__(
        self, context: AppContext, window: QWidget, notice: NoticeBar, transfer: JobProgress, looking: JobProgress
    ) -> None:
        super().__init__(window)
        self._context, self._notice = context, notice
        self._transfer, self._looking = transfer, looking
        self._jobs: set[Job] = set()
        self._reports: dict[str, CorpusReport] = {}
        self._leaks: dict[str, Any] = {}
        self._look: Job | None = None
        self._importing: Job | None = None

    def _run(
        self,
        function: JobFunction,
        on_done: Callable[[Any], None],
        doing: str,
        progress: JobProgress | None = None,
    ) -> Job:
        advance = progress.advance if progress is not None else None

        def cancelled() -> None:
            self._context.status_message.emit(self.tr("Cancelled"))

        job = run_job(self, function, on_done, lambda report: self._notice.fail(report, doing), advance, cancelled)
        self._jobs.add(job)
        if progress is not None:
            progress.follow(job, doing)
            self._context.tell_work(job, doing)
        job.finished.connect(lambda: self._forget(job))
        return job

    def _forget(self, job: Job) -> None:
        self._jobs.discard(job)
        if job is self._look:
            self._look = None
        if job is self._importing:
            self._importing = None
        self.over.emit()

    @property
    def busy(self) -> bool:
        """Whether anything runs."""
        return bool(self._jobs)

    def cancel_all(self) -> None:
        """Stop everything at its next progress report."""
        for job in self._jobs:
            job.cancel()

    # --- looking --------------------------------------------------------------------------------------------------

    def refresh_list(self) -> None:
        """List the corpora."""

        def work(progress: Any, check: Any) -> Any:
            from workbench.engine.corpora.library import list_corpora

            return list_corpora()

        self._run(work, self.listed.emit, self.tr("Listing the corpora"))

    def known(self, key: str) -> CorpusReport | None:
        """A report made earlier."""
        return self._reports.get(key)

    def inspect(self, info: CorpusInfo, source: str, target: str, cleaning: str, key: str) -> None:
        """Report on a corpus; the newest wish wins."""
        if self._look is not None:
            self._look.cancel()
        known = self._reports.get(key)
        if known is not None:
            self.reported.emit((key, known))
            self._compare_splits(info)
            return
        name = info.name

        def work(progress: Any, check: Any) -> CorpusReport:
            from workbench.engine.corpora.inspect import inspect

            def of_all(done: int, _total: int, what: str) -> None:
                progress(done, max(done, info.pairs), what)

            return inspect(
                [name], source_lang=source, target_lang=target, config=DataConfig(cleaning=cleaning), progress=of_all
            )

        def done(report: CorpusReport) -> None:
            self._reports[key] = report
            while len(self._reports) > _MOST_REPORTS:
                del self._reports[next(iter(self._reports))]
            self.reported.emit((key, report))
            self._compare_splits(info)

        self._look = self._run(work, done, self.tr("Looking inside"), self._looking)

    def _compare_splits(self, info: CorpusInfo) -> None:
        """Look for leaks between the splits that a corpus brings."""
        if len(info.splits) < 2:
            return
        stamp = f"{info.name}|{info.created}"
        if stamp in self._leaks:
            self.leaks_found.emit((info.name, self._leaks[stamp]))
            return

        def work(progress: Any, check: Any) -> Any:
            from workbench.engine.corpora.leaks import corpus_leaks

            return corpus_leaks(info.name, progress=progress)

        def done(leaks: Any) -> None:
            self._leaks[stamp] = leaks
            self.leaks_found.emit((info.name, leaks))

        self._run(work, done, self.tr("Comparing the splits"))

    # --- importing ------------------------------------------------------------------------------------------------

    def import_files(self, wanted: ImportRequest) -> None:
        """Import what the preview page asks for."""

        def work(progress: Any, check: Any) -> Any:
            from workbench.engine.corpora.library import import_corpus

            warnings: list[str] = []
            info = import_corpus(
                wanted.paths,
                source_lang=wanted.source_lang,
                target_lang=wanted.target_lang,
                options=wanted.options,
                name=wanted.name,
                progress=progress,
                on_warning=warnings.append,
            )
            return info, warnings

        doing = self.tr("Importing {name}").format(name=wanted.name)
        done = partial(self._import_done, wanted.train)
        self._importing = self._run(work, done, doing, self._transfer)

    def _import_done(self, train: bool, result: tuple[CorpusInfo, list[str]]) -> None:
        self._imported(*result, train=train)

    @property
    def importing(self) -> bool:
        """Whether files are being imported."""
        return self._importing is not None

    def system_languages(self, then: Callable[[dict[str, int]], None]) -> None:
        """Find the languages this computer has translations in."""

        def work(progress: Any, check: Any) -> dict[str, int]:
            from workbench.engine.corpora.readers.system import system_languages

            return system_languages()

        self._run(work, then, self.tr("Looking for translations on this computer"), self._transfer)

    def import_system(self, source: str, target: str, name: str) -> None:
        """Import this computer's own translations."""
        title = self.tr("This computer's translations ({direction})").format(
            direction=formats.direction(source, target)
        )

        def work(progress: Any, check: Any) -> Any:
            from workbench.engine.corpora.library import import_corpus

            warnings: list[str] = []
            info = import_corpus(
                system=True,
                source_lang=source,
                target_lang=target,
                name=name,
                title=title,
                progress=progress,
                on_warning=warnings.append,
            )
            return info, warnings

        doing = self.tr("Collecting this computer's translations")
        self._run(work, partial(self._import_done, False), doing, self._transfer)

    def _imported(self, info: CorpusInfo, warnings: Sequence[str], *, train: bool) -> None:
        text = self.tr("{name}: {count} pairs were imported.").format(name=info.title, count=formats.count(info.pairs))
        if warnings:
            more = self.tr("({count} more)").format(count=len(warnings) - 1) if len(warnings) > 1 else ""
            self._notice.say(f"{text} {shown(warnings[0])} {more}".strip(), "warning")
        else:
            self._notice.say(text, "done", seconds=12.0)
        self.came.emit((info, train))

    # --- the bin --------------------------------------------------------------------------------------------------

    def delete(self, info: CorpusInfo) -> None:
        """Move a corpus to the bin, with an undo."""
        from workbench.engine.corpora.library import delete_corpus

        try:
            binned = delete_corpus(info.name)
        except (WorkbenchError, OSError) as error:
            self._notice.fail(FailureReport.from_exception(error))
            return
        self._context.corpora_changed.emit(None)
        self._notice.say(
            self.tr("{name} was moved to the bin.").format(name=info.title),
            "done",
            action=self.tr("&Undo"),
            on_action=lambda: self._restore(binned),
        )

    def _restore(self, binned: Path) -> None:
        from workbench.engine.corpora.library import restore_corpus

        try:
            info = restore_corpus(binned)
        except (WorkbenchError, OSError) as error:
            self._notice.fail(FailureReport.from_exception(error))
            return
        self.came.emit((info, False))
