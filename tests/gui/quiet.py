"""Wait for a window to come to rest, however busy the machine is."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from workbench.gui.workers.job import running_jobs

#: Longer timers hide messages; nothing waits for them.
_SHORT_MS = 1000


def _pending() -> bool:
    timers = (t for w in QApplication.topLevelWidgets() for t in w.findChildren(QTimer))
    return any(t.isActive() and t.isSingleShot() and t.interval() < _SHORT_MS for t in timers)


def settle(qtbot: Any) -> None:
    """Wait until no job runs and no short timer is about to start one, seen three times in a row."""
    calm = 0

    def at_rest() -> bool:
        nonlocal calm
        calm = 0 if running_jobs() or _pending() else calm + 1
        return calm >= 3

    qtbot.waitUntil(at_rest, timeout=60_000)
