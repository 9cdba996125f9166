"""Where is trained and translated, and how busy the computer is: a button in the status bar and the panel it opens."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QPoint, Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QPushButton, QToolButton, QVBoxLayout, QWidget

from workbench.engine.device.devices import DeviceInfo
from workbench.gui import theme
from workbench.gui.layouts import arrange
from workbench.gui.shell.device_picker import DevicePicker
from workbench.gui.shell.dialogs import explain_missing_card
from workbench.gui.shell.meters import Meters
from workbench.gui.state.context import AppContext


class DevicePanel(QFrame):
    """The two device lists, what a missing graphics card means, and the meters; opens above its button.

    Args:
        context: Shared state.
        look_again: Looks for devices anew.
        parent: The window.

    Attributes:
        button: What opens it; belongs into the status bar.
    """

    def __init__(self, context: AppContext, look_again: Callable[[], None], parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        theme.named(self, "devicePanel", "popup")
        self._context, self._look_again = context, look_again
        self._unusable = ""
        self.train_device = DevicePicker(context, "train")
        self.translate_device = DevicePicker(context, "translate")
        self.no_card = theme.named(QPushButton(), "noCard", "link")
        tip = self.tr("What can be done without one, and how to make one usable")
        name = self.tr("No graphics card was found: what to do")
        theme.name_button(self.no_card, self.tr("No graphics card?"), tip, name)
        self.no_card.clicked.connect(self._explain)
        self.no_card.hide()
        self.meters = Meters(context)
        parts = (self.train_device, self.translate_device, self.no_card, self.meters)
        arrange(QVBoxLayout(self), *parts, margins=(14, 12, 14, 12), spacing=10)
        self.button = theme.named(QToolButton(), "devicesButton", "quiet")
        self.button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        tip = self.tr("Where is trained and translated, and how busy the computer is; press to change")
        theme.name_control(self.button, self.tr("Devices"), tip)
        self.button.clicked.connect(self.open)
        self.meters.told.connect(self._tell)
        self.paint()
        self._tell()

    def set_devices(self, devices: Sequence[DeviceInfo], gpu: Any = None, unusable: str = "") -> None:
        """Show the devices there are.

        Args:
            devices: What can be used.
            gpu: Handle of the card whose load is shown.
            unusable: Name of a card that is there but cannot be used by this PyTorch.
        """
        self._unusable = unusable
        for picker in (self.train_device, self.translate_device):
            picker.set_devices(devices)
        self.meters.watch_gpu(gpu)
        self.no_card.setVisible(bool(devices) and not any(d.id.startswith("cuda") for d in devices))

    @Slot()
    def open(self) -> None:
        """Show it above the button, within the window."""
        window = self.button.window()
        self.setMinimumWidth(round(self.fontMetrics().height() * 14))
        self.adjustSize()
        corner = self.button.mapTo(window, QPoint(self.button.width(), 0))
        left = max(4, min(corner.x(), window.width() - 4) - self.width())
        self.move(window.mapToGlobal(QPoint(left, max(4, corner.y() - self.height() - 4))))
        self.show()
        self.train_device.box.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes it."""
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
            self.button.setFocus()
        else:
            super().keyPressEvent(event)

    @Slot()
    def _tell(self) -> None:
        text = self.meters.summary()
        if text != self.button.text():
            self.button.setText(text)
            self.button.setAccessibleDescription(text)

    def paint(self) -> None:
        """The picture of the button, which is in sight while this is not."""
        self.button.setIcon(theme.icon("mdi6.chip", self._context.theme, "muted"))

    @Slot()
    def _explain(self) -> None:
        self.hide()
        explain_missing_card(self.button.window(), self._unusable, self._look_again)
