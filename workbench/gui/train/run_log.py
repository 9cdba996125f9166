"""The story of a run in words, one line an event."""

from __future__ import annotations

from PySide6.QtCore import QDateTime, QLocale
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QWidget

from workbench.engine.core.events import (
    CheckpointSaved,
    Event,
    RunFinished,
    RunResumed,
    RunStarted,
    StateChanged,
    Validated,
    Warned,
)
from workbench.engine.runs.history import RunHistory
from workbench.gui.words import formats, wording
from workbench.gui.words.engine_texts import shown


class RunLog(QPlainTextEdit):
    """Grows with the history it is shown."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._history: RunHistory | None = None
        self._logged = 0
        self.setObjectName("runLog")
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setMaximumBlockCount(2_000)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(self.tr("Log of the run"))

    def begin(self, history: RunHistory) -> None:
        """Another run's story."""
        self.clear()
        self._history, self._logged = history, 0

    def show_history(self, history: RunHistory) -> None:
        """Append what is new; while hidden, only what there is at the beginning."""
        if history is not self._history:
            self.begin(history)
        new = history.logged - self._logged
        if not new or not (self.isVisible() or self._logged == 0):
            return
        self._logged = history.logged
        lines = [line for line in (self._line(e) for e in history.log[-new:]) if line]
        if lines:
            self.appendPlainText("\n".join(lines))

    def _line(self, event: Event) -> str:
        clock = QLocale().toString(QDateTime.fromSecsSinceEpoch(int(event.time)), "yyyy-MM-dd HH:mm:ss")
        text = self._words(event)
        step = self.tr("step {step}").format(step=formats.count(event.step)) if event.step else ""
        return f"{clock}  {step:<12}  {text}" if text else ""

    def _words(self, event: Event) -> str:
        if isinstance(event, RunStarted):
            lines = [
                self.tr("Started on {device}: {parameters} parameters, {pairs} training pairs").format(
                    device=shown(event.device),
                    parameters=formats.count(event.parameters),
                    pairs=formats.count(event.train_pairs),
                )
            ]
            return "\n".join(lines + [f"    {k} = {shown(v)}" for k, v in event.explanations.items()])
        if isinstance(event, RunResumed):
            return self.tr("Resumed")
        if isinstance(event, Validated):
            text = self.tr("Validated: loss {loss}, BLEU {bleu}, chrF {chrf}").format(
                loss=formats.number(event.loss, 3), bleu=formats.number(event.bleu), chrf=formats.number(event.chrf)
            )
            if event.decided_by:
                names = {"bleu": "BLEU", "chrf": "chrF", "loss": self.tr("loss")}
                decided = self.tr("(decided by {score})").format(score=names.get(event.decided_by, event.decided_by))
                text = f"{text} {decided}"
            return f"{text} ★" if event.best else text
        if isinstance(event, CheckpointSaved):
            return self.tr("Checkpoint saved: {folder}").format(folder=event.folder)
        if isinstance(event, Warned):
            return self.tr("Note: {message}").format(message=shown(event.message))
        if isinstance(event, RunFinished):
            return f"{wording.state_words(event.status)}: {shown(event.reason)}"
        if isinstance(event, StateChanged) and event.state not in ("running", "validating", "saving"):
            return f"{wording.state_words(event.state)} {shown(event.detail)}".strip()
        return ""
