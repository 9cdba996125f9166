"""What the main window asks of a pane."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget


class Pane(QWidget):
    """Base of the four panes.

    Signals:
        idle: ``shutdown`` had to wait, and now nothing of the pane runs any more.
    """

    idle = Signal()

    def focus_first(self) -> None:
        """Put the keyboard where one begins."""
        raise NotImplementedError

    def shutdown(self) -> bool:
        """Cancel what runs and remember the layout.

        Returns:
            True when nothing runs any more; otherwise ``idle`` follows.
        """
        raise NotImplementedError
