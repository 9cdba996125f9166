"""Tells the person that a training or other long work is done or has failed, also when the window is not in front."""

from __future__ import annotations

import shutil

from PySide6.QtCore import QObject, QProcess, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QMainWindow, QSystemTrayIcon

from workbench.gui import theme
from workbench.gui.state.context import AppContext
from workbench.gui.state.training_service import TrainingOutcome
from workbench.gui.widgets.message_box import message_box
from workbench.gui.words import formats
from workbench.gui.words.engine_texts import shown, shown_failure
from workbench.gui.workers.failure import FailureReport


def notify_by_command(title: str, text: str, failed: bool) -> bool:
    """Through the desktop's own command; some desktops have notifications but no tray.

    Returns:
        Whether there is such a command.
    """
    command = shutil.which("notify-send") if QGuiApplication.platformName() in ("xcb", "wayland") else None
    if command is None:
        return False
    urgency = "critical" if failed else "normal"
    options = ["--app-name=Translation workbench", "--icon=translation-workbench", f"--urgency={urgency}"]
    started = QProcess.startDetached(command, [*options, "--", title, text])
    return started[0] if isinstance(started, tuple) else bool(started)


class Notifier(QObject):
    """A system notification where there is a tray, the window's alert and status line everywhere."""

    def __init__(self, context: AppContext, window: QMainWindow) -> None:
        super().__init__(window)
        self._context, self._window = context, window
        self._tray: QSystemTrayIcon | None = None
        context.training.finished.connect(self._on_finished)
        context.work_ended.connect(self._on_work_ended)

    @Slot(object)
    def _on_finished(self, outcome: TrainingOutcome) -> None:
        history, failure = outcome.history, outcome.failure
        if self._context.training.closing:
            return
        run = self._context.training.run_dir
        name = run.name if run else ""
        if failure is not None:
            self.notify(self.tr("Training failed: {run}").format(run=name), shown_failure(failure), failed=True)
            self._explain(name, failure)
            return
        best = history.best
        score = f"BLEU {formats.number(best.bleu)}, chrF {formats.number(best.chrf)}" if best else ""
        if history.finished is not None and history.finished.status == "failed":
            self.notify(self.tr("Training failed: {run}").format(run=name), shown(history.finished.reason), failed=True)
        else:
            self.notify(self.tr("Training finished: {run}").format(run=name), score)

    @Slot(str, str, bool)
    def _on_work_ended(self, title: str, text: str, failed: bool) -> None:
        self.notify(title, text, failed=failed)

    def notify(self, title: str, text: str, *, failed: bool = False) -> None:
        """Tell the person."""
        self._context.status_message.emit(f"{title} {text}".strip())
        # Desktops read markup in notifications: names and errors must not bring any.
        title, text = title.replace("<", "‹"), text.replace("<", "‹")
        if self._window.isActiveWindow():
            return
        QApplication.alert(self._window)
        if QSystemTrayIcon.isSystemTrayAvailable() and QSystemTrayIcon.supportsMessages():
            if self._tray is None:
                self._tray = QSystemTrayIcon(theme.icon("mdi6.translate", self._context.theme, "accent"), self)
                self._tray.activated.connect(self._raise)
                self._tray.messageClicked.connect(self._raise)
            self._tray.show()
            kind = QSystemTrayIcon.MessageIcon.Critical if failed else QSystemTrayIcon.MessageIcon.Information
            self._tray.showMessage(title, text, kind, 15_000)
        else:
            notify_by_command(title, text, failed)

    def _explain(self, name: str, failure: FailureReport) -> None:
        kept = self.tr("What was saved before is kept; the run can be continued from its checkpoint.")
        advice, title = shown(failure.advice) or kept, self.tr("Training failed")
        box = message_box(self._window, "trainingFailed", "warning", title, shown(failure.title), advice)
        if not failure.expected:
            box.setDetailedText(failure.details)
        box.setModal(False)
        box.open()

    @Slot()
    def _raise(self) -> None:
        self._window.showNormal() if self._window.isMinimized() else self._window.show()
        self._window.raise_()
        self._window.activateWindow()

    def hide(self) -> None:
        """Take the tray icon away."""
        if self._tray is not None:
            self._tray.hide()
