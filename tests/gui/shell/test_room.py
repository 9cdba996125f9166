"""Every pane at every text size, in every language, in windows of usual sizes: nothing is cut, nothing overlaps."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QTableWidget,
    QTabWidget,
    QWidget,
)
from room import cramped

from tests.fake_trainer import FakeTrainer
from workbench.engine.core.config import RunConfig
from workbench.engine.core.paths import runs_root
from workbench.engine.device.devices import DeviceInfo
from workbench.gui.shell.main_window import PANES, MainWindow
from workbench.gui.state.context import AppContext
from workbench.gui.state.run_request import RunRequest
from workbench.gui.widgets.elided import ElidedLabel
from workbench.gui.words import i18n
from workbench.gui.workers.job import running_jobs

SIZES = ((1280, 800), (1366, 768), (1920, 1080), (1000, 650))
ZOOMS = (1.0, 1.25, 1.5, 2.0)


def rest(qtbot: Any) -> None:
    """Wait for what the window reads, and for the layouts."""
    qtbot.waitUntil(lambda: not running_jobs(), timeout=30_000)
    for _ in range(3):
        QApplication.sendPostedEvents()
        QApplication.processEvents()


def cut_in(qtbot: Any, window: MainWindow, where: str, sizes: Sequence[tuple[int, int]] = SIZES) -> list[str]:
    """What is cut in any of the sizes."""
    found = []
    for width, height in sizes:
        window.resize(width, height)
        rest(qtbot)
        if (window.width(), window.height()) != (width, height):
            found.append(f"{where}: the window is {window.width()} x {window.height()} instead of {width} x {height}")
        if cramped(window):
            rest(qtbot)  # a meter told more a moment ago
        found += [f"{where}, {width} x {height}: {what}" for what in cramped(window)]
    return found


@pytest.fixture
def imported(tmp_path: Path) -> Path:
    """A table to import."""
    rows = [("en", "fr"), *((f"The train number {i} leaves.", f"Le train numéro {i} part.") for i in range(40))]
    file = tmp_path / "holiday-sentences.tsv"
    file.write_text("".join(f"{one}\t{other}\n" for one, other in rows), encoding="utf-8")
    return file


@pytest.mark.timeout(600)
@pytest.mark.parametrize("language", ["de", *(pytest.param(tag, marks=pytest.mark.slow) for tag in ("en", "fr"))])
def test_nothing_is_cut_and_nothing_overlaps(
    qtbot: Any, context: AppContext, open_window: Any, shipped: None, imported: Path, language: str
) -> None:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    i18n.install(app, language)
    context.training.train_function = FakeTrainer(steps=5000)
    window: Any = open_window()
    window.set_devices([DeviceInfo("cpu", "CPU, 2 threads", 1)])
    context.training.start(RunRequest(RunConfig(), runs_root() / "multi30k-german-english-small"))
    qtbot.waitUntil(lambda: len(context.training.history.validations) > 2, timeout=9000)
    context.training.toggle_pause()
    context.training.start(RunRequest(RunConfig(), runs_root() / "multi30k-german-english-next"))  # into the queue
    found = []
    for zoom in ZOOMS:
        context.set_zoom(zoom)
        for name, *_rest in PANES:
            window.show_pane(name)
            sizes = SIZES[:3] if name == "translate" else SIZES  # its bars need more than the smallest has
            found += cut_in(qtbot, window, f"{language}, {zoom:.0%}, {name}", sizes)
        window.open_files([imported])
        found += cut_in(qtbot, window, f"{language}, {zoom:.0%}, import")
        window.panes["corpora"].page.cancel_button.click()
    assert not found, f"{len(found)}:\n" + "\n".join(found[:40])


def made(qtbot: Any, *children: QWidget, places: tuple[QRect, ...] = ()) -> QWidget:
    """A window of 200 x 100 with these in it."""
    root = QWidget()
    root.resize(200, 100)
    for child, place in zip(children, places, strict=True):
        child.setParent(root)
        child.setGeometry(place)
    qtbot.addWidget(root)
    root.show()
    return root


def test_what_is_cut_is_found(qtbot: Any, context: AppContext) -> None:
    words = "A text that is longer than this"
    narrow, wide = QRect(0, 0, 40, 40), QRect(0, 0, 200, 40)
    long_box, header, tabs = QComboBox(), QTableWidget(1, 1), QTabWidget()
    long_box.addItem(words)
    header.setHorizontalHeaderLabels([words])
    header.setColumnWidth(0, 40)
    for text in (words, words):
        tabs.addTab(QWidget(), text)
    for widget in (QLabel(words), QPushButton(words), QCheckBox(words), long_box, QLabel(words, wordWrap=True)):
        assert cramped(made(qtbot, widget, places=(narrow,))), type(widget).__name__
    for widget in (header, tabs):
        assert cramped(made(qtbot, widget, places=(wide,))), type(widget).__name__
    assert not cramped(made(qtbot, QLabel("fits"), places=(wide,)))


def test_what_overlaps_or_is_outside_is_found(qtbot: Any, context: AppContext) -> None:
    left, right = QRect(0, 0, 100, 30), QRect(90, 10, 100, 30)
    assert "overlap" in cramped(made(qtbot, QLabel("a"), QLabel("b"), places=(left, right)))[0]
    assert not cramped(made(qtbot, QLabel("a"), QLabel("b"), places=(left, right.translated(10, 0))))
    assert "not within" in cramped(made(qtbot, QLabel("a"), places=(QRect(150, 0, 100, 30),)))[0]


def test_a_shortened_label_has_its_whole_text_in_the_tooltip(qtbot: Any, context: AppContext) -> None:
    label, root = ElidedLabel(), QWidget()
    QHBoxLayout(root).addWidget(label)
    qtbot.addWidget(root)
    label.say("multi30k-german-english-small", "/runs/multi30k-german-english-small")
    root.resize(120, 40)
    root.show()
    assert label.text().endswith("…")
    assert label.toolTip() == "multi30k-german-english-small\n/runs/multi30k-german-english-small"
    root.resize(600, 40)
    assert (label.text(), label.toolTip()) == (label.whole, "/runs/multi30k-german-english-small")
