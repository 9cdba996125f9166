"""Translate a file: choose it, start, watch, pause, cancel; what was done is kept."""

from __future__ import annotations

import time
from pathlib import Path

from PySide6.QtCore import Qt, QUrl, Signal, Slot
from PySide6.QtGui import QCloseEvent, QDesktopServices
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from workbench.engine.core.config import SearchConfig
from workbench.engine.search.file_translation import (
    FileJob,
    FileReport,
    Pause,
    lines_kept,
    partial_path,
    translate_file,
)
from workbench.engine.search.model_cache import LoadFunction, ModelChoice, load_model
from workbench.gui.layouts import arrange
from workbench.gui.state.context import AppContext
from workbench.gui.styling import dress
from workbench.gui.theme import name_control, named, set_role
from workbench.gui.widgets.controls import show_problem, text_label
from workbench.gui.widgets.file_field import FileField
from workbench.gui.words import formats
from workbench.gui.words.engine_texts import shown_failure
from workbench.gui.workers.failure import FailureReport
from workbench.gui.workers.job import Job, run_job


class FileTranslationDialog(QDialog):
    """Not modal: one can go on typing in the pane meanwhile.

    Signals:
        idle: The work under way has ended.
        ended: What came out, in words, and its kind, "done", "warning" or "error"; once for every start.
    """

    idle = Signal()
    ended = Signal(str, str)

    def __init__(
        self,
        context: AppContext,
        choice: ModelChoice,
        model_title: str,
        search: SearchConfig,
        parent: QWidget | None = None,
        load: LoadFunction = load_model,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("fileTranslation")
        dress(self)  # it stays open while its pane is out of sight
        self.setWindowTitle(self.tr("Translate a file"))
        self.setMinimumWidth(560)
        self._context, self._choice, self._search, self._load = context, choice, search, load
        self._job: Job | None = None
        self._pause = Pause()
        self._began, self._first, self._target = 0.0, 0, Path()
        text = self.tr("Plain text, one sentence a line; line by line the translation of “{model}” is written.")
        intro = QLabel(text.format(model=model_title), wordWrap=True)
        tip = self.tr("Plain text, one sentence a line; a corpus, a table or a document must be saved as that first")
        self._from = FileField(context, "fileSource", self.tr("File to translate"), tip=tip)
        tip = self.tr("Line by line the translation; while it grows it is called .partial")
        self._to = FileField(context, "fileTarget", self.tr("File for the translation"), tip=tip, saving=True)
        self.source, self.target = self._from.edit, self._to.edit
        self.problem = text_label("warning", name="fileProblem")
        self.resume = named(QCheckBox(), "fileResume")
        self.resume.setVisible(False)
        self.bar = named(QProgressBar(textVisible=False), "fileProgress")
        self.status = named(QLabel(wordWrap=True, textFormat=Qt.TextFormat.PlainText), "fileStatus")
        self.start_button = named(QPushButton(self.tr("Translate")), "fileStart", "primary")
        self.pause_button = named(QPushButton(self.tr("Pause")), "filePause")
        self.cancel_button = named(QPushButton(self.tr("Stop and keep")), "fileCancel")
        self.folder_button = named(QPushButton(self.tr("Show the folder")), "fileFolder")
        self.pause_button.setCheckable(True)
        self._name()
        self._lay_out(intro)
        self._from.chosen.connect(self.choose)
        for field in (self._from, self._to):
            field.changed.connect(self._on_paths)
        self.start_button.clicked.connect(self.start)
        self.pause_button.toggled.connect(self._on_pause)
        self.cancel_button.clicked.connect(self.cancel)
        self.folder_button.clicked.connect(self.show_folder)
        self.folder_button.hide()
        self._on_paths()

    def _name(self) -> None:
        name_control(self.start_button, self.tr("Translate the file"), self.tr("Start translating"))
        name_control(self.pause_button, self.tr("Pause"), self.tr("Hold after the lines under way, or go on"))
        tip = self.tr("Stop; the lines translated so far stay in the .partial file")
        name_control(self.cancel_button, self.tr("Stop and keep what is done"), tip)
        name_control(self.folder_button, self.tr("Show the folder"), self.tr("Open the folder of the result"))
        for widget, name in (
            (self.resume, self.tr("Go on with an earlier try")),
            (self.bar, self.tr("Progress")),
        ):
            name_control(widget, name, name)

    def _lay_out(self, intro: QLabel) -> None:
        grid = QGridLayout()
        for row, (text, field) in enumerate(((self.tr("Translate"), self._from), (self.tr("into"), self._to))):
            label = QLabel(text)
            label.setBuddy(field.edit)
            grid.addWidget(label, row, 0)
            grid.addWidget(field, row, 1)
        buttons = (self.pause_button, self.cancel_button, self.start_button)
        foot = arrange(QHBoxLayout(), self.folder_button, None, *buttons)
        items = (intro, grid, self.problem, self.resume, self.bar, self.status, foot)
        arrange(QVBoxLayout(self), *items, margins=None, spacing=10)

    @property
    def busy(self) -> bool:
        """Whether a file is being translated."""
        return self._job is not None

    @Slot(object)
    def choose(self, source: Path, target: Path | None = None) -> None:
        """Fill in the files; the target is named after the source."""
        self.source.setText(str(source))
        self.target.setText(str(target or self._proposed(source)))

    def _proposed(self, source: Path) -> Path:
        return source.with_name(f"{source.stem}.translated{source.suffix or '.txt'}")

    @Slot()
    def start(self) -> None:
        """Start translating."""
        source, target = self._from.path, self._to.path
        if source is None or target is None or self._problem():
            return
        source, target = source.absolute(), target.absolute()
        skip = lines_kept(target) if self.resume.isChecked() and not self.resume.isHidden() else 0
        job = FileJob(source, target, self._choice, self._search, skip)
        self._pause, self._began, self._first, self._target = Pause(), time.monotonic(), skip, target
        self.pause_button.setChecked(False)
        self.folder_button.hide()
        self._say(self.tr("Opening the model…"))
        self.bar.setRange(0, 0)
        pause, load = self._pause, self._load
        self._job = run_job(
            self,
            lambda progress, check: translate_file(job, pause, progress, check, load),
            on_done=self._on_done,
            on_error=self._on_error,
            on_progress=self._on_progress,
            on_cancelled=lambda: self._end(self.tr("Stopped before the first line."), "warning"),
        )
        self._job.finished.connect(self._on_finished)
        self._context.tell_work(self._job, self.tr("Translating {file}").format(file=source.name))
        self._on_paths()

    @Slot()
    def cancel(self) -> None:
        """Stop and keep what is done."""
        if self._job is not None:
            self._pause.set(False)
            self._job.cancel()

    @Slot(bool)
    def _on_pause(self, paused: bool) -> None:
        self._pause.set(paused)
        self.pause_button.setText(self.tr("Go on") if paused else self.tr("Pause"))
        if paused:
            self.status.setText(self.tr("Paused. {done} lines are done.").format(done=self.bar.value()))

    def _on_progress(self, done: int, total: int, _what: str) -> None:
        self.bar.setRange(0, max(1, total))
        self.bar.setValue(done)
        if self._pause.paused:
            return
        text = self.tr("{done} of {total} lines").format(done=formats.count(done), total=formats.count(total))
        spent = time.monotonic() - self._began
        if done > self._first and spent > 1:
            rate = (done - self._first) / spent
            left = formats.duration((total - done) / rate)
            speed = self.tr("{lines}, {rate} a second, about {left} left")
            text = speed.format(lines=text, rate=formats.number(rate), left=left)
        self.status.setText(text)

    def _on_done(self, report: FileReport) -> None:
        self.bar.setRange(0, max(1, report.total))
        self.bar.setValue(report.done)
        if report.complete:
            text = self.tr("Done: {total} lines in {time}. The translation is in {path}.")
        else:
            text = self.tr("Stopped: {done} of {total} lines are kept in {path}.")
        text = text.format(
            done=formats.count(report.done),
            total=formats.count(report.total),
            time=formats.duration(report.seconds),
            path=report.path,
        )
        if report.encoding:
            note = self.tr("The file is not UTF-8 and was read as {encoding}; save it as UTF-8 if letters look wrong.")
            text += "\n" + note.format(encoding=report.encoding)
        self.folder_button.setVisible(True)
        self._end(text, "done" if report.complete else "warning")

    def _on_error(self, failure: FailureReport) -> None:
        self.bar.setRange(0, 1)
        self.bar.setValue(0)
        kept = lines_kept(self._target)
        text = shown_failure(failure)
        if kept:
            path = partial_path(self._target)
            text += " " + self.tr("{kept} lines are kept in {path}.").format(kept=formats.count(kept), path=path)
        self._end(text, "error")

    def _say(self, text: str, role: str = "") -> None:
        set_role(self.status, role)
        self.status.setText(text)

    def _end(self, text: str, kind: str) -> None:
        self._say(text, {"done": "positive", "error": "error"}.get(kind, ""))
        self.ended.emit(text, kind)

    @Slot()
    def _on_finished(self) -> None:
        self._job = None
        self._on_paths()
        self.idle.emit()

    def _problem(self) -> str:
        """Why these files cannot be used; empty when they can, or while one is missing."""
        source, target = self._from.path, self._to.path
        if source is not None and self._from.problem:
            return self._from.problem
        if source is not None and target is not None and not self._to.problem and _same(source, target):
            return self.tr("The translation needs a file of its own.")
        return self._to.problem

    @Slot()
    def _on_paths(self) -> None:
        problem = "" if self.busy else self._problem()
        show_problem(self.problem, problem)
        ready = bool(self._from.path and self._to.path) and not problem
        self.start_button.setEnabled(ready and not self.busy)
        self.pause_button.setEnabled(self.busy)
        self.cancel_button.setEnabled(self.busy)
        for field in (self._from, self._to):
            field.setEnabled(not self.busy)
        kept = lines_kept(self._to.path) if self._to.path and ready and not self.busy else 0
        self.resume.setVisible(kept > 0)
        self.resume.setText(self.tr("Go on after the {kept} lines of an earlier try").format(kept=formats.count(kept)))

    @Slot()
    def show_folder(self) -> None:
        """Open the folder of the result."""
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._target.parent)))

    def closeEvent(self, event: QCloseEvent) -> None:
        """Closing stops and keeps."""
        self.cancel()
        super().closeEvent(event)


def _same(source: Path, target: Path) -> bool:
    return target.exists() and source.samefile(target)
