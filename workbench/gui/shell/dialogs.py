"""Small dialogs of the main window."""

from __future__ import annotations

import platform
import sys
from collections.abc import Callable

import PySide6
from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QMessageBox,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from workbench import __version__
from workbench.gui.layouts import arrange
from workbench.gui.theme import named
from workbench.gui.widgets.message_box import message_box, two_ways

# Called by this name so that lupdate sees context and text.
translate = QCoreApplication.translate


def ask_close_while_training(parent: QWidget) -> bool:
    """Ask whether to stop the training and close.

    Returns:
        True to stop, keep the result and close; False to go on training.
    """
    title, text = translate("Dialogs", "A training is running"), translate("Dialogs", "Stop the training and close?")
    more = translate(
        "Dialogs",
        "The model is saved before the window closes. You can translate with it, and continue the run another day.",
    )
    box = message_box(parent, "closeWhileTraining", "question", title, text, more)
    accept = ("stopAndKeep", translate("Dialogs", "&Stop and keep"))
    stop = two_ways(box, accept, ("goOnTraining", translate("Dialogs", "&Go on training")))
    box.exec()
    return box.clickedButton() is stop


def ask_about_dropped(
    parent: QWidget, name: str, translate_it: Callable[[], object], import_it: Callable[[], object]
) -> None:
    """Ask what a file dropped on the translate pane is for; nothing is done when the person thinks better of it."""
    title, text = translate("Dialogs", "A file was dropped"), translate("Dialogs", "What is “{file}” for?")
    more = translate(
        "Dialogs",
        "Its lines can be translated with the model in use, or it can be imported as sentence pairs to train with.",
    )
    box = message_box(parent, "droppedFile", "question", title, text.format(file=name), more)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    role = QMessageBox.ButtonRole.AcceptRole
    wanted = {
        named(box.addButton(translate("Dialogs", "&Translate it"), role), "dropTranslate"): translate_it,
        named(box.addButton(translate("Dialogs", "&Import it as a corpus"), role), "dropImport"): import_it,
    }
    box.setDefaultButton(next(iter(wanted)))
    box.setEscapeButton(named(box.addButton(QMessageBox.StandardButton.Cancel), "dropCancel"))
    box.buttonClicked.connect(lambda button: wanted.get(button, lambda: None)())
    box.open()


def show_shortcuts(parent: QWidget, actions: dict[str, QAction]) -> None:
    """All keyboard shortcuts on one page."""
    rows = [(a.toolTip(), a.shortcuts()) for a in actions.values() if a.shortcuts()]
    dialog = named(QDialog(parent), "shortcutsDialog")
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setWindowTitle(translate("Dialogs", "Keyboard shortcuts"))
    table = QTableWidget(len(rows), 2)
    table.setAccessibleName(dialog.windowTitle())
    table.setHorizontalHeaderLabels([translate("Dialogs", "Keys"), translate("Dialogs", "What they do")])
    table.verticalHeader().hide()
    table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
    table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
    table.setTabKeyNavigation(False)
    table.setShowGrid(False)
    for row, (text, keys) in enumerate(rows):
        native = QKeySequence.SequenceFormat.NativeText
        table.setItem(row, 0, QTableWidgetItem(keys[0].toString(native)))
        table.setItem(row, 1, QTableWidgetItem(text))
    table.resizeColumnToContents(0)
    table.horizontalHeader().setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
    table.resizeRowsToContents()
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
    buttons.rejected.connect(dialog.reject)
    arrange(QVBoxLayout(dialog), table, buttons, margins=None)
    dialog.resize(620, 520)
    dialog.open()


def about(parent: QWidget) -> None:
    """Versions and licence."""
    text = translate(
        "Dialogs",
        "<h3>Translation workbench {version}</h3>"
        "<p>Train sequence-to-sequence translation models by point and click, and see what they look at. "
        "Everything stays on this computer.</p>"
        "<p>Apache License 2.0</p><p>{details}</p>",
    )
    details = f"Python {platform.python_version()} · Qt for Python {PySide6.__version__}"
    box = named(QMessageBox(parent), "aboutDialog")
    box.setWindowTitle(translate("Dialogs", "About"))
    box.setTextFormat(Qt.TextFormat.RichText)
    box.setText(text.format(version=__version__, details=details))
    box.open()


def explain_missing_card(parent: QWidget, unusable: str, look_again: Callable[[], None]) -> None:
    """What can be done without a graphics card, and how to make one usable.

    Args:
        parent: The window.
        unusable: Name of a card that is there but that this PyTorch cannot use.
        look_again: Looks for devices anew.
    """
    if unusable:
        text = translate("Dialogs", "{card} was found, but this PyTorch cannot use it.").format(card=unusable)
    else:
        text = translate("Dialogs", "No graphics card was found that can train models.")
    title = translate("Dialogs", "No graphics card")
    box = message_box(parent, "noCardDialog", "info", title, text)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    steps = translate(
        "Dialogs",
        "The processor is enough: the smaller presets take minutes, and translating is quick.\n\n"
        "For larger models an NVIDIA card helps. It needs its driver and the CUDA build of PyTorch, which this command "
        "installs; close the program first:\n\n{command}",
    )
    command = f'"{sys.executable}" -m pip install --upgrade --force-reinstall torch'
    box.setInformativeText(steps.format(command=command))
    action = QMessageBox.ButtonRole.ActionRole
    copy = named(box.addButton(translate("Dialogs", "&Copy the command"), action), "copyCommand")
    again = named(box.addButton(translate("Dialogs", "&Look again"), action), "lookAgain")
    box.setDefaultButton(box.addButton(QMessageBox.StandardButton.Close))
    copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(command))
    again.clicked.connect(lambda: QTimer.singleShot(0, look_again))
    box.open()
