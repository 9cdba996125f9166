"""What the panes share: settings, theme, zoom, and the signals by which they ask each other for things."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from workbench.engine.core.events import Event
from workbench.gui.state.settings import ZOOM_STEPS, Settings
from workbench.gui.theme import LIGHT, Theme

if TYPE_CHECKING:
    from workbench.gui.state.training_service import TrainingService
    from workbench.gui.workers.job import Job


class AppContext(QObject):
    """Shared state of the window.

    Panes never know each other: one emits, the main window or another pane listens.

    Signals:
        run_selected: ``Path`` of a run to open in the translate pane.
        runs_changed: ``None``; a run appeared, went or changed.
        corpora_changed: ``None``; a corpus appeared, went or changed.
        training_event: ``Event`` of the run that trains now; rare ones only, never ``StepLogged``.
        show_pane: ``"train" | "translate" | "corpora" | "runs"``.
        translate_text: ``(Path | None, str)``: open a sentence in the translate pane, with that run.
        train_with: ``dict`` that prefills the train pane: ``{"corpus": name}``, ``{"config": RunConfig}``.
        watch_run: ``Path`` of a run to follow in the train pane.
        import_run: ``Path`` of a run packed as one file, dropped anywhere; the runs pane unpacks it.
        import_files: ``list[Path]`` dropped or chosen anywhere; the corpora pane opens its preview.
        status_message: ``str`` for the status bar.
        theme_changed: the new ``Theme``.
        zoom_changed: the new text size as a factor.
        language_changed: the new language tag; widgets also get ``QEvent.LanguageChange``.
        device_changed: ``(purpose, device id)`` with purpose ``"train"`` or ``"translate"``.
        continue_run: ``Path`` of a run that was left, to be trained on in the train pane.
        work_changed: ``None``; ``work`` changed.
    """

    run_selected = Signal(object)
    runs_changed = Signal(object)
    corpora_changed = Signal(object)
    training_event = Signal(object)
    show_pane = Signal(object)
    translate_text = Signal(object)
    train_with = Signal(object)
    watch_run = Signal(object)
    import_run = Signal(object)
    import_files = Signal(object)
    status_message = Signal(object)
    theme_changed = Signal(object)
    zoom_changed = Signal(object)
    language_changed = Signal(object)
    device_changed = Signal(object)
    continue_run = Signal(object)
    work_changed = Signal(object)

    def __init__(self, settings: Settings | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.settings = settings or Settings()
        self.theme: Theme = LIGHT
        self.zoom: float = self.settings.zoom
        #: Folder of the run that trains now in this window or is followed by it; ``None`` when there is none.
        self.training_run: Path | None = None
        #: CUDA devices that were found.
        self.gpus = 0
        self._training: TrainingService | None = None
        self._work: dict[Job, str] = {}

    @property
    def training(self) -> TrainingService:
        """The run that trains or is watched in this window, and the queue."""
        if self._training is None:
            from workbench.gui.state.training_service import TrainingService

            self._training = TrainingService(self)
        return self._training

    def open_run(self, path: Path) -> None:
        """Show a run in the translate pane."""
        self.show_pane.emit("translate")
        self.run_selected.emit(path)

    def set_theme(self, theme: Theme) -> None:
        """Tell everybody about a new theme (``theme.apply`` has repainted the standard controls)."""
        self.theme = theme
        self.theme_changed.emit(theme)

    def set_zoom(self, factor: float) -> None:
        """Change the text size everywhere and remember it."""
        self.zoom = min(ZOOM_STEPS[-1], max(ZOOM_STEPS[0], factor))
        self.settings.zoom = self.zoom
        self.zoom_changed.emit(self.zoom)

    def step_zoom(self, direction: int) -> None:
        """One step larger (+1), smaller (-1) or back to normal (0)."""
        if direction == 0:
            self.set_zoom(1.0)
            return
        nearest = min(range(len(ZOOM_STEPS)), key=lambda i: abs(ZOOM_STEPS[i] - self.zoom))
        self.set_zoom(ZOOM_STEPS[min(len(ZOOM_STEPS) - 1, max(0, nearest + direction))])

    def device(self, purpose: str) -> str:
        """Chosen device id for ``"train"`` or ``"translate"``."""
        return self.settings.train_device if purpose == "train" else self.settings.translate_device

    def training_device(self) -> tuple[str, int]:
        """Device of the next training and in how many processes it runs: one for each of several cards."""
        chosen = self.device("train")
        return (chosen, 1) if chosen != "all" else ("auto", max(1, self.gpus))

    def set_device(self, purpose: str, device: str) -> None:
        """Choose a device for ``"train"`` or ``"translate"`` and tell everybody."""
        if purpose == "train":
            self.settings.train_device = device
        else:
            self.settings.translate_device = device
        self.device_changed.emit((purpose, device))

    @property
    def work(self) -> list[str]:
        """What is worked on in the background besides training, in words."""
        return list(self._work.values())

    def tell_work(self, job: Job, words: str) -> None:
        """Mention a job in the status bar until it ends."""

        def over() -> None:
            self._work.pop(job, None)
            self.work_changed.emit(None)

        self._work[job] = words
        job.finished.connect(over)
        self.work_changed.emit(None)

    def publish(self, event: Event) -> None:
        """Hand a rare training event to whoever listens."""
        self.training_event.emit(event)

    def prefill_training(self, values: Mapping[str, Any]) -> None:
        """Show the train pane filled with ``values``."""
        self.show_pane.emit("train")
        self.train_with.emit(dict(values))
