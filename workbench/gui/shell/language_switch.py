"""Another language for the open window: its parts are built anew, one at a turn of the event loop."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, QLocale, QObject, QTimer, Slot
from PySide6.QtWidgets import QApplication, QLabel

from workbench.gui.words import i18n

#: When a pane that began to work again is asked once more, in milliseconds.
_AGAIN_MS = 20


class LanguageSwitch(QObject):
    """Takes what was chosen and written in each pane, builds the panes in the new language, and puts it back.

    A picture of the pane in sight stands in its place meanwhile, so that the window answers and nothing flickers.

    Attributes:
        active: Whether the window is being built anew.
    """

    def __init__(self, window: Any) -> None:  # the main window, which makes one of these
        super().__init__(window)
        self._window = window
        self.active = False
        self._next: str | None = None
        self._kept: dict[str, dict[str, Any]] = {}
        self._picture: QLabel | None = None
        self._steps: deque[Callable[[], object]] = deque()
        self._timer = QTimer(self, singleShot=True, interval=0)
        self._timer.timeout.connect(self._step)

    def start(self, setting: str) -> None:
        """Switch to "system" or a language tag; while a switch is going on, afterwards."""
        self._next = setting
        if not self.active:
            self.active = True
            self.go_on()

    @Slot()
    def go_on(self) -> None:
        """Take the panes down as soon as nothing works in them any more; what they were reading is read again."""
        if self._steps or self._next is None or not self.active:
            return
        quiet = [pane.shutdown() for pane in self._window.panes.values()]  # every one is told to end
        if not all(quiet):
            return  # a pane's ``idle`` comes back here
        window, setting, self._next = self._window, self._next, None
        self._kept = {name: pane.state() for name, pane in window.panes.items()}  # with what was typed while waiting
        window.context.settings.language = setting
        self._show_picture()
        self._plan(setting)
        self._timer.start()

    def stop(self) -> None:
        """The window closes."""
        self._steps.clear()
        self._timer.stop()
        self.active = False

    def _show_picture(self) -> None:
        stack = self._window.stack
        self._picture = QLabel(pixmap=stack.grab())
        stack.addWidget(self._picture)
        stack.setCurrentWidget(self._picture)

    def _plan(self, setting: str) -> None:
        window = self._window
        current = window.context.settings.pane
        for name in list(window.panes):
            self._steps.append(lambda name=name: self._take_down(name))  # type: ignore[misc]
        self._steps.append(lambda: self._install(setting))
        self._steps.append(window.tell)
        for name in sorted(window.pane_names, key=lambda name: name != current):
            self._steps.append(lambda name=name: window.make_pane(name))  # type: ignore[misc]
            self._steps.append(lambda name=name: window.pane(name))  # type: ignore[misc]
            self._steps.append(lambda name=name: self._put_back(name))  # type: ignore[misc]
            if name == current:
                self._steps.append(self._take_picture_away)

    def _take_down(self, name: str) -> None:
        pane = self._window.panes[name]
        if not pane.shutdown():  # a late answer made it start a thread again
            self._steps.appendleft(lambda: self._take_down(name))
            self._timer.start(_AGAIN_MS)
            return
        self._window.remove_pane(name)
        QCoreApplication.sendPostedEvents(pane, QEvent.Type.DeferredDelete)

    def _install(self, setting: str) -> None:
        if self._window.panes:  # somebody went to a pane meanwhile, which was built in the language that goes
            self._steps.appendleft(lambda: self._install(setting))
            self._steps.extendleft(lambda name=name: self._take_down(name) for name in self._window.panes)  # type: ignore[misc]
            return
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        i18n.install(app, setting)
        self._window.setLocale(QLocale())  # what is put into a window takes the window's

    def _take_picture_away(self) -> None:
        self._window.show_pane(self._window.context.settings.pane)
        if self._picture is not None:
            self._window.stack.removeWidget(self._picture)
            self._picture.deleteLater()
            self._picture = None

    def _put_back(self, name: str) -> None:
        kept = self._kept.pop(name, None)
        if kept is not None:
            self._window.pane(name).restore(kept)

    @Slot()
    def _step(self) -> None:
        if self._steps:
            self._timer.start(0)  # first: should a part fail, the others still have to be built
            self._steps.popleft()()
            return
        self.active = False
        if self._next is not None:
            self.start(self._next)
