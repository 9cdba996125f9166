"""The corpora pane's work in the background: list, inspect, import, delete and take back."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from workbench.engine.core.config import DataConfig
from workbench.engine.core.errors import CorpusError
from workbench.engine.corpora.corpus_info import CorpusInfo
from workbench.engine.corpora.inspect import CorpusReport
from workbench.engine.corpora.merging import Merged
from workbench.gui.corpora.requests import (
    CorpusCame,
    ExportRequest,
    ImportRequest,
    Inspected,
    LeaksFound,
    PairsFound,
    PairsWanted,
)
from workbench.gui.state.context import AppContext
from workbench.gui.widgets.job_progress import JobProgress
from workbench.gui.widgets.notice_bar import NoticeBar
from workbench.gui.widgets.pane_jobs import PaneJobs
from workbench.gui.words import formats
from workbench.gui.words.engine_texts import shown, shown_error
from workbench.gui.workers.job import Job

#: Reports kept, so that going back and forth between corpora reads them once.
_MOST_REPORTS = 20
#: Searching more pairs than this may take a second.
_SLOW_SEARCH = 50_000


class CorpusJobs(PaneJobs):
    """What is done to corpora.

    Args:
        context: Shared state.
        window: Parent.
        notice: Where to tell.
        transfer: Progress of imports.
        looking: Progress of inspections.
    """

    listed = Signal(object)  # list[CorpusInfo]
    inspected = Signal(object)  # Inspected
    leaks_found = Signal(object)  # LeaksFound
    pairs_found = Signal(object)  # PairsFound
    came = Signal(object)  # CorpusCame

    def __init__(
        self, context: AppContext, window: QWidget, notice: NoticeBar, transfer: JobProgress, looking: JobProgress
    ) -> None:
        super().__init__(context, window, notice)
        self._transfer, self._looking = transfer, looking
        self._reports: dict[str, CorpusReport] = {}
        self._leaks: dict[str, Any] = {}
        self._told: set[str] = set()
        self._look: Job | None = None
        self._importing: Job | None = None
        self._search: Job | None = None
        self._editing: Job | None = None
        self._edits: deque[Callable[[], object]] = deque()
        #: What is called when they are done, once each.
        self._afterwards: dict[Callable[[], None], None] = {}

    # --- looking --------------------------------------------------------------------------------------------------

    def refresh_list(self) -> None:
        """List the corpora."""

        damaged: dict[str, CorpusError] = {}

        def work(progress: Any, check: Any) -> Any:
            from workbench.engine.corpora.library import list_corpora

            return list_corpora(damaged.__setitem__)

        def done(corpora: Sequence[CorpusInfo]) -> None:
            self.listed.emit(corpora)
            self._tell_damaged(damaged)

        self.run(work, done, self.tr("Listing the corpora"))

    def _tell_damaged(self, damaged: Mapping[str, CorpusError]) -> None:
        """Offer to delete a damaged corpus, each once."""
        for name in damaged.keys() - self._told:
            self._told.add(name)
            action = self.tr("&Move it to the bin")
            self._notice.say(
                shown_error(damaged[name]), "warning", action=action, on_action=partial(self._bin, name, name)
            )
            return

    def known(self, key: str) -> CorpusReport | None:
        """A report made earlier."""
        return self._reports.get(key)

    def inspect(self, info: CorpusInfo, source: str, target: str, cleaning: str, key: str) -> None:
        """Report on a corpus; the newest wish wins."""
        if self._look is not None and self._look in self._jobs:
            self._look.cancel()
        known = self.known(key)
        if known is not None:
            self.inspected.emit(Inspected(key, known))
            self._compare_splits(info)
            return

        def work(progress: Any, check: Any) -> CorpusReport:
            from workbench.engine.corpora.inspect import inspect

            def of_all(done: int, _total: int, what: str) -> None:
                progress(done, max(done, info.pairs), what)

            config = DataConfig(cleaning=cleaning)
            return inspect([info.name], source_lang=source, target_lang=target, config=config, progress=of_all)

        def done(report: CorpusReport) -> None:
            self._reports[key] = report
            while len(self._reports) > _MOST_REPORTS:
                del self._reports[next(iter(self._reports))]
            self.inspected.emit(Inspected(key, report))
            self._compare_splits(info)

        self._look = self.run(work, done, self.tr("Looking inside"), self._looking)

    def _compare_splits(self, info: CorpusInfo) -> None:
        """Look for leaks between the splits that a corpus brings."""
        if len(info.splits) < 2:
            return
        stamp = f"{info.name}|{info.created}|{info.edits.sha256}"
        if stamp in self._leaks:
            self.leaks_found.emit(LeaksFound(info.name, self._leaks[stamp]))
            return

        def work(progress: Any, check: Any) -> Any:
            from workbench.engine.corpora.leaks import corpus_leaks

            return corpus_leaks(info.name, progress=progress)

        def done(leaks: Any) -> None:
            self._leaks[stamp] = leaks
            self.leaks_found.emit(LeaksFound(info.name, leaks))

        self.run(work, done, self.tr("Comparing the splits"))

    # --- single pairs ---------------------------------------------------------------------------------------------

    def search(self, wanted: PairsWanted, line: JobProgress) -> None:
        """Find a page of pairs; the newest wish wins. ``line`` is shown where it may take longer."""
        if self._search is not None and self._search in self._jobs:
            self._search.cancel()

        def work(progress: Any, check: Any) -> PairsFound:
            from workbench.engine.corpora.editing import history
            from workbench.engine.corpora.pair_search import search_pairs

            name, source = wanted.info.name, wanted.languages[0]
            pairs = search_pairs(
                name,
                wanted.words,
                changed=wanted.changed,
                first=wanted.first,
                limit=wanted.limit,
                source_lang=source,
                progress=progress,
            )
            return PairsFound(wanted, pairs, history(name))

        slow = wanted.info.pairs > _SLOW_SEARCH and bool(wanted.words or wanted.changed or wanted.first > _SLOW_SEARCH)
        doing = self.tr("Searching the pairs")
        self._search = self.run(work, self.pairs_found.emit, doing, line if slow else None, quiet=True)

    def edit(self, info: CorpusInfo, action: Callable[[str], object], then: Callable[[], None]) -> None:
        """Change single pairs of a corpus by its name, one wish after the other; each ``then`` follows the last."""
        self._edits.append(partial(action, info.name))
        self._afterwards[then] = None
        if self._editing is None:
            self._edit()

    def _edit(self) -> None:
        def work(progress: Any, check: Any) -> None:
            while self._edits:
                self._edits.popleft()()

        def ended() -> None:
            self._editing = None
            if self._edits:  # wished for while the last one ended, or behind one that failed
                self._edit()
                return
            afterwards, self._afterwards = self._afterwards, {}
            for then in afterwards:
                then()

        self._editing = self.run(work, lambda _done: None, self.tr("Changing the pairs"), quiet=True)
        self._editing.finished.connect(ended)

    def tell_damaged_edits(self, info: CorpusInfo) -> None:
        """Offer to read a corpus without its edits, which cannot be read."""

        def forget() -> None:
            from workbench.engine.corpora.editing import set_aside

            self.edit(info, set_aside, lambda: self._context.corpora_changed.emit(None))

        action = self.tr("&Set the edits aside")
        self._notice.say(shown(info.edits.problem), "warning", action=action, on_action=forget)

    # --- importing ------------------------------------------------------------------------------------------------

    def import_files(self, wanted: ImportRequest) -> None:
        """Import what the preview page asks for."""
        doing = self.tr("Importing {name}").format(name=wanted.name)
        self._importing = self._import(
            doing,
            wanted.train,
            paths=wanted.paths,
            source_lang=wanted.source_lang,
            target_lang=wanted.target_lang,
            options=wanted.options,
            name=wanted.name,
        )

    def _import(self, doing: str, train: bool, **what: Any) -> Job:
        """Import a corpus; ``what`` goes to ``import_corpus``."""

        def work(progress: Any, check: Any) -> Any:
            from workbench.engine.corpora.library import import_corpus

            warnings: list[str] = []
            return import_corpus(progress=progress, on_warning=warnings.append, **what), warnings

        def done(result: tuple[CorpusInfo, list[str]]) -> None:
            self._tell_imported(*result)
            self.came.emit(CorpusCame(result[0], train))

        return self.run(work, done, doing, self._transfer)

    @property
    def importing(self) -> bool:
        """Whether files are being imported."""
        return self._importing in self._jobs

    def system_languages(self, then: Callable[[dict[str, int]], None]) -> None:
        """Find the languages this computer has translations in."""

        def work(progress: Any, check: Any) -> dict[str, int]:
            from workbench.engine.corpora.readers.system import system_languages

            return system_languages()

        self.run(work, then, self.tr("Looking for translations on this computer"), self._transfer)

    def import_system(self, source: str, target: str, name: str) -> None:
        """Import this computer's own translations."""
        title = self.tr("This computer's translations ({direction})").format(
            direction=formats.direction(source, target)
        )

        doing = self.tr("Collecting this computer's translations")
        self._import(doing, False, system=True, source_lang=source, target_lang=target, name=name, title=title)

    def _tell_imported(self, info: CorpusInfo, warnings: Sequence[str]) -> None:
        text = self.tr("{name}: {count} pairs were imported.").format(name=info.title, count=formats.count(info.pairs))
        if warnings:
            more = self.tr("({count} more)").format(count=len(warnings) - 1) if len(warnings) > 1 else ""
            self._notice.say(f"{text} {shown(warnings[0])} {more}".strip(), "warning")
        else:
            self._notice.say(text, "done", seconds=12.0)

    # --- a whole corpus -------------------------------------------------------------------------------------------

    def rename(self, info: CorpusInfo, new: str) -> None:
        """Give a corpus another name."""
        from workbench.engine.corpora.library import rename_corpus

        renamed = self.try_now(lambda: rename_corpus(info.name, new))
        if renamed is not None:
            self.came.emit(CorpusCame(renamed, train=False))

    def merge(self, names: Sequence[str], name: str) -> None:
        """Make a corpus of others."""

        def work(progress: Any, check: Any) -> Any:
            from workbench.engine.corpora.merging import merge_corpora

            return merge_corpora(names, name=name, progress=progress)

        def done(merged: Merged) -> None:
            pairs, held = formats.count(merged.info.pairs), formats.count(merged.held_back)
            text = self.tr("{name}: made of {count} pairs.").format(name=merged.info.title, count=pairs)
            if merged.held_back:
                text += " " + self.tr("{count} were left out, since they share a sentence with held-out pairs.").format(
                    count=held
                )
            self._notice.say(text, "done", seconds=0.0 if merged.held_back else 12.0)
            self.came.emit(CorpusCame(merged.info, train=False))

        self.run(work, done, self.tr("Making {name}").format(name=name), self._transfer)

    def export(self, wanted: ExportRequest) -> None:
        """Write the pairs of a corpus into files."""
        info = wanted.info

        def work(progress: Any, check: Any) -> Any:
            from workbench.engine.corpora.export import export_pairs
            from workbench.engine.corpora.library import open_corpus

            def of_all(done: int, _total: int, what: str) -> None:
                progress(done, max(done, info.pairs), what)

            source, target = wanted.source_lang, wanted.target_lang
            pairs = open_corpus(info.name, wanted.split, source, target)
            # The dialog has asked about one file, not about two.
            replace = wanted.form != "text"
            return export_pairs(
                pairs,
                wanted.output,
                form=wanted.form,
                source_lang=source,
                target_lang=target,
                replace=replace,
                progress=of_all,
            )

        def done(files: Sequence[Path]) -> None:
            names = ", ".join(file.name for file in files)
            text = self.tr("Written: {files}, in {folder}").format(files=names, folder=files[0].parent)
            self._notice.say(text, "done")

        self.run(work, done, self.tr("Exporting {name}").format(name=info.title), self._transfer)

    # --- the bin --------------------------------------------------------------------------------------------------

    def delete(self, info: CorpusInfo) -> None:
        """Move a corpus to the bin, with an undo."""
        self._bin(info.name, info.title)

    def _bin(self, name: str, title: str) -> None:
        from workbench.engine.corpora.library import delete_corpus

        binned = self.try_now(lambda: delete_corpus(name))
        if binned is None:
            return
        self._context.corpora_changed.emit(None)
        self._notice.say(
            self.tr("{name} was moved to the bin.").format(name=title),
            "done",
            action=self.tr("&Undo"),
            on_action=lambda: self._restore(binned),
            undoes=True,
        )

    def _restore(self, binned: Path) -> None:
        from workbench.engine.corpora.library import restore_corpus

        info = self.try_now(lambda: restore_corpus(binned))
        if info is not None:
            self.came.emit(CorpusCame(info, train=False))
