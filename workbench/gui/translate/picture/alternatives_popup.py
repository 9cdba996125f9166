"""What else the model considered at a position; picking one decodes again from there."""

from __future__ import annotations

import math
from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLabel, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from workbench.engine.core.types import Alternative
from workbench.engine.text.folding import SPACE_MARK
from workbench.gui.layouts import arrange
from workbench.gui.theme import named, set_role
from workbench.gui.views.pictures.picture import percent
from workbench.gui.words import formats

_END = ("</s>", "<eos>")


class AlternativesPopup(QFrame):
    """A small list under a token; Enter or a click picks, Escape closes.

    Signals:
        picked: ``Alternative`` that should stand here.
    """

    picked = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("alternativesPopup")
        set_role(self, "card")
        self._choices: list[Alternative] = []
        self.label = QLabel(textFormat=Qt.TextFormat.PlainText)
        self.list = named(QListWidget(), "alternativesList")
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setAccessibleName(self.tr("Alternatives"))
        self.list.itemActivated.connect(self._on_activated)
        self.list.itemClicked.connect(self._on_activated)
        self._hint = set_role(QLabel(), "muted")
        arrange(QVBoxLayout(self), self.label, self.list, self._hint, margins=(10, 8, 10, 8), spacing=6)

    def open(self, before: str, current: str, choices: Sequence[Alternative], place: QPoint, pieces: int = 1) -> None:
        """Show the choices at a position.

        Args:
            before: Translation up to here, as a reminder.
            current: The piece that stands here.
            choices: Alternatives, best first.
            place: Where the token's lower left corner is, in global coordinates.
            pieces: Of how many pieces the word that stands here is made.
        """
        self._choices = list(choices)
        self.list.clear()
        shown = before if len(before) < 40 else "…" + before[-38:]
        self.label.setText(
            self.tr("After “{text}”").format(text=f"\u2068{shown}\u2069") if before else self.tr("At the beginning")
        )
        for choice in choices:
            self.list.addItem(self._item(choice, choice.text == current))
        none = self.tr("None were kept: see “Alternatives” under Search.")
        hint = self.tr("Pick one: the translation goes on from it.")
        if pieces > 1:
            note = self.tr("Percentages are of the first piece alone; the word has {count}.")
            hint += "\n" + note.format(count=formats.count(pieces))
        self._hint.setText(hint if choices else none)
        self.list.setVisible(bool(choices))
        self.list.setCurrentRow(0)
        height = sum(self.list.sizeHintForRow(i) for i in range(len(choices))) + 2 * self.list.frameWidth() + 4
        self.list.setFixedHeight(min(360, height))
        self.list.setMinimumWidth(min(420, self.list.sizeHintForColumn(0) + 24))
        self.adjustSize()
        self.move(self._inside_screen(place))
        self.show()
        self.list.setFocus()

    def _item(self, choice: Alternative, current: bool) -> QListWidgetItem:
        end = choice.text in _END
        text = self.tr("(end of sentence)") if end else choice.text.replace(SPACE_MARK, " ")
        share = percent(math.exp(min(0.0, choice.logprob)))
        item = QListWidgetItem(f"{share:>5}   {text.strip()}" + ("  ✓" if current else ""))
        item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{text.strip()}, {share}")
        if end:  # a text that must come first cannot say that nothing follows
            item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsEnabled)
        return item

    def _inside_screen(self, place: QPoint) -> QPoint:
        room = self.screen().availableGeometry()
        x = min(max(room.left(), place.x()), room.right() - self.width())
        y = place.y() if place.y() + self.height() <= room.bottom() else max(room.top(), place.y() - self.height() - 40)
        return QPoint(x, y)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes without picking."""
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
        else:
            super().keyPressEvent(event)

    @Slot(QListWidgetItem)
    def _on_activated(self, item: QListWidgetItem) -> None:
        choice = self._choices[self.list.row(item)]
        self.hide()
        self.picked.emit(choice)


def forced_prefix(text: str, start: int, choice: Alternative) -> str:
    """What the translation must begin with so that ``choice`` stands where the token starting at ``start`` stood."""
    piece = choice.text
    before = text[:start]
    if piece.startswith(SPACE_MARK):
        before = before.rstrip()
        return f"{before} {piece[1:]}".replace(SPACE_MARK, " ").lstrip()
    return before + piece.replace(SPACE_MARK, " ")
