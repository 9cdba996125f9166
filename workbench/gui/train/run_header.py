"""The top of the run view: what the run does, the buttons that steer it, its progress and its numbers."""

from __future__ import annotations

import time

import numpy as np
from PySide6.QtCore import QDateTime, QLocale, Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QProgressBar, QSizePolicy, QVBoxLayout, QWidget

from workbench.gui.layouts import FlowLayout, arrange
from workbench.gui.state.context import AppContext
from workbench.gui.state.run_request import MORE_MINUTES
from workbench.gui.theme import icon, set_role
from workbench.gui.widgets.controls import described, push_button, text_label
from workbench.gui.widgets.elided import ElidedLabel
from workbench.gui.widgets.stat_tile import StatTile
from workbench.gui.words import formats, wording
from workbench.gui.words.engine_texts import shown
from workbench.gui.words.terms import Term


class RunHeader(QFrame):
    """Reads ``context.training``; the run view says when to look.

    Signals:
        translate_requested: The person wants to translate with this run.
        go_on_requested: The run is to be trained on, for so many minutes more (0: as it says itself).
    """

    translate_requested = Signal()
    go_on_requested = Signal(float)

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self._training = context, context.training
        self._build()
        self.paint()

    # --- building -------------------------------------------------------------------------------------------------

    def _build(self) -> None:
        set_role(self, "card")
        self.name = ElidedLabel("runTitle", "title", Qt.TextElideMode.ElideMiddle, least=11)
        self.state = text_label("badge", name="runState", wrap=False)
        self.state.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.detail = ElidedLabel("runDetail", "muted")
        for label in (self.name, self.detail):
            label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.pause_button = push_button("pauseButton", "", "", self._training.toggle_pause)
        tip = self.tr("Measure BLEU and chrF now (Ctrl+E)")
        text, slot = self.tr("&Evaluate now"), self._training.evaluate_now
        self.evaluate_button = push_button("evaluateButton", text, tip, slot)
        tip = self.tr("End the run and keep what it has learnt (Ctrl+.)")
        text = self.tr("&Stop and keep")
        self.stop_button = push_button("stopButton", text, tip, self._training.stop, role="danger")
        tip = self.tr("Open the newest checkpoint in the translate pane; the training goes on")
        text, asked = self.tr("T&ranslate with it"), self.translate_requested.emit
        self.translate_button = push_button("translateButton", text, tip, asked)
        tip = self.tr("Train this run on from where it ended; a finished one gets as long again as it had")
        text, slot = self.tr("Go &on training"), lambda: self.go_on_requested.emit(0.0)
        self.go_on_button = push_button("goOnButton", text, tip, slot)
        tip = self.tr("Train this run on for ten minutes")
        text, slot = self.tr("10 more minut&es"), lambda: self.go_on_requested.emit(MORE_MINUTES)
        self.more_button = push_button("moreMinutesButton", text, tip, slot)
        self.progress = described(QProgressBar(), "runProgress", accessible=self.tr("Progress of the run"))
        self.progress.setTextVisible(False)
        self.progress.setRange(0, 1000)
        self.progress.setFixedHeight(8)
        self.tiles = self._make_tiles()
        buttons = (
            self.pause_button,
            self.stop_button,
            self.evaluate_button,
            self.go_on_button,
            self.more_button,
            self.translate_button,
        )
        top = FlowLayout(self.name, *buttons)
        second = FlowLayout(self.state, self.detail, spacing=10)
        tiles = FlowLayout(*self.tiles.values(), spacing=12)
        arrange(QVBoxLayout(self), top, second, self.progress, tiles, margins=(14, 10, 14, 10), spacing=7)

    def _make_tiles(self) -> dict[str, StatTile]:
        texts = {
            "left": (self.tr("Time left"), self.tr("Measured over the last minutes; validations counted in")),
            "elapsed": (self.tr("Trained"), self.tr("Time in training, pauses not counted, and epochs done")),
            "loss": (self.tr("Validation loss"), self.tr("On sentences the model does not learn from")),
            "best": (self.tr("Best BLEU"), self.tr("The checkpoint with the best score is used")),
            "since": (
                self.tr("Since the best"),
                self.tr("Epochs, and validations without a new best against the patience"),
            ),
            "speed": (self.tr("Tokens per second"), self.tr("Target tokens learnt from in a second")),
        }
        terms = (Term.TIME, Term.EPOCH, Term.LOSS, Term.SCORES, Term.PATIENCE, Term.SPEED)
        return {key: StatTile(*texts[key], term) for key, term in zip(texts, terms, strict=True)}

    def paint(self) -> None:
        """Icons of the buttons, in the colours of now."""
        theme = self._context.theme
        self.stop_button.setIcon(icon("mdi6.stop", theme, "error"))
        self.evaluate_button.setIcon(icon("mdi6.gauge", theme))
        self.translate_button.setIcon(icon("mdi6.translate", theme))
        self.go_on_button.setIcon(icon("mdi6.play", theme))
        self.more_button.setIcon(icon("mdi6.timer-plus-outline", theme))
        self.show_state()

    # --- state ----------------------------------------------------------------------------------------------------

    def show_run(self) -> None:
        """Another run is shown."""
        run = self._training.run_dir
        self.name.say(run.name if run else "", str(run) if run else "")
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
        can_go_on = training.can_go_on  # reads the run
        for button in (self.go_on_button, self.more_button):
            button.setVisible(can_go_on)
        self.translate_button.setVisible(training.run_dir is not None)
        self.translate_button.setEnabled(bool(history.annotations))
        paused = training.paused
        self.pause_button.setText(self.tr("&Resume") if paused else self.tr("&Pause"))
        self.pause_button.setIcon(icon("mdi6.play" if paused else "mdi6.pause", self._context.theme))
        tip = self.tr("Go on training (Ctrl+P)") if paused else self.tr("Hold the training (Ctrl+P)")
        described(self.pause_button, "pauseButton", tip)
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
        self.detail.say(text)

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
        self.progress.setValue(round(1000 * min(1.0, max(0.0, share))))
        if over:
            completed = history.finished is not None and history.finished.status == "completed"
            self.tiles["left"].set_value("–", self.tr("finished") if completed else "")
        else:
            left = training.remaining()
            value = formats.rough_duration(left.seconds) if left else "–"
            self.tiles["left"].set_value(value, self._left_remark())
        elapsed = history.finished.elapsed if over and history.finished else last["elapsed"] if last else 0.0
        epochs = self.tr("{epochs} epochs").format(epochs=formats.number(last["epoch"], 2)) if last else ""
        self.tiles["elapsed"].set_value(formats.rough_duration(elapsed) if elapsed else "–", epochs)
        speed = formats.count(last["tokens_per_second"]) if last else "–"
        step = self.tr("step {step}").format(step=formats.count(last["step"])) if last else ""
        self.tiles["speed"].set_value(speed, step)
        self._show_scores()

    def _left_remark(self) -> str:
        left = self._training.remaining()
        if left is None:
            return ""
        if self._training.paused:
            return self.tr("paused")
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
            formats.number(newest.loss, 3),
            self.tr("perplexity {value}").format(value=formats.significant(newest.perplexity)),
        )
        if best is not None:
            at = self.tr("chrF {chrf}, step {step}").format(
                chrf=formats.number(best.chrf), step=formats.count(best.step)
            )
            self.tiles["best"].set_value(formats.number(best.bleu), at)
        patience = history.started.patience if history.started else 0
        of = self.tr("{bad} of {patience} validations") if patience else self.tr("{bad} validations")
        self.tiles["since"].set_value(
            self.tr("{epochs} ep.").format(epochs=formats.number(self._epochs_since_best())),
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
