"""What if the translation began, or went on, with another word: alternatives at a token, and a fixed beginning."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint, Signal, Slot
from PySide6.QtWidgets import QWidget

from workbench.engine.core.types import Alternative
from workbench.gui.translate.picture.alternatives_popup import AlternativesPopup, forced_prefix
from workbench.gui.translate.picture.picture_maker import first_piece
from workbench.gui.translate.picture.pointing import Pointing
from workbench.gui.translate.translation_desk import Desk
from workbench.gui.translate.translation_view import TranslationView
from workbench.gui.views.pictures.picture import Spot


class WhatIf(QObject):
    """Puts what the person fixes onto the desk.

    Signals:
        changed: A translation is wanted anew; whether at once, ``bool``.
    """

    changed = Signal(bool)

    def __init__(self, view: TranslationView, desk: Desk, pointing: Pointing, parent: QWidget) -> None:
        super().__init__(parent)
        self._view, self._desk, self._pointing = view, desk, pointing
        self._asked = (0, "", 0)
        self.popup = AlternativesPopup(parent)
        self.popup.picked.connect(self._on_alternative)
        view.picture.token_activated.connect(self.show_alternatives)
        view.prefix.textEdited.connect(self._on_prefix_edited)
        view.release_button.clicked.connect(self.release_prefix)

    @Slot(int)
    def show_alternatives(self, index: int) -> None:
        """What else the model considered where a target token stands."""
        current = self._pointing.current
        anchor, hypothesis = self._pointing.anchor(current), self._desk.hypothesis(current)
        if anchor is None or hypothesis is None or index >= len(anchor.picture.target):
            return
        token = anchor.picture.target[index]
        piece = hypothesis.pieces[first_piece(hypothesis, token)]
        self._asked = (current, hypothesis.text, piece.start)
        view = self._view.picture.alignment
        rect = view.viewport_rect(Spot(target=index))
        place = view.viewport().mapToGlobal(QPoint(int(rect.left()), int(rect.bottom()) + 6))
        before, count = hypothesis.text[: piece.start].rstrip(), (anchor.picture.pieces or {index: 1})[index]
        self.popup.open(before, piece.text, piece.alternatives, place, count)

    @Slot(object)
    def _on_alternative(self, choice: Alternative) -> None:
        index, text, start = self._asked
        if index < len(self._desk.segments):
            self.set_prefix(index, forced_prefix(text, start, choice))

    def set_prefix(self, index: int, prefix: str) -> None:
        """Fix the beginning of a sentence's translation and decode again."""
        self._desk.set_prefix(index, prefix)
        self.changed.emit(True)

    @Slot(str)
    def begin_with(self, prefix: str) -> None:
        """Fix the beginning of the current sentence's translation and decode again."""
        if self._pointing.current < len(self._desk.segments):
            self.set_prefix(self._pointing.current, prefix)

    @Slot(str)
    def _on_prefix_edited(self, prefix: str) -> None:
        if self._pointing.current < len(self._desk.segments):
            self._desk.set_prefix(self._pointing.current, prefix)
            self.changed.emit(False)

    @Slot()
    def release_prefix(self) -> None:
        """Let the model choose the beginning again."""
        self.begin_with("")
