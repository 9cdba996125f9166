"""Pages in an area that scrolls up and down end at a size, whatever heights they ask for."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from workbench.gui.layouts import Fitted, FlowLayout
from workbench.gui.widgets.controls import scrolled

_WIDE, _HIGH, _ENOUGH = 300, 200, 40


class _Page(Fitted):
    """As high as a function of the width asked about and the width it has tells; counts how often it is resized."""

    def __init__(self, height: Callable[[int, int], int]) -> None:
        super().__init__()
        QVBoxLayout(self).addLayout(FlowLayout())
        self.height_at, self.resized = height, 0

    def heightForWidth(self, width: int) -> int:
        return self.height_at(width, self.width())

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.resized += 1
        if self.resized < 2 * _ENOUGH:  # a test that fails does not end the tests
            super().resizeEvent(event)
            self.updateGeometry()
        else:
            self.height_at = lambda width, now: 10


@pytest.mark.parametrize(
    ("height", "bar"),
    [
        (lambda width, now: _HIGH, False),
        (lambda width, now: _HIGH + 1, True),
        # lower where it is narrower, as rows that wrap are now and then
        (lambda width, now: 400 if width > _WIDE - 5 else 100, True),
        # other than it seemed before it had the width
        (lambda width, now: 400 if now > _WIDE - 5 else 100, None),
        (lambda width, now: 100 if now > _WIDE - 5 else 400, None),
        (lambda width, now: 400 if now % 2 else 100, None),
    ],
)
def test_a_page_comes_to_rest(qtbot: QtBot, height: Callable[[int, int], int], bar: bool | None) -> None:
    page = _Page(height)
    area = scrolled(page, sideways=False)
    qtbot.addWidget(area)
    area.resize(_WIDE, _HIGH)
    area.show()
    qtbot.wait(100)
    assert page.resized < _ENOUGH
    before = page.resized
    qtbot.wait(100)
    assert page.resized == before
    assert page.height() >= _HIGH
    if bar is not None:
        assert area.verticalScrollBar().isVisible() == bar
        assert page.width() == _WIDE - bar * area.verticalScrollBar().width()
        assert page.height() == max(_HIGH, height(page.width(), page.width()))


def test_a_page_that_becomes_lower_loses_its_scroll_bar(qtbot: QtBot) -> None:
    page = QWidget()
    inner = QWidget()
    inner.setMinimumHeight(500)
    QVBoxLayout(page).addWidget(inner)
    area = scrolled(page, sideways=False)
    qtbot.addWidget(area)
    area.resize(_WIDE, _HIGH)
    area.show()
    qtbot.waitUntil(lambda: area.verticalScrollBar().isVisible())
    inner.setMinimumHeight(50)
    qtbot.waitUntil(lambda: not area.verticalScrollBar().isVisible())
    assert page.width() == _WIDE
