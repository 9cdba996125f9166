from __future__ import annotations

import subprocess
import sys
import threading
from pathlib import Path

import pytest
from access import unnamed_controls
from PySide6.QtCore import QEvent, QMimeData, QPointF, Qt, QUrl, Slot
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QMessageBox,
    QPlainTextEdit,
    QTableView,
    QWidget,
)

from tests.fake_trainer import FakeTrainer, step_logged
from tests.run_factory import new_run
from workbench.engine.core.config import RunConfig
from workbench.engine.core.paths import runs_root
from workbench.engine.device.devices import DeviceInfo
from workbench.engine.runs.folder import RunFolder
from workbench.gui.shell.crash import CrashHandler
from workbench.gui.shell.main_window import PANES, MainWindow
from workbench.gui.state.context import AppContext
from workbench.gui.state.run_request import RunRequest
from workbench.gui.theme import DARK
from workbench.gui.views.charts.plot import Plot
from workbench.gui.workers.job import run_job, running_jobs


@pytest.fixture
def window(qtbot, context: AppContext, monkeypatch):
    monkeypatch.setattr(QApplication, "quit", lambda: None)  # closing ends the program, not the test run
    context.training.train_function = FakeTrainer(steps=20)
    # Not qtbot.addWidget: it would close the window before this fixture could say that it need not ask.
    window = MainWindow(context)
    window.resize(1280, 800)
    window.show()
    qtbot.waitUntil(lambda: not running_jobs(), timeout=15_000)
    yield window
    shut(qtbot, window)


def shut(qtbot, window: MainWindow) -> None:
    """Close for good and wait until every worker has ended."""
    window.close_quietly()
    busy = window.context.training._thread
    qtbot.waitUntil(lambda: not window.isVisible() and not busy.busy and not running_jobs(), timeout=20_000)
    window.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_the_window_is_up_without_torch():
    code = "import sys, workbench.gui.shell.main_window, workbench.gui.shell.app; sys.exit('torch' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_the_first_pane_needs_no_torch_either(workbench_home: Path):
    code = (
        "import sys\n"
        "from workbench.gui.shell.app import create_application, create_window\n"
        "window = create_window(create_application()); window.show()\n"
        "assert 'torch' not in sys.modules\n"
        "from workbench.gui.workers.job import stop_all_jobs\n"
        "stop_all_jobs()\n"
    )
    done = subprocess.run([sys.executable, "-c", code], check=False, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


def test_panes_are_reached_by_keyboard_and_remembered(qtbot, window: MainWindow, context: AppContext):
    for number, (name, *_rest) in enumerate(PANES, start=1):
        qtbot.keyClick(window, Qt.Key(ord(str(number))), Qt.KeyboardModifier.ControlModifier)
        assert window.nav_buttons[name].isChecked()
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
    height = window.nav_buttons["train"].sizeHint().height()
    window.actions_.by_name["zoomIn"].trigger()
    assert context.zoom == 1.1
    assert app.font().pointSizeF() == pytest.approx(1.1 * base)
    context.set_zoom(2.0)
    assert window.nav_buttons["train"].sizeHint().height() > 1.4 * height
    window.actions_.by_name["zoomReset"].trigger()
    window.actions_.by_name["theme_dark"].trigger()
    assert context.theme is DARK
    assert app.palette().window().color().name() == DARK.window
    window.actions_.by_name["theme_light"].trigger()


def test_devices_are_chosen_for_each_purpose(qtbot, window: MainWindow, context: AppContext):
    devices = [DeviceInfo("cpu", "CPU, 2 threads", 1), DeviceInfo("cuda:0", "NVIDIA H100, 78 GiB free", 1)]
    window.set_devices(devices)
    window.train_device.choose("cuda:0")
    window.translate_device.choose("cpu")
    assert (context.device("train"), context.device("translate")) == ("cuda:0", "cpu")
    assert window.train_device.box.currentText() == "NVIDIA H100, 78 GiB free"
    # The card is gone at the next start.
    window.set_devices(devices[:1])
    assert context.device("train") == "auto"


def drag(target: QWidget, *paths: Path) -> bool:
    """Drag files over a widget and drop them there, as the window system does it; whether they were taken."""
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(p)) for p in paths])
    mime.setText(str(paths[0]))  # as file managers do
    middle, left = target.rect().center(), Qt.MouseButton.LeftButton
    no_key, copy = Qt.KeyboardModifier.NoModifier, Qt.DropAction.CopyAction
    for event in (
        QDragEnterEvent(QPointF(middle), copy, mime, left, no_key),
        QDragMoveEvent(QPointF(middle), copy, mime, left, no_key),
        QDropEvent(QPointF(middle), copy, mime, left, no_key),
    ):
        QApplication.sendEvent(target, event)
        if not event.isAccepted():
            QApplication.sendEvent(target, QDragLeaveEvent())
            return False
    return True


