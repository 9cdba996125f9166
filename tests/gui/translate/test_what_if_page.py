"""A weight that is dragged, or changed by slider and keys, gives another translation beside the one before."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest
from access import unnamed_controls
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot
from translate_steps import Make

from tests.engine.tiny_run import SOURCES, make_tiny_run
from workbench.engine.core import paths
from workbench.engine.inspection.what_if import Outcome, WhatIf, moved, with_weight
from workbench.engine.search.model_cache import load_model
from workbench.engine.search.opening import open_translator
from workbench.gui.theme import DARK
from workbench.gui.views.pictures.picture import Spot


@pytest.fixture
def page(workbench_home: Path, make: Make, qtbot: QtBot) -> Any:
    make_tiny_run(paths.runs_root() / "tiny")
    pane = make(load_model)
    page: Any = pane.inspector.pages["whatIf"]
    pane.view.pages.setCurrentWidget(page)
    pane.set_text(SOURCES[0])
    qtbot.waitUntil(lambda: page.weights.picture.weights is not None, timeout=20_000)
    page.pane = pane
    return page


def asked() -> WhatIf:
    """The same by the engine alone."""
    return WhatIf(open_translator(paths.runs_root() / "tiny", device="cpu", threads=1), SOURCES[0])


def telling_cell(engine: WhatIf) -> tuple[Spot, Outcome]:
    """A cell whose weight matters, and what comes of 0.97 there."""
    for step in range(len(engine.hypothesis.pieces)):
        for place in range(len(engine.own(step))):
            outcome = engine.go_on(step, with_weight(engine.own(step), [place], 0.97))
            if outcome.after.text != outcome.before.text:
                return Spot(source=place, target=step), outcome
    raise AssertionError("no weight of this model matters")


def test_a_weight_is_changed_by_slider_and_keys_and_let_go(page: Any, qtbot: QtBot, tmp_path: Path) -> None:
    assert unnamed_controls(page) == []
    view = page.weights
    assert not page.slider.isEnabled()
    assert not page.undo.isEnabled()
    original = view.picture.weights.copy()
    view.setFocus()
    engine = asked()
    cell, outcome = telling_cell(engine)
    row = cell.target or 0
    view.choose(cell)
    assert page.slider.value() == round(100 * original[cell.target, cell.source])
    page.slider.setValue(97)
    qtbot.waitUntil(lambda: page.after.picture.target_text == outcome.after.text, timeout=20_000)
    np.testing.assert_allclose(view.picture.weights[row], outcome.weights, atol=1e-6)
    np.testing.assert_allclose(np.delete(view.picture.weights, row, 0), np.delete(original, row, 0))
    assert view.picture.target_text == engine.hypothesis.text  # the one before stays
    assert "background" in page.after_text.text()
    assert "background" in page.before_text.text()
    assert page.pane.view.target.toPlainText() == engine.hypothesis.text
    for ending in ("svg", "png", "json"):
        page.save_as(tmp_path / f"what-if.{ending}")
        assert (tmp_path / f"what-if.{ending}").stat().st_size > 500
    page.context.set_theme(DARK)
    assert DARK.added in page.after_text.text()
    # By keys: a tenth more or less, none, and away.
    qtbot.keyClick(view, Qt.Key.Key_Minus)
    assert page.slider.value() == 87
    qtbot.keyClick(view, Qt.Key.Key_Delete)
    assert page.slider.value() == 0
    none = engine.go_on(row, with_weight(engine.own(row), [cell.source or 0], 0.0))
    qtbot.waitUntil(lambda: page.after.picture.target_text == none.after.text, timeout=20_000)
    qtbot.keyClick(view, Qt.Key.Key_Return)
    page.undo.click()
    assert not page.undo.isEnabled()
    np.testing.assert_array_equal(view.picture.weights, original)
    assert page.after.picture.target_text == engine.hypothesis.text
    assert "background" not in page.after_text.text()


def test_a_weight_is_dragged_along_its_row(page: Any, qtbot: QtBot) -> None:
    view = page.weights
    strongest = int(view.picture.weights[1].argmax())
    end = 0 if strongest else 5
    start = view.viewport_rect(Spot(source=strongest, target=1)).center().toPoint()
    goal = view.viewport_rect(Spot(source=end, target=1)).center().toPoint()
    qtbot.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=start)
    qtbot.mouseMove(view.viewport(), goal + QPoint(0, 200))  # the row is that of the cell, wherever the mouse is
    view.grab()
    qtbot.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=goal)
    engine = asked()
    outcome = engine.go_on(1, moved(engine.own(1), strongest, end))
    np.testing.assert_allclose(view.picture.weights[1], outcome.weights, atol=1e-6)
    assert view.selected == Spot(source=end, target=1)
    qtbot.waitUntil(lambda: page.after.picture.target_text == outcome.after.text, timeout=20_000)
    page.pane.set_text(SOURCES[1])
    qtbot.waitUntil(lambda: page.weights.picture.source_text == SOURCES[1], timeout=20_000)
    assert not page.undo.isEnabled()


def test_a_model_without_attention_says_so(workbench_home: Path, make: Make, qtbot: QtBot) -> None:
    make_tiny_run(paths.runs_root() / "tiny", attention="none")
    pane = make(load_model)
    page: Any = pane.inspector.pages["whatIf"]
    pane.view.pages.setCurrentWidget(page)
    pane.set_text(SOURCES[0])
    qtbot.waitUntil(lambda: "attention" in page.reading.text(), timeout=20_000)
    assert page.weights.picture.weights is None
