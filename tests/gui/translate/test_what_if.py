"""Other translations: another word, another of the n-best, other search settings."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
)
from pytestqt.qtbot import QtBot
from translate_steps import Make, settled

from tests.fake_translator import FakeLoader
from workbench.engine.core.types import Alternative
from workbench.gui.state.context import AppContext
from workbench.gui.translate.picture.alternatives_popup import forced_prefix
from workbench.gui.views.pictures.picture import Spot

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


def test_choosing_another_word_goes_on_from_it_and_can_be_let_go(run: Path, make: Make, qtbot: QtBot) -> None:
    pane = make()
    pane.set_text("one two three")
    settled(qtbot, pane, "ENO OWT EERHT")
    view = pane.view
    word = view.picture.alignment.viewport_rect(Spot(target=1)).center().toPoint()
    qtbot.mouseClick(view.picture.alignment.viewport(), Qt.MouseButton.LeftButton, pos=word)
    assert pane.what_if.popup.isVisible()
    assert pane.what_if.popup.list.item(1).text().split()[0:2] == ["14%", "AUTRE"]  # exp(-2)
    pane.what_if.popup.list.setCurrentRow(1)
    qtbot.keyClick(pane.what_if.popup.list, Qt.Key.Key_Return)
    settled(qtbot, pane, "ENO AUTRE EERHT")
    assert not pane.what_if.popup.isVisible()
    assert view.prefix.text() == "ENO AUTRE"
    assert view.picture.picture.forced == 2
    qtbot.mouseClick(view.release_button, Qt.MouseButton.LeftButton)
    settled(qtbot, pane, "ENO OWT EERHT")
    assert view.prefix.text() == ""
    qtbot.keyClicks(view.prefix, "DEUX")
    settled(qtbot, pane, "DEUX OWT EERHT")


def test_prefix_of_an_alternative_keeps_or_joins_the_word() -> None:
    assert forced_prefix("Le chien noir", 9, Alternative("▁brun", -1.0)) == "Le chien brun"
    assert forced_prefix("Le chien noir", 5, Alternative("at", -1.0)) == "Le chat"
    assert forced_prefix("Le chien", 0, Alternative("▁Un", -1.0)) == "Un"


def test_another_of_the_n_best_shows_its_own_alignment(run: Path, make: Make, qtbot: QtBot) -> None:
    pane = make()
    pane.set_text("one two three")
    settled(qtbot, pane, "ENO OWT EERHT")
    pane.view.tabs.setCurrentWidget(pane.view.nbest)
    pane.view.nbest.setFocus()
    qtbot.keyClick(pane.view.nbest, Qt.Key.Key_Down)
    settled(qtbot, pane, "ENO OWT")
    assert [t.text for t in pane.view.picture.picture.target] == ["ENO", "OWT"]
    assert "-1.50" in pane.view.nbest.item(1).data(Qt.ItemDataRole.AccessibleTextRole)


def test_search_settings_reach_the_search_and_are_remembered(
    run: Path, make: Make, context: AppContext, qtbot: QtBot
) -> None:
    loader = FakeLoader()
    pane = make(loader)
    qtbot.waitUntil(lambda: bool(pane.view.picture.picture.target))
    loader.translators[200].calls.clear()
    pane.view.search.findChild(QAbstractButton, "search_sampling").click()
    pane.view.search._editors["temperature"].setValue(0.7)  # type: ignore[union-attr]
    qtbot.waitUntil(lambda: bool(loader.translators[200].calls))
    assert pane.desk.search.sampling
    assert pane.desk.search.temperature == pytest.approx(0.7)
    assert not pane.view.search._editors["beam"].isEnabled()
    again = make(show=False)
    assert again.view.search.config == pane.desk.search
