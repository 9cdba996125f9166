"""The loss chart, made for decisions: training and validation cross-entropy on one axis, the best point marked."""

from __future__ import annotations

import html
import math
from collections.abc import Sequence

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QSlider,
    QVBoxLayout,
    QWidget,
)

from workbench.gui.layouts import Fitted, FlowLayout, arrange
from workbench.gui.theme import Theme, name_button, name_control, named, set_role
from workbench.gui.views.charts.legend import Legend, titled
from workbench.gui.views.charts.plot import Floats, Plot, decimate, nice_ceiling, pen, thin
from workbench.gui.views.charts.smoothing import Smoother
from workbench.gui.words import formats

_EMPTY: Floats = np.empty(0)
#: Labelled lines at most; the newest win, or they would hide the curves.
_LABELS = 12
#: Validations are marked with dots up to so many; more would hide their line.
_DOTS = 60
#: The share of the run that "recent" shows, and how many points at least.
_RECENT_SHARE, _RECENT_POINTS = 0.25, 50


class LossView(Fitted):
    """Loss over steps, with the controls that change how it is shown.

    Args:
        theme: Colours.
        parent: Parent widget.
        mark: Stands behind the title.

    Signals:
        options_changed: The controls were used; ``options`` are to be remembered.
    """

    options_changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None, *, mark: QWidget | None = None) -> None:
        super().__init__(parent)
        self._steps = self._loss = self._epochs = self._objective = _EMPTY
        self._comparable = True
        self._valid_steps = self._valid_loss = _EMPTY
        self._best_step = 0
        self._annotations: list[tuple[int, str, str]] = []
        self._smoother = Smoother(0.9)
        self.redraws = 0
        self._build_controls()
        self._build_plot(theme)
        header = FlowLayout(titled(self.title, mark), self.legend, margins=(0, 0, 4, 0), spacing=12)
        smoothing = QWidget()
        arrange(QHBoxLayout(smoothing), self.smooth_label, self.smooth_slider, spacing=8)
        smoothing.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        switches = (self.range_box, self.log_box, self.outlier_box, smoothing, self.fit_button)
        controls = FlowLayout(*switches, margins=(0, 0, 4, 0))
        arrange(QVBoxLayout(self), header, (self.plot, 1), controls, spacing=4)
        self._name_controls()
        self.set_theme(theme)
        self.refresh()

    def _build_controls(self) -> None:
        self.title = set_role(QLabel(self.tr("Loss")), "heading")
        self.legend = Legend()
        self.log_box = named(QCheckBox(), "lossLog")
        self.outlier_box = named(QCheckBox(), "lossOutliers")
        self.outlier_box.setChecked(True)
        self.range_box = named(QComboBox(), "lossRange")
        self.range_box.addItem(self.tr("Whole run"), "all")
        self.range_box.addItem(self.tr("Recent"), "recent")
        self.smooth_label = QLabel(self.tr("&Smoothing"))
        self.smooth_slider = named(QSlider(Qt.Orientation.Horizontal), "lossSmoothing")
        self.smooth_slider.setRange(0, 99)
        self.smooth_slider.setValue(90)
        self.smooth_slider.setFixedWidth(90)
        self.smooth_label.setBuddy(self.smooth_slider)
        self.fit_button = named(QPushButton(), "lossFit", "quiet")
        self.fit_button.hide()
        self.log_box.toggled.connect(self._option_changed)
        self.outlier_box.toggled.connect(self._option_changed)
        self.range_box.activated.connect(self._option_changed)
        self.smooth_slider.valueChanged.connect(self._smoothing_changed)
        self.fit_button.clicked.connect(self._fit)

    def _build_plot(self, theme: Theme) -> None:
        self.plot = named(Plot(theme), "lossPlot")
        self.plot.set_read_out(self._read_out, lambda: self._steps if len(self._steps) else self._valid_steps)
        self.plot.zoomed.connect(self._on_zoomed)
        self.raw = pg.PlotCurveItem()
        self.smooth = pg.PlotCurveItem()
        self.valid = pg.PlotCurveItem()
        self.valid_dots = pg.ScatterPlotItem(size=6, pxMode=True)
        self.best = pg.ScatterPlotItem(size=15, pxMode=True, symbol="star")
        self.checkpoints = pg.ScatterPlotItem(size=7, pxMode=True, symbol="t1")
        for order, item in enumerate(
            (self.raw, self.smooth, self.valid, self.valid_dots, self.checkpoints, self.best), start=1
        ):
            item.setZValue(order)
            self.plot.addItem(item, ignoreBounds=True)
        for curve in (self.raw, self.smooth, self.valid):
            curve.setSegmentedLineMode("on")  # many times faster than a path for long curves
        self._lines: list[pg.InfiniteLine] = []

    # --- data -----------------------------------------------------------------------------------------------------

    def set_training(
        self,
        steps: Floats,
        loss: Floats,
        epochs: Floats | None = None,
        objective: Floats | None = None,
        comparable: bool = True,
    ) -> None:
        """Training points ``[n]``; call ``refresh`` afterwards.

        Args:
            steps: Optimizer steps.
            loss: What is drawn.
            epochs: Epochs done, to be read beside it.
            objective: What training makes small, to be read beside it.
            comparable: Whether ``loss`` is plain cross-entropy, as that of the validations is, not the objective.
        """
        if comparable != self._comparable:
            self._comparable = comparable
            self._smoother = Smoother(self._smoother.weight)  # what it remembers is of another measure
        self._steps, self._loss = steps, loss
        self._epochs = epochs if epochs is not None else _EMPTY
        self._objective = objective if objective is not None else _EMPTY

    def set_validation(self, steps: Floats, loss: Floats, best_step: int) -> None:
        """Validation points ``[m]`` and the step of the best one (0: none); call ``refresh`` afterwards."""
        self._valid_steps, self._valid_loss, self._best_step = steps, loss, best_step

    def set_annotations(self, annotations: Sequence[tuple[int, str, str]]) -> None:
        """``(step, kind, text)``: "checkpoint" becomes a mark at the bottom, everything else a labelled line."""
        self._annotations = list(annotations)
        for line in self._lines:
            self.plot.removeItem(line)
        self._lines = []
        notes = [a for a in self._annotations if a[1] != "checkpoint"]
        for position, (step, _kind, text) in enumerate(notes[-_LABELS:]):
            line = pg.InfiniteLine(
                pos=step,
                angle=90,
                label=text,
                labelOpts={"position": 0.96 - 0.08 * (position % 4), "anchors": [(0, 0.5), (1, 0.5)]},
            )
            self.plot.addItem(line, ignoreBounds=True)
            self._lines.append(line)
        self._color_lines()

    def clear(self) -> None:
        """No run."""
        self._smoother = Smoother(self._smoother.weight)
        self.set_training(_EMPTY, _EMPTY)
        self.set_validation(_EMPTY, _EMPTY, 0)
        self.set_annotations([])
        self.refresh()

    # --- options --------------------------------------------------------------------------------------------------

    def options(self) -> dict[str, object]:
        """How the chart is shown."""
        return {
            "log": self.log_box.isChecked(),
            "outliers": self.outlier_box.isChecked(),
            "range": self.range_box.currentData(),
            "smoothing": self.smooth_slider.value(),
        }

    def set_options(self, options: dict[str, object]) -> None:
        """Show the chart as it was shown before."""
        self.log_box.setChecked(bool(options.get("log", False)))
        self.outlier_box.setChecked(bool(options.get("outliers", True)))
        self.range_box.setCurrentIndex(max(0, self.range_box.findData(options.get("range", "all"))))
        smoothing = options.get("smoothing", 90)
        self.smooth_slider.setValue(smoothing if isinstance(smoothing, int) and 0 <= smoothing <= 100 else 90)
        self.refresh()

    @Slot()
    def _option_changed(self) -> None:
        self.plot.fit()
        self.refresh()
        self.options_changed.emit()

    @Slot(int)
    def _smoothing_changed(self, value: int) -> None:
        self._smoother = Smoother(value / 100)
        self.smooth_slider.setAccessibleDescription(f"{value} %")
        self._option_changed()

    @Slot()
    def _fit(self) -> None:
        self.plot.fit()
        self.refresh()

    @Slot(bool)
    def _on_zoomed(self, zoomed: bool) -> None:
        self.fit_button.setVisible(zoomed)
        if not zoomed:
            self.refresh()

    # --- drawing --------------------------------------------------------------------------------------------------

    @property
    def logarithmic(self) -> bool:
        """Whether the loss axis is logarithmic."""
        return self.log_box.isChecked()

    def _shown(self, values: Floats) -> Floats:
        if not self.logarithmic:
            return values
        with np.errstate(divide="ignore", invalid="ignore"):
            return np.log10(values)

    def refresh(self) -> None:
        """Draw everything anew: one ``setData`` a curve."""
        smooth, first = self._smoothed(), self._first_shown()
        self.raw.setData(*decimate(self._steps[first:], self._shown(self._loss[first:])), connect="finite")
        self.smooth.setData(*thin(self._steps[first:], self._shown(smooth[first:])), connect="finite")
        valid = self._shown(self._valid_loss)
        self.valid.setData(self._valid_steps, valid, connect="finite")
        few = slice(None if len(valid) <= _DOTS else len(valid), None)
        self.valid_dots.setData(self._valid_steps[few], valid[few])
        best = self._valid_steps == self._best_step
        self.best.setData(self._valid_steps[best][-1:], valid[best][-1:])
        self.plot.left.set_logarithmic(self.logarithmic)
        self._fit_ranges(first, smooth)
        self._mark_checkpoints()
        text = self.tr("The loss will appear here. It should fall: the lower, the better.")
        self.plot.say_empty("" if len(self._steps) or len(self._valid_steps) else text)
        self._label(smooth)
        self.redraws += 1

    def _smoothed(self) -> Floats:
        return self._smoother.extend(self._loss) if self._smoother.weight else self._loss

    def _first_shown(self) -> int:
        if self.range_box.currentData() != "recent" or not len(self._steps):
            return 0
        wanted = self._steps[-1] * (1 - _RECENT_SHARE)
        return max(0, min(int(np.searchsorted(self._steps, wanted)), len(self._steps) - _RECENT_POINTS))

    def _fit_ranges(self, first: int, smooth: Floats) -> None:
        left = float(self._steps[first]) if first else 0.0
        last = max((float(s[-1]) for s in (self._steps, self._valid_steps) if len(s)), default=0.0)
        right = nice_ceiling(max(1.0, last)) if not first else last + 0.03 * (last - left)
        visible = self._valid_loss[self._valid_steps >= left]
        raw = self._loss[first:]
        if self.outlier_box.isChecked() and len(raw) > 20:
            # Validations and the newest value are always inside; rare peaks of the raw curve need not be.
            finite = raw[np.isfinite(raw)]
            inside = np.quantile(finite, [0.005, 0.985]) if len(finite) else _EMPTY
            values = np.concatenate([inside, smooth[-1:], visible])
        else:
            values = np.concatenate([raw, visible])
        values = self._shown(values[np.isfinite(values)])
        values = values[np.isfinite(values)]
        low, high = (float(values.min()), float(values.max())) if len(values) else (0.0, 1.0)
        space = max(0.05 * (high - low), 0.02 if not self.logarithmic else 0.005)
        step = 10.0 ** math.floor(math.log10(high - low + 2 * space)) / 5
        # Rounded outwards, so that the axis moves now and then and not at every point.
        bottom = math.floor((low - space) / step) * step
        bottom = bottom if self.logarithmic else max(0.0, bottom)
        self.plot.set_ranges((left, right), (bottom, math.ceil((high + space) / step) * step))

    def _mark_checkpoints(self) -> None:
        steps = np.array([a[0] for a in self._annotations if a[1] == "checkpoint"], dtype=float)
        bottom = self.plot.box.viewRange()[1][0]
        self.checkpoints.setData(steps, np.full(len(steps), bottom))

    def set_theme(self, theme: Theme) -> None:
        """Repaint."""
        self._theme = theme
        self.plot.set_theme(theme)
        self.raw.setPen(pen(theme.raw_curve, 1))
        self.smooth.setPen(pen(theme.curve(0), 2))
        self.valid.setPen(pen(theme.curve(1), 2))
        self.valid_dots.setBrush(theme.color(theme.curve(1)))
        self.valid_dots.setPen(None)
        self.best.setBrush(theme.color("positive"))
        self.best.setPen(pen(theme.surface, 1))
        self.checkpoints.setBrush(theme.color("muted"))
        self.checkpoints.setPen(None)
        self._color_lines()
        self._label(self._smoothed())

    def _color_lines(self) -> None:
        for line in self._lines:
            line.setPen(pen(self._theme.warning, 1, Qt.PenStyle.DashLine))
            line.label.setColor(self._theme.color("warning"))
            line.label.fill = pg.mkBrush(self._theme.color("surface", 0.85))

    def _label(self, smooth: Floats) -> None:
        theme = self._theme
        rows = (
            (theme.raw_curve, self._training_name, self._loss),
            (theme.curve(0), self.tr("smoothed"), smooth),
            (theme.curve(1), self.tr("validation"), self._valid_loss),
        )
        parts = [f"<span style='color:{color}'>▬</span> {name} <b>{_last(values)}</b>" for color, name, values in rows]
        if self._best_step:
            name, best = self.tr("best"), _last(self._valid_loss[self._valid_steps == self._best_step])
            parts.append(f"<span style='color:{theme.positive}'>★</span> {name} <b>{best}</b>")
        self._explain()
        self.legend.write(parts)

    def _read_out(self, at: float) -> tuple[float, str] | None:
        stops = self._steps if len(self._steps) else self._valid_steps
        if not len(stops):
            return None
        index = int(np.abs(stops - at).argmin())
        nearest = float(stops[index])
        # Apart from the sentences below: lupdate does not look into f-strings.
        step_word, epoch, perplexity_word = self.tr("step"), self.tr("epoch"), self.tr("perplexity")
        smoothed, validation, objective = self.tr("smoothed"), self.tr("validation"), self.tr("objective")
        lines = [f"<b>{step_word} {formats.count(nearest)}</b>"]
        if len(self._epochs) == len(stops):
            lines[0] += f" · {epoch} {formats.number(self._epochs[index], 2)}"
        if len(self._loss):
            exact, mean = _number(self._loss[index]), _number(self._smoothed()[index])
            lines.append(f"{self._training_name}: <b>{exact}</b> · {smoothed}: {mean}")
            if len(self._objective) == len(stops):
                lines.append(f"{objective}: {_number(self._objective[index])}")
        if len(self._valid_loss):
            near = int(np.abs(self._valid_steps - nearest).argmin())
            value, step = float(self._valid_loss[near]), int(self._valid_steps[near])
            perplexity = math.exp(min(value, 50.0))
            where = f"{validation} ({formats.count(step)})"
            figures = f"<b>{formats.number(value, 4)}</b> · {perplexity_word} {formats.significant(perplexity)}"
            lines.append(f"{where}: {figures}")
        near_notes = [a for a in self._annotations if abs(a[0] - nearest) <= 0.01 * max(stops[-1], 1)]
        lines += [html.escape(text or kind) for _, kind, text in near_notes[-3:]]
        return nearest, "<br>".join(lines)

    @property
    def _training_name(self) -> str:
        """What the training curve is called; the objective is never named as if it could be compared."""
        return self.tr("training") if self._comparable else self.tr("objective")

    def _explain(self) -> None:
        """Say in the legend's tool tip what the curves are."""
        if self._comparable:
            text = self.tr(
                "Training: cross-entropy per piece of the batches, without label smoothing and R-Drop, so that it can"
                " be compared with validation. The model's dropout is on, which raises it a little."
            )
        else:
            text = self.tr(
                "Objective: what training makes small, with label smoothing and R-Drop. This run did not measure the"
                " plain cross-entropy, so the two curves cannot be compared."
            )
        text += " " + self.tr("Validation: cross-entropy per piece on sentences the model does not learn from.")
        for label in (self.legend, self.title):
            label.setToolTip(text)
        self.plot.setAccessibleDescription(text)

    def _name_controls(self) -> None:
        name_control(self.plot, self.tr("Loss chart; arrow keys read the values"))
        tip = self.tr("Logarithmic loss axis: late progress becomes visible")
        name_button(self.log_box, self.tr("&Logarithmic"), tip)
        tip = self.tr("Scale the axis so that rare peaks do not flatten the curve")
        name_button(self.outlier_box, self.tr("&Ignore outliers"), tip)
        name_button(self.fit_button, self.tr("&Fit"), self.tr("Show everything again (double click)"))
        tip = self.tr("Show the whole run, or only its last quarter")
        name_control(self.range_box, self.tr("Part of the run that is shown"), tip)
        tip = self.tr("How strongly the bold training curve is smoothed; the raw one always stays under it")
        name_control(self.smooth_slider, self.tr("Smoothing of the training curve"), tip)


def _number(value: float) -> str:
    return formats.number(value, 4)


def _last(values: Floats) -> str:
    return formats.number(values[-1] if len(values) else None, 3)
