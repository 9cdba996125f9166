"""How long the window stands still while text size, theme or language change; a part of ``workbench bench gui``."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from workbench.gui.shell.main_window import MainWindow

#: Between two beats of the timer that is watched, and how long it is watched after a change; in milliseconds.
_BEAT, _WATCHED = 5, 1200
#: A language is not switched while something is worked on: how often it is tried again.
_TRIES = 40


@dataclass(frozen=True)
class Change:
    """One change that a person makes.

    Attributes:
        kind: "zoom", "theme" or "language".
        pane: Which pane is in sight.
        act: Makes it.
        done: Whether it was made; else it is tried again.
    """

    kind: str
    pane: str
    act: Callable[[], object]
    done: Callable[[], bool]


def changes(window: MainWindow, panes: tuple[str, ...]) -> Iterator[Change]:
    """Every kind of change there and back, with each pane in sight."""
    context, settings = window.context, window.context.settings
    for pane in panes:
        for step in (1, 0):
            yield Change("zoom", pane, lambda step=step: context.step_zoom(step), lambda: True)  # type: ignore[misc]
        for name in ("dark", "light"):
            yield Change("theme", pane, lambda name=name: window.set_theme(name), lambda: True)  # type: ignore[misc]
        for tag in ("fr", "de", "en"):
            yield Change(
                "language",
                pane,
                lambda tag=tag: window.set_language(tag),  # type: ignore[misc]
                lambda tag=tag: settings.language == tag,  # type: ignore[misc]
            )


class AppearanceWatch:
    """Makes the changes one after the other and keeps the longest time without a beat after each.

    Args:
        window: The window.
        then: Called when all are made.
    """

    def __init__(self, window: MainWindow, then: Callable[[], object]) -> None:
        from PySide6.QtCore import Qt, QTimer

        from workbench.gui.shell.main_window import PANES

        self._window, self._then, self._tries = window, then, 0
        self._left = changes(window, tuple(name for name, *_ in PANES))
        self.frozen: dict[str, list[tuple[float, float]]] = {"zoom": [], "theme": [], "language": []}
        self._last = self._longest = self._worked = self._most = 0.0
        self._heart = QTimer(window, interval=_BEAT)
        self._heart.setTimerType(Qt.TimerType.PreciseTimer)
        self._heart.timeout.connect(self._beat)

    def start(self) -> None:
        """Begin."""
        self._last = time.perf_counter()
        self._heart.start()
        self._next()

    def _beat(self) -> None:
        now, worked = time.perf_counter(), time.thread_time()
        self._longest, self._last = max(self._longest, now - self._last), now
        self._most, self._worked = max(self._most, worked - self._worked), worked

    def _after(self, milliseconds: int, slot: Callable[[], object]) -> None:
        from PySide6.QtCore import QTimer

        QTimer.singleShot(milliseconds, self._window, slot)

    def _next(self) -> None:
        change = next(self._left, None)
        if change is None:
            self._heart.stop()
            self._then()
            return
        self._window.show_pane(change.pane)
        self._tries = _TRIES
        self._after(400, lambda: self._make(change))

    def _make(self, change: Change) -> None:
        self._longest, self._last = 0.0, time.perf_counter()
        self._most, self._worked = 0.0, time.thread_time()
        change.act()
        self._tries -= 1
        if not change.done() and self._tries:
            self._after(250, lambda: self._make(change))
            return
        self._after(_WATCHED, lambda: self._note(change))

    def _note(self, change: Change) -> None:
        if change.done():
            self.frozen[change.kind].append((1000 * self._longest, 1000 * self._most))
        self._next()

    def result(self) -> dict[str, Any]:
        """Of each kind of change the median and the longest time that the window stood still, in milliseconds.

        ``worked_max_ms`` is what of it this thread worked: where others use the processors, it waits as well.
        """
        import numpy as np

        table = {kind: np.array(times) for kind, times in self.frozen.items() if times}
        return {
            kind: {
                "median_ms": round(float(np.median(times[:, 0]))),
                "max_ms": round(float(times[:, 0].max())),
                "worked_max_ms": round(float(times[:, 1].max())),
                "changes": len(times),
            }
            for kind, times in table.items()
        }
