"""The real window with the real engine, by clicks and keys alone: train, watch, translate, close."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hand import Hand, calm, in_dialog, start_short, write_tmx
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFileDialog,
    QMessageBox,
    QPushButton,
    QSlider,
)

from workbench.engine.device.devices import DeviceInfo
from workbench.engine.runs.folder import RunFolder
from workbench.gui.state.context import AppContext
from workbench.gui.views.pictures.picture import Spot


def test_from_the_start_to_a_running_training_on_a_tmx_file_in_five_clicks(
    qtbot: Any,
    hand: Hand,
    open_window: Any,
    context: AppContext,
    preset: None,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    context.settings.put("train/preset", "short")  # no click: some preset is always chosen, this one is quick
    person = tmp_path / "person"
    person.mkdir()
    write_tmx(person / "memory.tmx")
    monkeypatch.setenv("HOME", str(person))
    monkeypatch.setenv("USERPROFILE", str(person))
    window = open_window()
    pane: Any = window.panes["train"]
    selected: list[bool] = []

    def choose(dialog: QFileDialog) -> bool:
        if not selected:
            views = [dialog.findChild(QAbstractItemView, name) for name in ("treeView", "listView")]
            view = next(v for v in views if v is not None and v.isVisible())
            if hand.row(view, "memory.tmx"):
                selected.append(True)
            return False
        button = next(b for b in dialog.findChildren(QPushButton) if "Open" in b.text())
        if button.isEnabled():
            hand.click(button)
        return button.isEnabled()

    timer = in_dialog(QFileDialog, choose)
    hand.named(window, "importButton")  # comes back when the dialog is closed
    assert not timer.isActive()
    qtbot.waitUntil(lambda: window.findChild(QPushButton, "importAndTrain").isEnabled(), timeout=30_000)
    hand.named(window, "importAndTrain")
    qtbot.waitUntil(lambda: pane.setup.corpus is not None and pane.setup.corpus.name == "memory", timeout=30_000)
    hand.named(window, "startButton")
    qtbot.waitUntil(lambda: pane.view.header.state.text() == "Training", timeout=120_000)
    assert window.context.training.busy
    assert window.context.training.request.config.data.corpora == ["memory"]
    assert hand.clicks <= 5


@pytest.mark.usefixtures("shipped")
def test_from_the_start_to_a_translation_with_its_alignment_in_two_clicks(
    qtbot: Any, hand: Hand, open_window: Any
) -> None:
    window = open_window()
    assert window.sidebar.buttons["train"].isChecked()
    hand.named(window, "nav_translate")
    view = window.panes["translate"].view
    qtbot.waitUntil(lambda: view.picture.picture.weights is not None, timeout=60_000)
    assert hand.clicks <= 2
    assert view.models.runs.currentText() == "sample-en-fr"
    picture = view.picture.picture
    assert len(view.target.toPlainText().split()) > 4
    assert picture.weights.shape == (len(picture.target), len(picture.source))
    assert picture.weights.max() > 0.5  # links to be seen
    # Typing goes on from there, and a word that is pointed at lights up its partners with the numbers.
    view.source.selectAll()
    qtbot.keyClicks(view.source, "The cat is under the big table.")
    qtbot.waitUntil(lambda: "chat" in view.target.toPlainText(), timeout=30_000)
    words = [t.text for t in view.picture.picture.source]
    alignment = view.picture.alignment
    place = alignment.viewport_rect(Spot(source=words.index("cat"))).center().toPoint()
    qtbot.mouseMove(alignment.viewport(), place + QPoint(2, 0))
    qtbot.mouseMove(alignment.viewport(), place)
    qtbot.waitUntil(lambda: "chat" in view.picture.reading.text(), timeout=5000)


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_train_watch_translate_switch_and_stop(qtbot: Any, hand: Hand, open_window: Any, corpus: str) -> None:
    window = open_window()
    window.set_devices([DeviceInfo("cpu", "CPU, 2 threads", 1)])
    start_short(qtbot, hand, window)
    training, view = window.context.training, window.panes["train"].view
    drawn = len(view.loss._steps)
    qtbot.waitUntil(lambda: len(view.loss._steps) > drawn + 5, timeout=60_000)
    hand.named(window, "pauseButton")
    qtbot.waitUntil(lambda: view.header.state.text() == "Paused", timeout=20_000)
    qtbot.wait(200)  # what was on its way has arrived
    held = len(training.history)
    qtbot.wait(300)
    assert len(training.history) == held
    hand.named(window, "pauseButton")
    qtbot.waitUntil(lambda: len(training.history) > held, timeout=20_000)
    # The model that is training now translates.
    hand.named(window, "nav_translate")
    pane: Any = window.panes["translate"]
    qtbot.waitUntil(lambda: pane.view.isVisible() and pane.info is not None, timeout=60_000)
    assert "training now" in pane.view.models.runs.currentText()
    qtbot.keyClicks(pane.view.source, "the red house one")
    qtbot.waitUntil(lambda: bool(pane.view.target.toPlainText()), timeout=30_000)
    assert pane.view.picture.picture.weights is not None
    qtbot.waitUntil(lambda: len(pane.models.keys) > 1, timeout=60_000)
    # Another checkpoint, by the slider; another device, by the list.
    slider = pane.view.findChild(QSlider, "checkpointSlider")
    slider.setFocus()
    QTest.keyClick(slider, Qt.Key.Key_Home if slider.value() else Qt.Key.Key_End)
    qtbot.waitUntil(lambda: pane.info is not None and pane.info.choice.checkpoint.isdigit(), timeout=30_000)
    hand.named(window, "devicesButton")
    box = window.devices.translate_device.box
    assert [box.itemText(i) for i in range(box.count())] == ["Auto: CPU, 2 threads", "CPU, 2 threads"]
    hand.click(box)
    popup = box.view()
    qtbot.waitUntil(lambda: popup.isVisible(), timeout=5000)
    QTest.keyClick(popup, Qt.Key.Key_Down)
    QTest.keyClick(popup, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: pane.info is not None and pane.info.choice.device == "cpu", timeout=30_000)
    assert window.context.device("train") == "auto"  # that of the training is another matter
    QTest.keyClick(window.devices, Qt.Key.Key_Escape)
    assert not window.devices.isVisible()
    assert training.busy
    hand.named(window, "nav_train")
    known = len(training.history.validations)
    hand.named(window, "evaluateButton")
    qtbot.waitUntil(lambda: len(training.history.validations) > known, timeout=60_000)
    qtbot.waitUntil(lambda: view.samples.rowCount() > 0, timeout=20_000)
    hand.named(window, "stopButton")
    qtbot.waitUntil(lambda: not training.busy, timeout=60_000)
    assert view.header.state.text() == "Stopped and kept"
    assert RunFolder.open(training.run_dir).checkpoints()[-1].resumable
    calm(qtbot)


def test_closing_while_training_asks_and_does_what_was_answered(
    qtbot: Any, hand: Hand, open_window: Any, corpus: str
) -> None:
    window = open_window()
    start_short(qtbot, hand, window)
    training = window.context.training
    run = training.run_dir

    def answer(name: str) -> QTimer:
        def press(box: QMessageBox) -> bool:
            hand.click(next(b for b in box.buttons() if b.objectName() == name))
            return True

        return in_dialog(QMessageBox, press)

    timer = answer("goOnTraining")
    assert not window.close()
    assert not timer.isActive()
    steps = len(training.history)
    qtbot.waitUntil(lambda: len(training.history) > steps, timeout=20_000)
    assert window.isVisible()
    timer = answer("stopAndKeep")
    window.close()
    assert not timer.isActive()
    qtbot.waitUntil(lambda: not window.isVisible(), timeout=60_000)
    folder = RunFolder.open(run)
    assert folder.events()[-1].status == "stopped"  # type: ignore[attr-defined]
    assert folder.checkpoints()[-1].resumable
    assert not folder.is_running
