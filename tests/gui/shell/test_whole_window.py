"""The real window with the real engine, by clicks and keys alone: train, watch, translate, fail, be cut off, close."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QDialog,
    QFileDialog,
    QMessageBox,
    QPushButton,
    QSlider,
    QToolButton,
    QWidget,
)

from workbench.engine.core import paths
from workbench.engine.corpora.library import import_corpus
from workbench.engine.device.devices import DeviceInfo
from workbench.engine.runs.folder import RunFolder
from workbench.gui.shell.main_window import MainWindow
from workbench.gui.state.context import AppContext
from workbench.gui.views.pictures.picture import Spot
from workbench.gui.workers.job import running_jobs

#: Where the shipped models really are; the tests' own place for them is empty.
SHIPPED = paths.shipped_runs_root()
#: A preset of the person's own: a model of a few thousand numbers that learns until it is stopped.
PRESET = """
title = "Short"
description = "A few seconds."
[tokenizer]
kind = "word"
[model]
embedding = 16
hidden = 24
[training]
max_minutes = 0.0
max_steps = 50000
batch_tokens = 200
learning_rate = 8e-3
warmup_steps = 20
validate_minutes = 0.0
validate_steps = 60
log_steps = 2
snapshots = 4
[runtime]
threads = 1
precision = "fp32"
"""
COLOURS = {"red": "rouge", "green": "vert", "old": "vieux", "new": "neuf", "small": "petit", "white": "blanc"}
THINGS = {"house": "maison", "car": "voiture", "door": "porte", "tree": "arbre", "boat": "bateau", "hat": "chapeau"}
PAIRS = [
    (f"the {c} {t} {n}", f"la {THINGS[t]} {COLOURS[c]} {n}") for c, t, n in product(COLOURS, THINGS, ("one", "two"))
]


class Hand:
    """Clicks as a person does, and counts: on what is seen, where it is seen."""

    def __init__(self) -> None:
        self.clicks = 0

    def click(self, widget: QWidget, place: QPoint | None = None) -> None:
        """One click on a widget."""
        place = place or widget.rect().center()
        window = widget.window()
        found = window.childAt(widget.mapTo(window, place))
        assert widget.isVisible(), widget.objectName()
        assert widget.isEnabled(), widget.objectName()
        assert found is widget or widget.isAncestorOf(found), f"{widget.objectName()} is under {found}"
        self.clicks += 1
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton, pos=place)

    def named(self, root: QWidget, name: str) -> None:
        """One click on a button in sight with this object name."""
        buttons = [b for b in root.findChildren(QAbstractButton, name) if b.isVisible()]
        assert len(buttons) == 1, name
        self.click(buttons[0])

    def row(self, view: QAbstractItemView, text: str) -> bool:
        """One click on the row with this text, once it is there; whether it was."""
        model = view.model()
        for number in range(model.rowCount(view.rootIndex())):
            index = model.index(number, 0, view.rootIndex())
            if index.data() == text and not view.visualRect(index).isEmpty():
                self.click(view.viewport(), view.visualRect(index).center())
                return True
        return False


def in_dialog(kind: type[QDialog], act: Callable[[Any], bool]) -> QTimer:
    """Call ``act`` with the modal dialog, again and again until it has done what it should; it is closed after that.

    Returns:
        A timer that is active until then.
    """
    timer = QTimer()
    timer.setInterval(30)
    deadline = time.monotonic() + 30

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, kind):
            return
        try:
            if act(dialog):
                timer.stop()
            elif time.monotonic() > deadline:
                dialog.reject()
        except BaseException:  # or the dialog would be there for ever
            dialog.reject()
            raise

    timer.timeout.connect(look)
    timer.start()
    return timer


@pytest.fixture
def hand() -> Hand:
    return Hand()


@pytest.fixture
def preset(workbench_home: Path) -> None:
    """A preset of the person's own."""
    (workbench_home / "presets").mkdir()
    (workbench_home / "presets" / "short.toml").write_text(PRESET, encoding="utf-8")


@pytest.fixture
def corpus(tmp_path: Path, preset: None) -> str:
    """A corpus of the person's own."""
    file = tmp_path / "colours.tsv"
    file.write_text("".join(f"{s}\t{t}\n" for s, t in PAIRS), encoding="utf-8")
    import_corpus([file], source_lang="en", target_lang="fr", name="colours")
    return "colours"


@pytest.fixture
def shipped() -> None:
    """The models that come with the program, where the test looks for them."""
    for name in ("sample-en-fr", "sample-fr-en"):
        shutil.copytree(SHIPPED / name, paths.shipped_runs_root() / name)


@pytest.fixture
def open_window(qtbot: Any, context: AppContext, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[], MainWindow]]:
    monkeypatch.setattr(QApplication, "quit", lambda: None)  # closing ends the program, not the test run
    windows: list[MainWindow] = []

    def make() -> MainWindow:
        window = MainWindow(context)
        windows.append(window)
        window.resize(1280, 800)
        window.show()
        calm(qtbot)
        return window

    yield make
    for window in windows:
        window.close_quietly()
        thread = context.training._thread
        qtbot.waitUntil(lambda w=window, t=thread: not w.isVisible() and not t.busy, timeout=60_000)
        calm(qtbot)
        window.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def calm(qtbot: Any) -> None:
    """Wait until no job runs."""
    qtbot.waitUntil(lambda: not running_jobs(), timeout=60_000)


