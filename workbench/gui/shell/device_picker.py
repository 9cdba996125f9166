"""Choose where to train, or where to translate, by the real names of the devices."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QLabel, QSizePolicy, QVBoxLayout, QWidget

from workbench.engine.device.devices import DeviceInfo
from workbench.gui.layouts import arrange
from workbench.gui.state.context import AppContext
from workbench.gui.theme import named, set_role
from workbench.gui.widgets.elided import ElidedBox
from workbench.gui.words.engine_texts import shown

#: Device id for training on every CUDA device at once, one process each.
ALL_CARDS = "all"


class DevicePicker(QWidget):
    """A labelled list of devices for one purpose.

    Args:
        context: The shared state; it keeps and announces the choice.
        purpose: "train" or "translate".
    """

    def __init__(self, context: AppContext, purpose: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self._purpose = context, purpose
        self._devices: list[DeviceInfo] = []
        self.label = set_role(QLabel(), "muted")
        self.box = named(ElidedBox(), f"{purpose}Device")
        self.box.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.box.activated.connect(self._chosen)
        self.label.setBuddy(self.box)
        arrange(QVBoxLayout(self), self.label, self.box, spacing=2)
        if purpose == "train":
            self.label.setText(self.tr("Train on"))
            self.box.setAccessibleName(self.tr("Device for training"))
        else:
            self.label.setText(self.tr("Translate on"))
            self.box.setAccessibleName(self.tr("Device for translating"))
        context.device_changed.connect(self._changed_elsewhere)
        self.set_devices([])

    def set_devices(self, devices: Sequence[DeviceInfo]) -> None:
        """Show the devices that were found; a remembered one that is gone falls back to automatic."""
        self._devices = list(devices)
        wanted = self._context.device(self._purpose)
        self.box.blockSignals(True)
        self.box.clear()
        best = next((d for d in self._devices if d.id.startswith("cuda")), self._devices[0] if devices else None)
        automatic = self.tr("Auto: {device}").format(device=shown(best.name)) if best else self.tr("Automatic")
        self.box.addItem(automatic, "auto")
        for device in self._devices:
            self.box.addItem(shown(device.name), device.id)
        cards = [d for d in self._devices if d.id.startswith("cuda")]
        if self._purpose == "train" and len(cards) > 1:
            self.box.addItem(self.tr("All {count} graphics cards").format(count=len(cards)), ALL_CARDS)
        index = self.box.findData(wanted)
        self.box.setCurrentIndex(max(0, index))
        self.box.blockSignals(False)
        if index < 0 and devices:
            self._context.set_device(self._purpose, "auto")
        self._explain()

    def choose(self, device: str) -> None:
        """Choose as a click would."""
        index = self.box.findData(device)
        if index >= 0:
            self.box.setCurrentIndex(index)
            self._chosen(index)

    @Slot(int)
    def _chosen(self, index: int) -> None:
        self._context.set_device(self._purpose, str(self.box.itemData(index)))
        self._explain()

    @Slot(str)
    def _changed_elsewhere(self, purpose: str) -> None:
        device = self._context.device(purpose)
        if purpose == self._purpose and self.box.currentData() != device:
            self.box.setCurrentIndex(max(0, self.box.findData(device)))
            self._explain()

    def _explain(self) -> None:
        if self._purpose == "train":
            tip = self.tr("The next training will run on this device. A run under way keeps its own.")
        else:
            tip = self.tr("Translations are computed on this device, also while a training uses another one.")
        if len(self._devices) == 1:
            tip += "\n" + self.tr(
                "No graphics card was found. The processor is enough for small models; for an NVIDIA card, install its "
                "driver and the CUDA build of PyTorch."
            )
        self.box.setToolTip(f"{self.box.currentText()}\n{tip}")