def test_files_can_be_dropped_anywhere(qtbot, window: MainWindow, context: AppContext, tmp_path: Path):
    file = tmp_path / "memory.tmx"
    file.write_text("x")
    taken: list[object] = []
    window.drop.dropped.disconnect()
    window.drop.dropped.connect(taken.append)
    start(qtbot, context)  # the charts are there only while something trains
    refused, tried = [], 0
    for name, *_rest in PANES:
        window.show_pane(name)
        qtbot.waitUntil(lambda: not running_jobs(), timeout=15_000)
        spots = {window.childAt(x, y) for x in range(5, window.width(), 40) for y in range(5, window.height(), 20)} - {
            None
        }
        texts = [e for kind in (QLineEdit, QPlainTextEdit) for e in window.panes[name].findChildren(kind)]
        before = [e.text() if isinstance(e, QLineEdit) else e.toPlainText() for e in texts]
        for spot in spots:
            tried += 1
            if not drag(spot, file):
                refused.append(f"{name}: {type(spot).__name__} {spot.objectName()}")
        after = [e.text() if isinstance(e, QLineEdit) else e.toPlainText() for e in texts]
        assert after == before, name  # no file name was typed into a field
    assert not refused
    qtbot.waitUntil(lambda: len(taken) == tried, timeout=5000)
    assert tried > 60
    assert taken[0] == [file]


def test_dropped_files_are_imported_and_run_folders_opened(qtbot, window: MainWindow, context: AppContext, tmp_path):
    memory = tmp_path / "memory.unknown"
    memory.write_text("x")
    # The pane itself would begin to read the file; here only the way there is looked at.
    imported: list[object] = []
    window._pane("corpora")
    context.import_files.disconnect()
    context.import_files.connect(imported.append)
    assert drag(window.stack, memory)
    qtbot.waitUntil(lambda: imported == [[memory]], timeout=2000)
    assert window.nav_buttons["corpora"].isChecked()
    run = new_run(runs_root() / "dropped", RunConfig())
    opened: list[object] = []
    window._pane("translate")
    context.run_selected.disconnect()
    context.run_selected.connect(opened.append)
    assert drag(window.stack, run.path)
    qtbot.waitUntil(lambda: opened == [run.path], timeout=2000)
    qtbot.waitUntil(lambda: context.training.run_dir == run.path, timeout=2000)


def test_the_cover_is_shown_only_while_files_are_dragged(qtbot, window: MainWindow, tmp_path: Path):
    cover = window.findChild(QLabel, "dropCover")
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(tmp_path))])
    no_key, copy = Qt.KeyboardModifier.NoModifier, Qt.DropAction.CopyAction
    QApplication.sendEvent(window, QDragEnterEvent(QPointF(9, 9), copy, mime, Qt.MouseButton.LeftButton, no_key))
    assert cover.isVisible()
    QApplication.sendEvent(window, QDragLeaveEvent())
    assert not cover.isVisible()


def test_without_a_graphics_card_it_says_what_to_do(qtbot, window: MainWindow, monkeypatch):
    window.set_devices([DeviceInfo("cpu", "CPU, 2 threads", 1)])
    assert window.sidebar.no_card.isVisible()
    looked: list[str] = []
    monkeypatch.setattr(window.sidebar, "_look_again", lambda: looked.append("looked"))
    for unusable, words in (("", "No graphics card was found"), ("NVIDIA H100", "NVIDIA H100 was found, but")):
        window.set_devices([DeviceInfo("cpu", "CPU, 2 threads", 1)], unusable=unusable)
        qtbot.mouseClick(window.sidebar.no_card, Qt.MouseButton.LeftButton)
        box = window.findChildren(QMessageBox, "noCardDialog")[-1]
        assert words in box.text()
        next(b for b in box.buttons() if b.objectName() == "copyCommand").click()
        assert "-m pip install" in QApplication.clipboard().text()
        qtbot.mouseClick(window.sidebar.no_card, Qt.MouseButton.LeftButton)
        box = window.findChildren(QMessageBox, "noCardDialog")[-1]
        next(b for b in box.buttons() if b.objectName() == "lookAgain").click()
        qtbot.waitUntil(lambda: bool(looked), timeout=2000)
        looked.clear()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    window.set_devices([DeviceInfo("cpu", "CPU", 1), DeviceInfo("cuda:0", "NVIDIA H100, 78 GiB free", 1)])
    assert not window.sidebar.no_card.isVisible()


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


