"""What the panes share: settings, theme, zoom, devices, the training, and what is worked on in the background."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject

from workbench.gui.state.run_request import TrainingWish
from workbench.gui.state.settings import ZOOM_STEPS, Settings
from workbench.gui.state.signals import AppSignals
from workbench.gui.state.training_service import TrainingService
from workbench.gui.theme import LIGHT, Theme
from workbench.gui.workers.job import Job


class AppContext(AppSignals):
    """Shared state of the window.

    Attributes:
        training: The run that trains or is watched in this window, and the queue.
    """

    def __init__(self, settings: Settings | None = None, parent: QObject | None = None) -> None:
        super().__init__(settings, parent)
        self.theme: Theme = LIGHT
        self.zoom: float = self.settings.zoom
        #: CUDA devices that were found.
        self.gpus = 0
        self._work: dict[Job, str] = {}
        self.training = TrainingService(self)

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
        """Chosen device id for ``"train"`` or ``"translate"``: "auto", "cpu", "cuda:N" or "all"."""
        return self.settings.get(f"device/{purpose}", "auto")

    def training_device(self) -> tuple[str, int]:
        """Device of the next training and in how many processes it runs: one for each of several cards."""
        chosen = self.device("train")
        return (chosen, 1) if chosen != "all" else ("auto", max(1, self.gpus))

    def set_device(self, purpose: str, device: str) -> None:
        """Choose a device for ``"train"`` or ``"translate"`` and tell everybody."""
        self.settings.put(f"device/{purpose}", device)
        self.device_changed.emit(purpose)

    @property
    def work(self) -> list[str]:
        """What is worked on in the background besides training, in words."""
        return list(self._work.values())

    def tell_work(self, job: Job, words: str) -> None:
        """Mention a job in the status bar until it ends."""

        def over() -> None:
            self._work.pop(job, None)
            self.work_changed.emit()

        self._work[job] = words
        job.finished.connect(over)
        self.work_changed.emit()

    def prefill_training(self, wish: TrainingWish) -> None:
        """Show the train pane, filled in."""
        self.show_pane.emit("train")
        self.train_with.emit(wish)
