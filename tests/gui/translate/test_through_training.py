"""A sentence at every checkpoint of a run, also while the run trains."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from translate_steps import Make, settled

from tests.fake_translator import FakeLoader, add_checkpoint, make_run
from workbench.engine.core import paths
from workbench.engine.core.events import CheckpointSaved
from workbench.gui.state.context import AppContext

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


def test_the_slider_scrubs_a_sentence_through_training(run: Path, make: Make, qtbot: QtBot) -> None:
    loader = FakeLoader()
    pane = make(loader)
    pane.set_text("a gardener")
    settled(qtbot, pane, "A RENEDRAG")
    slider = pane.view.models.slider
    assert (slider.minimum(), slider.value(), slider.maximum()) == (0, 1, 2)
    slider.setFocus()
    qtbot.keyClick(slider, Qt.Key.Key_Left)
    settled(qtbot, pane, "A ?")
    assert pane.view.models.checkpoints.currentData() == "100"
    qtbot.keyClick(slider, Qt.Key.Key_Right)
    settled(qtbot, pane, "A RENEDRAG")
    decoded = len([c for t in loader.translators.values() for c in t.calls])
    qtbot.keyClick(slider, Qt.Key.Key_Left)
    settled(qtbot, pane, "A ?")
    assert len([c for t in loader.translators.values() for c in t.calls]) == decoded  # remembered


def test_the_sentence_through_training_fills_and_marks_what_changed(run: Path, make: Make, qtbot: QtBot) -> None:
    pane = make()
    pane.view.panel_button.setChecked(True)
    pane.view.tabs.setCurrentWidget(pane.view.learning)
    pane.set_text("a gardener")
    told = Qt.ItemDataRole.AccessibleTextRole

    def rows() -> list[str]:
        return [pane.view.learning.item(i).data(told) for i in range(pane.view.learning.count())]

    qtbot.waitUntil(lambda: rows() == ["Step 100: A ?", "Step 200: A RENEDRAG", "Step 300: A RENEDRAG"])
    item = pane.view.learning.item(0)
    place = pane.view.learning.visualItemRect(item).center()
    qtbot.mouseClick(pane.view.learning.viewport(), Qt.MouseButton.LeftButton, pos=place)
    settled(qtbot, pane, "A ?")


def test_a_checkpoint_saved_while_it_trains_is_taken(run: Path, make: Make, context: AppContext, qtbot: QtBot) -> None:
    loader = FakeLoader()
    pane = make(loader)
    pane.set_text("extraordinarily long")
    settled(qtbot, pane, "? GNOL")
    context.training_run = run
    add_checkpoint(run, 400)
    (run / "best.json").write_text(json.dumps({"step": 400, "metric": "bleu", "value": 30.0}))
    context.training_event.emit(CheckpointSaved(time=0.0, step=400, folder="step-00000400", best=True))
    settled(qtbot, pane, "YLIRANIDROARTXE GNOL")
    assert pane.view.models.steps == [100, 200, 300, 400]
    pane.view.models.choose_step(100)
    settled(qtbot, pane, "? GNOL")
    add_checkpoint(run, 500)
    context.training_event.emit(CheckpointSaved(time=0.0, step=500, folder="step-00000500"))
    assert pane.view.models.checkpoints.currentData() == "100"  # a chosen step stays


def test_the_first_checkpoint_of_the_first_run_opens_the_pane(make: Make, context: AppContext, qtbot: QtBot) -> None:
    run = make_run(paths.runs_root() / "first", steps=())
    context.training_run = run
    pane = make()
    assert pane.empty.isVisible()
    add_checkpoint(run, 200)
    context.training_event.emit(CheckpointSaved(time=0.0, step=200, folder="step-00000200", best=True))
    qtbot.waitUntil(lambda: pane.view.isVisible() and bool(pane.view.picture.picture.target))
    assert "training now" in pane.view.models.runs.currentText()
