"""The left edge of the window: the four panes, the two device pickers, what a missing graphics card means, meters."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QSize, Slot
from PySide6.QtWidgets import QButtonGroup, QFrame, QPushButton, QVBoxLayout, QWidget

from workbench.engine.device.devices import DeviceInfo
from workbench.gui import theme
from workbench.gui.layouts import arrange
from workbench.gui.shell.device_picker import DevicePicker
from workbench.gui.shell.dialogs import explain_missing_card
from workbench.gui.shell.meters import Meters
from workbench.gui.state.context import AppContext
from workbench.gui.styling import dress

#: Name and icon of each pane, in navigation order.
ICONS = {
    "train": "mdi6.chart-line",
    "translate": "mdi6.translate",
    "corpora": "mdi6.book-open-variant",
    "runs": "mdi6.folder-multiple-outline",
}


class Sidebar(QFrame):
    """Built anew after a language switch.

    Args:
        context: Shared state.
        show_pane: Called with a pane's name.
        look_again: Looks for devices anew.
    """

    def __init__(
        self,
        context: AppContext,
        show_pane: Callable[[str], None],
        look_again: Callable[[], None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._context, self._look_again = context, look_again
        self._unusable = ""
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
        self.train_device = DevicePicker(context, "train")
        self.translate_device = DevicePicker(context, "translate")
        self.no_card = theme.named(QPushButton(), "noCard", "link")
        tip = self.tr("What can be done without one, and how to make one usable")
        name = self.tr("No graphics card was found: what to do")
        theme.name_button(self.no_card, self.tr("No graphics card?"), tip, name)
        self.no_card.clicked.connect(self._explain)
        self.no_card.hide()
        self.meters = Meters(context)
        for widget in (self.train_device, self.translate_device, self.no_card, self.meters):
            layout.addWidget(widget)
            layout.addSpacing(6)
        self.paint()

    def paint(self) -> None:
        """Texts, icons and width for the theme and text size of now."""
        texts = {
            "train": (self.tr("Train"), self.tr("Train a model and watch it learn (Ctrl+1)")),
            "translate": (self.tr("Translate"), self.tr("Type, translate, and see the attention (Ctrl+2)")),
            "corpora": (self.tr("Corpora"), self.tr("Import and inspect sentence pairs (Ctrl+3)")),
            "runs": (self.tr("Runs"), self.tr("All models trained so far (Ctrl+4)")),
        }
        height = self.fontMetrics().height()
        for name, icon_name in ICONS.items():
            text, tip = texts[name]
            button = self.buttons[name]
            theme.name_button(button, f"  {text}", tip, text)
            button.setIcon(theme.icon(icon_name, self._context.theme))
            button.setIconSize(QSize(round(height * 1.25), round(height * 1.25)))
        self.setFixedWidth(max(150, round(height * 11.5)))

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
    def _explain(self) -> None:
        explain_missing_card(self, self._unusable, self._look_again)
