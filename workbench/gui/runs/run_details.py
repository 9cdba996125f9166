"""Everything about one run on one page: facts, what it is told to learn, the person's own note."""

from __future__ import annotations

import html
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QSizePolicy, QVBoxLayout, QWidget

from workbench.engine.runs.summary import RunSummary
from workbench.gui.layouts import arrange
from workbench.gui.state.context import AppContext
from workbench.gui.widgets.controls import described, label_for, scrolled, single_shot, text_label
from workbench.gui.words import formats
from workbench.gui.words.engine_texts import shown

_SAVE_AFTER_MS = 800


@dataclass(frozen=True)
class Note:
    """The person's own words about a run.

    Attributes:
        run: Its folder.
        text: The words.
    """

    run: Path
    text: str


class RunDetails(QWidget):
    """Facts on the left, the note on the right; the note saves itself.

    Signals:
        note_changed: ``Note``, once the person has stopped typing or left the field.
    """

    note_changed = Signal(object)

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._summary: RunSummary | None = None
        self.title = text_label("heading", name="runTitle")
        self.title.setTextFormat(Qt.TextFormat.PlainText)
        self._facts = text_label(name="runFacts")
        self._facts.setTextFormat(Qt.TextFormat.RichText)
        self._facts.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self._facts.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        tip = self.tr("Your own words about this run; saved in its folder as you type")
        self.note = described(QPlainTextEdit(), "runNote", tip, self.tr("Note about this run"))
        self.note.setTabChangesFocus(True)
        self.note.setPlaceholderText(self.tr("What was this run for? What did you learn from it?"))
        self._timer = single_shot(self, _SAVE_AFTER_MS, self.save_note)
        self.note.textChanged.connect(self._timer.start)
        self._lay_out()
        context.theme_changed.connect(self._on_theme)
        self.show_run(None)

    def _lay_out(self) -> None:
        page = QWidget()
        left = arrange(QVBoxLayout(page), self.title, margins=(0, 0, 8, 0))
        left.addSpacing(4)
        arrange(left, self._facts, None, margins=None)
        note_label = label_for(self.note, self.tr("&Note"))
        note_label.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        right = arrange(QVBoxLayout(), note_label, (self.note, 1))
        parts = ((scrolled(page, sideways=False), 3), (right, 2))
        arrange(QHBoxLayout(self), *parts, margins=(14, 12, 14, 12), spacing=18)

    def show_run(self, summary: RunSummary | None) -> None:
        """Show a run; the note under the cursor is not overwritten while the same run is refreshed."""
        same = self._summary is not None and summary is not None and self._summary.path == summary.path
        if not same:
            self.save_note()
        self._summary = summary
        self.note.setEnabled(summary is not None and summary.status != "unreadable")
        self.title.setText(summary.title if summary else "")
        if not (same and (self.note.hasFocus() or self._timer.isActive())):
            self._set_note(summary.note if summary else "")
        self._show_facts(summary)

    def _set_note(self, text: str) -> None:
        if self.note.toPlainText() != text:
            blocked = self.note.blockSignals(True)
            self.note.setPlainText(text)
            self.note.blockSignals(blocked)

    def _show_facts(self, s: RunSummary | None) -> None:
        rows: tuple[tuple[str, str], ...] = ()
        if s is not None and s.status == "unreadable":
            rows = ((self.tr("Problem"), shown(s.reason)), (self.tr("Folder"), str(s.path)))
        elif s is not None:
            rows = (
                (self.tr("Ended"), shown(s.reason)),
                (self.tr("Damaged"), " ".join(map(shown, s.damaged))),
                (self.tr("Learned from"), self._corpus_words(s)),
                (self.tr("Direction"), formats.direction(s.source_lang, s.target_lang)),
                (self.tr("Model"), self._model_words(s)),
                (self.tr("Trained"), self._training_words(s)),
                (self.tr("Best"), self._best_words(s)),
                (self.tr("Kept"), self._kept_words(s)),
                (self.tr("Folder"), str(s.path)),
            )
        told = [(name, text) for name, text in rows if text]
        muted = self._context.theme.muted
        cells = "".join(
            f'<tr><td style="color:{muted}; padding-right:18px; padding-bottom:5px">{name}</td>'
            f'<td style="padding-bottom:5px">{_breakable(text)}</td></tr>'
            for name, text in told
        )
        self._facts.setText(f"<table>{cells}</table>" if cells else "")
        self._facts.setAccessibleName("; ".join(f"{name}: {text}" for name, text in told))

    def _corpus_words(self, s: RunSummary) -> str:
        if not s.train_pairs:
            return s.corpus
        return self.tr("{corpus}, {pairs} training pairs").format(
            corpus=s.corpus or "?", pairs=formats.count(s.train_pairs)
        )

    def _model_words(self, s: RunSummary) -> str:
        if not s.parameters:
            return s.architecture
        text = self.tr("{model}, {parameters} parameters, {size}")
        size = formats.size(s.weights_bytes) if s.weights_bytes else formats.DASH
        return text.format(model=s.architecture, parameters=formats.count(s.parameters), size=size)

    def _training_words(self, s: RunSummary) -> str:
        text = self.tr("{steps} steps in {time}, last changed {moment}")
        return text.format(
            steps=formats.count(s.step), time=formats.duration(s.seconds), moment=formats.moment(s.changed)
        )

    def _best_words(self, s: RunSummary) -> str:
        if not s.best_step:
            return self.tr("no validation yet")
        text = self.tr("step {step}: BLEU {bleu}, chrF {chrf}, loss {loss} on the validation pairs")
        return text.format(
            step=formats.count(s.best_step),
            bleu=formats.number(s.bleu),
            chrf=formats.number(s.chrf),
            loss=formats.number(s.loss, 3),
        )

    def _kept_words(self, s: RunSummary) -> str:
        if not s.checkpoints:
            return self.tr("no checkpoint yet")
        values = {"count": formats.count(s.checkpoints), "size": formats.size(s.disk_bytes)}
        if s.can_go_on:
            return self.tr("checkpoints: {count}, {size} in all; training can go on from here").format(**values)
        return self.tr("checkpoints: {count}, to translate with; {size} in all").format(**values)

    @Slot(object)
    def _on_theme(self, _theme: object) -> None:
        self._show_facts(self._summary)

    @Slot()
    def save_note(self) -> None:
        """Hand over the note if it was changed."""
        self._timer.stop()
        if self._summary is not None and self.note.isEnabled():
            text = self.note.toPlainText()
            if text != self._summary.note:
                self.note_changed.emit(Note(self._summary.path, text))


def _breakable(text: str) -> str:
    """Long paths and names may break after their separators."""
    escaped = html.escape(text)
    for separator in "/\\_-":
        escaped = escaped.replace(separator, f"{separator}\u200b")
    return escaped
