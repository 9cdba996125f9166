"""The top of the run view: what the run does, the buttons that steer it, its progress and its numbers."""

from __future__ import annotations

import html
import time

import numpy as np
from PySide6.QtCore import QDateTime, QLocale, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from workbench.gui.state.context import AppContext
from workbench.gui.theme import icon, set_role
from workbench.gui.widgets.stat_tile import StatTile
from workbench.gui.words import formats, wording
from workbench.gui.words.engine_texts import shown


class RunHeader(QFrame):
    """Reads ``context.training``; the run view says when to look.

    Signals:
        translate_requested: The person wants to translate with this run.
    """

    translate_requested = Signal()

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self._training = context, context.training
        self._build()
        self.paint()

    # --- building -------------------------------------------------------------------------------------------------

    def _build(self) -> None:
        set_role(self, "card")
        self.name = QLabel()
        self.name.setObjectName("runTitle")
        set_role(self.name, "title")
        self.name.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.state = QLabel()
        self.state.setObjectName("runState")
        self.state.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        set_role(self.state, "badge")
        self.pause_button = self._button("pauseButton", self._training.toggle_pause)
        self.evaluate_button = self._button("evaluateButton", self._training.evaluate_now)
        self.stop_button = self._button("stopButton", self._training.stop)
        self.translate_button = self._button("translateButton", self.translate_requested.emit)
        set_role(self.stop_button, "danger")
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self.name, 1)
        for button in (self.translate_button, self.evaluate_button, self.pause_button, self.stop_button):
            top.addWidget(button)
        self.progress = QProgressBar()
        self.progress.setObjectName("runProgress")
        self.progress.setTextVisible(False)
        self.progress.setRange(0, 1000)
        self.progress.setFixedHeight(8)
        self.progress.setAccessibleName(self.tr("Progress of the run"))
        self.detail = QLabel()
        self.detail.setObjectName("runDetail")
        set_role(self.detail, "muted")
        self.detail.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.tiles = {
            "left": StatTile(self.tr("Time left"), self.tr("Measured over the last minutes; validations counted in")),
            "elapsed": StatTile(self.tr("Trained"), self.tr("Time in training, pauses not counted, and epochs done")),
            "loss": StatTile(self.tr("Validation loss"), self.tr("On sentences the model does not learn from")),
            "best": StatTile(self.tr("Best BLEU"), self.tr("The checkpoint with the best score is used")),
            "since": StatTile(
                self.tr("Since the best"), self.tr("Epochs, and validations without a new best against the patience")
            ),
            "speed": StatTile(self.tr("Tokens per second"), self.tr("Target tokens learnt from in a second")),
        }
        second = QHBoxLayout()
        second.setSpacing(10)
        second.addWidget(self.state)
        second.addWidget(self.detail, 1)
        tiles = QHBoxLayout()
        tiles.setSpacing(12)
        for tile in self.tiles.values():
            tiles.addWidget(tile, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 10, 14, 10)
        layout.setSpacing(7)
        layout.addLayout(top)
        layout.addLayout(second)
        layout.addWidget(self.progress)
        layout.addLayout(tiles)

    def _button(self, name: str, slot: object) -> QPushButton:
        button = QPushButton()
        button.setObjectName(name)
        button.clicked.connect(slot)
        return button

    def paint(self) -> None:
        """Texts and icons of the buttons, in the colours of now."""
        theme = self._context.theme
        stop_tip = self.tr("End the run and keep what it has learnt (Ctrl+.)")
        evaluate_tip = self.tr("Measure BLEU and chrF now (Ctrl+E)")
        translate_tip = self.tr("Open the newest checkpoint in the translate pane; the training goes on")
        texts = (
            (self.stop_button, "stop", self.tr("&Stop and keep"), stop_tip),
            (self.evaluate_button, "gauge", self.tr("&Evaluate now"), evaluate_tip),
            (self.translate_button, "translate", self.tr("T&ranslate with it"), translate_tip),
        )
        for button, picture, text, tip in texts:
            button.setText(text)
            color = "error" if picture == "stop" else "text"
            button.setIcon(icon(f"mdi6.{picture}", theme, color))
            self._label_button(button, tip)
        self.show_state()

    def _label_button(self, button: QPushButton, tip: str) -> None:
        button.setToolTip(tip)
        button.setAccessibleName(html.unescape(button.text()).replace("&", ""))

    # --- state ----------------------------------------------------------------------------------------------------

    def show_run(self) -> None:
        """Another run is shown."""
        run = self._training.run_dir
        self.name.setText(run.name if run else "")
        self.name.setToolTip(str(run) if run else "")
        self.show_state()

    @Slot()
    def show_state(self) -> None:
        """What it does now, and the buttons that fit."""
        training = self._training
        history, busy = training.history, training.busy
        self.state.setText(self._state_text())
        stopping = training.stopping
        self.stop_button.setVisible(busy)
        for button in (self.pause_button, self.evaluate_button):
            button.setVisible(training.steerable)
        self.pause_button.setEnabled(busy and not stopping)
        self.stop_button.setEnabled(busy and not stopping)
        self.evaluate_button.setEnabled(busy and not stopping and len(history) > 0)
        self.translate_button.setVisible(training.run_dir is not None)
        self.translate_button.setEnabled(bool(history.annotations))
        paused = training.paused
        self.pause_button.setText(self.tr("&Resume") if paused else self.tr("&Pause"))
        self.pause_button.setIcon(icon("mdi6.play" if paused else "mdi6.pause", self._context.theme))
        self._label_button(
            self.pause_button, self.tr("Go on training (Ctrl+P)") if paused else self.tr("Hold the training (Ctrl+P)")
        )
        self._show_detail()

    def _state_text(self) -> str:
        training, history = self._training, self._training.history
        if training.stopping:
            return wording.state_words("stopping")
        if training.paused:
            return wording.state_words("paused")
        if history.finished is not None and not training.busy:
            return wording.state_words(history.finished.status)
        if history.state is not None and (training.busy or training.mode == "watching"):
            return wording.state_words(history.state.state)
        return wording.state_words("preparing") if training.busy else self.tr("Journal")

    def _show_detail(self) -> None:
        history = self._training.history
        state = history.state
        text = ""
        if history.finished is not None and not self._training.busy:
            text = shown(history.finished.reason)
        elif state is not None and state.state != "running":
            text = shown(state.detail)
            if state.total:
                text += f" · {formats.count(state.done)} / {formats.count(state.total)}"
        elif history.started is not None:
            started = history.started
            text = self.tr("{device} · {parameters} M parameters · {pairs} training pairs · {precision}").format(
                device=shown(started.device),
                parameters=QLocale().toString(started.parameters / 1e6, "f", 1),
                pairs=formats.count(started.train_pairs),
                precision=started.precision,
            )
        if text != self.detail.text():
            self.detail.setText(text)
            self.detail.setToolTip(text)

    # --- numbers --------------------------------------------------------------------------------------------------

    def show_numbers(self) -> None:
        """Progress, times and scores."""
        self._show_detail()
        training, history = self._training, self._training.history
        last = history.last
        over = history.finished is not None and not training.busy
        share = 1.0 if over and history.finished and history.finished.status == "completed" else 0.0
        share = max(share, last["progress"] if last else 0.0)
        state = history.state
        if not last and state is not None and state.total:
            share = state.done / state.total  # preparing; the bar starts again for the training itself
        self.progress.setValue(round(1000 * share))
        if over:
            self.tiles["left"].set_value("–", self.tr("finished"))
        else:
            left = training.remaining()
            value = formats.rough_duration(left.seconds) if left else "–"
            self.tiles["left"].set_value(value, self._left_remark())
        elapsed = history.finished.elapsed if over and history.finished else last["elapsed"] if last else 0.0
        epochs = self.tr("{epochs} epochs").format(epochs=f"{last['epoch']:.2f}") if last else ""
        self.tiles["elapsed"].set_value(formats.rough_duration(elapsed) if elapsed else "–", epochs)
        speed = formats.count(last["tokens_per_second"]) if last else "–"
        step = self.tr("step {step}").format(step=formats.count(last["step"])) if last else ""
        self.tiles["speed"].set_value(speed, step)
        self._show_scores()

    def _left_remark(self) -> str:
        left = self._training.remaining()
        if left is None:
            return ""
        if not left.measured:
            return self.tr("estimate")
        ends = QDateTime.fromSecsSinceEpoch(int(time.time() + left.seconds))
        clock = QLocale().toString(ends.time(), QLocale.FormatType.ShortFormat)
        if left.at_most:
            return self.tr("at most, until {clock}").format(clock=clock)
        return self.tr("until {clock}").format(clock=clock)

    def _show_scores(self) -> None:
        history = self._training.history
        if not history.validations:
            for name in ("loss", "best", "since"):
                self.tiles[name].set_value("–", self.tr("not validated yet") if name == "loss" else "")
            return
        newest, best = history.validations[-1], history.best
        self.tiles["loss"].set_value(
            f"{newest.loss:.3f}", self.tr("perplexity {value}").format(value=f"{newest.perplexity:.4g}")
        )
        if best is not None:
            at = self.tr("chrF {chrf}, step {step}").format(chrf=f"{best.chrf:.1f}", step=formats.count(best.step))
            self.tiles["best"].set_value(f"{best.bleu:.1f}", at)
        patience = history.started.patience if history.started else 0
        of = self.tr("{bad} of {patience} validations") if patience else self.tr("{bad} validations")
        self.tiles["since"].set_value(
            self.tr("{epochs} ep.").format(epochs=f"{self._epochs_since_best():.1f}"),
            of.format(bad=newest.bad, patience=patience),
        )

    def _epochs_since_best(self) -> float:
        history = self._training.history
        best, last = history.best, history.last
        if best is None or last is None:
            return 0.0
        index = int(np.searchsorted(history.column("step"), best.step))
        then = history.column("epoch")[min(index, len(history) - 1)]
        return max(0.0, last["epoch"] - float(then))