def start_short(qtbot: Any, hand: Hand, window: MainWindow) -> None:
    """Choose the short preset and press Start, by clicks."""
    pane: Any = window.panes["train"]
    qtbot.waitUntil(lambda: pane.setup.corpus is not None, timeout=20_000)
    assert pane.setup.choose_corpus("colours")
    card = next(c for c in pane.setup.picker.cards if c.name == "short")
    pane.setup.findChild(QWidget, "qt_scrollarea_viewport").parentWidget().ensureWidgetVisible(card)
    hand.click(card)
    hand.named(window, "startButton")
    qtbot.waitUntil(lambda: len(pane.view.loss._steps) > 3, timeout=60_000)


def write_tmx(path: Path) -> None:
    units = "".join(
        f'<tu><tuv xml:lang="en"><seg>{s}</seg></tuv><tuv xml:lang="fr"><seg>{t}</seg></tuv></tu>' for s, t in PAIRS
    )
    head = '<header srclang="en" segtype="sentence" adminlang="en" datatype="plaintext" o-tmf="none"/>'
    path.write_text(f'<?xml version="1.0"?><tmx version="1.4">{head}<body>{units}</body></tmx>', encoding="utf-8")


# --- the fewest clicks ------------------------------------------------------------------------------------------------


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
    assert window.nav_buttons["train"].isChecked()
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


# --- the whole story --------------------------------------------------------------------------------------------------


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
    box = window.translate_device.box
    assert [box.itemText(i) for i in range(box.count())] == ["Auto: CPU, 2 threads", "CPU, 2 threads"]
    hand.click(box)
    popup = box.view()
    qtbot.waitUntil(lambda: popup.isVisible(), timeout=5000)
    QTest.keyClick(popup, Qt.Key.Key_Down)
    QTest.keyClick(popup, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: pane.info is not None and pane.info.choice.device == "cpu", timeout=30_000)
    assert window.context.device("train") == "auto"  # that of the training is another matter
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


# --- what goes wrong --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", ["torch", "other"])
def test_a_training_that_breaks_ends_in_a_message_and_a_usable_window(
    qtbot: Any, hand: Hand, open_window: Any, corpus: str, monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    import torch

    from workbench.engine.training import step

    error = torch.OutOfMemoryError("CUDA out of memory. Tried to allocate 2.00 GiB") if kind == "torch" else None

    def broken(*_args: object, **_more: object) -> None:
        raise error or ValueError("boom")

    window = open_window()
    pane: Any = window.panes["train"]
    with monkeypatch.context() as patch:
        patch.setattr(step.TrainingStep, "forward", broken)
        pane.setup.choose_corpus(corpus)
        card = next(c for c in pane.setup.picker.cards if c.name == "short")
        card.click()
        hand.named(window, "startButton")
        qtbot.waitUntil(lambda: pane.notice.isVisible(), timeout=60_000)
    assert not window.context.training.busy
    words = "too little memory" if kind == "torch" else "boom"
    assert words in pane.notice.label.text()
    box = window.findChild(QMessageBox, "trainingFailed")
    assert words in box.text()
    box.close()
    hand.click(pane.notice.findChild(QToolButton, "noticeClose"))
    start_short(qtbot, hand, window)  # and the next one trains
    assert window.context.training.busy


@pytest.mark.usefixtures("shipped")
def test_a_translation_that_breaks_ends_in_a_message_and_a_usable_window(
    qtbot: Any, open_window: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    import torch

    from workbench.engine.search.translator import Translator

    def broken(*_args: object, **_more: object) -> None:
        raise torch.OutOfMemoryError("CUDA out of memory. Tried to allocate 2.00 GiB")

    window = open_window()
    window.show_pane("translate")
    pane: Any = window.panes["translate"]
    qtbot.waitUntil(lambda: bool(pane.view.target.toPlainText()), timeout=60_000)
    with monkeypatch.context() as patch:
        patch.setattr(Translator, "translate", broken)
        pane.view.source.selectAll()
        qtbot.keyClicks(pane.view.source, "I see a dog.")
        qtbot.waitUntil(lambda: pane.view.notice.isVisible(), timeout=30_000)
        assert "not enough memory" in pane.view.notice.label.text()
        qtbot.waitUntil(lambda: not pane.service.busy, timeout=20_000)
    pane.view.source.selectAll()
    qtbot.keyClicks(pane.view.source, "I see a cat.")
    qtbot.waitUntil(lambda: "chat" in pane.view.target.toPlainText(), timeout=30_000)


def test_a_run_that_was_killed_is_offered_at_the_next_start_and_goes_on(
    qtbot: Any, hand: Hand, open_window: Any, corpus: str
) -> None:
    run = paths.runs_root() / "cut-off"
    command = [sys.executable, "-m", "workbench", "train", "--corpus", corpus, "--from", "en", "--to", "fr"]
    process = subprocess.Popen(
        [*command, "--preset", "short", "--run-dir", str(run)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        deadline = time.monotonic() + 90
        while not (run.is_dir() and RunFolder(run).checkpoints()):
            assert process.poll() is None, "it ended by itself"
            assert time.monotonic() < deadline, "no checkpoint came"
            time.sleep(0.1)
    finally:
        os.kill(process.pid, signal.SIGKILL)
        process.wait()
    step = RunFolder(run).checkpoints()[-1].step
    window = open_window()
    pane: Any = window.panes["train"]
    qtbot.waitUntil(lambda: pane.notice.isVisible(), timeout=20_000)
    assert "“cut-off” was interrupted at step" in pane.notice.label.text()
    hand.click(pane.notice.action_button)
    training = window.context.training
    qtbot.waitUntil(lambda: "resumed" in [a.kind for a in training.history.annotations], timeout=90_000)
    resumed = next(a.step for a in training.history.annotations if a.kind == "resumed")
    assert resumed >= step
    qtbot.waitUntil(lambda: (training.history.last or {"step": 0})["step"] > resumed + 10, timeout=90_000)
    steps = list(training.history.column("step"))
    assert steps == sorted(set(steps))  # one curve, nothing told twice
