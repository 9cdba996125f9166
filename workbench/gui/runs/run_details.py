"""Everything about one run on one page: facts, what it is told to learn, the person's own note."""

from __future__ import annotations

import html

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from workbench.engine.runs.summary import RunSummary
from workbench.gui.state.context import AppContext
from workbench.gui.theme import set_role
from workbench.gui.words import formats
from workbench.gui.words.engine_texts import shown

_SAVE_AFTER_MS = 800


class RunDetails(QWidget):
    """Facts on the left, the note on the right; the note saves itself.

    Signals:
        note_changed: ``(path, text)`` once the person has stopped typing or left the field.
    """

    note_changed = Signal(object)

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._summary: RunSummary | None = None
        self.title = QLabel()
        self.title.setObjectName("runTitle")
        self.title.setWordWrap(True)
        self.title.setTextFormat(Qt.TextFormat.PlainText)
        set_role(self.title, "heading")
        self._facts = QLabel()
        self._facts.setObjectName("runFacts")
        self._facts.setWordWrap(True)
        self._facts.setTextFormat(Qt.TextFormat.RichText)
        self._facts.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self._facts.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.note = QPlainTextEdit()
        self.note.setObjectName("runNote")
        self.note.setTabChangesFocus(True)
        self.note.setPlaceholderText(self.tr("What was this run for? What did you learn from it?"))
        self.note.setAccessibleName(self.tr("Note about this run"))
        self.note.setToolTip(self.tr("Your own words about this run; saved in its folder as you type"))
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_SAVE_AFTER_MS)
        self._timer.timeout.connect(self.save_note)
        self.note.textChanged.connect(self._on_typed)
        self._lay_out()
        context.theme_changed.connect(self._on_theme)
        self.show_run(None)

    def _lay_out(self) -> None:
        page = QWidget()
        left = QVBoxLayout(page)
        left.setContentsMargins(0, 0, 8, 0)
        left.addWidget(self.title)
        left.addSpacing(4)
        left.addWidget(self._facts)
        left.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setWidget(page)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        note_label = QLabel(self.tr("&Note"))
        note_label.setBuddy(self.note)
        set_role(note_label, "muted")
        right = QVBoxLayout()
        note_label.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        right.addWidget(note_label)
        right.addWidget(self.note, 1)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(14, 12, 14, 12)
        layout.setSpacing(18)
        layout.addWidget(scroll, 3)
        layout.addLayout(right, 2)

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
        return self.tr("{corpus}, {pairs} pairs").format(corpus=s.corpus or "?", pairs=formats.count(s.train_pairs))

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
        count = formats.count(s.checkpoints)
        if s.resumable:
            return self.tr("checkpoints: {count}; training can go on from here").format(count=count)
        return self.tr("checkpoints: {count}, to translate with").format(count=count)

    @Slot(object)
    def _on_theme(self, _theme: object) -> None:
        self._show_facts(self._summary)

    @Slot()
    def _on_typed(self) -> None:
        self._timer.start()

    @Slot()
    def save_note(self) -> None:
        """Hand over the note if it was changed."""
        self._timer.stop()
        if self._summary is not None and self.note.isEnabled():
            text = self.note.toPlainText()
            if text != self._summary.note:
                self.note_changed.emit((self._summary.path, text))


def _breakable(text: str) -> str:
    """Long paths and names may break after their separators."""
    escaped = html.escape(text)
    for separator in "/\\_-":
        escaped = escaped.replace(separator, f"{separator}\u200b")
    return escaped
