"""The left edge of the window: the four panes; icons alone where the window is narrow for its text size."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QButtonGroup, QFrame, QPushButton, QVBoxLayout, QWidget

from workbench.gui import theme
from workbench.gui.layouts import arrange
from workbench.gui.state.context import AppContext
from workbench.gui.styling import dress, put_on_now

#: Name and icon of each pane, in navigation order.
ICONS = {
    "train": "mdi6.chart-line",
    "translate": "mdi6.translate",
    "corpora": "mdi6.book-open-variant",
    "runs": "mdi6.folder-multiple-outline",
}
#: The part of the window that words beside the icons may take.
_MOST = 1 / 7


class Sidebar(QFrame):
    """A button for each pane.

    Args:
        context: Shared state.
        show_pane: Called with a pane's name.
    """

    def __init__(self, context: AppContext, show_pane: Callable[[str], None], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._room, self._compact = 0, False
        theme.set_role(self, "sidebar")
        dress(self)
        layout = arrange(QVBoxLayout(self), margins=(10, 14, 10, 10), spacing=4)
        self._group = QButtonGroup(self)
        self.buttons: dict[str, QPushButton] = {}
        for name in ICONS:
            button = theme.named(QPushButton(), f"nav_{name}", "nav")
            button.setCheckable(True)
            button.clicked.connect(lambda _checked=False, name=name: show_pane(name))
            self._group.addButton(button)
            self.buttons[name] = button
            layout.addWidget(button)
        layout.addStretch(1)
        self.paint()

    def paint(self) -> None:
        """Texts, icons and width for the theme and text size of now."""
        texts = {
            "train": (self.tr("Train"), self.tr("Train a model and watch it learn (Ctrl+1)")),
            "translate": (self.tr("Translate"), self.tr("Type, translate, and see the attention (Ctrl+2)")),
            "corpora": (self.tr("Corpora"), self.tr("Import and inspect sentence pairs (Ctrl+3)")),
            "runs": (self.tr("Runs"), self.tr("All models trained so far (Ctrl+4)")),
        }
        put_on_now(self)  # what the sheet adds is measured, too
        height = round(self.fontMetrics().height() * 1.25)
        full = 0
        for name, icon_name in ICONS.items():
            text, tip = texts[name]
            button = self.buttons[name]
            button.setIcon(theme.icon(icon_name, self._context.theme))
            button.setIconSize(QSize(height, height))
            theme.name_button(button, f"  {text}", tip, text)
            button.ensurePolished()
            bold = round(button.fontMetrics().horizontalAdvance(text) * 0.1)  # the chosen one is bold, and wider
            full = max(full, button.sizeHint().width() + bold)
        self._compact = bool(self._room) and full + 20 > self._room * _MOST
        if self._compact:
            full = 0
            for name, button in self.buttons.items():
                text, tip = texts[name]
                theme.name_button(button, "", f"{text}\n{tip}", text)
                full = max(full, button.sizeHint().width())
        self.setFixedWidth(full + 20)

    def fit(self, room: int) -> None:
        """Words beside the icons, or icons alone, as fits into a window so wide."""
        if room != self._room:
            self._room = room
            self.paint()

    @property
    def compact(self) -> bool:
        """Whether there are icons alone."""
        return self._compact
