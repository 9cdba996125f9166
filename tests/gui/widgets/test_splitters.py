"""Handles stay where a person left them."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QByteArray, Qt
from PySide6.QtWidgets import QWidget

from workbench.gui.widgets.controls import restore_splitter, splitter

_ACROSS, _DOWN = Qt.Orientation.Horizontal, Qt.Orientation.Vertical


@pytest.mark.parametrize(("then", "kept"), [(_ACROSS, True), (_DOWN, False)])
def test_handles_are_put_back_where_the_layout_is_still_the_same(qtbot: Any, then: Qt.Orientation, kept: bool) -> None:
    former, now = splitter(then, QWidget(), QWidget()), splitter(_ACROSS, QWidget(), QWidget())
    for one in (former, now):
        qtbot.addWidget(one)
        one.resize(400, 400)
        one.show()
    former.setSizes([100, 300])
    now.setSizes([200, 200])
    before = now.sizes()
    assert restore_splitter(now, former.saveState()) is kept
    assert now.orientation() == _ACROSS
    assert now.sizes() == (former.sizes() if kept else before)
    assert not restore_splitter(now, QByteArray())
