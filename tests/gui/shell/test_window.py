"""The main window with a trainer that needs no model."""

from __future__ import annotations

import struct
import subprocess
import sys
import threading
from pathlib import Path
from typing import Any

import pytest
from access import unnamed_controls
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QMessageBox,
    QPlainTextEdit,
    QTableView,
    QToolButton,
    QWidget,
)
from window_steps import shut, start, switch

from tests.fake_trainer import step_logged
from workbench.engine.device.devices import DeviceInfo
from workbench.gui.shell.main_window import PANES, MainWindow
from workbench.gui.state.context import AppContext
from workbench.gui.theme import DARK
from workbench.gui.views.charts.plot import Plot
from workbench.gui.workers.job import run_job, running_jobs


def test_the_window_is_up_without_torch():
    code = (
        "import sys, workbench.gui.shell.main_window, workbench.gui.shell.app, workbench.gui.train.train_pane\n"
        "sys.exit(any(name in sys.modules for name in ('torch', 'sentencepiece', 'workbench.engine.runs.recipes')))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_the_first_pane_needs_neither_torch_nor_what_touches_all_of_qt(workbench_home: Path):
    code = (
        "import sys\n"
        "from workbench.gui.shell.app import create_application, create_window\n"
        "window = create_window(create_application()); window.show()\n"
        "assert not {'torch', 'qtawesome', 'qtpy', 'pyqtgraph'} & set(sys.modules)\n"
        "from workbench.gui.workers.job import stop_all_jobs\n"
        "stop_all_jobs()\n"
    )
    done = subprocess.run([sys.executable, "-c", code], check=False, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


def test_panes_are_reached_by_keyboard_and_remembered(qtbot, window: MainWindow, context: AppContext):
    for number, (name, *_rest) in enumerate(PANES, start=1):
        qtbot.keyClick(window, Qt.Key(ord(str(number))), Qt.KeyboardModifier.ControlModifier)
        assert window.sidebar.buttons[name].isChecked()
        assert window.stack.currentWidget() is window._slots[name]
        assert context.settings.pane == name


def test_every_control_of_every_pane_has_a_name_and_a_place_in_the_tab_order(qtbot, window: MainWindow):
    for name, *_rest in PANES:
        window.show_pane(name)
    qtbot.waitUntil(lambda: not running_jobs(), timeout=15_000)
    assert unnamed_controls(window) == []


def test_zoom_and_theme_reach_everything(qtbot, window: MainWindow, context: AppContext):
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    context.set_zoom(1.0)
    base = app.font().pointSizeF()
    height = window.sidebar.buttons["train"].sizeHint().height()
    window.actions_.by_name["zoomIn"].trigger()
    assert context.zoom == 1.1
    assert app.font().pointSizeF() == pytest.approx(1.1 * base)
    context.set_zoom(2.0)
    assert window.sidebar.buttons["train"].sizeHint().height() > 1.4 * height
    window.actions_.by_name["zoomReset"].trigger()
    window.actions_.by_name["theme_dark"].trigger()
    assert context.theme is DARK
    assert app.palette().window().color().name() == DARK.window
    window.actions_.by_name["theme_light"].trigger()


def test_devices_are_chosen_for_each_purpose(qtbot, window: MainWindow, context: AppContext):
    devices = [DeviceInfo("cpu", "CPU, 2 threads", 1), DeviceInfo("cuda:0", "NVIDIA H100, 78 GiB free", 1)]
    window.set_devices(devices)
    window.devices.train_device.choose("cuda:0")
    window.devices.translate_device.choose("cpu")
    assert (context.device("train"), context.device("translate")) == ("cuda:0", "cpu")
    assert window.devices.train_device.box.currentText() == "NVIDIA H100, 78 GiB free"
    # The card is gone at the next start.
    window.set_devices(devices[:1])
    assert context.device("train") == "auto"


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)  # of popups, offscreen
def test_without_a_graphics_card_it_says_what_to_do(qtbot, window: MainWindow, monkeypatch):
    window.set_devices([DeviceInfo("cpu", "CPU, 2 threads", 1)])
    devices = window.devices
    qtbot.mouseClick(devices.button, Qt.MouseButton.LeftButton)
    assert devices.isVisible()
    assert devices.no_card.isVisible()
    looked: list[str] = []
    monkeypatch.setattr(devices, "_look_again", lambda: looked.append("looked"))
    for unusable, words in (("", "No graphics card was found"), ("NVIDIA H100", "NVIDIA H100 was found, but")):
        window.set_devices([DeviceInfo("cpu", "CPU, 2 threads", 1)], unusable=unusable)
        devices.open()
        qtbot.mouseClick(devices.no_card, Qt.MouseButton.LeftButton)
        assert not devices.isVisible()  # it makes room for the dialog
        box = window.findChildren(QMessageBox, "noCardDialog")[-1]
        assert words in box.text()
        next(b for b in box.buttons() if b.objectName() == "copyCommand").click()
        assert "-m pip install" in QApplication.clipboard().text()
        devices.open()
        qtbot.mouseClick(devices.no_card, Qt.MouseButton.LeftButton)
        assert not devices.isVisible()  # it makes room for the dialog
        box = window.findChildren(QMessageBox, "noCardDialog")[-1]
        next(b for b in box.buttons() if b.objectName() == "lookAgain").click()
        qtbot.waitUntil(lambda: bool(looked), timeout=2000)
        looked.clear()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    window.set_devices([DeviceInfo("cpu", "CPU", 1), DeviceInfo("cuda:0", "NVIDIA H100, 78 GiB free", 1)])
    assert devices.no_card.isHidden()


def test_the_menu_offers_what_can_be_done_now(qtbot, window: MainWindow, context: AppContext):
    def offered() -> dict[str, bool]:
        return {name: window.actions_.by_name[name].isEnabled() for name in ("start", "pause", "evaluate", "stop")}

    assert offered() == {"start": True, "pause": False, "evaluate": False, "stop": False}
    start(qtbot, context)
    qtbot.waitUntil(lambda: all(offered().values()), timeout=3000)
    qtbot.keyClick(window, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: context.training.paused, timeout=3000)
    window.actions_.by_name["stop"].trigger()
    qtbot.waitUntil(lambda: not context.training.busy, timeout=5000)
    assert offered() == {"start": True, "pause": False, "evaluate": False, "stop": False}


def test_the_text_size_reaches_every_control_of_every_pane(qtbot, window: MainWindow, context: AppContext):
    def sizes() -> dict[str, float]:
        found = {}
        for name, *_rest in PANES:
            window.show_pane(name)
            for number, widget in enumerate(window.panes[name].findChildren(QWidget)):
                if isinstance(widget, (QLabel, QAbstractButton, QComboBox, QLineEdit, QPlainTextEdit, QTableView)):
                    found[f"{name} {number} {type(widget).__name__} {widget.objectName()}"] = widget.font().pointSizeF()
                elif isinstance(widget, Plot):
                    found[f"{name} {number} axis"] = widget.left.style["tickFont"].pointSizeF()
        return found

    window.show_pane("train")
    context.training.history.apply(step_logged(10))
    context.set_zoom(1.0)
    qtbot.waitUntil(lambda: not running_jobs(), timeout=15_000)
    small = sizes()
    context.set_zoom(2.0)
    large = sizes()
    same = {k: (small[k], v) for k, v in large.items() if k in small and v < 1.8 * small[k]}
    context.set_zoom(1.0)
    assert len(small) > 150
    assert not same


def test_switching_the_language_rebuilds_the_panes_and_keeps_the_training(qtbot, window, context: AppContext):
    start(qtbot, context)
    before = window.panes["train"]
    switch(qtbot, window, "fr")
    assert window.panes["train"] is not before
    assert context.training.busy
    assert context.settings.language == "fr"
    view = window.panes["train"].view  # type: ignore[attr-defined]
    qtbot.waitUntil(lambda: len(view.loss.raw.getData()[0]) > 1, timeout=5000)
    qtbot.waitUntil(lambda: not running_jobs(), timeout=9000)


def test_the_status_bar_tells_what_runs(qtbot, window: MainWindow, context: AppContext):
    assert window._training_label.text() == "Nothing is training"
    start(qtbot, context)
    qtbot.waitUntil(lambda: "closing · Training" in window._training_label.text(), timeout=3000)
    release = threading.Event()
    context.tell_work(run_job(window, lambda _progress, _check: release.wait(10)), "Testing something")
    qtbot.waitUntil(lambda: window._training_label.text().endswith("   |   Testing something"), timeout=3000)
    release.set()
    qtbot.waitUntil(lambda: "Testing" not in window._training_label.text(), timeout=3000)


def test_geometry_is_remembered(qtbot, window: MainWindow, context: AppContext):
    window.resize(900, 611)  # fits the offscreen screen
    window.close()
    other = MainWindow(context)
    assert (other.width(), other.height()) == (900, 611)
    shut(qtbot, other)


def test_the_layout_of_the_panes_is_remembered(qtbot, window: MainWindow, context: AppContext):
    start(qtbot, context)
    view = window.panes["train"].view  # type: ignore[attr-defined]
    view.tabs.setCurrentIndex(2)
    window.show_pane("translate")
    picture = window.panes["translate"].view.picture.splitter  # type: ignore[attr-defined]
    context.training.stop()
    qtbot.waitUntil(lambda: not context.training.busy, timeout=9000)
    for splitter in (view.splitter, view.charts.main, picture):
        one, other = splitter.sizes()
        splitter.setSizes([one + 60, other - 60] if other > one else [one - 60, other + 60])
    window.close()
    qtbot.waitUntil(lambda: not window.isVisible(), timeout=9000)
    wanted = [s.saveState().data() for s in (view.splitter, view.charts.main, picture)]
    other_window = MainWindow(context)
    assert other_window.sidebar.buttons["translate"].isChecked()
    view = other_window.pane("train").view  # type: ignore[attr-defined]
    picture = other_window.pane("translate").view.picture.splitter  # type: ignore[attr-defined]
    assert view.tabs.currentIndex() == 2
    # not yet dressed, a part may need a few pixels more
    for restored, before in zip((view.splitter, view.charts.main, picture), wanted, strict=True):
        sizes = [struct.unpack(">2i", state[12:20]) for state in (restored.saveState().data(), before)]
        assert sizes[0] == pytest.approx(sizes[1], abs=12)
    qtbot.waitUntil(lambda: not running_jobs(), timeout=15_000)
    shut(qtbot, other_window)


def test_missing_libraries_and_displays_are_named(monkeypatch):
    from workbench.cli import qt_platform as gui
    from workbench.engine.core.errors import InputError

    monkeypatch.setattr(gui, "_loads", lambda library: library not in ("libxcb-cursor.so.0", "libxcb-icccm.so.4"))
    monkeypatch.setenv("DISPLAY", ":9")
    with pytest.raises(InputError, match=r"apt-get install libxcb-cursor0 libxcb-icccm4$"):
        gui._check_linux("xcb")
    gui._check_linux("offscreen")
    monkeypatch.delenv("DISPLAY")
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    with pytest.raises(InputError, match="no display"):
        gui._check_linux("")


def test_lateness_counts_missed_beats():
    from workbench.cli.bench.window import lateness

    # Due at 20, 40, 60, 80, 100 ms; the beats of 40 and 60 never came, 80 came 5 ms late.
    late = lateness([0.0, 0.020, 0.085, 0.105])
    assert late == pytest.approx([0.0, 0.045, 0.025, 0.005, 0.0])


def test_what_few_look_at_is_built_when_it_is_looked_at(qtbot: Any, window: MainWindow, context: AppContext) -> None:
    """And then it is dressed, sized, and takes dropped files as the rest does."""
    panes: dict[str, Any] = {name: window.pane(name) for name, *_ in PANES}
    late = {"train": "view", "corpora": "page"}
    assert not [name for name, part in late.items() if part in vars(panes[name])]
    assert "pair" not in vars(panes["runs"].scores)
    inspector, tabs = panes["translate"].inspector, panes["translate"].view.pages
    assert not inspector.pages
    told: list[QWidget] = []
    panes["translate"].grew.connect(told.append)
    window.set_theme("dark")
    context.set_zoom(1.25)
    for name, part in late.items():
        window.show_pane(name)
        assert getattr(panes[name], part).window() is window
    window.show_pane("translate")
    panes["translate"]._pages.setCurrentWidget(panes["translate"].view)
    for place in range(1, tabs.count()):
        tabs.setCurrentIndex(place)
        page = tabs.currentWidget()
        assert page is inspector.pages[page.objectName()]
        assert page.isVisible()
        assert tabs.tabText(place) == page.title()
        assert tabs.currentIndex() == place
        for button in page.findChildren(QToolButton):
            assert button.palette().color(QPalette.ColorGroup.Active, QPalette.ColorRole.ButtonText) == QColor(
                DARK.text
            )
        for field in page.findChildren(QLineEdit):
            assert field.font().pointSizeF() == QApplication.font().pointSizeF()
    assert told == list(inspector.pages.values())  # the window does with them what it does with all
    assert len(told) == tabs.count() - 1
