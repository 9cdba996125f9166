"""Which corpus is learnt from, and in which direction."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from workbench.gui.layouts import arrange
from workbench.gui.widgets.controls import beside, described, label_for, push_button, text_label
from workbench.gui.widgets.elided import ElidedBox
from workbench.gui.words import formats
from workbench.gui.words.languages import language_name
from workbench.gui.words.schema_texts import corpus_description, corpus_title

if TYPE_CHECKING:
    from workbench.engine.corpora.corpus_info import CorpusInfo


class CorpusChoice(QWidget):
    """Two lists and the button that imports.

    Signals:
        corpus_chosen: Another corpus was chosen, also by code.
        direction_chosen: The person turned the direction.
        import_requested: The person wants to import a corpus.
    """

    corpus_chosen = Signal()
    direction_chosen = Signal()
    import_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.corpora: list[CorpusInfo] = []
        tip = self.tr("The sentence pairs the model learns from")
        self.corpus_box = described(ElidedBox(), "corpusBox", tip, self.tr("Corpus to learn from"))
        self.corpus_box.activated.connect(self._on_corpus)
        tip = self.tr("Add sentence pairs of your own: TMX, tables, text files and others")
        self.import_button = push_button(
            "importButton",
            self.tr("&Import…"),
            tip,
            self.import_requested.emit,
            accessible=self.tr("Import a corpus"),
            role="link",
        )
        tip = self.tr("From which language into which one the model will translate")
        self.direction_box = described(ElidedBox(), "directionBox", tip, self.tr("Direction of translation"))
        self.direction_box.activated.connect(self.direction_chosen)
        for box in (self.corpus_box, self.direction_box):
            box.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.hint = text_label("muted")
        # above the list, which needs the whole width for long names
        above = beside((label_for(self.corpus_box, self.tr("&Corpus"), role=""), 1), self.import_button)
        direction = label_for(self.direction_box, self.tr("&Direction"), role="")
        parts = (above, self.corpus_box, direction, self.direction_box, self.hint)
        arrange(QVBoxLayout(self), *parts, spacing=5)

    @property
    def corpus(self) -> CorpusInfo | None:
        """The chosen corpus."""
        name = self.corpus_box.currentData()
        return next((c for c in self.corpora if c.name == name), None)

    @property
    def languages(self) -> tuple[str, str]:
        """Source and target tag of the chosen direction."""
        corpus = self.corpus
        if corpus is None:
            return "", ""
        return self.direction_box.currentData() or (corpus.source_lang, corpus.target_lang)

    @property
    def swapped(self) -> bool:
        """Whether the corpus is learnt from the other way round."""
        return self.direction_box.currentIndex() == 1

    def show_corpora(self, corpora: Sequence[CorpusInfo], remembered: str, swapped: bool) -> None:
        """List the corpora there are; the choice stays, or is the one remembered."""
        before, turned = self.corpus, self.swapped
        self.corpora = list(corpora)
        wanted = before.name if before else remembered
        self.corpus_box.clear()
        for info in self.corpora:
            pairs = formats.count(info.pairs)
            text = self.tr("{title} · {pairs} pairs").format(title=corpus_title(info) or info.name, pairs=pairs)
            self.corpus_box.addItem(text, info.name)
        self.corpus_box.setEnabled(bool(self.corpora))
        if not self.corpora:
            self.corpus_box.addItem(self.tr("No corpus yet"), "")
        self.corpus_box.setCurrentIndex(max(0, self._index_of(wanted)))
        same = before is not None and self.corpus is not None and self.named(before.name) is self.corpus
        self._show_directions(turned if same else swapped)

    def choose(self, name: str, source_lang: str = "") -> bool:
        """Choose a corpus, and the direction that starts from ``source_lang``.

        Returns:
            Whether there is such a corpus.
        """
        index = self._index_of(name)
        if index < 0:
            return False
        self.corpus_box.setCurrentIndex(index)
        corpus = self.corpus
        self._show_directions(bool(corpus and source_lang and corpus.source_lang != source_lang))
        self.corpus_chosen.emit()
        return True

    def named(self, name: str) -> CorpusInfo | None:
        """The corpus of that name, also one that had it before it was renamed."""
        from workbench.engine.corpora.corpus_info import called

        return called(name, self.corpora)

    def _index_of(self, name: str) -> int:
        found = self.named(name)
        return self.corpus_box.findData(found.name) if found is not None else -1

    @Slot(int)
    def _on_corpus(self, _index: int) -> None:
        self._show_directions(False)
        self.corpus_chosen.emit()

    def _show_directions(self, swapped: bool) -> None:
        corpus = self.corpus
        self.direction_box.clear()
        self.direction_box.setEnabled(corpus is not None)
        self.hint.setText(self._hint(corpus) if corpus is not None else "")
        self.hint.setVisible(bool(self.hint.text()))
        if corpus is None:
            return
        one, other = corpus.source_lang, corpus.target_lang
        for source, target in ((one, other), (other, one)):
            text = f"{language_name(source) or '?'} → {language_name(target) or '?'}"
            self.direction_box.addItem(text, (source, target))
        self.direction_box.setCurrentIndex(int(swapped))

    def _hint(self, corpus: CorpusInfo) -> str:
        """What it is, and how many of its pairs are learnt from."""
        text, held = corpus_description(corpus), corpus.pairs - corpus.train_pairs
        if not held:
            return text
        counts = self.tr("{train} training pairs, {held} held out for validation and tests.")
        counts = counts.format(train=formats.count(corpus.train_pairs), held=formats.count(held))
        return f"{text} {counts}".strip()
