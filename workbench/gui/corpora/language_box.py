"""A choice of language: those found in the files first, any BCP-47 tag by typing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QComboBox, QCompleter, QSizePolicy, QWidget

from workbench.gui.widgets.controls import described
from workbench.gui.words.languages import language_words

#: Offered besides what the files name.
_COMMON = (
    "ar bg ca cs cy da de el en es et eu fa fi fr ga he hi hr hu id is it ja ko lt lv mt nb nl pl pt ro ru sk sl sr sv"
    " sw th tr uk ur vi zh"
)


class LanguageBox(QComboBox):
    """An editable list of languages.

    Signals:
        tag_changed: The person chose or typed another language.
    """

    tag_changed = Signal()

    def __init__(self, name: str, accessible: str, tip: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        described(self, name, tip, accessible)
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        line = self.lineEdit()
        assert line is not None
        line.setPlaceholderText(self.tr("not known"))
        line.setAccessibleName(accessible)
        self.setMinimumContentsLength(11)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._told = ""
        self._completer: QCompleter | None = None
        self.activated.connect(self._tell)
        line.editingFinished.connect(self._tell)
        self.set_languages(())

    def set_languages(self, found: Sequence[str] | Mapping[str, int]) -> None:
        """Offer these first, with how many there are of each where that is known; the chosen one stays."""
        tag = self.tag()
        blocked = self.blockSignals(True)
        self.clear()
        for language in found:
            count = f" ({found[language]})" if isinstance(found, Mapping) else ""
            self.addItem(language_words(language) + count, language)
        if not isinstance(found, Mapping):
            if self.count():
                self.insertSeparator(self.count())
            for language in _COMMON.split():
                if language not in found:
                    self.addItem(language_words(language), language)
        if self._completer is None:
            self._completer = QCompleter(self.model(), self)
            self._completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            self._completer.setFilterMode(Qt.MatchFlag.MatchContains)
            self.setCompleter(self._completer)
        self.blockSignals(blocked)
        self.set_tag(tag)

    def set_tag(self, tag: str) -> None:
        """Choose a language without telling."""
        index = self.findData(tag) if tag else -1
        blocked = self.blockSignals(True)
        self.setCurrentIndex(index)
        if index < 0:
            self.setEditText(tag)
        self.blockSignals(blocked)
        self._told = self.tag()

    def tag(self) -> str:
        """The chosen tag; "" when unknown."""
        text = self.currentText().strip()
        index = self.findText(text) if text else -1
        if index >= 0:
            return str(self.itemData(index) or "")
        return text.split(" – ")[0].strip()

    @Slot()
    def _tell(self) -> None:
        if self.tag() != self._told:
            self._told = self.tag()
            self.tag_changed.emit()
