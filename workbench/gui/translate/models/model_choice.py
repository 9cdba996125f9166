"""Which model translates: the runs there are, the one chosen, its checkpoints as they come while it trains."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QLocale, QObject, Signal, Slot

from workbench.engine.core.errors import WorkbenchError
from workbench.engine.core.events import CheckpointSaved, Event, RunFinished, RunStarted, Validated
from workbench.engine.runs import run_choices
from workbench.engine.runs.folder import RunFolder
from workbench.engine.search.model_cache import ModelChoice, ModelKey, key_of, resolve
from workbench.gui.state.context import AppContext
from workbench.gui.translate.models.model_bar import BEST, LAST, ModelBar, RunEntry
from workbench.gui.words import formats
from workbench.gui.words.engine_texts import shown_error

_REMEMBERED = "translate/run"


class TranslateModels(QObject):
    """Keeps the model bar and the choice in step with the folders on disk.

    Signals:
        run_changed: ``RunFolder`` that was chosen.
        model_changed: Other weights translate from now on; ``choice`` and ``key`` tell which.
        checkpoints_changed: The list of checkpoints changed, not the model in use.
        emptied: There is no run to translate with.
        failed: A sentence about a run that cannot be opened.
    """

    run_changed = Signal(object)
    model_changed = Signal()
    checkpoints_changed = Signal()
    emptied = Signal()
    failed = Signal(str)

    def __init__(self, context: AppContext, bar: ModelBar, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context, self._bar = context, bar
        self.choice: ModelChoice | None = None
        self.key: ModelKey | None = None
        #: Weights of each checkpoint of the run, by step.
        self.keys: dict[int, ModelKey] = {}
        bar.run_chosen.connect(self.open_run)
        bar.checkpoint_chosen.connect(self.open_checkpoint)
        context.run_selected.connect(self.open_run)
        context.runs_changed.connect(self.refresh)
        context.training_event.connect(self._on_training_event)
        context.device_changed.connect(self._on_device)

    @Slot()
    def refresh(self) -> None:
        """Look for runs again; keep the one in use, else choose one to begin with."""
        found = self._found()
        if self.choice is not None and not _has_checkpoint(self.choice.run):
            self.choice = self.key = None
        if self.choice is None:
            speaks = QLocale().name().partition("_")[0]
            first = run_choices.first_choice(found, self._context.settings.get(_REMEMBERED, ""), speaks)
            if first is not None:
                self.open_run(first.path)
            else:
                self._bar.set_runs([self._entry(r) for r in found], None)
                self.emptied.emit()
            return
        self._show_runs(found)

    def _found(self) -> list[RunFolder]:
        return run_choices.usable_runs(self._context.training_run)

    def _show_runs(self, found: list[RunFolder]) -> None:
        assert self.choice is not None
        if self.choice.run not in [r.path for r in found]:  # opened from somewhere else
            found = [*found, RunFolder(self.choice.run)]
        self._bar.set_runs([self._entry(r) for r in found], self.choice.run)

    def _entry(self, run: RunFolder) -> RunEntry:
        detail = f"{formats.direction(*run_choices.languages(run))}\n{run.path}"
        return RunEntry(run.path, run_choices.title(run), detail, run.path == self._context.training_run)

    @property
    def title(self) -> str:
        """The person's name of the run in use."""
        return run_choices.title(RunFolder(self.choice.run)) if self.choice else ""

    @Slot(object)
    def open_run(self, path: Path, checkpoint: str = BEST) -> None:
        """Translate with a run from now on."""
        try:
            run = RunFolder.open(Path(path))
            run.checkpoint(checkpoint)
        except WorkbenchError as error:
            self.failed.emit(shown_error(error))
            if self.choice is not None:
                self._show_runs(self._found())  # the list names what is used again
            return
        self._context.settings.put(_REMEMBERED, str(run.path))
        self.choice = ModelChoice(run.path, checkpoint, self._context.device("translate"))
        self._show_runs(self._found())
        self._show_checkpoints()
        self.run_changed.emit(run)
        self._take()

    @Slot(str)
    def open_checkpoint(self, checkpoint: str) -> None:
        """Translate with another checkpoint of the run."""
        if self.choice is not None:
            self.choice = replace(self.choice, checkpoint=checkpoint)
            self._take()

    def _take(self) -> None:
        """Find out what the choice stands for now, and tell."""
        self.key = self._resolved()
        self.model_changed.emit()

    def _resolved(self) -> ModelKey | None:
        """Which weights the choice stands for now; ``None`` when they are gone."""
        if self.choice is None:
            return None
        try:
            return resolve(self.choice.run, self.choice.checkpoint)
        except (WorkbenchError, OSError):
            return None

    def _show_checkpoints(self) -> None:
        assert self.choice is not None
        run = RunFolder(self.choice.run)
        found = run.checkpoints()
        steps = [c.step for c in found]
        self.keys = {c.step: key_of(c) for c in found}
        if self.choice.checkpoint not in (BEST, LAST) and int(self.choice.checkpoint) not in steps:
            self.choice = replace(self.choice, checkpoint=BEST)  # thinned out meanwhile
        self._bar.set_checkpoints(steps, run_choices.best_step(run), self.choice.checkpoint)

    @Slot(object)
    def _on_training_event(self, event: Event) -> None:
        """A new checkpoint: a run that had none opens, one in use takes its new best or latest."""
        if isinstance(event, RunStarted | RunFinished):
            self.refresh()
        elif isinstance(event, CheckpointSaved | Validated):
            if self.choice is None or not _has_checkpoint(self.choice.run):
                self.refresh()
            elif self.choice.run == self._context.training_run:
                self._show_checkpoints()
                if self._resolved() != self.key:
                    self._take()
                else:
                    self.checkpoints_changed.emit()

    @Slot(str)
    def _on_device(self, purpose: str) -> None:
        if purpose == "translate" and self.choice is not None:
            self.choice = replace(self.choice, device=self._context.device(purpose))
            self._take()


def _has_checkpoint(run: Path) -> bool:
    return bool(RunFolder(run).checkpoints())
