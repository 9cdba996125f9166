"""What the main window asks of a pane."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from workbench.gui.styling import dress
from workbench.gui.widgets import fields


class Pane(QWidget):
    """Base of the four panes.

    What few look at is built when it is looked at: all that a pane holds takes time whenever text size, theme or
    language change, also where it is out of sight.

    Signals:
        idle: ``shutdown`` had to wait, and now nothing of the pane runs any more.
        grew: A part of the pane was built later than the pane itself.
    """

    idle = Signal()
    grew = Signal(QWidget)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        dress(self)

    def takes_files(self) -> bool:
        """Whether a file dropped here may be for this pane rather than be imported."""
        return False

    def state(self) -> dict[str, Any]:
        """What a person has chosen and written here; another pane of the kind, in another language, takes it over."""
        return {"fields": fields.values(self.form())}

    def restore(self, state: Mapping[str, Any]) -> None:
        """Show what a pane of the kind gave as its ``state``; what is still being read is chosen once it is there."""
        fields.put(self.form(), state["fields"])

    def form(self) -> QWidget:
        """The part whose fields are the pane's state, each under its name."""
        return self

    def focus_first(self) -> None:
        """Put the keyboard where one begins."""
        raise NotImplementedError

    def shutdown(self) -> bool:
        """Cancel what runs and remember the layout.

        Returns:
            True when nothing runs any more; otherwise ``idle`` follows.
        """
        raise NotImplementedError
