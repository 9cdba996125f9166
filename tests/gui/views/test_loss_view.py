from __future__ import annotations

import time

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt

from workbench.gui.theme import DARK, LIGHT
from workbench.gui.views.charts.curve_view import CurveView, Series
from workbench.gui.views.charts.loss_view import LossView
from workbench.gui.views.charts.plot import decimate, nice_ceiling
from workbench.gui.views.charts.smoothing import Smoother


@pytest.fixture
def view(qtbot):
    view = LossView(LIGHT)
    qtbot.addWidget(view)
    view.resize(800, 360)
    view.show()
    return view


def curve(n: int = 500):
    steps = np.arange(1, n + 1) * 10.0
    return steps, 2 + 6 * np.exp(-steps / 1000)


def test_smoothing_equals_the_definition_and_is_extended():
    values = np.random.default_rng(1).normal(size=50)
    smoother = Smoother(0.8)
    smoother.extend(values[:20])
    got = smoother.extend(values)
    keep = np.minimum(0.8, 1 - 1 / (1 + np.arange(50) / 8))
    # Value j has its own share, and what every later value left of it.
    shares = [[(1 - keep[j]) * np.prod(keep[j + 1 : i + 1]) for j in range(i + 1)] for i in range(50)]
    assert got == pytest.approx([float(np.dot(s, values[: i + 1])) for i, s in enumerate(shares)])
    assert got[0] == pytest.approx(values[0])  # not pulled to zero


def test_smoothing_of_a_young_run_keeps_close_to_its_points():
    falling = 8 - np.arange(40) * 0.1
    lag = Smoother(0.99).extend(falling) - falling
    assert lag.max() < 0.6  # with a fixed memory it would be 1.9


def test_smoothing_starts_again_after_a_resume_and_skips_bad_values():
    smoother = Smoother(0.5)
    smoother.extend(np.array([1.0, 9.0, 9.0]))
    assert list(smoother.extend(np.array([1.0, np.nan]))) == [1.0, 1.0]


def test_decimation_keeps_peaks_and_the_newest_point():
    x = np.arange(10_000.0)
    y = np.zeros(10_000)
    y[5003], y[7001], y[-1] = 50.0, -50.0, 7.0
    dx, dy = decimate(x, y, 1000)
    assert len(dx) <= 1100
    assert {50.0, -50.0} <= set(dy)
    assert (dx[-1], dy[-1]) == (9999.0, 7.0)
    assert np.all(np.diff(dx) > 0)


@pytest.mark.parametrize(("value", "ceiling"), [(0, 1), (1, 1), (1.1, 1.2), (7, 8), (101, 120), (0.0013, 0.0015)])
def test_nice_ceiling(value: float, ceiling: float):
    assert nice_ceiling(value) == pytest.approx(ceiling)


def test_empty_says_what_will_appear(view: LossView):
    assert "fall" in view.plot.empty_label.text()
    view.set_training(*curve(3))
    view.refresh()
    assert view.plot.empty_label.isHidden()


def test_one_outlier_does_not_flatten_the_curve(view: LossView):
    steps, loss = curve()
    loss[250] = 1000.0
    view.set_training(steps, loss)
    view.smooth_slider.setValue(0)
    view.refresh()
    _, (_low, high) = view.plot.box.viewRange()
    assert high < 1000
    view.outlier_box.setChecked(False)
    assert view.plot.box.viewRange()[1][1] >= 1000


def test_validation_is_always_inside_even_when_it_rises(view: LossView):
    view.set_training(*curve())
    view.set_validation(np.array([1000.0, 5000.0]), np.array([4.0, 12.0]), 1000)
    view.refresh()
    assert view.plot.box.viewRange()[1][1] >= 12
    assert list(view.best.getData()[0]) == [1000.0]


def test_logarithmic_axis_draws_logarithms_and_labels_values(view: LossView):
    view.set_training(*curve())
    view.log_box.setChecked(True)
    _, drawn = view.raw.getData()
    assert drawn[-1] == pytest.approx(np.log10(view._loss[-1]))
    assert view.plot.left.tickStrings([np.log10(2.5)], 1, 1) == ["2.5"]
    ticks = view.plot.left.tickValues(np.log10(2), np.log10(8), 200)[0][1]
    assert len(ticks) >= 3  # less than a decade still has labels


