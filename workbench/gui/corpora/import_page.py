"""Import with a preview: what the files hold, what training would leave out, and one button that takes it in."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import takewhile
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QLineEdit, QToolButton, QVBoxLayout, QWidget

from workbench.engine.core.config import DataConfig
from workbench.engine.core.names import name_problem, safe_name
from workbench.engine.core.types import ReadOptions
from workbench.engine.corpora.preview import Preview
from workbench.engine.text.languages import same
from workbench.gui.corpora.corpus_report import CorpusReportView
from workbench.gui.corpora.encoding_box import EncodingBox
from workbench.gui.corpora.language_box import LanguageBox
from workbench.gui.corpora.requests import ImportRequest
from workbench.gui.corpora.table_boxes import TableChoice
from workbench.gui.layouts import Fitted, FlowLayout, arrange
from workbench.gui.state.context import AppContext
from workbench.gui.theme import Theme, icon, set_role
from workbench.gui.widgets.controls import (
    TitleBlock,
    described,
    labelled,
    push_button,
    show_problem,
    single_shot,
    text_label,
    unused_name,
)
from workbench.gui.widgets.elided import ElidedLabel
from workbench.gui.widgets.job_progress import JobProgress
from workbench.gui.widgets.message_box import confirm_leaving
from workbench.gui.widgets.pair_table import PairRow
from workbench.gui.words import formats
from workbench.gui.words.engine_texts import shown, shown_failure
from workbench.gui.words.languages import language_name
from workbench.gui.workers.failure import FailureReport
from workbench.gui.workers.job import Job, run_job

_SETTLE_MS = 400
_ENDINGS = re.compile(
    r"(\.(gz|xz|bz2|zip|tar|tgz|tmx|tsv|csv|jsonl|json|txt|xlsx|ods|parquet|po|mo|xlf|xliff|sdlxliff|mqxliff))+$"
)


def name_of(paths: Sequence[Path]) -> str:
    """A corpus name from file names: ``memory`` for ``memory.tmx``, ``news`` for ``news.en`` and ``news.fr``."""
    stem = _ENDINGS.sub("", paths[0].name.lower())
    if len(paths) == 2:
        other = _ENDINGS.sub("", paths[1].name.lower())
        common = "".join(one for one, _ in takewhile(lambda pair: pair[0] == pair[1], zip(stem, other, strict=False)))
        stem = common.rstrip("._-") or stem
    return safe_name(stem.lstrip("_+"), "corpus")[:80]


class ImportPage(Fitted):
    """Files chosen, not yet imported.

    Signals:
        import_requested: ``ImportRequest``.
        cancelled: The person does not want them.
        idle: Nothing is being read any more.
    """

    import_requested = Signal(object)
    cancelled = Signal()
    idle = Signal()

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._paths: list[Path] = []
        self._names: set[str] = set()
        self._glance: Job | None = None
        self._inspection: Job | None = None  # after the glance, never beside it
        self._again = False
        self._preview: Preview | None = None
        self._failure = ""
        self._importing = False
        self._closing = False
        self.report = CorpusReportView(context)
        self.report.cleaning_changed.connect(self._on_cleaning)
        self.progress = JobProgress()
        self._cleaning = "default"
        self._make_fields()
        self._make_buttons()
        self._settle = single_shot(self, _SETTLE_MS, self._look)
        self._lay_out()
        context.theme_changed.connect(self._on_theme)
        self._on_theme(context.theme)

    # --- building -------------------------------------------------------------------------------------------------

    def _make_fields(self) -> None:
        self.heading = ElidedLabel("importHeading", "title", Qt.TextElideMode.ElideMiddle, least=14)
        self.files = text_label("muted", name="importFiles")
        self.problem = text_label("error", name="importProblem")
        self.problem.hide()
        tip = self.tr("The language to translate from, as a tag such as en or pt-BR")
        self.source = LanguageBox("importSourceLang", self.tr("From"), tip)
        tip = self.tr("The language to translate to, as a tag such as fr or zh-Hant")
        self.target = LanguageBox("importTargetLang", self.tr("To"), tip)
        tip = self.tr("Swap the two sides")
        self.swap = described(QToolButton(), "importSwap", tip, tip)
        self.table = TableChoice()
        self.encoding = EncodingBox("importEncoding")
        tip = self.tr("Letters, digits, - _ . ; runs will refer to the corpus by this name")
        self.name = described(QLineEdit(), "importName", tip, self.tr("Name of the corpus"))
        self.name.setMaxLength(100)
        for box in (self.source, self.target):
            box.tag_changed.connect(self._on_changed)
        self.table.changed.connect(self._on_changed)
        self.table.side_chosen.connect(self._on_side)
        self.encoding.chosen.connect(self._on_changed)
        self.name.textChanged.connect(self._check)
        self.swap.clicked.connect(self._on_swap)

    def _make_buttons(self) -> None:
        tip = self.tr("Copy the pairs into your corpora; the files stay as they are (Ctrl+Return)")
        self.import_button = push_button(
            "importStart",
            self.tr("Import"),
            tip,
            lambda: self._on_import(False),
            accessible=self.tr("Take these pairs in"),
            role="primary",
        )
        self.import_button.setShortcut("Ctrl+Return")
        tip = self.tr("Import, then go on to the train pane with this corpus chosen")
        text = self.tr("Import and &train")
        self.train_button = push_button("importAndTrain", text, tip, lambda: self._on_import(True))
        tip, accessible = self.tr("Leave the files alone (Escape asks first)"), self.tr("Do not import")
        self.cancel_button = push_button("importCancel", self.tr("Cancel"), tip, self._on_cancel, accessible=accessible)
        escape = QShortcut(QKeySequence("Escape"), self)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self._on_escape)

    def _lay_out(self) -> None:
        titles = TitleBlock(26, self.heading, self.files)
        top = FlowLayout(titles, self.cancel_button, self.train_button, self.import_button)
        fields = QFrame()
        set_role(fields, "card")
        line = FlowLayout(
            labelled(self.tr("&From"), self.source),
            self.swap,
            labelled(self.tr("T&o"), self.target),
            labelled(self.tr("&Name"), self.name),
        )
        # A text file has an encoding, a workbook has sheets; so both fit in one line.
        reading = FlowLayout(self.table, self.encoding)
        arrange(QVBoxLayout(fields), line, reading, margins=(14, 8, 14, 8))
        parts = (top, fields, self.problem, self.progress, (self.report, 1))
        arrange(QVBoxLayout(self), *parts, spacing=8)
        for first, second in (
            (self.source, self.swap),
            (self.swap, self.target),
            (self.target, self.name),
            (self.name, self.table.sheet),
            (self.table.target, self.encoding.box),
            (self.encoding.box, self.report.rules),
            (self.report.tabs, self.import_button),
            (self.import_button, self.train_button),
            (self.train_button, self.cancel_button),
        ):
            QWidget.setTabOrder(first, second)

    # --- files ----------------------------------------------------------------------------------------------------

    def open_files(self, paths: Sequence[Path], taken: Sequence[str]) -> None:
        """Look at files.

        Args:
            paths: What was dropped or chosen.
            taken: Names of corpora there are.
        """
        self._cancel_jobs()
        self._paths, self._names = sorted(paths, key=lambda p: p.name), {name.casefold() for name in taken}
        self._preview, self._failure, self._cleaning = None, "", "default"
        names = ", ".join(path.name for path in self._paths[:3]) + ("…" if len(self._paths) > 3 else "")
        self.heading.say(self.tr("Import {files}").format(files=names))
        self.files.setText(self.tr("{size}, reading…").format(size=self._size_words()))
        self.table.clear()
        self.source.set_tag("")
        self.target.set_tag("")
        self.name.setText(unused_name(name_of(self._paths), self._names))
        self.report.clear()
        self.encoding.reset()
        self.encoding.hide()
        self._check()
        self._look()

    def state(self) -> dict[str, Any]:
        """The files and how they are to be read, for a page that takes this one's place."""
        return {
            "paths": list(self._paths),
            "languages": (self.source.tag(), self.target.tag()),
            "table": self.table.choice(),
            "encoding": self.encoding.codec(),
            "name": self.name.text(),
            "cleaning": self._cleaning,
        }

    def restore(self, state: Mapping[str, Any], taken: Sequence[str]) -> None:
        """Look at the same files in the same way."""
        self.open_files(state["paths"], taken)
        self.source.set_tag(state["languages"][0])
        self.target.set_tag(state["languages"][1])
        self.table.choose(state["table"])
        self.encoding.choose(state["encoding"])
        self.name.setText(state["name"])
        self._cleaning = state["cleaning"]
        self._look()

    def _size_words(self) -> str:
        return formats.size(sum(path.stat().st_size for path in self._paths if path.is_file()))

    def _options(self) -> ReadOptions:
        """How the files are to be read."""
        return ReadOptions(self.table.columns, self.table.sheet_name, self.encoding.codec())

    # --- looking --------------------------------------------------------------------------------------------------

    @Slot()
    def _on_changed(self) -> None:
        self._settle.start()
        self._check()

    @Slot()
    def _look(self) -> None:
        """A glance at once, then the whole; a newer choice makes an older look stop."""
        self._cancel_jobs()
        if self.busy:
            self._again = True
            return
        paths, source, target = list(self._paths), self.source.tag(), self.target.tag()
        options = self._options()

        def work(progress: Any, check: Any) -> Preview:
            from workbench.engine.corpora.preview import preview

            return preview(paths, source_lang=source, target_lang=target, options=options)

        self._glance = run_job(self, work, self._on_preview, self._on_failed)
        self._glance.finished.connect(self._on_over)

    def _on_preview(self, preview: Preview) -> None:
        if self._again:
            return
        self._preview = preview
        self.files.setText(f"{preview.format} · {self._size_words()}")
        for box, tag in ((self.source, preview.source_lang), (self.target, preview.target_lang)):
            box.set_languages(preview.languages)
            if not box.tag():
                box.set_tag(tag)
        self.table.show_reading(preview.table)
        self.encoding.set_found(preview.encoding)
        self.encoding.setVisible(bool(preview.encoding))
        self.report.set_languages(language_name(self.source.tag()), language_name(self.target.tag()))
        self.report.show_first([PairRow(p.source, p.target, Path(p.where).name) for p in preview.first])
        self._check()

    def _on_failed(self, failure: FailureReport) -> None:
        self._preview, self._failure = None, shown_failure(failure)
        self.report.clear()
        self.files.setText("")
        self._check()

    @Slot()
    def _on_over(self) -> None:
        glanced = self._glance is not None
        self._glance = self._inspection = None
        if self._again:
            self._again = False
            self._look()
        elif glanced and self._preview is not None and not self._preview.problem and self._paths and not self._closing:
            self._inspect()
        else:
            self.idle.emit()

    def _inspect(self) -> None:
        paths, source, target = list(self._paths), self.source.tag(), self.target.tag()
        options, config = self._options(), DataConfig(cleaning=self._cleaning)

        def work(progress: Any, check: Any) -> Any:
            from workbench.engine.corpora.inspect import inspect

            return inspect(
                paths, source_lang=source, target_lang=target, options=options, config=config, progress=progress
            )

        def done(report: Any) -> None:
            if not self._again:
                self.report.show_report(report, config.max_length)
                if report.tables:
                    self.table.show_reading(report.tables[0])

        self._inspection = run_job(self, work, done, self._on_failed, self.progress.advance)
        self._inspection.finished.connect(self._on_over)
        self.progress.follow(self._inspection, self.tr("Reading all pairs; you can import at once"))

    @Slot(str)
    def _on_cleaning(self, cleaning: str) -> None:
        self._cleaning = cleaning
        self._look()

    def _cancel_jobs(self) -> None:
        self._settle.stop()
        for job in (self._glance, self._inspection):
            if job is not None:
                job.cancel()

    # --- deciding -------------------------------------------------------------------------------------------------

    @Slot()
    def _check(self) -> None:
        """Buttons are on when the files can be read and the name is free."""
        name = self.name.text().strip()
        found = shown(self._preview.problem) if self._preview is not None else self._failure
        if name.casefold() in self._names:
            found = self.tr("There is a corpus called {name} already; choose another name.").format(name=name)
        elif self._paths and (problem := name_problem(name, plain=True)):
            found = self.tr("This cannot be the name of a corpus: {reason}.").format(reason=shown(problem))
        elif self.table.is_one_column:
            found = self.tr("Both sides are the same column; choose another one for one of them.")
        elif same(self.source.tag(), self.target.tag()):
            found = self.tr("Both sides are in the same language; choose another language or column for one of them.")
        show_problem(self.problem, found)
        ready = self._preview is not None and not found and not self._importing
        self.import_button.setEnabled(ready)
        self.train_button.setEnabled(ready)

    @Slot()
    def _on_swap(self) -> None:
        source, target = self.source.tag(), self.target.tag()
        self.source.set_tag(target)
        self.target.set_tag(source)
        if len(self._paths) == 2:
            self._paths.reverse()
        self.table.swap()
        self._look()

    @Slot(str, str)
    def _on_side(self, side: str, language: str) -> None:
        """Another column was chosen: its header tells the side's language, or it is found out from the cells."""
        (self.source if side == "source" else self.target).set_tag(language)

    def _on_import(self, train: bool) -> None:
        self._cancel_jobs()
        self.import_requested.emit(
            ImportRequest(
                paths=tuple(self._paths),
                source_lang=self.source.tag(),
                target_lang=self.target.tag(),
                options=self._options(),
                name=self.name.text().strip(),
                cleaning=self._cleaning,
                train=train,
            )
        )

    @Slot()
    def _on_escape(self) -> None:
        """A key that is pressed by mistake throws nothing away."""
        if confirm_leaving(self, self.tr("Leave this import?")):
            self._on_cancel()

    @Slot()
    def _on_cancel(self) -> None:
        self.stop_looking()
        self.cancelled.emit()

    @Slot(object)
    def _on_theme(self, theme: Theme) -> None:
        self.import_button.setIcon(icon("mdi6.import", theme, "accent_text"))
        self.swap.setIcon(icon("mdi6.swap-horizontal", theme))

    @property
    def busy(self) -> bool:
        """Whether files are being read."""
        return self._glance is not None or self._inspection is not None

    def set_importing(self, importing: bool) -> None:
        """While they are being imported, they cannot be imported again."""
        self._importing = importing
        self._check()

    def stop_looking(self) -> None:
        """The page is left; nothing more needs to be read."""
        self._paths, self._again = [], False
        self._cancel_jobs()

    def shutdown(self) -> None:
        """Stop reading for good."""
        self._closing, self._again = True, False
        self._cancel_jobs()
