"""What the main window asks of a pane."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from workbench.gui.styling import dress


class Pane(QWidget):
    """Base of the four panes.

    Signals:
        idle: ``shutdown`` had to wait, and now nothing of the pane runs any more.
        grew: A part of the pane was built later than the pane itself.
    """

    idle = Signal()
    grew = Signal(QWidget)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        dress(self)

    def build_remaining(self) -> None:
        """Build what the start of the window did not have to wait for."""

    def focus_first(self) -> None:
        """Put the keyboard where one begins."""
        raise NotImplementedError

    def shutdown(self) -> bool:
        """Cancel what runs and remember the layout.

        Returns:
            True when nothing runs any more; otherwise ``idle`` follows.
        """
        raise NotImplementedError
