"""The tour: over the real controls, by keyboard, at the first start only."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QApplication, QWidget

from tests.gui.access import unnamed_controls
from tests.gui.panes import click
from tests.gui.room import cramped
from workbench.gui.shell import app as program
from workbench.gui.shell.main_window import MainWindow
from workbench.gui.state.settings import Settings

TARGETS = ("corpusBox", "presetPicker", "startButton", "nav_translate", "nav_runs")


def press(qtbot: Any, key: Qt.Key) -> None:
    """A key where the keyboard is."""
    widget = QApplication.focusWidget()
    assert widget is not None
    qtbot.keyClick(widget, key)


def on_screen(window: MainWindow, name: str) -> QRect:
    (widget,) = [w for w in window.findChildren(QWidget, name) if w.isVisible()]
    return QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())


@pytest.mark.parametrize(("size", "zoom"), [((1280, 800), 1.0), ((1000, 650), 1.0), ((1280, 800), 1.5)])
def test_five_bubbles_each_beside_its_control(
    qtbot: Any, window: MainWindow, size: tuple[int, int], zoom: float
) -> None:
    window.activateWindow()
    window.context.set_zoom(zoom)
    window.resize(*size)
    window.show_pane("corpora")
    window.actions_.by_name["tour"].trigger()
    tour = window.help.tour
    qtbot.waitUntil(lambda: tour.bubble.next_button.hasFocus())
    for number, target in enumerate(TARGETS):
        bubble = QRect(tour.bubble.mapTo(window, QPoint(0, 0)), tour.bubble.size())
        light = tour._hole()
        assert window.rect().contains(bubble), target
        assert light.intersects(on_screen(window, target)), target
        assert light.height() > 10
        assert not bubble.intersects(light), target
        assert f"{number + 1} of 5" in tour.bubble.count.text()
        assert not cramped(tour.bubble)
        assert not unnamed_controls(tour.bubble)
        assert tour.bubble.text.text() in tour.bubble.next_button.accessibleDescription()
        press(qtbot, Qt.Key.Key_Right)
    assert window.help.tour is None
    assert window.context.settings.pane == "corpora"  # as before


def test_back_skip_and_the_keys_that_stay_inside(qtbot: Any, window: MainWindow) -> None:
    window.activateWindow()
    window.show_pane("train")
    (box,) = [w for w in window.findChildren(QWidget, "corpusBox") if w.isVisible()]
    box.setFocus()
    window.show_tour()
    tour = window.help.tour
    qtbot.waitUntil(lambda: tour.bubble.next_button.hasFocus())
    assert not tour.bubble.back_button.isEnabled()
    press(qtbot, Qt.Key.Key_Return)
    press(qtbot, Qt.Key.Key_Right)
    press(qtbot, Qt.Key.Key_Left)
    assert "2 of 5" in tour.bubble.count.text()
    around = []
    for _ in range(3):
        press(qtbot, Qt.Key.Key_Tab)
        around.append(QApplication.focusWidget().objectName())
    assert around == ["tourSkip", "tourBack", "tourNext"]
    click(qtbot, tour, "tourBack")
    assert "1 of 5" in tour.bubble.count.text()
    start = on_screen(window, "startButton").center()
    qtbot.mouseClick(window.childAt(start), Qt.MouseButton.LeftButton)
    assert window.childAt(start) is tour  # what lies below is out of reach
    assert not window.context.training.busy
    press(qtbot, Qt.Key.Key_Escape)
    assert window.help.tour is None
    assert box.hasFocus()
    window.show_pane("corpora")
    window.show_tour()
    again = window.help.tour
    assert again is not tour
    click(qtbot, again, "tourSkip")
    assert window.help.tour is None
    assert window.context.settings.pane == "corpora", "skipping leads back"


def test_the_light_follows_a_control_that_moves(qtbot: Any, window: MainWindow) -> None:
    window.show_pane("train")
    window.show_tour()
    tour = window.help.tour
    before = QRect(tour._placed)
    (box,) = [w for w in window.findChildren(QWidget, "corpusBox") if w.isVisible()]
    column = box.parentWidget().layout()
    column.setContentsMargins(0, 60, 0, 0)
    qtbot.waitUntil(lambda: tour._placed.top() >= before.top() + 40, timeout=5_000)
    tour.end()


def test_it_ends_where_the_window_is_built_anew(qtbot: Any, window: MainWindow) -> None:
    window.show_pane("train")
    (box,) = [w for w in window.findChildren(QWidget, "corpusBox") if w.isVisible()]
    box.setFocus()  # what had the keyboard is gone with its pane
    window.show_tour()
    window.set_theme("dark")
    assert window.help.tour is not None
    window.set_language("fr")
    qtbot.waitUntil(lambda: not window.switch.active, timeout=30_000)
    assert window.help.tour is None
    window.show_tour()
    assert window.help.tour is not None
    window.help.tour.end()


def test_only_a_first_start_that_is_nothing_else_offers_it(tmp_path: Path) -> None:
    settings = Settings(tmp_path / "settings.ini")
    assert program.is_first_start(settings, run=None, screenshot=None, quit_after=0.0)
    assert not program.is_first_start(settings, run=tmp_path, screenshot=None, quit_after=0.0)
    assert not program.is_first_start(settings, run=None, screenshot=tmp_path / "x.png", quit_after=0.0)
    assert not program.is_first_start(settings, run=None, screenshot=None, quit_after=5.0)
    settings.pane = "train"
    settings.sync()
    assert not program.is_first_start(Settings(settings.path), run=None, screenshot=None, quit_after=0.0)


def test_a_window_by_itself_shows_no_tour_and_has_not_loaded_it(window: MainWindow) -> None:
    assert window.help.tour is None
    assert window.help.guide is None
