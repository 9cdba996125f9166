"""What Help opens: the guide and the tour; both are loaded when they are first asked for."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject, QTimer, Slot

#: The tour waits until the window is up and its first pane has filled its lists.
_AFTER_MS = 900


class HelpDesk(QObject):
    """Belongs to the main window."""

    def __init__(self, window: Any) -> None:  # the main window, which makes one of these
        super().__init__(window)
        self._window = window
        self.guide: Any = None
        self.tour: Any = None

    def show_guide(self) -> None:
        """Open the guide, or bring it to the front."""
        if self.guide is None:
            from workbench.gui.help.guide_window import GuideWindow

            self.guide = GuideWindow(self._window.context, self.start_tour, self._window)
            self.guide.destroyed.connect(self._on_guide_gone)
        self.guide.show()
        self.guide.activateWindow()

    @Slot()
    def _on_guide_gone(self) -> None:
        self.guide = None

    @Slot()
    def start_tour(self) -> None:
        """Show the five bubbles from the first."""
        from workbench.gui.help.tour import Tour

        if self.tour is None and not self._window.switch.active:
            self.tour = Tour(self._window)
            self.tour.ended.connect(self._on_tour_ended)
            self.tour.start()

    @Slot()
    def _on_tour_ended(self) -> None:
        self.tour = None

    def offer_tour(self) -> None:
        """The tour of a first start."""
        QTimer.singleShot(_AFTER_MS, self, self.start_tour)
