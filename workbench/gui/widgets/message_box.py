"""Small dialogs that ask or tell, with the pictures of the theme."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QMessageBox, QPushButton, QWidget

from workbench.gui import theme
from workbench.gui.theme import named

# Called by this name so that lupdate sees context and text.
translate = QCoreApplication.translate

#: Picture and colour of each kind of message.
PICTURES = {
    "question": ("mdi6.help-circle-outline", "accent"),
    "info": ("mdi6.information-outline", "accent"),
    "done": ("mdi6.check-circle-outline", "positive"),
    "warning": ("mdi6.alert-outline", "warning"),
    "error": ("mdi6.alert-circle-outline", "error"),
}


def message_box(parent: QWidget, name: str, kind: str, title: str, text: str, more: str = "") -> QMessageBox:
    """A dialog without buttons yet.

    Args:
        parent: The window.
        name: Object name.
        kind: One of ``PICTURES``.
        title: Of the dialog's window.
        text: What is asked or told.
        more: A second, quieter sentence.
    """
    box = named(QMessageBox(parent), name)
    box.setTextFormat(Qt.TextFormat.PlainText)  # names of files and runs stand in it
    box.setWindowTitle(title)
    box.setText(text)
    box.setInformativeText(more)
    picture, color = PICTURES[kind]
    size = round(box.fontMetrics().height() * 2.4)
    box.setIconPixmap(theme.icon(picture, theme.in_use(), color).pixmap(size, size))
    return box


def two_ways(box: QMessageBox, accept: tuple[str, str], stay: tuple[str, str]) -> QPushButton:
    """Give a question its two buttons, each as object name and text; Enter and Escape change nothing.

    Returns:
        The button that does what is asked.
    """
    role = QMessageBox.ButtonRole
    yes = named(box.addButton(accept[1], role.AcceptRole), accept[0])
    no = named(box.addButton(stay[1], role.RejectRole), stay[0])
    box.setDefaultButton(no)
    box.setEscapeButton(no)
    return yes


def confirm_leaving(parent: QWidget, text: str) -> bool:
    """Ask whether to leave a page or a dialog that Escape would throw away; no, unless the person says so.

    Args:
        parent: The page.
        text: The question, such as "Leave this import?".
    """
    more = translate("Dialogs", "What you have chosen here is forgotten.")
    box = message_box(parent, "leaving", "question", translate("Dialogs", "Leave"), text, more)
    leave = two_ways(
        box, ("leaveYes", translate("Dialogs", "&Leave it")), ("leaveNo", translate("Dialogs", "&Stay here"))
    )
    box.exec()
    left = box.clickedButton() is leave
    box.deleteLater()
    return left
