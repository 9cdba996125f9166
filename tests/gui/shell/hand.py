"""A person's hand for the tests of the whole window, and what it works with."""

from __future__ import annotations

import time
from collections.abc import Callable
from itertools import product
from pathlib import Path
from typing import Any

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QDialog,
    QWidget,
)

from workbench.gui.shell.main_window import MainWindow
from workbench.gui.workers.job import running_jobs

COLOURS = {"red": "rouge", "green": "vert", "old": "vieux", "new": "neuf", "small": "petit", "white": "blanc"}
THINGS = {"house": "maison", "car": "voiture", "door": "porte", "tree": "arbre", "boat": "bateau", "hat": "chapeau"}
PAIRS = [
    (f"the {c} {t} {n}", f"la {THINGS[t]} {COLOURS[c]} {n}") for c, t, n in product(COLOURS, THINGS, ("one", "two"))
]


class Hand:
    """Clicks as a person does, and counts: on what is seen, where it is seen."""

    def __init__(self) -> None:
        self.clicks = 0

    def click(self, widget: QWidget, place: QPoint | None = None) -> None:
        """One click on a widget."""
        place = place or widget.rect().center()
        window = widget.window()
        found = window.childAt(widget.mapTo(window, place))
        assert widget.isVisible(), widget.objectName()
        assert widget.isEnabled(), widget.objectName()
        assert found is widget or widget.isAncestorOf(found), f"{widget.objectName()} is under {found}"
        self.clicks += 1
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton, pos=place)

    def named(self, root: QWidget, name: str) -> None:
        """One click on a button in sight with this object name."""
        buttons = [b for b in root.findChildren(QAbstractButton, name) if b.isVisible()]
        assert len(buttons) == 1, name
        self.click(buttons[0])

    def row(self, view: QAbstractItemView, text: str) -> bool:
        """One click on the row with this text, once it is there; whether it was."""
        model = view.model()
        for number in range(model.rowCount(view.rootIndex())):
            index = model.index(number, 0, view.rootIndex())
            if index.data() == text and not view.visualRect(index).isEmpty():
                self.click(view.viewport(), view.visualRect(index).center())
                return True
        return False


def in_dialog(kind: type[QDialog], act: Callable[[Any], bool]) -> QTimer:
    """Call ``act`` with the modal dialog, again and again until it has done what it should; it is closed after that.

    Returns:
        A timer that is active until then.
    """
    timer = QTimer()
    timer.setInterval(30)
    deadline = time.monotonic() + 30

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, kind):
            return
        try:
            if act(dialog):
                timer.stop()
            elif time.monotonic() > deadline:
                dialog.reject()
        except BaseException:  # or the dialog would be there for ever
            dialog.reject()
            raise

    timer.timeout.connect(look)
    timer.start()
    return timer


def calm(qtbot: Any) -> None:
    """Wait until no job runs."""
    qtbot.waitUntil(lambda: not running_jobs(), timeout=60_000)


def start_short(qtbot: Any, hand: Hand, window: MainWindow) -> None:
    """Choose the short preset and press Start, by clicks."""
    pane: Any = window.panes["train"]
    qtbot.waitUntil(lambda: pane.setup.corpus is not None, timeout=20_000)
    assert pane.setup.choose_corpus("colours")
    card = next(c for c in pane.setup.picker.cards if c.name == "short")
    qtbot.waitUntil(card.isVisible, timeout=20_000)
    pane.setup.findChild(QWidget, "qt_scrollarea_viewport").parentWidget().ensureWidgetVisible(card)
    hand.click(card)
    hand.named(window, "startButton")
    qtbot.waitUntil(lambda: len(pane.view.loss._steps) > 3, timeout=60_000)


def write_tmx(path: Path) -> None:
    units = "".join(
        f'<tu><tuv xml:lang="en"><seg>{s}</seg></tuv><tuv xml:lang="fr"><seg>{t}</seg></tuv></tu>' for s, t in PAIRS
    )
    head = '<header srclang="en" segtype="sentence" adminlang="en" datatype="plaintext" o-tmf="none"/>'
    path.write_text(f'<?xml version="1.0"?><tmx version="1.4">{head}<body>{units}</body></tmx>', encoding="utf-8")
