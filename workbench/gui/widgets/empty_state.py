"""What a pane shows when it has nothing to show: what this is for, and the button that changes it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from workbench.gui.state.context import AppContext
from workbench.gui.theme import Theme, icon, set_role
from workbench.gui.widgets.controls import described


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
        self._picture = QLabel()
        self._picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._title = QLabel()
        self._text = QLabel()
        for label, role in ((self._title, "title"), (self._text, "muted")):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            label.setWordWrap(True)
            set_role(label, role)
        self._text.setMaximumWidth(640)
        self._text.setMinimumWidth(220)
        self._text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.MinimumExpanding)
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(10)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addLayout(self._buttons)
        row.addStretch(1)
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(self._text, 40)  # as wide as it may be, the rest around it
        middle.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setSpacing(14)
        layout.addStretch(2)
        layout.addWidget(self._picture)
        layout.addWidget(self._title)
        layout.addLayout(middle)
        layout.addLayout(row)
        layout.addStretch(3)
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
        button = described(QPushButton(text), name, tip)
        if self._buttons.count() == 0:
            set_role(button, "primary")
        button.clicked.connect(lambda _checked=False: slot())
        self._buttons.addWidget(button)
        return button

    @Slot(object)
    def _on_theme(self, theme: Theme) -> None:
        self._theme = theme
        size = round(self.fontMetrics().height() * 3.4)
        self._picture.setPixmap(icon(self._icon_name, theme, "accent").pixmap(size, size))

    def changeEvent(self, event: QEvent) -> None:
        """Resize the icon with the text."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "_theme"):
            self._on_theme(self._theme)
