"""The navigation: words where there is room, icons alone where the text is large for the window."""

from __future__ import annotations

from typing import Any

import pytest

from workbench.gui.shell.main_window import MainWindow
from workbench.gui.state.context import AppContext


def test_words_give_way_to_icons_and_come_back(qtbot: Any, window: MainWindow, context: AppContext) -> None:
    bar = window.sidebar
    window.resize(1280, 800)
    assert not bar.compact
    wide = bar.width()
    context.set_zoom(2.0)
    assert bar.compact
    assert bar.width() < wide
    for name, button in bar.buttons.items():
        assert (button.text(), bool(button.accessibleName())) == ("", True), name
        assert button.toolTip().startswith(button.accessibleName())
    window.resize(1920, 1080)
    assert not bar.compact
    assert all(button.text().strip() for button in bar.buttons.values())
    context.set_zoom(1.0)


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)  # of popups, offscreen
def test_the_status_bar_tells_the_load_and_opens_the_devices(qtbot: Any, window: MainWindow) -> None:
    button = window.devices.button
    assert button.text().startswith("CPU ")
    assert "%" in button.text()
    assert "B" in button.text().rpartition("·")[2]
    button.click()
    assert window.devices.isVisible()
    place = window.devices.geometry()
    assert window.geometry().contains(place)
    window.devices.hide()
