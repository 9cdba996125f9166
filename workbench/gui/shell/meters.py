"""How busy the processor, the memory and the graphics card are."""

from __future__ import annotations

from typing import Any

import psutil
from PySide6.QtCore import QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QSizePolicy, QWidget

from workbench.gui.state.context import AppContext
from workbench.gui.theme import set_role
from workbench.gui.words import formats

_INTERVAL_MS = 1_500


class Bar(QWidget):
    """A thin bar that fills from left to right; quieter than a progress bar."""

    def __init__(self, context: AppContext, parent: QWidget | None = None, *, full_is_bad: bool = False) -> None:
        super().__init__(parent)
        self._context, self._full_is_bad = context, full_is_bad
        self._share = 0.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_share(self, share: float) -> None:
        """Fill ``share`` of the bar, 0 to 1."""
        share = min(1.0, max(0.0, share))
        if round(share * 200) != round(self._share * 200):
            self._share = share
            self.update()

    def sizeHint(self) -> QSize:
        """As high as a line is thick."""
        return QSize(40, 6)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw trough and filling."""
        theme = self._context.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("border"))
        painter.drawRoundedRect(self.rect(), 3, 3)
        filled = self.rect()
        filled.setWidth(round(filled.width() * self._share))
        painter.setBrush(theme.color("warning" if self._full_is_bad and self._share > 0.92 else "accent"))
        painter.drawRoundedRect(filled, 3, 3)
        painter.end()


class Meters(QWidget):
    """CPU, memory and, where there is one, GPU, looked at every second and a half while the window can be seen.

    Signals:
        told: New values were read; ``summary`` has them.
    """

    told = Signal()

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._process = psutil.Process()
        self._gpu: Any = None
        self._rows: dict[str, tuple[QLabel, Bar, QLabel]] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(6)
        grid.setVerticalSpacing(3)
        grid.setColumnStretch(1, 1)
        for row, name in enumerate(("cpu", "memory", "gpu", "gpu_memory")):
            label, bar, value = QLabel(), Bar(context, full_is_bad="memory" in name), QLabel()
            set_role(label, "muted")
            set_role(value, "muted")
            value.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            for column, widget in enumerate((label, bar, value)):
                grid.addWidget(widget, row, column)
                widget.setVisible(not name.startswith("gpu"))
            self._rows[name] = (label, bar, value)
        self._name_rows()
        self._timer = QTimer(self, interval=_INTERVAL_MS)
        self._timer.timeout.connect(self.refresh)
        self._timer.start()
        self.refresh()

    def watch_gpu(self, handle: Any) -> None:
        """Show a graphics card too.

        Args:
            handle: The NVML handle of it, made in a worker because loading NVML takes a while; ``None`` hides it.
        """
        self._gpu = handle
        for name in ("gpu", "gpu_memory"):
            for widget in self._rows[name]:
                widget.setVisible(handle is not None)

    @Slot()
    def refresh(self) -> None:
        """Read the values now."""
        frame = self.window().parentWidget() or self
        if not frame.isVisible() and self._timer.isActive() and self._rows["cpu"][2].text():
            return
        cpu = psutil.cpu_percent(None)
        memory = psutil.virtual_memory()
        own = self._process.memory_info().rss
        self._set("cpu", cpu / 100, formats.percent(cpu / 100, 0))
        self._set("memory", memory.percent / 100, formats.size(own, 1))
        tip = self.tr("This program uses {own}; {used} of {total} of the computer's memory are in use.")
        used = memory.total - memory.available
        tip = tip.format(own=formats.size(own, 1), used=formats.size(used, 1), total=formats.size(memory.total, 0))
        for widget in self._rows["memory"]:
            widget.setToolTip(tip)
        if self._gpu is not None:
            self._read_gpu()
        self.told.emit()

    def summary(self) -> str:
        """The values in a few words: the graphics card's where there is one, else the processor's, and memory."""
        names = ("gpu", "gpu_memory") if self._gpu is not None else ("cpu", "memory")
        label, _, busy = self._rows[names[0]]
        return f"{label.text()} {busy.text()} · {self._rows[names[1]][2].text()}"

    def _read_gpu(self) -> None:
        import pynvml

        try:
            memory = pynvml.nvmlDeviceGetMemoryInfo(self._gpu)
        except pynvml.NVMLError:
            self.watch_gpu(None)
            return
        try:
            busy = pynvml.nvmlDeviceGetUtilizationRates(self._gpu).gpu
        except pynvml.NVMLError:  # a part of a card (MIG) has memory of its own, but nobody knows how busy it is
            for widget in self._rows["gpu"]:
                widget.setVisible(False)
        else:
            self._set("gpu", busy / 100, formats.percent(busy / 100, 0))
        self._set("gpu_memory", int(memory.used) / int(memory.total), formats.size(int(memory.used), 0))

    def _set(self, name: str, share: float, text: str) -> None:
        label, bar, value = self._rows[name]
        bar.set_share(share)
        if value.text() != text:
            value.setText(text)
            bar.setAccessibleName(f"{label.text()} {text}")

    def _name_rows(self) -> None:
        texts = {
            "cpu": (self.tr("CPU"), self.tr("How busy all processor cores are together")),
            "memory": (self.tr("Memory"), self.tr("Memory in use")),
            "gpu": (
                self.tr("GPU"),
                self.tr("How busy the graphics card is; near 0 means unused"),
            ),
            "gpu_memory": (self.tr("GPU mem."), self.tr("Memory of the graphics card in use")),
        }
        for name, (text, tip) in texts.items():
            label, bar, value = self._rows[name]
            label.setText(text)
            for widget in (label, bar, value):
                widget.setToolTip(tip)
