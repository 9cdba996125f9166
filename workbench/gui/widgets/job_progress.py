"""What a running job shows: what it does, how far it is, and the button that cancels it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QSizePolicy, QWidget

from workbench.gui.layouts import arrange
from workbench.gui.theme import name_button, named
from workbench.gui.words import formats
from workbench.gui.words.engine_texts import shown
from workbench.gui.workers.job import Job


class JobProgress(QWidget):
    """One line for one job at a time; hidden while there is none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._job: Job | None = None
        self.label = named(QLabel(textFormat=Qt.TextFormat.PlainText), "jobLabel")
        self.label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.bar = named(QProgressBar(textVisible=False), "jobBar")
        self.bar.setMaximumWidth(320)
        self.cancel_button = named(QPushButton(), "jobCancel")
        self.cancel_button.clicked.connect(self._on_cancel)
        tip = self.tr("Stop this; nothing half-done is kept")
        name_button(self.cancel_button, self.tr("Cancel"), tip, self.tr("Cancel what is running"))
        self.bar.setAccessibleName(self.tr("Progress"))
        arrange(QHBoxLayout(self), (self.label, 1), (self.bar, 1), self.cancel_button, spacing=10)
        self.hide()

    def follow(self, job: Job, what: str) -> None:
        """Show a job until it ends; pass ``advance`` as the job's ``on_progress``."""
        self._job = job
        self.label.setText(what)
        self.bar.setRange(0, 0)
        self.cancel_button.setEnabled(True)
        job.finished.connect(self._on_finished)
        self.show()

    def advance(self, done: int, total: int, what: str) -> None:
        """Show how far the job is; without a total the bar only moves."""
        if total > 0:
            # In thousandths: a corpus may have more bytes than an int holds.
            self.bar.setRange(0, 1000)
            self.bar.setValue(min(1000, round(1000 * done / total)))
            numbers = f"{formats.count(done)} / {formats.count(total)}"
        else:
            self.bar.setRange(0, 0)
            numbers = formats.count(done) if done else ""
        if self.cancel_button.isEnabled():
            self.label.setText(f"{shown(what)}  {numbers}".strip())

    @property
    def busy(self) -> bool:
        """Whether a job is being followed."""
        return self._job is not None

    @Slot()
    def _on_cancel(self) -> None:
        if self._job is not None:
            self._job.cancel()
            self.cancel_button.setEnabled(False)
            self.label.setText(self.tr("Cancelling…"))

    @Slot()
    def _on_finished(self) -> None:
        if self._job is None or not self._job.running:
            self._job = None
            self.hide()
