"""One score of a test: its name, its value and how sure it is."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from workbench.gui.layouts import arrange
from workbench.gui.theme import set_role
from workbench.gui.widgets.controls import text_label


class ScoreCard(QFrame):
    """One score: name, value, interval."""

    def __init__(self, name: str, value: str, below: str, tip: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_role(self, "card")
        self.setToolTip(tip)
        self.setAccessibleName(f"{name} {value} {below}")
        self.setAccessibleDescription(tip)
        texts = (("muted", name), ("value", value), ("muted", below))
        labels = (text_label(role, text, wrap=False) for role, text in texts)
        arrange(QVBoxLayout(self), *labels, margins=(12, 6, 12, 7), spacing=0)


def show_cards(row: QHBoxLayout, cards: Iterable[ScoreCard]) -> None:
    """Put cards into a row in place of those that are there."""
    while row.count():
        item = row.takeAt(0)
        if item is not None and (old := item.widget()) is not None:
            old.hide()
            old.deleteLater()
    for card in cards:
        card.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        row.addWidget(card)
