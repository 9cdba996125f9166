"""What can be done to runs: open, repeat, test, rename, annotate, export, import, delete and take back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from workbench.engine.core.errors import WorkbenchError
from workbench.engine.evaluation.test_runs import RunTest, measure
from workbench.engine.evaluation.test_sets import eval_sets, forget_result
from workbench.engine.runs import archive as run_archive
from workbench.engine.runs import folder as runs
from workbench.engine.runs.folder import RunFolder
from workbench.engine.runs.summary import RunSummary
from workbench.gui.runs.evaluate_dialog import EvaluateDialog
from workbench.gui.runs.run_details import Note
from workbench.gui.state.context import AppContext
from workbench.gui.state.run_request import Continuation, TrainingWish
from workbench.gui.state.signals import WantedTranslation
from workbench.gui.widgets.job_progress import JobProgress
from workbench.gui.widgets.notice_bar import NoticeBar
from workbench.gui.widgets.pane_jobs import PaneJobs
from workbench.gui.words import formats
from workbench.gui.words.engine_texts import shown


@dataclass(frozen=True)
class RunTested:
    """A run has a new test result.

    Attributes:
        run: Its folder.
        key: Key of the result.
    """

    run: Path
    key: str


def _look(run: Path, key: str, **options: Any) -> Any:
    """Imports what it needs when it is needed."""
    from workbench.engine.inspection.test_set import look_at_result

    return look_at_result(run, key, **options)


class RunActions(PaneJobs):
    """Does things to runs in the background and tells how it went.

    Args:
        context: Shared state.
        window: Parent of dialogs.
        notice: Where to tell.
        transfer: Progress of exports and imports.
        testing: Progress of tests.

    Signals:
        tested: ``RunTested``.
        imported: ``Path`` of a run that came in or came back.
    """

    tested = Signal(object)
    imported = Signal(object)

    def __init__(
        self, context: AppContext, window: QWidget, notice: NoticeBar, transfer: JobProgress, testing: JobProgress
    ) -> None:
        super().__init__(context, window, notice)
        self._transfer, self._testing = transfer, testing
        #: Replaced in tests.
        self.measure: Callable[..., dict[str, Any]] = measure
        self.look: Callable[..., Any] = _look

    @property
    def testing(self) -> bool:
        """Whether a test runs."""
        return self._testing.busy

    # --- one run --------------------------------------------------------------------------------------------------

    def open(self, run: RunSummary) -> None:
        """Open in the translate pane; a run without a checkpoint is watched in the train pane."""
        if run.checkpoints:
            self._context.open_run(run.path)
        elif run.status != "unreadable":
            self.watch(run)

    def watch(self, run: RunSummary) -> None:
        """Show its curves as they grow."""
        self._context.show_pane.emit("train")
        self._context.watch_run.emit(run.path)

    def repeat(self, run: RunSummary) -> None:
        """Fill the train pane with this run's configuration."""
        config = self.try_now(lambda: RunFolder(run.path).config())
        if config is not None:
            self._context.prefill_training(TrainingWish(config=config))
            text = self.tr("The settings of {name} are filled in. Change what you like, then press Start.")
            self._context.status_message.emit(text.format(name=run.title))

    def resume(self, run: RunSummary, minutes: float = 0.0) -> None:
        """Go on training where the run ended, to its own limits or for some minutes."""
        self._context.show_pane.emit("train")
        self._context.continue_run.emit(Continuation(run.path, minutes))

    def rename(self, run: RunSummary, title: str) -> None:
        """Give it another title."""
        self.try_now(lambda: runs.rename_run(RunFolder(run.path), title))
        self._context.runs_changed.emit(None)

    def annotate(self, note: Note) -> None:
        """Keep the person's note."""
        folder = RunFolder(note.run)
        if folder.path.is_dir():
            self.try_now(lambda: folder.write_notes({**folder.notes(), "text": note.text}))
            self._context.runs_changed.emit(None)

    def open_folder(self, run: RunSummary) -> None:
        """Show the run's files."""
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(run.path))):
            self._notice.say(self.tr("The folder is {path}").format(path=run.path))

    # --- the bin --------------------------------------------------------------------------------------------------

    def delete(self, chosen: Sequence[RunSummary]) -> None:
        """Move runs to the bin; one button takes all of them back."""
        binned, problem = [], ""
        for run in chosen:
            try:
                binned.append(runs.delete_run(RunFolder(run.path)))
            except WorkbenchError as error:
                problem = f"{run.title}: {shown(error.message)}. {shown(error.advice)}".strip()
        self._context.runs_changed.emit(None)
        if binned:
            if len(binned) == 1:
                text = self.tr("{name} was moved to the bin.").format(name=chosen[0].title)
            else:
                text = self.tr("{count} runs were moved to the bin.").format(count=len(binned))
            self._notice.say(
                f"{text} {problem}".strip(),
                "warning" if problem else "done",
                action=self.tr("&Undo"),
                on_action=lambda: self._restore(binned),
                undoes=True,
            )
        elif problem:
            self._notice.say(problem, "error")

    def _restore(self, binned: Sequence[Path]) -> None:
        last = None
        for path in binned:
            last = self.try_now(partial(runs.restore_run, path)) or last
        self._context.runs_changed.emit(None)
        if last is not None:
            self.imported.emit(last.path)

    # --- one file -------------------------------------------------------------------------------------------------

    def export(self, run: RunSummary, *, with_state: bool = False, target: Path | None = None) -> None:
        """Write a run as one file."""
        if target is None:
            folder = Path(self._context.settings.last_folder)
            name = f"{run.path.name}{run_archive.SUFFIX}"
            kinds = self.tr("Runs (*.run.zip)")
            chosen, _ = QFileDialog.getSaveFileName(self._window, self.tr("Export a run"), str(folder / name), kinds)
            if not chosen:
                return
            target = Path(chosen)
            self._context.settings.last_folder = str(target.parent)
        path = target

        def work(progress: Any, check: Any) -> Path:
            run_archive.export_run(RunFolder(run.path), path, with_state=with_state, progress=progress)
            return path

        doing = self.tr("Exporting {name}").format(name=run.title)
        self.run(work, partial(self._exported, with_state=with_state), doing, self._transfer)

    def _exported(self, target: Path, *, with_state: bool) -> None:
        size = formats.size(target.stat().st_size) if target.exists() else ""
        if with_state:
            text = self.tr("Exported to {file} ({size}). It can be trained further, so it holds the training text too.")
        else:
            text = self.tr(
                "Exported to {file} ({size}). It holds the model and its history, but none of the training text."
            )
        self._notice.say(
            text.format(file=target, size=size),
            "done",
            action=self.tr("&Show the file"),
            on_action=lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(target.parent))),
        )

    def import_run(self, archive: Path | None = None) -> None:
        """Take in a run that was exported as one file."""
        if archive is None:
            folder = self._context.settings.last_folder
            kinds = self.tr("Runs (*.zip);;All files (*)")
            chosen, _ = QFileDialog.getOpenFileName(self._window, self.tr("Import a run"), folder, kinds)
            if not chosen:
                return
            archive = Path(chosen)
            self._context.settings.last_folder = str(archive.parent)
        file = archive

        def work(progress: Any, check: Any) -> Path:
            return run_archive.import_run(file, progress=progress).path

        self.run(work, self._imported, self.tr("Importing {name}").format(name=file.name), self._transfer)

    def _imported(self, path: Path) -> None:
        self._context.runs_changed.emit(None)
        self.imported.emit(path)
        self._notice.say(
            self.tr("{name} was imported.").format(name=path.name),
            "done",
            action=self.tr("&Open in Translate"),
            on_action=lambda: self._context.open_run(path),
        )

    # --- tests ----------------------------------------------------------------------------------------------------

    def ask_test(self, run: RunSummary, held_out_title: str) -> None:
        """Look for test sets at hand, then ask which."""

        def work(progress: Any, check: Any) -> Any:
            folder = RunFolder(run.path)
            return eval_sets(folder), [c.step for c in folder.checkpoints()]

        def ask(found: Any) -> None:
            sets, steps = found
            dialog = EvaluateDialog(self._context, run.title, sets, steps, held_out_title, self._window)
            dialog.accepted.connect(lambda: self.test(run, dialog.chosen()))
            dialog.finished.connect(dialog.deleteLater)
            dialog.open()

        self.run(work, ask, self.tr("Looking for test sets"))

    def test(self, run: RunSummary, test: RunTest) -> None:
        """Test in the background."""
        if self.testing:
            return
        function = self.measure

        def work(progress: Any, check: Any) -> dict[str, Any]:
            return function(RunFolder(run.path), test, check=check, progress=progress)

        def done(scores: dict[str, Any]) -> None:
            self._context.runs_changed.emit(None)
            self.tested.emit(RunTested(run.path, test.eval_set.key))
            score = formats.number(scores.get("bleu", {}).get("score"))
            text = self.tr("{name} was tested: BLEU {score}")
            self._context.status_message.emit(text.format(name=run.title, score=score))

        self.run(work, done, self.tr("Testing {name}").format(name=run.title), self._testing)

    def look_closer(self, run: RunSummary, key: str, title: str) -> None:
        """Look at a kept result in the background, then show it in a window of its own."""
        scores = run.tests.get(key)
        if self.testing or not isinstance(scores, dict):
            return
        step, beam = (value if isinstance(value := scores.get(name), int) else 0 for name in ("step", "beam"))
        function, device = self.look, self._context.device("translate")
        options = {"step": step, "beam": max(1, beam), "title": title, "device": device}

        def work(progress: Any, check: Any) -> Any:
            return function(run.path, key, check=check, progress=progress, **options)

        def show(look: Any) -> None:
            from workbench.gui.runs.closer_look import CloserLook

            dialog = CloserLook(self._context, f"{run.title}: {title}", look, self._window)
            dialog.open_requested.connect(lambda text: self.open_sentence(run.path, text))
            dialog.show()

        self.run(work, show, self.tr("Looking closer at {name}").format(name=title), self._testing)

    def open_sentence(self, run: Path, text: str, beside: Path | None = None) -> None:
        """Translate a sentence in the translate pane, and compare it with another run's translation."""
        self._context.show_pane.emit("translate")
        self._context.translate_text.emit(WantedTranslation(run, text, beside))

    def forget(self, run: RunSummary, key: str) -> None:
        """Remove a kept test result."""
        self.try_now(lambda: forget_result(RunFolder(run.path), key))
        self._context.runs_changed.emit(None)
