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
    page: Any = pane.inspector.page("whatIf")
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
    outcome = engine.go_on(1, moved(engine.own(1), [strongest], [end]))
    np.testing.assert_allclose(view.picture.weights[1], outcome.weights, atol=1e-6)
    assert view.selected == Spot(source=end, target=1)
    qtbot.waitUntil(lambda: page.after.picture.target_text == outcome.after.text, timeout=20_000)
    page.pane.set_text(SOURCES[1])
    qtbot.waitUntil(lambda: page.weights.picture.source_text == SOURCES[1], timeout=20_000)
    assert not page.undo.isEnabled()


def on_link(view: Any, target: int, source: int) -> QPoint:
    """The middle of a link, in the viewport."""
    above, below = (view.viewport_rect(Spot(**{side: n})) for side, n in (("source", source), ("target", target)))
    return ((above.center() + below.center()) / 2).toPoint()


def without(weights: np.ndarray, given: list[int], taken: list[int]) -> np.ndarray:
    """All of some places goes to others, in proportion."""
    found, total = weights.astype(np.float64), weights[given].sum()
    found[taken] *= 1 + total / weights[taken].sum()
    found[given] = 0
    return found


@pytest.mark.parametrize("words", [False, True])
def test_a_link_is_dragged_in_the_attention_picture(page: Any, qtbot: QtBot, words: bool) -> None:
    pane = page.pane
    pane.view.pages.setCurrentIndex(0)
    panel = pane.view.picture
    panel.words_button.setChecked(words)
    view = panel.alignment
    view.set_threshold(0.0)
    qtbot.waitUntil(lambda: view.picture.weights is not None and bool(view.picture.pieces) == words)
    picture, engine = view.picture, asked()
    target = len(picture.target) // 2
    source = int(picture.weights[target].argmax())
    end = 0 if source else 2
    goal = view.viewport_rect(Spot(source=end)).center().toPoint()
    qtbot.mouseMove(view.viewport(), on_link(view, target, source))
    assert view.viewport().cursor().shape() == Qt.CursorShape.OpenHandCursor
    qtbot.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=on_link(view, target, source))
    held = view.selected
    assert held.target is not None
    qtbot.mouseMove(view.viewport(), QPoint(5, view.viewport().height() // 2))
    view.grab()
    assert not view.hovered  # beside all of them
    qtbot.mouseMove(view.viewport(), goal)
    assert view.hovered == Spot(source=end, target=held.target)
    view.grab()
    qtbot.keyClick(view, Qt.Key.Key_Escape)  # thought better of it
    qtbot.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=goal)
    assert pane.view.pages.currentWidget() is not page
    qtbot.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=on_link(view, target, source))
    qtbot.mouseMove(view.viewport(), goal)
    qtbot.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=goal)
    assert pane.view.pages.currentWidget() is page
    end = end if held.source != end else source

    def pieces(token: Any, of: Any) -> list[int]:
        return [i for i, p in enumerate(of) if token.start <= p.end - 1 < token.end and p.end > p.start]

    step, places = held.target, [[held.source], [end]]
    if words:
        step = pieces(picture.target[held.target], engine.hypothesis.pieces)[0]
        places = [pieces(picture.source[n], engine.translation.source_pieces) for n in (held.source, end)]
        assert len(places[0]) + len(places[1]) > 2
    wanted = without(engine.own(step), *places).astype(np.float32)
    outcome = engine.go_on(step, wanted)
    qtbot.waitUntil(
        lambda: page.undo.isEnabled() and page.after.picture.target_text == outcome.after.text, timeout=20_000
    )
    np.testing.assert_allclose(page.weights.picture.weights[step], wanted, atol=1e-5)
    assert page.weights.selected.target == step
    assert page.slider.isEnabled()


def test_a_weight_taken_up_at_once_is_still_held_when_a_late_answer_would_be_given_up(page: Any, qtbot: QtBot) -> None:
    pane = page.pane
    pane.view.pages.setCurrentIndex(0)
    panel = pane.view.picture
    pane.set_text(SOURCES[1])
    qtbot.waitUntil(lambda: bool(panel.picture.target) and pane.desk.is_fresh(0) and not panel.faded, timeout=20_000)
    panel.alignment.setFocus()
    panel.alignment.choose(Spot(target=0))
    qtbot.keyClick(panel.alignment, Qt.Key.Key_M)
    assert "Enter moves it" in panel.reading.text()
    qtbot.wait(2 * pane._patience.interval())
    assert "Enter moves it" in panel.reading.text()


def test_a_weight_is_moved_by_keys(page: Any, qtbot: QtBot) -> None:
    pane = page.pane
    pane.view.pages.setCurrentIndex(0)
    panel = pane.view.picture
    panel.words_button.setChecked(False)
    qtbot.waitUntil(lambda: panel.picture.weights is not None and not panel.picture.pieces)
    moves: list[tuple[Spot, int]] = []
    panel.weight_moved.connect(lambda cell, end: moves.append((cell, end)))
    strongest = int(panel.picture.weights[1].argmax())
    for view, chosen in ((panel.alignment, Spot(target=1)), (panel.heatmap, Spot(source=strongest, target=1))):
        pane.view.pages.setCurrentIndex(0)
        view.setFocus()
        view.choose(chosen)
        qtbot.keyClick(view, Qt.Key.Key_M)
        assert "Enter moves it" in panel.reading.text()
        qtbot.keyClick(view, Qt.Key.Key_Escape)
        assert "Enter moves it" not in panel.reading.text()
        assert view.selected == chosen
        qtbot.keyClick(view, Qt.Key.Key_M)
        for key in (Qt.Key.Key_Home, Qt.Key.Key_Right, Qt.Key.Key_Right):
            qtbot.keyClick(view, key)
        assert view.hovered == Spot(source=2, target=1)
        view.grab()
        # the mouse rests somewhere, or is clicked with another button: the keys go on
        qtbot.mouseMove(view.viewport(), view.viewport().rect().bottomRight() - QPoint(3, 3))
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.RightButton)
        qtbot.keyClick(view, Qt.Key.Key_Return)
        assert moves.pop() == (Spot(source=strongest, target=1), 2)
        qtbot.waitUntil(page.undo.isEnabled, timeout=20_000)
        np.testing.assert_allclose(
            page.weights.picture.weights[1], without(asked().own(1), [strongest], [2]), atol=1e-5
        )
        page.undo.click()
    panel.alignment.draggable = False
    pane.view.pages.setCurrentIndex(0)
    panel.alignment.setFocus()
    panel.alignment.choose(Spot(target=1))
    qtbot.keyClick(panel.alignment, Qt.Key.Key_M)
    assert not panel.alignment.hovered  # nothing is taken up
    assert moves == []


def test_a_model_without_attention_says_so(workbench_home: Path, make: Make, qtbot: QtBot) -> None:
    make_tiny_run(paths.runs_root() / "tiny", attention="none")
    pane = make(load_model)
    page: Any = pane.inspector.page("whatIf")
    pane.view.pages.setCurrentWidget(page)
    pane.set_text(SOURCES[0])
    qtbot.waitUntil(lambda: "attention" in page.reading.text(), timeout=20_000)
    assert page.weights.picture.weights is None
    assert not pane.view.picture.alignment.draggable