@pytest.mark.qt_no_exception_capture
def test_an_exception_in_a_slot_reaches_the_dialog(qtbot, window: MainWindow, monkeypatch, capsys):
    handler = CrashHandler(window)
    monkeypatch.setattr(sys, "excepthook", handler._excepthook)

    @Slot()
    def broken() -> None:
        raise LookupError("no such thing")

    window.sidebar.no_card.clicked.disconnect()
    window.sidebar.no_card.clicked.connect(broken)
    window.sidebar.no_card.click()
    qtbot.waitUntil(lambda: handler.dialog is not None, timeout=2000)
    assert handler.dialog is not None
    assert "LookupError: no such thing" in handler.dialog.text.toPlainText()
    assert "PySide6" in handler.dialog.text.toPlainText()
    handler.dialog.findChild(QAbstractButton, "crashCopy").click()
    assert "LookupError" in QApplication.clipboard().text()
    handler.dialog.close()
    window.show_pane("runs")
    assert window.nav_buttons["runs"].isChecked()


def test_a_crash_in_a_slot_is_shown_and_the_program_goes_on(qtbot, window: MainWindow, capsys):
    handler = CrashHandler(window)
    for text in ("first failure", "second failure"):
        try:
            raise RuntimeError(text)
        except RuntimeError as error:
            handler._excepthook(type(error), error, error.__traceback__)
    qtbot.waitUntil(lambda: handler.dialog is not None and "second" in handler.dialog.text.toPlainText(), timeout=2000)
    assert handler.dialog is not None
    assert "first failure" in handler.dialog.text.toPlainText()
    handler.dialog._copy()
    assert "second failure" in QApplication.clipboard().text()
    handler.dialog.close()
    assert window.isVisible()


def start(qtbot, context: AppContext, steps: int = 5000) -> None:
    context.training.train_function = FakeTrainer(steps=steps)
    context.training.start(RunRequest(RunConfig(), runs_root() / "closing"))
    qtbot.waitUntil(lambda: len(context.training.history) > 1, timeout=5000)


def answer(monkeypatch, stop: bool) -> list[str]:
    asked: list[str] = []

    def fake(_parent: object) -> bool:
        asked.append("asked")
        return stop

    monkeypatch.setattr("workbench.gui.shell.main_window.ask_close_while_training", fake)
    return asked


def test_closing_while_training_asks_and_can_go_on(qtbot, window: MainWindow, context: AppContext, monkeypatch):
    start(qtbot, context)
    asked = answer(monkeypatch, stop=False)
    assert not window.close()
    assert asked == ["asked"]
    assert window.isVisible()
    assert context.training.busy
    assert not context.training.stopping


def test_closing_while_training_stops_keeps_and_then_closes(qtbot, window, context: AppContext, monkeypatch):
    start(qtbot, context)
    answer(monkeypatch, stop=True)
    window.close()
    qtbot.waitUntil(lambda: not window.isVisible(), timeout=5000)
    assert RunFolder.open(runs_root() / "closing").events()[-1].status == "stopped"  # type: ignore[attr-defined]


def test_the_question_offers_both_ways(qtbot, window: MainWindow, monkeypatch):
    from PySide6.QtCore import QTimer

    from workbench.gui.shell.dialogs import ask_close_while_training

    answers = []
    for wanted in ("goOnTraining", "stopAndKeep"):

        def press(wanted: str = wanted) -> None:
            box = QApplication.activeModalWidget()
            assert isinstance(box, QMessageBox)
            next(b for b in box.buttons() if b.objectName() == wanted).click()

        QTimer.singleShot(100, press)
        answers.append(ask_close_while_training(window))
    assert answers == [False, True]


def test_switching_the_language_rebuilds_the_panes_and_keeps_the_training(qtbot, window, context: AppContext):
    start(qtbot, context)
    before = window.panes["train"]
    window.set_language("fr")
    assert window.panes["train"] is not before
    assert context.training.busy
    assert context.settings.language == "fr"
    view = window.panes["train"].view  # type: ignore[attr-defined]
    qtbot.waitUntil(lambda: len(view.loss.raw.getData()[0]) > 1, timeout=5000)
    qtbot.waitUntil(lambda: not running_jobs(), timeout=9000)
    window.set_language("en")
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
    wanted = [s.saveState().data() for s in (view.splitter, view.charts.main, picture)]
    window.close()
    qtbot.waitUntil(lambda: not window.isVisible(), timeout=9000)
    other_window = MainWindow(context)
    assert other_window.nav_buttons["translate"].isChecked()
    view = other_window._pane("train").view  # type: ignore[attr-defined]
    picture = other_window._pane("translate").view.picture.splitter  # type: ignore[attr-defined]
    assert view.tabs.currentIndex() == 2
    assert [s.saveState().data() for s in (view.splitter, view.charts.main, picture)] == wanted
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
    from workbench.cli.bench.window import lateness, percentile

    # Due at 20, 40, 60, 80, 100 ms; the beats of 40 and 60 never came, 80 came 5 ms late.
    late = lateness([0.0, 0.020, 0.085, 0.105])
    assert late == pytest.approx([0.0, 0.045, 0.025, 0.005, 0.0])
    assert percentile([1, 2, 3, 4], 0.5) == 2
    assert percentile(list(range(1, 101)), 0.99) == 99
