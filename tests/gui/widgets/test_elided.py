"""Long names in drop-down lists."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from workbench.gui.widgets.elided import ElidedBox

LONG = "Minutes of the meetings of the municipal council, first and second reading · 31,518 pairs"


def test_a_long_name_is_shortened_when_closed_and_whole_when_open(qtbot: QtBot):
    box = ElidedBox()
    qtbot.addWidget(box)
    box.addItems(["short", LONG])
    box.resize(200, 28)
    box.show()
    assert box.shown_text() == "short"
    box.setCurrentIndex(1)
    assert box.shown_text().endswith("…")
    assert LONG.startswith(box.shown_text()[:-1])
    assert box.currentText() == LONG
    box.resize(box.fontMetrics().horizontalAdvance(LONG) - 5, 28)
    assert box.shown_text() == LONG.partition(" · ")[0]  # the number goes before the name is cut
    box.fit_list()
    assert box.view().minimumWidth() >= box.fontMetrics().horizontalAdvance(LONG[:70])
