"""Choose where to train, or where to translate, by the real names of the devices."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Slot
from PySide6.QtWidgets import QLabel, QSizePolicy, QVBoxLayout, QWidget

from workbench.engine.device.devices import DeviceInfo
from workbench.gui.state.context import AppContext
from workbench.gui.theme import set_role
from workbench.gui.widgets.elided_box import ElidedBox
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
        self.label = QLabel()
        set_role(self.label, "muted")
        self.box = ElidedBox()
        self.box.setObjectName(f"{purpose}Device")
        self.box.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.box.activated.connect(self._chosen)
        self.label.setBuddy(self.box)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(self.label)
        layout.addWidget(self.box)
        context.device_changed.connect(self._changed_elsewhere)
        self._retranslate()

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

    @Slot(object)
    def _changed_elsewhere(self, change: object) -> None:
        assert isinstance(change, tuple)
        purpose, device = str(change[0]), str(change[1])
        if purpose == self._purpose and self.box.currentData() != device:
            self.box.setCurrentIndex(max(0, self.box.findData(device)))
            self._explain()

    def _explain(self) -> None:
        tip = self.tip_train() if self._purpose == "train" else self.tip_translate()
        if len(self._devices) == 1:
            tip += "\n" + self.tr(
                "No graphics card was found. The processor is enough for small models; for an NVIDIA card, install its "
                "driver and the CUDA build of PyTorch."
            )
        chosen = self.box.currentText()
        self.box.setToolTip(f"{chosen}\n{tip}")

    def tip_train(self) -> str:
        """What the choice means for training."""
        return self.tr("The next training will run on this device. A run under way keeps its own.")

    def tip_translate(self) -> str:
        """What the choice means for translating."""
        return self.tr("Translations are computed on this device, also while a training uses another one.")

    def _retranslate(self) -> None:
        if self._purpose == "train":
            self.label.setText(self.tr("Train on"))
            self.box.setAccessibleName(self.tr("Device for training"))
        else:
            self.label.setText(self.tr("Translate on"))
            self.box.setAccessibleName(self.tr("Device for translating"))
        self.set_devices(self._devices)

    def changeEvent(self, event: QEvent) -> None:
        """Follow a language switch."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
