"""Which curve of the chosen runs to compare, over what, and the chart."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QStackedWidget, QVBoxLayout, QWidget

from workbench.engine.runs.summary import RunCurves
from workbench.gui.layouts import FlowLayout, arrange
from workbench.gui.state.context import AppContext
from workbench.gui.theme import Theme, icon
from workbench.gui.views.charts.chart_export import CHART_KINDS, save_chart
from workbench.gui.views.charts.compare_view import CompareView, Curve, smoothed
from workbench.gui.widgets.controls import described, push_button, text_label
from workbench.gui.widgets.save_dialog import ask_where_to_save

#: More lines than this cannot be told apart.
MOST_RUNS = 8
_SMOOTHING = 0.9


class ComparePanel(QWidget):
    """Curves of up to eight runs.

    Signals:
        sentences_requested: The person wants to see the tested sentences of two runs.
    """

    sentences_requested = Signal()

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._runs: list[tuple[Path, str, RunCurves]] = []
        settings = context.settings
        tip = self.tr(
            "BLEU and chrF: higher is better. Loss: lower is better. It is plain cross-entropy; of runs that did"
            " not measure it in training, the training loss is the objective with label smoothing"
        )
        self.measure = described(QComboBox(), "compareMetric", tip, self.tr("What to compare"))
        tip = self.tr("Minutes are fairer where the models differ in size")
        self.axis = described(QComboBox(), "compareAxis", tip, self.tr("Over what"))
        axes = {"steps": self.tr("steps"), "minutes": self.tr("minutes of training")}
        for combo, texts, chosen in (
            (self.measure, self._metrics(), settings.get("runs/metric", "bleu")),
            (self.axis, axes, settings.get("runs/axis", "steps")),
        ):
            for key, text in texts.items():
                combo.addItem(text, key)
            combo.setCurrentIndex(max(0, combo.findData(chosen)))
        tip = self.tr("Shows small differences late in training")
        self.log = described(QCheckBox(self.tr("Logarithmic")), "compareLog", tip, self.tr("Logarithmic axis"))
        tip = self.tr("Average over about the last ten points")
        accessible = self.tr("Smooth the training loss")
        self.smooth = described(QCheckBox(self.tr("Smoothed")), "compareSmooth", tip, accessible)
        self.smooth.setChecked(True)
        tip = self.tr("Save the curves as SVG, PDF or PNG, or their numbers as CSV or JSON")
        self.save_button = push_button("compareSave", self.tr("Save the chart…"), tip, self._on_save, role="quiet")
        tip = self.tr("Tested sentences of the two runs, the score of each, and whether the difference may be luck")
        text, slot = self.tr("&Sentence by sentence"), self.sentences_requested.emit
        self.sentences_button = push_button("compareSentences", text, tip, slot)
        self.view = CompareView(context.theme)
        self.message = text_label("muted")
        self.message.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.message)
        self.stack.addWidget(self.view)
        self._lay_out()
        for combo in (self.measure, self.axis):
            combo.currentIndexChanged.connect(self._on_changed)
        for box in (self.log, self.smooth):
            box.toggled.connect(self._draw)
        context.theme_changed.connect(self._on_theme)
        self._on_theme(context.theme)
        self.show_runs([])

    def _metrics(self) -> dict[str, str]:
        return {
            "bleu": self.tr("BLEU on the validation pairs"),
            "chrf": self.tr("chrF on the validation pairs"),
            "valid_loss": self.tr("Loss on the validation pairs"),
            "loss": self.tr("Loss on the training pairs"),
        }

    def _lay_out(self) -> None:
        choices = (self.measure, QLabel(self.tr("over")), self.axis, self.log, self.smooth)
        controls = FlowLayout(*choices, self.sentences_button, self.save_button)
        arrange(QVBoxLayout(self), controls, (self.stack, 1), margins=(12, 10, 12, 8))

    def show_runs(self, runs: Sequence[tuple[Path, str, RunCurves]]) -> None:
        """Draw these runs: path, title and curves, in the order of their colours."""
        self._runs = list(runs)[:MOST_RUNS]
        self.sentences_button.setVisible(len(self._runs) == 2)
        self._draw()

    def _curve(self, title: str, curves: RunCurves, metric: str, axis: str) -> Curve:
        if metric == "loss":
            x = curves.steps if axis == "steps" else curves.minutes
            y: NDArray[np.float64] = smoothed(curves.loss, _SMOOTHING if self.smooth.isChecked() else 0.0)
            return Curve(title, x, y, self._best(x, y, lowest=True))
        x = curves.valid_steps if axis == "steps" else curves.valid_minutes
        y = getattr(curves, metric)
        return Curve(title, x, y, self._best(x, y, lowest=metric == "valid_loss"), marked=True)

    @staticmethod
    def _best(x: NDArray[np.float64], y: NDArray[np.float64], lowest: bool) -> tuple[float, float] | None:
        finite = np.flatnonzero(np.isfinite(y))
        if not len(finite):
            return None
        best = finite[np.argmin(y[finite]) if lowest else np.argmax(y[finite])]
        return float(x[best]), float(y[best])

    @Slot()
    def _draw(self) -> None:
        metric, axis = str(self.measure.currentData()), str(self.axis.currentData())
        is_loss = metric in ("loss", "valid_loss")
        self.log.setEnabled(is_loss)
        self.smooth.setEnabled(metric == "loss")
        curves = [self._curve(title, c, metric, axis) for _, title, c in self._runs]
        drawn = any(len(c.x) for c in curves)
        self.stack.setCurrentWidget(self.view if drawn else self.message)
        self.save_button.setEnabled(drawn)
        if not self._runs:
            self.message.setText(
                self.tr("Select one run to see its curve, or several with Ctrl or Shift to compare them here.")
            )
        elif not drawn:
            self.message.setText(self.tr("Nothing was measured yet. Scores appear with the first validation."))
        log = is_loss and self.log.isChecked()
        self.view.show_curves(
            curves, self.axis.currentText(), self.measure.currentText(), log=log, digits=3 if is_loss else 1
        )

    @Slot()
    def _on_changed(self) -> None:
        self._context.settings.put("runs/metric", str(self.measure.currentData()))
        self._context.settings.put("runs/axis", str(self.axis.currentData()))
        self._draw()

    @Slot()
    def _on_save(self) -> None:
        title = self.tr("Save the chart")
        path = ask_where_to_save(self, self._context.settings, "runs/folder", title, "curves", CHART_KINDS)
        if path is None:
            return
        try:
            save_chart(self.view, path)
        except (OSError, ValueError) as error:
            self._context.status_message.emit(self.tr("This could not be saved: {error}").format(error=error))
        else:
            self._context.status_message.emit(self.tr("Saved as {path}.").format(path=path))

    @Slot(object)
    def _on_theme(self, theme: Theme) -> None:
        self.view.set_theme(theme)
        self.save_button.setIcon(icon("mdi6.download-outline", theme))
        self.sentences_button.setIcon(icon("mdi6.scale-balance", theme))
