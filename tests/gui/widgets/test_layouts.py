"""Rows that wrap like words: heights worked out by hand."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from workbench.gui.layouts import FlowLayout


@pytest.mark.parametrize(
    ("width", "rows"),
    [(316, 1), (315, 2), (208, 2), (207, 3), (100, 3), (10, 3), (0, 3)],
)
def test_three_boxes_of_100_by_20_eight_apart_in_rows_six_apart(qtbot: QtBot, width: int, rows: int) -> None:
    boxes = [QWidget() for _ in range(3)]
    for box in boxes:
        box.setFixedSize(100, 20)
    holder = QWidget()
    qtbot.addWidget(holder)
    layout = FlowLayout(*boxes, spacing=8, margins=(0, 0, 0, 0))
    holder.setLayout(layout)
    assert layout.heightForWidth(width) == rows * 20 + (rows - 1) * 6
    layout.setGeometry(QRect(0, 0, max(width, 100), 200))
    assert len({box.y() for box in boxes}) == rows


def test_less_room_than_its_margins_is_one_box_a_row(qtbot: QtBot) -> None:
    box = QWidget()
    box.setFixedSize(100, 20)
    holder = QWidget()
    qtbot.addWidget(holder)
    layout = FlowLayout(box, margins=(14, 7, 14, 8))
    holder.setLayout(layout)
    assert layout.heightForWidth(10) == 7 + 20 + 8
