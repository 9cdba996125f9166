"""Which run translates, and with which of its checkpoints: two lists, a slider through training, and a play button."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QSignalBlocker, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QSlider, QToolButton, QWidget

from workbench.gui.layouts import arrange
from workbench.gui.state.context import AppContext
from workbench.gui.theme import Theme, icon, name_control, named, set_role
from workbench.gui.widgets.elided import ElidedBox
from workbench.gui.words import formats

#: Pause on each checkpoint while playing.
_PLAY_MS = 700
BEST, LAST = "best", "last"


@dataclass(frozen=True)
class RunEntry:
    """A run in the list.

    Attributes:
        path: Its folder.
        title: What it is called.
        detail: Languages and size, for the tooltip.
        training: Whether it trains now.
    """

    path: Path
    title: str
    detail: str = ""
    training: bool = False


class ModelBar(QWidget):
    """Signals tell what a person chose; setting things by code tells nobody.

    Signals:
        run_chosen: ``Path`` of a run.
        checkpoint_chosen: "best", "last" or a step as text.

    Attributes:
        steps: Steps of the checkpoints there are.
    """

    run_chosen = Signal(object)
    checkpoint_chosen = Signal(str)

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.steps: list[int] = []
        self._best = -1
        self.runs = named(ElidedBox(), "translateRun")
        self.runs.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.runs.setMinimumContentsLength(12)
        self.runs.activated.connect(self._on_run)
        self.checkpoints = named(ElidedBox(), "translateCheckpoint")
        self.checkpoints.setMinimumContentsLength(12)
        self.checkpoints.activated.connect(self._on_checkpoint)
        self.slider = named(
            QSlider(Qt.Orientation.Horizontal, tickPosition=QSlider.TickPosition.TicksBelow), "checkpointSlider"
        )
        self.slider.setMinimumWidth(90)
        self.slider.setPageStep(1)
        self.slider.valueChanged.connect(self._on_slider)
        self.play_button = named(QToolButton(), "playTraining")
        self.play_button.setCheckable(True)
        self.play_button.toggled.connect(self._on_play)
        self.step_label = named(QLabel(), "stepLabel", "muted")
        self._run_label = set_role(QLabel(self.tr("Model")), "muted")
        self._slider_label = set_role(QLabel(self.tr("Through training")), "muted")
        self._run_label.setBuddy(self.runs)
        self._slider_label.setBuddy(self.slider)
        layout = arrange(QHBoxLayout(self), self._run_label, (self.runs, 3), (self.checkpoints, 2), spacing=8)
        layout.addSpacing(8)
        arrange(layout, self._slider_label, (self.slider, 3), self.step_label, self.play_button, spacing=8)
        self._timer = QTimer(self, interval=_PLAY_MS)
        self._timer.timeout.connect(self._on_tick)
        context.theme_changed.connect(self._on_theme)
        self._name_controls()
        self._on_theme(context.theme)

    def set_runs(self, entries: Sequence[RunEntry], current: Path | None) -> None:
        """Show the runs there are."""
        with QSignalBlocker(self.runs):
            self.runs.clear()
            for entry in entries:
                title = self.tr("{run}  (training now)").format(run=entry.title) if entry.training else entry.title
                self.runs.addItem(title, entry.path)
                self.runs.setItemData(self.runs.count() - 1, entry.detail, Qt.ItemDataRole.ToolTipRole)
            paths = [e.path for e in entries]
            self.runs.setCurrentIndex(paths.index(current) if current in paths else -1)

    def set_checkpoints(self, steps: Sequence[int], best: int, current: str) -> None:
        """Show the checkpoints of the run.

        Args:
            steps: Steps in ascending order.
            best: Step of the best one, -1 when unknown.
            current: "best", "last" or a step as text.
        """
        self.steps, self._best = list(steps), best
        with QSignalBlocker(self.checkpoints):
            self.checkpoints.clear()
            if steps:
                known = self.tr("Best (step {step})").format(step=formats.count(best)) if best >= 0 else self.tr("Best")
                self.checkpoints.addItem(known, BEST)
                self.checkpoints.addItem(self.tr("Latest (step {step})").format(step=formats.count(steps[-1])), LAST)
                self.checkpoints.insertSeparator(2)
            for step in reversed(steps):
                self.checkpoints.addItem(self.tr("Step {step}").format(step=formats.count(step)), str(step))
        self.show_checkpoint(current)
        several = len(steps) > 1
        self.slider.setEnabled(several)
        self.play_button.setEnabled(several)

    def show_checkpoint(self, current: str) -> None:
        """Show which checkpoint is used."""
        with QSignalBlocker(self.checkpoints):
            index = self.checkpoints.findData(current)
            self.checkpoints.setCurrentIndex(max(0, index) if self.steps else -1)
        step = self.step_of(current)
        with QSignalBlocker(self.slider):
            self.slider.setRange(0, max(0, len(self.steps) - 1))
            self.slider.setTickInterval(1)
            if step in self.steps:
                self.slider.setValue(self.steps.index(step))
        self._say(step)

    def step_of(self, checkpoint: str) -> int:
        """The step a name stands for, -1 when there is none."""
        if not self.steps:
            return -1
        if checkpoint == LAST:
            return self.steps[-1]
        if checkpoint == BEST:
            return self._best if self._best in self.steps else self.steps[-1]
        return int(checkpoint) if checkpoint.isdigit() else -1

    def _say(self, step: int) -> None:
        self.step_label.setText("" if step < 0 else formats.count(step))
        widest = formats.count(max(self.steps, default=0))
        self.step_label.setMinimumWidth(self.step_label.fontMetrics().horizontalAdvance(widest) + 4)
        spoken = self.tr("Step {step}").format(step=formats.count(step)) if step >= 0 else ""
        self.slider.setAccessibleDescription(spoken)

    @Slot(int)
    def _on_run(self, index: int) -> None:
        path = self.runs.itemData(index)
        if path is not None:
            self.run_chosen.emit(path)

    @Slot(int)
    def _on_checkpoint(self, index: int) -> None:
        name = self.checkpoints.itemData(index)
        if name is not None:
            self.show_checkpoint(name)
            self.checkpoint_chosen.emit(name)

    @Slot(int)
    def _on_slider(self, place: int) -> None:
        if 0 <= place < len(self.steps):
            self.choose_step(self.steps[place])

    @Slot(int)
    def choose_step(self, step: int) -> None:
        """Use a step as a person does."""
        self.show_checkpoint(str(step))
        self.checkpoint_chosen.emit(str(step))

    @Slot(bool)
    def _on_play(self, on: bool) -> None:
        if on:
            if self.slider.value() >= self.slider.maximum():
                self.slider.setValue(0)
            self._timer.start()
        else:
            self._timer.stop()
        self._on_theme(self._context.theme)

    @Slot()
    def _on_tick(self) -> None:
        if self.slider.value() < self.slider.maximum():
            self.slider.setValue(self.slider.value() + 1)
        if self.slider.value() >= self.slider.maximum():
            self.play_button.setChecked(False)

    @Slot(object)
    def _on_theme(self, theme: Theme) -> None:
        self.play_button.setIcon(icon("mdi6.pause" if self.play_button.isChecked() else "mdi6.play", theme))

    def _name_controls(self) -> None:
        tip = self.tr("The run whose model translates; the one that trains now works too.")
        name_control(self.runs, self.tr("Model"), tip)
        tip = self.tr("Best on the validation set, the latest, or any step that was kept.")
        name_control(self.checkpoints, self.tr("Checkpoint"), tip)
        tip = self.tr("Slide from the first checkpoint to the last and watch the translation and its links sharpen.")
        name_control(self.slider, self.tr("Checkpoint by step"), tip)
        tip = self.tr("Show one checkpoint after the other.")
        name_control(self.play_button, self.tr("Play through training"), tip)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the words out where there is no room for them; names and tooltips stay."""
        super().resizeEvent(event)
        letter = self.fontMetrics().averageCharWidth()
        self._run_label.setVisible(event.size().width() > 70 * letter)
        self._slider_label.setVisible(event.size().width() > 96 * letter)
