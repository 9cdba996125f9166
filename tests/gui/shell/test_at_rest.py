"""A window in which nothing happens does nothing: parts that lay each other out in turn would keep a core busy."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication

from workbench.gui.shell.main_window import MainWindow

_LAYOUT = (QEvent.Type.LayoutRequest, QEvent.Type.Resize, QEvent.Type.Move)


class _Counter(QObject):
    """Counts events of layout by the widget that gets them."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: Counter[str] = Counter()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _LAYOUT:
            self.seen[f"{type(watched).__name__} {watched.objectName()}: {event.type().name}"] += 1
        return False


@pytest.mark.parametrize("zoom", [1.0, 1.5])
def test_no_pane_lays_itself_out_over_and_over(qtbot: Any, window: MainWindow, zoom: float) -> None:
    window.resize(1280, 800)
    window.show()
    window.build_remaining()
    window.context.set_zoom(zoom)
    app, counter = QApplication.instance(), _Counter()
    assert app is not None
    for name in ("train", "translate", "corpora", "runs"):
        window.show_pane(name)
        app.installEventFilter(counter)
        for _ in range(12):  # what was begun ends some time
            counter.seen.clear()
            qtbot.wait(300)
            if sum(counter.seen.values()) < 20:
                break
        app.removeEventFilter(counter)
        assert sum(counter.seen.values()) < 20, f"{name}: {counter.seen.most_common(5)}"
