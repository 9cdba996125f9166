"""A message inside a pane that waits to be read: good news with an undo, a warning, or what failed and what to do."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QWidget

from workbench.gui.layouts import arrange
from workbench.gui.state.context import AppContext
from workbench.gui.theme import Theme, icon, name_button, name_control, named, plain, set_role
from workbench.gui.widgets.message_box import PICTURES
from workbench.gui.words.engine_texts import shown_failure
from workbench.gui.workers.failure import FailureReport


class NoticeBar(QFrame):
    """Hidden until it has something to say. One message at a time, the newest; Escape or the cross closes it.

    Signals:
        closed_by_person: The cross was pressed.
    """

    closed_by_person = Signal()

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("noticeBar")
        self._context, self._kind = context, "info"
        self._action: Callable[[], object] | None = None
        self._undoes, self._details = False, ""
        self._picture = QLabel()
        self.label = named(QLabel(wordWrap=True, textFormat=Qt.TextFormat.PlainText), "noticeText")
        self.label.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.action_button = named(QPushButton(), "noticeAction")
        self.action_button.setAccessibleName(self.tr("Action"))
        self.action_button.clicked.connect(self._on_action)
        self._copy_button = named(QPushButton(), "noticeCopy", "quiet")
        self._copy_button.clicked.connect(self._on_copy)
        self._close_button = named(QToolButton(), "noticeClose", "quiet")
        self._close_button.clicked.connect(self.dismiss)
        self._close_button.clicked.connect(lambda _checked=False: self.closed_by_person.emit())
        copied, closed = self.tr("Copy the technical details"), self.tr("Close this message")
        tip = self.tr("Copy the technical details to the clipboard, for a report")
        name_button(self._copy_button, self.tr("Copy details"), tip, copied)
        name_control(self._close_button, closed, closed)
        items = (self._picture, (self.label, 1), self.action_button, self._copy_button, self._close_button)
        arrange(QHBoxLayout(self), *items, margins=(12, 6, 6, 6), spacing=10)
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.dismiss)
        context.theme_changed.connect(self._on_theme)
        self.hide()

    def say(
        self,
        text: str,
        kind: str = "info",
        *,
        action: str = "",
        on_action: Callable[[], object] | None = None,
        undoes: bool = False,
        seconds: float = 0.0,
    ) -> None:
        """Show a message.

        Args:
            text: What happened.
            kind: "info", "done", "warning" or "error".
            action: Text of a button; empty for none.
            on_action: What it does; the message closes first.
            undoes: Whether it takes back what is told, so that Ctrl+Z does it too.
            seconds: Hides itself after so many seconds (0: never).
        """
        self._kind, self._action, self._undoes, self._details = kind, on_action, undoes, ""
        self.label.setText(text)
        self.label.setAccessibleName(text)
        tip = self.tr("Also Ctrl+Z while this message is open") if undoes else plain(action)
        name_button(self.action_button, action, tip)
        self.action_button.setVisible(bool(action))
        self._copy_button.hide()
        self._on_theme(self._context.theme)
        self._timer.stop()
        if seconds:
            self._timer.start(round(seconds * 1000))
        self.show()
        if QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))

    def fail(self, failure: FailureReport, doing: str = "") -> None:
        """Show a failure; faults of the program offer their details to copy."""
        self.say(f"{doing} {shown_failure(failure)}".strip(), "error")
        self._details = failure.details
        self._copy_button.setVisible(not failure.expected)

    @Slot()
    def undo(self) -> None:
        """Do what the button does, while it is there and takes something back."""
        if self.isVisible() and self._undoes:
            self._on_action()

    @Slot()
    def dismiss(self) -> None:
        """Close the message."""
        self._timer.stop()
        self._action, self._undoes = None, False
        self.hide()

    @Slot()
    def _on_action(self) -> None:
        action = self._action
        self.dismiss()
        if action is not None:
            action()

    @Slot()
    def _on_copy(self) -> None:
        QApplication.clipboard().setText(self._details)

    @Slot(object)
    def _on_theme(self, theme: Theme) -> None:
        name, color = PICTURES[self._kind]
        size = round(self.fontMetrics().height() * 1.3)
        self._picture.setPixmap(icon(name, theme, color).pixmap(size, size))
        self._close_button.setIcon(icon("mdi6.close", theme, "muted"))
        set_role(self, "warning_banner" if self._kind in ("warning", "error") else "banner")
