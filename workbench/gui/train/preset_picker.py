"""Presets as cards, each saying what it costs here."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from workbench.gui.layouts import FlowLayout, arrange
from workbench.gui.theme import set_role
from workbench.gui.widgets.controls import text_label


@dataclass(frozen=True)
class CardText:
    """What a card says.

    Attributes:
        name: The preset.
        title: Its title.
        time: How long it takes here.
        cost: Parameters and memory.
        description: One sentence.
    """

    name: str
    title: str
    time: str
    cost: str
    description: str


class PresetCard(QPushButton):
    """One choice; only the chosen one shows its description."""

    def __init__(self, text: CardText, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setCheckable(True)
        set_role(self, "choice")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._title, self._time = text_label("strong", wrap=False), text_label(wrap=False)
        self._cost, self._description = text_label("muted"), text_label("muted")
        self._title.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._top = FlowLayout(self._title, self._time, spacing=4)
        arrange(QVBoxLayout(self), self._top, self._cost, self._description, margins=(10, 6, 10, 6), spacing=1)
        self._labels = (self._title, self._time, self._cost, self._description)
        self._taken: list[tuple[bool, QSize]] = []
        for label in self._labels:
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.toggled.connect(self._on_toggled)
        self.set_text(text)
        self._on_toggled(False)

    def set_text(self, text: CardText) -> None:
        """Show new numbers."""
        self.name = text.name
        self._title.setText(text.title)
        self._time.setText(text.time)
        self._cost.setText(text.cost)
        self._description.setText(text.description)
        self.setObjectName(f"preset_{text.name}")
        self.setAccessibleName(f"{text.title}. {text.time}. {text.cost}. {text.description}")
        self.setToolTip(text.description)
        self._fit()

    @Slot(bool)
    def _on_toggled(self, checked: bool) -> None:
        self._description.setVisible(checked and bool(self._description.text()))
        self._fit()

    def _fit(self) -> None:
        layout = self.layout()
        if layout is not None and self.width() > 40:
            self._top.invalidate()  # out of sight nobody else does
            layout.invalidate()
            needed = layout.totalHeightForWidth(self.width())
            self.setFixedHeight(needed if needed > 0 else layout.totalSizeHint().height())

    def sizeHint(self) -> QSize:
        """As large as what is in it."""
        layout = self.layout()
        return layout.totalSizeHint() if layout is not None else super().sizeHint()

    def minimumSizeHint(self) -> QSize:
        """Narrow enough for a small window."""
        layout = self.layout()
        words = layout.minimumSize().width() if layout is not None else 0
        return QSize(max(160, words), self.fontMetrics().height() * 2 + 14)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap the description anew."""
        super().resizeEvent(event)
        self._fit()

    def event(self, event: QEvent) -> bool:
        """Follow the labels, with the text size for instance, which they have a moment after the card itself."""
        if event.type() == QEvent.Type.LayoutRequest:
            # A layout that is laid out anew asks for the next request: without a change that would go on for ever.
            taken = [(label.isHidden(), label.sizeHint()) for label in self._labels]
            if taken != self._taken:
                self._taken = taken
                self._fit()
        return super().event(event)


class PresetPicker(QWidget):
    """A column of cards, one chosen; arrow keys move the choice.

    Signals:
        chosen: Name of the preset.
    """

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(5)
        self._group = QButtonGroup(self)  # exclusive
        self.cards: list[PresetCard] = []

    def set_cards(self, texts: Sequence[CardText], current: str) -> None:
        """Show presets; cards are kept where the names are the same, so that nothing flickers."""
        if [c.name for c in self.cards] != [t.name for t in texts]:
            for card in self.cards:
                self._group.removeButton(card)
                self._layout.removeWidget(card)
                card.deleteLater()
            self.cards = []
            for text in texts:
                card = PresetCard(text)
                card.clicked.connect(lambda _checked=False, card=card: self.chosen.emit(card.name))
                self._group.addButton(card)
                self._layout.addWidget(card)
                self.cards.append(card)
        for card, text in zip(self.cards, texts, strict=True):
            card.set_text(text)
        self.select(current)

    def select(self, name: str) -> None:
        """Choose without a signal; an unknown name chooses the first."""
        wanted = next((c for c in self.cards if c.name == name), self.cards[0] if self.cards else None)
        if wanted is not None:
            wanted.setChecked(True)

    def current(self) -> str:
        """Name of the chosen preset."""
        return next((c.name for c in self.cards if c.isChecked()), "")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down move the choice, as in any list of alternatives."""
        moves = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if event.key() in moves and self.cards:
            now = next((i for i, c in enumerate(self.cards) if c.isChecked()), 0)
            card = self.cards[(now + moves[Qt.Key(event.key())]) % len(self.cards)]
            card.setFocus()
            card.click()
        else:
            super().keyPressEvent(event)