def test_recent_shows_the_last_quarter(view: LossView):
    view.set_training(*curve(1000))
    view.range_box.setCurrentIndex(1)
    view._option_changed()
    (left, right), _ = view.plot.box.viewRange()
    assert left == pytest.approx(7500, rel=0.01)
    assert right >= 10_000


def test_hover_and_arrow_keys_read_the_values(qtbot, view: LossView):
    steps, loss = curve()
    view.set_training(steps, loss, steps / 1000)
    view.refresh()
    view.plot.setFocus()
    qtbot.keyClick(view.plot, Qt.Key.Key_Home)
    text = view.plot.hover_label.text()
    assert f"{loss[0]:.4f}" in text
    qtbot.keyClick(view.plot, Qt.Key.Key_Right)
    assert f"{loss[1]:.4f}" in view.plot.hover_label.text()
    qtbot.keyClick(view.plot, Qt.Key.Key_Escape)
    assert view.plot.hover_label.isHidden()
    qtbot.mouseMove(view.plot.viewport(), QPoint(400, 100))
    qtbot.waitUntil(lambda: view.plot.hover_label.isVisible(), timeout=1000)


def test_training_is_named_for_what_it_is(qtbot, view: LossView):
    steps, loss = curve()
    view.set_training(steps, loss, None, loss + 1)
    view.refresh()
    assert "training" in view.legend.text()
    assert "objective" not in view.legend.text()
    assert "without label smoothing" in view.legend.toolTip()
    assert "dropout is on" in view.legend.toolTip()
    view.plot.setFocus()
    qtbot.keyClick(view.plot, Qt.Key.Key_Home)
    text = view.plot.hover_label.text()
    assert f"training: <b>{loss[0]:.4f}</b>" in text
    assert f"objective: {loss[0] + 1:.4f}" in text
    # a journal of before: only the objective was measured
    view.set_training(steps, loss + 1, None, loss + 1, comparable=False)
    view.refresh()
    assert "training" not in view.legend.text()
    assert "objective" in view.legend.text()
    assert "cannot be compared" in view.legend.toolTip()


def test_a_run_resumed_from_before_the_measure_is_drawn_from_where_it_was_measured(view: LossView):
    steps, loss = curve(40)
    view.set_training(steps, loss + 1, comparable=False)
    view.refresh()
    loss[:20] = np.nan
    view.set_training(steps, loss)
    view.refresh()
    drawn = view.smooth.getData()[1]
    # nothing is left of the other measure's mean
    assert drawn[-1] < loss[20]
    assert view.plot.box.viewRange()[1][1] < 9


def test_options_survive(view: LossView, qtbot):
    view.log_box.setChecked(True)
    view.smooth_slider.setValue(40)
    other = LossView(DARK)
    qtbot.addWidget(other)
    other.set_options(view.options())
    assert other.options() == {"log": True, "outliers": True, "range": "all", "smoothing": 40}


def test_annotations_become_lines_and_checkpoints_marks(view: LossView):
    view.set_training(*curve())
    view.set_annotations([(100, "checkpoint", ""), (200, "resumed", "resumed"), (300, "checkpoint", "")])
    view.refresh()
    assert len(view._lines) == 1
    assert list(view.checkpoints.getData()[0]) == [100.0, 300.0]


def test_a_long_run_draws_quickly(view: LossView, qtbot):
    n = 10_000
    steps = np.arange(1, n + 1) * 10.0
    loss = 2 + np.random.default_rng(0).normal(0, 0.2, n)
    valid = np.arange(500.0, 100_001.0, 500.0)
    view.set_training(steps, loss)
    view.refresh()
    started = time.process_time()
    view.set_training(steps, loss)
    view.set_validation(valid, np.full(200, 2.1), 500)
    view.refresh()
    view.grab()
    assert time.process_time() - started < 0.5
    assert len(view.raw.getData()[0]) < 2000


def test_small_chart_shows_its_newest_value(qtbot):
    view = CurveView(LIGHT, "Quality", [Series("BLEU", 0, True), Series("chrF", 2, True)], empty="nothing yet")
    qtbot.addWidget(view)
    assert view.plot.empty_label.text() == "nothing yet"
    x = np.array([10.0, 20.0])
    view.set_data([(x, np.array([1.0, 12.5])), (x, np.array([20.0, 40.25]))])
    assert "12.5" in view.legend.text()
    assert "40.2" in view.legend.text()
    assert view.plot.box.viewRange()[1][1] >= 40.25
