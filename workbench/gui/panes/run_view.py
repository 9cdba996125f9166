"""The right half of the train pane: what the run does, its numbers, charts, sample translations and log."""

from __future__ import annotations

import html
import time

import numpy as np
from PySide6.QtCore import QDateTime, QLocale, QSize, Qt, Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QProgressBar,
    QPushButton,
    QSizePolicy,
    QSplitter,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from workbench.engine.events import (
    CheckpointSaved,
    Event,
    RunFinished,
    RunResumed,
    RunStarted,
    StateChanged,
    Validated,
    Warned,
)
from workbench.gui import wording
from workbench.gui.context import AppContext
from workbench.gui.engine_strings import shown, shown_reason
from workbench.gui.run_history import RunHistory
from workbench.gui.theme import icon, set_role
from workbench.gui.views.curve_view import CurveView, Series
from workbench.gui.views.loss_view import LossView
from workbench.gui.widgets.queue_list import QueueList
from workbench.gui.widgets.samples_table import SamplesTable
from workbench.gui.widgets.stat_tile import StatTile

#: Columns of the history that have a small chart each.
_DETAILS = ("learning_rate", "gradient_norm", "teacher_forcing", "tokens_per_second")


class RunView(QWidget):
    """Shows ``context.training``; redraws at most one large and one small chart at each pull.

    Signals:
        translate_requested: The person wants to translate with this run.
    """

    translate_requested = Signal()

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self._training = context, context.training
        self._drawn: dict[str, int] = {}
        self._turn = 0
        self._logged = 0
        self._log_history: RunHistory | None = None
        self._annotated = -1
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 12, 14, 10)
        layout.setSpacing(8)
        layout.addWidget(self._build_header())
        self.splitter = QSplitter(Qt.Orientation.Vertical)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.addWidget(self._build_charts())
        self.splitter.addWidget(self._build_tabs())
        self.splitter.setStretchFactor(0, 3)
        self.splitter.setStretchFactor(1, 2)
        self.splitter.setSizes([380, 240])
        layout.addWidget(self.splitter, 1)
        self._training.ticked.connect(self.tick)
        self._training.run_changed.connect(self._on_run)
        self._training.state_changed.connect(self._on_state)
        self._training.queue_changed.connect(self._on_queue)
        context.theme_changed.connect(self._on_theme)
        self._on_theme()
        self._on_queue()
        self._on_run()

    # --- building -------------------------------------------------------------------------------------------------

    def _build_header(self) -> QFrame:
        card = QFrame()
        set_role(card, "card")
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
        layout = QVBoxLayout(card)
        layout.setContentsMargins(14, 10, 14, 10)
        layout.setSpacing(7)
        layout.addLayout(top)
        layout.addLayout(second)
        layout.addWidget(self.progress)
        layout.addLayout(tiles)
        return card

    def _button(self, name: str, slot: object) -> QPushButton:
        button = QPushButton()
        button.setObjectName(name)
        button.clicked.connect(slot)
        return button

    def _build_charts(self) -> QWidget:
        theme = self._context.theme
        self.loss = LossView(theme)
        self.loss.set_options(self._context.settings.get_json("train/loss", {}))
        self.loss.options_changed.connect(self._remember_options)
        series = [Series("BLEU", 0, True), Series("chrF", 2, True)]
        empty = self.tr("BLEU and chrF appear after the first validation.")
        self.quality = CurveView(theme, self.tr("Quality"), series, empty=empty, floor=10.0)
        self.quality.plot.setObjectName("qualityPlot")
        charts = QSplitter(Qt.Orientation.Horizontal)
        charts.setChildrenCollapsible(False)
        for chart, stretch in ((self.loss, 5), (self.quality, 2)):
            card = QFrame()
            set_role(card, "card")
            inner = QVBoxLayout(card)
            inner.setContentsMargins(12, 8, 6, 8)
            inner.addWidget(chart)
            charts.addWidget(card)
            charts.setStretchFactor(charts.count() - 1, stretch)
        charts.setSizes([560, 240])
        return charts

    def _build_tabs(self) -> QTabWidget:
        theme = self._context.theme
        self.tabs = QTabWidget()
        self.tabs.setObjectName("runTabs")
        self.tabs.setDocumentMode(False)
        self.samples = SamplesTable(self._context)
        self.samples.opened.connect(self._open_sample)
        titles = {
            "learning_rate": self.tr("Learning rate"),
            "gradient_norm": self.tr("Gradient norm"),
            "teacher_forcing": self.tr("Teacher forcing"),
            "tokens_per_second": self.tr("Tokens per second"),
        }
        self.details = {
            name: CurveView(theme, titles[name], [Series(titles[name], color)])
            for color, name in zip((0, 3, 4, 6), _DETAILS, strict=True)
        }
        details = QWidget()
        row = QHBoxLayout(details)
        row.setContentsMargins(10, 8, 6, 6)
        row.setSpacing(10)
        for name, view in self.details.items():
            view.plot.setObjectName(f"plot_{name}")
            row.addWidget(view)
        self.log = QPlainTextEdit()
        self.log.setObjectName("runLog")
        self.log.setReadOnly(True)
        self.log.setTabChangesFocus(True)
        self.log.setMaximumBlockCount(2_000)
        self.log.setFrameShape(QFrame.Shape.NoFrame)
        self.log.setAccessibleName(self.tr("Log of the run"))
        self.queue = QueueList(self._context)
        self.tabs.addTab(self.samples, self.tr("Sample translations"))
        self.tabs.addTab(details, self.tr("More curves"))
        self.tabs.addTab(self.log, self.tr("Log"))
        self.tabs.addTab(self.queue, self.tr("Queue"))
        self.tabs.currentChanged.connect(lambda _index: self.tick())
        self._details_page = details
        return self.tabs

    # --- state ----------------------------------------------------------------------------------------------------

    @Slot()
    def _on_run(self) -> None:
        """Another run is shown."""
        self._drawn = {}
        self._annotated = -1
        self.loss.clear()
        self.quality.clear()
        for view in self.details.values():
            view.clear()
        self.log.clear()
        self._log_history, self._logged = self._training.history, 0
        run = self._training.run_dir
        self.name.setText(run.name if run else "")
        self.name.setToolTip(str(run) if run else "")
        self._on_state()
        self.refresh_all()

    @Slot()
    def _on_state(self) -> None:
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
                text += f" · {wording.count(state.done)} / {wording.count(state.total)}"
        elif history.started is not None:
            started = history.started
            text = self.tr("{device} · {parameters} M parameters · {pairs} training pairs · {precision}").format(
                device=started.device,
                parameters=QLocale().toString(started.parameters / 1e6, "f", 1),
                pairs=wording.count(started.train_pairs),
                precision=started.precision,
            )
        if text != self.detail.text():
            self.detail.setText(text)
            self.detail.setToolTip(text)

    @Slot()
    def _on_queue(self) -> None:
        count = len(self._training.queue)
        self.tabs.setTabText(3, self.tr("Queue ({count})").format(count=count) if count else self.tr("Queue"))

    # --- drawing --------------------------------------------------------------------------------------------------

    @Slot()
    def tick(self) -> None:
        """Events have arrived: numbers now, one large and one small chart; hidden ones wait until they are seen."""
        if not self.isVisible():
            return
        history = self._training.history
        self._show_numbers()
        self._show_detail()
        self._append_log()
        if self.samples.isVisible():
            self.samples.show_history(history)
        # One chart a pull keeps the pull short; they take turns, so that none waits for another for ever.
        charts = ["quality", "loss", *(_DETAILS if self._details_page.isVisible() else ())]
        for offset in range(len(charts)):
            name = charts[(self._turn + offset) % len(charts)]
            if self._stale(name):
                self._turn = (self._turn + offset + 1) % len(charts)
                self._draw(name)
                return

    @Slot()
    def refresh_all(self) -> None:
        """Draw everything that is visible."""
        if not self.isVisible():
            return
        self._drawn = {}
        self._show_numbers()
        self._append_log()
        self.samples.show_history(self._training.history)
        self._draw_loss()
        self._draw_quality()
        for name in _DETAILS:
            self._draw_detail(name)

    def _stale(self, name: str) -> bool:
        history = self._training.history
        version = history.points_version
        if name == "quality":
            version = history.scores_version
        elif name == "loss":
            version += history.scores_version
        if self._drawn.get(name) == version:
            return False
        self._drawn[name] = version
        return True

    def _draw(self, name: str) -> None:
        if name == "loss":
            self._draw_loss()
        elif name == "quality":
            self._draw_quality()
        else:
            self._draw_detail(name)

    def _draw_loss(self) -> None:
        history = self._training.history
        steps = history.column("step").copy()
        self.loss.set_training(steps, history.column("loss").copy(), history.column("epoch").copy())
        best = history.best
        self.loss.set_validation(
            np.array([v.step for v in history.validations], dtype=float),
            np.array([v.loss for v in history.validations], dtype=float),
            best.step if best else 0,
        )
        if self._annotated != history.scores_version:
            self._annotated = history.scores_version
            self.loss.set_annotations([(a.step, a.kind, self._annotation(a.kind)) for a in history.annotations])
        self.loss.refresh()

    def _annotation(self, kind: str) -> str:
        return {
            "resumed": self.tr("resumed"),
            "learning_rate_halved": self.tr("learning rate halved"),
            "out_of_memory": self.tr("batch made smaller"),
            "checkpoint": "",
        }.get(kind, kind.replace("_", " "))

    def _draw_quality(self) -> None:
        validations = self._training.history.validations
        steps = np.array([v.step for v in validations], dtype=float)
        bleu = np.array([v.bleu for v in validations], dtype=float)
        chrf = np.array([v.chrf for v in validations], dtype=float)
        self.quality.set_data([(steps, bleu), (steps, chrf)])

    def _draw_detail(self, name: str) -> None:
        history = self._training.history
        self.details[name].set_data([(history.column("step").copy(), history.column(name).copy())])

    def _show_numbers(self) -> None:
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
            value = wording.duration(left.seconds) if left else "–"
            self.tiles["left"].set_value(value, self._left_remark())
        elapsed = history.finished.elapsed if over and history.finished else last["elapsed"] if last else 0.0
        epochs = self.tr("{epochs} epochs").format(epochs=f"{last['epoch']:.2f}") if last else ""
        self.tiles["elapsed"].set_value(wording.duration(elapsed) if elapsed else "–", epochs)
        speed = wording.count(last["tokens_per_second"]) if last else "–"
        step = self.tr("step {step}").format(step=wording.count(last["step"])) if last else ""
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
            at = self.tr("chrF {chrf}, step {step}").format(chrf=f"{best.chrf:.1f}", step=wording.count(best.step))
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

    # --- log ------------------------------------------------------------------------------------------------------

    def _append_log(self) -> None:
        history = self._training.history
        if history is not self._log_history:
            self.log.clear()
            self._log_history, self._logged = history, 0
        new = history.logged - self._logged
        if not new or not (self.log.isVisible() or self._logged == 0):
            return
        self._logged = history.logged
        lines = [line for line in (self._log_line(e) for e in history.log[-new:]) if line]
        if lines:
            self.log.appendPlainText("\n".join(lines))

    def _log_line(self, event: Event) -> str:
        clock = QLocale().toString(QDateTime.fromSecsSinceEpoch(int(event.time)), "yyyy-MM-dd HH:mm:ss")
        text = self._log_text(event)
        step = self.tr("step {step}").format(step=wording.count(event.step)) if event.step else ""
        return f"{clock}  {step:<12}  {text}" if text else ""

    def _log_text(self, event: Event) -> str:
        if isinstance(event, RunStarted):
            lines = [
                self.tr("Started on {device}: {parameters} parameters, {pairs} training pairs").format(
                    device=event.device,
                    parameters=wording.count(event.parameters),
                    pairs=wording.count(event.train_pairs),
                )
            ]
            return "\n".join(lines + [f"    {k} = {shown_reason(v)}" for k, v in event.explanations.items()])
        if isinstance(event, RunResumed):
            return self.tr("Resumed")
        if isinstance(event, Validated):
            text = self.tr("Validated: loss {loss}, BLEU {bleu}, chrF {chrf}").format(
                loss=f"{event.loss:.3f}", bleu=f"{event.bleu:.1f}", chrf=f"{event.chrf:.1f}"
            )
            return f"{text} ★" if event.best else text
        if isinstance(event, CheckpointSaved):
            return self.tr("Checkpoint saved: {folder}").format(folder=event.folder)
        if isinstance(event, Warned):
            return self.tr("Note: {message}").format(message=shown(event.message))
        if isinstance(event, RunFinished):
            return f"{wording.state_words(event.status)}: {shown(event.reason)}"
        if isinstance(event, StateChanged) and event.state not in ("running", "validating", "saving"):
            return f"{wording.state_words(event.state)} {shown(event.detail)}".strip()
        return ""

    # --- asked for by the person ----------------------------------------------------------------------------------

    @Slot(object)
    def _open_sample(self, source: object) -> None:
        if self._training.run_dir is not None:
            self._context.show_pane.emit("translate")
            self._context.translate_text.emit((self._training.run_dir, str(source)))

    @Slot(object)
    def _remember_options(self, options: object) -> None:
        self._context.settings.put_json("train/loss", options)

    @Slot()
    def _on_theme(self, _theme: object = None) -> None:
        theme = self._context.theme
        self.loss.set_theme(theme)
        self.quality.set_theme(theme)
        for view in self.details.values():
            view.set_theme(theme)
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
        self._on_state()
        self.refresh_all()

    def _label_button(self, button: QPushButton, tip: str) -> None:
        button.setToolTip(tip)
        button.setAccessibleName(html.unescape(button.text()).replace("&", ""))

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what happened while hidden."""
        super().showEvent(event)
        self.refresh_all()

    def sizeHint(self) -> QSize:
        """Most of the window."""
        return QSize(820, 700)
