"""Driving a pane as a person does: shown, clicked, listened to, and shut down in the end."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QWidget

from tests.gui.quiet import settle
from workbench.gui.state.context import AppContext
from workbench.gui.widgets.pane import Pane
from workbench.gui.workers.job import running_jobs

P = TypeVar("P", bound=Pane)


def made_panes(qtbot: Any, context: AppContext, kind: Callable[[AppContext], P]) -> Iterator[Callable[[], P]]:
    """For a fixture: what makes panes that are shown and at rest; all are shut down afterwards."""
    panes = []

    def make() -> P:
        pane = kind(context)
        qtbot.addWidget(pane)
        pane.resize(1100, 760)
        pane.show()
        panes.append(pane)
        settle(qtbot)
        return pane

    yield make
    for pane in panes:
        pane.shutdown()
    qtbot.waitUntil(lambda: not running_jobs(), timeout=30_000)


def heard(signal: Any) -> list[Any]:
    """What a signal carries from now on."""
    calls: list[Any] = []
    signal.connect(calls.append)
    return calls


def click(qtbot: Any, pane: QWidget, name: str) -> None:
    """Click a button that is there and on."""
    button = pane.findChild(QAbstractButton, name)
    assert button is not None, name
    assert button.isEnabled(), name
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
