"""A person at an X11 screen, played by xdotool: points, clicks, turns the wheel, types."""

from __future__ import annotations

import subprocess

from PySide6.QtCore import QPoint
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QWidget


class Hand:
    """Sends real X events to whatever window lies there; the program is only asked where a control is.

    Attributes:
        clicks: How often the left button was pressed.
    """

    def __init__(self) -> None:
        self.clicks = 0
        self._place: QPoint | None = None
        self._running: subprocess.Popen[bytes] | None = None

    def _send(self, *arguments: str) -> None:
        # Never waited for here: the window must go on while xdotool types.
        self._running = subprocess.Popen(["xdotool", *arguments])

    @property
    def free(self) -> bool:
        """Whether the last action has been sent; raises when xdotool could not send it."""
        if self._running is None:
            return True
        code = self._running.poll()
        if code:
            raise RuntimeError(f"xdotool ended with {code}")
        return code == 0

    def reach(self, widget: QWidget, at: QPoint | None = None) -> bool:
        """Point at a control; turns the wheel where it is scrolled out of sight.

        Args:
            widget: The control.
            at: Where in it; its middle when not given.

        Returns:
            Whether it can be clicked now: it is on, in sight, nothing lies over it, and the pointer is on it twice in a
            row. A window that has just changed moves its controls a moment later, and a click would miss.
        """
        before, self._place = self._place, None
        point = self._point_of(widget, at)
        if point is None:
            return False
        if QCursor.pos() != point:
            self._send("mousemove", str(point.x()), str(point.y()))
            return False
        self._place = point
        return before == point

    def _point_of(self, widget: QWidget, at: QPoint | None) -> QPoint | None:
        """Where on the screen a control can be clicked; ``None`` while it cannot."""
        if not self.free or not widget.isVisible() or not widget.isEnabled():
            return None
        place = at or widget.rect().center()
        if not widget.visibleRegion().contains(place):
            area = scroll_area(widget)
            if area is not None:
                middle = area.viewport().mapToGlobal(area.viewport().rect().center())
                below = widget.mapToGlobal(place).y() > middle.y()
                self._send("mousemove", str(middle.x()), str(middle.y()), "click", "5" if below else "4")
            return None
        point = widget.mapToGlobal(place)
        top = QApplication.widgetAt(point)
        return point if top is not None and (top is widget or widget.isAncestorOf(top)) else None

    def press(self, button: int = 1) -> None:
        """Click where the pointer is."""
        self.clicks += button == 1
        self._send("click", str(button))

    def type(self, text: str) -> None:
        """Type text as fast as a quick person."""
        self._send("type", "--delay", "25", "--", text)

    def focus(self, widget: QWidget) -> bool:
        """Give a window the keyboard, as a window manager would; there is none on a bare Xvfb.

        Returns:
            Whether it has it.
        """
        window = widget.window()
        if self.free and not window.isActiveWindow():
            self._send("windowfocus", str(int(window.winId())))
        return self.free and window.isActiveWindow()

    def key(self, *names: str) -> None:
        """Press keys such as ``Return`` or ``ctrl+q``."""
        self._send("key", *names)


def scroll_area(widget: QWidget) -> QAbstractScrollArea | None:
    """The scroll area that a widget lies in."""
    parent = widget.parentWidget()
    while parent is not None and not isinstance(parent, QAbstractScrollArea):
        parent = parent.parentWidget()
    return parent
