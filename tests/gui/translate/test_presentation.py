"""The picture on the whole screen, and what the keys do there."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontInfo
from PySide6.QtWidgets import QApplication, QScrollArea
from pytestqt.qtbot import QtBot
from translate_steps import Make, settled

from tests.gui.shell.window_steps import shut
from workbench.gui.shell.main_window import MainWindow
from workbench.gui.state.context import AppContext
from workbench.gui.theme import DARK
from workbench.gui.views.pictures.picture import Spot

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


def test_words_sentences_and_checkpoints_are_walked_through_by_keys(
    run: Path, make: Make, context: AppContext, qtbot: QtBot
) -> None:
    pane = make()
    pane.set_text("One two.\nThree four five.")
    settled(qtbot, pane, "ENO .OWT\nEERHT RUOF .EVIF")
    pane.select_sentence(1)
    pane.view.picture.alignment.choose(Spot(target=0))
    qtbot.keyClick(pane.view.picture.alignment, Qt.Key.Key_F11)
    stage = pane.presenter.stage
    assert stage is not None
    assert stage.isVisible()
    assert stage.isFullScreen()
    assert (stage.title.text(), stage.place.text()) == ("tiny, step 200", "Sentence 2 of 2")
    assert stage.findChildren(QScrollArea) == []  # no side bars: nothing but the picture and three lines
    shown = stage.alignment
    stage.resize(1280, 720)  # the screen of the tests is smaller than that of a projector
    assert QFontInfo(shown.font()).pixelSize() > 1.5 * QFontInfo(pane.view.source.font()).pixelSize()
    qtbot.keyClick(shown, Qt.Key.Key_Right)
    assert shown.selected == Spot(target=1)
    assert "RUOF" in stage.reading.text()
    qtbot.keyClick(shown, Qt.Key.Key_Up)
    assert shown.picture.source_text == "One two."
    assert stage.place.text() == "Sentence 1 of 2"
    qtbot.keyClick(shown, Qt.Key.Key_Up)  # there is none before the first
    assert pane.pointing.current == 0
    qtbot.keyClick(shown, Qt.Key.Key_PageDown)
    qtbot.waitUntil(lambda: stage.title.text() == "tiny, step 300" and not shown._faded, timeout=5000)
    qtbot.keyClick(shown, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    assert stage.title.text() == "tiny, step 200"
    context.set_theme(DARK)
    assert shown._theme is DARK
    qtbot.keyClick(shown, Qt.Key.Key_Escape)
    assert pane.presenter.stage is None
    assert not stage.isVisible()


def test_f11_is_for_the_picture_while_it_has_the_keyboard_and_else_for_the_window(
    run: Path, make: Make, context: AppContext, qtbot: QtBot
) -> None:
    window = MainWindow(context)
    pane = make()
    window.stack.addWidget(pane)
    window.stack.setCurrentWidget(pane)
    window.show()
    window.activateWindow()
    pane.set_text("one two")
    settled(qtbot, pane, "ENO OWT")
    pane.view.picture.alignment.setFocus()
    qtbot.keyClick(pane.view.picture.alignment, Qt.Key.Key_F11)
    assert pane.presenter.stage is not None
    assert not window.isFullScreen()
    pane.presenter.stage.close()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    pane.view.source.setFocus()
    qtbot.keyClick(pane.view.source, Qt.Key.Key_F11)
    assert pane.presenter.stage is None
    assert window.isFullScreen()
    pane.setParent(None)
    shut(qtbot, window)


def test_the_picture_is_copied_by_one_button(run: Path, make: Make, context: AppContext, qtbot: QtBot) -> None:
    pane = make()
    assert pane.view.picture.copy_button.isEnabled() == bool(pane.view.picture.picture.target)
    pane.set_text("one two")
    settled(qtbot, pane, "ENO OWT")
    with qtbot.waitSignal(context.status_message) as told:
        pane.view.picture.copy_button.click()
    assert told.args == ["The picture is on the clipboard."]
    assert QApplication.clipboard().image().width() > 300
