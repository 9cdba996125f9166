"""What a word hangs on besides the attention: asked for the sentence in sight, kept, and laid over its picture."""

from __future__ import annotations

import math
from collections import OrderedDict
from collections.abc import Callable, Hashable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from workbench.engine.core.types import ATTENTION, GRADIENT, OCCLUSION, Token
from workbench.gui.state.translation_service import TranslationService
from workbench.gui.translate.inspection.page import Subject
from workbench.gui.translate.picture.picture_maker import Layer, attentive, split_words
from workbench.gui.translate.picture.picture_panel import PicturePanel
from workbench.gui.translate.picture.pointing import Pointing
from workbench.gui.translate.translation_desk import Desk
from workbench.gui.words import formats
from workbench.gui.words.engine_texts import shown_failure
from workbench.gui.workers.translation_types import Answer

if TYPE_CHECKING:
    from workbench.engine.inspection.influence import Divide, Influence
    from workbench.engine.search.translator import Translator

_NAME = "influence"
_CACHED = 200


class Influences(QObject):
    """Tells the layer of each sentence, and asks for the current one's.

    Signals:
        changed: A layer is another.
    """

    changed = Signal()

    def __init__(
        self, panel: PicturePanel, desk: Desk, pointing: Pointing, service: TranslationService, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._panel, self._desk, self._pointing, self._service = panel, desk, pointing, service
        self._known: OrderedDict[Hashable, Influence | str] = OrderedDict()
        self._asked: Hashable = None
        pointing.layer = self.layer
        panel.kind_chosen.connect(self._on_kind)
        service.answered.connect(self._on_answered)

    def kind(self, index: int) -> str:
        """What is shown of a sentence: without attention, what is left out."""
        hypothesis, kind = self._desk.hypothesis(index), self._panel.wanted_kind
        if kind == ATTENTION and hypothesis is not None and not attentive(hypothesis):
            return OCCLUSION
        return kind

    def layer(self, index: int) -> Layer | None:
        """What is drawn of a sentence in place of its attention; ``None`` for the attention."""
        kind = self.kind(index)
        if kind == ATTENTION:
            return None
        found = self._known.get(self._key(self._desk.model, index))
        if found is None:
            return Layer(kind, remark=self.tr("Being worked out…") if index == self._pointing.current else "")
        if isinstance(found, str):
            return Layer(kind, note=found)
        note = self.tr(
            "This translation was changed after the search (a word was copied), so that it cannot be read again."
        )
        return Layer(kind, found, note, self._agreement(found))

    def _key(self, model: Hashable, index: int) -> Hashable:
        hypothesis = self._desk.hypothesis(index)
        text = hypothesis.text if hypothesis is not None else ""
        return model, self._desk.segments[index].text, text, self._panel.words_button.isChecked()

    def refresh(self, subject: Subject | None) -> None:
        """Ask for the sentence in sight, unless it is known or asked for."""
        index = self._pointing.current
        key = None
        if subject is not None and self.kind(index) != ATTENTION:
            key = self._key(subject.info.key, index)
        if key in self._known:
            key = None
        if key == self._asked:
            return
        if self._asked is not None:
            self._service.forget(_NAME)
        self._asked = key
        if key is not None and subject is not None:
            words = self._panel.words_button.isChecked()
            self._service.ask(_NAME, subject.choice, _examine(subject.text, subject.hypothesis.text, words))

    @Slot(str)
    def _on_kind(self, _kind: str) -> None:
        self.changed.emit()

    @Slot(object)
    def _on_answered(self, answer: Answer) -> None:
        if answer.question.name != _NAME or self._asked is None:
            return
        self._known[self._asked] = answer.value if answer.failure is None else shown_failure(answer.failure)
        self._asked = None
        while len(self._known) > _CACHED:
            self._known.popitem(last=False)
        self.changed.emit()

    def _agreement(self, found: Influence) -> str:
        """How far the kinds put the source words into the same order, in a sentence."""
        names = {
            ATTENTION: self.tr("attention"),
            OCCLUSION: self.tr("left out"),
            GRADIENT: self.tr("gradient"),
        }
        told = [
            self.tr("{one} and {other} {tau}").format(one=names[one], other=names[other], tau=formats.number(tau, 2))
            for (one, other), tau in found.agreement.items()
            if not math.isnan(tau)
        ]
        if not told:
            return ""
        text = self.tr("How far they rank the source words alike (Kendall’s tau, 1 the same, 0 unrelated): {list}.")
        return text.format(list=", ".join(told))


def _examine(source: str, target: str, words: bool) -> Callable[[Translator, Callable[[], None]], Influence]:
    def divide(text: str, pieces: Sequence[Token]) -> Sequence[Token]:
        return split_words(text, pieces)

    def examine(translator: Translator, check: Callable[[], None]) -> Influence:
        return look_into(translator, source, target, divide if words else None, check)

    return examine


def look_into(
    translator: Translator, source: str, target: str, divide: Divide | None, check: Callable[[], None]
) -> Influence:
    """Measure, in the translation thread; imports torch."""
    from workbench.engine.inspection.influence import influence

    return influence(translator, source, target, divide=divide, check=check)
