"""Numbers with a name, in little room."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from workbench.gui.widgets.stat_tile import StatTile


def test_what_has_no_room_ends_in_an_ellipsis_and_is_whole_in_the_tooltip(qtbot: QtBot):
    frame, tile = QWidget(), StatTile("After cleaning and splitting", "What is left")
    tile.setParent(frame)  # as in a layout that has too little room: a window would not become narrower than its name
    qtbot.addWidget(frame)
    tile.set_value("31,518", "nothing at all was left out")
    tile.resize(90, 60)
    frame.show()
    shown = [label.text() for label in tile.findChildren(QLabel)]
    assert [text.endswith("…") for text in shown] == [True, False, True]
    assert (tile.value(), tile.remark()) == ("31,518", "nothing at all was left out")
    assert "nothing at all was left out" in tile.toolTip()
    tile.resize(600, 60)
    assert [label.text() for label in tile.findChildren(QLabel)][2] == "nothing at all was left out"
