"""What a pane shows when it has nothing to show: what this is for, and the button that changes it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from workbench.gui.layouts import arrange
from workbench.gui.state.context import AppContext
from workbench.gui.theme import Theme, icon, set_role
from workbench.gui.widgets.controls import push_button


class EmptyState(QWidget):
    """An icon, a title, two or three sentences and at most a few buttons, the first of them primary.

    Args:
        context: Shared state, for the theme.
        icon_name: A Material Design icon such as ``"mdi6.book-open-variant"``.
        parent: Parent widget.
    """

    def __init__(self, context: AppContext, icon_name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon_name = icon_name
        self._picture = QLabel(alignment=Qt.AlignmentFlag.AlignCenter)
        self._title = set_role(QLabel(alignment=Qt.AlignmentFlag.AlignCenter, wordWrap=True), "title")
        self._text = set_role(QLabel(alignment=Qt.AlignmentFlag.AlignCenter, wordWrap=True), "muted")
        self._text.setMaximumWidth(640)
        self._text.setMinimumWidth(220)
        self._text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.MinimumExpanding)
        self._buttons = arrange(QHBoxLayout(), spacing=10)
        row = arrange(QHBoxLayout(), None, self._buttons, None)
        middle = arrange(QHBoxLayout(), None, (self._text, 40), None)  # as wide as it may be, the rest around it
        items = ((None, 2), self._picture, self._title, middle, row, (None, 3))
        arrange(QVBoxLayout(self), *items, margins=None, spacing=14)
        context.theme_changed.connect(self._on_theme)
        self._on_theme(context.theme)

    def set_texts(self, title: str, text: str) -> None:
        """Replace title and text."""
        self._title.setText(title)
        self._text.setText(text)
        self.setAccessibleName(title)
        self.setAccessibleDescription(text)

    def add_button(self, name: str, slot: Callable[[], object], text: str = "", tip: str = "") -> QPushButton:
        """Add a button; without a text the caller sets it."""
        button = push_button(name, text, tip, slot, role="" if self._buttons.count() else "primary")
        self._buttons.addWidget(button)
        return button

    @Slot(object)
    def _on_theme(self, theme: Theme) -> None:
        size = round(self.fontMetrics().height() * 3.4)
        self._picture.setPixmap(icon(self._icon_name, theme, "accent").pixmap(size, size))
