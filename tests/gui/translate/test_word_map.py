"""The map of words: where they are drawn, what the mouse and the keys find, and the page that asks for them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot
from translate_steps import Make

from tests.engine.tiny_run import make_tiny_run
from workbench.engine.core import paths
from workbench.engine.search.model_cache import load_model
from workbench.gui.translate.inspection.word_map_page import words_of
from workbench.gui.views.pictures.word_map import Dots, WordMapView


def test_mouse_and_keys_find_the_words(qtbot: QtBot) -> None:
    view = WordMapView()
    qtbot.addWidget(view)
    view.resize(400, 300)
    view.show()
    points = np.array([[-1, 0], [1, 0], [0, 1], [0, -1]], dtype=np.float32)
    view.show_dots(Dots(["left", "right", "up", "down"], points, frozenset({"up"})), "left")
    places = view.places()
    assert places[0][0] < places[2][0] < places[1][0]
    assert places[2][1] < places[0][1] < places[3][1]  # up is up
    assert ((places > 0) & (places < (400, 300))).all()
    assert np.hypot(*(places[0] - places[1])) == np.hypot(*(places[2] - places[3]))
    assert [view.word_at(*place) for place in places] == [0, 1, 2, 3]
    assert view.word_at(*(places[0] + 40)) == -1
    chosen: list[str] = []
    view.chosen.connect(chosen.append)
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Right):
        qtbot.keyClick(view, key)
    qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=QPoint(*places[3].astype(int).tolist()))
    assert chosen[0] in ("up", "down", "right")
    assert chosen[-2:] == ["right", "down"]
    view.show_dots(Dots())
    assert view.word_at(10, 10) == -1
    view.grab()


def test_the_words_of_the_sentence_stand_out(workbench_home: Path, make: Make, qtbot: QtBot) -> None:
    make_tiny_run(paths.runs_root() / "tiny")
    pane = make(load_model)
    pane.set_text("Ein Hund schläft.")
    page: Any = pane.inspector.page("wordMapPage")
    pane.view.pages.setCurrentWidget(page)
    qtbot.waitUntil(lambda: page.about.text() != "" or page.problem.isVisible(), timeout=60_000)
    page.side.setCurrentIndex(1)
    page.side.activated.emit(1)
    qtbot.waitUntil(lambda: page.near.count() > 0 and page.word.text() == "schläft", timeout=60_000)
    assert page.map.accessibleDescription() == "schläft"
    first = page.near.item(0)
    page.near.itemActivated.emit(first)
    word = first.data(Qt.ItemDataRole.UserRole)
    qtbot.waitUntil(lambda: page.word.text() == word)
    page.word.setText("Park")
    qtbot.keyClick(page.word, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.map.accessibleDescription() == "Park")


def test_words_without_marks() -> None:
    assert words_of("« Oui, dit-elle ! »") == ["Oui", "dit-elle"]
